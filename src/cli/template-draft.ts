/** The text of a new template: ours for the objective, with its filter, ready to be edited. */
import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Filter } from '../metrics/index.ts';
import { type Objective, ourTemplate } from '../reports/index.ts';

const names: Readonly<Record<Objective, string>> = {
  whole_picture: 'whole-picture',
  raise_satisfaction: 'raise-satisfaction',
  cut_cost: 'cut-cost',
  meet_agreement: 'meet-the-agreement',
  staff_channels: 'staff-the-channels',
  understand_customers: 'understand-customers',
  review_people: 'review-people',
};

export const ourTemplateFor = (objective: string): string => names[objective as Objective];

const head = `# Your own template: change anything; what is misspelt is told with its line when it is printed.
# Figures: tidemark explain lists the metrics. Blocks: docs/reports.md. Further parts that may stand here:
#   note: { en: Your words on page one., it: Le tue parole in prima pagina. }
#   targets: [{ metric: csat, value: 0.85 }]
#   benchmarks: [{ metric: csat, value: 0.8, source: who says so, date: 2025-06-30 }]
`;

export function draftTemplate(objective: string, where: readonly Filter[]): string {
  const ours = readFileSync(ourTemplate(ourTemplateFor(objective)), 'utf8');
  const body = ours.replace(/^#.*\n/gm, '');
  const part = where.length === 0 ? '' : stringify({ where: written(where) });
  return head + body.replace(/^(objective: .*\n)/m, `$1${part}`);
}

const written = (where: readonly Filter[]): object =>
  Object.fromEntries(
    where.map(({ dimension, values }) => {
      const texts = values.map((value) => value ?? 'unknown()');
      return [dimension, texts.length === 1 ? texts[0] : texts];
    }),
  );
