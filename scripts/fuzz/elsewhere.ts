import { openDrafts, type Shelf } from '../../entrypoints/popover/drafts.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import { whyOff } from '../../lib/model/sites.ts';
import { type PackArchive, readArchive } from '../../lib/pack/archive.ts';
import { createByteReader, inputOfBytes } from '../../lib/pack/byte-reader.ts';
import { gzip } from '../../lib/pack/bytes.ts';
import { readHead } from '../../lib/pack/head.ts';
import { InputError, inputOfAddress } from '../../lib/pack/remote.ts';
import { isSignedBy } from '../../lib/pack/signature.ts';
import { settingsIn } from '../../lib/platform/settings.ts';
import { unpackBackup } from '../../lib/store/backup.ts';
import { readExport } from '../../lib/store/exchange/read-export.ts';
import { toBase64 } from '../../lib/store/exchange/lines.ts';
import type { Random } from '../train/random.ts';
import { mutateText, mutateValue, pick } from './mutate.ts';
import { signedPacks } from './signed-packs.ts';
import { expectResult, expectThat, type FuzzTarget } from './target.ts';

/** Of our own making, but of another version, another moment, or come back in pieces. */

/** As a later version might write them: more fields, other choices. */
const items = {
  settings: {
    ...defaultSettings,
    theme: 'sepia',
    opening: 'glance',
    lookUp: { ...defaultSettings.lookUp, wikinews: 'https://en.wikinews.org' },
    sitesOff: ['example.org/sport', { pattern: '*.example.org', since: 5 }],
    voices: { on: true },
  },
  'sites-3': { sitesOn: ['a.example'], sitesOff: [], memorySitesOff: [], sitesShared: [] },
  'sites-40': { sitesOn: ['b.example'] },
};

const checkSettings = (stored: unknown): void => {
  const settings = settingsIn(typeof stored === 'object' && stored !== null ? { ...stored } : {});
  for (const [key, usual] of Object.entries(defaultSettings)) {
    const found: unknown = settings[key as keyof typeof settings];
    const isLike = Array.isArray(usual) ? Array.isArray(found) : typeof found === typeof usual || usual === null;
    expectThat(isLike, `${key} is ${String(found)}`);
  }
  expectThat(Number.isFinite(settings.showDelay + settings.hideDelay + settings.textSize), 'a time without end');
  whyOff(settings, 'https://example.org/sport/1');
};

const backupOf = async (note: string): Promise<string> => {
  const lines = [
    { format: 'sidelight-store', version: 1, created: '2026-11-23T12:00:00.000Z', packs: [] },
    ...Array.from({ length: 40 }, (_, at) => ({
      table: 'notes',
      row: { id: `n${at}`, subject: 'local:e-1', text: `${note} ${at}`, changedAt: at },
    })),
    { end: 40 },
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return toBase64(await gzip(new TextEncoder().encode(text)));
};
const backups = await Promise.all(['A note', 'Another'].map(backupOf));

/** One that was cut short, or has a part of another in its place. */
function backupLike(random: Random): string {
  const [one, other] = [pick(random, backups), pick(random, backups)];
  const [at, to] = [random.below(one.length), random.below(other.length)];
  const kind = random.next();
  if (kind < 0.3) return one.slice(0, at);
  if (kind < 0.6) return one.slice(0, at) + other.slice(to);
  return kind < 0.8 ? mutateText(one, random) : one;
}

const whole = await Promise.all(signedPacks.map((file) => readArchive(file)));
const archives: readonly PackArchive[] = whole.flatMap((read) => (read.ok ? [read.value] : []));

/** A server on which one version takes another's place between two requests, that breaks off and tells of parts at will. */
function serverOf(random: Random): typeof fetch {
  return async (_, init) => {
    const file = pick(random, signedPacks);
    const asked = /^bytes=(\d+)-$/u.exec(new Headers(init?.headers).get('range') ?? '')?.[1];
    const from = asked === undefined || random.next() < 0.2 ? 0 : Math.max(0, Number(asked) - random.below(3));
    const piece = file.slice(from, random.next() < 0.4 ? from + random.below(file.length) : file.length);
    const breaks = from + piece.length < file.length && random.next() < 0.8;
    let isGiven = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => {
        if (!isGiven && piece.length > 0) controller.enqueue(piece);
        else if (breaks) controller.error(new Error('reset'));
        else controller.close();
        isGiven = true;
      },
    });
    const told = random.next() < 0.8 ? { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` } : null;
    return new Response(body, {
      status: asked === undefined || from === 0 ? 200 : pick(random, [206, 206, 206, 200]),
      // One tag for both versions, as of a server that makes it of the address.
      headers: { ...told, etag: pick(random, ['"a"', 'W/"a"', '"b"']) },
    });
  };
}

/** As an import does that goes on where it was cut off. */
async function fetchInPieces(random: Random): Promise<Uint8Array<ArrayBuffer>> {
  const input = inputOfAddress(serverOf(random), 'https://packs.example/a.slpack');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let tries = 0; tries < 4; tries += 1)
    try {
      for await (const piece of input.read(length, new AbortController().signal)) {
        pieces.push(piece);
        length += piece.length;
      }
      break;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

const isSame = (one: PackArchive, other: PackArchive): boolean =>
  one.hash === other.hash &&
  one.parts.every(({ bytes }, at) => bytes.every((byte, i) => other.parts[at]?.bytes[i] === byte));

export const elsewhereTargets: readonly FuzzTarget[] = [
  { name: 'settings of other versions', share: 8, run: (random) => checkSettings(mutateValue(items, random)) },
  {
    name: 'backups in pieces',
    share: 3,
    run: async (random) =>
      expectResult<{ readonly rows: number }>(await readExport(unpackBackup(backupLike(random))), ({ rows }) => {
        expectThat(rows === 40, `${rows} rows of 40 count as whole`);
      }),
  },
  {
    name: 'packs that change meanwhile',
    share: 3,
    run: async (random) => {
      const file = await fetchInPieces(random);
      const head = await readHead(createByteReader(inputOfBytes(file).read(0, new AbortController().signal)));
      if (!head.ok || head.value.seal === null || !(await isSignedBy(head.value.header, head.value.seal))) return;
      expectResult(await readArchive(file), (pack) => {
        expectThat(
          archives.some((archive) => isSame(pack, archive)),
          'a pack made of two',
        );
      });
    },
  },
  {
    name: 'drafts',
    share: 4,
    run: async (random) => {
      const kept = { found: mutateValue({ 'card-draft:a 1 note': 'Ask', 'card-draft:a 1 pinned': 'pinned' }, random) };
      const shelf: Shelf = {
        read: async () =>
          random.next() < 0.1 ? Promise.reject(new Error('full')) : { ...kept, ...(kept.found as object) },
        write: async () => {
          throw new Error('full');
        },
        drop: async () => undefined,
      };
      const drafts = (await openDrafts(shelf))('a 1');
      expectThat(['string', 'undefined'].includes(typeof drafts.get('note')), 'a draft that is no text');
      drafts.set('note', 'Ask again');
      expectThat(drafts.get('note') === 'Ask again', 'a draft is lost');
      drafts.forgetAll();
      expectThat(drafts.get('note') === undefined, 'a draft stays');
    },
  },
];
