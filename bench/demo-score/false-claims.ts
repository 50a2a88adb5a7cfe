/** What is claimed of the months in which nothing happens: every claim is a false one. */
import { answer, controlPage } from '../../src/metrics/index.ts';
import { addMonths } from '../../src/model/index.ts';
import type { Year } from './year.ts';

const metrics = [
  'csat',
  'abandonment_rate',
  'first_response_time',
  'resolution_time',
  'first_contact_resolution',
  'reopen_rate',
  'handle_time',
  'speed_of_answer',
  'cases_opened',
  'contacts_arrived',
] as const;

export interface ClaimScore {
  /** Comparisons of a quiet month with the one before it, alone and by channel and category. */
  readonly comparisons: number;
  /** Called Changed alone, and among all that were looked at together. */
  readonly alone: number;
  readonly among: number;
  /** Reports (families) with any false Changed. */
  readonly families: { readonly all: number; readonly wrong: number };
  /** Charts by day over the quiet months, and those with any signal; pages of as many metrics as there are. */
  readonly charts: { readonly all: number; readonly wrong: number };
  readonly pages: { readonly all: number; readonly wrong: number };
}

export async function falseClaims(year: Year): Promise<ClaimScore> {
  // A quiet month is compared with a quiet month: January has holidays in it.
  const months = year.truth.quiet_months.slice(1);
  const families = await Promise.all(months.map((month) => comparisonsOf(year, month)));
  const comparisons = families.flat();
  const pages = [...(await chartsOf(year))];
  return {
    comparisons: comparisons.length,
    alone: comparisons.filter(({ verdict }) => verdict === 'signal').length,
    among: comparisons.filter(({ among }) => among === 'signal').length,
    families: {
      all: families.length,
      wrong: families.filter((family) => family.some(({ among }) => among === 'signal')).length,
    },
    charts: { all: pages.flat().length, wrong: pages.flat().filter(Boolean).length },
    pages: { all: pages.length, wrong: pages.filter((page) => page.some(Boolean)).length },
  };
}

async function comparisonsOf({ warehouse, context, ask }: Year, month: string) {
  const period = { from: `${month}-01`, to: addMonths(`${month}-01`, 1) };
  const questions = metrics.flatMap((metric) =>
    [[], ['channel'], ['category']].map((by) => ask(metric, period, { by, compare: ['previous'] })),
  );
  const figures = (await answer(warehouse, questions, context)).flat();
  return figures.flatMap(({ comparisons }) => comparisons.filter(({ difference }) => difference !== null));
}

/** One page for the whole, one for each channel: which of its charts show a signal. */
async function chartsOf({ warehouse, context, ask, truth }: Year): Promise<readonly (readonly boolean[])[]> {
  const [first = '', last = first] = [truth.quiet_months[0], truth.quiet_months.at(-1)];
  const period = { from: `${first}-01`, to: addMonths(`${last}-01`, 1) };
  const filters = [
    [],
    ...['phone', 'email', 'chat', 'web_form'].map((value) => [{ dimension: 'channel', values: [value] }]),
  ];
  const pages: boolean[][] = [];
  for (const where of filters) {
    const questions = metrics.map((metric) => ask(metric, period, { where, grain: 'day' }));
    const answers = await answer(warehouse, questions, context);
    const series = answers.map((figures) => figures.filter(({ stat }) => stat === figures[0]?.stat));
    const charts = series.filter((figures) => figures.filter(({ value }) => value !== null).length >= 40);
    const page = controlPage(charts.map((figures) => ({ figures, grain: 'day' as const })));
    pages.push(page.map(({ signals }) => signals.length > 0));
  }
  return pages;
}
