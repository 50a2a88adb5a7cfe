/** The report as JSON, for other programs: every value with its text; pictures as their tables. */
import type { Report } from '../report.ts';

export function printJson(report: Report): string {
  return `${JSON.stringify(report, (key, value) => (key === 'svg' || key === 'logo' ? undefined : value), 2)}\n`;
}
