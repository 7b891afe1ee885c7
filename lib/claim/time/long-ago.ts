import type { Scene } from '../scene.ts';
import type { DateReading } from './dates.ts';

/** A year as news tells it of a time: "in 1943", "July 1943", "12 July, 1943". */
const told =
  /(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|January|February|March|April|May|June|July|August|September|October|November|December),? (?:\d{1,2}, ?)?)(?:1[5-9]|20)\d\d\b/g;
/** What is told from the article's own day. */
const current =
  /\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:days|weeks|months) ago)\b/;

const month = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/;

/** So many old years, and none of the article's own time, make an article one about long ago. */
const fewest = 3;
/** An article's own time, in years up to its own. */
const lately = 2;

interface ToldYear {
  readonly at: number;
  readonly year: number;
}

/** The old years of an article about long ago, in order; none of any other. `day` is the article's, YYYY-MM-DD. */
export function oldYears({ document: { text } }: Scene, day: string | null): readonly ToldYear[] {
  if (day === null) return [];
  const years = Array.from(text.matchAll(told), ({ index, 0: year }) => ({ at: index, year: Number(year) }));
  const own = Number(day.slice(0, 4));
  return years.length < fewest || years.some(({ year }) => year > own - lately) || current.test(text) ? [] : years;
}

/** "On 5 September" below "in August 1943": a day or a month without a year is one of the year told last before it. */
export function inOldYear(scene: Scene, years: readonly ToldYear[], reading: DateReading): DateReading {
  const last = years.findLast(({ at }) => at < reading.start);
  if (last === undefined) return reading;
  const words = scene.document.text.slice(reading.start, reading.end);
  const isBare = month.test(words) && !/\d{3}|\b(?:last|next|this)\b/i.test(words);
  if (!isBare || reading.from.slice(0, 4) !== reading.to.slice(0, 4)) return reading;
  return { ...reading, from: `${last.year}${reading.from.slice(4)}`, to: `${last.year}${reading.to.slice(4)}` };
}
