/** Which facts have to be made again: what the scratch knows to have changed, closed on the cluster over what hangs on it. */
import { type RecordKind, recordTable } from '../../../model/index.ts';
import { severalAtOnce, workTable } from '../ground.ts';
import { type Carrier, laying, type Work } from './carry.ts';

/** Above this share of all cases, making every fact again costs less than finding out which. */
const worthwhileShare = 0.25;

/** Records whose facts are made one by one; contacts first, since others hang on them. */
const closed = ['interactions', 'surveys', 'touchpoints', 'reviews', 'volumes'] as const;

const key = { source: 'varchar', id: 'varchar' } as const;
const instant = 'timestamp(6) with time zone';

/**
 * Makes the tables `touched_…` in the work schema from the scratch's lists of what changed and what it names.
 *
 * @returns their names; null where every fact is to be made again instead
 */
export async function closeTouched(carrier: Carrier): Promise<readonly string[] | null> {
  const [agents] = await carrier.writer.rows('select count(*) as n from changed_agents');
  if (Number(agents?.['n']) > 0) return null;
  await layLists(carrier);
  const { ground } = carrier;
  const at = (name: string): string => workTable(ground, name);
  const make = (name: string, body: string) =>
    ground.execute(`create table ${at(`touched_${name}`)} as ${body}`);
  await make(
    'cases',
    `select source, case_id from ${at('named_cases')}
     union select k.source, k.id from cases k
       where (k.source, k.customer_id) in (select source, customer_id from ${at('named_customers')})`,
  );
  await make('interactions', closure('interactions', at));
  if (await tooMany(carrier)) return null;
  const rest = closed.slice(1).map((kind) => () => make(kind, closure(kind, at)));
  await severalAtOnce(rest);
  await make('customers', `select distinct source, customer_id as id from ${at('named_customers')}`);
  const met = 'coalesce(answered_at, arrived_at)';
  await make(
    'presence',
    `select source, begins, ends from ${at('named_times')}
     union all select k.source, ${met}, ${met} from interactions k
       where (k.source, k.id) in (select source, id from ${at('touched_interactions')})`,
  );
  return ['cases', 'customers', 'presence', ...closed].map((name) => `touched_${name}`);
}

async function layLists(carrier: Carrier): Promise<void> {
  const lists = {
    named_cases: { source: 'varchar', case_id: 'varchar' },
    named_customers: { source: 'varchar', customer_id: 'varchar' },
    named_times: { source: 'varchar', begins: instant, ends: instant },
    ...Object.fromEntries(closed.map((kind) => [`changed_${kind}`, key])),
  };
  const works: Work[] = [];
  for (const [name, columns] of Object.entries(lists)) {
    const select = `select distinct ${Object.keys(columns).join(', ')} from ${name}`;
    works.push(await laying(carrier, { name, columns }, select));
  }
  await severalAtOnce(works);
}

/** Records of a kind that changed, and those that hang on a touched case, contact or customer. */
function closure(kind: RecordKind, at: (name: string) => string): string {
  const { columns } = recordTable(kind);
  const hangingOn = (list: string, theirs: string, ours: string): string =>
    ours in columns
      ? `union select k.source, k.id from ${kind} k where (k.source, k.${ours}) in (select source, ${theirs} from ${at(list)})`
      : '';
  return `select source, id from ${at(`changed_${kind}`)}
    ${hangingOn('touched_cases', 'case_id', 'case_id')}
    ${hangingOn('touched_interactions', 'id', 'interaction_id')}
    ${hangingOn('named_customers', 'customer_id', 'customer_id')}`;
}

async function tooMany({ ground }: Carrier): Promise<boolean> {
  const touched = (name: string): string => `(select count(*) from ${workTable(ground, `touched_${name}`)})`;
  const [row] = await ground.rows(
    `select ${touched('cases')} > ${worthwhileShare}e0 * (select count(*) from cases)
       and ${touched('interactions')} >= ${worthwhileShare}e0 * (select count(*) from interactions) as many`,
  );
  return row?.['many'] === true;
}
