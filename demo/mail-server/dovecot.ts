/**
 * A real Dovecot 2.3 of our own: configuration, mail and sockets in a temporary folder, ports that need no privilege,
 * everything on 127.0.0.1. Works as root (mail then belongs to `nobody`, since Dovecot refuses root) and as anyone else.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort, untilListening } from './loopback.ts';
import type { MailServer, MailServerOptions } from './mail-server.ts';

const run = promisify(execFile);

/** Debian keeps daemons in /usr/sbin, which is not on everyone's PATH. */
const environment = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` };
const nobody = { uid: 65534, gid: 65534 };

export interface DovecotOptions extends MailServerOptions {
  /** Lines for the configuration, e.g. `imap_capability = IMAP4rev1`. */
  configuration?: string;
}

export interface Dovecot extends MailServer {
  readonly logFile: string;
  /** Runs doveadm on this server and returns what it prints. */
  doveadm(...words: string[]): Promise<string>;
  /** The user's Maildir on disk. */
  maildir(user: string): string;
  /** Gives files that were put into a Maildir from outside to the user that mail belongs to. */
  own(path: string): Promise<void>;
  /** Process ids of the server's own imap processes that serve this user now. */
  imapProcesses(user: string): Promise<number[]>;
  /** The plain port, for a proxy to connect to. */
  readonly plainPort: number;
}

export function dovecotVersion(): string | null {
  const answer = spawnSync('dovecot', ['--version'], { env: environment, encoding: 'utf8' });
  return answer.status === 0 ? (answer.stdout.trim().split(' ')[0] ?? null) : null;
}

/** Whether there is a Dovecot whose configuration we write: 2.4 has another language. */
export function isDovecotInstalled(): boolean {
  return dovecotVersion()?.startsWith('2.3.') ?? false;
}

export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const root = await mkdtemp(path.join(tmpdir(), 'dovecot-'));
  // Dovecot's unprivileged processes must pass through; what is secret lies in folders of their own.
  await chmod(root, 0o711);
  const owner = process.getuid?.() === 0 ? nobody : { uid: userInfo().uid, gid: userInfo().gid };
  const password = randomBytes(12).toString('hex');
  const maildir = (user: string) => path.join(root, 'mail', user, 'Maildir');
  for (const user of options.users) await createMaildir(maildir(user), owner);
  await writeFile(
    path.join(root, 'users'),
    options.users.map((user) => `${user}:{PLAIN}${password}\n`).join(''),
  );
  const caFile = await createCertificate(root);
  const [plainPort, tlsPort] = [await freePort(), await freePort()];
  const configFile = path.join(root, 'dovecot.conf');
  const logFile = path.join(root, 'dovecot.log');
  await writeFile(
    configFile,
    configurationOf({
      root,
      logFile,
      owner,
      plainPort,
      tlsPort,
      hasTls: caFile !== null,
      more: options.configuration,
    }),
  );

  const daemon = spawn('dovecot', ['-F', '-c', configFile], { env: environment, stdio: 'ignore' });
  const stop = async () => {
    await stopDaemon(daemon);
    await rm(root, { recursive: true, force: true });
  };
  try {
    await Promise.race([untilListening(plainPort, 10_000), failure(daemon)]);
  } catch (error) {
    const log = await readFile(logFile, 'utf8').catch(() => '');
    await stop();
    throw new Error(`Dovecot did not start: ${log}`, { cause: error });
  }

  const doveadm = async (...words: string[]) => {
    const { stdout } = await run('doveadm', ['-c', configFile, ...words], { env: environment });
    return stdout;
  };
  return {
    name: `Dovecot ${dovecotVersion()}`,
    caFile,
    plainPort,
    logFile,
    maildir,
    own: async (folder) => void (await run('chown', ['-R', `${owner.uid}:${owner.gid}`, folder])),
    doveadm,
    url: (user, folder = 'INBOX') =>
      caFile
        ? `imaps://${user}@127.0.0.1:${tlsPort}/${encodeURIComponent(folder)}`
        : `imap://${user}@127.0.0.1:${plainPort}/${encodeURIComponent(folder)}`,
    password: () => password,
    deliver: async (user, raw, folder = 'INBOX') =>
      await dropInto(folderPath(maildir(user), folder), raw, owner),
    createFolder: async (user, folder) => void (await doveadm('mailbox', 'create', '-u', user, folder)),
    async imapProcesses(user) {
      const lines = (await doveadm('who', '-1', user)).split('\n').slice(1);
      return lines
        .map((line) => line.trim().split(/\s+/))
        .filter(([name, service]) => name === user && service === 'imap')
        .map(([, , pid]) => Number(pid));
    },
    stop,
  };
}

/** Maildir++: a folder other than INBOX is a sub-folder whose name begins with a dot. */
function folderPath(maildir: string, folder: string): string {
  return folder === 'INBOX' ? maildir : path.join(maildir, `.${folder.replaceAll('/', '.')}`);
}

async function createMaildir(maildir: string, owner: { uid: number; gid: number }): Promise<void> {
  for (const part of ['cur', 'new', 'tmp']) await mkdir(path.join(maildir, part), { recursive: true });
  if (process.getuid?.() !== 0) return;
  const folders = [
    path.dirname(maildir),
    maildir,
    ...['cur', 'new', 'tmp'].map((part) => path.join(maildir, part)),
  ];
  for (const folder of folders) await chown(folder, owner.uid, owner.gid);
}

let delivered = 0;

/** As a mail server delivers into a Maildir: written whole in tmp, then renamed into new. */
async function dropInto(folder: string, raw: Uint8Array, owner: { uid: number; gid: number }): Promise<void> {
  delivered += 1;
  const name = `${Date.now()}.M${String(delivered).padStart(8, '0')}P${process.pid}.staging-post`;
  const written = path.join(folder, 'tmp', name);
  await writeFile(written, raw, { mode: 0o600 });
  if (process.getuid?.() === 0) await chown(written, owner.uid, owner.gid);
  await rename(written, path.join(folder, 'new', name));
}

/** A self-signed certificate for 127.0.0.1, or null where there is no openssl (Debian's Dovecot brings it along). */
async function createCertificate(root: string): Promise<string | null> {
  const certificate = path.join(root, 'certificate.pem');
  const made = spawnSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'],
      ...['-keyout', path.join(root, 'key.pem'), '-out', certificate],
    ],
    { env: environment, stdio: 'ignore' },
  );
  return made.status === 0 ? certificate : null;
}

interface Configuration {
  root: string;
  logFile: string;
  owner: { uid: number; gid: number };
  plainPort: number;
  tlsPort: number;
  hasTls: boolean;
  more: string | undefined;
}

function configurationOf({
  root,
  logFile,
  owner,
  plainPort,
  tlsPort,
  hasTls,
  more = '',
}: Configuration): string {
  // Without root, Dovecot can neither change user nor root folder: everything runs as who started it.
  const unprivileged =
    process.getuid?.() === 0
      ? ''
      : `default_internal_user = ${userInfo().username}
default_internal_group = ${spawnSync('id', ['-gn'], { encoding: 'utf8' }).stdout.trim()}
default_login_user = ${userInfo().username}
`;
  const tls = hasTls
    ? `ssl = yes
ssl_cert = <${root}/certificate.pem
ssl_key = <${root}/key.pem`
    : 'ssl = no';
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${root}/run
state_dir = ${root}/state
instance_name = ${path.basename(root)}
log_path = ${logFile}
${unprivileged}${tls}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = ${root}/users
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${root}/mail/%n
}
namespace inbox {
  inbox = yes
  separator = /
}
service anvil {
  chroot =
  # No penalty for a wrong password: the next login must not wait.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plainPort}
  }
  inet_listener imaps {
    port = ${hasTls ? tlsPort : 0}
    ssl = yes
  }
}
${more}
`;
}

async function failure(daemon: ChildProcess): Promise<never> {
  const [code] = await once(daemon, 'exit');
  throw new Error(`dovecot exited with ${code}`);
}

async function stopDaemon(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return;
  const gone = once(daemon, 'exit');
  daemon.kill('SIGTERM');
  // A stopped (SIGSTOP) child of Dovecot must not keep us waiting.
  const impatience = setTimeout(() => daemon.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(impatience);
}
