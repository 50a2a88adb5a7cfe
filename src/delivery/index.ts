/** To whom and when. */

export { askOnce } from './ask-once.ts';
export type { MailSettings } from './carrier.ts';
export { type IsWorkingDay, occasions } from './due.ts';
export { type Errand, errands, prepare, type ReadyReport, type ReportOrder } from './prepare.ts';
export { type Recipient, recipientName, type Schedule, type Way } from './schedule.ts';
export { sendOut } from './send-out.ts';
