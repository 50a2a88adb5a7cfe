/** Looks at what the configuration watches, over a warehouse that is open: after each load, and when asked to. */
import { readFileSync } from 'node:fs';
import type { Config } from '../config/index.ts';
import { look, type Raised } from '../delivery/index.ts';
import { openState } from '../state/index.ts';
import type { Warehouse } from '../warehouse/index.ts';
import { archiveFolder, stateFolder } from './places.ts';
import { answerContext } from './question.ts';

/** @returns what is news now; its messages go with the next "tidemark deliver" */
export async function watchAfter(
  warehouse: Warehouse,
  config: Config,
  now: Date,
): Promise<readonly Raised[]> {
  if (config.watch.length === 0) return [];
  const { company, confidentiality, zone, language, watch } = config;
  const db = openState(stateFolder(config));
  try {
    return await look({
      warehouse,
      context: answerContext(config),
      db,
      archive: archiveFolder(config),
      watched: watch,
      frame: {
        company: company.name,
        logo: company.logo === null ? null : readFileSync(company.logo, 'utf8'),
        contact: company.contact,
        confidentiality,
        zone,
      },
      language,
      now,
    });
  } finally {
    db.close();
  }
}
