import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands before a server, passes everything on as it comes, and counts it. */
export interface Relay {
  readonly origin: string;
  /** Bytes on the wire in both directions since it was started, heads of requests and answers included. */
  traffic(): number;
  close(): Promise<void>;
}

export async function startRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let ended = 0;
  const countOf = ({ bytesRead, bytesWritten }: Socket): number => bytesRead + bytesWritten;
  const server = createServer((socket) => {
    sockets.add(socket);
    const beyond = connect(Number(port), hostname);
    const end = (): void => {
      if (sockets.delete(socket)) ended += countOf(socket);
      socket.destroy();
      beyond.destroy();
    };
    for (const one of [socket, beyond]) one.on('error', end).on('close', end);
    socket.pipe(beyond).pipe(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic: () => [...sockets].reduce((sum, socket) => sum + countOf(socket), ended),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
