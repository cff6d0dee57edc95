import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dispose, type MailFacts } from '../../src/ingest/disposition.ts';
import type { BodyText } from '../../src/ingest/mime/body-text.ts';
import type { ReadInvoice } from '../../src/ingest/reading.ts';
import { blankInvoice, type Reason } from '../../src/invoice/invoice.ts';
import { codes } from './support/readers.ts';

const nothing: MailFacts = {
  subject: null,
  nature: { isReport: false, notInvoice: null },
  bodies: [],
  reasons: [],
  documents: [],
  invoices: [],
};

function reason(code: string): Reason {
  return { code, message: code };
}

function body(text: string, changes: Partial<BodyText> = {}): BodyText {
  return { text, shownIds: [], hasLink: false, hasUuencodedFile: false, ...changes };
}

function invoice(...reasons: Reason[]): ReadInvoice {
  return {
    primaryPath: '2',
    ordinal: 0,
    invoice: blankInvoice('test', 'invoice'),
    state: reasons.length ? 'needs_review' : 'ready',
    reasons,
    documents: [],
  };
}

function cameTo(facts: Partial<MailFacts>) {
  const { disposition, reasons } = dispose({ ...nothing, ...facts });
  return [disposition, ...codes(reasons)];
}

describe('a mail comes to', () => {
  test('an invoice when one was found and nothing is in doubt', () => {
    expect(cameTo({ invoices: [invoice()], documents: [{ kind: 'invoice', reason: null }] })).toEqual([
      'invoice',
    ]);
  });

  test('an invoice although its logos, its letter and its terms were not understood', () => {
    const documents = [
      { kind: 'attachment' as const, reason: reason('picture_not_read') },
      { kind: 'not_invoice' as const, reason: reason('terms') },
    ];
    expect(cameTo({ invoices: [invoice()], documents, bodies: [body('Faktura bifogas')] })).toEqual([
      'invoice',
    ]);
  });

  test('a person when the invoice is in doubt, or anything in the mail could not be opened', () => {
    expect(cameTo({ invoices: [invoice(reason('sum'))] })).toEqual(['needs_review', 'sum']);
    expect(
      cameTo({ invoices: [invoice()], documents: [{ kind: 'unreadable', reason: reason('encrypted') }] }),
    ).toEqual(['needs_review', 'encrypted']);
    expect(cameTo({ invoices: [invoice()], reasons: [reason('mail_truncated')] })).toEqual([
      'needs_review',
      'mail_truncated',
    ]);
  });

  test('a person when no invoice was found and an attachment could be one', () => {
    expect(cameTo({ documents: [{ kind: 'attachment', reason: reason('file_not_read') }] })).toEqual([
      'needs_review',
      'file_not_read',
    ]);
  });

  test('a person when the text speaks of an invoice and none is attached (A8)', () => {
    expect(cameTo({ subject: 'Din faktura' })).toEqual(['needs_review', 'invoice_in_text']);
    expect(cameTo({ bodies: [body('Download your invoice here', { hasLink: true })] })).toEqual([
      'needs_review',
      'invoice_behind_link',
    ]);
    expect(cameTo({ bodies: [body('Hej', { hasUuencodedFile: true })] })).toEqual([
      'needs_review',
      'file_in_text',
    ]);
  });

  test.each([
    'Ihre Rechnung',
    'Votre facture',
    'Uw factuur',
    'Laskunne',
    'La sua fattura',
    'Hyresavi för maj',
    'Kreditnota 12',
  ])('a person for "%s"', (subject) => {
    expect(cameTo({ subject })).toEqual(['needs_review', 'invoice_in_text']);
  });

  test('no invoice when nothing speaks of one', () => {
    expect(
      cameTo({ subject: 'Mötet på torsdag', documents: [{ kind: 'attachment', reason: null }] }),
    ).toEqual(['not_invoice', 'no_invoice']);
  });

  test('no invoice when its documents say what else they are', () => {
    expect(
      cameTo({
        subject: 'Påminnelse om faktura',
        documents: [{ kind: 'not_invoice', reason: reason('reminder') }],
      }),
    ).toEqual(['not_invoice', 'reminder']);
  });

  test('no invoice when a machine answers, though it speaks of one', () => {
    const nature = { isReport: false, notInvoice: reason('auto_reply') };
    expect(cameTo({ nature, subject: 'Autosvar: Faktura 1001' })).toEqual(['not_invoice', 'auto_reply']);
    expect(cameTo({ nature, documents: [{ kind: 'unreadable', reason: reason('scan') }] })).toEqual([
      'needs_review',
      'scan',
    ]);
  });

  test('no invoice when it is a report, whatever the mail is in that it quotes', () => {
    const nature = { isReport: true, notInvoice: reason('bounce') };
    expect(
      cameTo({
        nature,
        subject: 'Undeliverable: Faktura',
        documents: [{ kind: 'unreadable', reason: reason('x') }],
      }),
    ).toEqual(['not_invoice', 'bounce']);
    expect(cameTo({ nature, invoices: [invoice()] })).toEqual(['invoice']);
  });
});

test('every mail that does not simply hold invoices says why, each reason once; in doubt it is for a person', () => {
  const reasons = fc.array(fc.constantFrom('a', 'b', 'c').map(reason), { maxLength: 3 });
  const document = fc.record({
    kind: fc.constantFrom(
      'invoice' as const,
      'attachment' as const,
      'not_invoice' as const,
      'unreadable' as const,
    ),
    reason: fc.constantFrom('d', 'e').map(reason),
  });
  fc.assert(
    fc.property(
      fc.record({
        subject: fc.constantFrom(null, 'Faktura', 'Hej'),
        nature: fc.constantFrom(nothing.nature, { isReport: false, notInvoice: reason('auto_reply') }),
        bodies: fc.constantFrom([], [body('faktura')]),
        reasons,
        documents: fc.array(document, { maxLength: 3 }),
        invoices: fc.array(
          reasons.map((some) => invoice(...some)),
          { maxLength: 2 },
        ),
      }),
      (facts) => {
        const { disposition, reasons: why } = dispose(facts);
        expect(why.length > 0).toBe(disposition !== 'invoice');
        expect(new Set(why.map(({ message }) => message)).size).toBe(why.length);
        const isInDoubt =
          facts.reasons.length > 0 || facts.documents.some(({ kind }) => kind === 'unreadable');
        if (isInDoubt) expect(disposition).toBe('needs_review');
      },
    ),
  );
});
