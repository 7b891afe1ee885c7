import type { Block, BlockKind } from '../../model/article.ts';
import { entityTypes } from '../../model/entity.ts';
import type { KnownName } from '../../model/knowledge.ts';
import type { Steps } from '../../model/steps.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Token } from '../../text/tokens.ts';
import { begin, inside, labelOf, last, outside, unit } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import { type BlockCase, blockCaseOf } from './letter-case.ts';
import { matchPhrases } from './phrases.ts';
import { findRuns, type Runs } from './runs.ts';
import { type WordFacts, wordFacts } from './words.ts';

/** A document as the tagger's features see it; every array has an entry for each token. */
export interface DocumentView {
  readonly document: TextDocument;
  readonly facts: readonly WordFacts[];
  /** Numbers of distinct folded words, from 0. */
  readonly words: Int32Array;
  readonly wordCount: number;
  readonly blockCase: Uint8Array;
  readonly blockKind: Uint8Array;
  /** Whether the token stands between quotation marks in its block. */
  readonly isQuoted: Uint8Array;
  /** Whether the token opens its sentence (marks before it not counted). */
  readonly opens: Uint8Array;
  readonly runs: Runs;
  /** Marks of the longest listed phrase over the token, and `positions` in it. */
  readonly phraseMarks: Int32Array;
  readonly phrasePositions: Uint8Array;
  /** Label (labels.ts) that the store's likeliest candidate gives. */
  readonly known: Uint8Array;
  /** How prominent that candidate is (0 to 3), and 4 more where candidates differ in type. */
  readonly knownTraits: Uint8Array;
}

/** Tokens between two yields. */
const stride = 1_000;

/** Of those that the model was trained on. */
const blockKinds: readonly BlockKind[] = ['headline', 'standfirst', 'paragraph', 'heading', 'item', 'quote', 'caption'];
const numberOf = (kind: BlockKind): number => blockKinds.indexOf(kind === 'cell' ? 'item' : kind);

export function* viewDocument(
  document: TextDocument,
  knownNames: readonly KnownName[],
  lexicon: Lexicon,
): Steps<DocumentView> {
  const { tokens, text } = document;
  const factsOf = new Map<string, WordFacts>();
  const wordNumbers = new Map<string, number>();
  const words = new Int32Array(tokens.length);
  const facts: WordFacts[] = new Array<WordFacts>(tokens.length);
  for (const [i, token] of tokens.entries()) {
    if (i % stride === 0) yield;
    // A possessive and a word may be written alike ("S" and "'s" are not, "’s" and "'s" are): the kind is in the key.
    const key = token.kind === 'possessive' ? "'s" : token.plain;
    let known = factsOf.get(key);
    if (known === undefined) {
      known = wordFacts(token, lexicon);
      factsOf.set(key, known);
    }
    facts[i] = known;
    let word = wordNumbers.get(token.folded);
    if (word === undefined) {
      word = wordNumbers.size;
      wordNumbers.set(token.folded, word);
    }
    words[i] = word;
  }
  yield;
  const { blockCase, blockKind } = viewBlocks(document.blocks, tokens, text.length);
  const opens = openersOf(document);
  yield;
  const runs = findRuns(document, facts, opens);
  yield;
  const { marks, positions } = matchPhrases(facts, lexicon);
  yield;
  return {
    document,
    facts,
    words,
    wordCount: wordNumbers.size,
    blockCase,
    blockKind,
    isQuoted: quotedTokens(document),
    opens,
    runs,
    phraseMarks: marks,
    phrasePositions: positions,
    ...knownOf(knownNames, tokens, runs),
  };
}

function viewBlocks(
  blocks: readonly Block[],
  tokens: readonly Token[],
  length: number,
): { blockCase: Uint8Array; blockKind: Uint8Array } {
  const blockCase = new Uint8Array(tokens.length);
  const blockKind = new Uint8Array(tokens.length).fill(numberOf('paragraph'));
  let at = 0;
  for (const block of blocks.length > 0 ? blocks : [{ start: 0, end: length, kind: 'paragraph' as const }]) {
    while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < block.start) at += 1;
    let end = at;
    while ((tokens[end]?.start ?? Number.POSITIVE_INFINITY) < block.end) end += 1;
    const way: BlockCase = blockCaseOf(tokens, at, end);
    blockCase.fill(way, at, end);
    blockKind.fill(numberOf(block.kind), at, end);
    at = end;
  }
  return { blockCase, blockKind };
}

function openersOf({ sentences, tokens }: TextDocument): Uint8Array {
  const opens = new Uint8Array(tokens.length);
  for (const sentence of sentences) {
    let at = sentence.firstToken;
    while (at + 1 < sentence.endToken && tokens[at]?.kind === 'punctuation') at += 1;
    opens[at] = 1;
  }
  return opens;
}

/** Longest title in tokens; an apostrophe or a mark that is never closed reaches no farther. */
const longestQuote = 15;

function quotedTokens({ tokens, text }: TextDocument): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  let open = -1;
  for (const [i, token] of tokens.entries()) {
    const isOpen = /^[“‘«„]$/u.test(text.slice(token.start, token.end));
    const isMark = /^["“”'‘’«»„]$/u.test(text.slice(token.start, token.end));
    if (!isMark) continue;
    if (open >= 0 && !isOpen && i - open <= longestQuote) {
      quoted.fill(1, open + 1, i);
      open = -1;
    } else open = i;
  }
  return quoted;
}

/**
 * The labels that spans give to tokens; spans are in order and do not overlap. One word inside a run of capitals is left
 * out: "Australian" would part the Australian Centre for Disease Control, and the word lists know it anyway.
 */
function knownOf(
  names: readonly KnownName[],
  tokens: readonly Token[],
  runs: Runs,
): Pick<DocumentView, 'known' | 'knownTraits'> {
  const known = new Uint8Array(tokens.length).fill(outside);
  const knownTraits = new Uint8Array(tokens.length);
  let at = 0;
  for (const name of names) {
    while ((tokens[at]?.start ?? Number.POSITIVE_INFINITY) < name.start) at += 1;
    let end = at;
    while ((tokens[end]?.end ?? Number.POSITIVE_INFINITY) <= name.end) end += 1;
    const best = name.candidates.reduce((a, b) => (b.prominence > a.prominence ? b : a), {
      type: 'other' as const,
      prominence: -1,
    } as Pick<KnownName['candidates'][number], 'type' | 'prominence'>);
    const type = entityTypes.indexOf(best.type);
    const traits =
      Math.max(0, Math.min(3, Math.floor(best.prominence * 4))) |
      (name.candidates.some((candidate) => candidate.type !== best.type) ? 4 : 0);
    const isInside = end - at === 1 && (runs.end[at] ?? 0) - (runs.first[at] ?? 0) > 1;
    for (let i = at; i < end && !isInside; i += 1) {
      known[i] = labelOf(type, end - at === 1 ? unit : i === at ? begin : i === end - 1 ? last : inside);
      knownTraits[i] = traits;
    }
    at = end;
  }
  return { known, knownTraits };
}
