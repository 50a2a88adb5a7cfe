/** How much of the time a service was up. */
import { sql } from 'kysely';
import { define, points } from '../definition.ts';

export const uptime = define({
  name: 'uptime',
  words: {
    en: {
      name: 'Uptime',
      question: 'How much of the time were the services up?',
      formula:
        '1 − time down ÷ time, around the clock or in opening hours; outages of one service that overlap count once',
      countedOut:
        'Services of which no outage is on record: nobody knows that they were watched. Time before the data begin and after they end.',
    },
    it: {
      name: 'Disponibilità dei servizi',
      question: 'Per quanta parte del tempo i servizi hanno funzionato?',
      formula:
        '1 − tempo di interruzione ÷ tempo, giorno e notte o negli orari di apertura; le interruzioni sovrapposte dello stesso servizio contano una volta',
      countedOut:
        "Servizi senza alcuna interruzione registrata: non si sa se fossero sorvegliati. Il tempo prima dell'inizio e dopo la fine dei dati.",
    },
  },
  unit: 'share',
  better: 'up',
  fact: 'outage_facts',
  anchor: 'day',
  additive: false,
  headline: ['mean'],
  stats: ['mean'],
  smallest: points(0.001),
  rules: [{ token: 'clock', default: 'calendar' }],
  source: 'ITIL 4 availability management; ratio of sums, one cluster a day',
  measure({ day, watched_s, down_s, watched_open_s, down_open_s }, { clock }) {
    const [watched, down] = clock === 'business' ? [watched_open_s, down_open_s] : [watched_s, down_s];
    return {
      population: sql`(coalesce(${watched}, 0) > 0)`,
      rest: 'closed',
      per: { cluster: day, top: sql`(${watched} - ${down})`, bottom: watched },
    };
  },
  worked: {
    story: {
      en: 'The shop was down for 6 h on one of two days, the mail never: 90 of 96 hours. One of these hours fell into the 8 of the day’s opening; the other day was closed: 15 of 16.',
      it: 'Il negozio è rimasto fermo 6 h in uno di due giorni, la posta mai: 90 ore su 96. Una di queste cadeva nelle 8 di apertura; l’altro giorno era chiuso: 15 su 16.',
    },
    rows: ['shop', 'mail'].flatMap((service) =>
      ['2025-03-03', '2025-03-04'].map((day) => ({
        service,
        day,
        day_begins: `${day}T00:00:00Z`,
        watched_s: 86_400,
        down_s: service === 'shop' && day === '2025-03-03' ? 21_600 : 0,
        watched_open_s: day === '2025-03-03' ? 28_800 : 0,
        down_open_s: service === 'shop' && day === '2025-03-03' ? 3600 : 0,
      })),
    ),
    expect: [
      { stat: 'mean', value: 0.9375, n: 2 },
      { stat: 'mean', value: 0.9375, n: 1, rules: { clock: 'business' } },
    ],
  },
});
