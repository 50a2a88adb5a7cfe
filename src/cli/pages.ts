/** Every page and schema that is made from the code, by its path in the project. */
import { z } from 'zod';
import { configSchema } from '../config/index.ts';
import { catalogue } from '../metrics/index.ts';
import { commonColumns, recordKinds, recordTable } from '../model/index.ts';
import { templateSchema } from '../reports/index.ts';
import { mappingSchema } from '../sources/index.ts';
import { factNames, factTable } from '../warehouse/index.ts';
import { metricMarkdown } from './metric-page.ts';
import { outputSchemas } from './output-schemas.ts';

export function pages(): Readonly<Record<string, string>> {
  return {
    'schema/config.json': schema(configSchema, 'input'),
    'schema/mapping.json': schema(mappingSchema, 'input'),
    'schema/template.json': schema(templateSchema, 'input'),
    ...Object.fromEntries(
      Object.entries(outputSchemas).map(([name, output]) => [
        `schema/${name}.json`,
        schema(output, 'output'),
      ]),
    ),
    'docs/model.md': modelPage(),
    'docs/metrics/README.md': metricsIndex(),
    ...Object.fromEntries(
      catalogue.map((metric) => [`docs/metrics/${metric.name}.md`, metricMarkdown(metric)]),
    ),
  };
}

const schema = (of: z.ZodType, io: 'input' | 'output'): string =>
  `${JSON.stringify(z.toJSONSchema(of, { io, unrepresentable: 'any' }), null, 2)}\n`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

function modelPage(): string {
  const common = Object.entries(commonColumns).map(([name, { type, about }]) => [`\`${name}\``, type, about]);
  const tables = recordKinds.map((kind) => {
    const { about, columns, required } = recordTable(kind);
    const rows = Object.entries(columns).map(([name, column]) => [
      `\`${name}\`${required.includes(name) ? ' (needed)' : ''}`,
      column.type,
      `${column.about}${column.words === undefined ? '' : `: ${column.words.join(', ')}`}${column.personal ? ' (personal)' : ''}`,
    ]);
    return `### ${kind}\n\nOne row is ${about}.\n\n${table(['column', 'type', 'meaning'], rows)}\n`;
  });
  const made = factNames.map((name) => {
    const { about, columns } = factTable(name);
    const rows = Object.entries(columns).map(([column, { type, about: meaning }]) => [
      `\`${column}\``,
      type,
      meaning,
    ]);
    return `### ${name}\n\n${about[0]?.toUpperCase()}${about.slice(1)}.\n\n${table(['column', 'type', 'meaning'], rows)}\n`;
  });
  return `# The records, and the facts made from them

Generated from the code by \`npm run docs\`. Times are UTC; durations are seconds; null is unknown, never zero. What a source brings beyond these columns stays in \`attributes\` and can be used as a dimension.

## Records

Every record has

${table(['column', 'type', 'meaning'], common)}

${tables.join('\n')}
## Facts

Made from the records after every load; metrics read these.

${made.join('\n')}`;
}

function metricsIndex(): string {
  const rows = catalogue.map(({ name, words, unit }) => [
    `[\`${name}\`](${name}.md)`,
    words.en.question,
    unit,
  ]);
  return `# The metrics\n\nGenerated from the code by \`npm run docs\`. One definition each; every rule that could give another answer has a name.\n\n${table(['metric', 'question', 'unit'], rows)}\n`;
}
