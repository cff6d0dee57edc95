import { expect, test } from '@jest/globals';
import { splitLoneFile } from '../../../src/ingest/mime/lone-file.ts';
import { hashOf } from '../../support/mail-room.ts';
import { ublOf } from '../support/certain.ts';
import { attached, mailOf } from '../support/raw-mail.ts';
import { limitsWith, withFile } from '../support/readers.ts';

async function split(name: string, content: Uint8Array) {
  return await withFile(name, content, async (file, folder) => splitLoneFile(file, folder, limitsWith({})));
}

test('a file that is no mail is the only part of itself, called as the file is', async () => {
  const ubl = ublOf(1);
  const { parts, envelope } = await split('faktura.pdf', ubl);
  expect(
    parts.map(({ path, fileName, mediaType, sha256 }) => ({ path, fileName, mediaType, sha256 })),
  ).toEqual([{ path: '1', fileName: 'faktura.pdf', mediaType: 'application/xml', sha256: hashOf(ubl) }]);
  expect(envelope.from).toBeNull();
});

test('a mail in a file is split, whatever the file is called', async () => {
  const mail = mailOf([{ type: 'application/xml', headers: attached('a.xml'), content: ublOf(1) }]);
  const { parts, envelope } = await split('mail.bin', mail);
  expect(parts.map(({ path, fileName }) => [path, fileName])).toEqual([['1', 'a.xml']]);
  expect(envelope.from).toBe('faktura@kakelboden.example');
});

test('an empty file is an empty part', async () => {
  const { parts } = await split('faktura.pdf', Buffer.alloc(0));
  expect(parts.map(({ mediaType, bytes }) => [mediaType, bytes])).toEqual([['application/x-empty', 0]]);
});
