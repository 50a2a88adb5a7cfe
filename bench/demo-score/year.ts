/** One year of the demo company, loaded, with the truth about it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemoProject } from '../../src/cli/demo-project.ts';
import { loadFiles } from '../../src/cli/load-files.ts';
import { answerContext } from '../../src/cli/question.ts';
import { silentTerminal } from '../../src/cli/silent-terminal.ts';
import { readConfig } from '../../src/config/index.ts';
import type { AnswerContext, Filter, Question } from '../../src/metrics/index.ts';
import type { Period } from '../../src/model/index.ts';
import { type DuckDbWarehouse, openWarehouse } from '../../src/warehouse/index.ts';

export interface Truth {
  readonly planted: readonly {
    readonly id: string;
    readonly kind: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly where: Readonly<Record<string, string | readonly string[]>>;
  }[];
  readonly quiet_months: readonly string[];
  readonly agents: Readonly<
    Record<string, { readonly speed_times?: number; readonly quality_logit?: number }>
  >;
}

export interface Year {
  readonly seed: number;
  readonly warehouse: DuckDbWarehouse;
  readonly truth: Truth;
  readonly context: AnswerContext;
  /** A question about one metric's own number. */
  ask(metric: string, period: Period | 'all', more?: Partial<Question>): Question;
}

export const where = (filters: Readonly<Record<string, string | readonly string[]>>): readonly Filter[] =>
  Object.entries(filters).map(([dimension, values]) => ({ dimension, values: [values].flat() }));

/** Makes, loads, hands over and throws away. */
export async function withYear<T>(seed: number, cases: number, use: (year: Year) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-score-'));
  try {
    const files = await makeDemoProject({ folder, seed, cases });
    const config = readConfig(folder);
    const warehouse = await openWarehouse({ path: config.warehouse });
    await loadFiles({ config, warehouse, files, io: silentTerminal });
    const truth: Truth = JSON.parse(readFileSync(join(folder, 'data', 'truth.json'), 'utf8'));
    const context = { ...answerContext(config), people: true };
    const ask: Year['ask'] = (metric, period, more = {}) => ({
      asks: [{ metric, stats: [] }],
      period,
      zone: config.zone,
      by: [],
      where: [],
      rules: {},
      compare: [],
      ...more,
    });
    const result = await use({ seed, warehouse, truth, context, ask });
    await warehouse.close();
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
