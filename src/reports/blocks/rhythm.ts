/** When people write or call: hour × weekday. */
import { equalRates } from '../../chance/index.ts';
import { heatMap } from '../../charts/index.ts';
import { about, type Scope } from '../../insights/kind.ts';
import type { Figure } from '../../metrics/figure.ts';
import { daysBetween, type Period } from '../../model/index.ts';
import type { BlockKind } from '../block.ts';
import { metricName } from '../names.ts';
import { pictureBlock } from '../picture.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

const subject = ({ metrics }: Scope): string | undefined =>
  ['contacts_arrived', 'cases_opened'].find((metric) => metrics.includes(metric));

export const rhythm: BlockKind = {
  name: 'rhythm',
  questions(scope) {
    const metric = subject(scope);
    return metric === undefined ? [] : [about(scope, [metric], { by: ['weekday', 'hour'] })];
  },
  build([figures = []], { words, scope }) {
    const metric = subject(scope);
    if (metric === undefined || figures.length < 10) return [];
    const values = weekdays.map((day) => hours.map((hour) => at(figures, day, hour)));
    const title = words.say('block.rhythm', { name: metricName(metric, words) });
    const busiest = [...figures].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    const summary = isEven(values, scope.period)
      ? words.say('block.rhythm.even')
      : words.say('block.rhythm.summary', {
          day: words.forms.weekday(Number(busiest?.segment['weekday'] ?? 1)),
          hour: String(busiest?.segment['hour'] ?? 0),
          text: words.forms.count(busiest?.value ?? 0),
        });
    const chart = heatMap({
      title,
      summary,
      format: (value) => words.forms.count(value),
      unknown: '–',
      rows: weekdays.map((day) => words.forms.weekday(day)),
      columns: hours.map(String),
      values,
    });
    const columns = [words.say('dimension.weekday'), ...hours.map(String)];
    return [pictureBlock({ chart, title, columns, unit: 'count' })];
  },
};

/** Whether the hours of the week differ by no more than chance, each weekday as often as the period has it. */
function isEven(values: readonly (readonly number[])[], period: Scope['period']): boolean {
  const exposures = weekdays.map((day) => (period === 'all' ? 1 : timesOf(day, period)));
  return equalRates(
    values.flat(),
    exposures.flatMap((times) => hours.map(() => times)),
  ).allChance;
}

function timesOf(day: number, { from, to }: Period): number {
  const days = daysBetween(from, to);
  const first = (new Date(from).getUTCDay() + 6) % 7;
  return Math.ceil((days - ((day - 1 - first + 7) % 7)) / 7);
}

/** An hour without any contact is a zero here: the week as a whole has data. */
const at = (figures: readonly Figure[], day: number, hour: number): number =>
  figures.find(({ segment }) => Number(segment['weekday']) === day && Number(segment['hour']) === hour)
    ?.value ?? 0;
