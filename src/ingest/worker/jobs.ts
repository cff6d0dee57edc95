/** What a reading process can be asked to do, and what it answers. Both travel between processes as plain data. */
import type { Correction } from '../../invoice/correction.ts';
import type { LearntPlace } from '../../invoice/learnt-place.ts';
import type { Finding } from '../formats/format.ts';
import type { SplitMail } from '../mime/split.ts';
import type { ReadingContext } from '../reading.ts';
import type { ReadingLimits } from '../reading-limits.ts';
import type { Container, Contents } from '../unpack/container.ts';

export interface SplitJob {
  kind: 'split';
  file: string;
  /** Whether the file is a raw mail, or any one file to be judged by its bytes. */
  holds: 'mail' | 'anything';
  /** Where the parts' bytes are written; made with the first of them where it is not there. */
  workDirectory: string;
  limits: ReadingLimits;
}

export interface DocumentJob {
  kind: 'document';
  file: string;
  mediaType: string;
  /** Whether the bytes may be damaged or cut: then the document must prove itself whole. */
  mayBeDamaged: boolean;
  /** Where files embedded in the document are written. */
  workDirectory: string;
  /** Makes the names of those files this job's own. */
  filePrefix: string;
  context: ReadingContext;
  limits: ReadingLimits;
}

/** A picture, or a PDF of pictures, whose text is to be recognised first: far slower, so a job of its own. */
export interface ScanJob {
  kind: 'scan';
  file: string;
  mediaType: string;
  workDirectory: string;
  context: ReadingContext;
  limits: ReadingLimits;
}

/** Looks where on a document's pages the values stand that a person gave for an invoice in it. */
export interface LearnJob {
  kind: 'learn';
  file: string;
  mediaType: string;
  /** Which of several invoices in the document it is. */
  ordinal: number;
  corrections: readonly Correction[];
  workDirectory: string;
  context: ReadingContext;
  limits: ReadingLimits;
}

/** Takes the files out of an archive or a signature. */
export interface UnpackJob extends Container {
  kind: 'unpack';
}

export type Job = SplitJob | DocumentJob | ScanJob | UnpackJob | LearnJob;

/** A file found inside a document, left in the job's work directory. */
export interface StoredFile {
  fileName: string | null;
  declaredType: string | null;
  mediaType: string;
  bytes: number;
  sha256: string;
  file: string;
}

export type DocumentResult = Omit<Finding, 'embedded'> & { embedded: StoredFile[] };

export interface JobResults {
  split: SplitMail;
  document: DocumentResult;
  scan: DocumentResult;
  unpack: Contents;
  learn: LearntPlace[];
}

/** Why a job did not end by itself. */
export type Violation = 'too_slow' | 'too_big' | 'crashed';

export type Outcome<Kind extends Job['kind']> =
  | { ended: true; result: JobResults[Kind] }
  | { ended: false; violation: Violation; detail: string };

/** Messages between the pool and a reading process. */
export interface JobMessage {
  id: number;
  job: Job;
}

/** `ready` comes once, when the process has loaded what it reads with. */
export type AnswerMessage =
  | { ready: true }
  | { id: number; result: JobResults[Job['kind']] }
  /** `ownFaultCode`: it is the machine's fault (a full disk) and not that of what was read. */
  | { id: number; error: string; ownFaultCode: string | null };
