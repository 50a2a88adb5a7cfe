/** What is counted above the line of the metrics that hold one stream of rows against another. */
import type { FactName } from '../../warehouse/facts.ts';
import type { Reader } from './plain-measures.ts';

interface Flow {
  readonly anchor: string;
  readonly fact?: FactName;
  readonly times?: number;
  readonly read: Reader;
}

export const plainFlows: Readonly<Record<string, Flow>> = {
  clearance: {
    anchor: 'last_resolved_at',
    read: (row) => (row.text('last_resolved_at') === null ? null : {}),
  },
  contacts_per_order: { anchor: 'opened_at', fact: 'case_facts', times: 100, read: () => ({}) },
};
