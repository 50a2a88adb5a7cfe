/** The one configuration file as a typed value. Rooms get parts of it as plain values. */

import type { Watched } from '../delivery/index.ts';
import type { OwnDimension, OwnMetric, Rates } from '../metrics/index.ts';
import type { ClockRule, NamedCalendar, ServiceAgreement } from '../model/index.ts';
import type { ClusterConfig } from './cluster.ts';
import type { DeliveryConfig } from './delivery.ts';
import type { PlannedLoad } from './loads.ts';

export interface SourceConfig {
  readonly id: string;
  readonly zone?: string;
  /** Opens a row in its own tool; `{id}` is replaced by the record's id, encoded. */
  readonly caseUrl?: string;
}

interface StatedConfig {
  readonly metric: string;
  readonly stat?: string;
  readonly value: number;
  /** Only for figures of this segment. */
  readonly where: readonly { readonly dimension: string; readonly values: readonly string[] }[];
}

export interface TargetConfig extends StatedConfig {
  /** The local date from which it holds. */
  readonly from?: string;
  /** With whom it was agreed. */
  readonly contract?: string;
}

export interface BenchmarkConfig extends StatedConfig {
  readonly source: string;
  readonly date: string;
}

export interface PeopleConfig {
  /** Why figures per person are made at all; printed in the report. */
  readonly purpose: string;
  /** Who may see them. */
  readonly audience: readonly string[];
}

export interface Config {
  /** The folder of the configuration file; every path below is resolved against it. */
  readonly folder: string;
  readonly company: { readonly name: string; readonly logo: string | null; readonly contact: string | null };
  readonly language: 'en' | 'it';
  readonly zone: string;
  /** The path of a file, or the address of a cluster. */
  readonly warehouse: string;
  readonly cluster: ClusterConfig;
  readonly sources: readonly SourceConfig[];
  readonly mappings: readonly string[];
  /** In the order in which they are asked; none: times run around the clock. */
  readonly calendars: readonly NamedCalendar[];
  readonly calendarRule: ClockRule;
  readonly targets: readonly TargetConfig[];
  /** null: nobody has said what work costs. */
  readonly rates: Rates | null;
  /** Metrics and dimensions of the company's own. */
  readonly metrics: readonly OwnMetric[];
  readonly dimensions: readonly OwnDimension[];
  readonly benchmarks: readonly BenchmarkConfig[];
  readonly sla: ServiceAgreement;
  /** null: no figure per person anywhere. */
  readonly people: PeopleConfig | null;
  readonly comments: { readonly print: boolean };
  readonly intake: {
    readonly maxQuarantinedShare: number;
    readonly quarantineDays: number;
    readonly memoryMb: number;
  };
  readonly confidentiality: string | null;
  /** What "tidemark run" loads by itself. */
  readonly loads: readonly PlannedLoad[];
  readonly delivery: DeliveryConfig;
  /** Looked at after each load. */
  readonly watch: readonly Watched[];
}
