/** The five ways in: how much comes by each, on which weekday and at what hour. */

export const channelNames = ['phone', 'email', 'chat', 'social', 'web_form'] as const;
export const [phone, email, chat, social, webForm] = [0, 1, 2, 3, 4] as const;

export interface ChannelShape {
  /** Share of the cases of an ordinary working day. */
  readonly share: number;
  /** Relative volume Monday to Sunday, then on a public holiday. */
  readonly week: readonly number[];
  /** Relative volume by hour of the day. */
  readonly hours: readonly number[];
  /** Median business seconds until a written first answer. */
  readonly replyS: number;
  /** Multiplies the share of people who answer a survey. */
  readonly surveys: number;
  /** Shift of the log-odds of a satisfied customer. */
  readonly liking: number;
}

const day = (text: string): readonly number[] => text.split(' ').map(Number);

// biome-ignore format: one line a channel reads as the table it is
export const channelShapes: readonly ChannelShape[] = [
  { share: 0.3, week: [1.3, 1.1, 1, 1, 0.95, 0.35, 0, 0], hours: day('0 0 0 0 0 0 0 0 7 11 13 12 8 7 9 11 10 7 0 0 0 0 0 0'), replyS: 0, surveys: 0.75, liking: 0.15 },
  { share: 0.34, week: [1.25, 1.1, 1, 1, 0.95, 0.6, 0.5, 0.55], hours: day('2 1 1 1 1 2 3 5 8 10 10 9 8 8 9 9 8 8 7 7 7 6 5 3'), replyS: 9000, surveys: 1, liking: 0 },
  { share: 0.16, week: [1.15, 1.05, 1, 1, 1, 0.8, 0.65, 0.65], hours: day('1 1 0 0 0 0 1 3 7 9 10 10 10 9 9 9 9 9 8 8 8 7 5 3'), replyS: 7000, surveys: 1.4, liking: 0.1 },
  { share: 0.06, week: [1, 1, 1, 1, 1, 1.05, 1.1, 1], hours: day('3 2 1 1 1 1 2 4 6 7 7 7 8 8 7 7 7 8 9 10 11 11 9 6'), replyS: 5400, surveys: 0.55, liking: -0.2 },
  { share: 0.14, week: [1.2, 1.1, 1, 1, 0.95, 0.6, 0.55, 0.55], hours: day('2 1 1 1 1 1 2 5 8 9 10 9 8 8 9 9 8 8 7 7 7 6 5 3'), replyS: 10800, surveys: 0.9, liking: -0.05 },
];
