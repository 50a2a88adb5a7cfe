/** The planted truths in words that a test or a reader can hold the product against. */
import { categories, products } from './catalogue.ts';
import { channelNames } from './channels.ts';
import { agents, teams } from './people.ts';
import { story } from './story.ts';

interface Effect {
  readonly metric: string;
  readonly direction: 'up' | 'down' | 'none';
  /** The size put into the simulation; what came of it is in `found` of the same truth. */
  readonly size: number | null;
  /** `times` multiplies, `logit` shifts log-odds, `share` is 0–1, `follows` is a consequence without a size of its own. */
  readonly unit: 'times' | 'logit' | 'share' | 'follows';
}

export interface Planted {
  readonly id: string;
  readonly kind:
    | 'product_fault'
    | 'new_team'
    | 'staffing_hole'
    | 'drift'
    | 'change_that_worked'
    | 'change_without_effect'
    | 'misrouting'
    | 'top_performers'
    | 'speed_without_service'
    | 'few_and_hard'
    | 'simple_and_far_reaching';
  readonly what: string;
  /** Segment filters. */
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  /** Local dates, half-open; null for the whole of the data. */
  readonly from: string | null;
  readonly to: string | null;
  readonly effects: readonly Effect[];
  readonly advice: string;
  readonly for: 'product' | 'team' | 'planning' | 'marketing' | 'lead';
  /** Recorded in changes.csv, where the business did it on purpose. */
  readonly change?: Readonly<
    Record<
      'at' | 'what' | 'scope' | 'owner' | 'expected_metric' | 'expected_direction' | 'expected_size',
      string
    >
  >;
}

const categoryName = (place: number): string => categories[place]?.name ?? '';
const teamName = (place: number): string => teams[place]?.name ?? '';
const channelName = (place: number): string => channelNames[place] ?? '';
const agentId = (place: number): string => agents[place]?.id ?? '';
const effect = (
  metric: string,
  direction: Effect['direction'],
  size: number | null = null,
  unit: Effect['unit'] = 'follows',
): Effect => ({ metric, direction, size, unit });

const { watchFault, digitalDesk, phoneHole, emailDrift, invoiceArticle, emailTemplates, refundLoop } = story;
const { returnsForm, longLunch } = story;

export const planted: readonly Planted[] = [
  {
    id: 'watch-fault',
    kind: 'product_fault',
    what: 'Firmware 4.2 of the Vetta GPS watch drains the battery overnight; 4.3 mends it.',
    where: { product: products[watchFault.product] ?? '', category: categoryName(watchFault.category) },
    from: watchFault.from,
    to: watchFault.to,
    effects: [
      effect('cases_opened', 'up', watchFault.volumeTimes, 'times'),
      effect('csat', 'down', watchFault.satisfactionLogit, 'logit'),
      effect('uptime', 'down'),
    ],
    advice: 'product_fix',
    for: 'product',
  },
  {
    id: 'digital-desk',
    kind: 'new_team',
    what: 'Five new people take over chat and social posts and need ten weeks to get up to speed.',
    where: { team: teamName(digitalDesk.team) },
    from: digitalDesk.from,
    to: digitalDesk.to,
    effects: [
      effect('handle_time', 'up', digitalDesk.slowerTimes, 'times'),
      effect('first_response_time', 'up', digitalDesk.slowerTimes, 'times'),
      effect('csat', 'down'),
    ],
    advice: 'training',
    for: 'lead',
    change: {
      at: `${digitalDesk.from}T06:00:00Z`,
      what: 'Digital Desk takes over chat and social',
      scope: 'channel=chat,social',
      owner: 'Head of service',
      expected_metric: 'first_response_time',
      expected_direction: 'down',
      expected_size: '0.2',
    },
  },
  {
    id: 'phone-hole',
    kind: 'staffing_hole',
    what: 'Half of the telephone desk is away at once.',
    where: { channel: channelName(phoneHole.channel), team: teamName(phoneHole.team) },
    from: phoneHole.from,
    to: phoneHole.to,
    effects: [
      effect('staff_present', 'down', 1 - phoneHole.awayShare, 'times'),
      effect('occupancy', 'up'),
      effect('speed_of_answer', 'up'),
      effect('abandonment_rate', 'up'),
      effect('first_response_time', 'up'),
      effect('csat', 'down'),
    ],
    advice: 'staffing',
    for: 'planning',
  },
  {
    id: 'email-drift',
    kind: 'drift',
    what: 'E-mail answers of Orders & Delivery get colder, a little every week.',
    where: { team: teamName(emailDrift.team), channel: channelName(emailDrift.channel) },
    from: emailDrift.from,
    to: emailDrift.to,
    effects: [effect('csat', 'down', emailDrift.satisfactionLogit, 'logit')],
    advice: 'training',
    for: 'lead',
  },
  {
    id: 'invoice-article',
    kind: 'change_that_worked',
    what: 'A help page explains where invoices are: half of the questions do not come any more.',
    where: { category: categoryName(invoiceArticle.category) },
    from: invoiceArticle.from,
    to: null,
    effects: [effect('cases_opened', 'down', invoiceArticle.volumeTimes, 'times')],
    advice: 'keep',
    for: 'marketing',
    change: {
      at: `${invoiceArticle.from}T07:00:00Z`,
      what: 'Help page: where to find your invoice',
      scope: 'category=invoice',
      owner: 'Content team',
      expected_metric: 'cases_opened',
      expected_direction: 'down',
      expected_size: '0.4',
    },
  },
  {
    id: 'email-templates',
    kind: 'change_without_effect',
    what: 'New templates for e-mail answers change nothing.',
    where: { channel: channelName(emailTemplates.channel) },
    from: emailTemplates.from,
    to: null,
    effects: [effect('csat', 'none', 0, 'logit'), effect('first_response_time', 'none', 1, 'times')],
    advice: 'none',
    for: 'lead',
    change: {
      at: `${emailTemplates.from}T07:00:00Z`,
      what: 'New e-mail templates',
      scope: 'channel=email',
      owner: 'Head of service',
      expected_metric: 'csat',
      expected_direction: 'up',
      expected_size: '0.03',
    },
  },
  {
    id: 'returns-form',
    kind: 'change_that_worked',
    what: 'A new form for exchanges asks for all that is needed: an answer takes a third less work.',
    where: { category: categoryName(returnsForm.category) },
    from: returnsForm.from,
    to: null,
    effects: [effect('handle_time', 'down', returnsForm.effortTimes, 'times')],
    advice: 'keep',
    for: 'product',
    change: {
      at: `${returnsForm.from}T07:00:00Z`,
      what: 'New form for exchanges and returns',
      scope: `category=${categoryName(returnsForm.category)}`,
      owner: 'Product team',
      expected_metric: 'handle_time',
      expected_direction: 'down',
      expected_size: '0.25',
    },
  },
  {
    id: 'long-lunch',
    kind: 'drift',
    what: 'One team comes back from lunch more than half an hour late.',
    where: { team: teamName(longLunch.team) },
    from: longLunch.from,
    to: null,
    effects: [effect('adherence', 'down'), effect('shrinkage', 'up')],
    advice: 'coaching',
    for: 'lead',
  },
  {
    id: 'refund-loop',
    kind: 'misrouting',
    what: 'The contact form offers no reason "refund": many start as order_status with Orders & Delivery, go to Returns & Billing, back, and there again.',
    where: { category: categoryName(refundLoop.category), channel: channelName(refundLoop.channel) },
    from: null,
    to: null,
    effects: [
      effect('ping_pong_rate', 'up', refundLoop.share, 'share'),
      effect('resolution_time', 'up'),
      effect('csat', 'down'),
    ],
    advice: 'routing_fix',
    for: 'product',
  },
  {
    id: 'quick-and-liked',
    kind: 'top_performers',
    what: 'Two agents who are both quicker and better liked than anyone else, after the mix of their work.',
    where: { agent: story.quickAndLiked.map(agentId) },
    from: null,
    to: null,
    effects: [effect('handle_time', 'down', 0.7, 'times'), effect('csat', 'up', 0.65, 'logit')],
    advice: 'learn_from_them',
    for: 'lead',
  },
  {
    id: 'speed-without-service',
    kind: 'speed_without_service',
    what: 'The quickest agent of all leaves customers unhappy, and they come back.',
    where: { agent: [agentId(story.speedWithoutService.agent)] },
    from: null,
    to: null,
    effects: [
      effect('handle_time', 'down', agents[story.speedWithoutService.agent]?.speed ?? 1, 'times'),
      effect('csat', 'down', agents[story.speedWithoutService.agent]?.quality ?? 0, 'logit'),
      effect('repeat_contact_rate', 'up', story.speedWithoutService.comesAgainTimes, 'times'),
    ],
    advice: 'coaching',
    for: 'lead',
  },
  {
    id: 'partner-integrations',
    kind: 'few_and_hard',
    what: 'One customer in a hundred sells through our interfaces and writes very many messages.',
    where: { category: categoryName(story.fewAndHard) },
    from: null,
    to: null,
    effects: [effect('messages_per_owner', 'up')],
    advice: 'specialists',
    for: 'team',
  },
  {
    id: 'invoice-questions',
    kind: 'simple_and_far_reaching',
    what: 'Very many customers ask once where their invoice is.',
    where: { category: categoryName(story.simpleAndFarReaching) },
    from: null,
    to: invoiceArticle.from,
    effects: [effect('messages_per_owner', 'down')],
    advice: 'help_article',
    for: 'product',
  },
];
