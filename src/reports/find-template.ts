/** Where a template is: a file, one of the project's own, or one of ours. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearest, Problem } from '../model/index.ts';

const ours = fileURLToPath(new URL('./templates/', import.meta.url));
const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);
const bare = (file: string): string => basename(file).replace(/\.ya?ml$/i, '');

/** The folder in a project in which its own templates stand. */
export const templateFolder = (project: string): string => join(project, 'reports');

/**
 * A name means the project's own before ours; a path counts from the folders given, in their order.
 *
 * @returns the path, or null
 */
export function findTemplate(
  name: string,
  { project, from }: { readonly project: string; readonly from: string },
): string | null {
  const named = isYaml(name) ? [name] : [`${name}.yaml`, `${name}.yml`];
  const isName = !/[/\\]/.test(name);
  const folders = isName ? [templateFolder(project), ours, from, project] : [from, project];
  const candidates = folders.flatMap((folder) => named.map((file) => resolve(folder, file)));
  return [...candidates, resolve(from, name)].find((path) => existsSync(path)) ?? null;
}

export function templateNames(project: string): readonly string[] {
  const folders = [templateFolder(project), ours].filter((folder) => existsSync(folder));
  return [...new Set(folders.flatMap((folder) => readdirSync(folder).filter(isYaml).map(bare)))].sort();
}

/** Ours by its own name, whole, as it is written. */
export const ourTemplate = (name: string): string => join(ours, `${name}.yaml`);

/** How a template is called in messages: ours by name, another by its path from the project. */
export function calledTemplate(path: string, project: string): string {
  if (dirname(path) === dirname(ourTemplate('x'))) return bare(path);
  return path.startsWith(`${resolve(project)}/`) ? path.slice(resolve(project).length + 1) : path;
}

export function missingTemplate(name: string, project: string): Problem {
  const names = templateNames(project);
  const near = nearest(name, names);
  return new Problem('template_missing', {
    found: `no template "${name}"`,
    expected: `${names.join(', ')}, or a YAML file`,
    todo: near === null ? 'check the name' : `did you mean "${near}"?`,
  });
}
