import type { Quantity } from '../model/claim.ts';
import type { Cluster } from '../model/mention.ts';
import { covers } from '../model/span.ts';
import type { TextDocument } from '../text/document.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../text/tokens.ts';
import { type Cast, type CastIndex, indexCast } from './cast.ts';
import type { Pound } from './quantity/units.ts';
import { type Lexeme, readLexemes } from './syntax/lexemes.ts';
import { findQuantities } from './quantity/quantities.ts';
import { findQuotations, type Quotation } from './speaker/quotes.ts';

/** A text with its cast and its quotations laid over the tokens; made once, read by everything that attributes. */
export interface Scene {
  readonly document: TextDocument;
  readonly tokens: readonly Token[];
  readonly cast: Cast;
  readonly index: CastIndex;
  readonly quotations: readonly Quotation[];
  /** For each token the quotation that it stands in (marks included), or -1. */
  readonly quotationAt: Int32Array;
  /** For each token the sentence that it stands in. */
  readonly sentenceAt: Int32Array;
  /** For each sentence its block. */
  readonly blockOf: Int32Array;
  /** Lexemes and quantities of a sentence, each read once. */
  readonly lexemesAt: (sentence: number) => readonly Lexeme[];
  readonly quantitiesAt: (sentence: number) => readonly Quantity[];
}

export function setScene(document: TextDocument, cast: Cast): Scene {
  const { tokens, sentences, blocks } = document;
  const quotations = findQuotations(document);
  const quotationAt = new Int32Array(tokens.length).fill(-1);
  let token = 0;
  let mention = 0;
  for (const [i, quotation] of quotations.entries()) {
    while ((cast.mentions[mention]?.end ?? Number.POSITIVE_INFINITY) <= quotation.start) mention += 1;
    const around = cast.mentions[mention];
    // A nickname in marks inside a name is no quotation, and neither is a title.
    if (around !== undefined && (covers(around, quotation) || isTitle(document.text, quotation, around))) continue;
    while ((tokens[token]?.start ?? Number.POSITIVE_INFINITY) < quotation.start) token += 1;
    while ((tokens[token]?.start ?? Number.POSITIVE_INFINITY) < quotation.end) {
      quotationAt[token] = i;
      token += 1;
    }
  }
  const sentenceAt = new Int32Array(tokens.length);
  const blockOf = new Int32Array(sentences.length);
  let block = 0;
  for (const [i, sentence] of sentences.entries()) {
    sentenceAt.fill(i, sentence.firstToken, sentence.endToken);
    while (block + 1 < blocks.length && (blocks[block + 1]?.start ?? 0) <= sentence.start) block += 1;
    blockOf[i] = block;
  }
  // A text that counts in dollars and never in sterling weighs in pounds.
  const pound: Pound = document.text.includes('$') && !/£|\bsterling\b/u.test(document.text) ? 'weight' : 'money';
  const lexemes: (readonly Lexeme[])[] = [];
  const quantities: (readonly Quantity[])[] = [];
  const lexemesAt = (at: number): readonly Lexeme[] =>
    (lexemes[at] ??= readLexemes(document.text, sentences[at] ?? { start: 0, end: 0 }));
  return {
    document,
    tokens,
    cast,
    index: indexCast(document, cast),
    quotations,
    quotationAt,
    sentenceAt,
    blockOf,
    lexemesAt,
    quantitiesAt: (at) => (quantities[at] ??= findQuantities(lexemesAt(at), pound)),
  };
}

/** Whether nothing but the name of a work stands between the marks. */
const isTitle = (text: string, { start, end }: Quotation, name: Mention): boolean =>
  name.type === 'work' &&
  !/[\p{L}\p{N}]/u.test(text.slice(start, Math.max(start, name.start))) &&
  !/[\p{L}\p{N}]/u.test(text.slice(Math.min(end, name.end), end));

export const mentionAt = (scene: Scene, token: number): number => scene.index.mentionAt[token] ?? -1;
export const quotationAt = (scene: Scene, token: number): number => scene.quotationAt[token] ?? -1;
export const isQuoted = (scene: Scene, token: number): boolean => (scene.quotationAt[token] ?? -1) >= 0;
export const foldedAt = (scene: Scene, token: number): string => scene.tokens[token]?.folded ?? '';
export const plainAt = (scene: Scene, token: number): string => scene.tokens[token]?.plain ?? '';
export const clusterAt = (scene: Scene, mention: number): Cluster | null => scene.index.clusterOf(mention);
