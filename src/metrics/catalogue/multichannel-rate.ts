/** How many cases needed more than one channel. */
import { sql } from 'kysely';
import { define, twoPoints } from '../definition.ts';

export const multichannelRate = define({
  name: 'multichannel_rate',
  words: {
    en: {
      name: 'Several channels',
      question: 'How many cases needed more than one channel?',
      formula: 'cases that used at least two channels ÷ cases',
      countedOut: 'Spam, test, merged and deleted cases. Cases of which no channel is known.',
    },
    it: {
      name: 'Più canali',
      question: 'Quanti casi hanno richiesto più di un canale?',
      formula: 'casi che hanno usato almeno due canali ÷ casi',
      countedOut: 'Casi spam, di prova, uniti ad altri o cancellati. Casi di cui non si conosce il canale.',
    },
  },
  unit: 'share',
  better: 'neither',
  fact: 'case_facts',
  anchor: 'opened',
  anchors: ['resolved', 'closed'],
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: twoPoints,
  rules: [],
  source: 'plain share',
  measure: ({ channels }) => ({
    population: sql`(${channels} > 0)`,
    rest: 'not_recorded',
    hit: sql`(${channels} > 1)`,
  }),
  worked: {
    story: { en: 'Channels 1, 1, 1 and 2: 25 %.', it: 'Canali 1, 1, 1 e 2: 25 %.' },
    rows: [1, 1, 1, 2, null].map((channels) => ({ channels })),
    expect: [{ stat: 'share', value: 0.25, n: 4 }],
  },
});
