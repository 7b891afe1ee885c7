import type { Lexeme } from '../syntax/lexemes.ts';
import { readUnit } from './units.ts';
import { isCountedNoun } from '../syntax/words-after.ts';

/** Groups of figures that stand together: "+44 20 7946 0018", "(020) 7946 0958", "978-3-16-148410-0". */
interface Groups {
  readonly groups: readonly string[];
  /** Lexemes of the first group and past the last one. */
  readonly from: number;
  readonly end: number;
  readonly hasPlus: boolean;
  readonly hasBrackets: boolean;
  readonly hasDashes: boolean;
}

const isGroup = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === 'number' && /^\d+$/u.test(lexeme.plain);
const isJoin = (lexeme: Lexeme | undefined): boolean => /^[-()]$/u.test(lexeme?.plain ?? '');
/** A number of a telephone or a book has no more groups. */
const mostGroups = 8;

function groupsAround(lexemes: readonly Lexeme[], at: number): Groups {
  let [from, end] = [at, at + 1];
  let [hasBrackets, hasDashes] = [false, false];
  const groups = [lexemes[at]?.plain ?? ''];
  const joins = (first: number, last: number): boolean => {
    for (let i = first; i < last; i += 1) if (!isJoin(lexemes[i])) return false;
    return true;
  };
  for (let hops = 0; hops < mostGroups; hops += 1) {
    const next = [0, 1, 2].find((gap) => isGroup(lexemes[end + gap]) && joins(end, end + gap));
    if (next === undefined) break;
    groups.push(lexemes[end + next]?.plain ?? '');
    end += next + 1;
  }
  for (let hops = 0; hops < mostGroups; hops += 1) {
    const back = [1, 2, 3].find((gap) => isGroup(lexemes[from - gap]) && joins(from - gap + 1, from));
    if (back === undefined) break;
    from -= back;
    groups.unshift(lexemes[from]?.plain ?? '');
  }
  for (let i = from; i < end; i += 1) {
    if (lexemes[i]?.plain === ')') hasBrackets = true;
    if (lexemes[i]?.plain === '-') hasDashes = true;
  }
  const isPlus = (i: number): boolean => lexemes[i]?.plain === '+' && lexemes[i + 1]?.spaceBefore === false;
  return { groups, from, end, hasPlus: isPlus(from - 1), hasBrackets, hasDashes };
}

const dialling =
  /^(?:call|calls|phone|ring|tel|telephone|dial|dialled|text|fax|sms|hotline|helpline|freephone|whatsapp|line)$/u;
const leastDialled = 7;

/** Whether the figures at a lexeme are (part of) a telephone number, the number of a book, an account and the like. */
export function isDialled(lexemes: readonly Lexeme[], at: number): boolean {
  if (!isGroup(lexemes[at])) return false;
  const found = groupsAround(lexemes, at);
  const { groups, from, end, hasPlus, hasBrackets, hasDashes } = found;
  const digits = groups.reduce((sum, group) => sum + group.length, 0);
  const opensWithZero = /^0\d/u.test(groups[0] ?? '');
  if (hasPlus && digits >= leastDialled) return true;
  if (opensWithZero && (digits >= leastDialled || groups.length === 1)) return true;
  if (groups.length > 1 && hasBrackets && digits >= leastDialled) return true;
  if (groups.length > 2 && hasDashes && digits > 8) return true;
  const isCounting = readUnit(lexemes, end) !== null || isCountedNoun(lexemes[end]);
  if (groups.length === 2 && hasDashes && groups[0]?.length === 3 && groups[1]?.length === 4)
    return !isCounting && (/^0|[1-9]$/u.test(groups[1]) || isCued(lexemes, from));
  return !isCounting && digits >= 3 && isCued(lexemes, from);
}

/** "call", "the helpline on" right before. */
function isCued(lexemes: readonly Lexeme[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 5); at -= 1) {
    const word = lexemes[at]?.folded ?? '';
    if (dialling.test(word)) return true;
    if (!/^(?:\(|\)|:|on|is|at|number|us|them|the|free|toll|or|the|now|-|\p{L}+line)$/u.test(word)) return false;
  }
  return false;
}
