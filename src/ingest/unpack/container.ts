/** Files that hold other files: what each holds becomes documents of the mail, judged anew by their bytes. */
import type { Reason } from '../../invoice/invoice.ts';
import type { BodyText } from '../mime/body-text.ts';
import { mediaTypes } from '../mime/media-type.ts';
import type { MailPart, PartDefect } from '../mime/part.ts';
import type { ReadingLimits } from '../reading-limits.ts';

/** A container that is to be unpacked. `limits` are what is left of those of the whole mail. */
export interface Container {
  file: string;
  /** Its place in the mail; what it holds is called `path#1`, or `path/1` where it is a mail. */
  path: string;
  fileName: string | null;
  mediaType: string;
  /** What is wrong with its bytes, and so perhaps with those of what it holds. */
  defects: readonly PartDefect[];
  /** In how many mails and containers it lies. */
  depth: number;
  workDirectory: string;
  /** Makes the names of the files written this container's own. */
  filePrefix: string;
  limits: ReadingLimits;
}

export interface Contents {
  parts: MailPart[];
  /** Text of mails that lay in it. */
  bodies: BodyText[];
  /** What is wrong with mails that lay in it. */
  reasons: Reason[];
  /** Why not everything that it holds was unpacked; null when everything was. */
  refusal: Reason | null;
}

const containers: readonly string[] = [mediaTypes.zip, mediaTypes.gzip, mediaTypes.signed, mediaTypes.mail];

/** Whether a part holds others that are looked into. */
export function isContainer(part: Pick<MailPart, 'mediaType' | 'bytes'>): boolean {
  return part.bytes > 0 && containers.includes(part.mediaType);
}

/** In how many mails and containers the part at a path lies. */
export function depthOf(path: string): number {
  return path.replace(/[^/#]/g, '').length;
}
