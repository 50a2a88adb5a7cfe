/** Looks at what is watched, as after each load: what is news is written down and its messages are made ready, in one step. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { type Language, wordsOf } from '../../locales/index.ts';
import { type AnswerContext, answer, catalogue, type Figure, findMetric } from '../../metrics/index.ts';
import { addDays, localDate } from '../../model/index.ts';
import { ownTerms } from '../../reports/own-terms.ts';
import { type NewParcel, raise, settleWarning, type Warning, warningOf } from '../../state/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';
import { wrap } from '../content.ts';
import { contentOfReport } from '../content-of-report.ts';
import { recipientName } from '../schedule.ts';
import { waitingOf } from './cases-waiting.ts';
import { changesIn, questionsOf } from './changes.ts';
import { type Known, type Mark, nextStep } from './next-step.ts';
import { type Thing, thingKey, type Watched } from './thing.ts';
import { type Finding, type Frame, warningReport, warningSentence } from './warning-report.ts';
import { whereFromOf } from './where-from-of.ts';

/** Under this name warnings stand in the book of parcels; no schedule of reports can have it twice. */
export const warningSchedule = 'early warning';

export interface Lookout {
  readonly warehouse: Warehouse;
  readonly context: AnswerContext;
  readonly db: DatabaseSync;
  readonly archive: string;
  readonly watched: readonly Watched[];
  readonly frame: Omit<Frame, 'through' | 'today' | 'later'>;
  readonly language: Language;
  readonly now: Date;
}

export interface Raised {
  readonly thing: string;
  readonly sentence: string;
  readonly messages: number;
}

/** @returns what was told now; empty where nothing is news */
export async function look(lookout: Lookout): Promise<readonly Raised[]> {
  const { warehouse, watched, frame, now, db } = lookout;
  const { dataThrough } = await warehouse.state();
  if (dataThrough === null || watched.length === 0) return [];
  const today = localDate(now.toISOString(), frame.zone);
  const scene = { ...lookout, today, through: dataThrough, to: lastWholeDay(dataThrough, today, frame.zone) };
  const findings = await findingsOf(scene);
  const raised: Raised[] = [];
  for (const [i, each] of watched.entries()) {
    const finding = findings[i] ?? null;
    const known = warningOf(db, thingKey(each.thing));
    const step = nextStep({ mark: finding?.mark ?? null, known: knownOf(known), today });
    if (step === 'close') settleWarning(db, thingKey(each.thing), 'closed', now);
    if (step === 'keep' && known?.state === 'closed') settleWarning(db, thingKey(each.thing), 'open', null);
    if (step === 'tell' && finding !== null) raised.push(await told(each, finding, scene));
  }
  return raised;
}

interface Scene extends Lookout {
  readonly today: string;
  readonly through: string;
  /** The day after the last whole one. */
  readonly to: string;
}

/** A day that is not over looks quiet. */
function lastWholeDay(through: string, today: string, zone: string): string {
  const last = localDate(through, zone);
  return last < today ? addDays(last, 1) : last;
}

const knownOf = (warning: Warning | null): Known | null =>
  warning === null
    ? null
    : { state: warning.state, mark: JSON.parse(warning.mark) as Mark, snoozedUntil: warning.snoozedUntil };

/** All metrics are asked and judged together. */
async function findingsOf(scene: Scene): Promise<readonly (Finding | null)[]> {
  const { warehouse, context, watched, to, frame } = scene;
  const metrics = watched.flatMap(({ thing }) => (thing.kind === 'metric' ? [thing] : []));
  const asked = metrics.map((thing) => questionsOf(thing, to, frame.zone));
  const answers = await answer(warehouse, asked.flat(), context);
  let next = 0;
  const series = asked.map((questions): (readonly Figure[])[] =>
    questions.map(() => [...(answers[next++] ?? [])]),
  );
  const betterOf = (name: string) => findMetric(name, context.metrics ?? catalogue).better;
  const changes = new Map(
    changesIn(series, { to, betterOf }).map((change, i) => [metrics[i], change] as const),
  );
  const found: (Finding | null)[] = [];
  for (const { thing } of watched) {
    if (thing.kind !== 'metric')
      found.push(await waitingOf(thing, { warehouse, context, zone: frame.zone, to }));
    else {
      const change = changes.get(thing) ?? null;
      found.push(change === null ? null : { ...change, part: await whereFromOf(thing, change, scene) });
    }
  }
  return found;
}

async function told({ thing, recipients }: Watched, finding: Finding, scene: Scene): Promise<Raised> {
  const { db, archive, context, now, watched, today } = scene;
  const own = ownTerms(context);
  const frame: Frame = { ...scene.frame, through: scene.through, today, later: addDays(today, 7) };
  const metrics = watched.filter((each) => each.thing.kind === 'metric').length;
  const parcels: NewParcel[] = [];
  for (const recipient of recipients) {
    const report = warningReport(
      { thing, finding, frame, watched: metrics },
      wordsOf(recipient.language, own),
    );
    const name = `warning-${thingKey(thing)}-${stamp(now)}-${recipient.language}`;
    const content = await contentOfReport(report, { name, recipient, event: 'warning.raised' });
    parcels.push({
      id: parcelId(thing, recipientName(recipient), now),
      schedule: warningSchedule,
      period: today,
      recipient: recipientName(recipient),
      way: JSON.stringify(recipient.way),
      content: wrap(archive, content),
    });
  }
  const sentence = warningSentence(thing, finding, wordsOf(scene.language, own));
  const warning = {
    thing: thingKey(thing),
    about: JSON.stringify(thing),
    mark: JSON.stringify(finding.mark),
    sentence,
  };
  raise(db, warning, parcels, now);
  return { thing: warning.thing, sentence, messages: parcels.length };
}

/** Two messages of one day are two files. */
const stamp = (now: Date): string => now.toISOString().slice(0, 19).replace(/[-:]/g, '');

const parcelId = (thing: Thing, to: string, now: Date): string =>
  createHash('sha256')
    .update(JSON.stringify(['warning', thingKey(thing), to.toLowerCase(), now.toISOString()]))
    .digest('hex')
    .slice(0, 32);
