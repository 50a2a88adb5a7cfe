/** Finds and reads the project's one configuration file. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { z } from 'zod';
import { statedConfig } from '../metrics/index.ts';
import { checkedYaml, Problem } from '../model/index.ts';
import { isTrinoAddress } from '../warehouse/trino/address.ts';
import { serviceAgreement } from './agreement.ts';
import { namedCalendars } from './calendars.ts';
import { clusterConfig } from './cluster.ts';
import type { Config } from './config.ts';
import { deliveryConfig } from './delivery.ts';
import { plannedLoads } from './loads.ts';
import { readRates } from './rates.ts';
import { configSchema } from './schema.ts';
import { watchConfig } from './watch.ts';

export const configFile = 'tidemark.yaml';

/** The nearest folder upward that holds a configuration file, or null. */
export function findProject(start: string): string | null {
  const folder = resolve(start);
  if (existsSync(join(folder, configFile))) return folder;
  return dirname(folder) === folder ? null : findProject(dirname(folder));
}

/**
 * Reads `tidemark.yaml` of a project folder.
 *
 * @throws Problem `config_missing`, or `config_invalid` with line and column
 */
export function readConfig(folder: string): Config {
  const path = join(folder, configFile);
  if (!existsSync(path)) {
    throw new Problem('config_missing', {
      found: `no ${configFile} in ${folder}`,
      expected: 'a project folder',
      todo: 'run "tidemark init" there, or name the folder with --project',
    });
  }
  const raw = checkedYaml(readFileSync(path, 'utf8'), configSchema, { file: path, code: 'config_invalid' });
  return typed(raw, folder);
}

function typed(raw: z.output<typeof configSchema>, folder: string): Config {
  const { calendars, calendar_rule, company, intake, ...rest } = raw;
  return {
    ...rest,
    folder,
    company: { ...company, logo: company.logo === null ? null : resolve(folder, company.logo) },
    warehouse: isTrinoAddress(raw.warehouse) ? raw.warehouse : resolve(folder, raw.warehouse),
    cluster: clusterConfig(raw.cluster, folder),
    sources: raw.sources.map(({ id, zone, case_url }) => ({
      id,
      ...(zone === undefined ? {} : { zone }),
      ...(case_url === undefined ? {} : { caseUrl: case_url }),
    })),
    mappings: raw.mappings
      .flatMap((pattern) => globSync(pattern, { cwd: folder }))
      .map((path) => resolve(folder, path))
      .sort(),
    calendars: namedCalendars(calendars, raw.zone),
    calendarRule: calendar_rule,
    loads: plannedLoads(raw.loads, { folder, zone: raw.zone }),
    delivery: deliveryConfig(raw.delivery, { folder, language: raw.language, zone: raw.zone }),
    watch: watchConfig(raw.watch, { folder, language: raw.language, zone: raw.zone }),
    rates: raw.rates === null ? null : readRates(raw.rates),
    targets: raw.targets.map(({ metric, from, contract, ...stated }) => ({
      metric,
      ...statedConfig(stated),
      ...(from === undefined ? {} : { from }),
      ...(contract === undefined ? {} : { contract }),
    })),
    benchmarks: raw.benchmarks.map(({ metric, source, date, ...stated }) => ({
      metric,
      ...statedConfig(stated),
      source,
      date,
    })),
    sla: serviceAgreement(raw.sla, raw.zone),
    intake: {
      maxQuarantinedShare: intake.max_quarantined_share,
      quarantineDays: intake.quarantine_days,
      memoryMb: intake.memory_mb,
    },
  };
}
