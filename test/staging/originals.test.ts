import { createHash, randomBytes } from 'node:crypto';
import { access, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Ledger } from '../../src/staging/ledger.ts';
import {
  readContent,
  readContents,
  readOriginal,
  spool,
  storeContent,
  storeSpooled,
  withOriginalFile,
} from '../../src/staging/originals.ts';
import { copyOut } from '../../src/staging/postgres/copy-out.ts';
import { createTestLedger, type TestLedger } from '../support/ledger.ts';

let fresh: TestLedger;
let ledger: Ledger;
beforeAll(async () => {
  fresh = await createTestLedger();
  ledger = fresh.ledger;
});
afterAll(async () => await fresh.drop());

const mebibyte = 1024 * 1024;
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
const chunksOf = (sha256: string) =>
  ledger.db.selectFrom('original_chunk').select('ordinal').where('sha256', '=', sha256).execute();

async function* inPieces(content: Uint8Array, bytes: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += bytes) yield content.subarray(from, from + bytes);
}

describe('content', () => {
  test.each([0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte])(
    'of %s bytes comes back byte for byte, under its hash',
    async (bytes) => {
      const content = randomBytes(bytes);
      const sha256 = await storeContent(ledger.db, content);
      expect(sha256).toBe(hashOf(content));
      expect((await readContent(ledger.db, sha256)).equals(content)).toBe(true);
      expect(await chunksOf(sha256)).toHaveLength(Math.ceil(bytes / mebibyte));
    },
  );

  test('the same bytes are kept once, however they come', async () => {
    const content = randomBytes(mebibyte + 17);
    const sha256 = await storeContent(ledger.db, content);
    expect(await storeContent(ledger.db, content)).toBe(sha256);
    const spooled = await spool(inPieces(content, 1000), content.length);
    await storeSpooled(ledger.db, spooled);
    await spooled.remove();
    expect(await chunksOf(sha256)).toHaveLength(2);
  });

  test('a view into a larger buffer is stored as what it shows', async () => {
    const view = randomBytes(100).subarray(10, 20);
    expect((await readContent(ledger.db, await storeContent(ledger.db, view))).equals(view)).toBe(true);
  });

  test('however a mail is cut into pieces on its way, the same comes back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5_000 }),
        fc.integer({ min: 1, max: 6_000 }),
        async (content, piece) => {
          const spooled = await spool(inPieces(content, piece), 5_000);
          expect(spooled).toMatchObject({ sha256: hashOf(content), bytes: content.length });
          await storeSpooled(ledger.db, spooled);
          await spooled.remove();
          expect([...(await readContent(ledger.db, spooled.sha256))]).toEqual([...content]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('cannot be changed or deleted', async () => {
    const sha256 = await storeContent(ledger.db, randomBytes(10));
    const of = { update: ledger.db.updateTable('original_chunk').set({ content: Buffer.from('x') }) };
    await expect(of.update.where('sha256', '=', sha256).execute()).rejects.toThrow('only added to');
    const deletion = ledger.db.deleteFrom('original_chunk').where('sha256', '=', sha256).execute();
    await expect(deletion).rejects.toThrow('only added to');
  });

  test.each([
    ['lost a chunk', 'delete from original_chunk where ordinal = 1 and sha256 = $1'],
    ['holds another byte', "update original_chunk set content = '\\x00' where ordinal = 1 and sha256 = $1"],
  ])('that the disk %s is not given out as whole', async (_, damage) => {
    const sha256 = await storeContent(ledger.db, randomBytes(2 * mebibyte));
    await ledger.transaction(async ({ client }) => {
      await client.query('set local session_replication_role = replica');
      await client.query(damage, [sha256]);
    });
    await expect(readContent(ledger.db, sha256)).rejects.toMatchObject({ code: 'original_damaged' });
  });

  test('that was never stored is not read as empty', async () => {
    await expect(readContent(ledger.db, hashOf(randomBytes(9)))).rejects.toMatchObject({
      code: 'original_damaged',
    });
  });
});

describe('several contents at once', () => {
  test('are each what was stored: empty, small, as large as a chunk, and larger', async () => {
    const contents = [0, 1, 20_000, mebibyte, mebibyte + 1].map((bytes) => randomBytes(bytes));
    const hashes: string[] = [];
    for (const content of contents) hashes.push(await storeContent(ledger.db, content));
    const read = await readContents(
      ledger,
      // One that is named twice is read once.
      [...hashes, ...hashes].map((sha256, at) => ({
        sha256,
        bytes: contents[at % contents.length]?.length ?? 0,
      })),
    );
    expect(hashes.map((hash) => read.get(hash)?.equals(contents[hashes.indexOf(hash)] as Buffer))).toEqual(
      contents.map(() => true),
    );
    expect(await readContents(ledger, [])).toEqual(new Map());
  });

  test('are not given out where one of them reads back as another', async () => {
    const [whole, damaged] = [randomBytes(100), randomBytes(100)];
    const hashes = [await storeContent(ledger.db, whole), await storeContent(ledger.db, damaged)];
    await ledger.transaction(async ({ client }) => {
      await client.query('set local session_replication_role = replica');
      await client.query("update original_chunk set content = '\\x00' where sha256 = $1", [hashes[1]]);
    });
    const read = readContents(
      ledger,
      hashes.map((sha256) => ({ sha256, bytes: 100 })),
    );
    await expect(read).rejects.toMatchObject({ code: 'original_damaged' });
  });

  test('are refused with what PostgreSQL says, and the connection is not used again', async () => {
    const before = ledger.pool.totalCount;
    await expect(copyOut(ledger.pool, 'select 1 / 0', { rows: 1, bytes: 4 })).rejects.toMatchObject({
      code: '22012',
    });
    expect(ledger.pool.totalCount).toBe(before - 1);
    // More comes than was expected.
    const [row] = await copyOut(ledger.pool, "select 'å', null, 1::bigint", { rows: 0, bytes: 0 });
    expect(row?.[0]?.toString()).toBe('å');
    expect(row?.[1]).toBeNull();
    expect(row?.[2]?.readBigInt64BE()).toBe(1n);
  });
});

test('a mail of 50 MB goes in and comes out in chunks of one', async () => {
  const bytes = 50 * mebibyte;
  const piece = randomBytes(64 * 1024);
  async function* mail() {
    for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  }
  const spooled = await spool(mail(), bytes);
  await ledger.transaction(async ({ db }) => storeSpooled(db, spooled));
  await spooled.remove();
  const hash = createHash('sha256');
  const sizes = new Map<number, number>();
  for await (const chunk of readOriginal(ledger.db, spooled.sha256)) {
    sizes.set(chunk.length, (sizes.get(chunk.length) ?? 0) + 1);
    hash.update(chunk);
  }
  expect(sizes).toEqual(new Map([[mebibyte, 50]]));
  expect(hash.digest('hex')).toBe(spooled.sha256);
});

describe('a spool file', () => {
  test('is refused when it grows too large, and nothing of it stays', async () => {
    const content = randomBytes(200_000);
    const tooLarge = spool(inPieces(content, 1_000), 199_999);
    await expect(tooLarge).rejects.toMatchObject({ code: 'original_too_large' });
    expect(await spooledBeginningWith(content.subarray(0, 100))).toEqual([]);
    const whole = await spool(inPieces(content, 1_000), 200_000);
    expect(await spooledBeginningWith(content.subarray(0, 100))).toEqual([whole.path]);
    await whole.remove();
    expect(await spooledBeginningWith(content.subarray(0, 100))).toEqual([]);
  });

  test('is for us alone, and gone after its work, also when that fails', async () => {
    const content = randomBytes(100);
    const sha256 = await storeContent(ledger.db, content);
    let spooled = '';
    const work = withOriginalFile(ledger.db, sha256, async (file) => {
      spooled = file;
      expect((await readFile(file)).equals(content)).toBe(true);
      expect((await stat(file)).mode & 0o077).toBe(0);
      throw new Error('could not read it');
    });
    await expect(work).rejects.toThrow('could not read it');
    await expect(access(spooled)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

/** Others spool into the same folder at the same time: theirs are told apart by their bytes. */
async function spooledBeginningWith(start: Buffer): Promise<string[]> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith('staging-post-'));
  const files = folders.map((name) => path.join(tmpdir(), name, 'original'));
  const beginnings = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))));
  return files.filter((_, index) => beginnings[index]?.subarray(0, start.length).equals(start));
}
