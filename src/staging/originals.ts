/**
 * Original bytes by content. A mail goes through a spool file, hashed on its way, and from there into the ledger chunk
 * by chunk: 50 MB of mail need one chunk of memory, not 50 MB. The same bytes are kept once.
 */
import { createHash, hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Kysely } from 'kysely';
import pg from 'pg';
import { StagingPostError } from '../errors.ts';
import type { Sha256 } from '../invoice/identity.ts';
import { makeTemporaryFolder } from '../temporary.ts';
import type { Ledger } from './ledger.ts';
import { copyOut, type Expected, type TakeMemory } from './postgres/copy-out.ts';
import type { DB } from './postgres/schema.ts';

export const chunkBytes = 1024 * 1024;

export interface SpooledOriginal {
  path: string;
  sha256: Sha256;
  bytes: number;
  /** Removes the spool file. */
  remove(): Promise<void>;
}

/**
 * Writes the bytes to a spool file outside any transaction.
 * @throws StagingPostError `original_too_large` when there are more than `maxBytes`.
 */
export async function spool(raw: AsyncIterable<Uint8Array>, maxBytes: number): Promise<SpooledOriginal> {
  const folder = await makeTemporaryFolder();
  const remove = async () => await rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'original');
  const running = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        done(
          new StagingPostError('original_too_large', `more than the allowed ${maxBytes} bytes`, {
            hint: 'Raise STAGING_POST_MAX_MAIL_BYTES if mails of this size are expected.',
          }),
        );
        return;
      }
      running.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.from(raw, { objectMode: false }),
      measure,
      createWriteStream(file, { mode: 0o600 }),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  return { path: file, sha256: running.digest('hex'), bytes, remove };
}

/** Stores a spooled original unless the ledger has it; part of the caller's transaction. */
export async function storeSpooled(db: Kysely<DB>, spooled: SpooledOriginal): Promise<void> {
  const chunks = createReadStream(spooled.path, { highWaterMark: chunkBytes });
  try {
    await storeChunks(db, spooled.sha256, spooled.bytes, chunks);
  } finally {
    chunks.destroy();
  }
}

/** Stores small content that is in memory already (a document of an invoice). Returns its hash. */
export async function storeContent(db: Kysely<DB>, content: Uint8Array): Promise<Sha256> {
  const sha256 = hash('sha256', content, 'hex');
  await storeChunks(db, sha256, content.length, chunksOf(content));
  return sha256;
}

async function storeChunks(
  db: Kysely<DB>,
  sha256: Sha256,
  bytes: number,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const inserted = await db
    .insertInto('original')
    .values({ sha256, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .executeTakeFirst();
  if (!inserted) return;
  let ordinal = 0;
  for await (const chunk of chunks) {
    await db
      .insertInto('original_chunk')
      .values({ sha256, ordinal, content: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) })
      .execute();
    ordinal += 1;
  }
}

function* chunksOf(content: Uint8Array): Iterable<Uint8Array> {
  for (let from = 0; from < content.length; from += chunkBytes)
    yield content.subarray(from, from + chunkBytes);
}

/** The bytes, chunk by chunk, checked against their hash at the end. */
export async function* readOriginal(db: Kysely<DB>, sha256: Sha256): AsyncGenerator<Buffer> {
  const running = createHash('sha256');
  for (let ordinal = 0; ; ordinal += 1) {
    const chunk = await db
      .selectFrom('original_chunk')
      .select('content')
      .where('sha256', '=', sha256)
      .where('ordinal', '=', ordinal)
      .executeTakeFirst();
    if (!chunk) break;
    running.update(chunk.content);
    yield chunk.content;
  }
  const found = running.digest('hex');
  if (found !== sha256) {
    throw new StagingPostError('original_damaged', `the original ${sha256} reads back as ${found}`, {
      hint: 'The ledger database lost or changed data: restore it from a backup, then fetch the mailboxes again.',
    });
  }
}

/** The whole original in memory; for documents, not for mails. */
export async function readContent(db: Kysely<DB>, sha256: Sha256): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readOriginal(db, sha256)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Several in few questions: most documents are one chunk. The same one may be named twice. */
export async function readContents(
  { db, pool }: Pick<Ledger, 'db' | 'pool'>,
  originals: readonly { sha256: Sha256; bytes: number }[],
): Promise<Map<Sha256, Buffer>> {
  const bytesOf = new Map(originals.map(({ sha256, bytes }) => [sha256, bytes]));
  const small = [...bytesOf].filter(([, bytes]) => bytes <= chunkBytes);
  const contents =
    small.length === 0
      ? new Map<Sha256, Buffer>()
      : await copyContents(
          pool,
          `ordinal = 0 and sha256 = any(${pg.escapeLiteral(`{${small.map(([sha256]) => sha256).join()}}`)}::text[])`,
          { rows: small.length, bytes: small.reduce((sum, [, bytes]) => sum + bytes, 0) },
        );
  // The large ones; and what does not read back as itself, which says so there.
  for (const sha256 of bytesOf.keys())
    if (!contents.has(sha256)) contents.set(sha256, await readContent(db, sha256));
  return contents;
}

/** The contents of those chunks for which `condition` holds, by what they are, not by the name that they are kept under. */
export async function copyContents(
  pool: pg.Pool,
  condition: string,
  expected: Expected,
  take?: TakeMemory,
): Promise<Map<Sha256, Buffer>> {
  const rows = await copyOut(pool, `select content from original_chunk where ${condition}`, expected, take);
  return new Map(rows.flatMap(([content]) => (content ? [[hash('sha256', content, 'hex'), content]] : [])));
}

/** Hands `work` a file with the original's bytes, and removes the file afterwards. */
export async function withOriginalFile<T>(
  db: Kysely<DB>,
  sha256: Sha256,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const spooled = await spool(readOriginal(db, sha256), Number.POSITIVE_INFINITY);
  try {
    return await work(spooled.path);
  } finally {
    await spooled.remove();
  }
}
