/** What a report asked to decide, read back from the manifest that stands beside it. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config/index.ts';
import { Problem } from '../model/index.ts';
import type { ActionOptions } from './new-action.ts';

const decision = z.object({
  what: z.string(),
  owner: z.string(),
  action: z.object({
    metric: z.string().nullable(),
    direction: z.enum(['up', 'down']).nullable(),
    scope: z.string().nullable(),
    due: z.string().nullable(),
    origin: z.string(),
  }),
});

const manifestShape = z.object({
  report: z.object({
    sections: z.array(z.object({ blocks: z.array(z.looseObject({ kind: z.string() })) })),
  }),
});

interface Proposed extends ActionOptions {
  readonly what: string;
  readonly origin: string;
}

/** @throws Problem `manifest_missing`, `manifest_invalid`, `decision_unknown` */
export function askedDecision(config: Config, n: string, from: string | undefined): Proposed {
  const path = from ?? newestManifest(config);
  const asked = decisionsIn(path);
  const found = asked[Number(n) - 1];
  if (found === undefined) throw unknownDecision(n, path, asked.length);
  const { what, owner, action } = found;
  const { metric, direction, scope, due, origin } = action;
  return {
    what,
    owner,
    origin,
    ...(metric === null ? {} : { metric }),
    ...(metric === null || direction === null ? {} : { direction }),
    ...(scope === null ? {} : { scope }),
    ...(due === null ? {} : { due }),
  };
}

function newestManifest({ folder }: Config): string {
  const reports = join(folder, 'reports');
  const all = existsSync(reports)
    ? readdirSync(reports).filter((file) => file.endsWith('.manifest.json'))
    : [];
  const newest = all
    .map((file) => join(reports, file))
    .map((path) => ({ path, at: statSync(path).mtimeMs }))
    .sort((a, b) => b.at - a.at)[0];
  if (newest !== undefined) return newest.path;
  throw missing(`no report in ${reports}`);
}

function decisionsIn(path: string): readonly z.output<typeof decision>[] {
  if (!existsSync(path)) throw missing(`no file ${path}`);
  const read = manifestShape.safeParse(parsed(readFileSync(path, 'utf8')));
  if (!read.success) throw notOne(path);
  const blocks = read.data.report.sections.flatMap((section) => section.blocks);
  const items = blocks.flatMap((block) => (block.kind === 'decisions' ? [block['items']] : [])).flat();
  const known = z.array(decision).safeParse(items);
  if (!known.success) throw notOne(path);
  return known.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const missing = (found: string): Problem =>
  new Problem('manifest_missing', {
    found,
    expected: 'the manifest that stands beside a report (….manifest.json)',
    todo: 'run "tidemark report" first, or name one with --from',
  });

const notOne = (place: string): Problem =>
  new Problem('manifest_invalid', {
    place,
    found: 'something else than a manifest, or one of an older version',
    expected: 'the manifest of a report that asks to decide something',
    todo: 'run "tidemark report" again',
  });

const unknownDecision = (n: string, place: string, known: number): Problem =>
  new Problem('decision_unknown', {
    place,
    found: `nothing with the number "${n}" to decide`,
    expected: known === 0 ? 'a report that asks to decide something' : known === 1 ? '1' : `1 to ${known}`,
    todo: known === 0 ? 'write it down with "tidemark actions add"' : 'take one of these',
  });
