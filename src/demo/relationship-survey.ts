/** The quarterly question to customers at large: would you recommend us? */
import { bytesOf } from './csv-file.ts';
import { letters, writeCustomer } from './log.ts';
import { say } from './phrasebook.ts';
import { never } from './ticket.ts';
import { channelByName } from './words.ts';
import type { World } from './world.ts';

const sentOn = ['03-18', '06-17', '09-16', '12-09'];
const perCase = 0.06;
const answerShare = 0.24;
const commentShare = 0.3;
const nps = bytesOf('nps');
/** Mean answer by what the last contact left behind: unknown, then 1 to 5. */
const meanByMood = [8.3, 3.6, 5.4, 6.9, 8.2, 9.1] as const;

/** Asks on the four days of the year; `cases` sets how many are asked. */
export function askAtLarge(world: World, day: number, cases: number): void {
  const date = world.clock.days[day]?.date ?? '';
  if (!sentOn.includes(date.slice(5))) return;
  const asked = Math.max(50, Math.round(cases * perCase));
  for (let i = 0; i < asked; i++) askOne(world, day);
}

function askOne(world: World, day: number): void {
  const { chance, clock, customers, files, books } = world;
  const customer = customers.someone(chance, day);
  const felt = meanByMood[customers.mood(customer)] ?? 8;
  const score = Math.max(0, Math.min(10, Math.round(felt + 1.7 * chance.normal())));
  const sentAt = Math.floor(clock.at(day, 36_000 + chance.between(0, 3600)));
  const answeredAt = Math.floor(sentAt + 600 + chance.lognormal(50_000, 1.1));
  const answered = chance.happens(score <= 3 ? 1.3 * answerShare : answerShare) && answeredAt < clock.end;
  const file = files.surveys;
  file
    .key(letters.survey, file.rows + 1)
    .text(nps)
    .whole(0)
    .whole(10)
    .seconds(answered ? score : never);
  file
    .time(sentAt)
    .time(answered ? answeredAt : never)
    .none()
    .none()
    .none();
  writeCustomer(file, customer).text(channelByName.email);
  if (answered && chance.happens(commentShare)) commentOn(world, customer, score);
  else file.none();
  file.end();
  books.recommended(score, answered, day);
}

function commentOn(
  { chance, customers, files: { surveys: file } }: World,
  customer: number,
  score: number,
): void {
  const filling = { product: chance.below(10), n: customer, customer };
  const words = score >= 9 ? 'praise' : score >= 7 ? 'middling' : 'complaint';
  file.quote();
  say(file, chance, customers.language(customer), words, filling);
  file.quote().none();
}
