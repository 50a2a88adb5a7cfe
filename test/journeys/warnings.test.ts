import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputSchemas } from '../../src/cli/output-schemas.ts';
import { emptyFolder, tidemark } from './tidemark.ts';

const config = `
company: { name: Lumen & Vale }
watch:
  to: [{ folder: alarms, language: it, format: [text] }]
  things: [{ urgent_waiting: 1h }, { metric: cases_opened }]
`;

interface Row {
  readonly id: string;
  readonly hour: number;
  readonly answered: boolean;
  readonly urgent: boolean;
}

const row = ({ id, hour, answered, urgent }: Row): string => {
  const at = (later: number): string => `2025-03-03T${String(hour + later).padStart(2, '0')}:00:00Z`;
  return `${id},${at(0)},${answered ? at(1) : ''},${urgent ? 'urgent' : 'normal'}`;
};

const calm = Array.from({ length: 8 }, (_, i) => ({
  id: `T${i}`,
  hour: 8 + i,
  answered: true,
  urgent: i % 2 === 0,
}));
const urgent = (id: string, hour: number): Row => ({ id, hour, answered: false, urgent: true });

function project(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'mappings'));
  writeFileSync(join(folder, 'tidemark.yaml'), config);
  writeFileSync(
    join(folder, 'mappings', 'cases.yaml'),
    'source: desk\nfiles: "cases*.csv"\nrecord: cases\ncolumns: by_name\n',
  );
  return folder;
}

function load(folder: string, name: string, rows: readonly Row[]) {
  const path = join(folder, name);
  writeFileSync(path, `${['id,opened_at,first_response_at,priority', ...rows.map(row)].join('\n')}\n`);
  return tidemark(folder, 'import', path);
}

test('an urgent case that waits is told once, taken in hand, and told again only when another comes', {
  timeout: 300_000,
}, () => {
  const folder = project();
  expect(load(folder, 'cases-1.csv', calm).words).not.toContain('Early warning');
  const second = load(folder, 'cases-2.csv', [urgent('U1', 10)]);
  expect(second.words).toContain('Early warning: One urgent case has waited longer than 1 h');
  expect(load(folder, 'cases-3.csv', [urgent('U1', 10)]).words).not.toContain('Early warning');

  const listed = outputSchemas.warnings.parse(tidemark(folder, 'warnings', '--json').json());
  expect(listed.warnings.map(({ state, mark }) => [state, mark])).toEqual([
    ['open', { kind: 'cases', ids: ['U1'] }],
  ]);
  const key = listed.warnings[0]?.key ?? '';
  expect(tidemark(folder, 'warnings', 'acknowledge', key.slice(0, 4)).words).toContain(
    'In hand: One urgent case',
  );
  expect(tidemark(folder, 'warnings').out).toContain('in hand');
  expect(tidemark(folder, 'warnings', 'acknowledge', 'nothing').words).toContain(`expected ${key}`);
  expect(tidemark(folder, 'warnings', 'snooze', key, '--until', '2020-01-01').code).toBe(2);

  expect(load(folder, 'cases-4.csv', [urgent('U2', 11)]).words).toContain(
    '2 urgent cases have waited longer',
  );
  expect(tidemark(folder, 'deliver').out.match(/ sent\n/g)).toHaveLength(2);
  expect(tidemark(folder, 'deliver').out).toBe('Nothing is to be sent.\n');
  const [letter = '', ...more] = readdirSync(join(folder, 'alarms'));
  expect(more).toHaveLength(1);
  expect(readFileSync(join(folder, 'alarms', letter), 'utf8')).toContain('Rispondere prima a questi.');
});
