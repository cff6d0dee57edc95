/**
 * Stands in for src/staging/originals.ts: the spool file is memory, since no real disk obeys a seed, and what is read with COPY
 * is read by a SELECT. All else is the real one.
 */
import { sha256 } from '../../../src/invoice/identity.ts';
import type { SpooledOriginal } from '../../../src/staging/originals.ts';
import { readContent, storeContent } from '../../../src/staging/originals.ts';

export * from '../../../src/staging/originals.ts';

const spooled = new Map<string, Uint8Array>();
let spools = 0;

function keep(content: Uint8Array): SpooledOriginal {
  spools += 1;
  const path = `spool-${spools}`;
  spooled.set(path, content);
  return {
    path,
    sha256: sha256(content),
    bytes: content.length,
    remove: async () => void spooled.delete(path),
  };
}

export const spool: typeof import('../../../src/staging/originals.ts').spool = async (raw) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of raw) chunks.push(chunk);
  return keep(Buffer.concat(chunks));
};

export const storeSpooled: typeof import('../../../src/staging/originals.ts').storeSpooled = async (
  db,
  { path },
) => {
  await storeContent(db, contentOf(path));
};

export const withOriginalFile: typeof import('../../../src/staging/originals.ts').withOriginalFile = async (
  db,
  hash,
  work,
) => {
  const file = keep(await readContent(db, hash));
  try {
    return await work(file.path);
  } finally {
    await file.remove();
  }
};

export const readContents: typeof import('../../../src/staging/originals.ts').readContents = async (
  { db },
  originals,
) => {
  const chunks = await db
    .selectFrom('original_chunk')
    .select(['sha256', 'content'])
    .where(
      'sha256',
      'in',
      originals.map(({ sha256 }) => sha256),
    )
    .where('ordinal', '=', 0)
    .execute();
  return new Map(chunks.map((chunk) => [chunk.sha256, chunk.content]));
};

export function contentOf(path: string): Uint8Array {
  const content = spooled.get(path);
  if (!content) throw new Error(`no spool file ${path}`);
  return content;
}
