/** Scores what is said of the demo company against its truth and writes docs/chance/demo-score.md: node bench/demo-score.ts [SEEDS] [CASES]. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesJudged, peopleFound } from './demo-score/changes-and-people.ts';
import { falseClaims } from './demo-score/false-claims.ts';
import { foundByAlarm } from './demo-score/found-by-alarm.ts';
import { scorePage, type YearScore } from './demo-score/page.ts';
import { withYear } from './demo-score/year.ts';

const SEEDS = Number(process.argv[2] ?? 5);
const CASES = Number(process.argv[3] ?? 20_000);

const scores: YearScore[] = [];
for (let seed = 1; seed <= SEEDS; seed++) {
  process.stderr.write(`seed ${seed} of ${SEEDS} …\n`);
  scores.push(
    await withYear(seed, CASES, async (year) => ({
      alarms: await foundByAlarm(year),
      changes: await changesJudged(year),
      people: await peopleFound(year),
      claims: await falseClaims(year),
    })),
  );
  // Years take minutes: what was measured stands, whenever the run is stopped.
  writeFileSync(join(import.meta.dirname, '../docs/chance/demo-score.md'), scorePage(scores, CASES));
}

console.log(scorePage(scores, CASES));
