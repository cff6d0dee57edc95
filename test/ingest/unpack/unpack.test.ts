import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import type { Container, Contents } from '../../../src/ingest/unpack/container.ts';
import { unpack } from '../../../src/ingest/unpack/unpack.ts';
import { hashOf } from '../../support/mail-room.ts';
import { signedOf, zipOf } from '../support/archives.ts';
import { attached, mailOf } from '../support/raw-mail.ts';
import { limitsWith, withFile } from '../support/readers.ts';

const zip = 'application/zip';
const gzip = 'application/gzip';
const signed = 'application/pkcs7-signature';

async function unpackBytes(content: Uint8Array, changes: Partial<Container> = {}): Promise<Contents> {
  return await withFile('container', content, async (file, workDirectory) =>
    unpack({
      file,
      path: '2',
      fileName: null,
      mediaType: zip,
      defects: [],
      depth: 0,
      workDirectory,
      filePrefix: 'unpacked-1',
      limits: defaultReadingLimits,
      ...changes,
    }),
  );
}

const hello = Buffer.from('hello');

describe('a zip file', () => {
  test('gives its files, each with the bytes that were packed, in order', async () => {
    const content = randomBytes(200_000);
    const { parts, refusal } = await unpackBytes(
      zipOf(
        { name: 'faktura.bin', content },
        { name: 'brev/', content: Buffer.alloc(0) },
        { name: 'brev/å.txt', content: hello },
      ),
    );
    expect(refusal).toBeNull();
    expect(parts.map(({ path, fileName, sha256, defects }) => ({ path, fileName, sha256, defects }))).toEqual(
      [
        { path: '2#1', fileName: 'faktura.bin', sha256: hashOf(content), defects: [] },
        { path: '2#2', fileName: 'brev/å.txt', sha256: hashOf(hello), defects: [] },
      ],
    );
  });

  test('may call its files by paths: a name is data, and nothing is written to where it points', async () => {
    await withFile(
      'container',
      zipOf(
        { name: '../../../tmp/evil', content: hello },
        { name: '/etc/passwd', content: hello },
        { name: '..\\evil', content: hello },
      ),
      async (file, workDirectory) => {
        const { parts } = await unpack({
          file,
          path: '2',
          fileName: null,
          mediaType: zip,
          defects: [],
          depth: 0,
          workDirectory,
          filePrefix: 'unpacked-1',
          limits: defaultReadingLimits,
        });
        expect(parts.map(({ fileName }) => fileName)).toEqual([
          '../../../tmp/evil',
          '/etc/passwd',
          '..\\evil',
        ]);
        expect(parts.map((part) => part.file)).toEqual(
          [1, 2, 3].map((number) => `${workDirectory}/unpacked-1-${number}`),
        );
      },
    );
  });

  test('gives what is open in it and says what is locked with a password', async () => {
    const { parts, refusal } = await unpackBytes(
      zipOf({ name: 'faktura.pdf', content: hello, isLocked: true }, { name: 'brev.txt', content: hello }),
    );
    expect(parts.map(({ fileName }) => fileName)).toEqual(['brev.txt']);
    expect(refusal).toEqual({ code: 'archive_locked', message: 'faktura.pdf is locked with a password' });
  });

  test('says which files are packed in a way that is not known', async () => {
    const { refusal } = await unpackBytes(zipOf({ name: 'faktura.pdf', content: hello, method: 14 }));
    expect(refusal).toEqual({
      code: 'archive_method_unknown',
      message: 'faktura.pdf is packed in a way that is not known here',
    });
  });

  test('that is a bomb is stopped by its ratio, long before it is large', async () => {
    const { parts, refusal } = await unpackBytes(
      zipOf({ name: 'brev.txt', content: hello }, { name: 'bomb', content: Buffer.alloc(50 * 1024 * 1024) }),
    );
    expect(parts.map(({ fileName }) => fileName)).toEqual(['brev.txt']);
    expect(refusal?.code).toBe('archive_bomb');
  });

  test('is stopped where it unpacks to more bytes than the mail may still have', async () => {
    const { parts, refusal } = await unpackBytes(
      zipOf({ name: 'a', content: randomBytes(60_000) }, { name: 'b', content: randomBytes(60_000) }),
      { limits: limitsWith({ decodedBytes: 100_000 }) },
    );
    expect(parts.map(({ fileName }) => fileName)).toEqual(['a']);
    expect(refusal?.code).toBe('archive_too_big');
  });

  test.each([
    ['of its own', limitsWith({ archive: { files: 2, ratio: 200 } })],
    ['of the mail', limitsWith({ parts: 2 })],
  ])('is stopped where it holds more files than the limit %s', async (_whose, limits) => {
    const three = ['a', 'b', 'c'].map((name) => ({ name, content: hello }));
    const { parts, refusal } = await unpackBytes(zipOf(...three), { limits });
    expect(parts).toHaveLength(2);
    expect(refusal?.code).toBe('archive_too_many_files');
  });

  test('that is cut off, or was never one, is damaged', async () => {
    const whole = zipOf({ name: 'a', content: randomBytes(1000) });
    for (const content of [whole.subarray(0, 900), Buffer.concat([whole.subarray(0, 4), randomBytes(500)])]) {
      expect((await unpackBytes(content)).refusal?.code).toBe('archive_damaged');
    }
  });

  test('that says a wrong size of a file is not believed', async () => {
    const lying = zipOf({ name: 'a', content: Buffer.alloc(5000, 'x'), size: 10 });
    expect((await unpackBytes(lying)).refusal?.code).toBe('archive_damaged');
  });

  test('whose file does not fit its checksum gives it as one that may be damaged', async () => {
    const { parts } = await unpackBytes(zipOf({ name: 'a', content: hello, checksum: 1 }));
    expect(parts.map(({ defects }) => defects)).toEqual([['checksum_wrong']]);
  });

  test('out of a cut mail passes on that what it holds may be damaged', async () => {
    const { parts } = await unpackBytes(zipOf({ name: 'a', content: hello }), {
      defects: ['base64_damaged'],
    });
    expect(parts.map(({ defects }) => defects)).toEqual([['base64_damaged']]);
  });
});

describe('a gzip file', () => {
  test('gives the one file in it, called as without its ending', async () => {
    const { parts, refusal } = await unpackBytes(gzipSync(hello), {
      mediaType: gzip,
      fileName: 'faktura.xml.gz',
    });
    expect(refusal).toBeNull();
    expect(parts.map(({ path, fileName, sha256 }) => ({ path, fileName, sha256 }))).toEqual([
      { path: '2#1', fileName: 'faktura.xml', sha256: hashOf(hello) },
    ]);
  });

  test('that is a bomb, or cut off, is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    expect((await unpackBytes(bomb, { mediaType: gzip })).refusal?.code).toBe('archive_bomb');
    const cut = gzipSync(randomBytes(1000)).subarray(0, 500);
    expect((await unpackBytes(cut, { mediaType: gzip })).refusal?.code).toBe('archive_damaged');
  });
});

describe('signed data', () => {
  const wrapped = mailOf([
    { type: 'application/xml', headers: attached('a.xml'), content: Buffer.from('<a xmlns="b"/>') },
  ]);

  test.each([
    ['as a whole', false],
    ['in pieces', true],
  ])('gives the parts of the mail that it wraps %s', async (_how, inPieces) => {
    const { parts, refusal } = await unpackBytes(signedOf(wrapped, { inPieces }), { mediaType: signed });
    expect(refusal).toBeNull();
    expect(parts.map(({ path, fileName, mediaType }) => ({ path, fileName, mediaType }))).toEqual([
      { path: '2/1', fileName: 'a.xml', mediaType: 'application/xml' },
    ]);
  });

  test('around a file gives that file, called as without its ending', async () => {
    const { parts } = await unpackBytes(signedOf(Buffer.from('<a xmlns="b"/>')), {
      mediaType: signed,
      fileName: 'IT01.xml.p7m',
    });
    expect(parts.map(({ path, fileName, mediaType }) => ({ path, fileName, mediaType }))).toEqual([
      { path: '2#1', fileName: 'IT01.xml', mediaType: 'application/xml' },
    ]);
  });

  test('that wraps nothing, as a signature alone does, holds nothing', async () => {
    expect(await unpackBytes(signedOf(null), { mediaType: signed })).toEqual({
      parts: [],
      bodies: [],
      reasons: [],
      refusal: null,
    });
  });

  test('that is cut off or too large is refused', async () => {
    const whole = signedOf(wrapped);
    const cut = await unpackBytes(whole.subarray(0, -10), { mediaType: signed });
    expect(cut.refusal?.code).toBe('signed_damaged');
    const large = await unpackBytes(whole, { mediaType: signed, limits: limitsWith({ signedBytes: 100 }) });
    expect(large.refusal?.code).toBe('signed_too_big');
  });
});
