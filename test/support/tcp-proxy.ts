/** Stands between a client and a PostgreSQL, to lose an answer at the very moment that hurts. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly url: string;
  /** The next time a client sends this text, it reaches the server, but the connection is cut before the answer comes back. */
  loseAnswerTo(text: string): void;
  close(): Promise<void>;
}

export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let losing: string | null = null;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    let lost = false;
    client.on('data', (sent) => {
      if (losing !== null && sent.includes(losing)) {
        losing = null;
        lost = true;
      }
      upstream.write(sent);
    });
    upstream.on('data', (answer) => {
      if (lost) client.destroy();
      else client.write(answer);
    });
    client.on('close', () => upstream.end());
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    loseAnswerTo(text) {
      losing = text;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
