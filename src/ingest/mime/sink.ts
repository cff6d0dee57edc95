/** Where the bytes of a part go: to a file, hashed and counted on their way, with a cap over all parts of a mail. */
import { createHash } from 'node:crypto';
import { closeSync, writeSync } from 'node:fs';
import { openTemporaryFile } from '../../temporary.ts';
import { headBytes } from './media-type.ts';

/** Thrown when a mail decodes to more bytes than may be kept. */
export class TooManyBytes extends Error {}

/** What is left of the bytes that one mail may decode to, all its parts together. */
export interface ByteBudget {
  left: number;
}

export interface Sink {
  /** @throws TooManyBytes when the budget does not hold it. */
  write(chunk: Uint8Array): void;
  close(): void;
  /** The first bytes, by which a part is judged. */
  head(): Uint8Array;
  bytes(): number;
  /** To be asked once, at the end. */
  sha256(): string;
}

export function openSink(file: string, budget: ByteBudget): Sink {
  const descriptor = openTemporaryFile(file);
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let headLength = 0;
  let bytes = 0;
  return {
    write(chunk) {
      if (chunk.length > budget.left) throw new TooManyBytes();
      budget.left -= chunk.length;
      bytes += chunk.length;
      hash.update(chunk);
      writeSync(descriptor, chunk);
      if (headLength < headBytes) {
        head.push(Buffer.from(chunk.subarray(0, headBytes - headLength)));
        headLength = Math.min(headBytes, headLength + chunk.length);
      }
    },
    close: () => closeSync(descriptor),
    head: () => Buffer.concat(head),
    bytes: () => bytes,
    sha256: () => hash.digest('hex'),
  };
}
