/** Reports of before over the same filters and definitions: from the archive of deliveries, and from the reports folder. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config/index.ts';
import { earlierRecords, type ReportOrder } from '../delivery/index.ts';
import { decodeRowsKey } from '../metrics/rows-key.ts';
import type { Period } from '../model/index.ts';
import type { EarlierReport, ReportRequest } from '../reports/index.ts';
import { openState } from '../state/index.ts';
import { archiveFolder, stateFolder } from './places.ts';

/** Another version may have written other keys: such a manifest is passed over. */
function isRowsKey(key: string): boolean {
  try {
    decodeRowsKey(key);
    return true;
  } catch {
    return false;
  }
}

const figure = z.looseObject({
  metric: z.string(),
  stat: z.string(),
  segment: z.record(z.string(), z.unknown()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  rows: z.string().refine(isRowsKey),
});

const shape = z.object({
  definitions: z.string(),
  data: z.object({ version: z.string(), through: z.string().nullable() }),
  request: z.looseObject({
    period: z.union([z.literal('all'), z.object({ from: z.string(), to: z.string() })]),
    zone: z.string(),
    where: z.array(z.unknown()),
    rules: z.record(z.string(), z.string()),
  }),
  figures: z.array(figure),
});

type Manifest = z.output<typeof shape>;

/** A year and the month before it. */
const reportsBack = 13;

/** @param order as it was asked for: the template may add filters of its own */
export function earlierReports(
  config: Config,
  order: Pick<ReportOrder, 'template' | 'where'>,
  request: Omit<ReportRequest, 'earlier'>,
): readonly EarlierReport[] {
  const known = new Map<string, EarlierReport>();
  for (const text of [...archived(config, order), ...written(config, order.template)]) {
    const read = shape.safeParse(parsed(text));
    if (!read.success || !isAlike(read.data, request)) continue;
    const { period } = read.data.request;
    if (period === 'all' || request.period === 'all' || period.from > request.period.from) continue;
    if (!known.has(period.from + period.to)) known.set(period.from + period.to, reportOf(read.data, period));
  }
  return [...known.values()].sort((a, b) => b.period.from.localeCompare(a.period.from)).slice(0, reportsBack);
}

function archived(config: Config, order: Pick<ReportOrder, 'template' | 'where'>): readonly string[] {
  if (!existsSync(join(stateFolder(config), 'state.db'))) return [];
  const db = openState(stateFolder(config));
  try {
    const found = earlierRecords({ db, archive: archiveFolder(config) }, order, reportsBack);
    return found.map((bytes) => new TextDecoder().decode(bytes));
  } finally {
    db.close();
  }
}

/** Those that "tidemark report" wrote; of the newest periods first, as their names sort. */
function written({ folder }: Config, template: string): readonly string[] {
  const base = template
    .replace(/^.*[/\\]/, '')
    .replace(/\.ya?ml$/, '')
    .replace(/[^\w-]+/g, '-');
  const paths = globSync(join(folder, 'reports', `${base}-*.manifest.json`))
    .sort()
    .reverse();
  return paths.slice(0, 2 * reportsBack).map((path) => readFileSync(path, 'utf8'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A figure under another definition or filter is another figure, not a restated one. */
const isAlike = ({ definitions, request }: Manifest, now: Omit<ReportRequest, 'earlier'>): boolean =>
  definitions === now.definitions &&
  request.zone === now.zone &&
  JSON.stringify([request.where, request.rules]) === JSON.stringify([now.where, now.rules]);

/** Totals from the period’s beginning on: what page one showed, and series whose first slice begins there as well. */
function reportOf({ data, figures }: Manifest, period: Period): EarlierReport {
  const own = figures.filter(
    ({ segment, from, to }) =>
      Object.keys(segment).length === 0 &&
      from?.slice(0, 10) === period.from &&
      to !== null &&
      to.slice(0, 10) <= period.to,
  );
  return {
    period,
    dataVersion: data.version,
    through: data.through,
    figures: own as unknown as EarlierReport['figures'],
  };
}
