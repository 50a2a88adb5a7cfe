/** What work costs, as people write it: by team and channel, from a date on. */
import { z } from 'zod';
import type { Rates } from '../metrics/index.ts';
import { writtenDate } from '../model/index.ts';

const rate = z
  .strictObject({
    per_hour: z.number().nonnegative().optional(),
    per_minute: z.number().nonnegative().optional(),
    team: z.string().optional(),
    channel: z.string().optional(),
    from: writtenDate.optional().describe('the date from which it holds'),
  })
  .refine(
    ({ per_hour, per_minute }) => (per_hour === undefined) !== (per_minute === undefined),
    'one of per_hour and per_minute',
  );

export const rates = z
  .strictObject({
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'a currency such as EUR')
      .describe('ISO 4217, such as EUR'),
    work: z.array(rate).min(1).describe('of several that fit the first counts: the general one comes last'),
  })
  .describe('what work costs, for the cost of a contact and of a resolution');

export const readRates = ({ currency, work }: z.output<typeof rates>): Rates => ({
  currency,
  hourly: work.map(({ per_hour = 0, per_minute, team, channel, from }) => ({
    perHour: per_minute === undefined ? per_hour : per_minute * 60,
    ...(team === undefined ? {} : { team }),
    ...(channel === undefined ? {} : { channel }),
    ...(from === undefined ? {} : { from }),
  })),
});
