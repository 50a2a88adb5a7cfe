/** Whether a message only says thanks: such a message asks for nothing and does not spoil a first-contact resolution. */
import { type RawBuilder, sql } from 'kysely';
import type { Sql } from './fact-statement.ts';

/** One of these must be there. */
const thanks = [
  'thanks',
  'thank you',
  'thx',
  'ty',
  'cheers',
  'great',
  'perfect',
  'grazie',
  'ringrazio',
  'perfetto',
  'ottimo',
];

/** And nothing else but these. */
const courtesies = [
  ...[
    'a lot',
    'so much',
    'very',
    'much',
    'many',
    'again',
    'all',
    'it',
    'works',
    'now',
    'for',
    'the',
    'your',
    'help',
  ],
  ...[
    'quick',
    'reply',
    'answer',
    'ok',
    'okay',
    'that',
    'is',
    's',
    'hi',
    'hello',
    'bye',
    'best',
    'regards',
    'solved',
  ],
  ...[
    'mille',
    'tante',
    'molte',
    'ancora',
    'di',
    'tutto',
    'della',
    'risposta',
    'per',
    'l',
    'aiuto',
    'il',
    'la',
    'vi',
  ],
  ...[
    'ti',
    'va',
    'bene',
    'ora',
    'adesso',
    'funziona',
    'ciao',
    'salve',
    'buongiorno',
    'buona',
    'giornata',
    'saluti',
  ],
  ...['cordiali', 'molto', 'gentile', 'gentili', 'risolto', 'everyone', 'team', 'you', 'were', 'fast'],
];

const any = (words: readonly string[]): string => `(${words.join('|')})`;
const gap = '[^a-z?]+';
const pattern = `^[^a-z?]*(${any(courtesies)}${gap})*${any(thanks)}(${gap}${any([...thanks, ...courtesies])})*[^a-z?]*$`;

/**
 * True for short English and Italian thanks without a question; an unknown text is no thanks.
 *
 * @example onlyThanks(sql.ref('m.body')) // 'Grazie mille, ora funziona!' → true, 'Thanks, but it still fails' → false
 */
export const onlyThanks = (body: Sql): RawBuilder<boolean> =>
  sql`case when length(${body}) between 1 and 100 and strpos(${body}, '?') = 0
    then regexp_replace(lower(${body}), ${pattern}, '') = '' else false end`;
