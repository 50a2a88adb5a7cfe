/** Stages a delimited text: the file itself where it is clean and regular, else a clean copy of it. */
import { isUtf8 } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../model/index.ts';
import type { Encoding } from '../format.ts';
import type { StageJob } from '../stage-job.ts';
import type { Staged } from '../staged.ts';
import { openBytes } from '../text/byte-source.ts';
import { guessEncoding } from '../text/encoding.ts';
import { stagedWriter } from '../text/staged-writer.ts';
import { readCarefully } from './careful-reader.ts';
import { type Detected, detectDialect, headOf } from './detect.ts';
import { fastScan } from './fast-scan.ts';
import { learnLikeness } from './shapes.ts';

const headBytes = 1 << 20;

export async function stageCsv(job: StageJob): Promise<Staged> {
  const set = job.format.encoding;
  const repair = job.format.repair ?? {};
  if (!job.careful && (set === undefined || set === 'utf-8') && isUtf8(wholeLines(job.look.head))) {
    const fast = await stageFast(job);
    if (fast !== null) return fast;
  }
  const guess = set === undefined ? guessEncoding(job.path, job.look.head) : null;
  const encoding = guess?.encoding ?? set ?? 'utf-8';
  const staged = stageCarefully(job, encoding, repair, guess?.notes ?? []);
  return {
    ...staged,
    detected: { ...staged.detected, type: 'csv', encoding, repair: { ...guess?.repair, ...repair } },
  };
}

const wholeLines = (head: Buffer): Buffer => head.subarray(0, head.lastIndexOf(10) + 1 || head.length);

async function stageFast(job: StageJob): Promise<Staged | null> {
  const { path, format, limits, folder, onProgress } = job;
  const detected = detect(job, 'utf-8', {});
  const { delimiter, quote, header, skip, names } = detected;
  const shape = {
    delimiter,
    quote,
    header,
    skip,
    fields: names.length,
    maxRecordBytes: limits.maxRecordBytes,
  };
  const scan = await fastScan(path, shape, onProgress);
  if (!scan.regular) return null;
  const rejected = join(folder, 'rejected.jsonl');
  writeFileSync(rejected, '', { mode: 0o600 });
  return {
    file: path,
    records: Math.max(0, scan.rows - (detected.header ? 1 : 0)),
    names: detected.names,
    text: { ...textOf(detected), path, header: detected.header, hasPlace: false, padded: scan.padded },
    rejected: { path: rejected, count: 0 },
    detected: { type: 'csv', encoding: 'utf-8', repair: {}, skip: 0, header: detected.header },
    notes: [
      ...(format.encoding === undefined ? ['encoding UTF-8'] : []),
      ...detected.notes,
      'clean and regular: read as it stands',
    ],
  };
}

const textOf = ({ delimiter, quote, names }: Detected) => ({
  delimiter,
  quote: quote ?? '',
  columns: names.map((_, index) => `raw_${index}`),
});

function detect(
  { path, format, limits }: StageJob,
  encoding: Encoding,
  repair: Readonly<Record<string, string>>,
): Detected {
  const detected = detectDialect(headOf(openBytes(path, { encoding, repair }), headBytes), format, limits);
  if (detected.names.length > limits.maxColumns) {
    throw new Problem('too_many_columns', {
      place: path,
      found: `${detected.names.length} columns`,
      expected: `at most ${limits.maxColumns}`,
      todo: 'check the delimiter in the mapping, or export fewer columns',
    });
  }
  return detected;
}

function stageCarefully(
  job: StageJob,
  encoding: Encoding,
  repair: Readonly<Record<string, string>>,
  notes: readonly string[],
): Staged {
  const { path, limits, folder, onProgress } = job;
  const detected = detect(job, encoding, repair);
  const grammar = {
    delimiter: detected.delimiter.charCodeAt(0),
    quote: detected.quote === null ? -1 : detected.quote.charCodeAt(0),
    fields: detected.names.length,
    maxRecordBytes: limits.maxRecordBytes,
    maxRecordLines: limits.maxRecordLines,
    likeness: learnLikeness(detected.sample, detected.delimiter, detected.names.length),
  };
  const writer = stagedWriter(folder, detected.delimiter, detected.quote ?? '');
  const source = openBytes(path, { encoding, repair, onProgress });
  const count = readCarefully(source, { dialect: detected, grammar, limits, writer });
  source.close();
  const written = writer.close();
  return {
    file: path,
    records: count.records,
    names: detected.names,
    text: { ...textOf(detected), path: written.text, header: false, hasPlace: true },
    rejected: written.rejected,
    detected: { type: 'csv', encoding, repair, skip: detected.skip, header: detected.header },
    notes: [
      ...notes,
      ...detected.notes,
      ...(count.blankLines > 0 ? [`${count.blankLines} blank lines, which are no records`] : []),
      ...(count.spanningLines > 0 ? [`${count.spanningLines} records span several lines`] : []),
      ...Object.entries(repair).map(([byte, character]) => `byte ${byte} is read as ${character}`),
    ],
  };
}
