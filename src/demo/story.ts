/** What really happened at Cima & Fell in 2025: the dates and true sizes of everything planted in the data. */
import { categoryAt, productAt } from './catalogue.ts';
import { chat, email, phone, social, webForm } from './channels.ts';
import { agents, baseCamp, digitalDesk, gearLab, orders, returns } from './people.ts';

const agentNamed = (name: string): number => agents.findIndex((agent) => agent.name === name);

/** Dates are local, half-open. Sizes called `times` multiply; sizes called `logit` shift log-odds. */
export const story = {
  /** A firmware update drains the watch overnight; the next one mends it. */
  watchFault: {
    from: '2025-05-01',
    to: '2025-06-01',
    product: productAt('Vetta GPS watch'),
    category: categoryAt('warranty_fault'),
    volumeTimes: 6,
    satisfactionLogit: -1.6,
  },
  /** Five new people take over chat and social posts; they need ten weeks to get up to speed. */
  digitalDesk: { from: '2025-07-01', to: '2025-09-09', team: digitalDesk, slowerTimes: 1.7 },
  /** Half of the telephone desk is away at once. */
  phoneHole: { from: '2025-09-08', to: '2025-09-29', team: baseCamp, channel: phone, awayShare: 0.5 },
  /** E-mail answers of one team get colder, a little every week. */
  emailDrift: {
    from: '2025-09-01',
    to: '2026-01-01',
    team: orders,
    channel: email,
    satisfactionLogit: -1.7,
  },
  /** A help page that explains where invoices are. */
  invoiceArticle: { from: '2025-10-06', category: categoryAt('invoice'), volumeTimes: 0.5 },
  /** New e-mail templates that change nothing at all. */
  emailTemplates: { from: '2025-04-07', channel: email },
  /** A form that asks for all that is needed: exchanges take a third less work. */
  returnsForm: { from: '2025-11-03', category: categoryAt('return_exchange'), effortTimes: 0.65 },
  /** One team comes back late from lunch. */
  longLunch: { from: '2025-10-01', team: gearLab, lateS: 2100 },
  /** The contact form offers no reason "refund", so many start with the wrong team and are passed to and fro. */
  refundLoop: {
    category: categoryAt('refund'),
    takenFor: categoryAt('order_status'),
    channel: webForm,
    wrongTeam: orders,
    rightTeam: returns,
    share: 0.4,
  },
  quickAndLiked: [agentNamed('Tom Ashby'), agentNamed('Giulia Ferrantini')],
  speedWithoutService: { agent: agentNamed('Nico Brandani'), comesAgainTimes: 2.2 },
  fewAndHard: categoryAt('partner_integration'),
  simpleAndFarReaching: categoryAt('invoice'),
  takenOverByDigitalDesk: [chat, social] as readonly number[],
  /** Months in which nothing starts, ends or is under way, nor in the month before. */
  quietMonths: ['2025-02', '2025-03', '2025-04'],
  /** Demand through the year as points to interpolate between, by month and day; flat until May. */
  season: [
    ['01-01', 1],
    ['04-30', 1],
    ['06-15', 1.12],
    ['07-20', 1.1],
    ['08-15', 0.82],
    ['09-05', 1],
    ['10-31', 1],
    ['11-28', 1.5],
    ['12-18', 1.3],
    ['12-31', 0.85],
  ] as readonly (readonly [string, number])[],
} as const;
