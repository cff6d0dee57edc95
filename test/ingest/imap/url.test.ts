import { expect, test } from '@jest/globals';
import { folderName, parseMailboxUrl } from '../../../src/ingest/imap/url.ts';

test('an address tells host, port, user, folder and how it is encrypted', () => {
  expect(
    parseMailboxUrl('imaps://faktura%40nordvik.example@imap.example.com/Inkommande/Fakturor%20nya'),
  ).toEqual({
    host: 'imap.example.com',
    port: 993,
    security: 'tls',
    user: 'faktura@nordvik.example',
    folder: ['Inkommande', 'Fakturor nya'],
  });
  expect(parseMailboxUrl('imaps://faktura@nordvik.example@imap.example.com:1993')).toMatchObject({
    user: 'faktura@nordvik.example',
    port: 1993,
    folder: ['INBOX'],
  });
});

test('without TLS from the first byte, STARTTLS is required everywhere but on this very machine', () => {
  const securityOf = (url: string, hasCa = false) => parseMailboxUrl(url, hasCa).security;
  expect(securityOf('imap://a@imap.example.com/')).toBe('starttls');
  expect(securityOf('imap://a@10.0.0.1/')).toBe('starttls');
  expect(securityOf('imap://a@localhost.example.com/')).toBe('starttls');
  expect(securityOf('imap://a@127.0.0.1.example.com/')).toBe('starttls');
  for (const host of ['localhost', '127.0.0.1', '127.3.2.1', '[::1]']) {
    expect(securityOf(`imap://a@${host}/`)).toBe('plain');
    expect(securityOf(`imap://a@${host}/`, true)).toBe('starttls');
  }
});

test.each([
  'no address',
  'https://a@imap.example.com/',
  'imaps://imap.example.com/INBOX',
  'imaps://a:secret@imap.example.com/INBOX',
  'imaps://a:secret@/INBOX',
  'imaps://a:secret@host:port/INBOX',
  'imaps://%zz@imap.example.com/INBOX',
])('%s is refused, and a password in it is not repeated', (url) => {
  let message = '';
  try {
    parseMailboxUrl(url);
  } catch (error) {
    expect(error).toMatchObject({ code: 'mailbox_url_invalid', kind: 'usage' });
    message = (error as Error).message;
  }
  expect(message).not.toBe('');
  expect(message).not.toContain('secret');
});

test('the inbox has one name however it is written', () => {
  expect(folderName(['inbox'])).toBe('INBOX');
  expect(folderName(['Inbox', 'a'])).toBe('Inbox/a');
});
