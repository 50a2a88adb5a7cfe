/** Every metric there is: one file each, one line here. */
import type { MetricDefinition } from '../definition.ts';
import { abandonmentRate } from './abandonment-rate.ts';

export const catalogue: readonly MetricDefinition[] = [abandonmentRate];
