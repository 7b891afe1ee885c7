import { expect, test } from 'vitest';
import { takeHomes } from '../../../lib/recognise/rules/homes.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, last: string]>([
  ['where somebody lives', '[Ada Cutler], 52, of [Larch Grove], Taunton, left.', 'Larch Grove=place'],
  ['not whose somebody is', 'The mother of [Larch Grove], 52, left.', 'Larch Grove=person'],
  ['not what somebody is of', '[Ada Cutler], 52, of [Larch Ltd=organisation], left.', 'Larch Ltd=organisation'],
  ['a member’s seat', 'She was senator for [Otoro-Lima] for a decade.', 'Otoro-Lima=place'],
  ['not whom somebody works for', 'She was counsel for [Otoro Lima].', 'Otoro Lima=person'],
  ['a site called after somebody', '[Ben Gur] airport closed. A shell fell near [Ben Gur].', 'Ben Gur=place'],
  ['not him', '[Ben Gur] airport closed. [Ben Gur] led the state.', 'Ben Gur=person'],
  ['what ends as lands do', 'The [Filch Ice Shelf=product] broke.', 'Filch Ice Shelf=place'],
  ['where somebody moved', 'She moved to [Barra] with them.', 'Barra=place'],
  ['where somebody came in a year', 'She came to [Barra] in 1939.', 'Barra=place'],
  ['not whom somebody came to', 'She came to [Barra] in tears.', 'Barra=person'],
  ['not whom the text names in full', '[Ada Barra] won. The prize moved to [Barra].', 'Barra=person'],
  ['a shelf alone', '[Shelf=product] broke.', 'Shelf=product'],
])('a place: %s', (_rule, text, last) => expect(typedNamesAfter(takeHomes, text).at(-1)).toBe(last));
