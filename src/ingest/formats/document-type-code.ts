/** UNTDID 1001 codes: what kind of document an e-invoice says that it is. UBL, CII and Finvoice 3 share them. */
import type { Reason } from '../../invoice/invoice.ts';

/** 381 is the credit note; the others are its special kinds (self-billed, factored, for goods, for a prepayment …). */
const creditNoteCodes = new Set([
  '81',
  '83',
  '261',
  '262',
  '296',
  '308',
  '381',
  '396',
  '420',
  '458',
  '502',
  '503',
  '532',
]);

/** 389 is the self-billed invoice, 261 its credit note; the others are corrected, prepaid and factored ones. */
const selfBilledCodes = new Set(['261', '389', '471', '473', '500', '501', '502', '527']);

export function isCreditNoteCode(code: string | null): boolean {
  return code !== null && creditNoteCodes.has(code);
}

/** Why a document of this kind is not simply booked as a supplier's invoice. */
export function reasonsInTypeCode(code: string | null): Reason[] {
  if (code === '325') {
    return [
      { code: 'proforma', message: 'it calls itself a proforma invoice (code 325): nothing is owed yet' },
    ];
  }
  if (code !== null && selfBilledCodes.has(code)) {
    return [
      {
        code: 'self_billed',
        message: `the buyer wrote it in the seller's name (self-billing, code ${code}): see which of the two this book is`,
      },
    ];
  }
  return [];
}
