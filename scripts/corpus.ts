/** `corpus check [FILE]...`: verifies marks, offsets and consistency of the annotated corpus; exit status 1 on an error. */
import { readdirSync, readFileSync } from 'node:fs';
import { findInconsistencies } from './corpus/consistency.ts';
import { parseCorpusFile } from './corpus/parse.ts';

const named = process.argv.slice(2).filter((argument) => argument !== 'check');
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
for (const file of files) {
  const marked = parseCorpusFile(readFileSync(file, 'utf8'));
  words += marked.text.split(/\s+/u).length;
  mentions += marked.mentions.length;
  claims += marked.claims.length;
  for (const problem of marked.problems) {
    errors += 1;
    console.log(`${file}:${problem.line}: error: ${problem.what}`);
  }
  for (const doubt of findInconsistencies(marked)) {
    doubts += 1;
    console.log(`${file}: look: ${doubt}`);
  }
}
console.log(
  `${files.length} texts, ${words} words, ${mentions} mentions, ${claims} claims; ${errors} errors, ${doubts} places to look at`,
);
process.exitCode = errors > 0 ? 1 : 0;
