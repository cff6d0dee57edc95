/** What a part is that no format reads: kept beside the invoice, of no interest, or a reason for a person to look. */
import type { Reason } from '../invoice/invoice.ts';
import { type Finding, nothingStaged } from './formats/format.ts';
import { mediaTypes } from './mime/media-type.ts';
import type { MailPart } from './mime/part.ts';
import { looksLikePage } from './mime/picture.ts';
import { isPicture } from './ocr/picture-types.ts';

/** Whether a document reader must open it. */
export function isToBeOpened(part: MailPart): boolean {
  return part.bytes > 0 && (part.mediaType === mediaTypes.pdf || part.mediaType === mediaTypes.xml);
}

/** Whether it may be a scanned page or a photo of one, whose text is worth recognising. A logo is not, nor what the mail's HTML shows. */
export function isToBeRecognised(part: MailPart, shownIds: ReadonlySet<string>): boolean {
  return isPicture(part.mediaType) && part.defects.length === 0 && isPage(part, shownIds);
}

function isPage(part: MailPart, shownIds: ReadonlySet<string>): boolean {
  const isShown = part.contentId !== null && shownIds.has(part.contentId);
  return (
    !isShown && (part.mediaType === 'image/tiff' || (part.picture !== null && looksLikePage(part.picture)))
  );
}

/**
 * The finding for a part that is not to be opened. `shownIds`: Content-IDs that the mail's HTML shows as pictures.
 * A reason on an attachment says why it could still be the invoice when the mail has no other.
 */
export function judgeUnopened(part: MailPart, shownIds: ReadonlySet<string>): Finding {
  const cannotBeRead = unreadable(part);
  if (cannotBeRead) return nothingStaged('unreadable', cannotBeRead);
  if (part.mediaType.startsWith('image/')) return judgePicture(part, shownIds);
  if (isHarmless(part)) return nothingStaged('attachment', null);
  return nothingStaged('attachment', {
    code: part.mediaType === mediaTypes.html ? 'html_not_read' : 'file_not_read',
    message: `${called(part)} is ${part.mediaType}, which is not read as an invoice`,
  });
}

function unreadable(part: MailPart): Reason | null {
  if (part.bytes === 0) return { code: 'empty', message: `${called(part)} has no bytes` };
  const byType = reasonsByMediaType[part.mediaType];
  if (byType && !isDetachedSignature(part))
    return { code: byType[0], message: `${called(part)} ${byType[1]}` };
  if (part.defects.includes('encoding_unknown')) {
    return {
      code: 'encoding_unknown',
      message: `${called(part)} is written in a transfer encoding that is not known here`,
    };
  }
  if (part.defects.includes('base64_damaged')) {
    return {
      code: 'base64_damaged',
      message: `the base64 of ${called(part)} is damaged, so its bytes are not what was sent`,
    };
  }
  if (part.defects.includes('truncated')) {
    return { code: 'part_truncated', message: `${called(part)} is cut off: the mail ends inside it` };
  }
  return null;
}

const archive: [string, string] = ['archive_not_opened', 'is an archive, and archives are not opened yet'];

const reasonsByMediaType: Record<string, [string, string]> = {
  [mediaTypes.tnef]: [
    'tnef',
    'is a winmail.dat, in which Outlook hides the attachments; it is not opened yet',
  ],
  [mediaTypes.encrypted]: ['encrypted', 'is encrypted'],
  [mediaTypes.pgpEncrypted]: ['encrypted', 'is encrypted'],
  [mediaTypes.signed]: ['smime_signed', 'is a mail wrapped in its signature; it is not opened yet'],
  [mediaTypes.mail]: ['nesting_too_deep', 'is a mail within too many mails; it was not opened'],
  'application/zip': archive,
  'application/gzip': archive,
  'application/x-7z-compressed': archive,
  'application/x-rar-compressed': archive,
  'application/x-tar': archive,
  'application/x-bzip2': archive,
  'application/x-xz': archive,
};

function isDetachedSignature(part: MailPart): boolean {
  return part.mediaType === mediaTypes.signed && /pkcs7-signature$/.test(part.declaredType ?? '');
}

/** What comes with ordinary mail and is never an invoice. */
function isHarmless(part: MailPart): boolean {
  return (
    isDetachedSignature(part) ||
    /^(text\/(calendar|vcard|x-vcard|x-amp-html|rfc822-headers|css)|message\/.*|application\/(pgp-(signature|keys|encrypted)|ics))$/.test(
      part.declaredType ?? '',
    )
  );
}

/** A page-like picture may be a scan; a logo is not. In between it matters only when nothing else is found. */
function judgePicture(part: MailPart, shownIds: ReadonlySet<string>): Finding {
  if (isPage(part, shownIds)) {
    return nothingStaged('unreadable', {
      code: 'picture_kind_not_read',
      message: `${called(part)} looks like a scanned page, in a kind of picture (${part.mediaType}) that is not read`,
    });
  }
  const isShown = part.contentId !== null && shownIds.has(part.contentId);
  if (isShown || part.bytes < smallPictureBytes) return nothingStaged('attachment', null);
  return nothingStaged('attachment', {
    code: 'picture_not_read',
    message: `${called(part)} is a picture, but not of a whole page`,
  });
}

const smallPictureBytes = 40 * 1024;

export function called(part: Pick<MailPart, 'path' | 'fileName'>): string {
  return part.fileName ? `"${part.fileName.slice(0, 100)}"` : `part ${part.path}`;
}
