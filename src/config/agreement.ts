/** Service agreements as people write them, and as the rooms read them. */
import { z } from 'zod';
import {
  type ServiceAgreement,
  type SlaPolicy,
  type SlaTarget,
  type SlaTargetName,
  secondsOf,
  slaDimensions,
  slaTargets,
  startOfDay,
  writtenDate,
  writtenDuration,
} from '../model/index.ts';
import { conditions } from './parts.ts';

const names = Object.keys(slaTargets) as [SlaTargetName, ...SlaTargetName[]];

const target = z.strictObject({
  within: z
    .union([writtenDuration, z.record(z.string(), writtenDuration)])
    .describe('a duration for every priority, or one for each'),
  clock: z.enum(['business', 'calendar']).optional(),
  pause_while: z
    .array(z.enum(['pending', 'on_hold']))
    .optional()
    .describe(
      'the clock stands still while the case waits for the customer (pending) or for others (on_hold)',
    ),
});

const targets = z.partialRecord(z.enum(names), target);

const policy = z.strictObject({
  where: conditions(slaDimensions),
  clock: z.enum(['business', 'calendar']).default('business').describe('of targets that name none'),
  targets,
  versions: z
    .array(z.strictObject({ from: writtenDate, targets }))
    .default([])
    .describe('other targets from a date on, for clocks that start then or later'),
});

type Written = z.output<typeof policy>;

export const agreement = z
  .strictObject({
    at_risk: z
      .number()
      .gt(0)
      .lt(1)
      .default(0.8)
      .describe('the share of its time after which a target is at risk'),
    policies: z
      .record(z.string(), policy)
      .default({})
      .describe('by name: the first whose conditions a case meets counts for it'),
  })
  .describe('what was promised to customers');

export const serviceAgreement = (
  { at_risk, policies }: z.output<typeof agreement>,
  zone: string,
): ServiceAgreement => ({
  atRisk: at_risk,
  policies: Object.entries(policies).flatMap(([name, written]) => versionsOf(name, written, zone)),
});

function versionsOf(name: string, { where, clock, targets, versions }: Written, zone: string): SlaPolicy[] {
  const dated = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const all = [{ from: null, targets }, ...dated];
  return all.map((version, index) => {
    const next = all[index + 1]?.from ?? null;
    return {
      name,
      where,
      validFrom: version.from === null ? null : startOfDay(version.from, zone),
      validTo: next === null ? null : startOfDay(next, zone),
      targets: names.flatMap((each) => targetOf(each, version.targets[each], clock)),
    };
  });
}

/** Work of agents never runs while others are waited for; a customer who is asked does not wait for us. */
const always: Readonly<Partial<Record<SlaTargetName, SlaTarget['pauseWhile']>>> = {
  agent_work: ['pending', 'on_hold'],
  requester_wait: ['pending'],
};

function targetOf(
  name: SlaTargetName,
  written: z.output<typeof target> | undefined,
  usual: SlaTarget['clock'],
): SlaTarget[] {
  if (written === undefined) return [];
  const { within, clock = usual, pause_while = [] } = written;
  const seconds =
    typeof within === 'string'
      ? secondsOf(within)
      : Object.fromEntries(Object.entries(within).map(([priority, each]) => [priority, secondsOf(each)]));
  return [{ target: name, within: seconds, clock, pauseWhile: always[name] ?? pause_while }];
}
