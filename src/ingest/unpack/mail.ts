/** A mail that lies not in a mail but in something else: an archive, or its own signature. */
import { splitMail } from '../mime/split.ts';
import type { Container, Contents } from './container.ts';

export async function unpackMail(container: Container, contents: Contents): Promise<void> {
  const { file, path, depth, defects, workDirectory, filePrefix, limits } = container;
  const place = { pathPrefix: `${path}/`, depth: depth + 1, filePrefix, defects };
  const { parts, bodies, reasons } = await splitMail(file, workDirectory, limits, place);
  contents.parts.push(...parts);
  contents.bodies.push(...bodies);
  contents.reasons.push(...reasons);
}
