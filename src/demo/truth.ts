/** Puts `truth.json` together: what is really in the data, so that anything said about it can be scored. */
import type { BlemishCounts } from './blemishes.ts';
import type { Pages } from './books.ts';
import { strangeStatus } from './case-row.ts';
import { categories } from './catalogue.ts';
import { company } from './company.ts';
import { type Counts, type Grid, share } from './counts.ts';
import { type Files, fileNames } from './files.ts';
import { windowS } from './first-contact.ts';
import { agents, teams } from './people.ts';
import { type Planted, planted } from './planted.ts';
import { story } from './story.ts';
import type { World } from './world.ts';

export interface Setting {
  readonly seed: number;
  readonly cases: number;
  readonly from: string;
  readonly to: string;
}

interface Ingredients {
  readonly setting: Setting;
  readonly world: Pick<World, 'clock' | 'files' | 'books' | 'duty'>;
  readonly blemishes: BlemishCounts;
  readonly beside: Beside;
}

/** What is only known once the year is over. */
export interface Beside {
  customersLeft: { readonly after_contact: number; readonly without: number };
  outages: Grid;
  reviews: Grid;
}

export function truthOf({
  setting,
  world,
  blemishes,
  beside,
}: Ingredients): Readonly<Record<string, unknown>> {
  const { clock, files, books, duty } = world;
  const { pages, probes } = books;
  const dataThrough = lastInstant(files);
  books.firstContact.settleAll(dataThrough);
  return {
    company: company.name,
    ...setting,
    zone: company.zone,
    data_through: new Date((clock.zero + dataThrough) * 1000).toISOString(),
    files: Object.fromEntries(fileNames.map((name) => [`${name}.csv`, fileTruth(files, name, blemishes)])),
    blemishes: {
      broken: blemishes.broken,
      older_versions: blemishes.olderVersions,
      unknown_words: [
        { column: 'cases.status', word: strangeStatus, count: pages.cases.unmapped_status ?? 0 },
      ],
    },
    cases: { ...pages.cases, left_out: pages.leftOut, by_month: pages.byMonth },
    by_channel: pages.byChannel,
    categories: categoryTruth(pages),
    messages: pages.messages,
    contacts: pages.contacts,
    first_contact: firstContactTruth(pages),
    csat: {
      satisfied: '4 and 5 of 5',
      by_month_sent: withShares(pages.csatSent),
      by_month_answered: withShares(pages.csatAnswered),
    },
    nps: pages.nps,
    orders: { by_month: pages.orders },
    customers: {
      left: beside.customersLeft.after_contact + beside.customersLeft.without,
      ...beside.customersLeft,
    },
    presence: {
      about: 'seconds; a shift counts up to the end of the data',
      by_month: duty.found.byMonth,
      by_team: duty.found.byTeam,
    },
    outages: { about: 'seconds down, by local month', ...beside.outages },
    reviews: { about: 'points by agent', ...beside.reviews },
    agents: agentTruth(pages),
    quiet_months: story.quietMonths.filter((month) => month > setting.from.slice(0, 7) && month < setting.to),
    season: story.season,
    planted: planted
      .filter((one) => touches(one, setting))
      .map((one) => ({ ...one, found: probes.found[one.id] ?? {} })),
  };
}

/** Touchpoints and registers do not say how far the service data goes. */
const lastInstant = ({ cases, events, messages, calls, surveys }: Files): number =>
  Math.floor(Math.max(...[cases, events, messages, calls, surveys].map(({ latest }) => latest)));

function fileTruth(files: Files, name: keyof Files, { exactCopies, olderVersions, broken }: BlemishCounts) {
  const { rows, bytes } = files[name];
  const set_aside = broken.filter(({ file }) => file === name).length;
  const exact_duplicates = exactCopies[name] ?? 0;
  const older_versions = name === 'cases' ? olderVersions : 0;
  const distinct = rows - set_aside - exact_duplicates - older_versions;
  return { rows, bytes, distinct, exact_duplicates, older_versions, set_aside };
}

const firstContactTruth = (pages: Pages) => ({
  window_s: windowS,
  rules: {
    one_touch:
      'resolved by one human answer (a written one, a call, or a chat session with its lines), after which the customer wrote nothing but thanks; no change of owner or team, no transfer, no reopening; no case of the same customer and category opened from then until 7 days after the resolution',
    not_again:
      'resolved, never reopened; no case of the same customer opened until 7 days after the resolution',
    closed_once: 'resolved, never reopened',
  },
  missing: 'no_customer before not_resolved before too_early (resolved less than 7 days before data_through)',
  anchored_on: 'the local month of the last resolution',
  ...pages.firstContact.all,
  by_month: pages.firstContactByMonth,
  by_channel: pages.firstContactByChannel,
  by_category: pages.firstContactByCategory,
});

const categoryTruth = (pages: Pages) =>
  Object.fromEntries(
    categories.map(({ name, team, turns, effort, slowness, liking, again, reopen, hold, bot }, place) => [
      name,
      {
        difficulty: {
          rounds: turns,
          effort_s: effort,
          slowness,
          satisfaction_logit: liking,
          again,
          reopen,
          hold,
          bot,
        },
        team: teams[team]?.name,
        customers: pages.askedAbout.reduce((sum, bits) => sum + ((bits >> place) & 1), 0),
        ...pages.byCategory[name],
      },
    ]),
  );

const agentTruth = (pages: Pages) =>
  Object.fromEntries(
    [...agents, null].map((agent) => {
      const id = agent?.id ?? 'bot';
      const { resolved, handle_s, ...ratings } = pages.byAgent[id] ?? {};
      const about = agent === null ? {} : { name: agent.name, team: teams[agent.team]?.name };
      const skill = agent === null ? {} : { speed_times: agent.speed, quality_logit: agent.quality };
      return [
        id,
        { ...about, ...skill, resolved, handle_s, ...ratings, first_contact: pages.firstContactByAgent[id] },
      ];
    }),
  );

const withShares = (grid: Readonly<Record<string, Counts>>) =>
  Object.fromEntries(
    Object.entries(grid).map(([month, row]) => [
      month,
      {
        ...row,
        true_share: share(row.truly_satisfied, row.asked),
        observed_share: share(row.answered_satisfied, row.answered),
      },
    ]),
  );

const touches = ({ from, to }: Planted, setting: Setting): boolean =>
  (from === null || from < setting.to) && (to === null || to > setting.from);
