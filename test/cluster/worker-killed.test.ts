import { expect, test } from 'vitest';
import { refreshFacts } from '../../src/warehouse/facts/refresh.ts';
import { defaultFactSettings } from '../../src/warehouse/refresh-context.ts';
import { openTrino } from '../../src/warehouse/trino/open.ts';
import { casesFile, staged } from './desk-files.ts';
import { onCluster } from './loadable.ts';
import { cluster, ownSchema } from './testing.ts';

const told = async (deed: 'kill' | 'start'): Promise<void> => {
  const answer = await fetch(`${cluster.keeper}/worker-2/${deed}`, { method: 'POST' });
  if (!answer.ok) throw new Error(await answer.text());
};

const day = (n: number): string => `2025-01-${String((n % 28) + 1).padStart(2, '0')} 08:30:00`;
const many = (from: number, to: number) =>
  casesFile(
    Array.from({ length: to - from }, (_, i) => {
      const n = from + i;
      return [String(n), day(n), day(n), `customer ${n % 50}`, `team ${n % 5}`, day(n + 1), ''];
    }),
  );

test.skipIf(cluster.keeper === '')(
  'a worker that dies in the middle of a load: one sentence, nothing half visible, and the same load again succeeds',
  async () => {
    const options = ownSchema();
    const warehouse = await onCluster(options);
    const order = { settings: defaultFactSettings, refreshFacts, judge: async () => undefined };
    await warehouse.load({ ...order, files: [staged(warehouse, many(0, 100))] });
    const before = await warehouse.state();
    let killing = Promise.resolve();
    const dying = warehouse.load({
      ...order,
      files: [staged(warehouse, many(100, 5000))],
      onStep: ({ step }) => {
        if (step === 'facts') killing = told('kill');
      },
    });
    await expect(dying).rejects.toMatchObject({ code: 'cluster_failed' });
    await killing;
    await told('start');
    const reader = await openTrino(options);
    expect(await reader.state()).toEqual(before);
    expect(
      await reader.rows(reader.db.selectFrom('case_facts').select((by) => by.fn.countAll().as('n'))),
    ).toEqual([{ n: 100 }]);
    const again = await warehouse.load({ ...order, files: [staged(warehouse, many(100, 5000))] });
    expect(again.files[0]).toMatchObject({ loaded: 4900, duplicates: 0 });
    const facts = warehouse.db.selectFrom('case_facts').select((by) => by.fn.countAll().as('n'));
    expect(await warehouse.rows(facts)).toEqual([{ n: 5000 }]);
    await reader.close();
    await warehouse.close();
  },
  1_200_000,
);
