/** What the app remembers. */
export {
  type Action,
  type ActionState,
  actionsOf,
  addAction,
  type NewAction,
  settleAction,
} from './actions.ts';
export { openState } from './open-state.ts';
export {
  enter,
  giveUp,
  type NewParcel,
  nextTry,
  type Parcel,
  type ParcelState,
  parcelOf,
  parcelsOf,
  putBack,
  putBackUntried,
  retry,
  settle,
  take,
  waiting,
  waitingOf,
} from './parcels.ts';
export { isLoaded, lastRound, markLoaded, roundDone, type SeenFile } from './rounds.ts';
export { soleRight } from './sole.ts';
export {
  type NewWarning,
  raise,
  settleWarning,
  snooze,
  type Warning,
  type WarningState,
  warningOf,
  warningsOf,
} from './warnings.ts';
