/** The report that benchmarks ask for: October of the made-up warehouse, with nothing configured. */
import { tmpdir } from 'node:os';
import { type ReportRequest, readTemplate } from '../../src/reports/index.ts';

export const octoberRequest = {
  period: { from: '2025-10-01', to: '2025-11-01' },
  language: 'en',
  zone: 'Europe/Rome',
  where: [],
  rules: {},
  company: { name: 'Bench', logoSvg: null, contact: null },
  confidentiality: null,
  note: null,
  asked: [],
  actions: [],
  today: '2025-11-03',
  printComments: false,
  peoplePurpose: null,
  closed: { weekdays: [], dates: [] },
  version: '0',
  definitions: '0',
  metrics: { businessHours: false },
} satisfies Omit<ReportRequest, 'template'>;

/** Its two pages, without what stands behind them. */
export const twoPagesRequest: ReportRequest = {
  ...octoberRequest,
  template: { ...readTemplate('whole-picture', { project: tmpdir() }).template, behind: [] },
};
