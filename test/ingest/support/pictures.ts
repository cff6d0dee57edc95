/** The beginnings of pictures: as much as is looked at, and `bytes` in all. */

export function pngOf(width: number, height: number, bytes = 64): Buffer {
  const picture = Buffer.alloc(Math.max(bytes, 33));
  Buffer.from('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR', 'latin1').copy(picture);
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

/** SOI, an APP0 segment to be passed over, then the frame header. */
export function jpegOf(width: number, height: number, bytes = 64): Buffer {
  const picture = Buffer.alloc(Math.max(bytes, 40));
  Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF\x00', 'latin1').copy(picture);
  Buffer.from('\xff\xc0\x00\x11\x08', 'latin1').copy(picture, 20);
  picture.writeUInt16BE(height, 25);
  picture.writeUInt16BE(width, 27);
  return picture;
}
