/** Makes ready what is due: every report once, printed once a form, one parcel a recipient. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Language } from '../locales/index.ts';
import type { Question } from '../metrics/question.ts';
import { type Period, Problem } from '../model/index.ts';
import { typedPeriod } from '../reports/index.ts';
import { type Form, letterOf } from '../reports/print/index.ts';
import type { Report } from '../reports/report.ts';
import { enter, type NewParcel, type ParcelState, parcelOf } from '../state/index.ts';
import { type Attachment, type Content, wrap } from './content.ts';
import { attachmentOf, subjectOf, summaryOf } from './content-of-report.ts';
import { type IsWorkingDay, occasions } from './due.ts';
import { type Recipient, recipientName, type Schedule } from './schedule.ts';

/** One report as it is asked for; recipients whose orders are equal get the same bytes. */
export interface ReportOrder {
  readonly template: string;
  readonly period: Period;
  readonly language: Language;
  readonly where: Question['where'];
}

/** What makes two reports the same but for their period and language. */
export const reportIdentity = ({ template, where }: Pick<ReportOrder, 'template' | 'where'>): string =>
  JSON.stringify([template, where]);

/** A report made to order; `manifest` says how it can be made again. */
export interface ReadyReport {
  readonly report: Report;
  /** Name of its files, without an ending. */
  readonly name: string;
  manifest(printed: readonly (readonly [string, Uint8Array])[]): string;
}

export interface Errand {
  readonly id: string;
  readonly schedule: Schedule;
  readonly recipient: Recipient;
  readonly period: Period;
  /** When it fell due. */
  readonly at: string;
  /** null: not in the book yet. */
  readonly state: ParcelState | null;
}

/** Who is to get what at `now`: the newest period of each schedule that is due, or the one that is named. */
export function errands(
  db: DatabaseSync,
  schedules: readonly Schedule[],
  { now, isWorkingDay, period }: { now: Date; isWorkingDay: IsWorkingDay; period?: Period },
): readonly Errand[] {
  return schedules.flatMap((schedule) => {
    const { due } = occasions(schedule, now, isWorkingDay);
    const occasion = period === undefined ? due : { period, at: now.toISOString() };
    return schedule.recipients.map((recipient) => {
      const id = errandId(schedule, occasion.period, recipient);
      return { id, schedule, recipient, ...occasion, state: parcelOf(db, id)?.state ?? null };
    });
  });
}

/** The same schedule, period and recipient is the same errand, whatever else changes. */
function errandId({ name }: Schedule, period: Period, { way }: Recipient): string {
  const { kind } = way;
  const to = { mail: 'address', folder: 'path', webhook: 'urlEnv', slack: 'urlEnv', teams: 'urlEnv' }[kind];
  const address = String((way as unknown as Record<string, unknown>)[to]).toLowerCase();
  const identity = JSON.stringify([name, typedPeriod(period), kind, address]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}

export interface Workshop {
  readonly db: DatabaseSync;
  readonly archive: string;
  readonly now: Date;
  readonly make: (order: ReportOrder) => Promise<ReadyReport>;
  readonly onProgress?: (text: string) => void;
}

/** An errand whose report cannot be made, and why, in a sentence. */
export interface Unmade {
  readonly errand: Errand;
  readonly reason: Problem;
}

/**
 * Makes parcels of the errands that have none. They enter the book together when all of their bytes are in the archive:
 * a kill before that leaves nothing, and after it nothing is forgotten. A report that cannot be made holds up no other.
 *
 * @throws Problem `disk_full`, `archive_unwritable`: then nothing is entered
 */
export async function prepare(
  open: readonly Errand[],
  { db, archive, now, make, onProgress }: Workshop,
): Promise<readonly Unmade[]> {
  const press = pressOf(make, onProgress);
  const parcels: NewParcel[] = [];
  const unmade: Unmade[] = [];
  for (const errand of open.filter(({ state }) => state === null)) {
    const content = await contentOf(errand, press).catch(problemOnly);
    if (content instanceof Problem) {
      unmade.push({ errand, reason: content });
      continue;
    }
    const { schedule, recipient, period, id } = errand;
    parcels.push({
      id,
      schedule: schedule.name,
      period: typedPeriod(period),
      recipient: recipientName(recipient),
      way: JSON.stringify(recipient.way),
      content: wrap(archive, content),
    });
  }
  enter(db, parcels, now);
  return unmade;
}

/** What a person can mend is handed back; a fault of ours is not passed over. */
function problemOnly(error: unknown): Problem {
  if (error instanceof Problem) return error;
  throw error;
}

interface Press {
  report(order: ReportOrder): Promise<ReadyReport>;
  printed(order: ReportOrder, form: Form): Promise<Attachment>;
  letter(order: ReportOrder): Promise<NonNullable<Content['letter']> & { subject: string }>;
}

/** Every report is made once, every form of it printed once. */
function pressOf(make: Workshop['make'], onProgress: Workshop['onProgress']): Press {
  const made = new Map<string, Promise<unknown>>();
  const once = <T>(key: unknown, work: () => Promise<T>): Promise<T> => {
    const name = JSON.stringify(key);
    const work_ = (made.get(name) as Promise<T> | undefined) ?? work();
    made.set(name, work_);
    return work_;
  };
  const report = (order: ReportOrder): Promise<ReadyReport> =>
    once(order, () => {
      onProgress?.(`making ${order.template} ${typedPeriod(order.period)} (${order.language}) …`);
      return make(order);
    });
  return {
    report,
    printed: (order, form) =>
      once([order, form], async () => {
        const ready = await report(order);
        return attachmentOf(ready.report, form, ready.name);
      }),
    letter: (order) => once([order, 'letter'], async () => letterOf((await report(order)).report)),
  };
}

async function contentOf({ schedule, recipient, period }: Errand, press: Press): Promise<Content> {
  const { language, where, forms, way } = recipient;
  const order: ReportOrder = { template: schedule.template, period, language, where };
  const { report, manifest } = await press.report(order);
  const attachments: Attachment[] = [];
  for (const form of forms) attachments.push(await press.printed(order, form));
  const bytes = new TextEncoder().encode(manifest(attachments.map(({ name, bytes: own }) => [name, own])));
  const record = { bytes, of: reportIdentity(order) };
  const content = { subject: subjectOf(report), summary: summaryOf(report), attachments, record };
  return way.kind === 'mail' ? { ...content, letter: await press.letter(order) } : content;
}
