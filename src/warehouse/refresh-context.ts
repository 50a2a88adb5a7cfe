/** The seam between a load and the facts: what the statements that make the facts are given, inside the load's transaction. */
import type { Kysely } from 'kysely';
import type { ClockRule, NamedCalendar, ServiceAgreement } from '../model/index.ts';
import type { AskOptions, Compilable, EngineFunctions, Row, Tables } from './warehouse.ts';

/**
 * Everything that `refreshFacts` may use. Statements run inside the transaction of the load, so a failure leaves the
 * facts as they were.
 *
 * Unless `touched.all`, temporary tables say what to make again, each already closed over what depends on it:
 * - `touched_cases (source, case_id)`: cases that were loaded, replaced or taken away; cases that a touched event,
 *   message, interaction or survey names; every case of a touched customer (of the customers table or of a touched
 *   case, before or after the load). `message_facts` and `stages` go by this table as well.
 * - `touched_interactions (source, id)`: the same for `contact_facts`.
 * - `touched_surveys (source, id)`: the same for `survey_facts`; `touched_touchpoints`, `touched_reviews` and
 *   `touched_volumes` for theirs.
 * - `touched_customers (source, id)`: customers whose record or cases changed.
 * - `touched_presence (source, begins, ends)`: stretches of time in which shifts, states or contacts changed.
 * A key that is in one of them and no longer in the records was taken away: its facts go.
 */
export interface RefreshContext {
  readonly db: Kysely<Tables>;
  readonly functions: EngineFunctions;
  /** Runs a statement; text is for statements that the builder cannot say and never holds a user's words. */
  execute(statement: Compilable | string, options?: AskOptions): Promise<void>;
  rows(query: Compilable, options?: AskOptions): Promise<readonly Row[]>;
  /** `all`: make every fact again; the temporary tables do not exist. */
  readonly touched: { readonly all: boolean };
  /** The last instant in any record after this load (ISO, UTC), and before it; open cases are censored there. */
  readonly dataThrough: string | null;
  readonly dataThroughBefore: string | null;
  readonly settings: FactSettings;
  /** When it is; changed hours and promises count from this day on. */
  readonly now: Date;
  /** Changed settings are to count for all time, also where figures were given out under earlier ones. */
  readonly restate?: boolean;
  /** How many cases may be worked on at once: as many as the engine's memory holds. Absent: all of them. */
  readonly batchCases?: number;
  /**
   * Commits what was done so far, does the work with several hands, and begins a new transaction. Absent: everything is done
   * in one.
   */
  readonly beside?: (work: (desk: Desk) => Promise<void>) => Promise<void>;
  /** Where the new facts are made beside those that stand: by the hand whose tables all see, or by one of many. */
  readonly hand?: 'first' | 'one_of_many';
}

/** What statements are run by. */
export type Hand = Pick<RefreshContext, 'execute' | 'rows'>;

/** Where several hands work at once; each statement is committed by itself. */
export interface Desk {
  /** What it creates without saying where, all hands see, and it goes with the desk. */
  readonly first: Hand;
  /** Does the work for each part, as many at a time as there are hands. */
  each<T>(parts: readonly T[], work: (hand: Hand, part: T) => Promise<void>): Promise<void>;
}

/** The settings that facts depend on, as plain values. */
export interface FactSettings {
  /** The business clocks in the order in which they are asked; the last one is for all cases. None: no business time. */
  readonly calendars: readonly NamedCalendar[];
  /** Where a case passes through several calendars: each counts its own time (default), or the last one counts all. */
  readonly clockRule?: ClockRule;
  readonly sla: ServiceAgreement;
  /** The zone in which days are days. */
  readonly zone: string;
  /** Another case of the same customer within so many days counts as contact again. */
  readonly contactWindowDays: number;
}

export const defaultFactSettings: FactSettings = {
  calendars: [],
  sla: { policies: [], atRisk: 0.8 },
  zone: 'UTC',
  contactWindowDays: 7,
};

/** Makes the facts again from the records; the one function that every load and undo ends with. */
export type RefreshFacts = (context: RefreshContext) => Promise<void>;
