/** Archives and signatures written byte by byte, honest and dishonest ones. */
import { crc32, deflateRawSync } from 'node:zlib';
import { Set as AsnSet, Constructed, Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';

export interface ZipEntry {
  name: string;
  content: Uint8Array;
  /** Marks the entry as encrypted, without encrypting it: nobody gets that far. */
  isLocked?: boolean;
  /** APPNOTE 4.4.5; default deflate. */
  method?: number;
  /** In place of the right ones. */
  checksum?: number;
  size?: number;
}

/** A zip file (APPNOTE 4.3): local headers with data, central directory, end record. */
export function zipOf(...entries: readonly ZipEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const method = entry.method ?? 8;
    const packed = method === 8 ? deflateRawSync(entry.content, { level: 9 }) : Buffer.from(entry.content);
    const name = Buffer.from(entry.name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800 | (entry.isLocked ? 1 : 0), 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(entry.checksum ?? crc32(entry.content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(entry.size ?? entry.content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name]);
    local.push(header, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, name);
    offset += header.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';
const envelopedData = '1.2.840.113549.1.7.3';

/** CMS signed data (RFC 5652 §5.1) around the content, as far as anybody looks into it: without certificates and signers. */
export function signedOf(content: Uint8Array | null, { inPieces = false } = {}): Buffer {
  const wrapped =
    content === null
      ? []
      : [tagged(0, inPieces ? octetsInPieces(content) : new OctetString({ valueHex: content }))];
  const encapsulated = new Sequence({ value: [new ObjectIdentifier({ value: data }), ...wrapped] });
  return contentInfo(
    signedData,
    new Sequence({ value: [new Integer({ value: 1 }), new AsnSet(), encapsulated, new AsnSet()] }),
  );
}

/** CMS enveloped data: nobody without the key comes further than its name. */
export function encryptedOf(content: Uint8Array): Buffer {
  return contentInfo(
    envelopedData,
    new Sequence({ value: [new Integer({ value: 0 }), new OctetString({ valueHex: content })] }),
  );
}

function contentInfo(type: string, content: Sequence): Buffer {
  return Buffer.from(
    new Sequence({ value: [new ObjectIdentifier({ value: type }), tagged(0, content)] }).toBER(),
  );
}

function tagged(tagNumber: number, value: Sequence | OctetString): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value: [value] });
}

/** As signers write it that do not know the length beforehand. */
function octetsInPieces(content: Uint8Array): OctetString {
  const pieces: OctetString[] = [];
  for (let from = 0; from < content.length; from += 100) {
    pieces.push(new OctetString({ valueHex: content.slice(from, from + 100) }));
  }
  return new OctetString({ isConstructed: true, idBlock: { isConstructed: true }, value: pieces } as never);
}
