/** What a character at a place in a line does to a quotation, told by its neighbours alone. */
export type MarkRole = 'opens' | 'closes' | 'may-close' | 'none';

/** Families of marks; a mark closes only what its own family opened. */
export type MarkFamily =
  | 'double'
  | 'straight'
  | 'single'
  | 'straight-single'
  | 'guillemet'
  | 'angle'
  | 'low'
  | 'corner'
  | 'white-corner'
  | 'doubled';

export interface QuoteMark {
  readonly at: number;
  readonly family: MarkFamily;
  readonly role: MarkRole;
  /** Characters of the mark; 2 for those of typewriters and TeX (``so''), else 1. */
  readonly width: 1 | 2;
}

type Reading = Omit<QuoteMark, 'width'>;

const letterOrDigit = /[\p{L}\p{N}]/u;
const openingContext = /^[\s([{\u2014\u2013\-/\u201C\u2018"'«„\u00A0…]?$/u;
const closingContext = /[.,!?;:…)\]\u2014\u2013%]/u;
const wordStarts = /[\p{L}\p{N}[(…$£€@#\u2018\u201C'"\u2026.\u2014-]/u;

/** Words that begin or end with an apostrophe: no quotation mark. */
const elisionAfterMark = /^(?:n['’]|em\b|tis\b|twas\b|til\b|till\b|cause\b|round\b|bout\b|cos\b|\d0s\b|\d\d\b)/iu;
const elidedWord = /(?:\b(?:o|an|th|t|ol|wi|d|y|n|mo)|\p{L}in)$/iu;

/** The mark at `at`, or null where the character is an apostrophe, a measure or no mark at all. */
export function readMark(line: string, at: number): QuoteMark | null {
  const doubled = readDoubled(line, at);
  if (doubled !== null) return { ...doubled, width: 2 };
  const mark = readOne(line, at);
  return mark === null ? null : { ...mark, width: 1 };
}

/** ``so'' and ''so''. */
function readDoubled(line: string, at: number): Reading | null {
  const pair = line.slice(at, at + 2);
  if (pair !== '``' && pair !== "''") return null;
  const [before, after] = [line[at - 1] ?? '', line[at + 2] ?? ''];
  // Three in a row close a quotation within a quotation.
  if (before === pair[0] || after === pair[0]) return null;
  const isOpening = openingContext.test(before) && wordStarts.test(after);
  if (pair === '``') return isOpening ? { at, family: 'doubled', role: 'opens' } : null;
  return { at, family: 'doubled', role: isOpening ? 'opens' : 'closes' };
}

function readOne(line: string, at: number): Reading | null {
  const before = line[at - 1] ?? '';
  const after = line[at + 1] ?? '';
  switch (line[at] ?? '') {
    case '\u201C':
      return { at, family: 'double', role: 'opens' };
    case '\u201D':
      return { at, family: 'double', role: 'closes' };
    case '\u201E':
      return { at, family: 'low', role: 'opens' };
    case '«':
      return { at, family: 'guillemet', role: 'opens' };
    case '»':
      return { at, family: 'guillemet', role: 'closes' };
    case '‹':
      return { at, family: 'angle', role: 'opens' };
    case '›':
      return { at, family: 'angle', role: 'closes' };
    case '「':
      return { at, family: 'corner', role: 'opens' };
    case '」':
      return { at, family: 'corner', role: 'closes' };
    case '『':
      return { at, family: 'white-corner', role: 'opens' };
    case '』':
      return { at, family: 'white-corner', role: 'closes' };
    case '"':
      return { at, family: 'straight', role: straightRole(before, after) };
    case '\u2018':
      return openingContext.test(before) && wordStarts.test(after) && !elisionAfterMark.test(line.slice(at + 1, at + 8))
        ? { at, family: 'single', role: 'opens' }
        : null;
    case '\u2019':
    case "'":
      return readSingle(line, at);
    default:
      return null;
  }
}

const straightRole = (before: string, after: string): MarkRole => {
  const opens = openingContext.test(before) && after !== '' && !/\s/u.test(after);
  const closes = before !== '' && !/[\s([{]/u.test(before);
  return opens && !closes ? 'opens' : closes && !opens ? 'closes' : opens ? 'may-close' : 'none';
};

/** A raised comma or a straight single mark: opens (straight only), closes, may close (after a word), or is an apostrophe. */
function readSingle(line: string, at: number): Reading | null {
  const before = line[at - 1] ?? '';
  const after = line[at + 1] ?? '';
  const family = line[at] === "'" ? 'straight-single' : 'single';
  if (openingContext.test(before)) {
    if (elisionAfterMark.test(line.slice(at + 1, at + 8))) return null;
    if (family === 'straight-single' && wordStarts.test(after)) return { at, family, role: 'opens' };
    // Closes after another closing mark or a dash: “… ‘no way’”, ‘and then –’.
    return /[\u2014\u2013\-…"'\u2018\u201C]/u.test(before) && !letterOrDigit.test(after)
      ? { at, family, role: 'closes' }
      : null;
  }
  if (letterOrDigit.test(after)) return null;
  if (closingContext.test(before) || /[\u201D\u2019]/u.test(before)) return { at, family, role: 'closes' };
  const isPossible = /[sxzSXZ]/u.test(before) || elidedWord.test(line.slice(Math.max(0, at - 12), at));
  return { at, family, role: isPossible && /^[\s]?$/u.test(after) ? 'may-close' : 'closes' };
}

/** All marks of a line in order. Linear. */
export function readMarks(line: string): QuoteMark[] {
  const marks: QuoteMark[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const mark = readMark(line, at);
    if (mark === null || mark.role === 'none') continue;
    marks.push(mark);
    at += mark.width - 1;
  }
  return marks;
}
