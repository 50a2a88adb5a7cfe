/** Which cases a calendar or an agreement is for. */

/**
 * Every dimension that is named must hold one of its values; one that is not named may hold anything.
 *
 * @example { channel: ['phone'], priority: ['urgent', 'high'] }
 */
export type Conditions<Dimension extends string = string> = Readonly<
  Partial<Record<Dimension, readonly string[]>>
>;
