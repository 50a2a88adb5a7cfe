/** The typst compiler in WebAssembly: no packages, no files but those handed in, no network. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import start, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';

/** Sets one document from a source and the data that it reads. */
export type Typesetter = (source: string, data: unknown) => Uint8Array;

const fonts = ['400Regular/Inter_400Regular', '500Medium/Inter_500Medium', '600SemiBold/Inter_600SemiBold'];

let opened: Promise<Typesetter> | null = null;

/** Starting takes a tenth of a second and some memory, so a process does it once. */
export function openTypesetter(): Promise<Typesetter> {
  opened ??= startTypesetter();
  return opened;
}

async function startTypesetter(): Promise<Typesetter> {
  await start({ module_or_path: await read('@myriaddreamin/typst-ts-web-compiler/wasm') });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(await read(`@expo-google-fonts/inter/${font}.ttf`));
  const compiler = await builder.build();
  return (source, data) => typeset(compiler, source, data);
}

function typeset(compiler: TypstCompiler, source: string, data: unknown): Uint8Array {
  compiler.reset();
  compiler.add_source('/report.typ', source);
  compiler.map_shadow('/report.json', new TextEncoder().encode(JSON.stringify(data)));
  const { result, diagnostics } = compiler.compile('/report.typ', [], 'pdf', 2) as Compiled;
  if (result === undefined) throw new Error(`The PDF could not be set: ${JSON.stringify(diagnostics)}`);
  return result;
}

interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: unknown;
}

async function read(specifier: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(fileURLToPath(import.meta.resolve(specifier))));
}
