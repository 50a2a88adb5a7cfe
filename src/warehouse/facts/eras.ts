/** What counted when: settings that are changed count from then on, and leave the time before as it was. */
import type { NamedCalendar, SlaPolicy } from '../../model/index.ts';
import type { FactSettings } from '../refresh-context.ts';

/** Settings, and the instant from which they count; null: since ever. */
export interface Era {
  readonly since: string | null;
  readonly settings: FactSettings;
}

/**
 * One set of settings for all time: calendars and promises as they were in each era, everything else as it is now. Hours
 * or promises that were first stated later count for the time before as well: there was nothing that could have changed.
 *
 * @param eras the earliest first; at least one
 */
export function settingsOf(eras: readonly Era[]): FactSettings {
  const [first, ...later] = eras;
  if (first === undefined) throw new Error('there is no time without settings');
  return later.reduce(
    (before, { since, settings }) =>
      since === null
        ? settings
        : {
            ...settings,
            calendars: settings.calendars.map((calendar) => following(before.calendars, calendar, since)),
            sla: { ...settings.sla, policies: policies(before.sla.policies, settings.sla.policies, since) },
          },
    first.settings,
  );
}

/** A calendar takes the place of the one of its name, or of the one that counted for all others. */
function following(
  earlier: readonly NamedCalendar[],
  { calendar, ...named }: NamedCalendar,
  since: string,
): NamedCalendar {
  const before = earlier.find(({ name }) => name === named.name) ?? earlier.at(-1);
  if (before === undefined) return { calendar, ...named };
  return { ...named, calendar: { ...calendar, before: { until: since, calendar: before.calendar } } };
}

function policies(
  earlier: readonly SlaPolicy[],
  now: readonly SlaPolicy[],
  since: string,
): readonly SlaPolicy[] {
  if (earlier.length === 0) return now;
  const until = earlier.map((policy) => ({ ...policy, validTo: first(policy.validTo, since) }));
  const from = now.map((policy) => ({ ...policy, validFrom: last(policy.validFrom, since) }));
  return [...until, ...from].filter(
    ({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom < validTo,
  );
}

const first = (a: string | null, b: string): string => (a === null || b < a ? b : a);
const last = (a: string | null, b: string): string => (a === null || b > a ? b : a);
