/** Characters, each of four bytes at most where a file system counts them. */
const longest = 60;

/** What a text is called as a file: its words in their own letters, with a hyphen for what a file system may refuse. */
export const fileStem = (text: string): string => {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return Array.from(words.join('-')).slice(0, longest).join('').replace(/-$/, '');
};
