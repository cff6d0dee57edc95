import { isCreditNoteCode } from '../document-type-code.ts';
import { xmlDate } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import { realReference, type XmlWriter } from '../xml/xml-writer.ts';
import { all, first, followsEn16931 } from './namespaces.ts';

/** Number, dates, currency, kind and references; gives back the type code. */
export function readUblHeader(root: XmlElement, { invoice, take, takeFirst }: XmlWriter): string | null {
  const code = first(root, 'cbc:InvoiceTypeCode') ?? first(root, 'cbc:CreditNoteTypeCode');
  const isCreditNote = root.name.endsWith('CreditNote') || isCreditNoteCode(code?.text ?? null);
  invoice.documentType = isCreditNote ? 'creditNote' : 'invoice';
  take('documentType', code ?? root);
  invoice.invoiceNumber = take('invoiceNumber', first(root, 'cbc:ID'));
  invoice.issueDate = take('issueDate', first(root, 'cbc:IssueDate'), xmlDate);
  invoice.dueDate = takeFirst(
    'dueDate',
    [
      first(root, 'cbc:DueDate'),
      first(root, 'cac:PaymentMeans/cbc:PaymentDueDate'),
      first(root, 'cac:PaymentTerms/cbc:PaymentDueDate'),
    ],
    xmlDate,
  );
  invoice.currency =
    take('currency', first(root, 'cbc:DocumentCurrencyCode')) ?? currencyOfAmounts(root, take);
  invoice.references.order = take(
    'references.order',
    first(root, 'cac:OrderReference/cbc:ID'),
    realReference,
  );
  invoice.references.buyer = takeFirst('references.buyer', [
    first(root, 'cbc:BuyerReference'),
    first(root, 'cac:AccountingCustomerParty/cac:Party/cac:Contact/cbc:ID'),
  ]);
  const preceding = [
    ...all(root, 'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID'),
    ...all(root, 'cac:BillingReference/cac:CreditNoteDocumentReference/cbc:ID'),
  ];
  // Some write the reference once for every line that it concerns.
  const distinct = preceding.filter((element, index) => preceding.findIndex(sameText(element)) === index);
  invoice.references.preceding = distinct
    .map((element, index) => take(`references.preceding.${index}`, element))
    .filter((number) => number !== null);
  return code?.text ?? (root.name.startsWith('SelfBilled') ? '389' : null);
}

/** UBL itself can do without the code, since every amount names its currency; EN 16931 cannot. */
function currencyOfAmounts(root: XmlElement, take: XmlWriter['take']): string | null {
  if (followsEn16931(root)) return null;
  const payable = first(root, 'cac:LegalMonetaryTotal/cbc:PayableAmount');
  return take('currency', payable, () => payable?.attributes.get('currencyID') ?? null);
}

function sameText(element: XmlElement): (other: XmlElement) => boolean {
  return (other) => other.text === element.text;
}
