/** What strangers' words in a file must not do to whoever opens it. */

/**
 * Where a spreadsheet may begin a cell: at the start of one, and, where it parts cells by something else than a comma (as
 * a German Excel does), behind that and at each line.
 */
const cellStart = String.raw`(?<=^|[;\t\r\n])`;

/**
 * What a spreadsheet takes for a formula begins so, in full width too, and behind spaces; a page could have written it. What
 * has such a mark already is marked once more, so that one can be taken back.
 */
const formula = String.raw`(?=(?:[^\S\t\r\n]|')*[=+\-@＝＋－＠])`;

const unescapedFormula = new RegExp(cellStart + formula, 'gu');
const escapedFormula = new RegExp(`${cellStart}'${formula}`, 'gu');

/** Words for a cell of a table, which stay words there. */
export const escapeFormulas = (words: string): string => words.replace(unescapedFormula, "'");

/** Takes it back. */
export const unescapeFormulas = (cell: string): string => cell.replace(escapedFormula, '');

/** JSON that says the same and ends no script of a page that it is put into. */
export const withoutTags = (json: string): string => json.replaceAll('<', String.raw`\u003c`);
