/** What became of holding ours against theirs, as text for a terminal. */
import { wordsOf } from '../locales/index.ts';
import { filterAsTyped } from '../metrics/index.ts';
import type { HeldTotal, Reconciled, StatedColumn, Way } from '../metrics/reconcile/index.ts';
import { metricName, ruleText, statisticName, valueText } from '../reports/index.ts';
import { laidOut } from './lay-out.ts';

const words = wordsOf('en');
const { count } = words.forms;

const reasonText = (reason: string | null): string =>
  reason === null
    ? words.say('reconcile.unexplained')
    : words.sayKnown(`reconcile.reason.${reason}`, 'reconcile.reason.other', { reason });

export function sourcesText({ record, a, b, both, equal, differences, unexplained }: Reconciled): string {
  const sizes = laidOut([
    ['source', record, 'in both', 'equal'],
    [a.source, count(a.records), count(both), count(equal)],
    [b.source, count(b.records), count(both), count(equal)],
  ]);
  const where = { only_a: `only in ${a.source}`, only_b: `only in ${b.source}`, differs: 'differs' } as const;
  const rows = differences.map((each) => [
    where[each.where],
    each.column ?? '',
    reasonText(each.reason),
    count(each.count),
  ]);
  const table =
    rows.length === 0 ? '' : `\n${laidOut([['where', 'column', 'why', 'count'], ...rows], { right: [3] })}\n`;
  return `${sizes}\n${table}\n${lastLine(unexplained)}\n`;
}

const lastLine = (unexplained: number): string =>
  words.say('reconcile.last', { n: unexplained, text: count(unexplained) });

export function logAndTableText(columns: readonly StatedColumn[]): string {
  if (columns.length === 0) return `${words.say('reconcile.nothingStated')}\n`;
  const rows = columns.flatMap(({ column, of, equal, table, log, differences }) => [
    [
      column,
      count(of),
      count(equal),
      table === null ? '' : count(table),
      log === null ? '' : count(log),
      '',
      '',
    ],
    ...differences.map((each) => ['', '', '', '', '', reasonText(each.reason), count(each.count)]),
  ]);
  const unexplained = columns
    .flatMap(({ differences }) => differences)
    .reduce((n, each) => n + (each.reason === null ? each.count : 0), 0);
  const header = ['column', 'cases', 'equal', 'table says', 'log says', 'why they differ', 'count'];
  return `${laidOut([header, ...rows], { right: [1, 2, 3, 4, 6] })}\n\n${lastLine(unexplained)}\n`;
}

/** Lines that are shown one by one. */
const shown = 40;

export function totalsText(held: readonly HeldTotal[]): string {
  const of = (outcome: HeldTotal['outcome']): number =>
    held.filter((each) => each.outcome === outcome).length;
  const summary = words.say('reconcile.totals', {
    n: held.length,
    equal: of('equal'),
    explained: of('explained'),
    late: of('not_yet_loaded'),
    unexplained: of('unexplained'),
  });
  const rows = held
    .slice(0, shown)
    .map((each) => [
      name(each),
      period(each),
      each.total.where.map(filterAsTyped).join(' '),
      each.total.value,
      each.ours === null ? `– (${each.missing})` : valueText(each.ours, each.unit, words, 2),
      outcomeText(each),
    ]);
  const table = laidOut([['figure', 'period', 'of', 'theirs', 'ours', 'why'], ...rows]);
  const more = held.length > shown ? `\n${words.say('reconcile.more', { n: held.length - shown })}` : '';
  return `${table}${more}\n\n${summary}\n${settingsText(held)}`;
}

const name = ({ total }: HeldTotal): string =>
  total.stat === undefined ? metricName(total.metric, words) : statisticName(total.metric, total.stat, words);

const period = ({ total }: HeldTotal): string =>
  total.period === 'all' ? 'all' : `${total.period.from}..${total.period.to}`;

function outcomeText({ outcome, way, otherWays }: HeldTotal): string {
  if (way === null) return words.say(`reconcile.outcome.${outcome}`);
  const others = otherWays === 0 ? '' : ` ${words.say('reconcile.otherWays', { n: otherWays })}`;
  return `${wayText(way)}${others}`;
}

/** `abandonment.base=queued · days of UTC · with deleted` */
export function wayText({ setting: { rules, zone, stat }, added }: Way): string {
  return [
    ...Object.entries(rules).map(([token, value]) => `${token}=${value}`),
    ...(zone === null ? [] : [words.say('reconcile.zone', { zone })]),
    ...(stat === null
      ? []
      : [words.say('reconcile.stat', { stat: words.sayKnown(`stat.${stat}`, 'stat.other') })]),
    ...added.map((reason) => words.say('reconcile.added', { reason: reasonText(reason) })),
  ].join(' · ');
}

/** The ways that were told, most lines first, each rule in words. */
function settingsText(held: readonly HeldTotal[]): string {
  const ways = Map.groupBy(
    held.filter(({ way }) => way !== null),
    ({ way }) => (way === null ? '' : wayText(way)),
  );
  const lines = [...ways]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([text, own]) => {
      const rules = Object.entries(own[0]?.way?.setting.rules ?? {}).map(([token, value]) =>
        ruleText(token, value, words),
      );
      return `  ${count(own.length)} × ${text}${rules.length === 0 ? '' : ` (${rules.join('; ')})`}`;
    });
  return lines.length === 0 ? '' : `${words.say('reconcile.under')}\n${lines.join('\n')}\n`;
}
