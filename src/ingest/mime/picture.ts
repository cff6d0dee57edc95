/** The size of a picture in pixels, from its first bytes: enough to tell a scanned page from a logo. */

export interface PictureSize {
  width: number;
  height: number;
}

/** The size of a PNG or JPEG by its start, or null. */
export function pictureSize(head: Uint8Array): PictureSize | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : null;
}

/** Walks a JPEG's segments to its frame header (SOF0 to SOF15, without the three that are something else). */
function jpegSize(bytes: Buffer): PictureSize | null {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** Whether a picture has the shape and size of a scanned page: like A4 or Letter, at 90 dots per inch or more. */
export function looksLikePage({ width, height }: PictureSize): boolean {
  const [short, long] = width < height ? [width, height] : [height, width];
  const ratio = long / short;
  return short >= 740 && ratio > 1.25 && ratio < 1.55;
}
