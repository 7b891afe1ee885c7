import type { DateReading } from './dates.ts';

/** Of the words that end like it: no superlatives. */
const others =
  'interest|protest|harvest|forest|request|arrest|contest|conquest|unrest|test|rest|west|east|northwest|southwest|northeast|southeast|guest|nest|quest|invest|latest';
/** "the lowest count since", "for the first time since", "more than at any time since": few words, and no comma between. */
const record = new RegExp(
  String.raw`\b(?:(?!(?:${others})\b)\p{Ll}{2,}est|most|least|worst|first|record|any (?:time|point|year|month))\b(?:\s[^\s,;:.]+){0,6}?\s+since\s*$`,
  'iu',
);
const reach = 80;

/** Whether a time only says since when nothing was like it ("the lowest since 2010"): what is told is not about all that time. */
export function isRecordSince(text: string, { start, end }: DateReading): boolean {
  const since = /^since\b/iu.exec(text.slice(start, end));
  return record.test(text.slice(Math.max(0, start - reach), start + (since?.[0].length ?? 0)));
}
