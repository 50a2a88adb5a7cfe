/** The typst compiler in WebAssembly, in this thread: no packages, no files but those handed in, no network. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import start, { type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { fonts } from './fonts.ts';

let starting: Promise<TypstCompiler> | null = null;

/** Sets one document from a source and the JSON that it reads at `/report.json`; the first call starts the compiler. */
export async function typeset(source: string, json: string): Promise<Uint8Array> {
  starting ??= startCompiler();
  const compiler = await starting;
  compiler.reset();
  compiler.add_source('/report.typ', source);
  compiler.map_shadow('/report.json', new TextEncoder().encode(json));
  const { result, diagnostics } = compiler.compile('/report.typ', [], 'pdf', 2) as Compiled;
  if (result === undefined) throw new Error(`The PDF could not be set: ${JSON.stringify(diagnostics)}`);
  return result;
}

interface Compiled {
  readonly result?: Uint8Array;
  readonly diagnostics?: unknown;
}

async function startCompiler(): Promise<TypstCompiler> {
  const program = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  await start({ module_or_path: await bytesOf(program) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(await bytesOf(font));
  return builder.build();
}

const bytesOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(path));
