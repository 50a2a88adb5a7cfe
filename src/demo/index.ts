/** The made-up company that the product is shown and tested with. */
export { company } from './company.ts';
export { type DemoOptions, type DemoSummary, generateDemo } from './generate-demo.ts';
export type { Progress as DemoProgress } from './year.ts';
