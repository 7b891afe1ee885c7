/** Places outside of our own pages: the page's context menu, the address bar, the toolbar button. "%s" is the selection. */
export const anywhere = {
  lookUp: 'Look up “%s” in Sidelight',
  addAs: 'Add “%s” to your store as…',
  saveClaim: 'Save “%s” as a claim…',
  omnibox: 'Find a name in your store: {text}',
  omniboxEmpty: 'Type a name from your store',
  badge: 'Show the number of names on the toolbar button',
} as const;
