/** The chance room can be taken alone: built, put into a package and imported with nothing beside it but pure-rand. */
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

test('tidemark/chance is imported from the package with nothing beside it but pure-rand', () => {
  const away = mkdtempSync(join(tmpdir(), 'tidemark-chance-'));
  onTestFinished(() => rmSync(away, { recursive: true }));
  const installed = join(away, 'node_modules/tidemark');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  cpSync(join(root, 'node_modules/pure-rand'), join(away, 'node_modules/pure-rand'), { recursive: true });
  build(join(installed, 'dist'));

  const program = `
    import { normal, wilsonInterval } from 'tidemark/chance';
    console.log(normal.quantile(0.975).toFixed(12), wilsonInterval(81, 263).low.toFixed(12));`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: away });
  expect(String(said)).toBe('1.959963984540 0.255288519878\n');

  const imports = globSync('dist/**/*.js', { cwd: installed })
    .map((file) => readFileSync(join(installed, file), 'utf8'))
    .flatMap((code) => [...code.matchAll(/^(?:import|export) .*from '([^'.][^']*)'/gm)])
    .map(([, name]) => name);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((name) => !name?.startsWith('pure-rand/'))).toEqual([]);
});

/** This room alone, by the settings of the whole. */
function build(outDir: string): void {
  const settings = join(outDir, '..', 'tsconfig.json');
  const publishing = JSON.parse(readFileSync(join(root, 'tsconfig.build.json'), 'utf8'));
  writeFileSync(
    settings,
    JSON.stringify({
      ...publishing,
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        ...publishing.compilerOptions,
        rootDir: join(root, 'src'),
        outDir,
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: [join(root, 'src/chance')],
      exclude: publishing.exclude.map((pattern: string) => join(root, pattern)),
    }),
  );
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', settings]);
}
