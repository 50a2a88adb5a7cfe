/** For tests only: one example a chart, made-up figures, as the gallery shows them. */
import {
  bars,
  type Chart,
  type ChartText,
  controlChart,
  distribution,
  dotInterval,
  funnelPlot,
  heatMap,
  processMap,
  smallMultiples,
  staffingCurve,
  trend,
  waterfall,
} from './index.ts';

const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const count = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const points = new Intl.NumberFormat('en-GB', { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
const months = ['May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May'];

/** Every example's words may be replaced, so that tests can try hostile ones. */
export function examples(say: (text: string) => string): Readonly<Record<string, Chart>> {
  const text = (title: string, format: (value: number) => string): ChartText => ({
    title: say(title),
    summary: say(`${title}, told in a sentence.`),
    format,
    unknown: '–',
  });
  const moment = (i: number) => ({
    tick: say(months[i % 13] ?? ''),
    name: say(`Month ${i + 1}`),
    ...(i === 0 || i === 8 ? { under: i === 0 ? '2024' : '2025' } : {}),
  });
  const percent = (value: number) => share.format(value);
  return {
    trend: trend({
      ...text('CSAT over thirteen months', percent),
      points: [0.835, 0.842, 0.838, 0.829, 0.845, null, 0.848, null, 0.822, 0.843, 0.838, 0.841, 0.869].map(
        (value, i) => ({
          ...moment(i),
          value,
          low: value === null ? null : value - 0.011,
          high: value === null ? null : value + 0.01,
        }),
      ),
      bounds: [0, 1],
      target: { value: 0.862, label: say('Target 86.2%') },
      events: [
        { at: 4.5, label: say('12 September: new tool') },
        { at: 10.4, label: say('12 March: payment fault') },
        { at: 12.15, label: say('5 May: team in Padua') },
      ],
    }),
    'heat-map': heatMap({
      ...text('When they write', (value) => count.format(value)),
      rows: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map(say),
      columns: Array.from({ length: 24 }, (_, hour) => String(hour)),
      values: Array.from({ length: 7 }, (_, day) =>
        Array.from({ length: 24 }, (_, hour) =>
          day === 6 && hour < 3 ? null : hour < 7 || hour > 20 ? 0 : ((hour * 7 + day * 5) % 23) * 4,
        ),
      ),
    }),
    bars: bars(
      [
        { label: say('Billing'), value: 0.31, beside: 0.19 },
        { label: say('Contract changes and moves'), value: 0.22, beside: 0.12 },
        { label: say('Meter reading'), value: 0.14, beside: 0.24 },
        { label: say('Outage'), value: 0, beside: null },
      ],
      {
        ...text('What the work is about', percent),
        valueLabel: say('Share of work'),
        besideLabel: say('Share of volume'),
      },
    ),
    'dot-interval': dotInterval(
      [
        { label: say('Milan'), value: 0.902, low: 0.885, high: 0.917, strong: true },
        { label: say('Padua'), value: 0.861, low: 0.79, high: 0.91 },
        { label: say('Night and weekend service'), value: null, low: null, high: null },
      ],
      {
        ...text('CSAT by team', percent),
        bounds: [0, 1],
        reference: { value: 0.869, label: say('all 86.9%') },
      },
    ),
    'control-chart': controlChart({
      ...text('Calls given up, day by day', percent),
      bounds: [0, 1],
      points: [6.1, 5.8, 6.4, 6.0, 5.5, 6.2, 5.9, 9.8, 6.1, 4.4, 4.2, 4.6, 4.1, 4.3, 4.5, 4.2].map(
        (value, i) => ({
          tick: String(i + 1),
          name: `Day ${i + 1}`,
          value: value / 100,
          limits:
            i < 9
              ? { centre: 0.06, lower: 0.045 - i * 0.0005, upper: 0.075 }
              : { centre: 0.043, lower: 0.033, upper: 0.053 },
          phase: i < 9 ? 0 : 1,
          signal: i === 7 ? say('beyond the limit') : null,
        }),
      ),
      events: [{ at: 9.2, label: say('10 May: call-back') }],
    }),
    distribution: distribution({
      ...text('First response time', (value) => `${value / 3600} h`),
      bins: [320, 410, 280, 150, 90, 60, 30, 20].map((many, i) => ({
        from: i * 3600,
        to: (i + 1) * 3600,
        count: many,
      })),
      percentiles: [
        { value: 5400, label: say('half within 1.5 h') },
        { value: 17_000, label: say('9 of 10 within 4.7 h') },
      ],
      formatCount: (value) => count.format(value),
      time: true,
    }),
    'small-multiples': smallMultiples({
      ...text('First-contact resolution by channel', percent),
      panels: ['Telephone', 'E-mail', 'Chat', 'Social media', 'Web form'].map((name, row) => ({
        label: say(name),
        values: months.map((_, i) =>
          row === 3 && i < 4 ? null : 0.6 + row * 0.04 + Math.sin(i + row) * 0.03,
        ),
      })),
      from: say('May 24'),
      to: say('May 25'),
      bounds: [0, 1],
    }),
    waterfall: waterfall({
      ...text('What explains the change', (value) => points.format(value)),
      parts: [
        { label: say('Billing by e-mail'), value: 1.9 },
        { label: say('Meter reading'), value: 0.7 },
        { label: say('Mix of reasons'), value: -0.5 },
        { label: say('Everything else'), value: 0.7 },
      ],
      total: say('CSAT'),
    }),
    'funnel-plot': funnelPlot({
      ...text('CSAT by team and size', percent),
      groups: [
        { label: say('Milan'), n: 910, value: 0.902, outside: true },
        { label: say('Padua'), n: 40, value: 0.78, outside: false },
        { label: say('Bologna'), n: 640, value: 0.858, outside: false },
        { label: say('Turin'), n: 320, value: 0.886, outside: false },
        { label: say('Bari'), n: 510, value: 0.801, outside: true },
      ],
      centre: { value: 0.866, label: say('all 86.6%') },
      limits: [20, 40, 80, 150, 300, 600, 1000].map((n) => ({
        n,
        low: 0.866 - 0.67 / Math.sqrt(n),
        high: Math.min(1, 0.866 + 0.67 / Math.sqrt(n)),
      })),
      size: say('answers'),
      formatSize: (value) => count.format(value),
      bounds: [0, 1],
    }),
    'process-map': processMap({
      ...text('The way of a case', (value) => count.format(value)),
      stages: ['New', 'Open', 'Waiting for the customer', 'On hold', 'Resolved', 'Closed'].map((name, i) => ({
        label: say(name),
        beside: i === 5 ? null : `${i + 1} h`,
      })),
      ways: [
        { from: 0, to: 1, cases: 980 },
        { from: 1, to: 2, cases: 320 },
        { from: 2, to: 1, cases: 290 },
        { from: 1, to: 3, cases: 110 },
        { from: 3, to: 1, cases: 90 },
        { from: 1, to: 4, cases: 850 },
        { from: 4, to: 5, cases: 800 },
        { from: 4, to: 1, cases: 45 },
        { from: 0, to: 5, cases: 3 },
      ],
      formatCases: (value) => count.format(value),
    }),
    'staffing-curve': staffingCurve({
      ...text('People at the desk by hour', (value) => count.format(value)),
      hours: Array.from({ length: 13 }, (_, i) => ({
        label: String(i + 7),
        needed: [0.5, 3, 6.5, 8.2, 7.4, 5, 4.1, 5.2, 6, 5.1, 3.2, 1, 0.2][i] ?? 0,
        there: [1, 4, 6, 6, 7, 5, 4, 6, 7, 7, 4, 2, 1][i] ?? 0,
      })),
      neededLabel: say('People the work needs'),
      thereLabel: say('People at the desk'),
    }),
  };
}
