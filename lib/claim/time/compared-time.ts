import type { DateReading } from './dates.ts';

/** What stands before the time of a figure that another one is set beside. */
const tail = String.raw`(?:\s(?:\p{Nd}(?:[\p{Nd},.]*\p{Nd})?|[^\s,;:.()]+)){0,6}?\s*$`;
const beside = new RegExp(
  [
    String.raw`\b(?:compared (?:with|to)|(?:up|down|changed) (?:from|on)|than (?:in|at|during|a|the|it was)|versus|as against)`,
    String.raw`\b(?:from|against) (?:(?:about|around|nearly|almost|some|just|over|under|a record|more than) )?[$£€¥]?\p{Nd}[^\s,;]*`,
    String.raw`\p{Nd}[^;:]*\bthe same (?:period|time|months?|quarter|week|day|point|stage)`,
  ]
    .map((words) => `(?:${words})${tail}`)
    .concat(String.raw`\bthan\s*$`)
    .join('|'),
  'iu',
);
const reach = 120;

/** Whether a time is that of a figure that the statement's own is compared with: "up from $1.8bn in the same period of 2023". */
export function isComparedTime(text: string, { start }: Pick<DateReading, 'start'>): boolean {
  const before = text.slice(Math.max(0, start - reach), start);
  // "That compares with 20,985 in the same period last year" has no figure of its own.
  return beside.test(before) && !/\bthat compares (?:with|to)\b/iu.test(before);
}
