/** Three customers' words from the period, masked: the unhappiest, the happiest, and one between. */
import { sql } from 'kysely';
import type { Scope } from '../insights/kind.ts';
import { startOfDay } from '../model/index.ts';
import { mask } from '../privacy/index.ts';
import { type Row, rowsOf, type Warehouse } from '../warehouse/index.ts';
import type { Voice } from './block.ts';

/** Long enough to say something, short enough for a page. */
const shortest = 40;
const longest = 280;

/** The same three every time: among equals the lowest id speaks. */
export async function spokenVoices(warehouse: Warehouse, { period, zone }: Scope): Promise<readonly Voice[]> {
  const within =
    period === 'all'
      ? sql`true`
      : sql`answered_at >= ${warehouse.functions.instant(startOfDay(period.from, zone))}
          and answered_at < ${warehouse.functions.instant(startOfDay(period.to, zone))}`;
  const usable = sql`comment is not null and score is not null and left_out is null
    and length(comment) between ${shortest} and ${longest} and ${within}`;
  const position = sql`(score - scale_min) / nullif(scale_max - scale_min, 0)`;
  const statement = sql<Row>`
    select comment, score, scale_max, category from (
      select comment, score, scale_max, category, row_number() over (partition by band order by length(comment) desc, id) as place, band
      from (select *, case when ${position} <= 0.25 then 1 when ${position} >= 0.9 then 2 else 3 end as band
        from survey_facts where ${usable}) banded
    ) ranked where place = 1 order by band`;
  const rows = await rowsOf(warehouse, statement);
  return rows.map((row) => ({
    text: mask(String(row['comment'])),
    score: Number(row['score']),
    scaleMax: Number(row['scale_max']),
    category: row['category'] === null || row['category'] === undefined ? null : String(row['category']),
  }));
}
