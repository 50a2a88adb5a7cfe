/** Makes a report: every question is asked once, insights are found and ranked, blocks are worded in one language. */
import { findInsights, type Insights, insightQuestions } from '../insights/find-insights.ts';
import type { Scope } from '../insights/kind.ts';
import { dataProblems } from '../insights/quality.ts';
import { wordsOf } from '../locales/index.ts';
import type { Figure } from '../metrics/figure.ts';
import { answer } from '../metrics/index.ts';
import type { Question } from '../metrics/question.ts';
import { localDate } from '../model/index.ts';
import type { Warehouse, WarehouseState } from '../warehouse/index.ts';
import type { BlockKind, Context } from './block.ts';
import { blockOf } from './blocks/index.ts';
import { chartsWatched, watch } from './blocks/watch.ts';
import { refuseEmptyFilter } from './empty-filter.ts';
import { filledDimensions } from './filled-dimensions.ts';
import { framed } from './frame.ts';
import { gapDays, gapQuestions } from './gaps.ts';
import { headlineQuestions, withoutStandIns } from './headline-questions.ts';
import { insightDesk } from './insight-desk.ts';
import { oldestOpen } from './oldest-open.ts';
import { ownTerms } from './own-terms.ts';
import type { Report, Section } from './report.ts';
import type { ReportRequest } from './request.ts';
import { seenBeyond } from './seen.ts';
import { spokenVoices } from './spoken-voices.ts';
import { answerTellable, tellable } from './tellable.ts';
import type { Template } from './template.ts';

export interface MadeReport {
  readonly report: Report;
  /** Every figure that was made, all compared as one family. */
  readonly figures: readonly Figure[];
  /** What it says is worth knowing, best first, and what it cannot tell yet. */
  readonly found: Insights;
  readonly state: WarehouseState;
}

/** @throws Problem where the template names a metric that is not there or the warehouse is empty */
export async function makeReport(warehouse: Warehouse, request: ReportRequest): Promise<MadeReport> {
  const state = await warehouse.state();
  const page = await pageOne(warehouse, request);
  await refuseEmptyFilter(warehouse, request, page.headline);
  const scope = await scopeOf(warehouse, request, state, page.headline);
  const blocks = blocksOf(request.template);
  const told = await explained(warehouse, request, { state, scope, blocks });
  const context = await contextOf(warehouse, request, { state, page, scope, blocks, told });
  const sections = sectionsOf(blocks, told, context);
  const report = framed(sections, context, request);
  return { report, figures: [...page.headline, ...told.figures], found: told.found, state };
}

/** The figures of page one, and what a helpdesk shows in their place. */
interface PageOne {
  readonly headline: readonly Figure[];
  readonly helpdesk: readonly Figure[];
  /** Metrics that the filters cannot be applied to. */
  readonly notFiltered: readonly string[];
}

async function pageOne(warehouse: Warehouse, request: ReportRequest): Promise<PageOne> {
  const { ours, helpdesk } = headlineQuestions(request);
  const known = (questions: readonly Question[]) =>
    questions.flatMap((question) => tellable(question, request.metrics) ?? []);
  const fitting = known(ours);
  const asked = fitting.length === 0 ? ours : fitting;
  const answered = await answer(warehouse, [...asked, ...known(helpdesk)], request.metrics);
  return {
    headline: withoutStandIns(answered.slice(0, asked.length).flat(), request.template),
    helpdesk: answered.slice(asked.length).flat(),
    notFiltered: ours.filter((each) => !tellable(each, request.metrics)).flatMap(metricsAsked),
  };
}

const metricsAsked = ({ asks }: Question): readonly string[] => asks.map(({ metric }) => metric);

async function scopeOf(
  warehouse: Warehouse,
  { period, zone, where, rules, metrics }: ReportRequest,
  state: WarehouseState,
  headline: readonly Figure[],
): Promise<Scope> {
  return {
    period,
    zone,
    where,
    rules,
    metrics: [...new Set(headline.filter(({ value }) => value !== null).map(({ metric }) => metric))],
    dimensions: await filledDimensions(warehouse),
    dataFrom: state.dataFrom === null ? null : localDate(state.dataFrom, zone),
    problems: await dataProblems(warehouse, metrics),
    headline,
  };
}

interface Blocks {
  readonly one: readonly BlockKind[];
  readonly two: readonly BlockKind[];
  readonly behind: readonly BlockKind[];
}

const pages = ['one', 'two', 'behind'] as const satisfies readonly (keyof Blocks)[];

const blocksOf = ({ one, two, behind }: Template): Blocks => ({
  one: chosen(one),
  two: chosen(two),
  behind: chosen(behind),
});

const inOrder = (blocks: Blocks): readonly BlockKind[] => pages.flatMap((page) => blocks[page]);

type Answers = readonly (readonly Figure[])[];

/** What stands behind page one: the answers to all who asked, in the order in which they asked. */
interface Told {
  readonly figures: readonly Figure[];
  readonly found: Insights;
  readonly blocks: ReadonlyMap<BlockKind, Answers>;
  readonly gaps: Answers;
}

async function explained(
  warehouse: Warehouse,
  request: ReportRequest,
  { state, scope, blocks }: Pick<Made, 'state' | 'scope' | 'blocks'>,
): Promise<Told> {
  const all = inOrder(blocks);
  const ofInsights = insightQuestions(scope);
  const asking = [...ofInsights, ...all.map((each) => each.questions(scope)), gapQuestions(scope)];
  const answers = await answerTellable(warehouse, asking.flat(), request.metrics);
  const given = dealt(answers, asking);
  const desk = insightDesk(warehouse, {
    context: request.metrics,
    state,
    printComments: request.printComments,
    ask: (questions) => answerTellable(warehouse, questions, request.metrics),
  });
  const found = await findInsights(given.slice(0, ofInsights.length), scope, desk);
  return {
    figures: [...answers.flat(), ...desk.figures],
    found,
    blocks: new Map(all.map((block, i) => [block, given[ofInsights.length + i] ?? []])),
    gaps: given.at(-1) ?? [],
  };
}

interface Made {
  readonly state: WarehouseState;
  readonly page: PageOne;
  readonly scope: Scope;
  readonly blocks: Blocks;
  readonly told: Told;
}

async function contextOf(
  warehouse: Warehouse,
  request: ReportRequest,
  { state, page, scope, blocks, told }: Made,
): Promise<Context> {
  const isWatched = inOrder(blocks).some(({ name }) => name === watch.name);
  return {
    scope,
    words: wordsOf(request.language, ownTerms(request.metrics)),
    state,
    ...page,
    insights: told.found.insights,
    unsettled: told.found.untold,
    voices: request.printComments ? await spokenVoices(warehouse, scope) : [],
    note: request.note,
    gaps: gapDays(told.gaps, request.closed),
    families: { pageOne: compared(page.headline), behind: compared(told.figures) },
    watched: isWatched ? chartsWatched(told.blocks.get(watch) ?? []) : 0,
    peoplePurpose: request.peoplePurpose,
    asked: request.asked,
    seen: await seenBeyond(warehouse, request, { scope, blocks: inOrder(blocks).map(({ name }) => name) }),
    today: request.today,
    workingDays: request.metrics.workingDays ?? null,
    oldest: await oldestOpen(warehouse, page.headline, request.zone),
  };
}

const sectionsOf = (blocks: Blocks, told: Told, context: Context): readonly Section[] =>
  pages.map((page) => ({
    page,
    title: context.words.say(`report.page.${page}`),
    blocks: blocks[page].flatMap((block) => block.build(told.blocks.get(block) ?? [], context)),
  }));

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
