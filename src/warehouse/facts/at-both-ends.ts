/** Team, owner, priority and category of each case at its opening and at the resolution that stands. */
import { sql } from 'kysely';
import type { Sql, Step } from './fact-statement.ts';
import { somebody } from './somebody.ts';

const recategorized: Sql = sql`
  select l.case_no, min_by(l.from_value, l.n) as first,
    max_by(l.to_value, l.n) filter (where l.moment <= o.last_resolved_at) as at_resolution
  from case_log l join outcomes o on o.case_no = l.case_no
  where l.step = 'category_changed' group by l.case_no`;

/** The stay in which each case was resolved: stays follow one another without a gap, so there is no more than one. */
const standing: Sql = sql`
  select s.case_no, s.team, s.owner, s.priority
  from stays s join outcomes o on o.case_no = s.case_no
  where s.begun <= o.last_resolved_at and (s.until is null or s.until > o.last_resolved_at)`;

/** Needs `stays`, `case_log` and `outcomes`. */
const bothEnds: Sql = sql`
  select c.case_no, nullif(a.team, '') as team_at_opening, ${somebody(sql`nullif(a.owner, '')`)} as owner_at_opening,
    nullif(a.priority, '') as priority_at_opening,
    case when k.case_no is not null then k.first else c.category end as category_at_opening,
    nullif(z.team, '') as team_at_resolution, ${somebody(sql`nullif(z.owner, '')`)} as owner_at_resolution,
    nullif(z.priority, '') as priority_at_resolution,
    case when z.case_no is not null then coalesce(k.at_resolution, k.first, case when k.case_no is null then c.category end) end
      as category_at_resolution
  from the_cases c
    left join stays a on a.case_no = c.case_no and a.begun = c.opened_at
    left join (${standing}) z on z.case_no = c.case_no
    left join (${recategorized}) k on k.case_no = c.case_no`;

export const bothEndsStep: Step = { name: 'both_ends', body: bothEnds };

export const bothEndsColumns = {
  team_at_opening: sql`q.team_at_opening`,
  team_at_resolution: sql`q.team_at_resolution`,
  owner_at_opening: sql`q.owner_at_opening`,
  owner_at_resolution: sql`q.owner_at_resolution`,
  priority_at_opening: sql`q.priority_at_opening`,
  priority_at_resolution: sql`q.priority_at_resolution`,
  category_at_opening: sql`q.category_at_opening`,
  category_at_resolution: sql`q.category_at_resolution`,
} as const;
