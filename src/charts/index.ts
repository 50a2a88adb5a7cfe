/** The charts: one function each, from plain values and worded text to a picture, its summary and its table. */
export type { Chart, ChartCell, ChartText, Format } from './chart.ts';
export { dark, light, type Palette, type Role, space, type } from './tokens.ts';
export { type TrendEvent, type TrendOptions, type TrendPoint, trend } from './trend.ts';
