/** Opens the archives and signatures among a mail's parts, each in a reading process, until nothing in them is packed any more. */
import type { Reason } from '../invoice/invoice.ts';
import type { BodyText } from './mime/body-text.ts';
import type { MailPart } from './mime/part.ts';
import type { SplitMail } from './mime/split.ts';
import type { ReadingLimits } from './reading-limits.ts';
import { type Contents, depthOf, isContainer } from './unpack/container.ts';
import type { Outcome, UnpackJob } from './worker/jobs.ts';

/** A part of the mail, or of something in it. */
export interface FoundPart {
  part: MailPart;
  /** Null: it is no container, or lies too deep to be opened. `refusal`: why not all of it was unpacked. */
  opened: { refusal: Reason | null } | null;
}

export interface OpenedMail {
  /** In the order of the mail, each container followed by what it holds. */
  parts: FoundPart[];
  /** Of the mail and of mails in its archives. */
  bodies: BodyText[];
  reasons: Reason[];
}

export interface Opening {
  workDirectory: string;
  limits: ReadingLimits;
  /** Runs one unpacking at arm's length. */
  run(job: UnpackJob): Promise<Outcome<'unpack'>>;
  /** What a person is told of an unpacking that did not end. */
  reasonFor(part: MailPart, outcome: Outcome<'unpack'> & { ended: false }): Reason;
}

export async function openContainers(mail: SplitMail, opening: Opening): Promise<OpenedMail> {
  const opened: OpenedMail = { parts: [], bodies: [...mail.bodies], reasons: [...mail.reasons] };
  const left = { ...mail.left };
  const open = async (parts: readonly MailPart[]): Promise<void> => {
    for (const part of parts) {
      if (!isContainer(part) || depthOf(part.path) >= opening.limits.nesting) {
        opened.parts.push({ part, opened: null });
        continue;
      }
      const contents = await unpack(part, opened.parts.length, left, opening);
      opened.parts.push({ part, opened: { refusal: contents.refusal } });
      opened.bodies.push(...contents.bodies);
      opened.reasons.push(...contents.reasons);
      left.bytes -= contents.parts.reduce((sum, each) => sum + each.bytes, 0);
      left.parts -= contents.parts.length;
      await open(contents.parts);
    }
  };
  await open(mail.parts);
  return opened;
}

async function unpack(
  part: MailPart,
  number: number,
  left: SplitMail['left'],
  opening: Opening,
): Promise<Contents> {
  const { path, file, fileName, mediaType, defects } = part;
  const outcome = await opening.run({
    kind: 'unpack',
    file,
    path,
    fileName,
    mediaType,
    defects,
    depth: depthOf(path),
    workDirectory: opening.workDirectory,
    filePrefix: `unpacked-${number}`,
    limits: { ...opening.limits, decodedBytes: Math.max(0, left.bytes), parts: Math.max(0, left.parts) },
  });
  if (outcome.ended) return outcome.result;
  return { parts: [], bodies: [], reasons: [], refusal: opening.reasonFor(part, outcome) };
}
