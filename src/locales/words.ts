/** Says a message in a language: names and facts in, sentences out. */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en.ts';
import { it } from './it.ts';
import { type Language, type NumberForms, numberForms } from './number-forms.ts';

export type MessageName = keyof typeof en;

/** Every language has every message: the compiler sees to it. */
const messages: Readonly<Record<Language, Readonly<Record<MessageName, string>>>> = { en, it };

export interface Words {
  readonly language: Language;
  readonly forms: NumberForms;
  /** @throws where a fact that the message needs is absent: a fault of the code, never of the user */
  say(name: MessageName, facts?: Facts): string;
  /** The message of a name that was put together at run time, or another where there is none. */
  sayKnown(name: string, otherwise: MessageName, facts?: Facts): string;
  /** What the company has named itself. */
  readonly own: OwnTerms;
}

export interface OwnTerm {
  readonly name: string;
  readonly question: string;
  readonly formula: string;
  readonly countedOut: string;
}

export interface OwnTerms {
  readonly metrics: Readonly<Record<string, OwnDefinition>>;
  readonly dimensions: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

/** Of a metric that the company wrote, what a reader is told. */
interface OwnDefinition {
  readonly words: Readonly<Record<Language, OwnTerm>>;
  readonly better: 'up' | 'down' | 'neither';
  readonly stats: readonly string[];
  readonly rules: readonly { readonly token: string; readonly default: string }[];
}

const nothingOwn: OwnTerms = { metrics: {}, dimensions: {} };

type Facts = Readonly<Record<string, string | number | null>>;

/**
 * The words of one language.
 *
 * @example wordsOf('it').say('verdict.signal') // 'Cambiato'
 */
export function wordsOf(language: Language, own: OwnTerms = nothingOwn): Words {
  const compiled = new Map<MessageName, IntlMessageFormat>();
  const message = (name: MessageName): IntlMessageFormat => {
    const known = compiled.get(name);
    if (known !== undefined) return known;
    const made = new IntlMessageFormat(
      messages[language][name],
      language === 'en' ? 'en-GB' : 'it-IT',
      undefined,
      {
        ignoreTag: true,
      },
    );
    compiled.set(name, made);
    return made;
  };
  const say = (name: MessageName, facts: Facts = {}): string => String(message(name).format({ ...facts }));
  return {
    language,
    forms: numberForms(language),
    say,
    own,
    sayKnown: (name, otherwise, facts) => say(isMessage(name) ? name : otherwise, facts),
  };
}

/** Whether a text is the name of a message: insights carry names as plain text. */
const isMessage = (name: string): name is MessageName => Object.hasOwn(en, name);
