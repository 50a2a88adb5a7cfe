/** The top five reasons by work (volume × time) beside volume. */
import { bars } from '../../charts/index.ts';
import type { Scope } from '../../insights/kind.ts';
import { about } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import type { BlockKind } from '../block.ts';
import { dimensionName, metricName, segmentName } from '../names.ts';
import { pictureBlock } from '../picture.ts';

/** What can stand for work, best first; the volume that goes with each. */
const measures = [
  { time: 'handle_time', volume: 'contacts_arrived' },
  { time: 'talk_time', volume: 'contacts_arrived' },
  { time: 'effort_time', volume: 'cases_opened' },
  { time: 'messages_per_case', volume: 'cases_opened' },
] as const;

const chosen = (scope: Scope) =>
  measures.find(({ time, volume }) => scope.metrics.includes(time) && scope.metrics.includes(volume));

export const reasons: BlockKind = {
  name: 'reasons',
  questions(scope) {
    const measure = chosen(scope);
    if (measure === undefined || !scope.dimensions.includes('category')) return [];
    return [
      about(scope, [measure.time], { by: ['category'], stats: ['mean'] }),
      about(scope, [measure.volume], { by: ['category'] }),
    ];
  },
  build([times = [], volumes = []], { scope, words }) {
    const measure = chosen(scope);
    const rows = times.flatMap((time) => work(time, volumes)).sort((a, b) => b.work - a.work);
    if (measure === undefined || rows.length < 2) return [];
    const total = rows.reduce((sum, row) => sum + row.work, 0);
    const everyone = volumes.reduce((sum, figure) => sum + (figure.value ?? 0), 0);
    const top = rows.slice(0, 5).map(({ name, work: part, volume }) => ({
      label: segmentName('category', name, words),
      value: part / total,
      beside: volume / everyone,
    }));
    const first = top[0];
    const share = (value: number): string => words.forms.share(value, 0);
    const chart = bars(top, {
      title: words.say('block.reasons'),
      summary: words.say('block.reasons.summary', {
        first: first?.label ?? '',
        work: share(first?.value ?? 0),
        volume: share(first?.beside ?? 0),
      }),
      format: share,
      unknown: '–',
      valueLabel: words.say('column.shareOfWork'),
      besideLabel: words.say('column.shareOfVolume'),
    });
    const columns = [
      dimensionName('category', words),
      words.say('column.shareOfWork'),
      words.say('column.shareOfVolume'),
    ];
    const note = words.say('block.reasons.note', { time: metricName(measure.time, words) });
    return [
      pictureBlock({ chart, title: words.say('block.reasons'), columns, notes: [note], unit: 'share' }),
    ];
  },
};

function work(time: Figure, volumes: readonly Figure[]) {
  const name = time.segment['category'] ?? null;
  const volume = volumes.find(({ segment }) => (segment['category'] ?? null) === name)?.value ?? null;
  return time.value === null || volume === null ? [] : [{ name, work: time.value * volume, volume }];
}
