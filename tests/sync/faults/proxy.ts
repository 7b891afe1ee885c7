import { Agent, createServer, type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from './chance.ts';

/** What can become of a request. */
export const faults = [
  /** Never reaches the server. */
  'lost',
  /** Reaches it, and the answer is lost. */
  'unanswered',
  /** Reaches it only after whoever sent it has given up. */
  'late',
  /** Reaches it with half of its body. */
  'half-sent',
  /** The answer breaks off. */
  'cut',
  /** The answer breaks off and says that it is whole. */
  'shortened',
  'delayed',
  'twice',
  /** Waits until another request has overtaken it. */
  'overtaken',
  '503',
  '429',
  '401',
  '413',
] as const;
export type Fault = (typeof faults)[number];

export interface FaultProxy {
  readonly url: string;
  /** Share of requests that something happens to. */
  rate: number;
  /** Whether nothing passes at all. */
  isDown: boolean;
  /** With what everything is answered in the server's place; null where it answers itself. */
  status: number | null;
  /** How often what happened. */
  readonly happened: ReadonlyMap<Fault, number>;
  /** Requests in all, and the bytes of their bodies and of the answers'. */
  readonly seen: { requests: number; bytes: number };
  /** Waits until nothing is on its way any more. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

interface Passing {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const toMilliseconds = (chance: () => number): number => 2 + chance() * 15;

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Stands before a server and harms what passes, by chance. */
export async function startFaultProxy(target: string, chance: () => number): Promise<FaultProxy> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const { hostname, port, host, origin } = new URL(target);
  const happened = new Map<Fault, number>();
  const seen = { requests: 0, bytes: 0 };
  const overtaking = new Set<() => void>();
  const underWay = new Set<Promise<unknown>>();

  const pass = ({ method, path, headers, body }: Passing, share = 1): Promise<Passed> =>
    new Promise((resolve, reject) => {
      const to = { hostname, port, method, path, headers: { ...headers, host }, agent };
      const outgoing = ask(to, (answer) => {
        readAll(answer).then(
          (all) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: all }),
          reject,
        );
      });
      outgoing.on('error', reject);
      if (share === 1) outgoing.end(body);
      else {
        outgoing.setHeader('content-length', body.length);
        outgoing.write(body.subarray(0, Math.floor(body.length * share)), () =>
          setTimeout(() => outgoing.destroy(), 2),
        );
      }
      for (const overtake of overtaking) overtake();
      overtaking.clear();
    });

  const overtaken = (): Promise<unknown> =>
    Promise.race([new Promise<void>((resolve) => overtaking.add(resolve)), sleep(30)]);

  async function answer(passing: Passing, response: ServerResponse): Promise<void> {
    const reply = ({ status, headers, body }: Passed, share = 1): void => {
      const { connection: _, 'transfer-encoding': __, ...rest } = headers;
      response.writeHead(status, {
        ...rest,
        'content-length': share < 0 ? Math.floor(body.length * -share) : body.length,
      });
      seen.bytes += body.length;
      if (share === 1) response.end(body);
      else if (share < 0) response.end(body.subarray(0, Math.floor(body.length * -share)));
      else response.write(body.subarray(0, Math.floor(body.length * share)), () => response.destroy());
    };
    if (proxy.isDown) return void response.destroy();
    if (proxy.status !== null) return void response.writeHead(proxy.status).end('disk I/O error');
    const fault = chance() < proxy.rate ? oneOf(chance, faults) : null;
    if (fault !== null) happened.set(fault, (happened.get(fault) ?? 0) + 1);
    switch (fault) {
      case null:
        return reply(await pass(passing));
      case 'lost':
        return void response.destroy();
      case 'unanswered':
        await pass(passing);
        return void response.destroy();
      case 'late':
        response.destroy();
        await sleep(toMilliseconds(chance) * 3);
        await pass(passing);
        return;
      case 'half-sent':
        await pass(passing, passing.body.length === 0 ? 1 : chance()).catch(() => null);
        return void response.destroy();
      case 'cut':
        return reply(await pass(passing), chance() * 0.9);
      case 'shortened':
        return reply(await pass(passing), -chance() * 0.9);
      case 'delayed':
        await sleep(toMilliseconds(chance));
        return reply(await pass(passing));
      case 'twice':
        await pass(passing);
        return reply(await pass(passing));
      case 'overtaken':
        await overtaken();
        return reply(await pass(passing));
      case '503':
      case '429':
      case '401':
      case '413':
        response.writeHead(Number(fault), fault === '429' ? { 'retry-after': '1' } : {});
        return void response.end('not now');
    }
  }

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const { connection: _, ...given } = incoming.headers as Record<string, string>;
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        name === 'destination' ? value.replace(proxy.url, origin) : value,
      ]),
    );
    seen.requests += 1;
    seen.bytes += body.length;
    await answer({ method: incoming.method ?? 'GET', path: incoming.url ?? '/', headers, body }, response);
  }

  const server = createServer((incoming, response) => {
    const work = handle(incoming, response).catch(() => void response.destroy());
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    rate: 0,
    isDown: false,
    status: null,
    happened,
    seen,
    quiet: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return proxy;
}
