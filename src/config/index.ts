/** One YAML file, read once. */
export type {
  CalendarConfig,
  Config,
  PeopleConfig,
  SlaConfig,
  SourceConfig,
  TargetConfig,
} from './config.ts';
export { configFile, findProject, readConfig } from './read.ts';
export { configSchema } from './schema.ts';
