import type { EarlierWording } from '../../model/claim.ts';
import type { ClaimId } from '../../model/ids.ts';
import { plainWords } from '../../text/sketch.ts';
import type { ClaimRow, SourceRow } from '../rows.ts';

interface Before {
  readonly rows: readonly ClaimRow[];
  readonly source: SourceRow | undefined;
}

interface Now {
  readonly rows: readonly ClaimRow[];
  readonly source: SourceRow;
  /** The article as it is now. */
  readonly text: string;
}

export interface Revision {
  /** To be written: the claims as they are now, and those that are gone from the page. */
  readonly rows: readonly ClaimRow[];
  readonly dropped: readonly ClaimId[];
}

/** Share of their words that two sentences have in common from which the later took the earlier's place. */
const sameSentence = 0.5;
/** Below this share of its earlier length a page was cut (a teaser before a paywall, a page that loads), not edited. */
const wholePage = 0.7;
const wordingsKept = 5;

/**
 * What becomes of a page's claims when it is read again. A claim whose sentence is no longer on the page is joined to
 * the new one that took its place, or marked as gone; one that still stands there and is no longer found as a claim is
 * dropped. A page that was cut, or is read under another address, drops nothing.
 */
export function reviseClaims(before: Before, now: Now): Revision {
  const current = new Set<string>(now.rows.map(({ id }) => id));
  const page = spaced(now.text);
  const missing = before.rows.filter(({ id }) => !current.has(id));
  if (!isSameWhole(before, now)) return { rows: withHistory(now.rows, before.rows), dropped: [] };
  const left = missing.filter(({ text }) => !page.includes(spaced(text)));
  const earlier = new Set<string>(before.rows.map(({ id }) => id));
  const fresh = now.rows.filter(({ id }) => !earlier.has(id));
  const pairs = pairUp(left, fresh);
  const readAt = before.source?.readAt ?? 0;
  const rows = withHistory(now.rows, before.rows).map((row) => {
    const old = pairs.get(row.id);
    return old === undefined ? row : { ...row, earlier: historyOf(old, readAt) };
  });
  const replaced = new Set<ClaimRow>(pairs.values());
  const gone = left
    .filter((row) => !replaced.has(row))
    .map((row) => ({ ...row, goneAt: row.goneAt ?? now.source.readAt }));
  const kept = new Set<string>(gone.map(({ id }) => id));
  return { rows: [...rows, ...gone], dropped: missing.filter(({ id }) => !kept.has(id)).map(({ id }) => id) };
}

const spaced = (text: string): string => text.replace(/\s+/gu, ' ');

const isSameWhole = ({ source: before }: Before, { source: now }: Now): boolean => {
  const [old, fresh] = [before?.reading, now.reading];
  if (old === undefined || fresh === undefined) return true;
  return old.address === fresh.address && fresh.length >= wholePage * old.length;
};

/** Claims that are on the page again, or still, keep what is known of their earlier wordings. */
const withHistory = (rows: readonly ClaimRow[], before: readonly ClaimRow[]): ClaimRow[] => {
  const known = new Map(before.map((row) => [row.id, row.earlier]));
  return rows.map((row) => {
    const earlier = known.get(row.id);
    return earlier === undefined ? row : { ...row, earlier };
  });
};

const historyOf = (old: ClaimRow, readAt: number): readonly EarlierWording[] =>
  [{ text: old.text, quote: old.quote ?? null, readAt }, ...(old.earlier ?? [])].slice(0, wordingsKept);

/** Later sentences that an earlier one is compared with at most, which a page of any length goes through for each. */
const mostCompared = 60;

/** A claim with the words of its sentence, each once. */
interface Worded {
  readonly row: ClaimRow;
  readonly words: ReadonlySet<string>;
}

const worded = (rows: readonly ClaimRow[]): readonly Worded[] =>
  rows.map((row) => ({ row, words: new Set(plainWords(row.text)) }));

/** The best pairs first; each sentence in one pair at most. */
function pairUp(old: readonly ClaimRow[], fresh: readonly ClaimRow[]): ReadonlyMap<ClaimId, ClaimRow> {
  const byWord = new Map<string, Worded[]>();
  for (const to of worded(fresh))
    for (const word of to.words) {
      const sharing = byWord.get(word);
      if (sharing === undefined) byWord.set(word, [to]);
      else sharing.push(to);
    }
  const scored = worded(old)
    .flatMap((from, at) =>
      Array.from(findAlike(from.words, at / old.length, byWord), (to) => ({
        from: from.row,
        to: to.row,
        score: likeness(from.words, to.words),
      })),
    )
    .filter(({ from, to, score }) => score >= sameSentence && hasSameVoice(from, to))
    .sort((a, b) => b.score - a.score);
  const pairs = new Map<ClaimId, ClaimRow>();
  const taken = new Set<ClaimRow>();
  for (const { from, to } of scored) {
    if (pairs.has(to.id) || taken.has(from)) continue;
    pairs.set(to.id, from);
    taken.add(from);
  }
  return pairs;
}

/** Those that share a word with a sentence, first by the words that fewest have; of a crowd those at its own place in it. */
function findAlike(
  words: ReadonlySet<string>,
  place: number,
  byWord: ReadonlyMap<string, readonly Worded[]>,
): ReadonlySet<Worded> {
  const found = new Set<Worded>();
  const sharing = [...words].map((word) => byWord.get(word) ?? []).sort((a, b) => a.length - b.length);
  for (const all of sharing) {
    const from = all.length > mostCompared ? Math.floor(place * all.length) : 0;
    for (let step = 0; step < Math.min(all.length, mostCompared) && found.size < mostCompared; step += 1) {
      const to = all[(from + step) % all.length];
      if (to !== undefined) found.add(to);
    }
  }
  return found;
}

const hasSameVoice = (a: ClaimRow, b: ClaimRow): boolean =>
  a.speaker === null || b.speaker === null || a.speaker === b.speaker;

/** Share of their words in common, 0 to 1 (Dice). */
function likeness(mine: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of mine) if (theirs.has(word)) shared += 1;
  return mine.size + theirs.size === 0 ? 0 : (2 * shared) / (mine.size + theirs.size);
}
