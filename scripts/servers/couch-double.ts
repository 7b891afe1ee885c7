import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * As much of CouchDB's interface as a replicator needs, in memory and faster than any replicator, so that measurements
 * are of the clients. One database, whatever its name; one leaf a document; no accounts.
 */
export interface CouchDouble {
  readonly url: string;
  /** Bytes on the wire in both directions since it was started, heads of requests and answers included. */
  traffic(): number;
  /** Another, empty database. */
  empty(): void;
  close(): Promise<void>;
}

interface Stored {
  readonly seq: number;
  readonly rev: string;
  readonly doc: Readonly<Record<string, unknown>>;
}

type Body = Readonly<Record<string, unknown>>;

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
}

type Answer = readonly [status: number, body: unknown];

/** Serves pages of `files` (path and content) from the same origin, so that they may ask it. */
export async function startCouchDouble(files: ReadonlyMap<string, string>): Promise<CouchDouble> {
  let documents = new Map<string, Stored>();
  let local = new Map<string, object>();
  let known = new Set<string>();
  let log: string[] = [];
  const sockets: Socket[] = [];

  const put = (given: Body, isReplicated: boolean): object => {
    const id = String(given['_id']);
    const before = documents.get(id);
    if (!isReplicated && before !== undefined && before.rev !== given['_rev'])
      return { id, error: 'conflict', reason: 'Document update conflict.' };
    const generation = Number.parseInt(before?.rev ?? '0', 10) + 1;
    const rev = isReplicated ? String(given['_rev']) : `${generation}-${String(log.length).padStart(32, '0')}`;
    log.push(id);
    known.add(`${id} ${rev}`);
    documents.set(id, { seq: log.length, rev, doc: { ...given, _rev: rev } });
    return { ok: true, id, rev };
  };
  const changes = (query: URLSearchParams): object => {
    const limit = Number(query.get('limit') ?? Number.POSITIVE_INFINITY);
    const results: object[] = [];
    let last = Number(query.get('since') ?? 0);
    for (; last < log.length && results.length < limit; last += 1) {
      const id = log[last] ?? '';
      const found = documents.get(id);
      if (found?.seq !== last + 1) continue;
      const doc = query.get('include_docs') === 'true' ? { doc: found.doc } : {};
      results.push({ seq: found.seq, id, changes: [{ rev: found.rev }], ...doc });
    }
    return { results, last_seq: last, pending: 0 };
  };
  const withRevisions = ({ rev, doc }: Stored): object => {
    const [start = '1', hash = ''] = rev.split('-');
    return { ...doc, _revisions: { start: Number(start), ids: [hash] } };
  };
  const answers: Readonly<Record<string, (asked: Asked) => Answer>> = {
    '': () => [200, { db_name: 'double', update_seq: log.length, doc_count: documents.size, instance_start_time: '0' }],
    _changes: ({ query }) => [200, changes(query)],
    _bulk_docs: ({ body }) => {
      const answered = (body['docs'] as readonly Body[]).map((doc) => put(doc, body['new_edits'] === false));
      return [201, body['new_edits'] === false ? [] : answered];
    },
    _bulk_get: ({ body }) => {
      const results = (body['docs'] as readonly { readonly id: string }[]).map(({ id }) => {
        const found = documents.get(id);
        return { id, docs: found === undefined ? [] : [{ ok: withRevisions(found) }] };
      });
      return [200, { results }];
    },
    _revs_diff: ({ body }) => {
      const missing = Object.entries(body)
        .map(([id, revs]) => [id, (revs as readonly string[]).filter((rev) => !known.has(`${id} ${rev}`))] as const)
        .flatMap(([id, missing]) => (missing.length === 0 ? [] : [[id, { missing }] as const]));
      return [200, Object.fromEntries(missing)];
    },
    _all_docs: ({ body }) => {
      const rows = ((body['keys'] ?? []) as readonly string[]).map((key) => {
        const found = documents.get(key);
        return found === undefined ? { key, error: 'not_found' } : { key, id: key, doc: found.doc };
      });
      return [200, { rows }];
    },
  };

  function answerTo(asked: Asked): Answer {
    const [, , ...rest] = asked.path.split('/');
    const name = decodeURIComponent(rest.join('/'));
    if (asked.path === '/') return [200, { couchdb: 'Welcome', version: '3.4.0', uuid: 'double' }];
    const known = answers[name];
    if (known !== undefined) return known(asked);
    if (name.startsWith('_local/')) {
      if (asked.method === 'PUT') local.set(name, { ...asked.body, _rev: '0-1' });
      const found = local.get(name);
      return found === undefined ? [404, { error: 'not_found' }] : [200, { ...found, ok: true, id: name, rev: '0-1' }];
    }
    if (asked.method === 'PUT') {
      const answer = put({ ...asked.body, _id: name }, false);
      return ['error' in answer ? 409 : 201, answer];
    }
    const found = documents.get(name);
    return found === undefined ? [404, { error: 'not_found', reason: 'missing' }] : [200, found.doc];
  }

  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://double');
      const file = files.get(pathname);
      if (file !== undefined) {
        const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
        return void response.writeHead(200, { 'content-type': type }).end(file);
      }
      const body = text === '' ? {} : (JSON.parse(text) as Body);
      const [status, answer] = answerTo({ method: request.method ?? 'GET', path: pathname, query: searchParams, body });
      const written = JSON.stringify(answer);
      response.writeHead(status, { 'content-type': 'application/json' }).end(written);
    });
  });
  server.on('connection', (socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic: () => sockets.reduce((sum, { bytesRead, bytesWritten }) => sum + bytesRead + bytesWritten, 0),
    empty: () => {
      documents = new Map();
      local = new Map();
      log = [];
      known = new Set();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
