import type { DateReading } from './dates.ts';

/** Of the words that end like it: no superlatives. */
const others =
  'interest|protest|harvest|forest|request|arrest|contest|conquest|unrest|test|rest|west|east|northwest|southwest|northeast|southeast|guest|nest|quest|invest|latest';
/** "the lowest count since", "for the first time since", "more than at any time since": few words, and no comma between. */
const record = new RegExp(
  String.raw`\b(?:(?!(?:${others})\b)\p{Ll}{2,}est|most|least|worst|first|record|any (?:time|point|year|month))\b(?:\s[^\s,;:.]+){0,6}?\s+since(?:\s\p{Ll}+){0,4}\s*$`,
  'iu',
);
const reach = 80;

/** Whether a time only says since when nothing was like it ("the lowest since 2010"): what is told is not about all that time. */
export function isRecordSince(text: string, { start, end }: DateReading): boolean {
  const since = /^since\b/iu.exec(text.slice(start, end));
  return record.test(text.slice(Math.max(0, start - reach), start + (since?.[0].length ?? 0)));
}

const superlative = new RegExp(
  String.raw`^(?:(?!(?:${others})$)\p{Ll}{2,}est|most|least|worst|best|first|record)$`,
  'u',
);
const soFar = /^(?:since|ever|recorded|record|decades?|years?|months?|generations?|century|memory|time|history)$/u;

/** Whether folded words behind a comma say how rare a figure is: "the lowest since 2010", "its worst month on record". */
export function isRecord(words: readonly string[]): boolean {
  const [opener = '', second = ''] = words;
  if (/^(?:more|fewer|less|higher|lower|later|earlier)$/u.test(opener))
    return second === 'than' && words.includes('any') && words.some((word) => soFar.test(word));
  const from = /^(?:the|its|their|his|her|a)$/u.test(opener) ? 1 : 0;
  return (
    words.slice(from, from + 2).some((word) => superlative.test(word)) &&
    words.slice(from + 1).some((word) => soFar.test(word))
  );
}
