/**
 * What a reading process does with a job. What only some jobs need is loaded with the first of them: most processes never
 * see a picture, an archive or a correction, and each is ready the sooner for it.
 */
import { hash } from 'node:crypto';
import { closeSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LearntPlace } from '../../invoice/learnt-place.ts';
import { openTemporaryFile } from '../../temporary.ts';
import { type EmbeddedFile, nothingStaged } from '../formats/format.ts';
import { isPictureOnly, readDocument } from '../formats/read-document.ts';
import { splitLoneFile } from '../mime/lone-file.ts';
import { headBytes, judgeMediaType, mediaTypes } from '../mime/media-type.ts';
import { printable } from '../mime/printable.ts';
import { splitMail } from '../mime/split.ts';
import { openPdf, PdfRefused } from '../pdf/page/open.ts';
import type { PdfPages } from '../pdf/page/pages.ts';
import type { DocumentJob, DocumentResult, Job, JobResults, LearnJob, ScanJob, StoredFile } from './jobs.ts';

export async function runJob(job: Job): Promise<JobResults[Job['kind']]> {
  if (job.kind === 'document') return await readOne(job);
  if (job.kind === 'scan') return await lookAt(job);
  if (job.kind === 'unpack') return await (await import('../unpack/unpack.ts')).unpack(job);
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
  const { PictureRefused } = await import('../ocr/pictures.ts');
  const { readPicture } = await import('../formats/read-picture.ts');
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
  const { learnPlaces } = await import('../formats/learn-places.ts');
  const pages = await pagesOf(job);
  return learnPlaces(pages, job.ordinal, job.corrections, job.context);
}

async function pagesOf({ file, mediaType, workDirectory, context, limits }: LearnJob): Promise<PdfPages> {
  const bytes = await readFile(file);
  if (mediaType === mediaTypes.pdf) {
    const { pages } = await openPdf(new Uint8Array(bytes), limits.pdf);
    if (!isPictureOnly(pages)) return pages;
  }
  const { recognisePages } = await import('../ocr/recognise-pages.ts');
  const { mendWords } = await import('../ocr/mend-words.ts');
  const { pages } = await recognisePages(bytes, mediaType, workDirectory, limits.ocr);
  return mendWords(pages, context);
}

async function store({ fileName, declaredType, content }: EmbeddedFile, file: string): Promise<StoredFile> {
  const descriptor = openTemporaryFile(file);
  try {
    writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
  return {
    fileName: fileName === null ? null : printable(fileName, 1000),
    declaredType: declaredType === null ? null : printable(declaredType, 200),
    mediaType: await judgeMediaType(content.subarray(0, headBytes), declaredType),
    bytes: content.length,
    sha256: hash('sha256', content, 'hex'),
    file,
  };
}
