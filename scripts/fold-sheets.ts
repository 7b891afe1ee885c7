/** White space of a style sheet that says nothing. */
export const foldSheet = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .replaceAll(';}', '}')
    .trim();

/** The sheets that pages get are text within a script, which no minifier looks into; each begins with a new line. */
export const foldSheets = {
  name: 'fold-sheets',
  enforce: 'pre',
  transform: (code: string, id: string) =>
    /\/lib\/page\/.*sheet\.ts$/.test(id)
      ? { code: code.replace(/`\n([^`]*)`/g, (_, css: string) => `\`${foldSheet(css)}\``), map: null }
      : null,
} as const;
