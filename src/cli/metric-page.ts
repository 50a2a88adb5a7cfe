/** Everything there is to know of one metric, as sections: printed by `tidemark explain` and as a page of the docs. */
import { type Words, wordsOf } from '../locales/index.ts';
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

export interface Section {
  readonly title: string;
  readonly text?: string;
  /** A table, its head first. */
  readonly table?: readonly (readonly string[])[];
  readonly list?: readonly string[];
  /** A statement, as it is run. */
  readonly statement?: string;
}

/** Names that are typed (rules, dimensions, statistics) stay as they are in every language. */
export function metricSections(
  metric: MetricDefinition,
  words: Words,
  own: readonly OwnDimension[] = [],
): readonly Section[] {
  const { question, formula, countedOut } = metric.words[words.language];
  return [
    { title: words.say('explain.question'), text: question },
    { title: words.say('explain.formula'), text: formula },
    { title: words.say('explain.countedOut'), text: `${countedOut}\n${words.say('explain.everywhere')}` },
    { title: words.say('explain.inShort'), table: [['', ''], ...inShort(metric, words)] },
    {
      title: words.say('explain.apartBy'),
      text: `${dimensionsOf(metric.fact, own).join(', ')}, attributes.NAME`,
    },
    ...rulesOf(metric, words),
    ...(metric.worked.rows.length === 0 ? [] : workedSections(metric, words)),
    { title: words.say('explain.statement'), statement: statementOf(metric) },
  ];
}

function inShort(metric: MetricDefinition, words: Words): readonly (readonly string[])[] {
  const { say } = words;
  const { unit, better, fact, anchor, headline, additive, source, stock } = metric;
  // What a table holds is told in English alone, as the pages of the docs are.
  const about = words.language === 'en' ? ` (${factTable(fact).about})` : '';
  const read = { fact: `\`${fact}\`${about}`, anchor: `\`${anchor}\`` };
  return [
    [say('explain.unit'), unit],
    [say('explain.better'), say(`explain.better.${better}`)],
    [say('explain.readFrom'), say(stock === undefined ? 'explain.placed' : 'explain.atTheEnd', read)],
    [say('explain.statistics'), statisticsOf(metric).join(', ')],
    [say('explain.headline'), headline.join(', ')],
    [say('explain.sumOfParts'), say(additive ? 'explain.additive' : 'explain.recomputed')],
    [say('explain.smallest'), smallestText(metric, words)],
    [say('explain.source'), source],
  ];
}

function smallestText({ smallest: { by, relative }, unit }: MetricDefinition, { say, forms }: Words): string {
  if (relative) return forms.share(by, 0);
  return unit === 'share'
    ? say('unit.points', { value: forms.count(by * 100) })
    : forms.count(by, Number.isInteger(by) ? 0 : 2);
}

/** Every rule with every value and what it means; the default first. */
function rulesOf(metric: MetricDefinition, words: Words): readonly Section[] {
  const uses = [...ruleUses(metric), ...creditUse(metric)];
  const usual = ` (${words.say('explain.default')})`;
  const rows = uses.flatMap((use) =>
    valuesOf(use).map((value) => [
      `\`${use.token}\``,
      `\`${value}\`${value === use.default ? usual : ''}`,
      ruleText(use.token, value, words),
    ]),
  );
  const head = [words.say('explain.rule'), words.say('explain.value'), words.say('explain.meaning')];
  return rows.length === 0 ? [] : [{ title: words.say('explain.rules'), table: [head, ...rows] }];
}

function valuesOf({ token, default: usual, values }: RuleUse): readonly string[] {
  const known = values ?? Object.keys(ruleOf(token).values ?? {});
  return [usual, ...known.filter((value) => value !== usual)];
}

/** The story, the very rows, and what comes out: the same that the test of the catalogue computes. */
function workedSections({ worked }: MetricDefinition, { say, language }: Words): readonly Section[] {
  const names = [...new Set(worked.rows.flatMap((row) => Object.keys(row)))];
  const rows = worked.rows.map((row) =>
    names.map((name) => cell((row as Readonly<Record<string, unknown>>)[name])),
  );
  const results = worked.expect.map(({ stat, value, n, rules = {} }) => {
    const by = Object.entries(rules).map(
      ([token, set]) => ` ${say('explain.with', { rule: `\`${token}=${set}\`` })}`,
    );
    return `${stat}${by.join(',')}: **${Number(value.toPrecision(6))}** (n = ${n})`;
  });
  const through =
    worked.dataThrough === undefined ? [] : [say('explain.dataThrough', { day: worked.dataThrough })];
  return [
    {
      title: say('explain.worked'),
      text: worked.story[language],
      table: [names, ...rows],
      list: [...through, ...results],
    },
  ];
}

const cell = (value: unknown): string =>
  value === null || value === undefined ? '–' : Array.isArray(value) ? value.join(' | ') : String(value);

/** A page of the docs. */
export function metricMarkdown(metric: MetricDefinition): string {
  const [question, formula, countedOut, ...more] = metricSections(metric, wordsOf('en'));
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
