/** `npm run oracles -- CASES.json ANSWERS.json`: answers outside cases, so that anyone can check them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { answerCases, type OracleCase } from './answer-cases.ts';

const [casesPath, answersPath] = process.argv.slice(2);
if (casesPath === undefined || answersPath === undefined) {
  process.stderr.write('Give two files: npm run oracles -- CASES.json ANSWERS.json\n');
  process.exit(2);
}
const { cases } = JSON.parse(readFileSync(casesPath, 'utf8')) as { readonly cases: readonly OracleCase[] };
const { answers, unanswered } = answerCases(cases, dirname(dirname(resolve(casesPath))));
writeFileSync(answersPath, `${JSON.stringify(answers)}\n`);

const reasons = Object.entries(unanswered);
process.stdout.write(`${cases.length - reasons.length} of ${cases.length} cases answered\n`);
for (const [id, reason] of reasons) process.stdout.write(`  ${id}: ${reason}\n`);
