/** A period as people say it: March 2025, 2025, 1–14 March. */
import type { Words } from '../locales/index.ts';
import { addDays, type Period, wholeUnit } from '../model/index.ts';

/** @example periodText({ from: '2025-03-01', to: '2025-04-01' }, words) // 'March 2025' */
export function periodText(period: Period | 'all', words: Words, dated = true): string {
  const { forms } = words;
  if (period === 'all') return words.say(dated ? 'report.period.all' : 'report.period.undated');
  const unit = wholeUnit(period);
  if (unit === 'year') return period.from.slice(0, 4);
  if (unit === 'month') return forms.month(period.from);
  if (unit === 'quarter') {
    const quarter = (Number(period.from.slice(5, 7)) + 2) / 3;
    return words.say('report.period.quarter', { quarter, year: period.from.slice(0, 4) });
  }
  if (unit === 'day') return forms.date(period.from);
  return words.say('report.period.range', {
    from: forms.date(period.from),
    to: forms.date(addDays(period.to, -1)),
  });
}

/** A period as it is typed at the terminal. @example typedPeriod({ from: '2025-03-01', to: '2025-04-01' }) // '2025-03' */
export function typedPeriod(period: Period | 'all'): string {
  if (period === 'all') return 'all';
  const { from, to } = period;
  const unit = wholeUnit(period);
  if (unit === 'day') return from;
  if (unit === 'month') return from.slice(0, 7);
  if (unit === 'quarter') return `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`;
  return unit === 'year' ? from.slice(0, 4) : `${from}..${addDays(to, -1)}`;
}
