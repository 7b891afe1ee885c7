import { plural } from '../messages.ts';
import { types } from './types.ts';

/** Words of more than one surface, and of the browser's own lists of extensions and shortcuts. */
export const general = {
  product: 'Sidelight',
  /** Above what a browser or a server said of a fault, mostly in English. */
  technical: 'Technical details',
  extension: {
    description: 'Who is named, what is claimed, and what was said before: context for the news page that you read.',
  },
  command: {
    nextFigure: 'Go to the next name and open its card',
    previousFigure: 'Go to the previous name and open its card',
    nextClaim: 'Go to the next claim and open its card',
    previousClaim: 'Go to the previous claim and open its card',
    enterCard: 'Move the keyboard into the open card',
    toggleSite: 'Switch Sidelight on or off on this site',
    openPanel: 'Open the side panel',
  },
  type: types,
  kind: {
    quote: { one: 'Quote', many: 'Quotes' },
    reported: { one: 'Reported speech', many: 'Reported speech' },
    statistic: { one: 'Statistic', many: 'Statistics' },
    assertion: { one: 'Assertion', many: 'Assertions' },
  },
  reach: {
    news: {
      label: 'All news pages',
      meaning: 'Articles are recognised by themselves; every other page is left alone.',
    },
    chosen: {
      label: 'Only chosen sites',
      meaning:
        'Articles on sites that you add, in the settings or by the toolbar button on the site itself, and nowhere else.',
    },
    click: { label: 'On click', meaning: 'A page is read when you press the toolbar button on it.' },
  },
  opening: {
    hover: { label: 'Resting', meaning: 'A card opens when the pointer rests on a mark.' },
    modifier: { label: 'With a key', meaning: 'A card opens when the pointer rests on a mark while a key is held.' },
    click: {
      label: 'On click',
      meaning: 'A card opens when a mark is clicked. Names inside links still lead where they lead.',
    },
  },
  modifier: { alt: 'Alt', control: 'Control', shift: 'Shift' },
  theme: {
    auto: { label: 'Automatic', meaning: 'Cards are as light or dark as the page, everything else as your system.' },
    light: { label: 'Light', meaning: 'Light everywhere.' },
    dark: { label: 'Dark', meaning: 'Dark everywhere.' },
  },
  density: {
    figures: { label: 'Names', meaning: 'Marks people, organisations, places and events.' },
    notable: {
      label: 'Notable',
      meaning: 'Marks names, and the claims that are most worth checking or differ from what you read before.',
    },
    everything: { label: 'All', meaning: 'Marks names and every claim.' },
  },
  count: {
    claims: plural({ one: '{count} claim', other: '{count} claims' }),
    statements: plural({ one: '{count} statement', other: '{count} statements' }),
    mentions: plural({ one: '{count} mention', other: '{count} mentions' }),
    candidates: plural({ one: '{count} in your store bears this name', other: '{count} in your store bear this name' }),
    outlets: plural({ one: '{count} outlet', other: '{count} outlets' }),
    sources: plural({ one: '{count} source', other: '{count} sources' }),
    facts: plural({ one: '{count} fact', other: '{count} facts' }),
    names: plural({ one: '{count} name', other: '{count} names' }),
    seconds: plural({ one: '{count} second', other: '{count} seconds' }),
  },
  mentionOf: 'Mention {at} of {count}',
  paragraph: 'paragraph {number}',
  showAll: 'Show all {count}',
  showFewer: 'Show fewer',
  quoteOpen: '“',
  quoteClose: '”',
  notInStore: 'Not in your store',
  noSourceNamed: 'no source named',
  loading: 'Looking in your store…',
  failed: 'Your store could not be read.',
  retry: 'Try again',
  back: 'Back',
  close: 'Close',
  /** Of work that takes a while. */
  stop: 'Stop',
  clear: 'Clear',
  add: 'Add',
  source: 'Source',
  here: 'here',
  thisArticle: 'this article',
  untitled: 'Untitled',
  today: 'Today',
  figures: 'Names',
  claims: 'Claims',
  marks: 'Marks',
  pauseAll: 'Pause everywhere',
  unsaved:
    'Your change was not kept: the browser has no room left for settings that it syncs, or too many changed within a minute. Take sites off your lists, or try again later.',
  settings: 'Settings',
} as const;
