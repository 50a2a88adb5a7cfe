/** To whom and when. */

export { askOnce, type KnownAnswers } from './ask-once.ts';
export type { MailSettings } from './carrier.ts';
export { type IsWorkingDay, occasions } from './due.ts';
export { earlierRecords } from './earlier-records.ts';
export { type Errand, errands, prepare, type ReadyReport, type ReportOrder, type Unmade } from './prepare.ts';
export { type Recipient, recipientName, type Schedule, type Way } from './schedule.ts';
export { sendOut } from './send-out.ts';
export { type Lookout, look, type Raised, warningSchedule } from './watch/look.ts';
export { type Thing, thingKey, type Watched } from './watch/thing.ts';
export { falseMessagesAMonth, thingName } from './watch/warning-report.ts';
