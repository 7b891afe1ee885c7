import type { AmountReading } from './amount-reading.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { type NumberReading, readNumber } from './numbers.ts';
import { isCountedNoun } from '../syntax/words-after.ts';

const [inFoot, inStone] = [12, 14];
const [foot, pound] = [0.3048, 0.45359237];
const feet = /^(?:ft|foot|feet)$/u;
const inches = /^(?:in|ins|inch|inches)$/u;
const stones = /^(?:st|stone)$/u;
const pounds = /^(?:lb|lbs|pounds?)$/u;
/** People, and the steps and fences that are measured as they are, are no higher. */
const tallest = 9;

/** "5ft 11in", "5 feet 11 inches", "a 6 foot 4 lock", "6'2"", "12st 4lb": one measure in two units. */
export function readCompound(lexemes: readonly Lexeme[], number: NumberReading): AmountReading | null {
  const { first, end, value } = number;
  if (!Number.isInteger(value) || value < 1 || number.isShare) return null;
  const hyphen = lexemes[end]?.plain === '-' ? 1 : 0;
  const unit = lexemes[end + hyphen];
  if (unit === undefined) return null;
  const isMark = unit.plain === "'" && !unit.spaceBefore && hyphen === 0;
  const isFeet = feet.test(unit.folded);
  if (!isMark && !isFeet && !(stones.test(unit.folded) && number.hasDigits)) return null;
  const next = end + 1 + hyphen + (lexemes[end + 1 + hyphen]?.plain === '-' ? 1 : 0);
  const rest = readNumber(lexemes, next, lexemes.length);
  if (rest === null || rest.value < 0 || rest.value >= (isFeet || isMark ? inFoot : inStone)) return null;
  const last = endOfRest(lexemes, rest, { isMark, isFeet, value });
  if (last === null) return null;
  const base = { first, end: last, scale: 1 };
  return isMark || isFeet
    ? { ...base, value: (value + rest.value / inFoot) * foot, unit: 'metres' }
    : { ...base, value: (value * inStone + rest.value) * pound, unit: 'kg' };
}

interface Whole {
  readonly isMark: boolean;
  readonly isFeet: boolean;
  readonly value: number;
}

/** Past the unit of the second part, or null where that is none. */
function endOfRest(lexemes: readonly Lexeme[], rest: NumberReading, { isMark, isFeet, value }: Whole): number | null {
  const hyphen = lexemes[rest.end]?.plain === '-' ? 1 : 0;
  const unit = lexemes[rest.end + hyphen];
  if (isMark) {
    const isTouching = lexemes[rest.first]?.spaceBefore === false;
    const isClosed = /^["”″]$/u.test(unit?.plain ?? '') && unit?.spaceBefore === false;
    return isTouching && value < tallest ? (isClosed ? rest.end + 1 : rest.end) : null;
  }
  if (!isFeet) return pounds.test(unit?.folded ?? '') ? rest.end + hyphen + 1 : null;
  // "in" is a unit only where it touches its figure.
  if (inches.test(unit?.folded ?? '') && (unit?.folded !== 'in' || !unit.spaceBefore || hyphen === 1))
    return rest.end + hyphen + 1;
  return value < tallest && rest.hasDigits && Number.isInteger(rest.value) && !isCountedNoun(unit) ? rest.end : null;
}
