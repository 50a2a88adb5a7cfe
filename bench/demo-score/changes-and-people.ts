/** Whether recorded changes are judged rightly, and whether the people who differ are the ones who were made to. */
import { comparePeople, didItWork } from '../../src/metrics/index.ts';
import type { Year } from './year.ts';

export interface ChangeScore {
  readonly id: string;
  readonly what: string;
  readonly metric: string;
  readonly truth: string;
  readonly verdict: string;
  readonly right: boolean;
}

const changes = [
  { id: 'CH1', what: 'new e-mail templates', metric: 'csat', truth: 'nothing' },
  { id: 'CH1', what: 'new e-mail templates', metric: 'first_response_time', truth: 'nothing' },
  { id: 'CH3', what: 'help page on invoices', metric: 'cases_opened', truth: 'halved' },
] as const;

export async function changesJudged({ warehouse, context, ask }: Year): Promise<readonly ChangeScore[]> {
  const scores: ChangeScore[] = [];
  for (const change of changes) {
    const { verdict } = await didItWork(warehouse, ask(change.metric, 'all'), { id: change.id }, context);
    const claims = verdict.verdict === 'signal';
    const right = change.truth === 'nothing' ? !claims : claims && verdict.difference < 0;
    scores.push({ ...change, verdict: verdict.verdict, right });
  }
  return scores;
}

export interface PeopleScore {
  readonly metric: string;
  /** Those who were planted, on the right side of the middle and called apart. */
  readonly planted: { readonly all: number; readonly found: number };
  /** Everyone called apart, and those of them whose true skill lies on the other side of the middle. */
  readonly apart: number;
  readonly wrong: number;
}

/** Two who are quick and liked, one who is quickest and not liked. */
const plantedPeople = [
  {
    metric: 'handle_time',
    skill: 'speed_times',
    ids: ['quick-and-liked', 'speed-without-service'],
    side: [-1, -1],
  },
  {
    metric: 'csat',
    skill: 'quality_logit',
    ids: ['quick-and-liked', 'speed-without-service'],
    side: [1, -1],
  },
] as const;

export async function peopleFound(year: Year): Promise<readonly PeopleScore[]> {
  const { warehouse, truth, context, ask } = year;
  const scores: PeopleScore[] = [];
  for (const { metric, skill, ids, side } of plantedPeople) {
    const { people, middle } = await comparePeople(warehouse, ask(metric, 'all'), 'agent', context);
    const skills = people.map(({ id }) => truth.agents[id]?.[skill] ?? Number.NaN);
    const usual = median(skills.filter((value) => !Number.isNaN(value)));
    const apart = people.filter(({ verdict }) => verdict === 'signal');
    const sideOf = (id: string): number => Math.sign((truth.agents[id]?.[skill] ?? usual) - usual);
    const wanted = ids.flatMap((id, i) => whoOf(year, id).map((who) => ({ who, side: side[i] ?? 0 })));
    const known = wanted.filter(({ who }) => people.some(({ id }) => id === who));
    scores.push({
      metric,
      planted: {
        all: known.length,
        found: known.filter(({ who, side: wantedSide }) =>
          apart.some(({ id, value }) => id === who && Math.sign(value - middle) === wantedSide),
        ).length,
      },
      apart: apart.length,
      wrong: apart.filter(({ id, value }) => sideOf(id) * Math.sign(value - middle) < 0).length,
    });
  }
  return scores;
}

const whoOf = ({ truth }: Year, planted: string): readonly string[] =>
  [truth.planted.find(({ id }) => id === planted)?.where['agent'] ?? []].flat();

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
