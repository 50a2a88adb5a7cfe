/** One YAML file, read once. */
export type {
  BenchmarkConfig,
  Config,
  PeopleConfig,
  SourceConfig,
  TargetConfig,
} from './config.ts';
export { type Draft, draftConfig } from './draft.ts';
export type { PlannedLoad } from './loads.ts';
export { configFile, findProject, readConfig } from './read.ts';
export { configSchema } from './schema.ts';
