/**
 * `corpus check [FILE]...`: verifies marks, offsets and consistency of the annotated corpus; exit status 1 on an error.
 * `corpus compare [FILE]...`: what the texts do not agree on: surfaces of several types, names marked only elsewhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { findDisagreements } from './corpus/agreement.ts';
import { findInconsistencies } from './corpus/consistency.ts';
import type { MarkedText } from './corpus/parse.ts';
import { parseCorpusFile } from './corpus/parse.ts';

const [command, ...rest] = process.argv.slice(2);
const named = command === 'check' || command === 'compare' ? rest : process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : readdirSync('corpus/texts')
        .filter((name) => name.endsWith('.ann'))
        .sort()
        .map((name) => `corpus/texts/${name}`);

let errors = 0;
let doubts = 0;
let words = 0;
let mentions = 0;
let claims = 0;
const texts = new Map<string, MarkedText>();
for (const file of files) {
  const marked = parseCorpusFile(readFileSync(file, 'utf8'));
  texts.set(basename(file, '.ann'), marked);
  words += marked.text.split(/\s+/u).length;
  mentions += marked.mentions.length;
  claims += marked.claims.length;
  for (const problem of marked.problems) {
    errors += 1;
    console.log(`${file}:${problem.line}: error: ${problem.what}`);
  }
  if (command === 'compare') continue;
  for (const doubt of findInconsistencies(marked)) {
    doubts += 1;
    console.log(`${file}: look: ${doubt}`);
  }
}
if (command === 'compare')
  for (const disagreement of findDisagreements(texts)) {
    doubts += 1;
    console.log(disagreement);
  }
console.log(
  `${files.length} texts, ${words} words, ${mentions} mentions, ${claims} claims; ${errors} errors, ${doubts} places to look at`,
);
process.exitCode = errors > 0 ? 1 : 0;
