import { characterTables, kinds, learn } from './characters.ts';
import { startBit } from './layout.ts';

/** What the scan of a text needs to know of a UTF-16 unit, for one index; 0 where it was not asked yet. */
export const scanBits = {
  /** Always worth a look: capitals, digits, letters that need a second thought, apostrophes and points. */
  look: 1,
  /** A small letter with which a name begins: worth a look behind a border. */
  start: 2,
  /** No part of a word. */
  border: 4,
  known: 8,
} as const;

export interface Scan {
  readonly scan: Uint8Array;
  readonly smallStarts: number;
}

/** A table that asks for `learnScan` at the first unit of each page of 256. */
export const createScan = (): Uint8Array => new Uint8Array(65_536).fill(scanBits.look);

/** Fills in the 256 units around this one. */
export function learnScan({ scan, smallStarts }: Scan, unit: number): void {
  const first = unit & 0xff00;
  for (let at = first; at < first + 256; at += 1)
    scan[at] =
      scanBits.known | bitsOf(characterTables.kinds[at] || learn(at), characterTables.folds[at] ?? at, smallStarts);
}

function bitsOf(kind: number, folded: number, smallStarts: number): number {
  if (kind === kinds.smallLetter) return (smallStarts & startBit(folded)) === 0 ? 0 : scanBits.start;
  const isBorder = kind === kinds.space || kind === kinds.line || kind === kinds.other || kind === kinds.hyphen;
  return isBorder ? scanBits.border : scanBits.look;
}
