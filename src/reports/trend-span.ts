/** The stretch that a trend shows, and the length of its steps. */
import { addMonths, daysBetween, type Grain, type Period, startOf } from '../model/index.ts';

/** A score of fewer a day swings by chance alone. */
const fewestADay = 20;

/**
 * Thirteen months before it for a month or more; days for shorter periods, and where the data is younger. `n` is what the
 * period's own figure rests on: where that is little a day, weeks are shown.
 */
export function trendSpan(
  period: Period,
  dataFrom: string,
  n = Number.POSITIVE_INFINITY,
): { period: Period; grain: Grain } {
  const days = daysBetween(period.from, period.to);
  const monthsOfData = daysBetween(dataFrom, period.to) / 30;
  if (days < 28 || monthsOfData < 3)
    return { period, grain: days >= 28 && n < fewestADay * days ? 'week' : 'day' };
  const start = addMonths(
    startOf('month', period.to === startOf('month', period.to) ? period.to : period.from),
    -13,
  );
  return {
    period: { from: start < dataFrom ? startOf('month', dataFrom) : start, to: period.to },
    grain: 'month',
  };
}
