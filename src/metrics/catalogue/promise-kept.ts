/** The share of promises of one kind that were kept: what the metrics of a service agreement have in common. */
import { sql } from 'kysely';
import type { SlaTargetName } from '../../model/index.ts';
import { define, type MetricDefinition, twoPoints, type Wording } from '../definition.ts';

type Told = Readonly<Record<'en' | 'it', Pick<Wording, 'name' | 'question'>>>;

const formula = {
  en: 'promises kept ÷ promises kept or broken; one that still runs past its time is broken',
  it: 'impegni rispettati ÷ impegni rispettati o mancati; uno ancora in corso oltre il limite è mancato',
};
const countedOut = {
  en: 'Spam, test, merged and deleted cases. Promises still running in time, and cases that ended before either.',
  it: 'Casi spam, di prova, uniti ad altri o cancellati. Impegni ancora in corso entro il limite, e casi finiti prima.',
};

/**
 * A promise that was kept belongs to whoever kept it, a broken one to whoever had the case when it broke; the policy is
 * the one that was valid when the clock started.
 */
export function promiseKept(
  name: string,
  target: SlaTargetName,
  { en, it }: Told,
): MetricDefinition<'sla_facts'> {
  return define({
    name,
    words: {
      en: { ...en, formula: formula.en, countedOut: countedOut.en },
      it: { ...it, formula: formula.it, countedOut: countedOut.it },
    },
    unit: 'share',
    better: 'up',
    fact: 'sla_facts',
    anchor: 'opened',
    anchors: ['started'],
    additive: false,
    headline: ['share'],
    stats: ['share'],
    smallest: twoPoints,
    rules: [],
    source: 'ITIL 4 service level management',
    measure: ({ target: promised, state }) => ({
      population: sql`(${promised} = ${target} and ${state} in ('met', 'missed'))`,
      countedOut: {
        running: sql`(${promised} = ${target} and ${state} in ('running', 'paused'))`,
        ended_before: sql`(${promised} = ${target} and ${state} is null)`,
      },
      hit: sql`(${state} = 'met')`,
    }),
    worked: {
      story: {
        en: 'Met, met, missed, one still running and one whose case ended before: 2 of 3.',
        it: 'Rispettato, rispettato, mancato, uno in corso e uno il cui caso è finito prima: 2 su 3.',
      },
      rows: ['met', 'met', 'missed', 'running', null].map((state) => ({ target, state })),
      expect: [{ stat: 'share', value: 2 / 3, n: 3 }],
    },
  });
}
