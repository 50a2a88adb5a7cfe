/** Every block by name: a new block is one file and one line here. */
import type { BlockKind } from '../block.ts';
import { answer } from './answer.ts';
import { decisions } from './decisions.ts';
import { definitions } from './definitions.ts';
import { departments } from './departments.ts';
import { distribution } from './distribution.ts';
import { expected } from './expected.ts';
import { explained } from './explained.ts';
import { flow } from './flow.ts';
import { headline } from './headline.ts';
import { howMade } from './how-made.ts';
import { insights, moreInsights } from './insights.ts';
import { lastTime } from './last-time.ts';
import { notServed } from './not-served.ts';
import { note } from './note.ts';
import { people } from './people.ts';
import { promise } from './promise.ts';
import { quality } from './quality.ts';
import { questions } from './questions.ts';
import { reasons } from './reasons.ts';
import { restatedFigures } from './restated.ts';
import { rhythm } from './rhythm.ts';
import { segmentsBy } from './segments.ts';
import { spread } from './spread.ts';
import { staffing } from './staffing.ts';
import { stages } from './stages.ts';
import { trend } from './trend.ts';
import { trendByChannel } from './trend-by-channel.ts';
import { undecided } from './undecided.ts';
import { voices } from './voices.ts';
import { watch } from './watch.ts';

const all = [
  answer,
  note,
  headline,
  flow,
  decisions,
  lastTime,
  questions,
  insights,
  explained,
  reasons,
  trend,
  trendByChannel,
  rhythm,
  promise,
  notServed,
  staffing,
  spread,
  stages,
  voices,
  moreInsights,
  watch,
  expected,
  distribution,
  segmentsBy('channel'),
  segmentsBy('category'),
  segmentsBy('priority'),
  segmentsBy('team'),
  segmentsBy('department'),
  segmentsBy('product'),
  segmentsBy('segment'),
  segmentsBy('country'),
  segmentsBy('language'),
  departments,
  people,
  undecided,
  restatedFigures,
  quality,
  definitions,
  howMade,
] as const;

export const blockNames = all.map(({ name }) => name);

export const blockOf = (name: string): BlockKind | undefined => all.find((block) => block.name === name);
