/** The few words that belong to the paper and not to the report: beside the frame, above lists, at the foot. */
import { wordsOf } from '../../locales/index.ts';
import type { Report } from '../report.ts';

const names = [
  'skip',
  'period',
  'dataThrough',
  'missingDays',
  'sources',
  'contact',
  'asTable',
  'definition',
  'rows',
  'effect',
  'owner',
  'by',
  'advice',
  'audience',
  'rules',
  'close',
] as const;

/** `page` keeps its `{page}` and `{pages}`: only the typesetter knows them. */
export type Labels = Readonly<Record<(typeof names)[number] | 'page', string>>;

export function labelsOf(language: Report['language']): Labels {
  const words = wordsOf(language);
  const said = Object.fromEntries(names.map((name) => [name, words.say(`paper.${name}`)]));
  const page = words.say('paper.page', { page: '{page}', pages: '{pages}' });
  return { ...(said as Record<(typeof names)[number], string>), page };
}
