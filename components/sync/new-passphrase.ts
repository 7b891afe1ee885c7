import { words } from '../../lib/i18n/words.ts';

/** Fewer letters can be tried out, even against Argon2id. */
const shortest = 12;

/** Why a new passphrase cannot be taken; null where it can. */
export function faultOf(first: string, second: string): string | null {
  if (first.trim().length < shortest) return words.sync.passphraseShort;
  return first === second ? null : words.sync.passphraseDiffers;
}
