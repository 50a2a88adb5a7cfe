import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { windowS } from './first-contact.ts';
import { generateDemo } from './generate-demo.ts';
import { readRows, readTruth, type TextRow } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidemark-first-'));
afterAll(() => rmSync(folder, { recursive: true }));

const thanks =
  /^(thank you!|great, thanks a lot!|perfect, thank you very much.|all solved, thanks!|grazie!|ottimo, grazie mille!|perfetto, grazie molte.|tutto risolto, grazie!)$/i;
const seconds = (iso: string | undefined): number => Date.parse(iso ?? '') / 1000;

function grouped(rows: readonly TextRow[], key: string): ReadonlyMap<string, readonly TextRow[]> {
  return Map.groupBy(rows, (row) => row[key] ?? '');
}

/** The definition read off the files, slowly: no more is known than what a loader sees. */
function recount() {
  const events = grouped(readRows(folder, 'events'), 'case_id');
  const messages = grouped(readRows(folder, 'messages'), 'case_id');
  const calls = grouped(readRows(folder, 'calls'), 'case_id');
  const cases = readRows(folder, 'cases').filter(({ left_out }) => left_out === '');
  const byCustomer = grouped(cases, 'customer_id');
  const through = seconds(readTruth(folder).data_through);
  const counts = {
    no_customer: 0,
    not_resolved: 0,
    too_early: 0,
    judged: 0,
    one_touch: 0,
    not_again: 0,
    closed_once: 0,
  };

  for (const one of cases) {
    const log = events.get(one.id ?? '') ?? [];
    const resolvedAt = seconds(log.findLast(({ kind }) => kind === 'resolved')?.at);
    const open = log.findLast(({ kind }) => kind === 'resolved' || kind === 'reopened')?.kind !== 'resolved';
    if (one.customer_id === '0') counts.no_customer++;
    else if (open) counts.not_resolved++;
    else if (resolvedAt + windowS > through) counts.too_early++;
    else judge(one, log, resolvedAt);
  }
  return counts;

  function judge(one: TextRow, log: readonly TextRow[], resolvedAt: number): void {
    const later = (byCustomer.get(one.customer_id ?? '') ?? []).filter(
      (other) => (other.id ?? '') > (one.id ?? '') && seconds(other.opened_at) <= resolvedAt + windowS,
    );
    const reopened = log.some(({ kind }) => kind === 'reopened');
    const again = later.some(({ category }) => category === one.category);
    counts.judged++;
    if (!reopened) counts.closed_once++;
    if (!reopened && later.length === 0) counts.not_again++;
    if (!reopened && !again && !moved(log) && touchedOnce(one)) counts.one_touch++;
  }

  function touchedOnce({ id = '' }: TextRow): boolean {
    const taken = (calls.get(id) ?? []).filter(
      ({ outcome, direction }) =>
        direction === 'inbound' && (outcome === 'answered' || outcome === 'transferred'),
    );
    const within = (at: string | undefined): boolean =>
      taken.some((call) => seconds(at) >= seconds(call.answered_at) && seconds(at) <= seconds(call.ended_at));
    const own = messages.get(id) ?? [];
    const written = own.filter(
      ({ author_kind, direction }) => author_kind === 'agent' && direction === 'outbound',
    );
    const asked = seconds(own.find(({ author_kind }) => author_kind === 'customer')?.at ?? '1970-01-01');
    const answers = [
      ...taken.map(({ answered_at }) => seconds(answered_at)),
      ...written.filter(({ at }) => !within(at) && seconds(at) >= asked).map(({ at }) => seconds(at)),
    ];
    const more = own.filter(
      ({ author_kind, at, body = '' }) =>
        author_kind === 'customer' && seconds(at) > Math.min(...answers) && !thanks.test(body),
    );
    return answers.length === 1 && more.length === 0;
  }
}

/** A change of team after the first, or of owner after the first. */
const moved = (log: readonly TextRow[]): boolean =>
  log.some(({ kind, from_value }) => (kind === 'team_changed' || kind === 'assigned') && from_value !== '');

test('first-contact resolution by each rule is what a slow count over the files finds', async () => {
  for (const seed of [1, 2]) {
    await generateDemo({ folder, cases: 4000, seed });
    expect(readTruth(folder).first_contact).toMatchObject(recount());
  }
});
