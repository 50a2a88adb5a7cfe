/** Are enough people there at the right hours: people at the desk against people whom the contacts need. */
import { staffingCurve } from '../../charts/index.ts';
import type { BlockKind } from '../block.ts';
import { pictureBlock } from '../picture.ts';

export const staffing: BlockKind = {
  name: 'staffing',
  questions: () => [],
  build(_answers, { seen: { staffed }, words }) {
    const { forms } = words;
    if (staffed.length < 2 || staffed.every(({ there }) => there === 0)) return [];
    const short = staffed.filter(({ needed, there }) => needed > there);
    const clock = (hour: number): string => `${hour}:00`;
    const tightest = staffed.reduce((a, b) => (b.there - b.needed < a.there - a.needed ? b : a));
    const facts = {
      n: short.length,
      hours: forms.list(short.map(({ hour }) => clock(hour))),
      hour: clock(tightest.hour),
      needed: forms.count(tightest.needed, 1),
      there: forms.count(tightest.there, 1),
    };
    const title = words.say('block.staffing');
    const [neededLabel, thereLabel] = [words.say('column.needed'), words.say('column.there')];
    const chart = staffingCurve({
      title,
      summary: words.say(short.length === 0 ? 'block.staffing.enough' : 'block.staffing.short', facts),
      format: (value) => forms.count(value, 1),
      unknown: '–',
      hours: staffed.map(({ hour, needed, there }) => ({ label: String(hour), needed, there })),
      neededLabel,
      thereLabel,
    });
    return [
      pictureBlock({
        chart,
        title,
        columns: [words.say('dimension.hour'), neededLabel, thereLabel],
        notes: [words.say('block.staffing.note')],
        unit: 'score',
      }),
    ];
  },
};
