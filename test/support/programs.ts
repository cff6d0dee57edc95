/** Programs of the machine that only some machines have. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The first of these programs that is on the PATH (or where Debian keeps servers), or null: then say so, except in CI,
 * where it must be there.
 */
export function findProgram(...names: string[]): string | null {
  const directories = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin'];
  for (const name of names) {
    const found = directories.map((directory) => path.join(directory, name)).find((file) => existsSync(file));
    if (found) return found;
  }
  if (process.env.CI === 'true') throw new Error(`CI needs ${names.join(' or ')} on the PATH`);
  return null;
}
