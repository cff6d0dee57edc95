import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly optionalDependencies?: Record<string, string> }>
  >;
}

const lockfile = JSON.parse(
  await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as Lockfile;

describe('package-lock.json', () => {
  // An `npm install` beside an existing node_modules drops the other platforms' packages, and `npm ci` then refuses.
  test('holds the optional packages of every platform', () => {
    const locked = new Set(
      Object.keys(lockfile.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
    );
    const optional = Object.values(lockfile.packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });

  test('names no place to download from', () => {
    expect(Object.values(lockfile.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
