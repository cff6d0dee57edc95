/** What is measured: documents of the corpus and of the generator, one at a time, so that memory does not grow with them. */
import { readFile } from 'node:fs/promises';
import { createRandom } from '../../demo/generator/random.ts';
import type { ReadingContext } from '../../src/ingest/reading.ts';
import { generate } from '../generator/generate.ts';
import type { Language } from '../generator/layout.ts';
import { scanned } from '../generator/scan.ts';
import { archivedPdfs } from './archive.ts';
import { corpusFiles } from './corpus.ts';
import { expectedOfTruth } from './expected.ts';
import type { Item } from './tally.ts';

export type Kind = 'xml' | 'pdf' | 'scan' | 'corpus';

export interface Document extends Item {
  bytes: Uint8Array;
  extension: string;
  context: ReadingContext;
  /** Made to break readers: to be read only at arm's length. */
  isHostile: boolean;
  isPicture: boolean;
  /** The page alone is read, though data lie inside. */
  isPageAlone: boolean;
}

export interface Selection {
  only: readonly Kind[];
  isHeldOut: boolean;
  /** Generated invoices of each kind; half as many other papers beside them. */
  count: number;
  seed: number;
  /** Generated PDFs in these alone; in all when it is left out. */
  languages?: readonly Language[];
  corpusDirectory: string;
  /** A folder of PDFs with data inside, measured instead of everything else. */
  archive?: string;
}

const corpusGroups = {
  'einvoice-xml': 'corpus: XML',
  'hybrid-pdf': 'corpus: hybrid PDF',
  'plain-pdf': 'corpus: PDF',
  hostile: 'corpus: hostile',
} as const;

export async function* documents(
  selection: Selection,
  warn: (message: string) => void,
): AsyncGenerator<Document> {
  const { only, archive } = selection;
  if (archive !== undefined) {
    yield* ofArchive(archive);
    return;
  }
  if (only.includes('corpus') || only.includes('xml')) yield* ofCorpus(selection, warn);
  if (only.includes('pdf')) yield* generatedPdfs(selection);
  if (only.includes('scan')) yield* generatedScans(selection);
}

async function* ofCorpus(
  { corpusDirectory, only }: Selection,
  warn: (message: string) => void,
): AsyncGenerator<Document> {
  const files = await corpusFiles(corpusDirectory);
  if (!files) {
    warn(`there is no corpus at ${corpusDirectory}: set CORPUS_DIR to measure over it`);
    return;
  }
  for (const { folder, name, path, expected, expectedOfPage } of files) {
    if (!only.includes('corpus') && folder !== 'einvoice-xml') continue;
    const document: Document = {
      group: corpusGroups[folder],
      origin: folder,
      name,
      expected,
      bytes: await readFile(path),
      extension: name.endsWith('.xml') ? 'xml' : 'pdf',
      context: {},
      isHostile: folder === 'hostile',
      isPicture: false,
      isPageAlone: false,
    };
    yield document;
    if (folder === 'hybrid-pdf')
      yield {
        ...document,
        group: 'corpus: page of hybrid PDF',
        origin: 'page of hybrid-pdf',
        expected: expectedOfPage,
        isPageAlone: true,
      };
  }
}

async function* ofArchive(folder: string): AsyncGenerator<Document> {
  for await (const { name, bytes, expected } of archivedPdfs(folder)) {
    yield {
      group: 'archive: page of hybrid PDF',
      origin: 'archive',
      name,
      expected,
      bytes,
      extension: 'pdf',
      context: {},
      isHostile: false,
      isPicture: false,
      isPageAlone: true,
    };
  }
}

async function* generatedPdfs(selection: Selection): AsyncGenerator<Document> {
  const { isHeldOut, count, seed, languages } = selection;
  for await (const document of generate({
    isHeldOut,
    count,
    papers: Math.ceil(count / 2),
    seed,
    ...(languages === undefined ? {} : { languages }),
  })) {
    yield {
      group: isHeldOut ? 'held-out: PDF' : 'generated: PDF',
      origin: document.layout,
      name: document.name,
      expected: document.truths.map(expectedOfTruth),
      bytes: document.pdf,
      extension: 'pdf',
      context: document.context,
      isHostile: false,
      isPicture: false,
      isPageAlone: false,
    };
  }
}

/** Recognising a page takes seconds: one scan or photo for so many born-digital documents. */
const documentsPerPicture = 10;

/** In the languages that pages are recognised in. */
async function* generatedScans(selection: Selection): AsyncGenerator<Document> {
  const { isHeldOut, seed } = selection;
  const count = Math.ceil(selection.count / documentsPerPicture);
  let index = 0;
  for await (const document of generate({
    isHeldOut,
    count,
    papers: Math.ceil(count / 4),
    seed,
    languages: ['sv', 'en'],
  })) {
    const random = createRandom(seed * 65_537 + index);
    const { kind, format, extension, bytes } = await scanned(
      document.pdf,
      index++ % 2 === 0 ? 'scan' : 'photo',
      random,
    );
    yield {
      group: `${isHeldOut ? 'held-out' : 'generated'}: ${kind}`,
      origin: `${document.layout}, ${kind}`,
      name: `${document.name}, ${kind} as ${format}`,
      expected: document.truths.map(expectedOfTruth),
      bytes,
      extension,
      context: document.context,
      isHostile: false,
      isPicture: true,
      isPageAlone: false,
    };
  }
}
