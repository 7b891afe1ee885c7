import type { Statement } from '../../lib/model/card.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';

/** A statement with its day. */
export interface TimelinePoint {
  /** ISO 8601, as precise as known. */
  readonly date: string;
  readonly text: string;
  /** The outlet; null for the article that is being read. */
  readonly by: string | null;
  readonly isHere: boolean;
}

/** What somebody said here and before, the earliest first; what has no date has no place. */
export const timelineOf = (
  before: readonly Statement[],
  here: readonly PageClaim[],
  reading: PageReading | null,
): readonly TimelinePoint[] => {
  const today = reading?.article.publishedAt ?? null;
  const own =
    today === null
      ? []
      : here.map(
          ({ text, quotes }): TimelinePoint => ({ date: today, text: quotes[0] ?? text, by: null, isHere: true }),
        );
  const earlier = before.flatMap(({ saidAt, source, quote, text }): TimelinePoint[] => {
    const date = saidAt ?? source.publishedAt;
    return date === null ? [] : [{ date, text: quote ?? text, by: source.publisher ?? source.title, isHere: false }];
  });
  return [...earlier, ...own].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
};

/** Whether a picture tells more than the list: there is more than one day. */
export const spansTime = (points: readonly TimelinePoint[]): boolean =>
  new Set(points.map(({ date }) => date.slice(0, 10))).size > 1;

const momentOf = (date: string): number => Date.parse(date.length === 4 ? `${date}-07-01` : date);

export interface Place {
  readonly x: number;
  /** 0 stands on the line; rows grow away from it. */
  readonly row: number;
}

/** Where each point stands between two ends, later ones further on; points that would touch stand above one another. */
export const placesOf = (
  dates: readonly string[],
  { from, to, apart }: { readonly from: number; readonly to: number; readonly apart: number },
): readonly Place[] => {
  const moments = dates.map(momentOf);
  const known = moments.filter((moment) => !Number.isNaN(moment));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const ends: number[] = [];
  return moments.map((moment) => {
    const share = Number.isNaN(moment) || high === low ? 0.5 : (moment - low) / (high - low);
    const x = from + share * (to - from);
    const free = ends.findIndex((end) => x - end >= apart);
    const row = free < 0 ? ends.length : free;
    ends[row] = x;
    return { x, row };
  });
};
