/** What the app remembers. */
export { openState } from './open-state.ts';
export {
  enter,
  giveUp,
  type NewParcel,
  type Parcel,
  type ParcelState,
  parcelOf,
  parcelsOf,
  putBack,
  retry,
  settle,
  take,
  waiting,
} from './parcels.ts';
export { soleRight } from './sole.ts';
