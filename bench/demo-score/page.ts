/** The scores of many years as a page of the documentation. */
import type { ChangeScore, PeopleScore } from './changes-and-people.ts';
import type { ClaimScore } from './false-claims.ts';
import type { AlarmScore } from './found-by-alarm.ts';

export interface YearScore {
  readonly alarms: readonly AlarmScore[];
  readonly changes: readonly ChangeScore[];
  readonly people: readonly PeopleScore[];
  readonly claims: ClaimScore;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const of = (some: number, all: number): string => `${some} of ${all}`;

export function scorePage(scores: readonly YearScore[], cases: number): string {
  return `# The demo company against its truth

Measured by \`node bench/demo-score.ts ${scores.length} ${cases}\`: ${scores.length} years of ${cases.toLocaleString('en')} cases each, with the same planted truths and other luck. A year this small is hard on purpose: what is rare stays too early to say.

## Changes that begin on a day

The default alarm on the chart in which the change is, looked at every Monday by week and by day. *Found* is by the end of the year, in the right direction and within 14 days of the truth; *how soon* is the median of the years in which it was found in time.

${table(['planted', 'in', 'found by week', 'found by day', 'how soon'], alarmRows(scores))}

## Changes that were recorded

${table(['change', 'in', 'truth', 'judged rightly', 'verdicts'], changeRows(scores))}

## People who differ

All 40 agents over the year, for an average mix of work. *Apart* is the verdict; *on the wrong side* are those whose true skill lies on the other side of the middle.

${table(['in', 'planted people found', 'called apart', 'of these on the wrong side'], peopleRows(scores))}

## Claims where nothing happens

In the quiet months every claim is a false one.

${table(['claim', 'made', 'expected'], claimRows(scores))}
`;
}

function alarmRows(scores: readonly YearScore[]): string[][] {
  const [first] = scores;
  return (first?.alarms ?? []).map(({ id, metric }, i) => {
    const own = scores.flatMap(({ alarms }) => alarms[i] ?? []);
    const days = own.flatMap(({ days }) => days ?? []).sort((a, b) => a - b);
    const middle = days[Math.floor(days.length / 2)];
    return [
      id,
      `\`${metric}\``,
      of(own.filter(({ found }) => found.week).length, own.length),
      of(own.filter(({ found }) => found.day).length, own.length),
      middle === undefined ? 'not found' : `${middle} days (${of(days.length, own.length)} years)`,
    ];
  });
}

function changeRows(scores: readonly YearScore[]): string[][] {
  const [first] = scores;
  return (first?.changes ?? []).map(({ what, metric, truth }, i) => {
    const own = scores.flatMap(({ changes }) => changes[i] ?? []);
    const verdicts = [...Map.groupBy(own, ({ verdict }) => verdict)].map(
      ([verdict, some]) => `${verdict} ${some.length}`,
    );
    return [
      what,
      `\`${metric}\``,
      truth,
      of(own.filter(({ right }) => right).length, own.length),
      verdicts.join(', '),
    ];
  });
}

function peopleRows(scores: readonly YearScore[]): string[][] {
  const [first] = scores;
  return (first?.people ?? []).map(({ metric }, i) => {
    const own = scores.flatMap(({ people }) => people[i] ?? []);
    const total = (pick: (score: PeopleScore) => number): number =>
      own.reduce((sum, score) => sum + pick(score), 0);
    return [
      `\`${metric}\``,
      of(
        total(({ planted }) => planted.found),
        total(({ planted }) => planted.all),
      ),
      String(total(({ apart }) => apart)),
      String(total(({ wrong }) => wrong)),
    ];
  });
}

function claimRows(scores: readonly YearScore[]): string[][] {
  const total = (pick: (score: ClaimScore) => number): number =>
    scores.reduce((sum, { claims }) => sum + pick(claims), 0);
  const comparisons = total((claims) => claims.comparisons);
  const [families, charts, pages] = (['families', 'charts', 'pages'] as const).map((name) => ({
    all: total((claims) => claims[name].all),
    wrong: total((claims) => claims[name].wrong),
  }));
  if (families === undefined || charts === undefined || pages === undefined) return [];
  return [
    [
      'a comparison called Changed, taken alone',
      of(
        total(({ alone }) => alone),
        comparisons,
      ),
      `at most ${Math.round(0.05 * comparisons)}`,
    ],
    [
      'a comparison called Changed among all of its month',
      of(
        total(({ among }) => among),
        comparisons,
      ),
      'next to none',
    ],
    [
      'a month with any such claim',
      of(families.wrong, families.all),
      `about ${(0.05 * families.all).toFixed(1)}`,
    ],
    [
      'a chart by day with any signal',
      of(charts.wrong, charts.all),
      `at most ${(0.0025 * charts.all).toFixed(1)}`,
    ],
    [
      'a page of such charts with any signal',
      of(pages.wrong, pages.all),
      `at most ${(0.05 * pages.all).toFixed(1)}`,
    ],
  ];
}
