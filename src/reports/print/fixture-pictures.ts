/** For tests only: the pictures of the fixture report, drawn by the real charts. */
import { type Chart, trend } from '../../charts/index.ts';
import type { Cell, Picture, Report } from '../report.ts';
import type { Say } from './fixture.ts';

export function fixturePictures(language: Report['language'], say: Say): readonly Picture[] {
  return [satisfaction(language, say)];
}

function satisfaction(language: Report['language'], say: Say): Picture {
  const percent = new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1 });
  const title = say('CSAT over thirteen months', 'CSAT negli ultimi tredici mesi');
  const values = [0.835, 0.842, 0.838, 0.829, 0.845, 0.851, 0.848, null, 0.822, 0.843, 0.838, 0.841, 0.869];
  const chart = trend({
    title,
    summary: say(
      'CSAT stayed between 82 % and 85 % for a year and rose to 86.9 % in May. December is missing.',
      'Il CSAT è rimasto tra l’82 % e l’85 % per un anno ed è salito all’86,9 % a maggio. Manca dicembre.',
    ),
    format: (value) => percent.format(value).replace(/[.,]0(?=\s|%)/, ''),
    unknown: '—',
    bounds: [0, 1],
    points: values.map((value, i) => ({
      ...month(language, i),
      value,
      low: value === null ? null : value - 0.011,
      high: value === null ? null : value + 0.01,
    })),
    target: { value: 0.85, label: say('Target 85 %', 'Obiettivo 85 %') },
    events: [
      { at: 10.4, label: say('12 March: payment fault', '12 marzo: guasto ai pagamenti') },
      { at: 12.15, label: say('5 May: team in Padua', '5 maggio: gruppo di Padova') },
    ],
  });
  return picture(title, chart, [say('Month', 'Mese'), 'CSAT', say('From', 'Da'), say('To', 'A')]);
}

/** May 2024 and the twelve months after it. */
function month(language: string, i: number): { tick: string; name: string; under?: string } {
  const date = new Date(Date.UTC(2024, 4 + i, 15));
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date);
  const under = i === 0 || date.getUTCMonth() === 0 ? { under: String(date.getUTCFullYear()) } : {};
  return { tick: named({ month: 'short' }), name: named({ month: 'long', year: 'numeric' }), ...under };
}

function picture(title: string, chart: Chart, columns: readonly string[]): Picture {
  const rows = chart.rows.map((row) =>
    row.map(
      ({ text, value }): Cell =>
        value === null ? { kind: 'text', text } : { kind: 'number', text, value, unit: 'share' },
    ),
  );
  const heads = columns.map((label, i) => ({ label, align: i === 0 ? 'left' : 'right' }) as const);
  return {
    svg: chart.svg,
    title,
    summary: chart.summary,
    table: { caption: title, columns: heads, rows, notes: [] },
  };
}
