/** An action as it was typed, checked before it is written down. */
import type { Config } from '../config/index.ts';
import { dimensionsOf, findMetric, wrongName } from '../metrics/index.ts';
import { isDate, Problem } from '../model/index.ts';
import type { NewAction } from '../state/index.ts';
import { metricsOf } from './question.ts';

export interface ActionOptions {
  readonly owner?: string;
  readonly decided?: string;
  readonly due?: string;
  readonly metric?: string;
  readonly direction?: 'up' | 'down';
  readonly size?: string;
  readonly scope?: string;
}

interface Known {
  readonly config: Config;
  readonly today: string;
}

/** @throws Problem `action_invalid`, `metric_unknown` */
export function newAction(what: string, options: ActionOptions, { config, today }: Known): NewAction {
  const { owner = '', decided, due, metric, direction, size, scope } = options;
  if (metric === undefined && (direction ?? size) !== undefined)
    throw refused(
      '--direction or --size without --metric',
      'the metric that it is to change',
      'add --metric',
    );
  const known = metric === undefined ? null : findMetric(metric, metricsOf(config));
  return {
    what: oneLine(what, 'what was decided'),
    owner: oneLine(owner, 'an owner'),
    decidedOn: decided === undefined ? today : day(decided, '--decided'),
    due: due === undefined ? null : day(due, '--due'),
    metric: known?.name ?? null,
    direction: direction ?? (known === null || known.better === 'neither' ? null : known.better),
    size: size === undefined ? null : amount(size),
    scope: scope === undefined ? null : part(scope, config),
    origin: null,
  };
}

const longest = 240;

/** It is printed in reports. */
function oneLine(text: string, what: string): string {
  const line = text.trim();
  if (line !== '' && line.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(line)) return line;
  throw refused(
    line === '' ? `no word for ${what}` : `a text for ${what} that is no single line of ${longest} signs`,
    'one line',
    'shorten it',
  );
}

function day(text: string, option: string): string {
  if (isDate(text)) return text;
  throw refused(`"${text}" after ${option}`, 'a date such as 2025-11-20', 'write it in this form');
}

function amount(text: string): number {
  const size = Number(text);
  if (Number.isFinite(size) && size > 0) return size;
  throw refused(
    `"${text}" after --size`,
    'a number above zero, such as 0.1 for a tenth',
    'leave the sign to --direction',
  );
}

/** Written as recorded changes have it: one dimension, one or more of its values. */
function part(text: string, { dimensions }: Config): string {
  const [, dimension] = /^([\w.]+)=[^=;]+$/.exec(text) ?? [];
  if (dimension === undefined)
    throw refused(`"${text}" after --scope`, 'such as team=Milan', 'write it in this form');
  const known = [...dimensionsOf('case_facts', dimensions), ...dimensionsOf('contact_facts', dimensions)];
  if (known.includes(dimension) || dimension.startsWith('attributes.')) return text;
  throw refused(
    `"${dimension}" after --scope`,
    wrongName([], dimension, [...new Set(known)]).message,
    'correct it',
  );
}

const refused = (found: string, expected: string, todo: string): Problem =>
  new Problem('action_invalid', { found, expected, todo });
