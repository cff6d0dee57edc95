/**
 * How fast pages are read, against pdf-parse's own getText of the same documents in the same run; and what a second core
 * adds. Processor time is compared where one process works, so that other work on the machine does not count.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { readDocument } from '../../src/ingest/formats/read-document.ts';
import { mediaTypes } from '../../src/ingest/mime/media-type.ts';
import { defaultReadingLimits } from '../../src/ingest/reading-limits.ts';
import { generate } from '../generator/generate.ts';
import { corpusFiles } from './corpus.ts';
import { inTemporaryFolder } from './reading.ts';
import { measureThroughput, type Throughput } from './throughput.ts';

/** Documents in a second of processor time. */
export interface SinglySpeed {
  documents: number;
  getText: number;
  reading: number;
  /** reading / getText */
  ratio: number;
}

export interface Speed {
  generated: SinglySpeed;
  /** Plain PDFs of the corpus: pages as people's programs make them. Null without a corpus. */
  corpus: SinglySpeed | null;
  /** Of the generated documents, by the clock. */
  throughput: Throughput;
}

/**
 * What both have read before anything is measured: V8 still compiles for some thousand documents, and a reading process reads
 * 10,000 before it is replaced, so this is the middle of its life.
 */
const documentsToWarmUp = 5000;
const tries = 7;

interface Paper {
  pdf: Uint8Array;
  file: string;
}

async function getText({ pdf }: Paper): Promise<void> {
  const parser = new PDFParse({ data: new Uint8Array(pdf), verbosity: 0 });
  await parser.getText();
  await parser.destroy();
}

async function reading({ file }: Paper): Promise<void> {
  await readDocument(file, mediaTypes.pdf, false, { limits: defaultReadingLimits });
}

export async function measureSpeed(wish: {
  count: number;
  seed: number;
  corpusDirectory: string;
}): Promise<Speed> {
  return await inTemporaryFolder(async (folder) => {
    const generated: Paper[] = [];
    for await (const { pdf, name } of generate({ ...wish, isHeldOut: false, papers: 0 })) {
      const file = join(folder, `${name}.pdf`);
      await writeFile(file, pdf);
      generated.push({ pdf, file });
    }
    const plain = (await corpusFiles(wish.corpusDirectory))?.filter((file) => file.folder === 'plain-pdf');
    const corpus = plain && (await Promise.all(plain.map(async ({ path }) => paperOf(path))));
    return {
      throughput: await measureThroughput(folder),
      generated: await measureSingly(generated),
      corpus: corpus ? await measureSingly(corpus) : null,
    };
  });
}

async function paperOf(file: string): Promise<Paper> {
  return { pdf: await readFile(file), file };
}

async function measureSingly(papers: readonly Paper[]): Promise<SinglySpeed> {
  const taken = await documentByDocument(papers, [getText, reading]);
  const [ofGetText = 0, ofReading = 0] = taken.map((seconds) => perSecond(papers.length, seconds));
  return {
    documents: papers.length,
    getText: ofGetText,
    reading: ofReading,
    ratio: rounded(ofReading / ofGetText),
  };
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Seconds of processor time that each work takes for all documents. Other work on the machine slows memory and caches for
 * everybody, so the works take turns at every document, and of several tries at it the middle one counts.
 */
async function documentByDocument(
  documents: readonly Paper[],
  works: readonly ((document: Paper) => Promise<void>)[],
): Promise<number[]> {
  const taken = works.map(() => documents.map((): number[] => []));
  const warmUps = Math.ceil(documentsToWarmUp / documents.length);
  for (let round = 0; round < warmUps + tries; round++) {
    for (const [index, document] of documents.entries()) {
      for (const [number, work] of works.entries()) {
        const before = processorSeconds();
        await work(document);
        if (round >= warmUps) taken[number]?.[index]?.push(processorSeconds() - before);
      }
    }
  }
  return taken.map((ofWork) => ofWork.reduce((sum, seconds) => sum + median(seconds), 0));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function perSecond(count: number, seconds: number): number {
  return Math.round((10 * count) / seconds) / 10;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
