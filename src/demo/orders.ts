/** Orders, returns, sign-ups and good-byes: the customer's way outside service. */
import { bytesOf } from './csv-file.ts';
import { letters, writeCustomer } from './log.ts';
import type { World } from './world.ts';

const perCase = 1.4;
const steps = [
  { kind: 'order', word: bytesOf('order'), upTo: 0.87 },
  { kind: 'return', word: bytesOf('return'), upTo: 0.96 },
  { kind: 'sign_up', word: bytesOf('sign_up'), upTo: 0.99 },
  { kind: 'referral', word: bytesOf('referral'), upTo: 1 },
] as const;

/** `share` is the day's part of a year of `cases`. */
export function sellOn(world: World, day: number, cases: number, share: number): void {
  const { chance, clock, customers, files, books } = world;
  const count = Math.round(cases * perCase * share);
  const file = files.orders;
  for (let i = 0; i < count; i++) {
    const drawn = chance.unit();
    const step = steps.find(({ upTo }) => drawn < upTo) ?? steps[0];
    file.key(letters.order, file.rows + 1);
    writeCustomer(file, customers.someone(chance, day));
    file.time(clock.at(day, chance.between(6, 23.9) * 3600)).text(step.word);
    if (step.kind === 'order' || step.kind === 'return') file.cents(Math.round(chance.lognormal(9_000, 0.7)));
    else file.none();
    file.end();
    books.ordered(day, step.kind);
  }
}
