import { describe, expect, test } from '@jest/globals';
import { isToBeOpened, judgeUnopened } from '../../src/ingest/judge-part.ts';
import type { MailPart } from '../../src/ingest/mime/part.ts';

function part(changes: Partial<MailPart>): MailPart {
  return {
    path: '2',
    fileName: null,
    declaredType: null,
    charset: null,
    contentId: null,
    isBody: false,
    mediaType: 'text/plain',
    picture: null,
    bytes: 1000,
    sha256: '',
    file: '',
    defects: [],
    ...changes,
  };
}

function judged(changes: Partial<MailPart>, shown: string[] = []) {
  const { kind, reason } = judgeUnopened(part(changes), new Set(shown));
  return [kind, reason?.code ?? null];
}

describe('a part is opened', () => {
  test('when its bytes are PDF or XML, whatever its name', () => {
    expect(isToBeOpened(part({ mediaType: 'application/pdf', fileName: 'logo.png' }))).toBe(true);
    expect(isToBeOpened(part({ mediaType: 'application/xml' }))).toBe(true);
    expect(isToBeOpened(part({ mediaType: 'image/png', fileName: 'faktura.pdf' }))).toBe(false);
    expect(isToBeOpened(part({ mediaType: 'application/pdf', bytes: 0 }))).toBe(false);
  });
});

describe('a part that is not opened', () => {
  test.each<[string, Partial<MailPart>, string]>([
    ['without bytes (A1)', { bytes: 0, mediaType: 'application/x-empty' }, 'empty'],
    ['of winmail.dat (A5)', { mediaType: 'application/ms-tnef' }, 'tnef'],
    ['that is encrypted (A6)', { mediaType: 'application/pkcs7-mime' }, 'encrypted'],
    ['that is encrypted by PGP', { mediaType: 'application/pgp-encrypted' }, 'encrypted'],
    [
      'that is an archive of another kind',
      { mediaType: 'application/x-7z-compressed' },
      'archive_not_opened',
    ],
    ['that lies too deep (A6)', { mediaType: 'message/rfc822' }, 'nesting_too_deep'],
    ['that is a zip and lies too deep (A7)', { mediaType: 'application/zip' }, 'nesting_too_deep'],
    ['of an unknown encoding', { defects: ['encoding_unknown'] }, 'encoding_unknown'],
    ['of damaged base64 (A1)', { defects: ['base64_damaged'] }, 'base64_damaged'],
    ['that was cut off (A1)', { defects: ['truncated'] }, 'part_truncated'],
    ['that fails its checksum', { defects: ['checksum_wrong'] }, 'checksum_wrong'],
    [
      'that is a page as a picture (A8)',
      { mediaType: 'image/heic', picture: { width: 1654, height: 2339 } },
      'picture_kind_not_read',
    ],
    ['that is a fax', { mediaType: 'image/tiff' }, 'picture_kind_not_read'],
  ])('%s is for a person', (_which, changes, code) => {
    expect(judged(changes)).toEqual(['unreadable', code]);
  });

  test('is a logo or a signature picture: kept, and of no interest (A8)', () => {
    expect(judged({ mediaType: 'image/png', bytes: 12_000, picture: { width: 300, height: 80 } })).toEqual([
      'attachment',
      null,
    ]);
    expect(
      judged(
        { mediaType: 'image/png', bytes: 120_000, contentId: 'logo@a', picture: { width: 900, height: 200 } },
        ['logo@a'],
      ),
    ).toEqual(['attachment', null]);
    expect(judged({ mediaType: 'image/gif', bytes: 900 })).toEqual(['attachment', null]);
  });

  test('is a picture that could be the invoice if there is no other', () => {
    expect(judged({ mediaType: 'image/png', bytes: 120_000, picture: { width: 900, height: 200 } })).toEqual([
      'attachment',
      'picture_not_read',
    ]);
    // A page that somebody pasted into the text of the mail.
    expect(
      judged(
        { mediaType: 'image/png', bytes: 120_000, contentId: 'a', picture: { width: 1240, height: 1754 } },
        ['a'],
      ),
    ).toEqual(['attachment', 'picture_not_read']);
  });

  test('comes with ordinary mail and is no invoice', () => {
    for (const declaredType of [
      'text/calendar',
      'text/vcard',
      'application/pgp-signature',
      'application/pgp-keys',
      'message/delivery-status',
    ]) {
      expect(judged({ declaredType })).toEqual(['attachment', null]);
    }
    expect(
      judged({ mediaType: 'application/pkcs7-signature', declaredType: 'application/pkcs7-signature' }),
    ).toEqual(['attachment', null]);
    expect(judged({ mediaType: 'multipart/appledouble' })).toEqual(['attachment', null]);
  });

  test('is any other file, which could be the invoice if there is no other', () => {
    expect(judged({ mediaType: 'application/msword' })).toEqual(['attachment', 'file_not_read']);
    expect(judged({ mediaType: 'text/html' })).toEqual(['attachment', 'html_not_read']);
  });
});
