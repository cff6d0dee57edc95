/** A file packed by gzip (RFC 1952). */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import type { Container, Contents } from './container.ts';
import { createFileWriter } from './file-writer.ts';

export async function unpackGzip(container: Container, contents: Contents): Promise<void> {
  const { size } = await stat(container.file);
  const packed = createReadStream(container.file);
  const content = packed.pipe(createGunzip());
  packed.once('error', (error) => content.destroy(error));
  const fileName = container.fileName?.replace(/\.gz(ip)?$/i, '') ?? null;
  contents.parts.push(await createFileWriter(container).write({ fileName, packedBytes: size, content }));
}
