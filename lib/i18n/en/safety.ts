/** What keeps a reader safe from pages, and what is shipped. */
export const safety = {
  covered: 'Something on this page may lie over the card. Wait a moment and press again, or change it in the library.',
  privateWindow: 'Nothing is kept from a private window.',
  licences: 'Licences',
} as const;
