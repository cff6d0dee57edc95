import { describe, expect, test } from '@jest/globals';
import { splitMail } from '../../../src/ingest/mime/split.ts';
import { mailOf, mailOfOne, type RawPart, senderHeaders } from '../support/raw-mail.ts';
import { limitsWith, withFile } from '../support/readers.ts';

const text: RawPart = { type: 'text/plain', content: 'Hej' };

async function natureOf(raw: Uint8Array) {
  const { nature } = await withFile('mail', raw, async (file, folder) =>
    splitMail(file, folder, limitsWith({})),
  );
  return { isReport: nature.isReport, code: nature.notInvoice?.code ?? null };
}

describe('by its own headers a mail is', () => {
  test.each([
    ['delivery-status', 'bounce'],
    ['disposition-notification', 'read_receipt'],
    ['feedback-report', 'feedback_report'],
  ])('a report of type %s', async (type, code) => {
    expect(await natureOf(mailOf([text], { subtype: `report; report-type=${type}` }))).toEqual({
      isReport: true,
      code,
    });
  });

  test.each([
    ['Auto-Submitted: auto-replied', 'auto_reply'],
    ['Precedence: auto_reply', 'auto_reply'],
    ['X-Autoreply: yes', 'auto_reply'],
    // Invoicing programs write this honestly.
    ['Auto-Submitted: auto-generated', null],
    ['Precedence: bulk', null],
  ])('with %s', async (header, code) => {
    expect(await natureOf(mailOfOne(text, [...senderHeaders, header]))).toEqual({ isReport: false, code });
  });

  test('a bounce when the mail system itself wrote it', async () => {
    const headers = ['From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example>', 'Subject: Undeliverable'];
    expect((await natureOf(mailOfOne(text, headers))).code).toBe('bounce');
  });

  test('an invitation when a calendar in it asks for an answer, and not when one merely comes along', async () => {
    const calendar = (parameters: string): RawPart => ({
      type: `text/calendar${parameters}`,
      content: 'BEGIN:VCALENDAR',
    });
    expect((await natureOf(mailOf([text, calendar('; charset=utf-8; method=REQUEST')]))).code).toBe(
      'calendar_invitation',
    );
    expect((await natureOf(mailOf([text, calendar('; method="CANCEL"')]))).code).toBe('calendar_invitation');
    expect((await natureOf(mailOf([text, calendar('; method=PUBLISH')]))).code).toBeNull();
    expect((await natureOf(mailOf([text, calendar('')]))).code).toBeNull();
  });
});
