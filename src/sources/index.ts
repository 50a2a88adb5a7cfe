/** The room's door: files in, staged texts and statements out. */
export { defaultLimits, type FileFormat, type Limits } from './format.ts';
export { type InspectOptions, inspectFile } from './inspect/inspect.ts';
export type { Inspection } from './inspect/inspection.ts';
export type { Mapping } from './mapping/mapping.ts';
export { isFor, parseMapping, readMapping } from './mapping/read.ts';
export { mappingSchema } from './mapping/schema.ts';
export { mappedSelects, type SelectOptions } from './select/mapped-selects.ts';
export { type StageOptions, stageFile } from './stage.ts';
export type { MappedSelect, Rejected, RejectedFile, Staged, StagedText } from './staged.ts';
export { lookAt } from './text/look.ts';
