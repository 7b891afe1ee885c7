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
  date: 'Date',
  said: 'Words',
  outlet: 'Given by',
  export: 'Save…',
  exportCount: plural({ one: 'Save {count} claim…', other: 'Save {count} claims…' }),
  saveAs: 'File format',
  select: 'Choose claims',
  selectNone: 'Done choosing',
  selectHint: 'Press the claims that you want to save.',
  readAt: 'Read {moment}',
  textHash: 'SHA-256 of its text: {hash}',
  metIn: 'Met in',
  independent: plural({ one: '{count} independent outlet', other: '{count} independent outlets' }),
  oneText: 'One text, printed by several:',
} as const;
