/** The few words that belong to the paper and not to the report: beside the frame, above lists, at the foot. */
import type { Report } from '../report.ts';

export interface Labels {
  readonly skip: string;
  readonly period: string;
  readonly dataThrough: string;
  readonly missingDays: string;
  readonly sources: string;
  readonly contact: string;
  readonly asTable: string;
  readonly definition: string;
  readonly rows: string;
  readonly effect: string;
  readonly owner: string;
  readonly by: string;
  readonly advice: string;
  readonly audience: string;
  readonly rules: string;
  readonly close: string;
  /** `{page}` and `{pages}` are filled in. */
  readonly page: string;
}

const english: Labels = {
  skip: 'Skip to the report',
  period: 'Period',
  dataThrough: 'Data through',
  missingDays: 'Missing days',
  sources: 'Sources',
  contact: 'Contact',
  asTable: 'The same as a table',
  definition: 'Definition',
  rows: 'The rows behind it',
  effect: 'Effect',
  owner: 'Owner',
  by: 'By',
  advice: 'What to do',
  audience: 'For',
  rules: 'Rules',
  close: 'Close',
  page: 'Page {page} of {pages}',
};

const italian: Labels = {
  skip: 'Vai al rapporto',
  period: 'Periodo',
  dataThrough: 'Dati fino al',
  missingDays: 'Giorni mancanti',
  sources: 'Fonti',
  contact: 'Contatto',
  asTable: 'Gli stessi dati in tabella',
  definition: 'Definizione',
  rows: 'Le righe che la compongono',
  effect: 'Effetto',
  owner: 'Responsabile',
  by: 'Entro',
  advice: 'Che cosa fare',
  audience: 'Per',
  rules: 'Regole',
  close: 'Chiudi',
  page: 'Pagina {page} di {pages}',
};

export const labelsOf: Readonly<Record<Report['language'], Labels>> = { en: english, it: italian };
