/** How many customers leave soon after they needed help. */
import { sql } from 'kysely';
import { define, points, type Sql } from '../definition.ts';
import { secondsOf } from '../rule-values.ts';

export const churnAfterContact = define({
  name: 'churn_after_contact',
  words: {
    en: {
      name: 'Customers leaving after a contact',
      question: 'How many customers leave within some days of a contact?',
      formula:
        'customers who left within the days after their first contact of a month ÷ customers with a contact in that month; with churn.of=not_contacted the same for those without one, counted from the middle of the month',
      countedOut:
        'Contacts too young to tell. Customers who had left before the counting began. Sources that never say who left. Those who ask may differ from those who do not: the gap is no proof that the contact was the reason.',
    },
    it: {
      name: 'Clienti persi dopo un contatto',
      question: 'Quanti clienti se ne vanno entro alcuni giorni da un contatto?',
      formula:
        'clienti persi nei giorni dopo il primo contatto del mese ÷ clienti con un contatto in quel mese; con churn.of=not_contacted lo stesso per chi non ne ha avuti, dalla metà del mese',
      countedOut:
        'Contatti troppo recenti. Clienti già persi prima. Fonti che non dicono mai chi se n’è andato. Chi chiede aiuto può essere diverso da chi non lo chiede: la differenza non prova che la causa sia il contatto.',
    },
  },
  unit: 'share',
  better: 'down',
  fact: 'customer_facts',
  anchor: 'month',
  additive: false,
  headline: ['share'],
  stats: ['share'],
  smallest: points(0.005),
  rules: [
    { token: 'churn.of', default: 'contacted' },
    { token: 'churn.within', default: '30 d' },
  ],
  source: 'cohorts by month, each customer followed for the same time',
  measure({ contacts, watched_from, until }, rules, { fn, through }) {
    const within = sql.lit(secondsOf(rules, 'churn.within'));
    const asked = ofThem[rules['churn.of'] ?? 'contacted'] ?? ofThem.contacted;
    const among: Sql = asked(contacts);
    const old = sql`coalesce(${fn.secondsBetween(watched_from, through)} >= ${within}, false)`;
    return {
      population: sql`(${among} and ${watched_from} is not null and ${old})`,
      countedOut: {
        not_asked_for: sql`(not ${among})`,
        too_early: sql`(${among} and ${watched_from} is not null and not ${old})`,
      },
      rest: 'leaving_not_recorded',
      hit: sql`coalesce(${fn.secondsBetween(watched_from, until)} <= ${within}, false)`,
    };
  },
  worked: {
    story: {
      en: 'Four customers with a contact on 3 March: one leaves on the 20th, one in May, two stay. Of two without one, one leaves on 1 April.',
      it: 'Quattro clienti con un contatto il 3 marzo: uno se ne va il 20, uno a maggio, due restano. Di due senza contatti, uno se ne va il 1 aprile.',
    },
    rows: [
      ...['2025-03-20T09:00:00Z', '2025-05-20T09:00:00Z', null, null].map((until) => ({
        contacts: 1,
        until,
        watched_from: '2025-03-03T09:00:00Z',
        month_begins: '2025-03-01T00:00:00Z',
      })),
      ...['2025-04-01T09:00:00Z', null].map((until) => ({
        contacts: 0,
        until,
        watched_from: '2025-03-16T12:00:00Z',
        month_begins: '2025-03-01T00:00:00Z',
      })),
    ],
    dataThrough: '2025-06-01T00:00:00Z',
    expect: [
      { stat: 'share', value: 0.25, n: 4 },
      { stat: 'share', value: 0.5, n: 2, rules: { 'churn.of': 'not_contacted' } },
    ],
  },
});

const ofThem: Readonly<Record<string, (contacts: Sql) => Sql>> & { contacted: (contacts: Sql) => Sql } = {
  contacted: (contacts) => sql`(coalesce(${contacts}, 0) > 0)`,
  not_contacted: (contacts) => sql`(coalesce(${contacts}, 0) = 0)`,
  everyone: () => sql`true`,
};
