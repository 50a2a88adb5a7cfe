/** The scores of the insights as a page of the documentation. */
import { expected, type Found } from './planted.ts';
import type { Claim } from './right-or-wrong.ts';

interface Scores {
  readonly found: readonly (readonly Found[])[];
  readonly claims: readonly Claim[];
  readonly cases: number;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const of = (some: number, all: number): string => `${some} of ${all}`;
const percent = (some: number, all: number): string =>
  all === 0 ? '–' : `${((100 * some) / all).toFixed(1)} %`;

export function insightsPage({ found, claims, cases }: Scores): string {
  const years = found.length;
  return `# The insights against the demo company's truth

Measured by \`node bench/insights-score.ts ${years} ${cases}\`: the monthly reports from February to December of ${years} made-up years of ${cases.toLocaleString('en')} cases each, with the same planted truths and other luck. Only the seven insights that a report prints are counted. People are switched on.

## What was planted, and whether it is told

*At its place* means at exactly the level where it was planted: one product in one category, one team in one channel.

${table(['planted', 'told in', 'found', 'at its place', 'advice', 'for'], plantedRows(found))}

## What is told, and whether it is true

*Planted*: a cause of the table above while it lasts, or its end. *Otherwise true*: the season, a survey that is sent once a quarter, a category that is harder or easier by making, a person who is as said. A change that no planted cause explains is true where the other years, which share the truth and not the luck, moved the same way by more than three standard errors of their mean. *Fact*: it only counts what is there. *Wrong*: the truth knows no reason for it.

${table(['kind', 'told', 'planted', 'otherwise true', 'fact', 'wrong'], kindRows(claims))}

${totals(claims)}

## The quiet months

${quiet(claims)}
`;
}

function plantedRows(found: readonly (readonly Found[])[]): string[][] {
  return expected.map(({ id, months }, i) => {
    const own = found.flatMap((year) => year[i] ?? []);
    const sum = (pick: (each: Found) => number): number => own.reduce((total, each) => total + pick(each), 0);
    const all = sum((each) => each.of);
    const names = (pick: (each: Found) => readonly string[]): string =>
      [...new Set(own.flatMap(pick))].join(', ');
    const span = months.length > 3 ? `${months[0]} … ${months.at(-1)}` : months.join(', ');
    return [
      id,
      span,
      of(
        sum(({ told }) => told),
        all,
      ),
      of(
        sum(({ exact }) => exact),
        sum(({ told }) => told),
      ),
      names(({ advice }) => advice.map((name) => `\`${name.replace('insight.', '')}\``)),
      names(({ audience }) => audience),
    ];
  });
}

const verdicts = ['planted', 'known', 'fact', 'wrong'] as const;

function kindRows(claims: readonly Claim[]): string[][] {
  const kinds = Map.groupBy(claims, ({ kind }) => kind);
  return [...kinds]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([kind, own]) => [
      kind,
      String(own.length),
      ...verdicts.map((verdict) => String(own.filter((claim) => claim.verdict === verdict).length)),
    ]);
}

function totals(claims: readonly Claim[]): string {
  const judged = claims.filter(({ verdict }) => verdict !== 'fact');
  const right = judged.filter(({ verdict }) => verdict !== 'wrong').length;
  const changes = judged.filter(({ change }) => change);
  const rightChanges = changes.filter(({ verdict }) => verdict !== 'wrong').length;
  return `Of ${judged.length} claims that the truth can judge, ${right} are right: a precision of ${percent(right, judged.length)}. Of those that say that something changed, ${of(rightChanges, changes.length)} (${percent(rightChanges, changes.length)}).`;
}

function quiet(claims: readonly Claim[]): string {
  const own = claims.filter((claim) => claim.quiet);
  const reports = Map.groupBy(own, ({ seed, month }) => `${seed}/${month}`);
  const noisy = [...reports.values()].filter((report) => report.some(({ change }) => change));
  const first = own.filter(({ change }) => change);
  const wrong = [...reports.values()].filter((report) => report.some(isWrong));
  return `${reports.size} reports are about months in which nothing starts, ends or is under way. ${noisy.length} of them ${noisy.length === 1 ? 'says' : 'say'} that something changed (${first.length} ${first.length === 1 ? 'claim' : 'claims'}); the others say that nothing did, or only that other surveys were sent. In ${wrong.length} (${percent(wrong.length, reports.size)}) it is wrong: no other year shows it.`;
}

const isWrong = ({ change, verdict }: Claim): boolean => change && verdict === 'wrong';
