/** How this was made: methods, what was looked at together, how many false alarms to expect. */
import type { Words } from '../../locales/index.ts';
import type { BlockKind, Context } from '../block.ts';

/** The share of signals among all that are printed which chance may have made (Benjamini–Hochberg). */
const falseDiscoveries = 0.05;

/** A chart is held to the standard of a page of twenty on which any false signal shows in 1 of 20 (alarmPage's default). */
const falseAlarmsPerChart = 0.05 / 20;

export const howMade: BlockKind = {
  name: 'how-made',
  questions: () => [],
  build(_answers, context) {
    const { words, families, watched, peoplePurpose } = context;
    const { forms } = words;
    return [
      { kind: 'heading', text: words.say('block.howMade') },
      {
        kind: 'list',
        items: [
          words.say('block.howMade.intervals', { methods: methods(context).join(', ') }),
          words.say('block.howMade.verdicts'),
          families.pageOne === 0
            ? words.say('block.howMade.noFamily')
            : words.say('block.howMade.family', {
                n: families.pageOne,
                behind: forms.count(families.behind),
                share: forms.share(falseDiscoveries, 0),
              }),
          ...(watched === 0
            ? []
            : [
                words.say('block.howMade.alarm', {
                  n: watched,
                  pages: forms.count(Math.round(1 / (watched * falseAlarmsPerChart))),
                }),
              ]),
          peoplePurpose === null
            ? words.say('block.howMade.noPeople')
            : words.say('block.howMade.people', { purpose: peoplePurpose }),
        ],
      },
    ];
  },
};

/** Every method in use, each with a line that needs no statistics to read. */
function methods({ headline, words }: Context): string[] {
  const names = headline.flatMap(({ interval, comparisons }) => [
    interval?.method,
    ...comparisons.map(({ method }) => method),
  ]);
  return [...new Set(names.filter((name) => name !== undefined && name !== 'none'))].map((name) =>
    methodText(String(name), words),
  );
}

/** `mover_x` is the difference of two figures that each have the interval x. */
function methodText(name: string, words: Words): string {
  if (!name.startsWith('mover_')) return words.sayKnown(`method.${name}`, 'method.other', { name });
  return words.say('method.mover', { of: methodText(name.slice('mover_'.length), words) });
}
