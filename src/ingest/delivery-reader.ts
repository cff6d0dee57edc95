/** Reads a delivery: splits it, unpacks its archives and opens its documents in reading processes, then decides what it all came to. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { Reason } from '../invoice/invoice.ts';
import type { Log } from '../log.ts';
import { nameTemporaryFolder } from '../temporary.ts';
import { dispose } from './disposition.ts';
import { noTextCode, nothingStaged } from './formats/format.ts';
import { type DocumentFinding, groupInvoices } from './group.ts';
import { called, isDetachedSignature, isToBeOpened, isToBeRecognised, judgeUnopened } from './judge-part.ts';
import { mediaTypes } from './mime/media-type.ts';
import type { MailPart } from './mime/part.ts';
import { blankMail, type SplitMail } from './mime/split.ts';
import { type FoundPart, type OpenedMail, openContainers } from './open-containers.ts';
import type {
  DeliveryReader,
  DeliveryReading,
  ReadDocument,
  ReadInvoice,
  ReadingContext,
} from './reading.ts';
import { defaultReadingLimits, type ReadingLimits } from './reading-limits.ts';
import { defaultReviewPolicy, reasonsByPolicy } from './review-policy.ts';
import type { DocumentResult, Job, Outcome, SplitJob, StoredFile, Violation } from './worker/jobs.ts';
import { createReadingPool, type ReadingPool } from './worker/pool.ts';

/** A reader with its own few processes, started when first needed. Limits that are not given are the defaults. */
export function createDeliveryReader(limits: Partial<ReadingLimits>, log: Log): DeliveryReader {
  const allLimits = { ...defaultReadingLimits, ...limits };
  const pool = createReadingPool(allLimits, log);
  const read = (file: string, holds: SplitJob['holds'], context: ReadingContext) =>
    inWorkDirectory((workDirectory) =>
      readDelivery({
        file,
        holds,
        context,
        workDirectory,
        limits: allLimits,
        pool,
        deadline: performance.now() + allLimits.mailMs,
      }),
    );
  return {
    read: (rawPath, context = {}) => read(rawPath, 'mail', context),
    readFile: (path, context = {}) => read(path, 'anything', context),
    close: () => pool.close(),
  };
}

interface Reading {
  file: string;
  holds: SplitJob['holds'];
  context: ReadingContext;
  workDirectory: string;
  limits: ReadingLimits;
  pool: ReadingPool;
  /** On the monotonic clock: what is not read by then is not read. */
  deadline: number;
}

/** A document with what was found in it; `file` holds its bytes while the work directory lasts. */
interface ReadPart extends DocumentFinding {
  reason: Reason | null;
  part: MailPart | StoredFile;
  /** The same bytes came earlier in the mail. */
  isTwin: boolean;
}

async function inWorkDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = nameTemporaryFolder();
  try {
    return await work(directory);
  } finally {
    if (existsSync(directory)) await rm(directory, { recursive: true, force: true });
  }
}

async function readDelivery(reading: Reading): Promise<DeliveryReading> {
  const mail = await split(reading);
  const opened = await openContainers(mail, {
    workDirectory: reading.workDirectory,
    limits: reading.limits,
    run: (job) => runInTime(job, reading.limits.splitMs, reading),
    reasonFor: (part, { violation, detail }) => reasonFor('archive', called(part), violation, detail),
  });
  const parts = await readParts(opened, mail.nature.isReport, reading);
  const invoices = groupInvoices(parts).map((read) => held(read, reading.context));
  const { disposition, reasons } = dispose({
    subject: mail.envelope.subject,
    nature: mail.nature,
    bodies: opened.bodies,
    reasons: opened.reasons,
    documents: parts.filter(({ isTwin }) => !isTwin),
    invoices,
  });
  const staged = new Set(invoices.flatMap(({ documents }) => documents.map(({ path }) => path)));
  return {
    envelope: mail.envelope,
    disposition,
    reasons,
    documents: await Promise.all(parts.map((each) => asDocument(each, staged.has(each.path)))),
    invoices,
  };
}

/** What the book wants a person to see, whatever format it was read from. */
function held(read: ReadInvoice, { reviewPolicy = defaultReviewPolicy }: ReadingContext): ReadInvoice {
  const known = new Set(read.reasons.map(({ code }) => code));
  const reasons = [
    ...read.reasons,
    ...reasonsByPolicy(read.invoice, reviewPolicy).filter(({ code }) => !known.has(code)),
  ];
  return { ...read, reasons, state: reasons.length > 0 ? 'needs_review' : 'ready' };
}

async function split({ file, holds, workDirectory, limits, pool }: Reading): Promise<SplitMail> {
  const outcome = await pool.run({ kind: 'split', file, holds, workDirectory, limits }, limits.splitMs);
  if (outcome.ended) return outcome.result;
  return { ...blankMail(), reasons: [reasonFor('mail', 'the mail', outcome.violation, outcome.detail)] };
}

async function runInTime<JobType extends Job>(
  job: JobType,
  timeoutMs: number,
  { deadline, pool }: Reading,
): Promise<Outcome<JobType['kind']>> {
  const timeLeftMs = deadline - performance.now();
  if (timeLeftMs < 1) {
    return { ended: false, violation: 'too_slow', detail: 'the mail as a whole took too long before' };
  }
  return await pool.run(job, Math.min(timeoutMs, timeLeftMs));
}

/** Every part in the order of the mail, each followed by what it carries inside itself. */
async function readParts(mail: OpenedMail, isReport: boolean, reading: Reading): Promise<ReadPart[]> {
  const shownIds = new Set(mail.bodies.flatMap((body) => body.shownIds));
  const firstByHash = new Map<string, MailPart>();
  const read = await Promise.all(
    mail.parts.map(async (found, index): Promise<ReadPart[]> => {
      const { part } = found;
      const first = firstByHash.get(part.sha256);
      if (first && part.bytes > 0) return [twin(part, first)];
      firstByHash.set(part.sha256, part);
      if (found.opened) return [opened(found, found.opened.refusal)];
      if (isToBeOpened(part)) return await openPart(part, `inside-${index}`, reading);
      if (isToBeRecognised(part, shownIds)) return [await recognisePart(part, reading)];
      // A report quotes the mail that it is about: somebody's old mail, not a delivery to us.
      const isQuote = isReport && part.mediaType === mediaTypes.mail;
      const finding = isQuote ? nothingStaged('attachment', null) : judgeUnopened(part, shownIds);
      return [asReadPart(part, withoutFiles(finding))];
    }),
  );
  return read.flat();
}

/** A container counts by what it holds, unless not all of that came out; a signature's own fault does not touch what it signs. */
function opened({ part }: FoundPart, refusal: Reason | null): ReadPart {
  if (!refusal || isDetachedSignature(part))
    return asReadPart(part, withoutFiles(nothingStaged('attachment', null)));
  const reason = { code: refusal.code, message: `${called(part)}: ${refusal.message}` };
  return asReadPart(part, withoutFiles(nothingStaged('unreadable', reason)));
}

function withoutFiles(finding: ReturnType<typeof nothingStaged>): DocumentResult {
  return { ...finding, embedded: [] };
}

/** The same bytes attached twice are one document. */
function twin(part: MailPart, first: MailPart): ReadPart {
  const reason = {
    code: 'same_bytes',
    message: `${called(part)} is the same as part ${first.path}, byte for byte`,
  };
  return {
    ...asReadPart(part, withoutFiles(nothingStaged('attachment', reason))),
    isKeepsake: false,
    isTwin: true,
  };
}

async function openPart(part: MailPart, filePrefix: string, reading: Reading): Promise<ReadPart[]> {
  const { workDirectory, context, limits } = reading;
  const what = part.mediaType === mediaTypes.pdf ? 'pdf' : 'xml';
  const mayBeDamaged = part.defects.length > 0;
  const outcome = await runInTime(
    {
      kind: 'document',
      file: part.file,
      mediaType: part.mediaType,
      mayBeDamaged,
      workDirectory,
      filePrefix,
      context,
      limits,
    },
    limits.documentMs,
    reading,
  );
  if (!outcome.ended) {
    const reason = reasonFor(what, called(part), outcome.violation, outcome.detail);
    return [asReadPart(part, withoutFiles(nothingStaged('unreadable', reason)))];
  }
  if (outcome.result.reason?.code === noTextCode && !mayBeDamaged) {
    return [await recognisePart(part, reading)];
  }
  const result = mayBeDamaged ? doubted(outcome.result, part) : outcome.result;
  return [
    asReadPart(part, result),
    ...result.embedded.map((file, index) => asEmbedded(file, `${part.path}#${index + 1}`, part.path)),
  ];
}

/** A picture: its text is recognised first, which takes its time. */
async function recognisePart(part: MailPart, reading: Reading): Promise<ReadPart> {
  const { workDirectory, context, limits } = reading;
  const { file, mediaType } = part;
  const outcome = await runInTime(
    { kind: 'scan', file, mediaType, workDirectory, context, limits },
    limits.ocr.documentMs,
    reading,
  );
  if (outcome.ended) return asReadPart(part, outcome.result);
  const reason = reasonFor('scan', called(part), outcome.violation, outcome.detail);
  return asReadPart(part, withoutFiles(nothingStaged('unreadable', reason)));
}

function reasonFor(
  what: 'mail' | 'archive' | 'pdf' | 'xml' | 'scan',
  name: string,
  violation: Violation,
  detail: string,
): Reason {
  const why = {
    too_slow: 'took too long to read and was given up',
    too_big: 'took too much memory to read and was given up',
    crashed: 'could not be read: its reader failed',
  }[violation];
  return { code: `${what}_${violation}`, message: `${name} ${why} (${detail.slice(0, 200)})` };
}

/** A document from a cut mail that is whole by its own measure: probably right, but a person must agree. */
function doubted(result: DocumentResult, part: MailPart): DocumentResult {
  const reason = {
    code: 'may_be_damaged',
    message: `${called(part)} comes from a mail that was cut or garbled (${part.defects.join(', ')})`,
  };
  return {
    ...result,
    invoices: result.invoices.map((found) => ({ ...found, reasons: [...found.reasons, reason] })),
  };
}

function asReadPart(part: MailPart, result: DocumentResult): ReadPart {
  return {
    path: part.path,
    kind: result.kind,
    reason: result.reason,
    invoices: result.invoices,
    rank:
      part.mediaType !== mediaTypes.pdf ? 0 : result.format === 'pdf-text' || result.format === 'ocr' ? 2 : 1,
    container: null,
    isKeepsake: result.reason !== null || result.invoices.length > 0 || part.mediaType === mediaTypes.pdf,
    part,
    isTwin: false,
  };
}

function asEmbedded(file: StoredFile, path: string, container: string): ReadPart {
  return {
    path,
    kind: 'attachment',
    reason: null,
    invoices: [],
    rank: 0,
    container,
    isKeepsake: true,
    part: file,
    isTwin: false,
  };
}

/** The bytes go along only where an invoice needs them: those of a large mail would fill the memory. */
async function asDocument({ path, kind, reason, part }: ReadPart, isStaged: boolean): Promise<ReadDocument> {
  const { fileName, declaredType, mediaType, bytes, sha256, file } = part;
  return {
    path,
    fileName,
    declaredType,
    mediaType,
    bytes,
    sha256,
    kind,
    reason,
    content: isStaged ? await contentOf(file, bytes) : null,
  };
}

/** Below this, the hops to other threads cost more than the file; above it, nobody else should wait for it. */
const readAtOnceBytes = 256 * 1024;

async function contentOf(file: string, bytes: number): Promise<Uint8Array> {
  return bytes < readAtOnceBytes ? readFileSync(file) : await readFile(file);
}
