/** How many standard errors an interval reaches to each side. */

import { normal } from '../numerics/normal.ts';
import { studentT } from '../numerics/student-t.ts';

const AT_95 = normal.upperQuantile(0.025);

/** The z with (1 − level) / 2 of the normal distribution above it: 1.96 at 0.95. */
export function criticalZ(level: number): number {
  return level === 0.95 ? AT_95 : normal.upperQuantile((1 - level) / 2);
}

/** The same for Student's t with `df` degrees of freedom. */
export function criticalT(level: number, df: number): number {
  return studentT(df).upperQuantile((1 - level) / 2);
}
