/** The manifests of reports that went out before, from the archive. */
import type { DatabaseSync } from 'node:sqlite';
import { parcelsOf } from '../state/index.ts';
import { recordOf } from './content.ts';
import { type ReportOrder, reportIdentity } from './prepare.ts';

/** Far more than a schedule of months has in a year. */
const parcelsBack = 20_000;

/** @returns the newest manifest of each period, newest first, at most `limit` */
export function earlierRecords(
  { db, archive }: { readonly db: DatabaseSync; readonly archive: string },
  order: Pick<ReportOrder, 'template' | 'where'>,
  limit: number,
): readonly Uint8Array[] {
  const identity = reportIdentity(order);
  const found = new Map<string, Uint8Array>();
  for (const { period, content } of parcelsOf(db, parcelsBack)) {
    if (found.size >= limit) break;
    if (found.has(period)) continue;
    const record = recordOf(archive, content, identity);
    if (record !== null) found.set(period, record);
  }
  return [...found.values()];
}
