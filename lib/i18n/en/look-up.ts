import { plural } from '../messages.ts';

/** Look-ups in Wikipedia and Wikidata. */
export const lookUp = {
  do: 'Look up',
  title: 'Look up “{name}”',
  looking: 'Asking Wikipedia and Wikidata…',
  whichWhy: plural({
    one: 'One entry fits the name.',
    other: '{count} entries fit the name.',
  }),
  otherName: 'Under another name',
  kept: 'Kept in your store, with its source. It is there without a network from now on.',
  ask: 'May Sidelight ask {hosts}?',
  askWhy:
    'Only the name is sent, and only when you look something up. The answer is kept on this computer with its source and licence.',
  allow: 'Allow and look up',
  refused: 'Not allowed, so nothing was asked.',
  elsewhere: 'This browser asks for permission on a page of its own.',
  state: {
    nothing: '{host} has nothing under this name.',
    disambiguation: 'This name stands for several things; choose one.',
    tooMany: '{host} asks to wait: try again {when}.',
    unreachable: '{host} cannot be reached. What is in your store stays as it is.',
    refusedByServer: '{host} answered with an error ({status}).',
    odd: '{host} answered something that cannot be read.',
    page: '{host} sent a web page instead of an answer. Perhaps this network wants you to sign in first, or the address in the settings is not that of a wiki.',
    offline: 'You are offline. Look it up when the network is back.',
  },
  setting: {
    title: 'Look-ups',
    automatic: 'Look up names that are not in your store, when you open their card',
    automaticWhy: 'Off: nothing is asked until you press “Look up”.',
    wikipedia: 'Wikipedia, or another MediaWiki',
    wikidata: 'Wikidata, or another Wikibase',
    hint: 'Another language edition: https://de.wikipedia.org',
    notAnAddress: 'This is no web address',
    reset: 'As at first',
  },
} as const;
