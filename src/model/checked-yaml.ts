/** Reads a YAML text into a checked value; what does not fit is said with its line and column. */
import { isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest, Problem } from './problem.ts';

interface CheckOptions {
  /** How the file is called in messages. */
  readonly file: string;
  /** The problem's code, e.g. `config_invalid`. */
  readonly code: string;
}

/**
 * @throws Problem with the place `file:line:column`, what was found, what was expected and the nearest valid key
 * @example checkedYaml('zone: Europe/Rome', schema, { file: 'tidemark.yaml', code: 'config_invalid' })
 */
export function checkedYaml<T>(text: string, schema: z.ZodType<T>, { file, code }: CheckOptions): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors[0];
  if (broken !== undefined) {
    throw new Problem(code, {
      place: place(broken.pos[0]),
      found: `YAML that cannot be read (${broken.message.split('\n')[0]})`,
      expected: 'a YAML file',
      todo: 'look at the indentation and the quotes on this line',
    });
  }
  const result = schema.safeParse(unfolded(document, { file, code }), { reportInput: true });
  if (result.success) return result.data;
  const issue = deepest(result.error.issues);
  const at = nodeAt(
    document.contents,
    issue.path,
    issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined,
  );
  throw new Problem(code, {
    place: place(at?.range?.[0] ?? 0),
    ...explain(issue, keysAt(schema, issue.path)),
  });
}

/** Aliases that multiply beyond measure are refused by the reader of YAML itself. */
function unfolded(document: ReturnType<typeof parseDocument>, { file, code }: CheckOptions): unknown {
  try {
    return document.toJS() ?? {};
  } catch (cause) {
    const facts = {
      place: file,
      found: 'aliases that multiply beyond measure',
      expected: 'a YAML file',
      todo: 'write out what they stand for',
    };
    throw new Problem(code, facts, { cause });
  }
}

type Issue = z.core.$ZodIssue;

/** Of a union's branches the one that came furthest tells what was meant. */
function deepest(issues: readonly Issue[]): Issue {
  const candidates = issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const inner = issue.errors
      .flat()
      .map((each) => ({ ...each, path: [...issue.path, ...each.path] }) as Issue);
    return inner.some((each) => each.path.length > issue.path.length) ? [deepest(inner)] : [issue];
  });
  // A misspelt key explains the one that is missing, and not the other way round.
  const depth = ({ path, code }: Issue): number => path.length + (code === 'unrecognized_keys' ? 1.5 : 0);
  return candidates.reduce((best, issue) => (depth(issue) > depth(best) ? issue : best));
}

function nodeAt(root: unknown, path: readonly PropertyKey[], key: string | undefined): Node | null {
  let node = root as Node | null;
  for (const step of key === undefined ? path : [...path, key]) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return node;
      const value = pair.value as Node | null;
      node = key !== undefined && step === key ? (pair.key as Node) : (value ?? (pair.key as Node));
    } else {
      const items = (node as { items?: Node[] } | null)?.items;
      node = items?.[Number(step)] ?? node;
    }
  }
  return node;
}

function explain(issue: Issue, known: readonly string[]): { found: string; expected: string; todo: string } {
  const where = issue.path.length === 0 ? 'the file' : `"${issue.path.join('.')}"`;
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? '';
    const near = nearest(key, known);
    return {
      found: `the key "${key}" in ${where}`,
      expected: known.length === 0 ? 'only known keys' : `one of ${known.join(', ')}`,
      todo: near === null ? 'take it out or correct its name' : `did you mean "${near}"?`,
    };
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof issue.input === 'string' ? nearest(issue.input, values) : null;
    return {
      found: `${JSON.stringify(issue.input) ?? 'nothing'} in ${where}`,
      expected: values.join(' or '),
      todo: near === null ? 'use one of these' : `did you mean "${near}"?`,
    };
  }
  const input = JSON.stringify(issue.input);
  return {
    found: input === undefined ? `nothing for ${where}` : `${input.slice(0, 60)} for ${where}`,
    expected: issue.message.replace(/^Invalid input: expected ([^,]*).*$/, '$1'),
    todo: advised(issue) ?? (input === undefined ? 'add it' : 'correct it'),
  };
}

/** What a check of our own says is to be done. */
const advised = (issue: Issue): string | null => {
  const todo = issue.code === 'custom' ? issue.params?.['todo'] : undefined;
  return typeof todo === 'string' ? todo : null;
};

interface SchemaNode {
  readonly _zod: { readonly def: SchemaDefinition };
}

interface SchemaDefinition {
  readonly shape?: Readonly<Record<string, SchemaNode>>;
  readonly element?: SchemaNode;
  readonly valueType?: SchemaNode;
  readonly innerType?: SchemaNode;
  readonly in?: SchemaNode;
  readonly options?: readonly SchemaNode[];
}

/** The keys that an object at this path may have, over all branches of unions. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const objects = path.reduce<readonly SchemaDefinition[]>(
    (nodes, step) =>
      nodes.flatMap((node) => opened(node.shape?.[String(step)] ?? node.element ?? node.valueType)),
    opened(schema as SchemaNode),
  );
  return [...new Set(objects.flatMap((node) => Object.keys(node.shape ?? {})))];
}

/** A schema without its wrappers (optional, default, refined), as its branches. */
function opened(node: SchemaNode | undefined): readonly SchemaDefinition[] {
  if (node === undefined) return [];
  const { def } = node._zod;
  const wrapped = def.innerType ?? def.in;
  if (wrapped !== undefined) return opened(wrapped);
  return def.options === undefined ? [def] : def.options.flatMap(opened);
}
