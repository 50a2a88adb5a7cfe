/** The stretch that a trend shows, and the length of its steps. */
import { addMonths, daysBetween, type Grain, type Period, startOf } from '../model/index.ts';

/** Thirteen months before it for a month or more; days for shorter periods, and where the data is younger. */
export function trendSpan(period: Period, dataFrom: string): { period: Period; grain: Grain } {
  const days = daysBetween(period.from, period.to);
  const monthsOfData = daysBetween(dataFrom, period.to) / 30;
  if (days < 28 || monthsOfData < 3) return { period, grain: 'day' };
  const start = addMonths(
    startOf('month', period.to === startOf('month', period.to) ? period.to : period.from),
    -13,
  );
  return {
    period: { from: start < dataFrom ? startOf('month', dataFrom) : start, to: period.to },
    grain: 'month',
  };
}
