/** The door: files in, by the law that records in = loaded + duplicates + set aside. */
export { type ImportOptions, importFiles } from './import-files.ts';
export {
  defaultIntakeLimits,
  type FileResult,
  type IntakeLimits,
  type IntakeOptions,
  type LoadResult,
} from './load.ts';
export { listLoads, type PastLoad, undoLoad } from './loads.ts';
export {
  listDrift,
  listQuarantine,
  type QuarantineFilter,
  type SetAside,
  type UnknownWord,
} from './quarantine.ts';
export { type ReplayOptions, replayQuarantine } from './replay.ts';
