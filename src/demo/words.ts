/** The words of the files as bytes, made once. */
import {
  actorKinds,
  channels,
  eventKinds,
  outcomes,
  presenceStates,
  priorities,
  statuses,
} from '../model/vocabulary.ts';
import { categories, products } from './catalogue.ts';
import { channelNames } from './channels.ts';
import { bytesOf } from './csv-file.ts';
import { agents, teams } from './people.ts';
import { languages } from './phrasebook.ts';

const keyed = <Word extends string>(words: readonly Word[]): Readonly<Record<Word, Uint8Array>> =>
  Object.fromEntries(words.map((word) => [word, bytesOf(word)])) as Record<Word, Uint8Array>;

export const nothing = new Uint8Array(0);
export const zeroCustomer = bytesOf('0');
export const yes = bytesOf('true');
export const no = bytesOf('false');

export const channelWords = channelNames.map(bytesOf);
export const categoryWords = categories.map(({ name }) => bytesOf(name));
export const subcategoryWords = categories.map(({ subcategories }) => subcategories.map(bytesOf));
export const productWords = products.map(bytesOf);
export const languageWords = languages.map(bytesOf);
export const priorityWords = priorities.map(bytesOf);
export const statusWords = statuses.map(bytesOf);
export const teamWords = teams.map(({ name }) => bytesOf(name));
export const departmentWords = teams.map(({ department }) => bytesOf(department));
export const agentWords = agents.map(({ id }) => bytesOf(id));
export const kinds = keyed(eventKinds);
export const whoWords = keyed(actorKinds);
export const outcomeWords = keyed(outcomes);
export const channelByName = keyed(channels);
export const presenceWords = keyed(presenceStates);

/** A word by its place; places come from the tables above, so a hole is a fault of this program. */
export function wordAt(words: readonly Uint8Array[], place: number): Uint8Array {
  return words[place] ?? nothing;
}
