/** What a reading process does with a job. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LearntPlace } from '../../invoice/learnt-place.ts';
import { type EmbeddedFile, nothingStaged } from '../formats/format.ts';
import { learnPlaces } from '../formats/learn-places.ts';
import { isPictureOnly, readDocument } from '../formats/read-document.ts';
import { readPicture } from '../formats/read-picture.ts';
import { splitLoneFile } from '../mime/lone-file.ts';
import { headBytes, judgeMediaType, mediaTypes } from '../mime/media-type.ts';
import { printable } from '../mime/printable.ts';
import { splitMail } from '../mime/split.ts';
import { mendWords } from '../ocr/mend-words.ts';
import { PictureRefused } from '../ocr/pictures.ts';
import { recognisePages } from '../ocr/recognise-pages.ts';
import { openPdf, PdfRefused } from '../pdf/open.ts';
import type { PdfPages } from '../pdf/pages.ts';
import { unpack } from '../unpack/unpack.ts';
import type { DocumentJob, DocumentResult, Job, JobResults, LearnJob, ScanJob, StoredFile } from './jobs.ts';

export async function runJob(job: Job): Promise<JobResults[Job['kind']]> {
  if (job.kind === 'document') return await readOne(job);
  if (job.kind === 'scan') return await lookAt(job);
  if (job.kind === 'unpack') return await unpack(job);
  if (job.kind === 'learn') return await learn(job);
  const split = job.holds === 'mail' ? splitMail : splitLoneFile;
  return await split(job.file, job.workDirectory, job.limits);
}

async function readOne(job: DocumentJob): Promise<DocumentResult> {
  const finding = await readDocument(job.file, job.mediaType, job.mayBeDamaged, {
    ...job.context,
    limits: job.limits,
  });
  const embedded: StoredFile[] = [];
  for (const [index, file] of finding.embedded.entries()) {
    embedded.push(await store(file, join(job.workDirectory, `${job.filePrefix}-${index + 1}`)));
  }
  return { ...finding, embedded };
}

async function lookAt({ file, mediaType, workDirectory, context, limits }: ScanJob): Promise<DocumentResult> {
  try {
    const finding = await readPicture(await readFile(file), mediaType, workDirectory, { ...context, limits });
    return { ...finding, embedded: [] };
  } catch (error) {
    if (error instanceof PdfRefused) return { ...nothingStaged('unreadable', error.reason), embedded: [] };
    if (!(error instanceof PictureRefused)) throw error;
    return { ...nothingStaged('unreadable', { code: error.code, message: error.message }), embedded: [] };
  }
}

async function learn(job: LearnJob): Promise<LearntPlace[]> {
  const pages = await pagesOf(job);
  return learnPlaces(pages, job.ordinal, job.corrections, job.context);
}

async function pagesOf({ file, mediaType, workDirectory, context, limits }: LearnJob): Promise<PdfPages> {
  const bytes = await readFile(file);
  if (mediaType === mediaTypes.pdf) {
    const { pages } = await openPdf(new Uint8Array(bytes), limits.pdf);
    if (!isPictureOnly(pages)) return pages;
  }
  const { pages } = await recognisePages(bytes, mediaType, workDirectory, limits.ocr);
  return mendWords(pages, context);
}

async function store({ fileName, declaredType, content }: EmbeddedFile, file: string): Promise<StoredFile> {
  await writeFile(file, content, { mode: 0o600 });
  return {
    fileName: fileName === null ? null : printable(fileName, 1000),
    declaredType: declaredType === null ? null : printable(declaredType, 200),
    mediaType: await judgeMediaType(content.subarray(0, headBytes), declaredType),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    file,
  };
}
