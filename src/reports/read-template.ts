/** Finds a template by its name among ours, or reads a person's own file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { checkedYaml, nearest, Problem } from '../model/index.ts';
import { type Template, templateSchema } from './template.ts';

const ours = new URL('./templates/', import.meta.url);

/** @throws Problem `template_missing`, or `template_invalid` with line and column */
export function readTemplate(name: string): Template {
  const own = new URL(`${encodeURIComponent(name)}.yaml`, ours);
  const file = existsSync(own) ? own : name;
  if (file === name && !existsSync(name)) throw missing(name);
  return checkedYaml(readFileSync(file, 'utf8'), templateSchema, { file: name, code: 'template_invalid' });
}

function missing(name: string): Problem {
  const names = readdirSync(ours).map((file) => file.replace(/\.yaml$/, ''));
  const near = nearest(name, names);
  return new Problem('template_missing', {
    found: `no template "${name}"`,
    expected: `${names.join(', ')}, or a YAML file`,
    todo: near === null ? 'check the name' : `did you mean "${near}"?`,
  });
}
