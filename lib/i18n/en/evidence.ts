import { plural } from '../messages.ts';

/** Where a claim was met, and what became of its wording. */
export const evidence = {
  changed: 'Changed since you read it',
  readSo: 'Read so on {date}',
  gone: 'No longer on its page when read on {date}',
  was: 'Changed on its page; on {date} it was “{words}”',
  factChecks: 'Fact checks',
  reviews: plural({ one: '{count} review', other: '{count} reviews' }),
  reviewed: 'Reviewed:',
  ofBest: '{value} of {best}',
  metIn: 'Met in',
  independent: plural({ one: '{count} independent outlet', other: '{count} independent outlets' }),
  oneText: 'One text, printed by several:',
} as const;
