import type { ClaimReview } from '../model/review.ts';
import { fromFactCheckTools } from './fact-check-tools.ts';
import { parseReviews } from './parse.ts';

/** What a feed gave so far. */
export interface FeedBatch {
  readonly reviews: readonly ClaimReview[];
  /** Entries that are no review or cannot be read. */
  readonly skipped: number;
  /** UTF-16 units of the feed that are read. */
  readonly done: number;
}

/** Reviews handed on at once. */
const batchSize = 200;
/** UTF-16 units of one entry; what is longer is left out. */
const longestEntry = 1_000_000;

/**
 * Reads a feed of reviews as it comes: schema.org DataFeed as Data Commons publishes it (`dataFeedElement`, each with an
 * `item`), a list, a graph, or an answer of the Fact Check Tools API. Each innermost object that makes an entry is parsed by itself, so that one that is broken
 * costs no other, and a feed of any size never lies in memory whole.
 */
export async function* readFeed(pieces: AsyncIterable<string>): AsyncGenerator<FeedBatch> {
  const splitter = createSplitter();
  let reviews: ClaimReview[] = [];
  let skipped = 0;
  let done = 0;
  for await (const piece of pieces) {
    done += piece.length;
    for (const entry of splitter.push(piece)) {
      const found = parseEntry(entry);
      if (found.length === 0) skipped += 1;
      reviews.push(...found);
    }
    while (reviews.length >= batchSize) {
      yield { reviews: reviews.slice(0, batchSize), skipped, done };
      reviews = reviews.slice(batchSize);
      skipped = 0;
    }
    if (reviews.length === 0) yield { reviews: [], skipped: 0, done };
  }
  // What never closed is an entry that was cut off.
  yield { reviews, skipped: skipped + (splitter.isOpen() ? 1 : 0), done };
}

function parseEntry(text: string): readonly ClaimReview[] {
  try {
    return parseReviews(fromFactCheckTools(JSON.parse(text.replace(/\p{Cc}+/gu, ' '))));
  } catch {
    return [];
  }
}

interface Splitter {
  /** Objects that ended in this piece. */
  push(piece: string): string[];
  isOpen(): boolean;
}

/** Marks of objects that hold entries and are none themselves. */
const holder = /"(?:dataFeedElement|@graph|itemListElement|claims)"\s*:\s*$/u;

/** Cuts JSON into the objects of its outermost list, or of the list under `dataFeedElement` and the like. */
function createSplitter(): Splitter {
  let entry = '';
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let isTooLong = false;
  return {
    isOpen: () => depth > 0,
    push(piece) {
      const entries: string[] = [];
      let from = 0;
      for (let at = 0; at < piece.length; at += 1) {
        const letter = piece[at];
        if (isText) {
          if (isEscaped) isEscaped = false;
          else if (letter === '\\') isEscaped = true;
          else if (letter === '"') isText = false;
          continue;
        }
        if (letter === '"') isText = true;
        else if (letter === '{') {
          if (depth === 0) from = at;
          depth += 1;
        } else if (letter === '[' && depth === 1 && holder.test((entry + piece.slice(from, at)).slice(-60))) {
          // The object around the entries: what follows counts from the outermost again.
          depth = 0;
          entry = '';
          from = at + 1;
        } else if (letter === '}' && depth > 0) {
          depth -= 1;
          if (depth > 0) continue;
          if (!isTooLong) entries.push(entry + piece.slice(from, at + 1));
          entry = '';
          isTooLong = false;
        }
      }
      if (depth > 0) {
        entry += piece.slice(from);
        if (entry.length > longestEntry) {
          entry = '';
          isTooLong = true;
        }
      }
      return entries;
    },
  };
}
