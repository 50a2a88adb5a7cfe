/** For tests: a file of many records, every third broken in one of many ways, and the truth about it. */

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

export interface BrokenFile {
  readonly records: number;
  readonly broken: number;
  readonly byCode: Readonly<Record<string, number>>;
}

type Row = readonly [id: number, opened: string, status: string, comment: string, minutes: number];

const ways: readonly { readonly code: string; write(row: Row): Buffer | string }[] = [
  { code: 'too_few_fields', write: ([id, opened]) => `${id},${opened},open` },
  { code: 'too_few_fields', write: ([id]) => `${id}` },
  { code: 'too_many_fields', write: (row) => `${clean(row)},extra,"more"` },
  {
    code: 'stray_quote',
    write: ([id, opened, status, , minutes]) => `${id},${opened},${status},"a "word" here",${minutes}`,
  },
  {
    code: 'stray_quote',
    write: ([id, opened, status, , minutes]) => `${id},${opened},${status},5" pipe,${minutes}`,
  },
  {
    code: 'stray_quote',
    write: ([id, opened, status, , minutes]) => `${id},${opened},${status},ends here",${minutes}`,
  },
  {
    code: 'unclosed_quote',
    write: ([id, opened, status, , minutes]) => `${id},${opened},${status},"never closed,${minutes}`,
  },
  {
    code: 'unclosed_quote',
    write: ([id, opened, status, comment]) =>
      `${id},${opened},${status},"${comment.replaceAll('\n', ' ').replaceAll('"', '')}`,
  },
  { code: 'nul_byte', write: (row) => clean(row).replace(',', ',\u0000') },
  {
    code: 'bad_bytes',
    write: ([id, opened, status, , minutes]) =>
      Buffer.from(`${id},${opened},${status},caf\xe9,${minutes}`, 'latin1'),
  },
  {
    code: 'lone_carriage_return',
    write: ([id, opened, status, , minutes]) => `${id},${opened},${status},two\rlines,${minutes}`,
  },
  {
    code: 'too_long',
    write: ([id, opened, status, , minutes]) => `${id},${opened},${status},${'x'.repeat(70_000)},${minutes}`,
  },
];

const header = 'id,opened,status,comment,minutes\n';
const statuses = ['open', 'pending', 'solved', 'closed'];
const comments = [
  'all fine',
  '',
  'said "thank you"',
  'first line\nsecond, with a comma\n\nregards',
  'caffè però, già',
  'è "così"\nsì',
];

const clean = ([id, opened, status, comment, minutes]: Row): string =>
  `${id},${opened},${status},${comment === '' ? '' : `"${comment.replaceAll('"', '""')}"`},${minutes}`;

/** One over-long row in a thousand broken ones is enough to be slow with. */
function wayOf(index: number): (typeof ways)[number] | undefined {
  const way = (index * 7 + Math.floor(index / 33)) % ways.length;
  return way === ways.length - 1 && index % 1000 !== 0 ? ways[0] : ways[way];
}

export async function writeBrokenFile(path: string, records: number): Promise<BrokenFile> {
  const out = createWriteStream(path);
  const byCode: Record<string, number> = {};
  let broken = 0;
  out.write(header);
  for (let index = 0; index < records; index += 1) {
    const opened = new Date(Date.UTC(2025, 0, 1) + index * 31_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ');
    const row: Row = [
      100_000 + index,
      opened,
      statuses[index % 4] ?? '',
      comments[((index * 5) % 6) ^ (index % 3 === 1 ? 1 : 0)] ?? '',
      index % 97,
    ];
    const way = index % 3 === 2 ? wayOf(index) : undefined;
    if (way !== undefined) {
      broken += 1;
      byCode[way.code] = (byCode[way.code] ?? 0) + 1;
    }
    const line = Buffer.from(way === undefined ? clean(row) : way.write(row));
    const ending = index === records - 1 ? '' : index % 1001 === 7 ? '\n\n' : '\n';
    if (!out.write(Buffer.concat([line, Buffer.from(ending)]))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { records, broken, byCode };
}
