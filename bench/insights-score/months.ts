/** What the reports of a year say is worth knowing, month by month, with people switched on. */
import { tmpdir } from 'node:os';
import type { Insights } from '../../src/insights/find-insights.ts';
import { addMonths } from '../../src/model/index.ts';
import { makeReport, readTemplate } from '../../src/reports/index.ts';
import type { Year } from '../demo-score/year.ts';

export interface Month extends Insights {
  readonly seed: number;
  /** `2025-05` */
  readonly month: string;
}

const months = Array.from({ length: 11 }, (_, i) => `2025-${String(i + 2).padStart(2, '0')}`);

export async function insightsOfYear({ seed, warehouse, context, ask }: Year): Promise<readonly Month[]> {
  const template = readTemplate('whole-picture', { project: tmpdir() }).template;
  const told: Month[] = [];
  for (const month of months) {
    const { found } = await makeReport(warehouse, {
      // Only what the insights need: the blocks behind ask for pictures.
      template: { ...template, two: [], behind: [] },
      period: { from: `${month}-01`, to: addMonths(`${month}-01`, 1) },
      language: 'en',
      zone: ask('csat', 'all').zone,
      where: [],
      rules: {},
      company: { name: 'Cima & Fell', logoSvg: null, contact: null },
      confidentiality: null,
      note: null,
      actions: [],
      asked: [],
      today: '2026-01-02',
      printComments: false,
      peoplePurpose: 'scoring',
      closed: { weekdays: [7], dates: [] },
      version: '0',
      definitions: '0',
      metrics: context,
    });
    told.push({ seed, month, ...found });
  }
  return told;
}
