/** What stands around the sections of a report: title, period, sources, and the line at its foot. */
import type { Context } from './block.ts';
import { filterText } from './filter-text.ts';
import { periodText, typedPeriod } from './period-text.ts';
import type { Report, Section } from './report.ts';
import type { ReportRequest } from './request.ts';

export function framed(
  sections: readonly Section[],
  { words, state, gaps }: Context,
  request: ReportRequest,
): Report {
  const { company, period, language, confidentiality, version, definitions, zone, template, where } = request;
  const { forms } = words;
  return {
    language,
    title: template.title?.[language] ?? words.say(`report.title.${template.objective}`),
    company: company.name,
    logo: company.logoSvg,
    period: [periodText(period, words, state.dataFrom !== null), filterText(where, words)]
      .filter((part) => part !== '')
      .join(' · '),
    dataThrough:
      state.dataThrough === null
        ? words.say('report.through.undated')
        : forms.instant(state.dataThrough, zone),
    missingDays:
      gaps.length === 0
        ? null
        : words.say('report.missingDays', {
            n: gaps.length,
            days: forms.list(gaps.slice(0, 7).map(forms.date)),
          }),
    sources: Object.entries(state.counts)
      .filter(([, count]) => count > 0)
      .map(([record, count]) =>
        words.say('report.source', {
          record: words.sayKnown(`record.${record}`, 'record.other'),
          text: forms.count(count),
        }),
      ),
    contact: company.contact,
    confidentiality,
    sections,
    foot: words.say('report.foot', {
      version,
      data: state.dataVersion.slice(0, 12),
      definitions: definitions.slice(0, 12),
      template: /\s/.test(template.name) ? `"${template.name}"` : template.name,
      period: typedPeriod(period),
      language,
    }),
  };
}
