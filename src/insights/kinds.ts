/** Every kind of insight: a new kind is one file and one line here. */
import { dataProblem } from './data-problem.ts';
import { earlyWarning } from './early-warning.ts';
import { growingIssue } from './growing-issue.ts';
import { handOverLoop } from './hand-over-loop.ts';
import { holdUp } from './hold-up.ts';
import { hoursThatDoNotMatch } from './hours-that-do-not-match.ts';
import type { InsightKind } from './kind.ts';
import { leftForAnother } from './left-for-another.ts';
import { lessThere } from './less-there.ts';
import { luck } from './luck.ts';
import { messagesPerCustomer } from './messages-per-customer.ts';
import { misrouted } from './misrouted.ts';
import { peopleApart } from './people-apart.ts';
import { promisesAtRisk } from './promises-at-risk.ts';
import { realChange } from './real-change.ts';
import { recordedChange } from './recorded-change.ts';
import { speedWithoutService } from './speed-without-service.ts';
import { teamsApart } from './teams-apart.ts';
import { tooFewPeople } from './too-few-people.ts';
import { towardsTarget } from './towards-target.ts';
import { urgentWaiting } from './urgent-waiting.ts';
import { workMoved } from './work-moved.ts';

export const kinds: readonly InsightKind[] = [
  realChange,
  growingIssue,
  tooFewPeople,
  lessThere,
  speedWithoutService,
  workMoved,
  recordedChange,
  earlyWarning,
  towardsTarget,
  handOverLoop,
  misrouted,
  urgentWaiting,
  promisesAtRisk,
  holdUp,
  hoursThatDoNotMatch,
  leftForAnother,
  teamsApart,
  peopleApart,
  luck,
  messagesPerCustomer,
  dataProblem,
];
