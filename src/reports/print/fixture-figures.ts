/** For tests only: the fixture report with a figure of many digits behind every number that it shows. */
import type { Cell, NumberCell, Report, Table } from '../report.ts';
import { fixture } from './fixture.ts';

const units = ['share', 'seconds', 'count', 'points', 'money EUR', 'per_case'] as const;

/** Numbers without end, so that a form that rounds is found out; every seventh is unknown. */
export function withFigures(language: Report['language']): Report {
  let turn = 0;
  const figure = (cell: NumberCell, column: number): NumberCell => {
    turn += 1;
    if (turn % 7 === 0) return { ...cell, value: null, text: '–' };
    return {
      ...cell,
      value: Math.sqrt(turn) * 10 ** ((turn % 5) - 1),
      unit: units[column % units.length] ?? 'count',
    };
  };
  const seen = (cell: Cell, column: number): Cell => (cell.kind === 'number' ? figure(cell, column) : cell);
  const table = (one: Table): Table => ({ ...one, rows: one.rows.map((row) => row.map(seen)) });
  const report = fixture(language);
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => {
        if (block.kind === 'table') return { ...block, table: table(block.table) };
        if (block.kind !== 'picture') return block;
        return { ...block, picture: { ...block.picture, table: table(block.picture.table) } };
      }),
    })),
  };
}

/** Every table of the report, pictures' tables too, in order. */
export const tablesOf = ({ sections }: Pick<Report, 'sections'>): readonly Table[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : block.kind === 'picture' ? [block.picture.table] : [],
    ),
  );
