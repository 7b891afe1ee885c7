import { describe, expect, test } from 'vitest';
import type { Fetch } from '../../lib/sync/http.ts';
import { hasFile, listFolder, makeFolder, placeFile } from '../../lib/sync/webdav/dav.ts';

const at = (by: Fetch, url = 'https://cloud.example/remote.php/dav/files/ada/Notes%20%C3%A4') => ({
  fetch: by,
  url,
  user: 'ada',
  password: 'secret',
});

const names = ['one000000000-00000001', 'two000000000-00000012'];
const base = '/remote.php/dav/files/ada/Notes%20%C3%A4/heads';

const multistatus = (hrefs: readonly string[], prefix: string, space: string): string => {
  const tag = (name: string): string => (prefix === '' ? name : `${prefix}:${name}`);
  const declared = prefix === '' ? `xmlns="${space}"` : `xmlns:${prefix}="${space}"`;
  const responses = hrefs.map(
    (href) =>
      `<${tag('response')}><${tag('href')}>${href}</${tag('href')}><${tag('propstat')}><${tag('prop')}><${tag('resourcetype')}/></${tag('prop')}><${tag('status')}>HTTP/1.1 200 OK</${tag('status')}></${tag('propstat')}></${tag('response')}>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n<${tag('multistatus')} ${declared}>${responses.join('\n')}</${tag('multistatus')}>`;
};
const own = [`${base}/`, ...names.map((name) => `${base}/${name}`)];

/** Listings of one folder as servers word them. */
const listings: readonly (readonly [string, string])[] = [
  ['D: and paths, as Apache', multistatus(own, 'D', 'DAV:')],
  ['d: and paths, as Nextcloud', multistatus(own, 'd', 'DAV:')],
  ['another prefix', multistatus(own, 'lp1.x-y', 'DAV:')],
  ['no prefix', multistatus(own, '', 'DAV:')],
  [
    'full addresses',
    multistatus(
      own.map((href) => `https://cloud.example${href}`),
      'D',
      'DAV:',
    ),
  ],
  [
    'addresses of the server behind a proxy',
    multistatus(
      own.map((href) => `http://10.0.0.3:8080/app${href}`),
      'D',
      'DAV:',
    ),
  ],
  [
    'paths that encode nothing',
    multistatus(
      own.map((href) => decodeURIComponent(href)),
      'D',
      'DAV:',
    ),
  ],
  [
    'paths that encode everything',
    multistatus(
      own.map((href) => href.replaceAll('-', '%2D')),
      'D',
      'DAV:',
    ),
  ],
  ['its own folder without a slash', multistatus([base, ...own.slice(1)], 'D', 'DAV:')],
  ['its own folder not at all', multistatus(own.slice(1), 'D', 'DAV:')],
  [
    'double slashes',
    multistatus(
      own.map((href) => href.replace('/heads', '//heads')),
      'D',
      'DAV:',
    ),
  ],
  [
    'space around the paths',
    multistatus(
      own.map((href) => `\n  ${href}\n`),
      'D',
      'DAV:',
    ),
  ],
  [
    'character data',
    multistatus(
      own.map((href) => `<![CDATA[${href}]]>`),
      'D',
      'DAV:',
    ),
  ],
  ['a comment at its end', `${multistatus(own, 'D', 'DAV:')}\n<!-- 3 ms -->\n`],
];

test.each(listings)('a listing with %s', async (_, xml) => {
  const answer = await listFolder(
    at(() => Promise.resolve(new Response(xml, { status: 207 }))),
    '/heads',
  );
  expect(answer.ok && [...answer.value].toSorted()).toEqual(names);
});

test('a listing that breaks off is none', async () => {
  const cut = multistatus(own, 'D', 'DAV:').slice(0, -20);
  const answer = await listFolder(
    at(() => Promise.resolve(new Response(cut, { status: 207 }))),
    '/heads',
  );
  expect(answer).toMatchObject({ ok: false, failure: { code: 'AnswerMalformed' } });
});

/** A server with files in memory that answers a MOVE in a way of its own. */
function serverWith(move: (destination: string, place: (path: string) => void) => number | Response) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const moves: string[] = [];
  const by: Fetch = async (input, init) => {
    const path = new URL(input).pathname;
    if (init?.method === 'PUT') {
      files.set(path, init.body as Uint8Array<ArrayBuffer>);
      return new Response(null, { status: 201 });
    }
    if (init?.method === 'GET') return new Response(files.get(path) ?? null, { status: files.has(path) ? 200 : 404 });
    if (init?.method === 'DELETE') return new Response(null, { status: files.delete(path) ? 204 : 404 });
    const destination = new Headers(init?.headers).get('destination') ?? '';
    moves.push(destination);
    const answer = move(destination, (to) => {
      files.set(to, files.get(path) ?? new Uint8Array());
      files.delete(path);
    });
    return typeof answer === 'number' ? new Response(null, { status: answer }) : answer;
  };
  return { by, files, moves };
}

const file = { temporary: '/temporary/a-1', path: '/heads/a-00000001', bytes: new TextEncoder().encode('hello') };
const home = '/remote.php/dav/files/ada/Notes%20%C3%A4';
const pathOf = (destination: string): string => new URL(destination, 'https://cloud.example').pathname;

describe('a file is placed by a server that', () => {
  test.each([
    ['answers 201', 201],
    ['answers 204', 204],
  ])('%s', async (_, status) => {
    const server = serverWith((destination, place) => {
      place(pathOf(destination));
      return status;
    });
    expect(await placeFile(at(server.by), file)).toEqual({ ok: true, value: 'placed' });
    expect([...server.files.keys()]).toEqual([`${home}/heads/a-00000001`]);
  });

  test.each([502, 400])('answers %i to a name that it does not know itself by, as behind a proxy', async (status) => {
    const server = serverWith((destination, place) => {
      if (!destination.startsWith('/')) return status;
      place(destination);
      return 201;
    });
    expect(await placeFile(at(server.by), file)).toEqual({ ok: true, value: 'placed' });
    expect(server.moves).toEqual([`https://cloud.example${home}/heads/a-00000001`, `${home}/heads/a-00000001`]);
    expect([...server.files.keys()]).toEqual([`${home}/heads/a-00000001`]);
  });

  test.each([
    [412, 'taken'],
    [423, 'Busy'],
    [502, 'Busy'],
    [507, 'ServerFull'],
    [405, 'NotThatServer'],
    [403, 'NotAllowed'],
    [409, 'NotFound'],
  ])('answers %i always: %s', async (status, end) => {
    const placed = await placeFile(at(serverWith(() => status).by), file);
    expect(placed.ok ? placed.value : placed.failure.code).toBe(end);
  });
});

test.each([
  [201, 404, true],
  [405, 404, true],
  [409, 207, true],
  [403, 207, true],
  [409, 404, false],
  [507, 404, false],
])('a folder that is answered with %i, and %i when looked for', async (made, found, isThere) => {
  const by: Fetch = (_, init) =>
    Promise.resolve(new Response(null, { status: init?.method === 'MKCOL' ? made : found }));
  expect((await makeFolder(at(by), '/heads')).ok).toBe(isThere);
});

/** A 207 about one thing as a whole. */
const within = (status: string): string =>
  `<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response><D:href>${base}</D:href><D:status>HTTP/1.1 ${status}</D:status></D:response></D:multistatus>`;

describe('a 207 that says within what became of it', () => {
  const answer =
    (xml: string): Fetch =>
    () =>
      Promise.resolve(new Response(xml, { status: 207 }));

  test('nothing is there', async () => {
    expect(await hasFile(at(answer(within('404 Not Found'))), '/heads/a')).toEqual({ ok: true, value: false });
    expect(await listFolder(at(answer(within('404 Not Found'))), '/heads')).toEqual({ ok: true, value: [] });
  });

  test('a property alone is not there', async () => {
    const xml = multistatus([base], 'D', 'DAV:').replace('200 OK', '404 Not Found');
    expect(await hasFile(at(answer(xml)), '/heads/a')).toEqual({ ok: true, value: true });
  });

  test.each([
    ['423 Locked', 'Busy'],
    ['507 Insufficient Storage', 'ServerFull'],
  ])('a file was not moved: %s', async (status, code) => {
    const server = serverWith(() => new Response(within(status), { status: 207 }));
    expect(await placeFile(at(server.by), file)).toMatchObject({ ok: false, failure: { code } });
  });

  test('a file was moved all the same', async () => {
    const server = serverWith((destination, place) => {
      place(pathOf(destination));
      return new Response(within('201 Created'), { status: 207 });
    });
    expect(await placeFile(at(server.by), file)).toEqual({ ok: true, value: 'placed' });
  });
});

test.each([409, 405, 403])('a name that is taken, from a server that answers %i to that', async (status) => {
  const server = serverWith(() => status);
  server.files.set(`${home}${file.path}`, new TextEncoder().encode('earlier'));
  expect(await placeFile(at(server.by), file)).toEqual({ ok: true, value: 'taken' });
  expect([...server.files.keys()]).toEqual([`${home}${file.path}`]);
});
