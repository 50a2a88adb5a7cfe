/** What is said and in which order. */

export { type MadeReport, makeReport } from './assemble.ts';
export { changeSentence } from './change-sentence.ts';
export { comparisonNotes } from './comparison-notes.ts';
export { controlPicture, signalSentences } from './control-picture.ts';
export { defaultPeriod } from './default-period.ts';
export { differenceText, digitsOf, intervalText, reasonText, valueText } from './figure-text.ts';
export { findTemplate, ourTemplate, templateFolder } from './find-template.ts';
export { dimensionName, metricName, ruleText, segmentText, statisticName } from './names.ts';
export { type Outcome, outcomes, type ReportAction } from './outcomes.ts';
export { peoplePicture } from './people-picture.ts';
export { peopleSentences, peopleTitle, standingText } from './people-sentences.ts';
export { typedPeriod } from './period-text.ts';
export { readTemplate } from './read-template.ts';
export type { Report } from './report.ts';
export type { ReportRequest } from './request.ts';
export type { EarlierReport } from './restated.ts';
export { type Objective, objectives, type Template, templateSchema } from './template.ts';
export { type Judged, verdictSentence } from './verdict-sentence.ts';
