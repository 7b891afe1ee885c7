/** The form in which words selected on a page are kept as a claim. */
export const saveClaim = {
  title: 'Save a claim',
  hint: 'What Sidelight read on the page is filled in. Whatever is wrong can be put right here.',
  words: 'Words',
  kind: 'Kind',
  speaker: 'Who says it',
  addSpeaker: 'Add “{name}” to your store',
  other: 'Somebody else in your store',
  noSpeaker: 'Nobody named',
  about: 'What it is about',
  aboutMore: 'Something else that it is about',
  saidOn: 'Said on',
  from: 'From',
  nobody: 'Choose who says it or what it is about, so that it can be found again.',
  gone: 'These words are no longer at hand. Select them on the page once more.',
} as const;
