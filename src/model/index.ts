/** The nouns of the house. */
export {
  businessClock,
  businessSeconds,
  businessSecondsAcross,
  type ClockRule,
  clockRules,
} from './business-seconds.ts';
export { type Calendar, hoursOn, type NamedCalendar, openings } from './calendar.ts';
export { type CalendarDay, calendarDays } from './calendar-days.ts';
export { checkedYaml } from './checked-yaml.ts';
export { type Closures, closures } from './closures.ts';
export type { Conditions } from './conditions.ts';
export { csvLine } from './csv-line.ts';
export {
  type Period,
  parsePeriod,
  periodForms,
  previousPeriod,
  samePeriodLastYear,
  slices,
  wholeUnit,
} from './period.ts';
export { type ExitCode, nearest, Problem, type ProblemFacts } from './problem.ts';
export { isHolidayPlace, publicHolidays } from './public-holidays.ts';
export {
  type Column,
  type ColumnType,
  commonColumns,
  type RecordKind,
  type RecordTable,
  recordKinds,
  records,
  recordTable,
} from './records.ts';
export {
  type ServiceAgreement,
  type SlaPolicy,
  type SlaTarget,
  type SlaTargetName,
  slaDimensions,
  slaTargets,
} from './service-agreement.ts';
export {
  addDays,
  addMonths,
  daysBetween,
  type Grain,
  grains,
  instantAt,
  isDate,
  isTimeZone,
  localDate,
  nextStart,
  startOf,
  startOfDay,
  startOfDayWithOffset,
  startsOfDays,
} from './time.ts';
export { secondsOf, writtenDate, writtenDuration } from './written-time.ts';
