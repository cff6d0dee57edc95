/** A program that uses the embedded PostgreSQL in a directory until its stdin ends: `node embedded-holder.ts <directory>`. */
import { finished } from 'node:stream/promises';
import { ensureEmbeddedPostgres } from '../../src/staging/postgres/embedded.ts';

const server = await ensureEmbeddedPostgres(process.argv[2] ?? '');
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
await finished(process.stdin);
await server.release();
