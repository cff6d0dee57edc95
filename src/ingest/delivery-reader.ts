/** Reads a delivery: splits it and opens its documents in reading processes, then decides what it all came to. */
import { readFile, rm } from 'node:fs/promises';
import type { Reason } from '../invoice/invoice.ts';
import type { Log } from '../log.ts';
import { makeTemporaryFolder } from '../temporary.ts';
import { dispose } from './disposition.ts';
import { noTextCode, nothingStaged } from './formats/format.ts';
import { type DocumentFinding, groupInvoices } from './group.ts';
import { called, isToBeOpened, isToBeRecognised, judgeUnopened } from './judge-part.ts';
import { mediaTypes } from './mime/media-type.ts';
import type { MailPart } from './mime/part.ts';
import { blankMail, type SplitMail } from './mime/split.ts';
import type { DeliveryReader, DeliveryReading, ReadDocument, ReadingContext } from './reading.ts';
import { defaultReadingLimits, type ReadingLimits } from './reading-limits.ts';
import type { DocumentResult, SplitJob, StoredFile, Violation } from './worker/jobs.ts';
import { createReadingPool, type ReadingPool } from './worker/pool.ts';

/** A reader with its own few processes, started when first needed. Limits that are not given are the defaults. */
export function createDeliveryReader(limits: Partial<ReadingLimits>, log: Log): DeliveryReader {
  const allLimits = { ...defaultReadingLimits, ...limits };
  const pool = createReadingPool(allLimits, log);
  const read = (file: string, holds: SplitJob['holds'], context: ReadingContext) =>
    inWorkDirectory((workDirectory) =>
      readDelivery({ file, holds, context, workDirectory, limits: allLimits, pool }),
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
}

/** A document with what was found in it; `file` holds its bytes while the work directory lasts. */
interface ReadPart extends DocumentFinding {
  reason: Reason | null;
  part: MailPart | StoredFile;
}

async function inWorkDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = await makeTemporaryFolder();
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function readDelivery(reading: Reading): Promise<DeliveryReading> {
  const mail = await split(reading);
  const parts = await readParts(mail, reading);
  const invoices = groupInvoices(parts);
  const { disposition, reasons } = dispose({
    subject: mail.envelope.subject,
    nature: mail.nature,
    bodies: mail.bodies,
    reasons: mail.reasons,
    documents: parts,
    invoices,
  });
  return {
    envelope: mail.envelope,
    disposition,
    reasons,
    documents: await Promise.all(parts.map(asDocument)),
    invoices,
  };
}

async function split({ file, holds, workDirectory, limits, pool }: Reading): Promise<SplitMail> {
  const outcome = await pool.run({ kind: 'split', file, holds, workDirectory, limits }, limits.splitMs);
  if (outcome.ended) return outcome.result;
  return { ...blankMail(), reasons: [reasonFor('mail', 'the mail', outcome.violation, outcome.detail)] };
}

/** Every part in the order of the mail, each followed by what it carries inside itself. */
async function readParts(mail: SplitMail, reading: Reading): Promise<ReadPart[]> {
  const shownIds = new Set(mail.bodies.flatMap((body) => body.shownIds));
  const firstByHash = new Map<string, MailPart>();
  const deadline = performance.now() + reading.limits.mailMs;
  const read = await Promise.all(
    mail.parts.map(async (part, index): Promise<ReadPart[]> => {
      const first = firstByHash.get(part.sha256);
      if (first && part.bytes > 0) return [twin(part, first)];
      firstByHash.set(part.sha256, part);
      if (isToBeOpened(part)) return await openPart(part, `inside-${index}`, deadline, reading);
      if (isToBeRecognised(part, shownIds)) return [await recognisePart(part, deadline, reading)];
      return [asReadPart(part, withoutFiles(judgeUnopened(part, shownIds)))];
    }),
  );
  return read.flat();
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
  return { ...asReadPart(part, withoutFiles(nothingStaged('attachment', reason))), isKeepsake: false };
}

async function openPart(
  part: MailPart,
  filePrefix: string,
  deadline: number,
  { workDirectory, context, limits, pool }: Reading,
): Promise<ReadPart[]> {
  const what = part.mediaType === mediaTypes.pdf ? 'pdf' : 'xml';
  const timeLeft = deadline - performance.now();
  if (timeLeft <= 0) {
    const reason = reasonFor('mail', called(part), 'too_slow', 'the mail as a whole took too long before');
    return [asReadPart(part, withoutFiles(nothingStaged('unreadable', reason)))];
  }
  const mayBeDamaged = part.defects.length > 0;
  const outcome = await pool.run(
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
    Math.min(limits.documentMs, Math.max(1, timeLeft)),
  );
  if (!outcome.ended) {
    const reason = reasonFor(what, called(part), outcome.violation, outcome.detail);
    return [asReadPart(part, withoutFiles(nothingStaged('unreadable', reason)))];
  }
  if (outcome.result.reason?.code === noTextCode && !mayBeDamaged) {
    return [await recognisePart(part, deadline, { workDirectory, context, limits, pool })];
  }
  const result = mayBeDamaged ? doubted(outcome.result, part) : outcome.result;
  return [
    asReadPart(part, result),
    ...result.embedded.map((file, index) => asEmbedded(file, `${part.path}#${index + 1}`, part.path)),
  ];
}

/** A picture: its text is recognised first, which takes its time. */
async function recognisePart(
  part: MailPart,
  deadline: number,
  { workDirectory, context, limits, pool }: Pick<Reading, 'workDirectory' | 'context' | 'limits' | 'pool'>,
): Promise<ReadPart> {
  const timeLeft = Math.max(1, deadline - performance.now());
  const { file, mediaType } = part;
  const outcome = await pool.run(
    { kind: 'scan', file, mediaType, workDirectory, context, limits },
    Math.min(limits.ocr.documentMs, timeLeft),
  );
  if (outcome.ended) return asReadPart(part, outcome.result);
  const reason = reasonFor('scan', called(part), outcome.violation, outcome.detail);
  return asReadPart(part, withoutFiles(nothingStaged('unreadable', reason)));
}

function reasonFor(
  what: 'mail' | 'pdf' | 'xml' | 'scan',
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
  };
}

async function asDocument({ path, kind, reason, part }: ReadPart): Promise<ReadDocument> {
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
    content: await readFile(file),
  };
}
