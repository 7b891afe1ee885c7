import { languageTag } from '../../lib/i18n/words.ts';

const minute = 60_000;

/** From two of the next unit on it is that which is meant: a clock is a day off, not 1,440 minutes. */
const units = [
  ['day', 1_440],
  ['hour', 60],
  ['minute', 1],
] as const;

/** "7 mins", "3 hrs", "2 days": by how much a clock is off, in short forms, which are the same in every case. */
export function clockWords(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / minute));
  const [unit, length] = units.find(([, each]) => minutes >= each * 2 || minutes === each) ?? units[2];
  return new Intl.NumberFormat(languageTag, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.round(minutes / length),
  );
}
