/** A recurring issue that is growing: more customers than before ask about one thing, and who can remove it. */
import { type Change, differenceOf } from './change.ts';
import { grounds, movedFacts, ofChange } from './change-words.ts';
import { type Fact, list, placed, told } from './fact.ts';
import type { Insight } from './insight.ts';
import type { InsightKind } from './kind.ts';
import { readingOf } from './reading.ts';
import { wordsTheyUse } from './words-they-use.ts';

export const growingIssue: InsightKind = {
  name: 'growing-issue',
  async look(desk, scope, { changes }) {
    const issues = changes.filter((change) => readingOf(change) === 'issue');
    return {
      insights: await Promise.all(
        issues.map(async (change) => insight(change, await wordsTheyUse(change.place, scope, desk))),
      ),
    };
  },
};

function insight(change: Change, words: readonly string[]): Insight {
  const { figure, comparison, place } = change;
  const facts = { ...movedFacts({ figure, comparison }), place: placed(place) };
  return {
    ...ofChange(change),
    kind: 'growing-issue',
    headline: { name: 'insight.growing', facts },
    because: [
      ...grounds(change),
      ...(words.length === 0
        ? []
        : [{ name: 'insight.growing.words', facts: { words: list(words.map(quoted)) } }]),
    ],
    advice: { name: `insight.growing.${'product' in place ? 'product' : 'category'}`, facts },
    // More questions than before are work for us and trouble for them, whatever the metric itself counts as good.
    good: false,
    size: { value: Math.abs(differenceOf(change)), unit: 'cases' },
    audience: 'product',
  };
}

const quoted = (word: string): Fact => told({ name: 'insight.word', facts: { word } });
