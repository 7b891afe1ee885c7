import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { findClaims } from '../../lib/claim/claims.ts';
import type { ClaimKind } from '../../lib/model/claim.ts';
import { hasClaims, type MarkedClaim, type MarkType, markTypes, parseCorpusFile } from '../corpus/parse.ts';
import { type GoldMention, goldCast } from './gold-cast.ts';
import { emptyScore, type Score } from './pairwise.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** A text with reference names and claims. */
export interface ClaimText {
  readonly id: string;
  readonly text: string;
  readonly day: string | null;
  readonly mentions: readonly GoldMention[];
  readonly claims: readonly MarkedClaim[];
}

export interface ClaimScores {
  readonly texts: number;
  readonly sentences: Score;
  readonly attributed: Score;
  readonly byKind: Readonly<Record<ClaimKind, Score>>;
  /** Of the claims on whose sentence both agree. */
  readonly kind: { right: number; of: number };
  /** Of the reference's attributed claims with a named speaker: all, and those found as attributed. */
  readonly speaker: { right: number; of: number; found: number };
  /** Of those with an unnamed one. */
  readonly unnamed: { right: number; of: number };
  readonly errors: readonly ClaimError[];
}

export interface ClaimError {
  readonly text: string;
  readonly what: 'missed' | 'spurious' | 'kind' | 'speaker';
  readonly wanted: string;
  readonly found: string;
  readonly sentence: string;
}

export function scoreClaims(texts: readonly ClaimText[], model: CheckWorthiness | null): ClaimScores {
  const sentences = emptyScore();
  const attributed = emptyScore();
  const byKind = { quote: emptyScore(), reported: emptyScore(), statistic: emptyScore(), assertion: emptyScore() };
  const kind = { right: 0, of: 0 };
  const speaker = { right: 0, of: 0, found: 0 };
  const unnamed = { right: 0, of: 0 };
  const errors: ClaimError[] = [];
  const isSpoken = (one: ClaimKind): boolean => one === 'quote' || one === 'reported';
  for (const { id, text, day, mentions, claims } of texts) {
    const gold = goldCast(text, mentions);
    const found = new Map(
      atOnce(findClaims(gold.document, gold.cast, { day, country: null, model })).map((claim) => [claim.end, claim]),
    );
    // A mark covers a quotation's sentences up to it where they carry none of their own.
    const wanted = new Map(claims.map((claim) => [claim.end, claim]));
    const sentenceAt = new Map(gold.document.sentences.map((sentence) => [sentence.end, sentence]));
    for (const claim of found.values()) {
      sentences.found += 1;
      byKind[claim.kind].found += 1;
      if (isSpoken(claim.kind)) attributed.found += 1;
    }
    const tell = (what: ClaimError['what'], end: number, words: readonly [string, string]): void => {
      const sentence = sentenceAt.get(end);
      errors.push({
        text: id,
        what,
        wanted: words[0],
        found: words[1],
        sentence: text.slice(sentence?.start ?? Math.max(0, end - 80), end),
      });
    };
    for (const [end, claim] of wanted) {
      const mine = found.get(end);
      sentences.wanted += 1;
      byKind[claim.kind].wanted += 1;
      if (isSpoken(claim.kind)) attributed.wanted += 1;
      if (mine === undefined) tell('missed', end, [`${claim.kind} ${claim.speaker ?? '-'}`, '']);
      else {
        sentences.right += 1;
        kind.of += 1;
        if (mine.kind === claim.kind) {
          kind.right += 1;
          byKind[claim.kind].right += 1;
        } else tell('kind', end, [claim.kind, mine.kind]);
        if (isSpoken(claim.kind) && isSpoken(mine.kind)) attributed.right += 1;
      }
      if (!isSpoken(claim.kind) || claim.speaker === null) continue;
      const said = mine?.attribution.speaker ?? null;
      const entity = said === null ? null : (gold.entityOf.get(said) ?? null);
      const isFound = mine !== undefined && isSpoken(mine.kind);
      if (claim.speaker.startsWith('*')) {
        unnamed.of += 1;
        if (entity === null) unnamed.right += 1;
        else tell('speaker', end, [claim.speaker, entity]);
      } else {
        speaker.of += 1;
        if (isFound) speaker.found += 1;
        if (entity === claim.speaker) speaker.right += 1;
        else if (isFound) tell('speaker', end, [claim.speaker, entity ?? 'nobody']);
      }
    }
    for (const claim of found.values()) if (!wanted.has(claim.end)) tell('spurious', claim.end, ['', claim.kind]);
  }
  return { texts: texts.length, sentences, attributed, byKind, kind, speaker, unnamed, errors };
}

/** Texts of the project's corpus whose id fits. */
export function corpusClaimTexts(folder: string, fits: (id: string) => boolean): ClaimText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ann') && fits(file.slice(0, -4)))
    .toSorted()
    .flatMap((file) => {
      const marked = parseCorpusFile(readFileSync(join(folder, file), 'utf8'));
      const { meta, text, mentions, claims } = marked;
      return hasClaims(marked)
        ? [{ id: file.slice(0, -4), text, day: meta.get('date') ?? null, mentions, claims }]
        : [];
    });
}

interface SeedGold {
  readonly mentions: readonly (readonly [number, number, MarkType, string])[];
  readonly claims: readonly (readonly [number, ClaimKind, string])[];
}

/** The acceptance article beside the checkout, or null where there is none. */
export function seedClaimText(shared: string): ClaimText | null {
  const gold = join(shared, 'gold/seed-article.json');
  const article = join(shared, 'seed/article.txt');
  if (!existsSync(gold) || !existsSync(article)) return null;
  const { mentions, claims }: SeedGold = JSON.parse(readFileSync(gold, 'utf8'));
  return {
    id: 'seed-article',
    text: readFileSync(article, 'utf8'),
    day: '2022-03-07',
    mentions: mentions.map(([start, end, type, entity]) => ({ start, end, type: markTypes[type], entity })),
    claims: claims.map(([end, kind, speaker]) => ({ end, kind, speaker: speaker === '-' ? null : speaker })),
  };
}
