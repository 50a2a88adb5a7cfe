/** The charts: one function each, from plain values and worded text to a picture, its summary and its table. */
export { bars } from './bars.ts';
export type { Chart, ChartText } from './chart.ts';
export { controlChart } from './control-chart.ts';
export { distribution } from './distribution.ts';
export { dotInterval } from './dot-interval.ts';
export { escaped } from './escaped.ts';
export { funnelPlot } from './funnel-plot.ts';
export { heatMap } from './heat-map.ts';
export { processMap } from './process-map.ts';
export { smallMultiples } from './small-multiples.ts';
export { staffingCurve } from './staffing-curve.ts';
export { textWidth } from './text-width.ts';
export { dark, halfWidth, light, type Palette, type Role, space, type } from './tokens.ts';
export { type TrendPoint, trend } from './trend.ts';
export { waterfall } from './waterfall.ts';
