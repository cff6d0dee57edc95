import type { DocumentType, Reason } from '../../../invoice/invoice.ts';
import { isCreditNoteCode } from '../document-type-code.ts';
import type { XmlElement } from '../xml/element.ts';
import { text } from './elements.ts';

/**
 * Codes of the Finvoice code list that ask for money: invoice, credit note, interest invoice, internal invoice, proforma,
 * self-billing, direct payment. Collection (INV05) and reminders (INV08) ask again for what an invoice asked for; the
 * others are requests, quotations, orders, confirmations, price lists, delivery notes and tests.
 */
const invoiceCodes = new Set(['INV01', 'INV02', 'INV03', 'INV04', 'INV06', 'INV07', 'INV09']);

export function kindOf(root: XmlElement): DocumentType | 'other' {
  const code = text(root, 'InvoiceDetails/InvoiceTypeCode')?.toUpperCase() ?? 'INV01';
  if (!invoiceCodes.has(code)) return 'other';
  const isCredit = code === 'INV02' || isCreditNoteCode(text(root, 'InvoiceDetails/InvoiceTypeCodeUN'));
  return isCredit ? 'creditNote' : 'invoice';
}

/** Why a person should look, beyond what its type code says. */
export function reasonsInKind(root: XmlElement): Reason[] {
  const version = root.attributes.get('Version') ?? '';
  const origin = text(root, 'InvoiceDetails/OriginCode');
  const reasons: Reason[] = [];
  if (origin !== null && /^(copy|cancel)$/i.test(origin)) {
    reasons.push({
      code: 'not_original',
      message:
        origin.toLowerCase() === 'copy'
          ? 'it calls itself a copy of an invoice sent before'
          : 'it calls off an invoice sent before',
    });
  }
  if (/^1\.[0-2]\b/.test(version)) {
    reasons.push({
      code: 'finvoice_old',
      message: `it is a Finvoice of the old version ${version.slice(0, 10)}: see that amounts and account were read rightly`,
    });
  }
  return reasons;
}

/** The UNTDID 1001 code: as it stands in version 3, and from the Finvoice code where that says something special. */
export function typeCodeOf(root: XmlElement): string | null {
  const code = text(root, 'InvoiceDetails/InvoiceTypeCode')?.toUpperCase();
  const special = { INV06: '325', INV07: '389' }[code ?? ''];
  return special ?? text(root, 'InvoiceDetails/InvoiceTypeCodeUN');
}
