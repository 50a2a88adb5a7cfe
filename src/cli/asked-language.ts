/** The language that was asked for on the command line. */
import { type Language, languages } from '../locales/index.ts';
import { Problem } from '../model/index.ts';

/** @throws Problem `language_unknown` */
export function askedLanguage(text: string): Language {
  const known = languages.find((language) => language === text);
  if (known !== undefined) return known;
  throw new Problem('language_unknown', {
    found: `"${text}" after --lang`,
    expected: languages.join(' or '),
    todo: 'use one of these',
  });
}
