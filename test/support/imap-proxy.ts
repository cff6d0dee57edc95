/**
 * A TCP proxy in front of a plain IMAP server that edits the conversation: drops, replaces or holds back lines of the
 * server's, refuses commands of the client's, cuts the connection. Literals pass through by their announced size, so an
 * edit never tears a message by accident.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/**
 * What becomes of a line, which takes the literals that it announces along: pass it on, swallow it, cut the connection,
 * rewrite its first line, send the client something in its place, or send only so much of it and then cut.
 */
export type Edit =
  | 'pass'
  | 'drop'
  | 'cut'
  | { rewrite: string }
  | { answer: string }
  | { cutAfterBytes: number };

export interface ImapProxy {
  readonly port: number;
  /** Called with each command line of a client; `{answer}` goes to the client and the server is not asked. */
  onCommand: (line: string) => Edit;
  /** Called with each line of the server, with its literal cut off. */
  onAnswer: (line: string) => Edit;
  /** How many connections were made so far. */
  readonly connections: number;
  close(): Promise<void>;
}

export async function startImapProxy(serverPort: number): Promise<ImapProxy> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(serverPort, '127.0.0.1');
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    const cut = () => {
      client.destroy();
      upstream.destroy();
    };
    client.on('close', cut);
    upstream.on('close', cut);
    client.on(
      'data',
      eachLine((line) => apply(proxy.onCommand(text(line)), line, upstream, client, cut)),
    );
    upstream.on(
      'data',
      eachLine((line) => apply(proxy.onAnswer(text(line)), line, client, client, cut)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  const proxy: ImapProxy = {
    port: address.port,
    onCommand: () => 'pass',
    onAnswer: () => 'pass',
    get connections() {
      return connections;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

function apply(edit: Edit, line: Buffer, forward: Socket, client: Socket, cut: () => void): void {
  if (edit === 'pass') forward.write(line);
  else if (edit === 'cut') cut();
  else if (edit === 'drop') return;
  else if ('rewrite' in edit) {
    forward.write(Buffer.concat([Buffer.from(edit.rewrite, 'latin1'), line.subarray(line.indexOf('\r\n'))]));
  } else if ('answer' in edit) client.write(`${edit.answer}\r\n`);
  else client.write(line.subarray(0, edit.cutAfterBytes), cut);
}

function text(line: Buffer): string {
  return line.subarray(0, line.indexOf('\r\n')).toString('latin1');
}

/** Splits a stream into lines; a line that ends in `{n}` takes n bytes of literal and the rest of its line along. */
function eachLine(handle: (line: Buffer) => void): (data: Buffer) => void {
  let pending = Buffer.alloc(0);
  return (data) => {
    pending = Buffer.concat([pending, data]);
    for (let end = endOfLine(pending); end !== null; end = endOfLine(pending)) {
      const line = pending.subarray(0, end);
      pending = pending.subarray(end);
      handle(line);
    }
  };
}

function endOfLine(buffer: Buffer): number | null {
  let from = 0;
  for (;;) {
    const end = buffer.indexOf('\r\n', from);
    if (end < 0) return null;
    const literal = /\{(\d+)\}$/.exec(buffer.subarray(from, end).toString('latin1'));
    if (!literal) return end + 2;
    from = end + 2 + Number(literal[1]);
    if (buffer.length < from) return null;
  }
}
