/** The charts: one function each, from plain values and worded text to a picture, its summary and its table. */
export { type Bar, type BarOptions, bars } from './bars.ts';
export type { Chart, ChartCell, ChartText, Format } from './chart.ts';
export { type ControlChartOptions, type ControlPoint, controlChart } from './control-chart.ts';
export { type Bin, type DistributionOptions, distribution } from './distribution.ts';
export { type DotInterval, type DotIntervalOptions, dotInterval } from './dot-interval.ts';
export type { DatedEvent } from './events.ts';
export { type FunnelGroup, type FunnelLimit, type FunnelPlotOptions, funnelPlot } from './funnel-plot.ts';
export { type HeatMapOptions, heatMap } from './heat-map.ts';
export { type Panel, type SmallMultiplesOptions, smallMultiples } from './small-multiples.ts';
export { textWidth } from './text-width.ts';
export { dark, fullWidth, halfWidth, light, type Palette, type Role, space, type } from './tokens.ts';
export { type TrendOptions, type TrendPoint, trend } from './trend.ts';
export { type WaterfallOptions, waterfall } from './waterfall.ts';
