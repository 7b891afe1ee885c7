import { parseSiteFile, type Rules, writeSiteFile } from '../../components/options/site-file.ts';
import { mayMove, readImageHead } from '../../lib/model/picture.ts';
import { stateOf } from '../../lib/store/sync/state-text.ts';
import { drawPortrait } from '../stand-in/portrait.ts';
import type { Random } from '../train/random.ts';
import { mutateBytes, mutateText, mutateValue, pick } from './mutate.ts';
import { expectResult, expectThat, type FuzzTarget } from './target.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : [...part])),
  );

/** As they begin, of each kind that is shown. */
const pictures = [
  Uint8Array.from(drawPortrait()),
  bytesOf('GIF89a', [40, 0, 30, 0, 0, 0, 0]),
  bytesOf('RIFF', [40, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 2, 0, 0, 0, 39, 0, 0, 29, 0, 0]),
  bytesOf('RIFF', [40, 0, 0, 0], 'WEBPVP8L', [10, 0, 0, 0, 0x2f, 39, 64, 7, 0, 0]),
  bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xff, 0xd9]),
];

function checkPicture(random: Random): void {
  const bytes = mutateBytes(pick(random, pictures), random);
  const head = readImageHead(bytes);
  expectThat(typeof mayMove(bytes) === 'boolean', 'whether it moves is not told');
  if (head === null) return;
  expectThat(head.width > 0 && head.height > 0 && head.width * head.height <= 4_000_000, 'a picture without measure');
}

const rules: Rules = { reach: 'chosen', sitesOn: ['example.org/sport', '*.k7.example'], sitesOff: ['b.example'] };

/** What is taken is written as it is read. */
function checkSites(random: Random): void {
  expectResult(parseSiteFile(mutateText(writeSiteFile(rules), random), rules), (taken) =>
    expectResult(parseSiteFile(writeSiteFile(taken), rules), (again) =>
      expectThat(JSON.stringify(again) === JSON.stringify(taken), 'rules are others once they are written'),
    ),
  );
}

const state = {
  table: 'entities',
  id: 'local:e-1',
  seen: { abcdefabcdef: '0000000001000' },
  cells: { name: [{ stamp: '0000000001000abcdefabcdef', value: 'Ada' }] },
  gone: [],
};

function checkState(random: Random): void {
  const text = JSON.stringify(mutateValue(state, random)) as string | undefined;
  const read = stateOf(mutateText(text ?? '', random));
  if (read !== null) expectThat(Array.isArray(read.gone) && typeof read.seen === 'object', 'a state without its parts');
}

export const smallFileTargets: readonly FuzzTarget[] = [
  { name: 'heads of pictures', share: 4, run: checkPicture },
  { name: 'lists of sites', share: 4, run: checkSites },
  { name: 'states on the disk', share: 4, run: checkState },
];
