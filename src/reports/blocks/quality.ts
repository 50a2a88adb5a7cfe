/** Data quality: what was set aside, what disagrees, what is missing. */
import type { BlockKind } from '../block.ts';
import type { Cell } from '../report.ts';

export const quality: BlockKind = {
  name: 'quality',
  questions: () => [],
  build(_answers, { scope, gaps, words }) {
    const { forms } = words;
    const rows: Cell[][] = scope.problems.map(({ code, count, of, facts }) => [
      {
        kind: 'text',
        text: words.sayKnown(`problem.${code}`, 'problem.other', shown({ ...facts, count, of }, forms.count)),
      },
      { kind: 'number', text: forms.count(count), value: count, unit: 'count' },
      { kind: 'number', text: forms.share(count / of), value: count / of, unit: 'share' },
    ]);
    return [
      { kind: 'heading', text: words.say('block.quality') },
      ...(gaps.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: words.say('block.quality.gaps', {
                n: gaps.length,
                days: forms.list(gaps.slice(0, 14).map(forms.date)),
              }),
            },
          ]),
      rows.length === 0
        ? { kind: 'paragraph', text: words.say('block.quality.none') }
        : {
            kind: 'table',
            table: {
              caption: words.say('block.quality'),
              columns: [
                { label: words.say('column.problem'), align: 'left' },
                { label: words.say('column.records'), align: 'right' },
                { label: words.say('column.share'), align: 'right' },
              ],
              rows,
              notes: [],
            },
          },
    ];
  },
};

type Facts = Readonly<Record<string, string | number | null>>;

/** Counts get a twin in the reader's number form; the number itself chooses the plural. */
function shown(facts: Facts, count: (value: number) => string): Facts {
  const texts = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'number' ? [[`${name}Text`, count(value)]] : [],
  );
  return { ...facts, ...Object.fromEntries(texts) };
}
