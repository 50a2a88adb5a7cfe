/** For tests only: the fixture report with every word replaced by one that tries to break out. */
import type { Report } from '../report.ts';

export const hostileWords = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; --",
  '</style></title><svg onload=alert(1)>',
  '#set page(fill: red) #panic("typst") $x^2$ *b* _i_ `c` @ref <label> \\ // /* [',
  '#read("/etc/passwd")',
  'مرحبا بالعالم ‮evil‬',
  '👩🏽‍💻 🎉 漢字',
  '\u001B[31mred\u001B[0m \u0007 bell \u0000 null',
  'x'.repeat(200),
  '',
  '   ',
  'line one\nline two\r\nline three',
  '\uD800 half a character',
] as const;

/** Every text of the report, except the pictures, takes the next of the hostile words in turn. */
export function hostile(report: Report): Report {
  let turn = 0;
  const structural = new Set([
    'kind',
    'page',
    'align',
    'verdict',
    'language',
    'unit',
    'tone',
    'svg',
    'logo',
    'id',
  ]);
  return JSON.parse(JSON.stringify(report), (key, value) =>
    typeof value === 'string' && !structural.has(key)
      ? (hostileWords[turn++ % hostileWords.length] ?? '')
      : value,
  ) as Report;
}
