import { languageTag, words } from '../../lib/i18n/words.ts';
import type { InstalledPack, PackChanges } from '../../lib/model/pack.ts';
import { sizeWords } from '../sizes.ts';
import { lineOf } from '../words.ts';

const dayFormat = new Intl.DateTimeFormat(languageTag, { day: 'numeric', month: 'long', year: 'numeric' });
const momentFormat = new Intl.DateTimeFormat(languageTag, {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
});

/** Of a moment in epoch milliseconds, where the reader is. */
export const momentWords = (moment: number): string => momentFormat.format(moment);

/** "12 new · 3 changed · 1 gone", each whole at a line's end, or that nothing is. */
export function changesLine(changes: PackChanges): string {
  const { counted } = words.packs;
  const said = (['added', 'changed', 'removed'] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => counted[kind]({ count: changes[kind] }));
  return said.length === 0 ? words.packs.nothingChanged : lineOf(said.map((part) => part.replaceAll(' ', '\u00a0')));
}

/** Version, publisher, names, size and since when, each a part of one line. */
export const packParts = (pack: InstalledPack): readonly string[] => [
  words.packs.version({ version: pack.version }),
  pack.publisher,
  words.count.names({ count: pack.entities }),
  sizeWords(pack.bytes),
  pack.isBuiltIn ? words.packs.shipped : words.packs.since({ date: dayFormat.format(pack.installedAt) }),
];

/** What is lost of a pack, and what helps, a line each. */
export const lostWords = ({ lost, isBuiltIn }: InstalledPack): readonly string[] => {
  const packs = words.packs;
  return lost.map((part) => `${packs.lost[part]} ${isBuiltIn ? packs.putBack : packs.addAgain}`);
};
