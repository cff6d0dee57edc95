/** The last act of a test run: stops the shared PostgreSQL, whoever is still connected, and removes its directory. */
import { rm } from 'node:fs/promises';
import { withFileLock } from '../../src/staging/file-lock.ts';
import { isInitialised, openCluster, stopServer } from '../../src/staging/postgres/cluster.ts';

const directory = process.argv[2];
if (!directory) throw new Error('usage: postgres-guard.ts <directory>');
const cluster = await openCluster(directory);
await withFileLock(cluster.lockFile, 60_000, async () => {
  if (isInitialised(cluster)) await stopServer(cluster);
  await rm(directory, { recursive: true, force: true });
});
