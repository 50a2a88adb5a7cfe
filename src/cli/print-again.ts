/** Prints a report of before from its manifest, as it stood: later data, another day or another setting change nothing. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../model/index.ts';
import type { Report } from '../reports/index.ts';
import { type Form, print, printers } from '../reports/print/index.ts';
import { version } from './version.ts';
import { writeAll } from './write-all.ts';

const shape = z.object({
  tidemark: z.string(),
  files: z.record(z.string(), z.string()),
  report: z.looseObject({ language: z.enum(['en', 'it']), sections: z.array(z.looseObject({})) }),
});

interface Again {
  readonly out: string | undefined;
  /** Empty: those that were printed then. */
  readonly forms: readonly Form[];
}

interface Reprinted {
  readonly written: readonly string[];
  /** Whether all bytes are those of then. */
  readonly same: boolean;
}

/**
 * @throws Problem `manifest_missing`, `manifest_invalid`, and `again_differs` where the same version prints other bytes
 */
export async function printAgain(path: string, { out, forms }: Again): Promise<Reprinted> {
  const { tidemark, files, report } = manifestAt(path);
  const name = basename(path).replace(/\.manifest\.json$/, '');
  const wanted = forms.length > 0 ? forms : formsOf(Object.keys(files));
  const printed: [string, Uint8Array][] = [];
  for (const form of wanted)
    printed.push([`${name}.${printers[form].ending}`, await print(report as unknown as Report, form)]);
  const same = printed.every(([file, bytes]) => {
    const then = files[file];
    return then === undefined || then === createHash('sha256').update(bytes).digest('hex');
  });
  if (!same && tidemark === version) throw differs(path);
  return { written: writeAll(resolve(out ?? dirname(path)), printed), same };
}

function manifestAt(path: string): z.output<typeof shape> {
  if (!existsSync(path)) {
    throw new Problem('manifest_missing', {
      found: `no file ${path}`,
      expected: 'the manifest that stands beside a report (….manifest.json)',
      todo: 'check the path',
    });
  }
  const read = shape.safeParse(parsed(readFileSync(path, 'utf8')));
  if (read.success) return read.data;
  throw new Problem('manifest_invalid', {
    place: path,
    found: 'something else than a manifest, or one that was written before reports were kept in it',
    expected: 'a manifest that holds its report',
    todo: 'name the file that ends in .manifest.json',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const formsOf = (files: readonly string[]): readonly Form[] =>
  (Object.keys(printers) as Form[]).filter((form) =>
    files.some((file) => extname(file) === `.${printers[form].ending}`),
  );

const differs = (path: string): Problem =>
  new Problem('again_differs', {
    place: path,
    found: 'a manifest that does not give the bytes it names',
    expected: 'the manifest as it was written',
    todo: 'bring it back from a copy: somebody changed it',
  });
