/** How often each kind of interval holds the truth, by simulation: prints a table and writes docs/chance/coverage.md. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DIFFERENCES } from './intervals/differences.ts';
import { drawsFrom } from './intervals/draws.ts';
import { SINGLE_NUMBERS } from './intervals/single-numbers.ts';
import type { Scenario } from './intervals/trial.ts';

const SEED = 20_261_121;
const TRIALS = Number(process.argv[2] ?? 20_000);

interface Reached {
  readonly scenario: Scenario;
  readonly covered: number;
  readonly tooLow: number;
  readonly tooHigh: number;
}

const reached = [...SINGLE_NUMBERS, ...DIFFERENCES].map(simulated);
const main = reached.filter(({ scenario }) => !scenario.isExtreme);
const extreme = reached.filter(({ scenario }) => scenario.isExtreme);
console.table(
  Object.fromEntries(
    reached.map(({ scenario, ...shares }) => [`${scenario.kind}, ${scenario.case}`, percents(shares)]),
  ),
);
const target = fileURLToPath(new URL('../docs/chance/coverage.md', import.meta.url));
mkdirSync(fileURLToPath(new URL('../docs/chance', import.meta.url)), { recursive: true });
writeFileSync(target, page());

function simulated(scenario: Scenario, place: number): Reached {
  const draws = drawsFrom(SEED + 1000 * place);
  let [tooLow, tooHigh] = [0, 0];
  const trials = Math.ceil(TRIALS / (scenario.every ?? 1));
  for (let i = 0; i < trials; i++) {
    const { truth, interval } = scenario.trial(draws);
    if (interval.high !== null && interval.high < truth) tooLow++;
    else if (interval.low !== null && interval.low > truth) tooHigh++;
  }
  const covered = trials - tooLow - tooHigh;
  return { scenario, covered: covered / trials, tooLow: tooLow / trials, tooHigh: tooHigh / trials };
}

function page(): string {
  return `# How often the intervals hold the truth

${TRIALS.toLocaleString('en')} simulated samples for each line, level 95 %, seed ${SEED}; the simulation's own error is about
± ${(196 * Math.sqrt((0.95 * 0.05) / TRIALS)).toFixed(1)} points
(four times that for the bootstraps, which are tried less often). Exact methods promise at least 95 %, the others are meant to be near it.
"Below" and "above" are the shares of intervals that lie wholly on that side of the truth. Made by \`node bench/coverage.ts\`.

## Ordinary cases

${table(main)}
## Small, skewed and extreme cases

${table(extreme)}`;
}

function table(rows: readonly Reached[]): string {
  const lines = rows.map(({ scenario, ...shares }) => {
    const { covered, below, above } = percents(shares);
    return `| ${scenario.kind} | ${scenario.case} | ${scenario.promise} 95 % | ${covered} | ${below} | ${above} |`;
  });
  const head =
    '| Interval | Case | Promise | Holds the truth | Below | Above |\n| --- | --- | --- | --- | --- | --- |';
  return `${head}\n${lines.join('\n')}\n`;
}

function percents({ covered, tooLow, tooHigh }: Omit<Reached, 'scenario'>) {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return { covered: percent(covered), below: percent(tooLow), above: percent(tooHigh) };
}
