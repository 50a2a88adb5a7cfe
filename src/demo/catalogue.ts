/** What people ask about and what the shop sells, with the true difficulty of each reason for contact. */
import { baseCamp, gearLab, orders, returns } from './people.ts';

export interface Category {
  readonly name: string;
  readonly subcategories: readonly [string, string];
  /** Place in `teams` of those who know about it. */
  readonly team: number;
  /** Share of all cases on an ordinary day. */
  readonly share: number;
  /** Mean number of rounds beyond the first answer. */
  readonly turns: number;
  /** Median seconds of work per answer. */
  readonly effort: number;
  /** Multiplies the time to an answer. */
  readonly slowness: number;
  /** Shift of the log-odds of a satisfied customer: some news are worse than others. */
  readonly liking: number;
  /** Chance that the customer comes back with the same matter in the days after. */
  readonly again: number;
  readonly reopen: number;
  /** Chance that a courier, supplier or workshop must be waited for. */
  readonly hold: number;
  /** Share of chats that the bot settles alone. */
  readonly bot: number;
  readonly urgency: number;
  /** Relative demand by channel, in the order of `channelNames`. */
  readonly mix: readonly [phone: number, email: number, chat: number, social: number, form: number];
}

const even = [1, 1, 1, 1, 1] as const;

const category = (
  name: string,
  subcategories: readonly [string, string],
  team: number,
  share: number,
  truth: Omit<Category, 'name' | 'subcategories' | 'team' | 'share'>,
): Category => ({ name, subcategories, team, share, ...truth });

// biome-ignore format: one line a category reads as the table it is
export const categories: readonly Category[] = [
  category('order_status', ['where_is_it', 'change_order'], orders, 0.17, { turns: 0.25, effort: 240, slowness: 0.8, liking: 0.1, again: 0.07, reopen: 0.02, hold: 0.05, bot: 0.35, urgency: 1, mix: even }),
  category('delivery_problem', ['damaged', 'lost'], orders, 0.11, { turns: 0.8, effort: 420, slowness: 1, liking: -0.45, again: 0.12, reopen: 0.05, hold: 0.3, bot: 0.05, urgency: 2, mix: [1.2, 1, 0.8, 1.6, 1] }),
  category('invoice', ['copy', 'wrong_details'], returns, 0.1, { turns: 0.08, effort: 150, slowness: 0.8, liking: 0.35, again: 0.02, reopen: 0.008, hold: 0, bot: 0.45, urgency: 0.3, mix: [0.5, 1.3, 1, 0.3, 1.6] }),
  category('account_access', ['password', 'two_accounts'], baseCamp, 0.08, { turns: 0.15, effort: 160, slowness: 0.6, liking: 0.2, again: 0.04, reopen: 0.01, hold: 0, bot: 0.5, urgency: 1, mix: [0.9, 0.8, 1.6, 0.6, 1] }),
  category('return_exchange', ['exchange_size', 'send_back'], returns, 0.14, { turns: 0.6, effort: 360, slowness: 1, liking: 0, again: 0.08, reopen: 0.04, hold: 0.1, bot: 0.1, urgency: 0.6, mix: even }),
  category('refund', ['not_received', 'wrong_amount'], returns, 0.08, { turns: 0.7, effort: 400, slowness: 1.1, liking: -0.5, again: 0.12, reopen: 0.06, hold: 0.15, bot: 0.03, urgency: 1.5, mix: [1, 0.9, 0.7, 1, 1.9] }),
  category('warranty_fault', ['repair', 'replacement'], gearLab, 0.07, { turns: 1.1, effort: 620, slowness: 1.3, liking: -0.35, again: 0.1, reopen: 0.07, hold: 0.35, bot: 0, urgency: 1, mix: [0.8, 1.2, 0.7, 1, 1.2] }),
  category('size_advice', ['boots', 'clothing'], gearLab, 0.07, { turns: 0.4, effort: 300, slowness: 0.9, liking: 0.4, again: 0.03, reopen: 0.01, hold: 0, bot: 0.15, urgency: 0.3, mix: [0.7, 0.8, 1.8, 1.4, 0.7] }),
  category('product_advice', ['before_buying', 'care'], gearLab, 0.07, { turns: 0.5, effort: 420, slowness: 1, liking: 0.45, again: 0.03, reopen: 0.01, hold: 0, bot: 0.1, urgency: 0.2, mix: [0.9, 0.8, 1.5, 1.7, 0.8] }),
  category('payment_failed', ['card_refused', 'charged_twice'], returns, 0.05, { turns: 0.5, effort: 300, slowness: 0.7, liking: -0.2, again: 0.08, reopen: 0.03, hold: 0.05, bot: 0.1, urgency: 3, mix: [1.4, 0.8, 1.1, 0.6, 0.8] }),
  category('club_points', ['missing_points', 'rules'], baseCamp, 0.045, { turns: 0.3, effort: 240, slowness: 1, liking: 0.1, again: 0.04, reopen: 0.02, hold: 0, bot: 0.25, urgency: 0.2, mix: even }),
  category('partner_integration', ['stock_feed', 'order_interface'], gearLab, 0.015, { turns: 7, effort: 1500, slowness: 1.4, liking: -0.3, again: 0.15, reopen: 0.08, hold: 0.35, bot: 0, urgency: 1.5, mix: [0.3, 2.4, 0, 0, 0.6] }),
];

/** The place of a category by its name. */
export const categoryAt = (name: string): number => categories.findIndex((one) => one.name === name);

export const products = [
  'Vetta GPS watch',
  'Larice tent',
  'Fell rain shell',
  'Brenta boots',
  'Cirrus down jacket',
  'Ridge 45 backpack',
  'Lumen headlamp',
  'Tarn sleeping bag',
  'Sasso trekking poles',
  'Rifugio stove',
] as const;

export const productAt = (name: (typeof products)[number]): number => products.indexOf(name);
