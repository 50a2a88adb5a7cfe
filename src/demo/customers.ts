/** The customers: who they are follows from their number alone, so that millions need no memory but their mood. */
import { bitsOf, type Chance } from './chance.ts';
import type { Clock } from './clock.ts';
import { bytesOf } from './csv-file.ts';
import type { Files } from './files.ts';
import { languages } from './phrasebook.ts';

export interface Customers {
  readonly count: number;
  readonly partners: number;
  /** Someone known on that day; a third of all requests come from the tenth who write often. */
  someone(chance: Chance, day: number): number;
  partner(chance: Chance): number;
  isPartner(customer: number): boolean;
  /** Place in `languages`. */
  language(customer: number): number;
  /** Remembers the last contact and how satisfied it left them (1–5, 0 for unknown). */
  remember(customer: number, day: number, mood: number): void;
  mood(customer: number): number;
  /** Writes all of them, once everything that happened is known; returns how many left. */
  write(files: Files, chance: Chance, clock: Clock): Left;
}

/** Customers who left, by whether they had ever been in contact. */
export interface Left {
  readonly after_contact: number;
  readonly without: number;
}

const perCase = 0.42;
const partnerEvery = 100;
const oftenEvery = 10;
const oftenShare = 0.33;
/** Seven of ten were customers before the first day. */
const knownBefore = 0.7;
/** Thirteen bits hold the days of twenty years. */
const moodBits = 13;
const dayMask = 2 ** moodBits - 1;
const words = {
  consumer: bytesOf('consumer'),
  club: bytesOf('club'),
  partner: bytesOf('partner'),
  languages: languages.map(bytesOf),
};
const italy = bytesOf('IT');
const abroad = ['GB', 'IE', 'DE', 'FR', 'NL', 'CH'].map(bytesOf);
export const customerLetter = 'C'.charCodeAt(0);

export function customersOf(seed: number, cases: number, dayCount: number): Customers {
  const count = Math.max(200, Math.round(cases * perCase));
  const partners = Math.max(1, Math.floor(count / partnerEvery));
  /** The last day plus one, and in the three highest bits the mood. */
  const memory = new Uint16Array(count);
  const mood = (customer: number): number => (memory[customer] ?? 0) >> moodBits;
  const lastDay = (customer: number): number => ((memory[customer] ?? 0) & dayMask) - 1;
  const bits = (customer: number): number => bitsOf(seed, customer);
  const known = (day: number): number =>
    Math.floor(count * (knownBefore + ((1 - knownBefore) * (day + 1)) / dayCount));
  const isPartner = (customer: number): boolean =>
    customer % partnerEvery === 0 && customer / partnerEvery < partners;
  const language = (customer: number): number => (bits(customer) % 100 < 62 ? 0 : 1);
  return {
    count,
    partners,
    someone: (chance, day) => {
      const most = Math.min(count, known(day));
      if (!chance.happens(oftenShare)) return chance.below(most);
      return chance.below(Math.ceil(most / oftenEvery)) * oftenEvery;
    },
    partner: (chance) => chance.below(partners) * partnerEvery,
    isPartner,
    language,
    remember: (customer, day, newMood) => {
      memory[customer] = ((newMood > 0 ? newMood : mood(customer)) << moodBits) | (day + 1);
    },
    mood,
    write: ({ customers: file }, chance, clock) => {
      const left = { after_contact: 0, without: 0 };
      for (let customer = 0; customer < count; customer++) {
        const came = Math.ceil(((customer / count - knownBefore) / (1 - knownBefore)) * dayCount);
        const last = lastDay(customer);
        const until =
          last < 0
            ? quietLeaving(chance, Math.max(0, came), dayCount)
            : leavingDay(chance, last, mood(customer));
        const goes = until >= 0 && until < dayCount;
        if (goes) left[last < 0 ? 'without' : 'after_contact']++;
        const segment = isPartner(customer)
          ? words.partner
          : bits(customer) % 7 < 2
            ? words.club
            : words.consumer;
        file
          .key(customerLetter, customer + 1)
          .text(segment)
          .text(countryOf(language(customer), bits(customer)));
        file
          .text(words.languages[language(customer)] ?? italy)
          .time(since(chance, customer / count, clock, dayCount));
        file.time(goes ? clock.at(until, 43_200) : -1);
        file.cents(yearlyValue(chance, isPartner(customer))).end();
      }
      return left;
    },
  };
}

const countryOf = (language: number, bits: number): Uint8Array =>
  language === 0 ? italy : (abroad[(bits >>> 8) % abroad.length] ?? italy);

const yearlyValue = (chance: Chance, partner: boolean): number =>
  Math.round(chance.lognormal(partner ? 2_500_000 : 18_000, 0.8));

/** The first seven tenths came in the six years before, the others in the order of their numbers. */
function since(chance: Chance, share: number, clock: Clock, dayCount: number): number {
  const first = clock.days[0]?.start ?? 0;
  if (share < knownBefore) return Math.floor(first - chance.between(30, 6 * 365) * 86_400);
  const day = Math.floor(((share - knownBefore) / (1 - knownBefore)) * dayCount);
  return clock.at(Math.max(0, day - 1), 28_800);
}

/** Some go without a word, on any day of the year. */
function quietLeaving(chance: Chance, from: number, dayCount: number): number {
  return chance.happens(quietOdds) ? from + 1 + chance.below(Math.max(1, dayCount - from)) : -1;
}

const quietOdds = 0.04;

/** People leave a few weeks after their last contact, the unhappy ones far more often. */
function leavingDay(chance: Chance, lastDay: number, mood: number): number {
  const odds = mood === 0 ? 0.03 : mood <= 2 ? 0.2 : 0.025;
  if (!chance.happens(odds)) return -1;
  return lastDay + 3 + chance.below(40);
}
