/** Has veraPDF check PDFs against PDF/UA-1: `npm run pdf-ua [FILES…]`; without files, the test report in both languages. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fixture } from '../../src/reports/print/fixture.ts';
import { print } from '../../src/reports/print/index.ts';

const here = import.meta.dirname;
/** Maven brings the checker once; Java runs the one file beside this one as it is. */
const jars = join(here, 'lib');
if (!existsSync(jars))
  execFileSync('mvn', ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`], {
    cwd: here,
    stdio: 'inherit',
  });

async function ours(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-pdf-ua-'));
  return Promise.all(
    (['en', 'it'] as const).map(async (language) => {
      const path = join(folder, `report.${language}.pdf`);
      writeFileSync(path, await print(fixture(language), 'pdf'));
      return path;
    }),
  );
}

const files = process.argv.length > 2 ? process.argv.slice(2) : await ours();
const classes = globSync('*.jar', { cwd: jars }).map((jar) => join(jars, jar));
const { status } = spawnSync('java', ['-cp', classes.join(delimiter), join(here, 'UaCheck.java'), ...files], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
