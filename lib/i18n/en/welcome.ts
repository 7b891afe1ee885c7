/** The page that opens after installing. */
export const welcome = {
  title: 'Welcome to Sidelight',
  lead: 'While you read the news, Sidelight marks who is named and what is claimed, and shows a card of context when you rest on one. It works offline, and it never says who is right.',
  opening: 'Opening your store for the first time…',
  tryIt: 'Try it here',
  sample: 'Sample of an article',
  cardPlace: 'Card of what you point at',
  steps: {
    name: 'Rest the pointer on an underlined name. A solid line: your store knows it. A dotted one: it does not.',
    claim: 'Now the tick in the margin: it marks a claim, the stronger the more it is worth checking.',
    panel:
      'On a real page, the toolbar button (if it is not in sight, it is under the puzzle piece) lists every name and claim, and the keys Alt+Period and Alt+Comma go through them.',
    done: 'That is all there is to it: open any news article (reload those that are open already), and rest on a name.',
  },
  /** The same for a finger. */
  taps: {
    name: 'Tap an underlined name. A solid line: your store knows it. A dotted one: it does not.',
    claim: 'Now tap the tick in the margin: it marks a claim, the stronger the more it is worth checking.',
    panel: 'On a real page, “Sidelight” in the browser’s menu lists every name and claim.',
    done: 'That is all there is to it: open any news article (reload those that are open already), and tap a name.',
  },
  stepOf: '{at} of {count}',
  next: 'Next',
  skip: 'Skip the tour',
  claimMark: 'Claim: {text}',
  where: 'Where it reads',
  memory: 'Memory',
  access: 'Permission',
  accessMissing:
    'Your browser has not allowed Sidelight to see the pages that you open, so it cannot mark anything. It looks at pages only to find news articles in them, and sends nothing.',
  accessAsk: 'Allow',
  accessGranted: 'Allowed. Pages that were open before have to be reloaded once.',
  start: 'Start reading',
  allSettings: 'All settings',
} as const;
