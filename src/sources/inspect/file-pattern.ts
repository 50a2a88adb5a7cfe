/** The pattern of file names that a mapping is for. */

/** @example filePattern('calls_2025-03.csv') // 'calls_*.csv' */
export function filePattern(name: string): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot) : '';
  const pattern = stem.replace(/[\d_.-]*\d[\d_.-]*/g, '*');
  return pattern === '*' || pattern === stem
    ? `${stem}*${ending}`
    : `${pattern.replace(/\*+/g, '*')}${ending}`;
}
