/** One call of delivery as a process of its own, to be killed by a test: node fixture-postman.ts FOLDER SETTINGS RECIPIENTS. */
import { join } from 'node:path';
import { openState } from '../state/index.ts';
import type { MailSettings } from './carrier.ts';
import { errands, prepare } from './prepare.ts';
import { sendOut } from './send-out.ts';
import { byMail, madeUp, monthly } from './testing.ts';

const [folder = '', settings = '{}', count = '0'] = process.argv.slice(2);
const now = new Date('2025-06-02T08:00:00Z');
const db = openState(folder);
const archive = join(folder, 'archive');
const recipients = Array.from({ length: Number(count) }, (_, i) => byMail(`person-${i}@example.org`));
const open = errands(db, [monthly(recipients)], { now, isWorkingDay: () => true });
await prepare(open, { db, archive, now, make: madeUp });
await sendOut({ state: folder, archive, mail: JSON.parse(settings) as MailSettings, now: null });
db.close();
