/** Reads what people type as the other side of a comparison. */
import { nearest, Problem, parsePeriod } from '../model/index.ts';
import type { SegmentBase } from './comparison-base.ts';
import type { ComparisonBase } from './question.ts';
import { typedFilters } from './typed-filters.ts';

const words = ['previous', 'last_year', 'target', 'benchmark'] as const;

/** How each base is written, for messages and help. */
export const basesAsTyped = `${words.join(', ')}, segment:DIMENSION=VALUE or baseline:PERIOD`;

/**
 * Several bases stand after each other with commas; so do several filters of one segment. `unknown()` is the segment of
 * rows of which the dimension is not known.
 *
 * @throws Problem `base_unknown` with the nearest
 * @example typedBases(['previous,segment:team=Turin,channel=email', 'baseline:2025-01']).length // 3
 */
export function typedBases(texts: readonly string[]): readonly ComparisonBase[] {
  return texts.flatMap(parts).map(base);
}

/** A filter belongs to the segment before it. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  for (const part of text.split(',').filter((each) => each !== '')) {
    const goesOn = part.includes('=') && !part.startsWith('segment:') && found.length > 0;
    if (goesOn) found.push(`${found.pop()},${part}`);
    else found.push(part);
  }
  return found;
}

function base(text: string): ComparisonBase {
  const word = words.find((each) => each === text);
  if (word !== undefined) return word;
  if (text.startsWith('baseline:')) return baseline(text);
  if (text.startsWith('segment:') || text.includes('=')) return segment(text.replace(/^segment:/, ''));
  throw unknown(text);
}

function baseline(text: string): ComparisonBase {
  const period = parsePeriod(text.slice('baseline:'.length));
  if (period === 'all') throw unknown(text);
  return { kind: 'baseline', period };
}

function segment(text: string): SegmentBase {
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw unknown(`segment:${text}`);
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  });
  return { kind: 'segment', where: typedFilters(pairs) };
}

function unknown(text: string): Problem {
  const near = nearest(text, [...words, 'segment:', 'baseline:']);
  return new Problem('base_unknown', {
    found: `"${text}" as something to compare with`,
    expected: basesAsTyped,
    todo: near === null ? 'write one of these' : `did you mean "${near}"?`,
  });
}
