import type { ClaimKind, ClaimRelation } from '../lib/model/claim.ts';
import type { EntityType } from '../lib/model/entity.ts';
import type { Density } from '../lib/model/settings.ts';

/** A word with its number: `counted(3, 'claim', 'claims')` is "3 claims". */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

interface TypeWords {
  readonly one: string;
  readonly many: string;
}

export const typeWords: Record<EntityType, TypeWords> = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' },
  event: { one: 'Event', many: 'Events' },
  work: { one: 'Work', many: 'Works' },
  product: { one: 'Product', many: 'Products' },
  law: { one: 'Law or treaty', many: 'Laws and treaties' },
  nationality: { one: 'Nationality', many: 'Nationalities' },
  other: { one: 'Other name', many: 'Other names' },
};

export const kindWords: Record<ClaimKind, TypeWords> = {
  quote: { one: 'Quote', many: 'Quotes' },
  reported: { one: 'Reported speech', many: 'Reported speech' },
  statistic: { one: 'Statistic', many: 'Statistics' },
  assertion: { one: 'Assertion', many: 'Assertions' },
};

/** How another statement stands to this one; never who is right. */
export const relationWords: Record<ClaimRelation | 'same-subject', string> = {
  repeats: 'Says the same',
  supports: 'Points the same way',
  differs: 'Gives another number',
  contradicts: 'Says otherwise',
  updates: 'A later version',
  'same-subject': 'On the same subject',
};

export const densityWords: Record<Density, { readonly label: string; readonly meaning: string }> = {
  figures: { label: 'Names', meaning: 'Marks people, organisations, places and events.' },
  notable: { label: 'Notable', meaning: 'Marks names, and the claims that are most worth checking.' },
  everything: { label: 'All', meaning: 'Marks names and every claim.' },
};

/** The interface's text, in English. */
export const words = {
  product: 'Sidelight',
  notInStore: 'Not in your store',
  noSourceNamed: 'no source named',
  inThisArticle: 'In this article',
  whatItSays: 'What the article says of it',
  saidBefore: 'Said before',
  facts: 'Facts',
  metIn: 'Met in',
  sameName: 'Which of these?',
  sameNameWhy: 'Several in your store bear this name; the article does not tell which is meant.',
  numbersDiffer: 'Numbers differ',
  numbersInIt: 'Numbers in it',
  about: 'About',
  saidBy: 'Said by',
  related: 'Related statements',
  nothingRelated: 'Nothing related in your store yet.',
  nothingElse: 'Nothing else in your store yet.',
  loading: 'Looking in your store…',
  failed: 'Your store could not be read.',
  retry: 'Try again',
  back: 'Back',
  close: 'Close',
  pin: 'Keep open',
  showOnPage: 'Show on the page',
  previousMention: 'Previous mention',
  nextMention: 'Next mention',
  copyCitation: 'Copy citation',
  copied: 'Citation copied',
  copyFailed: 'Could not copy. Select the text below and copy it yourself.',
  source: 'Source',
  here: 'here',
  thisArticle: 'this article',
  untitled: 'Untitled',
  today: 'Today',
  filter: 'Find a name or a word',
  clear: 'Clear',
  figures: 'Figures',
  claims: 'Claims',
  inYourStore: 'In your store',
  noMatch: 'Nothing found on this page or in your store.',
  noName: 'No name here has it; among the claims there is a match.',
  noClaim: 'No claim here has it; among the figures there is a match.',
  searching: 'Searching your store…',
  onThisSite: 'On this site',
  marks: 'Marks',
  pauseAll: 'Pause everywhere',
  resume: 'Resume',
  sidePanel: 'Side panel',
  settings: 'Settings',
  reload: 'Reload page',
  worthChecking: 'worth checking',
} as const;

/** "3 claims", "1 claim". */
export const countWords = {
  claims: (n: number): string => counted(n, 'claim', 'claims'),
  statements: (n: number): string => counted(n, 'statement', 'statements'),
  mentions: (n: number): string => counted(n, 'mention', 'mentions'),
  mentionOf: (at: number, n: number): string => `Mention ${at} of ${n}`,
  candidates: (n: number): string => `${n.toLocaleString('en-GB')} in your store bear this name`,
  outlets: (n: number): string => counted(n, 'outlet', 'outlets'),
  sources: (n: number): string => counted(n, 'source', 'sources'),
  facts: (n: number): string => counted(n, 'fact', 'facts'),
  figures: (n: number): string => counted(n, 'name', 'names'),
  paragraph: (n: number): string => `paragraph ${n}`,
  showAll: (n: number): string => `Show all ${n.toLocaleString('en-GB')}`,
  showFewer: 'Show fewer',
} as const;
