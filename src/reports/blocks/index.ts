/** Every block by name: a new block is one file and one line here. */
import type { BlockKind } from '../block.ts';
import { answer } from './answer.ts';
import { decisions } from './decisions.ts';
import { definitions } from './definitions.ts';
import { flow } from './flow.ts';
import { headline } from './headline.ts';
import { howMade } from './how-made.ts';
import { insights, moreInsights } from './insights.ts';
import { note } from './note.ts';
import { promise } from './promise.ts';
import { quality } from './quality.ts';
import { reasons } from './reasons.ts';
import { rhythm } from './rhythm.ts';
import { segmentsBy } from './segments.ts';
import { trend } from './trend.ts';
import { undecided } from './undecided.ts';
import { voices } from './voices.ts';
import { watch } from './watch.ts';

const all = [
  answer,
  note,
  headline,
  flow,
  decisions,
  insights,
  reasons,
  trend,
  rhythm,
  promise,
  voices,
  moreInsights,
  watch,
  segmentsBy('channel'),
  segmentsBy('category'),
  segmentsBy('priority'),
  segmentsBy('team'),
  undecided,
  quality,
  definitions,
  howMade,
] as const;

export const blockNames = all.map(({ name }) => name);

export const blockOf = (name: string): BlockKind | undefined => all.find((block) => block.name === name);
