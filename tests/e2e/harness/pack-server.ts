import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A publisher's web server on loopback, as any host of static files is: ETag, ranges, and nothing for strangers' scripts. */
export interface PackServer {
  /** Address of a file. */
  at(name: string): string;
  put(name: string, content: Uint8Array | string): void;
  drop(name: string): void;
  /** `GET name`, with ` from N` where a range was asked and ` 304` where nothing had changed. */
  readonly log: string[];
  /** Milliseconds before each piece of 64 KB of files so called; 0 for none. */
  slow: { name: string; milliseconds: number };
  close(): Promise<void>;
}

export async function servePacks(): Promise<PackServer> {
  const files = new Map<string, Buffer>();
  const log: string[] = [];
  const slow = { name: '', milliseconds: 0 };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = (request.url ?? '/').slice(1);
    const file = files.get(name);
    if (file === undefined) {
      log.push(`GET ${name} 404`);
      response.writeHead(404).end();
      return;
    }
    const etag = `"${createHash('sha256').update(file).digest('hex').slice(0, 20)}"`;
    if (request.headers['if-none-match'] === etag) {
      log.push(`GET ${name} 304`);
      response.writeHead(304, { etag }).end();
      return;
    }
    const range = /^bytes=(\d+)-$/u.exec(request.headers.range ?? '')?.[1];
    const isFresh = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
    const start = range !== undefined && isFresh ? Number(range) : 0;
    log.push(`GET ${name}${start > 0 ? ` from ${start}` : ''}`);
    response.writeHead(start > 0 ? 206 : 200, {
      etag,
      'content-length': file.length - start,
      'accept-ranges': 'bytes',
      ...(start > 0 ? { 'content-range': `bytes ${start}-${file.length - 1}/${file.length}` } : {}),
    });
    for (let at = start; at < file.length && !response.destroyed; at += 65_536) {
      if (slow.milliseconds > 0 && name.includes(slow.name)) await sleep(slow.milliseconds);
      response.write(file.subarray(at, at + 65_536));
    }
    response.end();
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    at: (name) => `http://127.0.0.1:${port}/${name}`,
    put: (name, content) => files.set(name, Buffer.from(content)),
    drop: (name) => files.delete(name),
    log,
    slow,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
