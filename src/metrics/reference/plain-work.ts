/** The metrics about people, services and customers once more, slowly and plainly. */
import type { Fields, Plain, Reader } from './plain-measures.ts';
import { timeOf } from './plain-time.ts';
import { dataThrough } from './worlds.ts';

/** Σ top ÷ Σ bottom; rows without one of the two, or without anything below the line, do not count. */
const part = (cluster: string | null, top: number | null, bottom: number | null): Plain | null =>
  cluster === null || top === null || bottom === null || bottom <= 0 ? null : { cluster, top, bottom };

const sum = (row: Fields, ...names: string[]): number | null => {
  const values = names.map((name) => row.number(name));
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
};

const minus = (all: number | null, rest: number | null): number | null =>
  all === null || rest === null ? null : all - rest;

const day = (row: Fields): string | null => row.text('day');
const spentSince = (from: string, to: string | null): number =>
  to === null ? Number.POSITIVE_INFINITY : (Date.parse(to) - Date.parse(from)) / 1000;

/** By the rates of the examples. */
const cost = (row: Fields, seconds: number | null): number | null =>
  seconds === null ? null : (seconds * (row.text('channel') === 'phone' ? 36 : 30)) / 3600;

const atDesk = ['available_s', 'talking_s', 'wrap_s'];

/** Rows without an id are a cluster each. */
let nobody = 0;

export const plainWork: Readonly<Record<string, Reader>> = {
  occupancy: (row) => part(day(row), sum(row, 'talking_s', 'wrap_s'), sum(row, ...atDesk)),
  adherence: (row) => part(day(row), row.number('adhered_s'), row.number('planned_s')),
  shrinkage: (row) =>
    part(day(row), minus(row.number('paid_s'), row.number('served_s')), row.number('paid_s')),
  interactions_per_agent_hour: (row) => {
    const desk = sum(row, ...atDesk);
    return part(day(row), row.number('contacts'), desk === null ? null : desk / 3600);
  },
  cost_per_contact: (row) => {
    const value = cost(row, sum(row, 'talk_s', 'hold_s', 'wrap_s'));
    return row.flag('answered') === true && value !== null ? { value } : null;
  },
  cost_per_resolution: (row) => {
    const top = cost(row, row.number('handle_s'));
    const cluster = row.text('id') ?? String(nobody++);
    return top === null ? null : { cluster, top, bottom: row.flag('resolved') === true ? 1 : 0 };
  },
  uptime: (row, { clock }) => {
    const [watched, down] =
      clock === 'business' ? ['watched_open_s', 'down_open_s'] : ['watched_s', 'down_s'];
    return part(
      day(row),
      minus(row.number(watched ?? ''), row.number(down ?? '')),
      row.number(watched ?? ''),
    );
  },
  quality_score: (row) => part(row.text('reviewed'), row.number('score'), row.number('max')),
  counted_abandonment_rate: (row) => part(day(row), row.number('abandoned'), row.number('offered')),
  counted_contacts: (row) => {
    const value = row.number('offered');
    return value === null ? null : { value };
  },
  referrals: (row) => (row.text('kind') === 'referral' ? {} : null),
  retention: (row) => {
    const hit = row.flag('stayed');
    return hit === null ? null : { hit };
  },
  churn_after_contact: (row, rules) => {
    const [from, contacts] = [row.text('watched_from'), row.number('contacts') ?? 0];
    const within = timeOf(rules['churn.within']);
    const asked = rules['churn.of'] === 'everyone' || (rules['churn.of'] === 'contacted') === contacts > 0;
    if (from === null || !asked || spentSince(from, dataThrough) < within) return null;
    return { hit: spentSince(from, row.text('until')) <= within };
  },
};
