/** Makes the demo company's year: fourteen CSV files and the truth about them. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDate, Problem } from '../model/index.ts';
import { blemishesIn } from './blemishes.ts';
import { booksOf } from './books.ts';
import { chanceOf } from './chance.ts';
import { clockOf } from './clock.ts';
import { comesAgain } from './comes-again.ts';
import { customersOf } from './customers.ts';
import { type Demand, demandOf } from './demand.ts';
import { dutyOf } from './duty.ts';
import { effectsOf } from './effects.ts';
import { closeFiles, type Files, fileNames, openFiles } from './files.ts';
import { rememberedDays } from './first-contact.ts';
import { writeOutages } from './outages.ts';
import { writeRegisters } from './registers.ts';
import { reviewsOf } from './reviews.ts';
import { rosterOf } from './roster.ts';
import { stampsOf } from './stamps.ts';
import { type Beside, type Setting, truthOf } from './truth.ts';
import type { World } from './world.ts';
import { liveThrough, type Progress } from './year.ts';

export interface DemoOptions {
  /** Gets `data/*.csv` and, beside them, `data/truth.json`. */
  readonly folder: string;
  readonly seed?: number;
  /** Rows of cases.csv that are different cases, left-out ones included. */
  readonly cases?: number;
  /** Local dates, half-open. The story is set in 2025; what lies outside the dates does not happen. */
  readonly from?: string;
  readonly to?: string;
  /** Rows twice, older versions and broken lines, all counted in the truth. */
  readonly blemishes?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface DemoSummary {
  readonly data: string;
  readonly truth: string;
  readonly cases: number;
  readonly files: readonly {
    readonly name: string;
    readonly path: string;
    readonly rows: number;
    readonly bytes: number;
  }[];
}

const fewestCases = 500;

/**
 * The same seed and size give the same bytes; another seed gives other luck around the same planted truths. Memory
 * grows by some seven bytes a case, for what must be remembered of each customer. Nothing is left behind where it is
 * aborted or fails: files take their names only when all are whole.
 *
 * @throws Problem `demo_size`, `demo_period` for what cannot be made; `disk_full`
 * @example await generateDemo({ folder: 'demo', seed: 7, cases: 50_000 })
 */
export async function generateDemo({
  folder,
  seed = 1,
  cases = 50_000,
  from = '2025-01-01',
  to = '2026-01-01',
  blemishes: wanted = true,
  signal,
  onProgress,
}: DemoOptions): Promise<DemoSummary> {
  check(cases, from, to);
  const setting = { seed, cases, from, to };
  const making = join(folder, 'data.making');
  mkdirSync(making, { recursive: true });
  try {
    const { world, demand } = worldOf(making, setting);
    const blemishes = blemishesIn(cases, wanted);
    const beside: Beside = { customersLeft: { after_contact: 0, without: 0 }, outages: {}, reviews: {} };
    try {
      await liveThrough(world, { cases, demand, blemishes, signal, onProgress });
      beside.customersLeft = world.customers.write(
        world.files,
        chanceOf(seed, streams.customers),
        world.clock,
      );
      beside.reviews = world.reviews.write(world.files.reviews);
      beside.outages = writeOutages(world.files.outages, chanceOf(seed, streams.outages), world.clock);
      writeRegisters(world.files);
    } finally {
      closeFiles(world.files);
    }
    const truth = truthOf({ setting, world, blemishes: blemishes.counts(), beside });
    return publish(folder, making, world.files, cases, truth);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** Each part of the world has luck of its own, so that a change in one leaves the others as they were. */
const streams = { cases: 0, roster: 1, customers: 2, demand: 3, duty: 4, reviews: 5, outages: 6 } as const;

function worldOf(folder: string, { seed, cases, from, to }: Setting): { world: World; demand: Demand } {
  const clock = clockOf(from, to);
  const effects = effectsOf(clock);
  const demand = demandOf(chanceOf(seed, streams.demand), clock, effects, cases);
  const customers = customersOf(seed, cases, clock.dayCount);
  const roster = rosterOf(chanceOf(seed, streams.roster), clock, effects);
  const world = {
    chance: chanceOf(seed, streams.cases),
    clock,
    effects,
    roster,
    customers,
    comesAgain: comesAgain(),
    files: openFiles(folder, stampsOf(clock)),
    books: booksOf(clock, {
      capacity: mostWithin(demand.counts, rememberedDays),
      customers: customers.count,
    }),
    duty: dutyOf({ chance: chanceOf(seed, streams.duty), clock, roster, counts: demand.counts }),
    reviews: reviewsOf(chanceOf(seed, streams.reviews), clock),
  };
  return { world, demand };
}

/** Most cases opened within any stretch of so many days. */
function mostWithin(counts: Int32Array, days: number): number {
  let most = 0;
  let running = 0;
  for (let day = 0; day < counts.length; day++) {
    running += (counts[day] ?? 0) - (counts[day - days] ?? 0);
    most = Math.max(most, running);
  }
  return most;
}

function publish(folder: string, making: string, files: Files, cases: number, truth: object): DemoSummary {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  for (const name of fileNames) renameSync(join(making, `${name}.csv`), join(data, `${name}.csv`));
  const truthPath = join(data, 'truth.json');
  writeFileSync(truthPath, `${JSON.stringify(truth, null, 2)}\n`);
  return {
    data,
    truth: truthPath,
    cases,
    files: fileNames.map((name) => {
      const { rows, bytes } = files[name];
      return { name: `${name}.csv`, path: join(data, `${name}.csv`), rows, bytes };
    }),
  };
}

function check(cases: number, from: string, to: string): void {
  if (!Number.isInteger(cases) || cases < fewestCases) {
    throw new Problem('demo_size', {
      found: `${cases} as the number of cases`,
      expected: `a whole number from ${fewestCases} on`,
      todo: 'leave it out for 50,000',
    });
  }
  if (!isDate(from) || !isDate(to) || to <= from) {
    throw new Problem('demo_period', {
      found: `a demo from ${from} to ${to}`,
      expected: 'two dates YYYY-MM-DD, the earlier one first',
      todo: 'leave them out for the year 2025',
    });
  }
}
