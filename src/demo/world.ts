/** Everything a case can meet while it is lived through. */
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import type { ComesAgain } from './comes-again.ts';
import type { Customers } from './customers.ts';
import type { Duty } from './duty.ts';
import type { Effects } from './effects.ts';
import type { Files } from './files.ts';
import type { Reviews } from './reviews.ts';
import type { Roster } from './roster.ts';

export interface World {
  readonly chance: Chance;
  readonly clock: Clock;
  readonly effects: Effects;
  readonly roster: Roster;
  readonly customers: Customers;
  readonly comesAgain: ComesAgain;
  readonly files: Files;
  readonly books: Books;
  readonly duty: Duty;
  readonly reviews: Reviews;
}
