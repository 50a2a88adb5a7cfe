/** The sentences that every real change shares: how sure, how much of it comes from here, what else changed here. */
import { affected } from './affected.ts';
import { type Change, type Changed, differenceOf, isGood } from './change.ts';
import { apart, type Fact, list, measured, metricOf, oneIn, placed, share, told } from './fact.ts';
import type { Insight, Message, Place } from './insight.ts';

export const isEverywhere = (place: Place): boolean => Object.keys(place).length === 0;

/** A metric, where it stood and where it stands. */
export const movedFacts = ({ figure, comparison }: Changed) => ({
  metric: metricOf(figure),
  before: measured(figure, comparison.base.value),
  value: measured(figure, figure.value),
  difference: apart(figure, differenceOf({ figure, comparison })),
  way: differenceOf({ figure, comparison }) > 0 ? 'up' : 'down',
});

/** How rarely chance alone makes so big a gap; of counts, day for day. */
export const howSure = ({ figure, comparison }: Changed): Message => ({
  name: figure.unit === 'count' ? 'insight.sureCount' : 'insight.sure',
  facts: { ...movedFacts({ figure, comparison }), times: oneIn(comparison.p) },
});

/** What the place has to do with the whole, and what else changed there. */
export function grounds(change: Change): readonly Message[] {
  const { of, place, effect, also } = change;
  const whole = of ?? change;
  return [
    howSure(whole),
    ...(of === null
      ? []
      : [
          {
            name: `insight.part.${'kind' in place ? 'surveys' : effect}`,
            facts: { ...partFacts(of.part), place: placed(place) },
          },
        ]),
    ...(also.length === 0 ? [] : [{ name: 'insight.also', facts: { which: listed(also) } }]),
  ];
}

const partFacts = (part: number) => ({ part: share(Math.round(part * 100) / 100) });

/** @example 'Customer satisfaction down from 84% to 61%, Reopen rate up from 3% to 6%' */
const listed = (also: readonly Changed[]): Fact =>
  list(also.map((changed) => told({ name: 'insight.also.one', facts: movedFacts(changed) })));

/** What every insight about a change has in common. */
export function ofChange(
  change: Change,
): Pick<Insight, 'good' | 'size' | 'certainty' | 'subject' | 'evidence'> {
  const whole = change.of ?? change;
  return {
    // Other work than before is neither good nor bad service.
    good: change.effect === 'mix' ? null : isGood(whole.figure.metric, differenceOf(whole)),
    size: affected(whole),
    certainty: 1 - whole.comparison.p,
    subject: {
      metric: whole.figure.metric,
      segment: change.place,
      way: differenceOf(whole) > 0 ? 'up' : 'down',
    },
    evidence: [
      whole.figure,
      ...(change.of === null ? [] : [change.figure]),
      ...change.also.map(({ figure }) => figure),
    ],
  };
}
