/** Whether reading document after document keeps anything: the live heap after a full collection, and the resident memory. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDocument } from '../../src/ingest/formats/read-document.ts';
import { mediaTypes } from '../../src/ingest/mime/media-type.ts';
import { defaultReadingLimits } from '../../src/ingest/reading-limits.ts';
import { generate } from '../generator/generate.ts';
import { inTemporaryFolder } from './reading.ts';

export interface MemorySample {
  documents: number;
  /** Mebibytes that are still in use after a full collection. */
  heap: number;
  /** Mebibytes that the process holds. */
  resident: number;
}

const samples = 10;
/** Different documents; they are read again and again. */
const variety = 110;

export async function measureMemory(count: number, seed: number): Promise<MemorySample[]> {
  return await inTemporaryFolder(async (folder) => {
    const files: string[] = [];
    for await (const { pdf, name } of generate({ count: variety, seed, isHeldOut: false, papers: 0 })) {
      files.push(join(folder, `${name}.pdf`));
      await writeFile(join(folder, `${name}.pdf`), pdf);
    }
    const taken: MemorySample[] = [];
    for (let index = 1; index <= count; index++) {
      const file = files[index % files.length];
      if (file) await readDocument(file, mediaTypes.pdf, false, { limits: defaultReadingLimits });
      if (index % Math.max(1, Math.floor(count / samples)) === 0) taken.push(sampleAfter(index));
    }
    return taken;
  });
}

function sampleAfter(documents: number): MemorySample {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { documents, heap: mebibytes(heapUsed), resident: mebibytes(rss) };
}

/** Node gives out its collector only when it is asked to. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

function mebibytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
