import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy through which a browser sends all that it sends, whoever in it asks; only loopback is led any further. */
export interface WireTap {
  /** `http://127.0.0.1:PORT`. */
  readonly address: string;
  /** `METHOD URL` of every request, in order; `CONNECT host:port` where it is encrypted. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

export async function tapWire(): Promise<WireTap> {
  const log: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = URL.parse(incoming.url ?? '');
    log.push(`${incoming.method ?? 'GET'} ${incoming.url ?? ''}`);
    if (url?.hostname !== '127.0.0.1') {
      outgoing.writeHead(502).end();
      return;
    }
    const onward = ask(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }, socket) => {
    log.push(`CONNECT ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
