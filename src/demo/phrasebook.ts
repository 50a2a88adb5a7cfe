/** Puts sentences together into the bodies of messages and the comments of surveys, as bytes ready for a quoted field. */
import { categories, products } from './catalogue.ts';
import type { Chance } from './chance.ts';
import { bytesOf, type CsvFile } from './csv-file.ts';
import { english } from './phrases-en.ts';
import { italian } from './phrases-it.ts';

/** A language's sentences by what they do. */
export interface Phrases extends Readonly<Record<Move, readonly string[]>> {
  /** The request itself, by category. */
  readonly ask: Readonly<Record<string, readonly string[]>>;
  /** What is answered to it. */
  readonly tell: Readonly<Record<string, readonly string[]>>;
}

const moves = [
  'hello',
  'bye',
  'detail',
  'contact',
  'fault',
  'more',
  'again',
  'thanks',
  'answerOpen',
  'question',
  'answerClose',
  'spam',
  'received',
  'botHello',
  'note',
  'praise',
  'praiseMore',
  'complaintMore',
  'middling',
  'complaint',
  'slow',
  'passedOn',
  'repeated',
  'faulty',
] as const;

export type Move = (typeof moves)[number];

/** What the slots of a sentence are filled with. */
export interface Filling {
  readonly product: number;
  /** Number of the case, from which the order's number follows. */
  readonly n: number;
  readonly customer: number;
}

type Piece = Uint8Array | 'product' | 'order' | 'mail' | 'phone';
type Sentence = readonly Piece[];

interface Book {
  readonly moves: Readonly<Record<Move, readonly Sentence[]>>;
  readonly ask: readonly (readonly Sentence[])[];
  readonly tell: readonly (readonly Sentence[])[];
}

export const languages = ['it', 'en'] as const;
const books: readonly Book[] = [italian, english].map(bookOf);
const orderOffset = 400_000;
const orderMark = bytesOf('CF-');
const productNames = products.map(bytesOf);
const mailStart = bytesOf('cliente.');
const mailEnd = bytesOf('@example.org');
/** Turin numbers with a block that nobody is given. */
const phoneStart = bytesOf('+39 011 0000 ');

/** Writes one sentence of a kind into an open quoted field. */
export function say(file: CsvFile, chance: Chance, language: number, move: Move, filling: Filling): void {
  const book = books[language];
  if (book !== undefined) saySentence(file, one(book.moves[move], chance), filling);
}

/** The request itself. */
export function ask(
  file: CsvFile,
  chance: Chance,
  language: number,
  category: number,
  filling: Filling,
): void {
  saySentence(file, one(books[language]?.ask[category] ?? [], chance), filling);
}

/** The answer to it. */
export function tell(
  file: CsvFile,
  chance: Chance,
  language: number,
  category: number,
  filling: Filling,
): void {
  saySentence(file, one(books[language]?.tell[category] ?? [], chance), filling);
}

const one = (sentences: readonly Sentence[], chance: Chance): Sentence =>
  sentences[chance.below(sentences.length)] ?? [];

function saySentence(file: CsvFile, sentence: Sentence, filling: Filling): void {
  for (const piece of sentence) {
    if (typeof piece !== 'string') file.part(piece);
    else if (piece === 'product') file.part(productNames[filling.product] ?? orderMark);
    else if (piece === 'order') file.part(orderMark).digits(filling.n + orderOffset);
    else if (piece === 'mail')
      file
        .part(mailStart)
        .digits(filling.customer + 1)
        .part(mailEnd);
    else file.part(phoneStart).digits(100 + ((filling.customer + 1) % 900));
  }
}

function bookOf(phrases: Phrases): Book {
  const sentences = (texts: readonly string[]): readonly Sentence[] => texts.map(sentenceOf);
  return {
    moves: Object.fromEntries(moves.map((move) => [move, sentences(phrases[move])])) as Book['moves'],
    ask: categories.map(({ name }) => sentences(phrases.ask[name] ?? [])),
    tell: categories.map(({ name }) => sentences(phrases.tell[name] ?? [])),
  };
}

/** Splits a text at its slots; it begins with a capital, and quotes are doubled, as CSV wants them. */
function sentenceOf(text: string): Sentence {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital
    .replaceAll('"', '""')
    .split(/\{(product|order|mail|phone)\}/)
    .map((part, i): Piece => (i % 2 === 1 ? (part as Exclude<Piece, Uint8Array>) : bytesOf(part)))
    .filter((piece) => typeof piece === 'string' || piece.length > 0);
}
