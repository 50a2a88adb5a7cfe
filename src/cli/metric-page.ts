/** Everything there is to know of one metric, as sections: printed by `tidemark explain` and as a page of the docs. */
import { wordsOf } from '../locales/index.ts';
import {
  creditUse,
  dimensionsOf,
  type MetricDefinition,
  type OwnDimension,
  type RuleUse,
  ruleOf,
  ruleUses,
  statementOf,
  statisticsOf,
} from '../metrics/index.ts';
import { ruleText } from '../reports/index.ts';
import { factTable } from '../warehouse/index.ts';

const english = wordsOf('en');

export interface Section {
  readonly title: string;
  readonly text?: string;
  /** A table, its head first. */
  readonly table?: readonly (readonly string[])[];
  readonly list?: readonly string[];
  /** A statement, as it is run. */
  readonly statement?: string;
}

/** The law of populations, which holds for every metric before its own definition begins. */
const everywhere =
  'Out of every figure: spam, tests, what was merged into another case or deleted, outbound and internal contacts, messages of systems. How many were left out, and why, stands with each figure.';

export function metricSections(
  metric: MetricDefinition,
  own: readonly OwnDimension[] = [],
): readonly Section[] {
  const { words, worked } = metric;
  return [
    { title: 'Question', text: words.en.question },
    { title: 'Formula', text: words.en.formula },
    { title: 'Counted out', text: `${words.en.countedOut}\n${everywhere}` },
    { title: 'In short', table: [['', ''], ...inShort(metric)] },
    { title: 'Told apart by', text: `${dimensionsOf(metric.fact, own).join(', ')}, attributes.NAME` },
    ...rulesOf(metric),
    ...(worked.rows.length === 0 ? [] : workedSections(metric)),
    { title: 'Statement', statement: statementOf(metric) },
  ];
}

function inShort(metric: MetricDefinition): readonly (readonly string[])[] {
  const { unit, better, fact, anchor, headline, additive, smallest, source, stock } = metric;
  const placed =
    stock === undefined ? `placed in a period by \`${anchor}\`` : 'counted at the end of a period';
  return [
    ['unit', unit],
    ['better', better],
    ['read from', `\`${fact}\` (${factTable(fact).about}), ${placed}`],
    ['statistics', statisticsOf(metric).join(', ')],
    ['headline', headline.join(', ')],
    ['whole = sum of parts', additive ? 'yes' : 'no: recomputed from rows for every total'],
    ['smallest change that matters', smallest.relative ? `${smallest.by * 100} %` : String(smallest.by)],
    ['source', source],
  ];
}

/** Every rule with every value and what it means; the default first. */
function rulesOf(metric: MetricDefinition): readonly Section[] {
  const uses = [...ruleUses(metric), ...creditUse(metric)];
  const rows = uses.flatMap((use) =>
    valuesOf(use).map((value) => [
      `\`${use.token}\``,
      `\`${value}\`${value === use.default ? ' (default)' : ''}`,
      ruleText(use.token, value, english),
    ]),
  );
  return rows.length === 0 ? [] : [{ title: 'Rules', table: [['rule', 'value', 'meaning'], ...rows] }];
}

function valuesOf({ token, default: usual, values }: RuleUse): readonly string[] {
  const known = values ?? Object.keys(ruleOf(token).values ?? {});
  return [usual, ...known.filter((value) => value !== usual)];
}

/** The story, the very rows, and what comes out: the same that the test of the catalogue computes. */
function workedSections({ worked }: MetricDefinition): readonly Section[] {
  const names = [...new Set(worked.rows.flatMap((row) => Object.keys(row)))];
  const rows = worked.rows.map((row) =>
    names.map((name) => cell((row as Readonly<Record<string, unknown>>)[name])),
  );
  const results = worked.expect.map(({ stat, value, n, rules = {} }) => {
    const by = Object.entries(rules).map(([token, set]) => ` with \`${token}=${set}\``);
    return `${stat}${by.join(',')}: **${Number(value.toPrecision(6))}** (n = ${n})`;
  });
  const through = worked.dataThrough === undefined ? [] : [`data through ${worked.dataThrough}`];
  return [
    {
      title: 'Worked by hand',
      text: worked.story.en,
      table: [names, ...rows],
      list: [...through, ...results],
    },
  ];
}

const cell = (value: unknown): string =>
  value === null || value === undefined ? '–' : Array.isArray(value) ? value.join(' | ') : String(value);

/** A page of the docs. */
export function metricMarkdown(metric: MetricDefinition): string {
  const [question, formula, countedOut, ...more] = metricSections(metric);
  const lines = [
    `# ${metric.words.en.name}`,
    `\`${metric.name}\` · ${question?.text ?? ''}`,
    formula?.text ?? '',
    `**Counted out:** ${(countedOut?.text ?? '').replace('\n', '\n\n')}`,
    ...more.flatMap((section) => [`## ${section.title}`, ...markdownParts(section)]),
  ];
  return `${lines.join('\n\n')}\n`;
}

function markdownParts({ text, table, list, statement }: Section): readonly string[] {
  return [
    ...(text === undefined ? [] : [text]),
    ...(table === undefined ? [] : [markdownTable(table)]),
    ...(list === undefined ? [] : [list.map((item) => `- ${item}`).join('\n')]),
    ...(statement === undefined ? [] : [`\`\`\`sql\n${statement}\n\`\`\``]),
  ];
}

function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((each) => each.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}
