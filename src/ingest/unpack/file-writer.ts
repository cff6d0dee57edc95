/** Writes the files that come out of a container, within what the mail may still unpack to. */
import { join } from 'node:path';
import type { Reason } from '../../invoice/invoice.ts';
import { asFilePart, type MailPart, type PartDefect } from '../mime/part.ts';
import { type ByteBudget, openSink, TooManyBytes } from '../mime/sink.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import type { Container } from './container.ts';

/** A limit was crossed; `reason` is what a person is told. */
export class UnpackRefused extends Error {
  readonly reason: Reason;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'UnpackRefused';
    this.reason = { code, message };
  }
}

export interface PackedFile {
  fileName: string | null;
  /** Bytes as packed, against which the unpacked ones are weighed; null where they are the same. */
  packedBytes: number | null;
  content: AsyncIterable<Uint8Array>;
  /** Asked when all bytes are through. */
  defects?: () => PartDefect[];
}

export interface FileWriter {
  /** Writes one file as the next part. @throws UnpackRefused when it crosses a limit. */
  write(packed: PackedFile): Promise<MailPart>;
}

/** Below this, no ratio is too high to be kept: a page of blanks packs very well. */
const harmlessBytes = 1024 * 1024;

export function createFileWriter(container: Container): FileWriter {
  const { path, workDirectory, filePrefix, limits } = container;
  const budget: ByteBudget = { left: limits.decodedBytes };
  let files = 0;
  return {
    async write(packed) {
      files += 1;
      if (files > Math.min(limits.archive.files, limits.parts)) {
        throw new UnpackRefused(
          'archive_too_many_files',
          `it holds more than the ${files - 1} files that are unpacked; the rest was not looked at`,
        );
      }
      const file = join(workDirectory, `${filePrefix}-${files}`);
      const sink = openSink(file, budget);
      try {
        for await (const chunk of packed.content) {
          sink.write(chunk);
          refuseBomb(sink.bytes(), packed.packedBytes, limits);
        }
      } catch (error) {
        throw error instanceof TooManyBytes ? tooBig(limits) : error;
      } finally {
        sink.close();
      }
      const about = { path: `${path}#${files}`, fileName: packed.fileName, file };
      return await asFilePart(about, sink, [...container.defects, ...(packed.defects?.() ?? [])]);
    },
  };
}

function refuseBomb(bytes: number, packedBytes: number | null, { archive }: ReadingLimits): void {
  if (packedBytes === null || bytes <= harmlessBytes || bytes <= packedBytes * archive.ratio) return;
  throw new UnpackRefused(
    'archive_bomb',
    `a file in it unpacks to more than ${archive.ratio} times its packed size, as only a bomb does`,
  );
}

function tooBig({ decodedBytes }: ReadingLimits): UnpackRefused {
  return new UnpackRefused(
    'archive_too_big',
    `it unpacks to more than the ${decodedBytes} bytes that the mail may still have; the rest was not looked at`,
  );
}
