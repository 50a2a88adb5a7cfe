/** The blemishes that every real export has, each counted: rows twice, older versions, broken lines. */
import { writeCase } from './case-row.ts';
import { columnsOf, type FileName } from './files.ts';
import type { Ticket } from './ticket.ts';
import type { World } from './world.ts';

const exactCopies = { cases: 12, events: 15, messages: 10, calls: 6, surveys: 6 } as const;
const olderVersions = 20;

type Break = 'too_few_fields' | 'too_many_fields' | 'impossible_date' | 'no_opening_time' | 'stray_quote';

interface Broken {
  readonly file: FileName;
  readonly kind: Break;
}

const broken: readonly Broken[] = [
  { file: 'cases', kind: 'too_few_fields' },
  { file: 'cases', kind: 'too_many_fields' },
  { file: 'cases', kind: 'impossible_date' },
  { file: 'cases', kind: 'no_opening_time' },
  { file: 'cases', kind: 'stray_quote' },
  { file: 'calls', kind: 'too_few_fields' },
  { file: 'calls', kind: 'impossible_date' },
  { file: 'surveys', kind: 'too_many_fields' },
];

/** What was put in, as `truth.json` tells it. */
export interface BlemishCounts {
  readonly exactCopies: Readonly<Record<string, number>>;
  readonly olderVersions: number;
  readonly broken: readonly (Broken & { readonly line: number; readonly id: string })[];
}

export interface Blemishes {
  /** To be called after each case with its place in the year. */
  after(world: World, ticket: Ticket, place: number): void;
  counts(): BlemishCounts;
}

export function blemishesIn(cases: number, wanted: boolean): Blemishes {
  const copied: Record<string, number> = {};
  const found: (Broken & { line: number; id: string })[] = [];
  let older = 0;
  const copies = wanted ? Object.entries(exactCopies) : [];
  const due = (place: number, times: number): boolean => dueAt(place, times, cases);

  return {
    after: (world, ticket, place) => {
      if (!wanted) return;
      for (const [name, times] of copies) {
        if (!due(place, times) || world.files[name as FileName].rows === 0) continue;
        world.files[name as FileName].repeat();
        copied[name] = (copied[name] ?? 0) + 1;
      }
      if (due(place, olderVersions) && ticket.now > ticket.openedAt) {
        writeCase(world, ticket, 'as first seen');
        older++;
      }
      const one = due(place, broken.length) ? broken[found.length] : undefined;
      if (one !== undefined) found.push(breakLine(world, one, found.length));
    },
    counts: () => ({ exactCopies: copied, olderVersions: older, broken: found }),
  };
}

/** True `times` times in a year, evenly spread. */
const dueAt = (place: number, times: number, cases: number): boolean =>
  Math.floor(((place + 1) * times) / cases) > Math.floor((place * times) / cases);

function breakLine({ files }: World, { file, kind }: Broken, index: number) {
  const id = `X${index + 1}`;
  const line = files[file].line;
  files[file].raw(brokenRow(columnsOf(file), kind, id));
  return { file, kind, line, id };
}

const someTime = '2025-03-04T10:00:00Z';
const timeColumns = ['opened_at', 'arrived_at', 'sent_at'];

function brokenRow(columns: readonly string[], kind: Break, id: string): string {
  const time =
    kind === 'impossible_date' ? '2025-02-30T10:00:00Z' : kind === 'no_opening_time' ? '' : someTime;
  const fields = columns.map((name) => {
    if (name === 'id') return id;
    if (name === 'kind') return 'csat';
    return timeColumns.includes(name) ? time : '';
  });
  if (kind === 'too_few_fields') return fields.slice(0, 4).join(',');
  if (kind === 'too_many_fields') return [...fields, 'left', 'over', 'text'].join(',');
  if (kind === 'stray_quote') return fields.with(2, '"C12"x').join(',');
  return fields.join(',');
}
