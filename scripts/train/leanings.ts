import { entityTypes } from '../../lib/model/entity.ts';
import { hashText } from '../../lib/recognise/tagger/hash.ts';
import { begin, inside, outside, positionOfLabel, typeOfLabel, unit } from '../../lib/recognise/tagger/labels.ts';
import { blockCases } from '../../lib/recognise/tagger/letter-case.ts';
import { type Lexicon, markBit, type WordMark } from '../../lib/recognise/tagger/lexicon.ts';
import { isNameLike } from '../../lib/recognise/tagger/words.ts';
import { prepare } from './extract.ts';
import type { LexiconEntries } from './lexicon.ts';
import type { NamedText } from './sets.ts';
import { isExact, MaskBook } from './targets.ts';
import { frequentWords, type Vectors } from './vectors.ts';
import { type LeaningCounts, leaningCount, spreadLeanings } from './word-net.ts';

const none = leaningCount - 1;
const other = none - 1;
const three = ['person', 'organisation', 'place'];
const leaningOf = (type: number): number => {
  const at = three.indexOf(entityTypes[type] ?? '');
  return type < 0 ? none : at < 0 ? other : at;
};

export interface Leanings {
  /** Of the word itself, where it has a capital inside a sentence. */
  readonly own: LeaningCounts;
  /** Of what begins behind the word. */
  readonly ahead: LeaningCounts;
  /** Of what ends before the word. */
  readonly behind: LeaningCounts;
}

/** What the labelled texts show of each word; headlines and what a set leaves open are left out. */
export function countLeanings(texts: readonly NamedText[], lexicon: Lexicon): Leanings {
  const leanings: Leanings = { own: new Map(), ahead: new Map(), behind: new Map() };
  for (const text of texts) {
    const { view, targets } = prepare(text, [], lexicon, new MaskBook());
    const { tokens } = view.document;
    for (const [i, token] of tokens.entries()) {
      const facts = view.facts[i];
      const label = targets[i] ?? outside;
      if (facts === undefined || !isExact(label)) continue;
      const type = typeOfLabel(label);
      const position = positionOfLabel(label);
      const isProse = view.blockCase[i] === blockCases.prose;
      if (token.kind === 'word' && (type >= 0 || (view.opens[i] !== 1 && isProse)))
        count(leanings.own, token.folded, leaningOf(type), 1);
      if (!isProse || !isNameLike(facts)) continue;
      const before = tokens[i - 1];
      if (before !== undefined && (type < 0 || position === begin || position === unit))
        count(leanings.ahead, before.folded, leaningOf(type), 1);
      const after = tokens[i + 1];
      if (after !== undefined && (type < 0 || (position !== begin && position !== inside)))
        count(leanings.behind, after.folded, leaningOf(type), 1);
    }
  }
  return leanings;
}

function count(counts: LeaningCounts, word: string, leaning: number, weight: number): void {
  const row = counts.get(word) ?? new Float32Array(leaningCount);
  row[leaning] = (row[leaning] ?? 0) + weight;
  counts.set(word, row);
}

/** A rare word that is less likely a name than this takes more room than it brings. */
const leastRareName = 0.5;

/** The entries with each word's leanings above its cluster; of rare words those alone that are likely names. */
export function addLeanings(
  entries: LexiconEntries,
  vectors: Vectors,
  { own, ahead, behind }: Leanings,
): LexiconEntries {
  countLists(own, vectors, entries);
  const ownChances = spreadLeanings(vectors, own, 21);
  const aheadChances = spreadLeanings(vectors, ahead, 31);
  const behindChances = spreadLeanings(vectors, behind, 41);
  const codes = new Map<number, number>();
  for (const [i, word] of vectors.words.entries()) {
    const hash = hashText(word);
    if (codes.has(hash)) continue;
    const isName = 1 - (ownChances[i * leaningCount + none] ?? 0) >= leastRareName;
    if (i >= frequentWords && !isName) continue;
    let code = entries.codes.get(hash) ?? 0;
    for (let leaning = 0; leaning < none; leaning += 1)
      code |= stepOf(ownChances[i * leaningCount + leaning] ?? 0) << (12 + 3 * leaning);
    code |= (besideCode(aheadChances, i) << 24) | (besideCode(behindChances, i) << 28);
    codes.set(hash, code >>> 0);
  }
  return { ...entries, codes };
}

/** How often a word counts as seen because a list has it; less where it is an everyday word as well. */
const listed: readonly (readonly [marks: readonly WordMark[], leaning: number, weight: number, everyday: number])[] = [
  [['person-name', 'person'], 0, 1, 0.3],
  [['company'], 1, 1, 0.2],
  [['organisation'], 1, 2, 0.5],
  [['big-city', 'country', 'region'], 2, 2, 2],
  [['city'], 2, 0.5, 0.1],
  [['demonym', 'work', 'product'], other, 1, 0.3],
  [['common'], none, 2, 2],
];

function countLists(counts: LeaningCounts, vectors: Vectors, { words }: LexiconEntries): void {
  for (const word of vectors.words) {
    const marks = words.get(hashText(word)) ?? 0;
    const isEveryday = (marks & markBit('common')) !== 0;
    for (const [of, leaning, weight, everyday] of listed)
      if (of.some((mark) => (marks & markBit(mark)) !== 0))
        count(counts, word, leaning, isEveryday ? everyday : weight);
  }
}

/** Borders of the eight steps into which a chance is rounded. */
const steps = [0.03, 0.08, 0.18, 0.33, 0.5, 0.7, 0.87];
const stepOf = (chance: number): number => steps.filter((border) => chance >= border).length;

/** The likeliest kind of name beside a word in four bits: person, organisation, place or none of them, and how likely. */
function besideCode(chances: Float32Array, word: number): number {
  const at = word * leaningCount;
  const row = [0, 1, 2].map((leaning) => chances[at + leaning] ?? 0);
  row.push(1 - row.reduce((sum, chance) => sum + chance, 0));
  const chance = Math.max(...row);
  return (row.indexOf(chance) << 2) | [0.45, 0.6, 0.78].filter((border) => chance >= border).length;
}
