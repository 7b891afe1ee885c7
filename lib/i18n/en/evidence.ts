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
  feedsHint:
    'Reviews that fact-checkers publish as a feed (schema.org DataFeed with ClaimReview, as JSON). A card then shows what they wrote of a claim, offline.',
  importFeed: 'Import a feed from a file',
  importing: plural({ one: 'Importing {title}: {count} review', other: 'Importing {title}: {count} reviews' }),
  imported: plural({ one: '{count} review imported.', other: '{count} reviews imported.' }),
  skipped: plural({
    one: '{count} entry was left out: it is no review, or cannot be read.',
    other: '{count} entries were left out: they are no reviews, or cannot be read.',
  }),
  noFeed: 'Nothing was imported: {title} holds no reviews (schema.org ClaimReview).',
  stop: 'Stop',
  removeFeed: 'Remove',
  metIn: 'Met in',
  independent: plural({ one: '{count} independent outlet', other: '{count} independent outlets' }),
  oneText: 'One text, printed by several:',
} as const;
