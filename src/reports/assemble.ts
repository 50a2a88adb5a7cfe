/** Makes a report: every question is asked once, insights are found and ranked, blocks are worded in one language. */
import { dataProblem } from '../insights/data-problem.ts';
import type { InsightKind, Scope } from '../insights/kind.ts';
import { messagesPerCustomer } from '../insights/messages-per-customer.ts';
import { dataProblems } from '../insights/quality.ts';
import { ranked } from '../insights/rank.ts';
import { realChange } from '../insights/real-change.ts';
import { type Language, type Words, wordsOf } from '../locales/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { type AnswerContext, answer, catalogue, typedBases } from '../metrics/index.ts';
import type { Question, Statistic } from '../metrics/question.ts';
import { localDate, type Period } from '../model/index.ts';
import type { Warehouse, WarehouseState } from '../warehouse/index.ts';
import type { BlockKind, Context } from './block.ts';
import { blockOf } from './blocks/index.ts';
import { chartsWatched, watch } from './blocks/watch.ts';
import { filledDimensions } from './filled-dimensions.ts';
import { type Closed, gapDays, gapQuestions } from './gaps.ts';
import { oldestOpen } from './oldest-open.ts';
import { periodText, typedPeriod } from './period-text.ts';
import type { Report, Section } from './report.ts';
import { spokenVoices } from './spoken-voices.ts';
import type { Template } from './template.ts';

const kinds: readonly InsightKind[] = [realChange, messagesPerCustomer, dataProblem];

export interface ReportRequest {
  readonly template: Template;
  readonly period: Period | 'all';
  readonly language: Language;
  readonly zone: string;
  readonly where: Question['where'];
  readonly rules: Question['rules'];
  readonly company: {
    readonly name: string;
    readonly logoSvg: string | null;
    readonly contact: string | null;
  };
  readonly confidentiality: string | null;
  readonly note: string | null;
  readonly printComments: boolean;
  readonly peoplePurpose: string | null;
  /** Weekdays (1–7) and dates without service: days on which nothing is missing when nothing came in. */
  readonly closed: Closed;
  readonly version: string;
  /** Names the catalogue's state; printed, so that a report can be made again as it stood. */
  readonly definitions: string;
  readonly metrics: AnswerContext;
}

export interface MadeReport {
  readonly report: Report;
  /** Every figure that was made, all compared as one family. */
  readonly figures: readonly Figure[];
  readonly state: WarehouseState;
}

/** @throws Problem where the template names a metric that is not there or the warehouse is empty */
export async function makeReport(warehouse: Warehouse, request: ReportRequest): Promise<MadeReport> {
  const { template, period, zone, where, rules, language } = request;
  const state = await warehouse.state();
  const questions = headlineQuestions(request);
  const answered = await answer(warehouse, [...questions.ours, ...questions.helpdesk], request.metrics);
  const first = withoutStandIns(answered.slice(0, questions.ours.length).flat(), template);
  const helpdesk = answered.slice(questions.ours.length).flat();
  const scope: Scope = {
    period,
    zone,
    where,
    rules,
    metrics: [...new Set(first.filter(({ value }) => value !== null).map(({ metric }) => metric))],
    dimensions: await filledDimensions(warehouse),
    dataFrom: state.dataFrom === null ? null : localDate(state.dataFrom, zone),
    problems: await dataProblems(warehouse),
    headline: first,
  };
  const blocks = { one: chosen(template.one), two: chosen(template.two), behind: chosen(template.behind) };
  const all = [...blocks.one, ...blocks.two, ...blocks.behind];
  const asking = [...[...kinds, ...all].map((each) => each.questions(scope)), gapQuestions(scope)];
  const answers = await answer(warehouse, asking.flat(), request.metrics);
  const given = dealt(answers, asking);
  const words = wordsOf(language, ownTerms(request.metrics));
  const context: Context = {
    scope,
    words,
    state,
    headline: first,
    helpdesk,
    insights: ranked(kinds.flatMap((kind, i) => kind.find(given[i] ?? [], scope))),
    voices: request.printComments ? await spokenVoices(warehouse, scope) : [],
    note: request.note,
    gaps: gapDays(given.at(-1) ?? [], request.closed),
    families: { pageOne: compared(first), behind: compared(answers.flat()) },
    watched: all.some(({ name }) => name === watch.name) ? chartsWatched(scope) : 0,
    peoplePurpose: request.peoplePurpose,
    oldest: await oldestOpen(warehouse, first, zone),
  };
  const told = given.slice(kinds.length, -1);
  const section = (page: Section['page'], from: readonly BlockKind[], offset: number): Section => ({
    page,
    title: words.say(`report.page.${page}`),
    blocks: from.flatMap((block, i) => block.build(told[offset + i] ?? [], context)),
  });
  const sections = [
    section('one', blocks.one, 0),
    section('two', blocks.two, blocks.one.length),
    section('behind', blocks.behind, blocks.one.length + blocks.two.length),
  ];
  return { report: framed(sections, context, request), figures: [...first, ...answers.flat()], state };
}

/** Every metric is told in the same words wherever it comes from. */
const ownTerms = ({ metrics = [], dimensions = [] }: AnswerContext): Words['own'] => ({
  metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metric])),
  dimensions: Object.fromEntries(dimensions.map(({ name, called }) => [name, called])),
});

interface HeadlineQuestions {
  readonly ours: readonly Question[];
  /** The same over finished cases only, for metrics where that is another number: what a helpdesk shows. */
  readonly helpdesk: readonly Question[];
}

function headlineQuestions(request: ReportRequest): HeadlineQuestions {
  const { template, period, zone, where, rules } = request;
  const { metrics = catalogue } = request.metrics;
  const about = { period, zone, where, by: [] } as const;
  const stated = (request.metrics.benchmarks ?? []).length > 0 ? ['benchmark'] : [];
  const further = typedBases([...stated, ...template.compare]);
  const ours = template.figures.map(
    ({ metric, stats }): Question => ({
      ...about,
      asks: [{ metric, stats: stats as Statistic[] }],
      rules,
      compare: ['previous', 'last_year', 'target', ...further],
    }),
  );
  const counting = template.figures.filter(({ metric }) =>
    metrics.find(({ name }) => name === metric)?.rules.some(({ token }) => token === 'open_cases'),
  );
  const helpdesk = counting.map(
    ({ metric, stats }): Question => ({
      ...about,
      asks: [{ metric, stats: stats.slice(0, 1) as Statistic[] }],
      rules: { ...rules, open_cases: 'finished_only' },
      compare: [],
    }),
  );
  return { ours, helpdesk: rules['open_cases'] === undefined ? helpdesk : [] };
}

/** A figure that stands in for another goes where the other is known. */
function withoutStandIns(figures: readonly Figure[], { figures: wanted }: Template): readonly Figure[] {
  const known = new Set(figures.filter(({ value }) => value !== null).map(({ metric }) => metric));
  const idle = wanted
    .filter(({ unless }) => unless !== undefined && known.has(unless))
    .map(({ metric }) => metric);
  return figures.filter(({ metric }) => !idle.includes(metric));
}

const chosen = (names: readonly string[]): readonly BlockKind[] =>
  names.flatMap((name) => blockOf(name) ?? []);

/** Gives the answers back to those who asked. */
function dealt(
  answers: readonly (readonly Figure[])[],
  asking: readonly (readonly Question[])[],
): readonly (readonly (readonly Figure[])[])[] {
  let next = 0;
  return asking.map((questions) => questions.map(() => answers[next++] ?? []));
}

/** How many comparisons were looked at together: page one is a family, all that explains it another. */
const compared = (figures: readonly Figure[]): number =>
  figures.reduce(
    (sum, { comparisons }) => sum + comparisons.filter(({ difference }) => difference !== null).length,
    0,
  );

function framed(
  sections: readonly Section[],
  { words, state, gaps }: Context,
  request: ReportRequest,
): Report {
  const { company, period, language, confidentiality, version, definitions, zone } = request;
  const { forms } = words;
  return {
    language,
    title: words.say(`report.title.${request.template.objective}`),
    company: company.name,
    logo: company.logoSvg,
    period: periodText(period, words, state.dataFrom !== null),
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
      period: typedPeriod(period),
      language,
    }),
  };
}
