/** For tests only: the pictures of the fixture report, drawn by the real charts. */
import { bars, type Chart, dotInterval, heatMap, trend } from '../../charts/index.ts';
import type { Cell, Picture, Report } from '../report.ts';
import type { Say } from './fixture-tables.ts';

type Language = Report['language'];

export function fixturePictures(language: Language, say: Say): readonly Picture[] {
  return [
    satisfaction(language, say),
    reasons(language, say),
    hours(language, say),
    teams(language, say),
    arrivals(language, say),
  ];
}

function satisfaction(language: Language, say: Say): Picture {
  const title = say('CSAT over thirteen months', 'CSAT negli ultimi tredici mesi');
  const values = [0.835, 0.842, 0.838, 0.829, 0.845, 0.851, 0.848, null, 0.822, 0.843, 0.838, 0.841, 0.869];
  const chart = trend({
    title,
    summary: say(
      'CSAT stayed between 82 % and 85 % for a year and rose to 86.9 % in May. December is missing. The band is the 95 % interval.',
      'Il CSAT è rimasto tra l’82 % e l’85 % per un anno ed è salito all’86,9 % a maggio. Manca dicembre. La fascia è l’intervallo al 95 %.',
    ),
    format: percent(language),
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

function reasons(language: Language, say: Say): Picture {
  const title = say('What the work is about', 'Di che cosa è fatto il lavoro');
  const columns = [
    say('Reason', 'Motivo'),
    say('Share of work', 'Quota del lavoro'),
    say('Share of volume', 'Quota del volume'),
  ];
  const chart = bars(
    [
      { label: say('Billing', 'Fatturazione'), value: 0.31, beside: 0.19 },
      {
        label: say('Contract changes and moves', 'Cambi di contratto e traslochi'),
        value: 0.22,
        beside: 0.12,
      },
      { label: say('Meter reading', 'Lettura del contatore'), value: 0.14, beside: 0.24 },
      { label: say('Payment', 'Pagamento'), value: 0.11, beside: 0.16 },
      { label: say('Outage', 'Guasto'), value: 0.04, beside: 0.07 },
    ],
    {
      title,
      summary: say(
        'Billing takes 31 % of the work and 19 % of the volume.',
        'La Fatturazione prende il 31 % del lavoro e il 19 % del volume.',
      ),
      format: percent(language),
      unknown: '—',
      valueLabel: columns[1] ?? '',
      besideLabel: columns[2] ?? '',
    },
  );
  return picture(title, chart, columns);
}

function hours(language: Language, say: Say): Picture {
  const title = say('When they write', 'Quando scrivono');
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  const rows = Array.from({ length: 7 }, (_, i) => weekday.format(Date.UTC(2024, 0, i + 1)));
  const columns = Array.from({ length: 24 }, (_, hour) => String(hour));
  const chart = heatMap({
    title,
    summary: say(
      'The busiest hour is Monday from 10:00, with 101 contacts.',
      'L’ora più piena è lunedì dalle 10:00, con 101 contatti.',
    ),
    format: (value) => new Intl.NumberFormat(language).format(value),
    unknown: '—',
    rows,
    columns,
    values: rows.map((_, day) => columns.map((_, hour) => contacts(day, hour))),
  });
  return picture(title, chart, [say('Day', 'Giorno'), ...columns]);
}

/** Two humps a day, fewer at the weekend, nothing at night. */
function contacts(day: number, hour: number): number {
  const hump = (at: number, high: number) => high * Math.exp(-((hour - at) ** 2) / 8);
  return hour < 7 || hour > 20
    ? 0
    : Math.round((hump(10, 100) + hump(16, 70)) * (day > 4 ? 0.25 : 1 - day * 0.05));
}

function teams(language: Language, say: Say): Picture {
  const title = say('CSAT by team', 'CSAT per gruppo');
  const chart = dotInterval(
    [
      { label: say('Milan', 'Milano'), value: 0.902, low: 0.885, high: 0.917, strong: true },
      { label: say('Turin evening', 'Torino sera'), value: 0.874, low: 0.85, high: 0.894 },
      { label: say('Padua', 'Padova'), value: 0.861, low: 0.79, high: 0.91 },
      { label: say('Bologna', 'Bologna'), value: 0.853, low: 0.836, high: 0.87 },
      { label: say('Night', 'Notte'), value: null, low: null, high: null },
    ],
    {
      title,
      summary: say(
        'Only Milan differs from the whole by more than chance.',
        'Solo Milano si distingue dall’insieme più che per caso.',
      ),
      format: percent(language),
      unknown: '—',
      bounds: [0, 1],
      reference: { value: 0.869, label: say('all 86.9 %', 'tutti 86,9 %') },
    },
  );
  return picture(title, chart, [say('Team', 'Gruppo'), 'CSAT', say('From', 'Da'), say('To', 'A')]);
}

function arrivals(language: Language, say: Say): Picture {
  const title = say('Cases opened', 'Casi aperti');
  const count = new Intl.NumberFormat(language);
  const chart = trend({
    title,
    summary: say(
      'Between 3,710 and 4,480 cases a month; 4,212 in May.',
      'Tra 3.710 e 4.480 casi al mese; 4.212 a maggio.',
    ),
    format: (value) => count.format(value),
    unknown: '—',
    zero: true,
    width: 312,
    height: 150,
    points: [3980, 4010, 3890, 3710, 4120, 4200, 4310, 3760, 4080, 4020, 4480, 4190, 4212].map(
      (value, i) => ({
        ...month(language, i),
        value,
        low: null,
        high: null,
      }),
    ),
  });
  return picture(title, chart, [
    say('Month', 'Mese'),
    say('Cases', 'Casi'),
    say('From', 'Da'),
    say('To', 'A'),
  ]);
}

function percent(language: Language): (value: number) => string {
  const format = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (value) => format.format(value);
}

/** May 2024 and the twelve months after it. */
function month(language: string, i: number): { tick: string; name: string; under?: string } {
  const date = new Date(Date.UTC(2024, 4 + i, 15));
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date);
  const under = i === 0 || date.getUTCMonth() === 0 ? { under: String(date.getUTCFullYear()) } : {};
  return { tick: named({ month: 'short' }), name: named({ month: 'long', year: 'numeric' }), ...under };
}

function picture(title: string, { svg, summary, rows }: Chart, columns: readonly string[]): Picture {
  const cells = rows.map((row) =>
    row.map(
      ({ text, value }): Cell =>
        value === null ? { kind: 'text', text } : { kind: 'number', text, value, unit: 'share' },
    ),
  );
  const heads = columns.map((label, i) => ({ label, align: i === 0 ? 'left' : 'right' }) as const);
  return { svg, title, summary, table: { caption: title, columns: heads, rows: cells, notes: [] } };
}
