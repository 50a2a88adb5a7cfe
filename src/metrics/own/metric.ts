/** A metric of the company's own, made into the same value that a file of the catalogue is. */
import { sql } from 'kysely';
import { type FactName, factTable } from '../../warehouse/facts.ts';
import type { EngineFunctions } from '../../warehouse/warehouse.ts';
import { type Measure, type MetricDefinition, points, type Sql, type Wording } from '../definition.ts';
import type { Unit } from '../figure.ts';
import type { Statistic } from '../question.ts';
import { columnNamed } from './column.ts';
import { meetsAll } from './condition.ts';
import { filterText } from './filter-text.ts';
import type { OwnMetric } from './schema.ts';

const times: readonly Statistic[] = ['median', 'p25', 'p75', 'p90', 'p95', 'mean', 'sum', 'max'];
const quantiles: Readonly<Record<number, Statistic>> = {
  0.25: 'p25',
  0.5: 'median',
  0.75: 'p75',
  0.9: 'p90',
  0.95: 'p95',
};

/**
 * Names were looked up when the configuration was read, and values are bound: no word of a company becomes a statement.
 *
 * @example ownMetric({ name: 'vip_cases', called, fact: 'case_facts', kind: 'count', filters: [{ column: 'segment', is: ['vip'] }], … })
 */
export function ownMetric(spec: OwnMetric): MetricDefinition {
  const stats = statsOf(spec);
  const unit = unitOf(spec);
  return {
    name: spec.name,
    words: { en: wording(spec, 'en'), it: wording(spec, 'it') },
    unit,
    ...(spec.kind === 'mean' || spec.kind === 'quantile' ? { units: { sum: unit } } : {}),
    better: spec.better,
    fact: spec.fact,
    anchor: spec.anchor ?? Object.keys(factTable(spec.fact).anchors)[0] ?? 'opened',
    additive: spec.kind === 'count',
    headline: stats.slice(0, 1),
    stats,
    smallest: unit === 'share' ? points(spec.smallest ?? 0.02) : { by: spec.smallest ?? 0.1, relative: true },
    rules: [],
    source: 'defined in the configuration',
    worked: { story: { en: '', it: '' }, rows: [], expect: [] },
    measure: (_row, _rules, { fn }) => measureOf(spec, fn),
  };
}

function statsOf({ kind, hits, at }: OwnMetric): readonly Statistic[] {
  if (kind === 'count') return ['count'];
  if (kind === 'ratio') return [hits === undefined ? 'mean' : 'share'];
  const first = kind === 'mean' ? 'mean' : (quantiles[at] ?? 'median');
  return [first, ...times.filter((stat) => stat !== first)];
}

function unitOf({ unit, kind, fact, value }: OwnMetric): Unit {
  if (unit !== undefined) return unit;
  if (kind === 'count') return 'count';
  if (kind === 'ratio') return 'share';
  return factTable(fact).columns[value ?? '']?.type === 'seconds' ? 'seconds' : 'score';
}

function measureOf(spec: OwnMetric, fn: EngineFunctions): Measure {
  const { kind, fact, filters, hits, top, bottom, value } = spec;
  const kept = meetsAll(filters, fact, fn);
  if (kind === 'count') return { population: kept, rest: 'filtered' };
  if (kind === 'ratio' && hits !== undefined)
    return { population: kept, rest: 'filtered', hit: meetsAll(hits, fact, fn) };
  if (top !== undefined && bottom !== undefined && kind === 'ratio')
    return {
      ...known(kept, [columnNamed(top, fn), columnNamed(bottom, fn)]),
      per: { cluster: sql`source || ' ' || id`, top: columnNamed(top, fn), bottom: columnNamed(bottom, fn) },
    };
  const column = columnNamed(value ?? 'id', fn);
  return { ...known(kept, [column]), value: column };
}

/** Rows that are filtered out are told apart from those that lack the number. */
function known(kept: Sql, columns: readonly Sql[]): Pick<Measure, 'population' | 'countedOut' | 'rest'> {
  const all = sql.join(
    columns.map((column) => sql`${column} is not null`),
    sql` and `,
  );
  return {
    population: sql`(${kept} and ${all})`,
    countedOut: { not_recorded: sql`(${kept} and not (${all}))` },
    rest: 'filtered',
  };
}

function wording(spec: OwnMetric, language: 'en' | 'it'): Wording {
  const formula = formulaOf(spec, language);
  const name = spec.called[language];
  return {
    name,
    question: spec.question?.[language] ?? name,
    formula,
    countedOut:
      language === 'en'
        ? 'What the filters leave out, and rows that do not have the number.'
        : 'Ciò che i filtri tolgono, e le righe che non hanno il numero.',
  };
}

/** What the rows of a fact are called in a sentence. */
const rowsOf: Readonly<Partial<Record<FactName, { readonly en: string; readonly it: string }>>> = {
  case_facts: { en: 'cases', it: 'casi' },
  contact_facts: { en: 'contacts', it: 'contatti' },
  survey_facts: { en: 'survey invitations', it: 'inviti al sondaggio' },
  message_facts: { en: 'messages', it: 'messaggi' },
  turn_facts: { en: 'questions of customers', it: 'domande dei clienti' },
  ask_facts: { en: 'requests', it: 'richieste' },
};

/** The formula is read off the definition, so that it cannot say anything else. */
function formulaOf(spec: OwnMetric, language: 'en' | 'it'): string {
  const { kind, fact, filters, hits, top, bottom, value, at } = spec;
  const [rows, of] = [rowsOf[fact]?.[language] ?? fact, filterText(filters)];
  const among = of === '' ? rows : `${rows} (${of})`;
  const says = (en: string, it: string): string => (language === 'en' ? en : it);
  if (kind === 'count') return says(`number of ${among}`, `numero di ${among}`);
  if (kind === 'ratio' && hits !== undefined)
    return says(
      `${rows} with ${filterText(hits)} ÷ all ${among}`,
      `${rows} con ${filterText(hits)} ÷ tutti: ${among}`,
    );
  if (kind === 'ratio') return `Σ ${top} ÷ Σ ${bottom}, ${among}`;
  const what = kind === 'mean' ? says('mean', 'media') : says(`quantile ${at}`, `quantile ${at}`);
  return says(`${what} of ${value} of ${among}`, `${what} di ${value} di ${among}`);
}
