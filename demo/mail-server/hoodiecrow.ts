/** An IMAP server inside this process, for machines without Dovecot. It has one account, so every user gets a server. */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { freePort, untilListening } from './loopback.ts';
import type { MailServer, MailServerOptions } from './mail-server.ts';

interface Hoodiecrow {
  listen(port: number, host: string): void;
  close(done?: () => void): void;
  appendMessage(folder: string, flags: string[], internalDate: Date, raw: string): void;
  createMailbox(folder: string): void;
  /** The net.Server inside. */
  server: { on(event: 'connection', listener: (socket: Socket) => void): void };
}

const createHoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;

export async function startHoodiecrow(options: MailServerOptions): Promise<MailServer> {
  const password = randomBytes(12).toString('hex');
  const accounts = new Map<string, { server: Hoodiecrow; port: number }>();
  const sockets = new Set<Socket>();
  for (const user of options.users) {
    const server = createHoodiecrow({
      plugins: ['IDLE', 'MOVE', 'UIDPLUS', 'UNSELECT', 'LITERALPLUS', 'ID'],
      users: { [user]: { password } },
    });
    const port = await freePort();
    server.server.on('connection', (socket) => {
      sockets.add(socket);
      endIdleWith(socket);
    });
    server.listen(port, '127.0.0.1');
    await untilListening(port, 5_000);
    accounts.set(user, { server, port });
  }
  const accountOf = (user: string) => {
    const account = accounts.get(user);
    if (!account) throw new Error(`the mail server has no user "${user}"`);
    return account;
  };
  return {
    name: 'hoodiecrow-imap (in this process)',
    caFile: null,
    url: (user, folder = 'INBOX') =>
      `imap://${user}@127.0.0.1:${accountOf(user).port}/${encodeURIComponent(folder)}`,
    password: () => password,
    async deliver(user, raw, folder = 'INBOX') {
      // The library holds messages as strings of bytes.
      accountOf(user).server.appendMessage(folder, [], new Date(), Buffer.from(raw).toString('latin1'));
    },
    async createFolder(user, folder) {
      accountOf(user).server.createMailbox(folder);
    },
    async stop() {
      for (const { server } of accounts.values()) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/**
 * The library's IDLE sets a timer of half an hour, which only the client's DONE clears. A client that was killed sends
 * none, and the process would not end before the timer: so the connection says it for the client, before the library
 * takes its ears off the socket.
 */
function endIdleWith(socket: Socket): void {
  socket.prependOnceListener('close', () => socket.emit('data', Buffer.from('DONE\r\n')));
}
