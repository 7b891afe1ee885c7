import type { Lexeme } from '../syntax/lexemes.ts';
import { fractions, scales, signs, small, touching } from './number-words.ts';
import { inMiddle, isHalfOfNoAmount, isShareContext } from './share-context.ts';

/** A number as written, over the half-open token range from `first` to `end`. */
export interface NumberReading {
  readonly value: number;
  readonly first: number;
  readonly end: number;
  /** A part of a whole: "a third", "two-thirds", "half", "one in five"; the value is the share itself. */
  readonly isShare: boolean;
  /** Whether figures, not words, give it. */
  readonly hasDigits: boolean;
  /** What "thousand", "million" and the like have multiplied the figure by; 1 without them. */
  readonly scale: number;
}

const beginners: ReadonlySet<string> = new Set([...small.keys(), ...scales.keys(), ...fractions.keys()]);

/** Whether a folded word may begin a number. */
export const mayBeginNumber = (folded: string): boolean => beginners.has(folded);

/** Whether `readNumber` may find anything at a lexeme; cheaper than to look. */
export const mayOpenNumber = ({ kind, folded, plain }: Lexeme): boolean =>
  kind === 'word' ? beginners.has(folded) || folded === 'a' || folded === 'an' : kind === 'number' || signs.has(plain);

/** The number that starts at token `at`, or null. Never reads beyond `to`. */
export function readNumber(tokens: readonly Lexeme[], at: number, to: number): NumberReading | null {
  const plain = readPlain(tokens, at, to);
  if (plain === null) return readFraction(tokens, at, to, 1);
  // "a dozen or so boats"
  const isSome = tokens[plain.end]?.folded === 'or' && tokens[plain.end + 1]?.folded === 'so' && plain.end + 2 <= to;
  const base = isSome ? { ...plain, end: plain.end + 2 } : plain;
  // "two and a half tonnes"
  const [and, an, part] = [0, 1, 2].map((i) => tokens[base.end + i]?.folded);
  const rest = { half: 0.5, quarter: 0.25 }[part ?? ''];
  if (and === 'and' && an === 'a' && rest !== undefined && base.end + 3 <= to && base.value < 1000 && !base.isShare)
    return scaled(tokens, { ...base, value: base.value + rest, end: base.end + 3 }, to);
  const share = readPart(tokens, base, to);
  return share ?? base;
}

/** "one and a half million": the magnitude behind a number. */
function scaled(tokens: readonly Lexeme[], number: NumberReading, to: number): NumberReading {
  const word = tokens[number.end]?.folded ?? '';
  const scale = touching.has(word) || number.end >= to ? undefined : scales.get(word);
  return scale === undefined || scale < 1000
    ? number
    : { ...number, value: number.value * scale, end: number.end + 1, scale: number.scale * scale };
}

/** "one in five", "two out of three", "four of every five", "two-thirds", "a fifth". */
function readPart(tokens: readonly Lexeme[], base: NumberReading, to: number): NumberReading | null {
  // "a 1-in-10 chance"
  const isJoined =
    tokens[base.end]?.plain === '-' && tokens[base.end + 1]?.folded === 'in' && tokens[base.end + 2]?.plain === '-';
  const end = isJoined ? base.end + 1 : (inMiddle(tokens, base) ?? base.end);
  const word = tokens[end]?.folded;
  const isOutOf = word === 'out' && tokens[end + 1]?.folded === 'of';
  const after = isOutOf || isJoined ? end + 2 : end + 1;
  const isEvery = tokens[after]?.folded === 'every';
  if ((word === 'in' || isOutOf || (word === 'of' && isEvery)) && base.value <= 100) {
    const whole = readPlain(tokens, isEvery ? after + 1 : after, to);
    // "three in 2019" is a year, "5 in 10 minutes" a time; the part must be smaller.
    if (
      whole !== null &&
      whole.value > base.value &&
      whole.value <= (base.value === 1 ? 1e9 : 10_000) &&
      !isYearLike(tokens, whole) &&
      !(tokens[whole.end]?.plain === '-' && isUnitAfter(tokens, whole.end + 1)) &&
      !isUnitAfter(tokens, whole.end)
    )
      return { ...base, value: base.value / whole.value, end: whole.end, isShare: true };
  }
  if (base.value <= 9 && Number.isInteger(base.value))
    return readFraction(tokens, tokens[end]?.plain === '-' ? end + 1 : end, to, base.value, base);
  return null;
}

const isYearLike = (tokens: readonly Lexeme[], { first }: NumberReading): boolean =>
  /^(?:1[5-9]|20)\d\d$/u.test(tokens[first]?.plain ?? '');
const isUnitAfter = (tokens: readonly Lexeme[], at: number): boolean =>
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|january|february|march|april|may|june|july|august|september|october|november|december|per|percent|%|miles?|km)$/u.test(
    tokens[at]?.folded ?? '',
  );

const isLength = (token: Lexeme | undefined): boolean =>
  /^(?:century|decade|year|month|week|day|hour|minute|mile|kilometre|metre|inch)$/u.test(token?.folded ?? '');

function readFraction(
  tokens: readonly Lexeme[],
  at: number,
  to: number,
  count: number,
  base?: NumberReading,
): NumberReading | null {
  const token = tokens[at];
  if (token === undefined || at >= to || token.kind !== 'word') return null;
  const whole = fractions.get(token.folded);
  if (whole === undefined) return null;
  const before = tokens[at - 1]?.folded;
  // "in the second half"
  if (token.folded === 'half' && /^(?:first|second|latter)$/u.test(before ?? '')) return null;
  if (token.folded === 'half' && isHalfOfNoAmount(tokens, at)) return null;
  // "a year and a half": of the year, and no share.
  if (token.folded === 'half' && before === 'a' && tokens[at - 2]?.folded === 'and' && isLength(tokens[at - 3]))
    return null;
  const isPlural = token.folded.endsWith('s') || token.folded === 'halves';
  // "the third man", "its fifth title": an ordinal, not a share.
  const isShare =
    base !== undefined
      ? isPlural || count === 1
      : token.folded === 'half' || ((before === 'a' || before === 'an') && isShareContext(tokens, at));
  if (!isShare || (base !== undefined && count === 1 && !isShareContext(tokens, at))) return null;
  // "half a million", "half an hour": of the number or the unit that follows.
  if (
    token.folded === 'half' &&
    base === undefined &&
    (tokens[at + 1]?.folded === 'a' || tokens[at + 1]?.folded === 'an')
  ) {
    const scale = scales.get(tokens[at + 2]?.folded ?? '');
    if (scale !== undefined)
      return { value: scale / 2, first: at, end: at + 3, isShare: false, hasDigits: false, scale: 1 };
    return { value: 0.5, first: at, end: at + 2, isShare: false, hasDigits: false, scale: 1 };
  }
  return { value: count / whole, first: base?.first ?? at, end: at + 1, isShare: true, hasDigits: false, scale: 1 };
}

/** Digits or number words with their scale; no shares. */
function readPlain(tokens: readonly Lexeme[], at: number, to: number): NumberReading | null {
  const token = tokens[at];
  if (token === undefined || at >= to) return null;
  if (token.kind === 'number') return readDigits(tokens, at, to);
  const sign = signs.get(token.plain);
  if (sign !== undefined) return { value: sign, first: at, end: at + 1, isShare: true, hasDigits: true, scale: 1 };
  return readWords(tokens, at, to);
}

function readDigits(tokens: readonly Lexeme[], at: number, to: number): NumberReading | null {
  const spaced = readSpaced(tokens, at, to);
  let value = spaced?.value ?? parseFigure(tokens[at]?.plain ?? '');
  if (value === null) return null;
  let end = spaced?.end ?? at + 1;
  let total = 1;
  const sign = signs.get(tokens[end]?.plain ?? '');
  if (sign !== undefined) {
    value += sign;
    end += 1;
  }
  for (let hops = 0; hops < 2 && end < to; hops += 1) {
    // "2 million", "2-million", "40 lakh crore"
    const next = tokens[end]?.plain === '-' && scales.has(tokens[end + 1]?.folded ?? '') ? end + 1 : end;
    const word = tokens[next];
    const scale = scales.get(word?.folded ?? '');
    if (word === undefined || scale === undefined || (touching.has(word.folded) && word.spaceBefore)) break;
    value *= scale;
    total *= scale;
    end = next + 1;
  }
  return { value, first: at, end, isShare: false, hasDigits: true, scale: total };
}

/** "14 000 people", "R1 250 000": thousands set apart by spaces, where a word or a currency shows that it is one number. */
function readSpaced(tokens: readonly Lexeme[], at: number, to: number): { value: number; end: number } | null {
  if (!/^[1-9]\d{0,2}$/u.test(tokens[at]?.plain ?? '') || tokens[at - 1]?.kind === 'number') return null;
  let digits = tokens[at]?.plain ?? '';
  let end = at + 1;
  while (
    end < to &&
    /^\d{3}$/u.test(tokens[end]?.plain ?? '') &&
    tokens[end]?.start === (tokens[end - 1]?.end ?? 0) + 1
  ) {
    digits += tokens[end]?.plain ?? '';
    end += 1;
  }
  if (end === at + 1 || tokens[end]?.kind === 'number') return null;
  const isMoney = tokens[at]?.spaceBefore === false && tokens[at - 1] !== undefined;
  const isCounting = tokens[end]?.kind === 'word' && /^\p{Ll}/u.test(tokens[end]?.plain ?? '');
  return isMoney || isCounting ? { value: Number(digits), end } : null;
}

/** "1,234.5", "1 234", "1,2" (a decimal comma: not three digits after it); null for "10.12.2020". */
function parseFigure(figure: string): number | null {
  const plain = figure.replaceAll(/[\u00A0\u202F]/gu, '');
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/u.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^\d+(?:\.\d+)?$/u.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:\.\d{3}){2,}$/u.test(plain)) return Number(plain.replaceAll('.', ''));
  if (/^\d+,\d{1,2}$/u.test(plain)) return Number(plain.replace(',', '.'));
  return null;
}

function readWords(tokens: readonly Lexeme[], at: number, to: number): NumberReading | null {
  let total = 0;
  let current = 0;
  let end = at;
  let seen = false;
  let at1 = at;
  // "a million", "a dozen", "a hundred"
  const article =
    /^(?:a|an)$/u.test(tokens[at]?.folded ?? '') &&
    scales.has(tokens[at + 1]?.folded ?? '') &&
    !touching.has(tokens[at + 1]?.folded ?? '');
  if (article) {
    current = 1;
    at1 = at + 1;
  }
  for (let i = at1; i < to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const word = token.folded;
    const value = small.get(word);
    const scale = touching.has(word) ? undefined : scales.get(word);
    if (value !== undefined) {
      // "twenty one" adds, "five six" are two numbers.
      if (seen && !(current % 100 >= 20 && current % 10 === 0 && value < 10) && current % 100 !== 0) break;
      if (seen && current === 0 && total === 0) break;
      current += value;
    } else if (scale !== undefined && (seen || article)) {
      if (scale === 100 || scale === 12) current = Math.max(1, current) * scale;
      else {
        total += Math.max(1, current) * scale;
        current = 0;
      }
    } else if (
      seen &&
      (word === 'and' || token.plain === '-') &&
      small.has(tokens[i + 1]?.folded ?? '') &&
      (token.plain === '-' || current >= 100 || total > 0)
    )
      continue;
    else break;
    seen = true;
    end = i + 1;
  }
  return seen ? { value: total + current, first: at, end, isShare: false, hasDigits: false, scale: 1 } : null;
}
