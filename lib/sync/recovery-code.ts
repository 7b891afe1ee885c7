import type { Bytes } from './bytes.ts';

/** Crockford's base 32: no letter looks like a digit, and what is misread is taken as what was meant. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 16 bytes and a check, as six groups: `7ZK3D-…`. */
export type RecoveryCode = string;

const digits = 26;
const groupLength = 5;

export function writeRecoveryCode(secret: Bytes): RecoveryCode {
  let bits = '';
  for (const byte of secret) bits += byte.toString(2).padStart(8, '0');
  const text = (bits.padEnd(digits * 5, '0').match(/.{5}/gu) ?? [])
    .map((five) => alphabet[Number.parseInt(five, 2)])
    .join('');
  return `${text}${checkOf(text)}`.match(/.{1,5}/gu)?.join('-') ?? '';
}

/** Four letters that tell a slip of the pen. */
function checkOf(text: string): string {
  let sum = 7;
  for (const letter of text) sum = (sum * 33 + alphabet.indexOf(letter)) % 32 ** 4;
  return Array.from({ length: 4 }, (_, at) => alphabet[Math.floor(sum / 32 ** at) % 32]).join('');
}

/** The secret of a code as somebody typed it; null of whatever is none. */
export function readRecoveryCode(typed: string): Bytes | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
  if (text.length !== digits + 4 || Array.from(text).some((letter) => !alphabet.includes(letter))) return null;
  const body = text.slice(0, digits);
  if (checkOf(body) !== text.slice(digits)) return null;
  const bits = Array.from(body)
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(groupLength, '0'))
    .join('');
  return Uint8Array.from({ length: 16 }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2));
}
