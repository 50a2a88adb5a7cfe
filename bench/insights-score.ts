/**
 * Scores the insights of the demo company's year against its truth and writes docs/insights-score.md: node
 * bench/insights-score.ts [SEEDS] [CASES] [KEPT]. Years that stand in the file KEPT are not made again.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withYear } from './demo-score/year.ts';
import { insightsOfYear } from './insights-score/months.ts';
import { knownFromOthers } from './insights-score/other-years.ts';
import { insightsPage } from './insights-score/page.ts';
import { type Panel, panelOf } from './insights-score/panel.ts';
import { type Found, foundIn } from './insights-score/planted.ts';
import { type Claim, claimsOf } from './insights-score/right-or-wrong.ts';

/** `20`, or `11-20` for a part of them. */
const [LAST = 3, FIRST = 1] = (process.argv[2] ?? '3').split('-').map(Number).reverse();
const CASES = Number(process.argv[3] ?? 50_000);
const KEPT = process.argv[4];

interface YearScore {
  readonly seed: number;
  readonly found: readonly Found[];
  readonly claims: readonly Claim[];
  readonly panel: Panel;
}

const scores: YearScore[] =
  KEPT === undefined || !existsSync(KEPT)
    ? []
    : readFileSync(KEPT, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));

for (let seed = FIRST; seed <= LAST; seed++) {
  if (scores.some((score) => score.seed === seed)) continue;
  process.stderr.write(`seed ${seed} of ${LAST} …\n`);
  const score = await withYear(seed, CASES, async (year): Promise<YearScore> => {
    const months = await insightsOfYear(year);
    return {
      seed,
      found: foundIn(months, year.truth),
      claims: claimsOf(months, year.truth),
      panel: await panelOf(year),
    };
  });
  scores.push(score);
  if (KEPT !== undefined) appendFileSync(KEPT, `${JSON.stringify(score)}\n`);
}

const claims = knownFromOthers(
  scores.flatMap((score) => score.claims),
  scores,
);
const text = insightsPage({ found: scores.map(({ found }) => found), claims, cases: CASES });
writeFileSync(join(import.meta.dirname, '../docs/insights-score.md'), text);
console.log(text);
for (const claim of claims.filter(({ verdict }) => verdict === 'wrong'))
  process.stderr.write(`${claim.seed} ${claim.month} ${claim.kind} ${claim.told}\n`);
