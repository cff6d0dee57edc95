import { isCreditNoteCode } from '../document-type-code.ts';
import { xmlDate } from '../xml/amount.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlWriter } from '../xml/xml-writer.ts';
import { all, first } from './namespaces.ts';

/** Number, dates, currency, kind (380 or 381) and references; gives back the type code. */
export function readSvefakturaHeader(
  root: XmlElement,
  { invoice, take, takeFirst }: XmlWriter,
): string | null {
  const code = first(root, 'inv:InvoiceTypeCode');
  invoice.documentType = isCreditNoteCode(code?.text ?? null) ? 'creditNote' : 'invoice';
  take('documentType', code ?? root);
  invoice.invoiceNumber = take('invoiceNumber', first(root, 'inv:ID'));
  invoice.issueDate = take('issueDate', first(root, 'cbc:IssueDate'), xmlDate);
  invoice.dueDate = takeFirst('dueDate', all(root, 'cac:PaymentMeans/cbc:DuePaymentDate'), xmlDate);
  invoice.currency = take('currency', first(root, 'inv:InvoiceCurrencyCode'));
  invoice.references.order = takeFirst('references.order', orderNumbers(root));
  invoice.references.buyer = takeFirst('references.buyer', [
    ...all(root, 'inv:RequisitionistDocumentReference/cac:ID'),
    first(root, 'cac:BuyerParty/cac:Party/cac:Contact/cbc:Name'),
  ]);
  const preceding = all(root, 'inv:InitialInvoiceDocumentReference/cac:ID');
  invoice.references.preceding = preceding
    .map((element, index) => take(`references.preceding.${index}`, element))
    .filter((number) => number !== null);
  return code?.text ?? null;
}

/** An order stands with the lines that it concerns, or among the other references, marked ON. */
function orderNumbers(root: XmlElement): XmlElement[] {
  return [
    ...all(root, 'cac:InvoiceLine/cac:OrderLineReference/cac:OrderReference/cac:BuyersID'),
    ...all(root, 'inv:AdditionalDocumentReference/cac:ID').filter(
      (id) => id.attributes.get('identificationSchemeID') === 'ON',
    ),
  ];
}
