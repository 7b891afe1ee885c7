import { foldWord } from '../text/fold.ts';
import { characterTables, kinds, learn } from './characters.ts';
import { startBit } from './layout.ts';

const { kinds: kindOf, codes } = characterTables;

/** How an alias begins, for the scan to tell which words are worth a look. */
export interface StartOfName {
  readonly code: number;
  /** `startBit` of a name that begins with this word. */
  readonly bit: number;
}

export function startOf(word: string): StartOfName {
  const folded = foldWord(word).replace(/[^\p{L}\p{N}]/gu, '');
  const code = codeOf(folded.charCodeAt(0));
  return { code, bit: startBit(code, codeOf(folded.charCodeAt(1)), codeOf(folded.charCodeAt(2))) };
}

function codeOf(unit: number): number {
  if (Number.isNaN(unit)) return 0;
  if (kindOf[unit] === kinds.unknown) learn(unit);
  return codes[unit] ?? 0;
}
