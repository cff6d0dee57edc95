import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createUudecoder, isUuencode } from '../../../src/ingest/mime/uuencode.ts';

async function decode(text: string, pieceLength = 1000): Promise<Buffer> {
  const decoder = createUudecoder();
  for (let at = 0; at < text.length; at += pieceLength) decoder.write(text.slice(at, at + pieceLength));
  decoder.end();
  return await buffer(decoder);
}

/** As the POSIX utility writes it. */
function encode(bytes: Uint8Array, end = '\r\n'): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; from += 45) {
    const line = Buffer.from(bytes.subarray(from, from + 45));
    const padded = Buffer.concat([line, Buffer.alloc((3 - (line.length % 3)) % 3)]);
    let text = String.fromCharCode(32 + line.length);
    for (let at = 0; at < padded.length; at += 3) {
      const bits = padded.readUIntBE(at, 3);
      for (const shift of [18, 12, 6, 0]) text += String.fromCharCode(((bits >> shift) & 63 || 64) + 32);
    }
    lines.push(text);
  }
  return ['begin 644 faktura.pdf', ...lines, '`', 'end', ''].join(end);
}

test('a file comes out as it went in, however it is cut on its way and whatever stands around it', async () => {
  expect(await decode('Hej\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nHej')).toEqual(Buffer.from('Cat'));
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('\n', '\r\n'),
      async (bytes, piece, end) => {
        expect([...(await decode(encode(bytes, end), piece))]).toEqual([...bytes]);
      },
    ),
  );
});

test('what is no uuencode gives something or nothing, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string({ unit: 'binary' }), async (text, more) => {
      await decode(`${text}\nbegin 644 a\n${more}`);
    }),
  );
});

test('it goes under four names', () => {
  expect(['x-uuencode', 'uuencode', 'x-uue', 'uue'].every(isUuencode)).toBe(true);
  expect([false as const, 'base64', 'yenc'].some(isUuencode)).toBe(false);
});
