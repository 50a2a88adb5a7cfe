/** Who got what, or why not yet: a table for people, JSON for scripts. */
import type { DatabaseSync } from 'node:sqlite';
import { type Errand, recipientName, type Unmade } from '../delivery/index.ts';
import { Problem } from '../model/index.ts';
import { typedPeriod } from '../reports/index.ts';
import { type Parcel, parcelOf } from '../state/index.ts';
import { laidOut } from './lay-out.ts';
import type { Terminal } from './terminal.ts';

interface Shown {
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

interface Line {
  readonly schedule: string;
  readonly period: string;
  readonly recipient: string;
  /** null: as the message was made. */
  readonly language: string | null;
  readonly forms: readonly string[];
  readonly due: string;
  readonly state: string;
  readonly detail: string | null;
}

interface Round {
  readonly open: readonly Errand[];
  /** Parcels of early warnings that had still to go. */
  readonly messages: readonly string[];
  /** Reports that could not be made. */
  readonly unmade: readonly Unmade[];
  readonly db: DatabaseSync;
}

export function show({ open, messages, unmade, db }: Round, { json, dryRun }: Shown, io: Terminal): void {
  const lines = [
    ...open.map((errand) => {
      const reason = unmade.find((each) => each.errand.id === errand.id)?.reason;
      const line = lineOf(errand, parcelOf(db, errand.id), dryRun === true);
      return reason === undefined ? line : { ...line, state: 'not_made', detail: reason.message };
    }),
    ...messages.flatMap((id) => parcelOf(db, id) ?? []).map((parcel) => messageLine(parcel, dryRun === true)),
  ];
  if (json === true) io.result(`${JSON.stringify({ deliveries: lines })}\n`);
  else io.result(table(lines));
  const lost = lines.filter(({ state }) => state === 'given_up');
  const held = lines.filter(({ state }) => state === 'ready');
  if (held.length > 0 && dryRun !== true)
    io.say(`${held.length} could not be sent yet; the next "tidemark deliver" tries again.`);
  const [first] = unmade;
  if (first !== undefined) {
    throw new Problem('reports_not_made', {
      found: `${unmade.length} that could not be made: ${[...new Set(unmade.map(({ reason }) => reason.message))].slice(0, 3).join(' ')}`,
      expected: 'every report to be made',
      todo: 'mend the cause and run "tidemark deliver" again; all others were sent',
    });
  }
  if (lost.length > 0) {
    throw new Problem('deliveries_given_up', {
      found: `${lost.length} that nobody takes: ${[...new Set(lost.map(({ detail }) => detail))].slice(0, 3).join('; ')}`,
      expected: 'every recipient to get the report',
      todo: 'mend the cause, then "tidemark deliver --retry"',
    });
  }
}

function lineOf({ schedule, recipient, period, at }: Errand, parcel: Parcel | null, dry: boolean): Line {
  return {
    schedule: schedule.name,
    period: typedPeriod(period),
    recipient: recipientName(recipient),
    language: recipient.language,
    forms: recipient.forms,
    due: at,
    state: parcel?.state ?? (dry ? 'would_send' : 'ready'),
    detail: parcel?.receipt ?? parcel?.trouble ?? null,
  };
}

const messageLine = (
  { schedule, period, recipient, content, readyAt, state, receipt, trouble }: Parcel,
  dry: boolean,
): Line => ({
  schedule,
  period,
  recipient,
  language: null,
  forms: (JSON.parse(content) as { attachments: readonly { name: string }[] }).attachments.map(
    ({ name }) => name,
  ),
  due: readyAt,
  state: dry ? 'would_send' : state,
  detail: receipt ?? trouble,
});

const states: Readonly<Record<string, string>> = {
  would_send: 'would be sent',
  ready: 'waiting',
  sending: 'on its way',
  sent: 'sent',
  given_up: 'given up',
  not_made: 'could not be made',
};

function table(lines: readonly Line[]): string {
  if (lines.length === 0) return 'Nothing is to be sent.\n';
  const head = ['schedule', 'period', 'recipient', 'in', 'as', 'state'];
  const rows = lines.map(({ schedule, period, recipient, language, forms, state }) => [
    schedule,
    period,
    recipient,
    language ?? '',
    forms.join(','),
    states[state] ?? state,
  ]);
  const why = [
    ...new Set(lines.flatMap(({ state, detail }) => (state !== 'sent' && detail !== null ? [detail] : []))),
  ];
  const reasons = why.length === 0 ? '' : `\n\nWhy\n${why.map((reason) => `  ${reason}`).join('\n')}`;
  return `${laidOut([head, ...rows])}${reasons}\n`;
}
