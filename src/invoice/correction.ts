/** What a person says a field of an invoice is, over whatever was read. Pure. */
import type { Evidence, Invoice, PaymentAccount, Reason } from './invoice.ts';

/** The fields that can be corrected, by their path in the invoice. */
export const correctableFields = [
  'documentType',
  'invoiceNumber',
  'issueDate',
  'dueDate',
  'currency',
  'seller.name',
  'seller.organisationNumber',
  'seller.vatId',
  'buyer.name',
  'buyer.vatId',
  'totals.net',
  'totals.vat',
  'totals.gross',
  'totals.rounding',
  'totals.payable',
  'payment.accounts',
  'payment.reference',
  'references.order',
  'references.buyer',
] as const;
export type CorrectableField = (typeof correctableFields)[number];

export interface Correction {
  field: CorrectableField;
  value: string | null | PaymentAccount[];
  actor: string;
}

export function valueAt(invoice: Invoice, field: CorrectableField): Correction['value'] {
  const [first = '', second] = field.split('.');
  const top = (invoice as unknown as Record<string, unknown>)[first];
  return (second === undefined ? top : (top as Record<string, unknown>)[second]) as Correction['value'];
}

/** The invoice as corrected, each corrected field with the person as its evidence. */
export function withCorrections(invoice: Invoice, corrections: readonly Correction[]): Invoice {
  const corrected = structuredClone(invoice);
  for (const { field, value, actor } of corrections) {
    const [first = '', second] = field.split('.');
    const top = corrected as unknown as Record<string, unknown>;
    if (second === undefined) top[first] = value;
    else (top[first] as Record<string, unknown>)[second] = value;
    for (const path of Object.keys(corrected.evidence)) {
      if (path === field || path.startsWith(`${field}.`)) delete corrected.evidence[path];
    }
    if (value !== null) corrected.evidence[field] = evidenceOf(actor, value);
  }
  return corrected;
}

function evidenceOf(actor: string, value: NonNullable<Correction['value']>): Evidence {
  return {
    source: 'person',
    where: actor,
    text: typeof value === 'string' ? value : value.map(({ kind, id }) => `${kind} ${id}`).join(', '),
    confidence: 1,
  };
}

/** The reasons that are left: one that names a corrected field behind its last colon ("missing:issue_date") is answered. */
export function unanswered(reasons: readonly Reason[], corrections: readonly Correction[]): Reason[] {
  const answered = new Set(corrections.flatMap(({ field }) => namesOf(field)));
  return reasons.filter(
    ({ code }) => !code.includes(':') || !answered.has(camelCase(code.split(':').at(-1) ?? '')),
  );
}

/** What reasons call a field besides its path: "missing:supplier" is answered by any of its numbers. */
const alsoCalled: Partial<Record<CorrectableField, readonly string[]>> = {
  'seller.organisationNumber': ['supplier', 'seller', 'numbersAgree'],
  'seller.vatId': ['supplier', 'seller', 'numbersAgree'],
  'payment.accounts': ['supplier', 'bankgiro', 'plusgiro', 'iban'],
};

function namesOf(field: CorrectableField): string[] {
  return [field, field.split('.').at(-1) ?? field, ...(alsoCalled[field] ?? [])];
}

function camelCase(name: string): string {
  return name.replace(/_(\p{L})/gu, (_, letter: string) => letter.toUpperCase());
}
