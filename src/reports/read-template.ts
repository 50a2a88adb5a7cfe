/** Reads a template with all that it includes; every mistake is told with its place. */
import { dirname } from 'node:path';
import { checkedYaml, Problem } from '../model/index.ts';
import { calledTemplate, findTemplate, missingTemplate } from './find-template.ts';
import { type Template, templateSchema, type WrittenTemplate } from './template.ts';
import { checkNames, type OwnNames } from './template-names.ts';
import { templateText } from './template-text.ts';

export interface TemplatePlace extends Partial<OwnNames> {
  /** The project's folder: its own templates stand in `reports/` there. */
  readonly project: string;
}

export interface ReadTemplate {
  readonly template: Template;
  /** Every file that it was read from, its own first: what a preview has to watch. */
  readonly files: readonly string[];
}

/** @throws Problem `template_missing`, or `template_invalid` with line and column */
export function readTemplate(name: string, place: TemplatePlace): ReadTemplate {
  const path = findTemplate(name, { project: place.project, from: process.cwd() });
  if (path === null) throw missingTemplate(name, place.project);
  const files: string[] = [];
  const written = withIncluded(path, place, { chain: [], files });
  const called = calledTemplate(path, place.project);
  return { template: { ...complete(written, called), name: typedName(called) }, files };
}

interface Way {
  /** The templates that led here. */
  readonly chain: readonly string[];
  readonly files: string[];
}

function withIncluded(path: string, place: TemplatePlace, { chain, files }: Way): WrittenTemplate {
  const file = calledTemplate(path, place.project);
  const way = [...chain, path];
  const from = dirname(path);
  const schema = templateSchema.superRefine((template, context) => {
    checkNames(template, { metrics: [], dimensions: [], ...place }, context);
    for (const [i, name] of listed(template.include).entries()) {
      const found = findTemplate(name, { project: place.project, from });
      const at = Array.isArray(template.include) ? ['include', i] : ['include'];
      const wrong = found === null ? unknown(name, place.project) : circle(found, way, place.project);
      if (wrong !== null) context.addIssue({ code: 'custom', path: at, input: name, ...wrong });
    }
  });
  const own = checkedYaml(templateText(path, file), schema, { file, code: 'template_invalid' });
  files.push(path);
  const included = listed(own.include).map((name) =>
    withIncluded(findTemplate(name, { project: place.project, from }) ?? name, place, { chain: way, files }),
  );
  return included.reduceRight((said, other) => filledUp(said, other), own);
}

const listed = (include: WrittenTemplate['include']): readonly string[] =>
  include === undefined ? [] : typeof include === 'string' ? [include] : include;

interface Wrong {
  readonly message: string;
  readonly params: { readonly todo: string };
}

const unknown = (name: string, project: string): Wrong => {
  const { expected, todo } = missingTemplate(name, project).facts;
  return { message: expected, params: { todo } };
};

function circle(path: string, way: readonly string[], project: string): Wrong | null {
  const at = way.indexOf(path);
  if (at < 0) return null;
  const round = [...way.slice(at), path].map((each) => calledTemplate(each, project)).join(' → ');
  return {
    message: `no loop of includes, as ${round} is`,
    params: { todo: 'take one of these includes out' },
  };
}

/** What one template says, and where it says nothing what another does. */
function filledUp(said: WrittenTemplate, other: WrittenTemplate): WrittenTemplate {
  const own = new Map((said.figures ?? []).map((figure) => [figure.metric, figure]));
  const theirs = (other.figures ?? []).map((figure) => own.get(figure.metric) ?? figure);
  const known = new Set(theirs.map(({ metric }) => metric));
  const figures = [...theirs, ...[...own.values()].filter(({ metric }) => !known.has(metric))];
  return {
    ...other,
    ...said,
    ...(figures.length === 0 ? {} : { figures }),
    where: { ...other.where, ...said.where },
    targets: [...(other.targets ?? []), ...(said.targets ?? [])],
    benchmarks: [...(other.benchmarks ?? []), ...(said.benchmarks ?? [])],
    actions: [...(other.actions ?? []), ...(said.actions ?? [])],
  };
}

/** @example typedName('reports/monthly.yaml') // 'monthly' */
const typedName = (called: string): string => called.replace(/^reports\/([^/]+)\.ya?ml$/i, '$1');

function complete(written: WrittenTemplate, file: string): Omit<Template, 'name'> {
  const { objective, figures, one, two, behind } = written;
  if (objective === undefined) throw silent(file, 'an objective');
  if (figures === undefined) throw silent(file, 'figures');
  if (one === undefined) throw silent(file, 'blocks for page one ("one:")');
  const { title, note, where = {}, targets = [], benchmarks = [] } = written;
  const { questions = [], actions = [], compare = [] } = written;
  const known = figures.map(({ metric }) => metric);
  const strange = questions.flatMap(({ metrics }) => metrics).find((metric) => !known.includes(metric));
  if (strange !== undefined) throw unfigured(file, strange);
  return {
    objective,
    title: title ?? null,
    note: note ?? null,
    where,
    targets,
    benchmarks,
    questions,
    actions,
    figures,
    compare,
    one,
    two: two ?? [],
    behind: behind ?? [],
  };
}

const unfigured = (file: string, metric: string): Problem =>
  new Problem('template_invalid', {
    place: file,
    found: `a question that ${metric} is to answer, which is no figure of this template`,
    expected: 'questions about its figures',
    todo: `add { metric: ${metric} } to the figures`,
  });

const silent = (file: string, what: string): Problem =>
  new Problem('template_invalid', {
    place: file,
    found: `a template without ${what}`,
    expected: 'objective, figures and one, of its own or from a template that it includes',
    todo: `add "include: whole-picture", or what is missing`,
  });
