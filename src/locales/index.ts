/** The words and number forms of every language. */
export { type Language, languages, type NumberForms, numberForms } from './number-forms.ts';
export { type MessageName, type Words, wordsOf } from './words.ts';
