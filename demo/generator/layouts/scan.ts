/** A page that somebody laid on a scanner: a picture and not one letter of text. */
import { crc32, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { Random } from '../random.ts';
import { bytesOf } from './paper.ts';

const side = 64;

export async function scannedPage(random: Random): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  document.image(greyPng(random), 0, 0, { width: 595 });
  return await bytesOf(document);
}

/** PNG (ISO/IEC 15948), 8-bit grey. */
function greyPng(random: Random): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.writeUInt8(8, 8);
  const rows = Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), random.bytes(side)]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
