import { readExport } from '../../lib/store/exchange/read-export.ts';
import { readFile } from '../../lib/store/exchange/read-file.ts';
import { openForm } from '../../lib/sync/couchdb/documents.ts';
import { listFolder } from '../../lib/sync/webdav/dav.ts';
import { newestOf, parseCursor, parseJournal } from '../../lib/sync/webdav/shapes.ts';
import { parseLock } from '../../lib/sync/lock.ts';
import { readRecoveryCode } from '../../lib/sync/recovery-code.ts';
import { toAddress } from '../../lib/sync/setup.ts';
import { parseState } from '../../lib/sync/wire.ts';
import type { Json } from '../../lib/merge/json.ts';
import { acceptsRow } from '../../lib/sync/accept.ts';
import { gzip } from '../../lib/pack/bytes.ts';
import type { Random } from '../train/random.ts';
import { mutateBytes, mutateText, mutateValue } from './mutate.ts';
import { expectResult, expectText, expectThat, type FuzzTarget } from './target.ts';

/** What comes from files of the reader's own and from the servers that they sync with. */

const entity = { id: 'local:e-1', type: 'person', name: 'Ada', aliases: [{ text: 'A. Moreno' }], description: '' };
const lines = [
  { format: 'sidelight-store', version: 1, created: '2026-11-23T12:00:00.000Z', packs: [{ id: 'p', version: '1' }] },
  { table: 'entities', row: entity },
  { table: 'notes', row: { id: 'n', subject: 'local:e-1', text: 'A note', at: 5 } },
  { table: 'images', row: { id: 'i', blob: { $bytes: 'AAEC', type: 'image/png' } } },
  { end: 3 },
];
const textOfLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value) ?? ''}\n`).join('');

async function exportLike(random: Random): Promise<Blob> {
  const kind = random.next();
  if (kind < 0.4) return new Blob([mutateText(textOfLines(lines), random)]);
  if (kind < 0.8) return new Blob([textOfLines([mutateValue(lines, random)].flat())]);
  const packed = await gzip(new TextEncoder().encode(textOfLines(lines)));
  return new Blob([mutateBytes(packed, random)]);
}

const stamp = `${(1_700_000_000_000).toString(36).padStart(11, '0')}devicedevice`;
const state = {
  _id: 'notes:n',
  sidelight: 1,
  table: 'notes',
  id: 'n',
  seen: { devicedevice: stamp.slice(0, 11) },
  cells: { text: [{ stamp, value: 'A note' }], subject: [{ stamp, value: 'local:e-1' }] },
  gone: [{ stamp, over: { devicedevice: stamp.slice(0, 11) } }],
};
const listing = `<?xml version="1.0"?><d:multistatus xmlns:d="DAV:"><d:response><d:href>/dav/heads/</d:href></d:response>
<d:response><d:href>/dav/heads/abc-00000012</d:href><d:propstat><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response></d:multistatus>`;
const lock = {
  version: 1,
  store: 'abcdefgh',
  passphrase: { kdf: 'argon2id', salt: 'AAAA', memory: 65_536, iterations: 3, wrapped: 'AAAA' },
  recovery: { salt: 'AAAA', wrapped: 'AAAA' },
};
const graph = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Person',
      '@id': 'local:e-1',
      name: 'Ada',
      alternateName: ['A.'],
      jobTitle: 'Minister',
      birthDate: '1971',
    },
    { '@type': 'Claim', '@id': 'local:c-1', text: 'x', author: { '@id': 'local:e-1' } },
  ],
};
const csv =
  'id,type,name,aliases,description,gender,sameAs\nlocal:e-1,person,Ada,A. | B.,"a, b",female,https://a.example\n';

const server = (body: string, status: number) => ({
  url: 'https://dav.example/x',
  user: 'a',
  password: 'b',
  fetch: async () => new Response(body, { status }),
});

export const ownTargets: readonly FuzzTarget[] = [
  { name: 'export files', share: 3, run: async (random) => expectResult(await readExport(await exportLike(random))) },
  {
    name: 'files by name',
    share: 1,
    run: async (random) => {
      const name = random.next() < 0.5 ? 'a.csv' : 'a.jsonld';
      const text = mutateText(random.next() < 0.5 ? csv : JSON.stringify(graph), random);
      expectResult(await readFile(new Blob([text]), name));
    },
  },
  {
    name: 'tables',
    share: 8,
    run: async (random) => expectResult(await readFile(new Blob([mutateText(csv, random)]), 'a.csv')),
  },
  {
    name: 'graphs',
    share: 8,
    run: async (random) => {
      const isValue = random.next() < 0.7;
      const text = isValue
        ? (JSON.stringify(mutateValue(graph, random)) ?? '')
        : mutateText(JSON.stringify(graph), random);
      expectResult(await readFile(new Blob([text]), 'a.jsonld'));
    },
  },
  {
    name: 'synced records',
    share: 14,
    run: (random) => {
      const parsed = parseState(mutateValue(state, random));
      if (parsed !== null) expectText(parsed.table, 'a table');
    },
  },
  {
    name: 'synced documents',
    share: 6,
    run: async (random) => {
      const found = mutateValue(state, random);
      expectResult(
        await openForm.toState(typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {}),
      );
    },
  },
  {
    name: 'synced rows',
    share: 8,
    run: (random) => {
      const row = mutateValue(entity, random);
      if (typeof row === 'object' && row !== null)
        expectThat(typeof acceptsRow('entities', row) === 'boolean', 'no answer');
    },
  },
  { name: 'locks', share: 6, run: (random) => expectResult(parseLock(mutateValue(lock, random))) },
  {
    name: 'WebDAV listings',
    share: 6,
    run: async (random) => {
      const names = await listFolder(server(mutateText(listing, random), random.next() < 0.9 ? 207 : 200), '/heads');
      expectResult<readonly string[]>(names, (found) => {
        for (const name of found) expectText(name, 'a name');
        newestOf(found);
      });
    },
  },
  {
    name: 'journals',
    share: 6,
    run: (random) => {
      const journal = mutateValue({ written: 1, first: 1, pending: null, devices: {} }, random) as Json;
      expectThat(typeof parseJournal(journal).written === 'number', 'a journal without a number');
      expectThat(typeof parseCursor(journal).devices === 'object', 'a cursor without devices');
    },
  },
  {
    name: 'what is typed',
    share: 4,
    run: (random) => {
      readRecoveryCode(mutateText('ABCD-EFGH-JKMN-PQRS-TVWX-YZ01', random));
      toAddress(mutateText('https://cloud.example.org/remote.php/dav/files/me/Sidelight', random));
    },
  },
];
