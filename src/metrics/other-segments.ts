/** Asks the same questions about the other segments that they are held against. */
import type { Warehouse } from '../warehouse/warehouse.ts';
import type { Asked } from './check-question.ts';
import { elsewhere, segmentBases } from './comparison-base.ts';
import type { OtherSegment } from './make-figures.ts';
import type { Circumstances } from './plan/circumstances.ts';
import { noises } from './plan/dispersion.ts';
import { type GatherOptions, gather } from './plan/gather.ts';

/** One list per asked metric, in their order; empty where it is held against no other segment. */
export async function otherSegments(
  warehouse: Warehouse,
  all: readonly Asked[],
  around: readonly Circumstances[],
  options: GatherOptions,
): Promise<readonly (readonly OtherSegment[])[]> {
  const others = all.flatMap((asked, of) =>
    segmentBases(asked.question).map((base) => ({
      of,
      base,
      asked: { ...asked, question: elsewhere(asked.question, base) },
    })),
  );
  if (others.length === 0) return all.map(() => []);
  const tasks = others.map(({ of, asked }) => ({
    asked,
    windows: (around[of]?.occasions ?? []).map(({ window }) => window),
  }));
  const found = await gather(warehouse, tasks, options);
  const times = others.flatMap(({ of }) => around[of] ?? []);
  const noise = await noises(
    warehouse,
    others.map(({ asked }) => asked),
    times,
    options.dataThrough,
  );
  return all.map((_, i) =>
    others.flatMap(({ of, ...other }, at) => {
      const [there, spread] = [found[at], noise[at]];
      return of !== i || there === undefined || spread === undefined
        ? []
        : [{ ...other, found: there, noise: spread }];
    }),
  );
}
