/**
 * Who is who, deterministically: the same bytes give the same ids in any ledger (invariants I2 and I3 of
 * docs/protocol.md), so that a ledger rebuilt from the mailboxes recognises what its copies already hold.
 */
import { createHash } from 'node:crypto';
import type { Invoice } from './invoice.ts';

/** SHA-256 as 64 hex digits. */
export type Sha256 = string;

export function sha256(...parts: (string | Uint8Array)[]): Sha256 {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Hash of several fields, unambiguous whatever they contain. */
function hashOfFields(...fields: string[]): Sha256 {
  return sha256(JSON.stringify(fields));
}

/** A delivery is its raw bytes within its book; mail that no book claims has the empty book. */
export function deliveryId(book: string | null, rawHash: Sha256): string {
  return `d${hashOfFields('delivery', book ?? '', rawHash).slice(0, 31)}`;
}

/** A document is one part of a delivery: the part's path in the MIME tree. */
export function documentId(delivery: string, path: string): string {
  return `p${hashOfFields('document', delivery, path).slice(0, 31)}`;
}

/** An invoice is the content of its primary document within its book; `ordinal` tells several in one document apart. */
export function invoiceId(book: string, primaryDocumentHash: Sha256, ordinal = 0): string {
  return `i${hashOfFields('invoice', book, primaryDocumentHash, String(ordinal)).slice(0, 31)}`;
}

/** Where the chain of every copy of a book begins: a copy with this head holds no receipt. */
export function genesisHead(book: string): Sha256 {
  return hashOfFields('genesis', book);
}

/** The head after a batch: H(head, batch id, epoch, ids receipted, in order). */
export function nextHead(
  head: Sha256,
  batchId: string,
  epoch: number,
  invoiceIds: readonly string[],
): Sha256 {
  return hashOfFields('link', head, batchId, String(epoch), ...invoiceIds);
}

/** "F-2024/0017 " and "f2024-17" are not the same number, but "F 2024 17" and "F-2024/17" are: separators and case go, digits stay. */
export function normaliseInvoiceNumber(invoiceNumber: string): string {
  return invoiceNumber
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Company names compared without case, punctuation or their legal form ("AB", "Aktiebolag", "Ltd" …). */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(ab|aktiebolag|hb|kb|publ|as|asa|aps|a s|oy|oyj|gmbh|ltd|limited|bv|b v|sa|sarl)\b/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Everything by which a supplier may be known, strongest first (DOMAIN order: organisation number, VAT, bankgiro, plusgiro, IBAN, name). */
export function supplierKeys(invoice: Invoice): string[] {
  const { seller, payment } = invoice;
  const keys: string[] = [];
  if (seller.organisationNumber)
    keys.push(`org:${seller.organisationNumber.replace(/\W/g, '').toUpperCase()}`);
  if (seller.vatId) {
    const vatId = seller.vatId.replace(/\W/g, '').toUpperCase();
    keys.push(`vat:${vatId}`);
    // A Swedish VAT number holds the organisation number, so either one identifies the same company.
    const swedish = isSwedishVatGroup(vatId) ? null : /^SE(\d{10})01$/.exec(vatId);
    if (swedish && !seller.organisationNumber) keys.unshift(`org:${swedish[1]}`);
  }
  for (const kind of ['bankgiro', 'plusgiro', 'iban'] as const) {
    for (const account of payment.accounts) {
      if (account.kind === kind) keys.push(`${kind}:${account.id.replace(/\W/g, '').toUpperCase()}`);
    }
  }
  if (seller.name) keys.push(`name:${normaliseName(seller.name)}`);
  return keys;
}

/**
 * Whether a VAT number without blanks is of a Swedish VAT group: banks, insurers and their like are registered together,
 * under a number of this series that is no member's organisation number.
 */
export function isSwedishVatGroup(vatId: string): boolean {
  return /^SE663000\d{6}$/.test(vatId);
}

/** Whether two lists of supplier keys mean one supplier: a key in common, and no two organisation numbers that differ. */
export function isSameSupplier(a: readonly string[], b: readonly string[]): boolean {
  const organisations = (keys: readonly string[]) => keys.filter((key) => key.startsWith('org:'));
  // Two organisation numbers that differ are two companies, even under one name or with one bank account.
  const differ = organisations(a).some((own) => organisations(b).some((other) => other !== own));
  return !differ && a.some((key) => b.includes(key));
}
