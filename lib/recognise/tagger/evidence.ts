import { mix } from './hash.ts';
import { markBit } from './lexicon.ts';
import type { DocumentView } from './view.ts';
import { blockCases } from './letter-case.ts';
import { isNameLike, letterCase } from './words.ts';

/** What a document shows of a word over all its places, as bits; for each number of `view.words`. */
export interface WordEvidence {
  /** How the word is written in prose, away from the start of a sentence: 1 in lower case, 2 with a capital, 4 all in capitals. */
  readonly written: Uint8Array;
  /** Bits of `hints`. */
  readonly hints: Int32Array;
  /** How often the word stands with a capital inside a sentence: the logarithm to base 2. */
  readonly counts: Uint8Array;
  /** For each token how often it stands in a run with its left (2 bits) and its right neighbour (2 bits). */
  readonly pairs: Uint8Array;
}

/** What stands beside a capitalised word somewhere in the document. */
export const hints = [
  'after a title',
  'after a given name',
  'first of two',
  'last of two or more',
  'inside a longer run',
  'before an organisation word',
  'before a place word',
  'last in a run after "of"',
  'before a possessive',
  'before a verb of speech',
  'after "in"',
  'after "the"',
  'in brackets',
  'initials of a run',
  'after a role',
  'alone',
  'before a word of companies',
  'before a word of companies and a possessive',
  'after "at" or "from"',
] as const;

const bitOf = (hint: (typeof hints)[number]): number => 1 << hints.indexOf(hint);
const afterTitle = bitOf('after a title');
const afterGiven = bitOf('after a given name');
const firstOfTwo = bitOf('first of two');
const lastOfRun = bitOf('last of two or more');
const insideRun = bitOf('inside a longer run');
const beforeOrganisation = bitOf('before an organisation word');
const beforePlace = bitOf('before a place word');
const beforePossessive = bitOf('before a possessive');
const beforeSpeech = bitOf('before a verb of speech');
const afterIn = bitOf('after "in"');
const afterThe = bitOf('after "the"');
const inBrackets = bitOf('in brackets');
const initialsOfRun = bitOf('initials of a run');
const afterRole = bitOf('after a role');
const alone = bitOf('alone');
const beforeCompany = bitOf('before a word of companies');
const ownsCompany = bitOf('before a word of companies and a possessive');
const afterAt = bitOf('after "at" or "from"');

const given = markBit('given-name');
const title = markBit('title');
const role = markBit('role');
const organisationTail = markBit('organisation-tail');
const placeTail = markBit('place-tail');
const speech = markBit('speech-verb');
const placePrepositions: ReadonlySet<string> = new Set(['in', 'near', 'across', 'outside', 'throughout']);
const otherPrepositions: ReadonlySet<string> = new Set(['at', 'from']);
/** What stands behind the name of a company or another organisation rather than behind a person's or a place's. */
const companyWords: ReadonlySet<string> = new Set(
  'official officials executive executives spokesman spokeswoman spokesperson representative representatives employee employees worker workers staff staffer staffers engineer engineers driver drivers customer customers user users subscriber subscribers client clients member members supporter supporters shareholder shareholders investor investors share shares stock ceo boss chief founder co-founder chairman president headquarters store stores branch branches outlet outlets plant factory app website site page account platform service services product products brand software subsidiary unit acquisition merger bid deal offer contract earnings profit profits revenue sales board policy spokespeople reporter journalist correspondent analyst analysts researcher researchers scientist scientists lawyer lawyers'.split(
    ' ',
  ),
);

export function gatherEvidence(view: DocumentView): WordEvidence {
  const { facts, words, runs, blockCase, opens } = view;
  const { tokens } = view.document;
  const written = new Uint8Array(view.wordCount);
  const found = new Int32Array(view.wordCount);
  const acronyms = new Set<string>();
  for (let i = 0; i < tokens.length; i += 1) {
    const word = facts[i];
    const number = words[i];
    if (word === undefined || number === undefined || blockCase[i] !== blockCases.prose) continue;
    if (word.letterCase === letterCase.lower) written[number] = (written[number] ?? 0) | 1;
    if (!isNameLike(word)) continue;
    if (opens[i] !== 1) written[number] = (written[number] ?? 0) | (word.letterCase === letterCase.upper ? 4 : 2);
    const first = runs.first[i] ?? -1;
    if (first < 0) continue;
    const end = runs.end[i] ?? i + 1;
    let bits = 0;
    const before = facts[first - 1]?.letterCase === letterCase.mark ? facts[first - 2] : facts[first - 1];
    if (end - first === 1) bits |= alone;
    else if (i === first && end - first === 2) bits |= firstOfTwo;
    else if (i === end - 1) bits |= lastOfRun;
    else bits |= insideRun;
    if (i > first) {
      const left = facts[i - 1];
      if (left !== undefined && (left.marks & given) !== 0) bits |= afterGiven;
      if (left !== undefined && (left.marks & title) !== 0) bits |= afterTitle;
      if (left !== undefined && (left.marks & role) !== 0) bits |= afterRole;
    } else if (before !== undefined) {
      if ((before.marks & title) !== 0) bits |= afterTitle;
      if ((before.marks & role) !== 0) bits |= afterRole;
    }
    const tail = facts[end - 1];
    if (i < end - 1 && tail !== undefined) {
      if ((tail.marks & organisationTail) !== 0) bits |= beforeOrganisation;
      if ((tail.marks & placeTail) !== 0) bits |= beforePlace;
    }
    const next = facts[end];
    if (next?.letterCase === letterCase.possessive) bits |= beforePossessive;
    if (next !== undefined && (next.marks & speech) !== 0) bits |= beforeSpeech;
    if (companyWords.has(tokens[end]?.folded ?? '')) bits |= beforeCompany;
    if (next?.letterCase === letterCase.possessive && companyWords.has(tokens[end + 1]?.folded ?? ''))
      bits |= ownsCompany;
    const left = tokens[first - 1]?.folded ?? '';
    if (i === first && placePrepositions.has(left)) bits |= afterIn;
    if (i === first && otherPrepositions.has(left)) bits |= afterAt;
    if (i === first && left === 'the') bits |= afterThe;
    if (left === '(' && tokens[end]?.plain === ')') bits |= inBrackets;
    found[number] = (found[number] ?? 0) | bits;
    if (i === first) addInitials(view, i, acronyms);
  }
  for (let i = 0; i < tokens.length; i += 1) {
    const number = words[i];
    if (number !== undefined && facts[i]?.letterCase === letterCase.upper && acronyms.has(tokens[i]?.folded ?? ''))
      found[number] = (found[number] ?? 0) | initialsOfRun;
  }
  return { written, hints: found, ...repeatsOf(view) };
}

const bucketOf = (count: number): number => (count < 2 ? 0 : count < 3 ? 1 : count < 6 ? 2 : 3);

function repeatsOf(view: DocumentView): Pick<WordEvidence, 'counts' | 'pairs'> {
  const { facts, words, runs, opens, blockCase } = view;
  const single = new Uint32Array(view.wordCount);
  const double = new Map<number, number>();
  const pairAt = (i: number): number =>
    (runs.first[i] ?? -1) >= 0 && (runs.end[i] ?? 0) > i + 1 ? mix(words[i] ?? 0, words[i + 1] ?? 0) : -1;
  for (let i = 0; i < facts.length; i += 1) {
    const word = facts[i];
    if (word === undefined || !isNameLike(word) || blockCase[i] !== blockCases.prose) continue;
    const number = words[i] ?? 0;
    if (opens[i] !== 1) single[number] = (single[number] ?? 0) + 1;
    const pair = pairAt(i);
    if (pair >= 0) double.set(pair, (double.get(pair) ?? 0) + 1);
  }
  const pairs = new Uint8Array(facts.length);
  for (let i = 0; i < facts.length; i += 1) {
    const right = pairAt(i);
    const left = i > 0 ? pairAt(i - 1) : -1;
    pairs[i] =
      (left < 0 ? 0 : bucketOf(double.get(left) ?? 0)) | ((right < 0 ? 0 : bucketOf(double.get(right) ?? 0)) << 2);
  }
  return { counts: Uint8Array.from(single, bucketOf), pairs };
}

function addInitials(view: DocumentView, first: number, acronyms: Set<string>): void {
  const end = view.runs.longEnd[first] ?? first;
  if (end - first < 2 || end - first > 8) return;
  let initials = '';
  let capitals = '';
  for (let i = first; i < end; i += 1) {
    const letter = view.document.tokens[i]?.folded[0] ?? '';
    initials += letter;
    const word = view.facts[i];
    if (word !== undefined && isNameLike(word)) capitals += letter;
  }
  acronyms.add(initials);
  acronyms.add(capitals);
}
