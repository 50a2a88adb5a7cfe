/** The rates of the worked examples: an hour costs 30, on the phone 36. */
import type { Rates } from '../rates.ts';

export const exampleRates: Rates = {
  currency: 'EUR',
  hourly: [{ channel: 'phone', perHour: 36 }, { perHour: 30 }],
};
