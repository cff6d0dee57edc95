import type { XmlElement } from '../xml/element.ts';
import { realReference, type XmlWriter } from '../xml/xml-writer.ts';
import { all, finvoiceDate, first } from './elements.ts';

/** Number, dates, currency, kind and references. */
export function readFinvoiceHeader(root: XmlElement, { invoice, take, takeFirst }: XmlWriter): void {
  const details = first(root, 'InvoiceDetails');
  take('documentType', first(details, 'InvoiceTypeCode') ?? root);
  invoice.invoiceNumber = take('invoiceNumber', first(details, 'InvoiceNumber'));
  invoice.issueDate = take('issueDate', first(details, 'InvoiceDate'), finvoiceDate);
  invoice.dueDate = takeFirst(
    'dueDate',
    [
      ...all(details, 'PaymentTermsDetails/InvoiceDueDate'),
      first(root, 'EpiDetails/EpiPaymentInstructionDetails/EpiDateOptionDate'),
    ],
    finvoiceDate,
  );
  invoice.references.order = take('references.order', first(details, 'OrderIdentifier'), realReference);
  invoice.references.buyer = takeFirst('references.buyer', [
    first(details, 'BuyerReferenceIdentifier'),
    first(root, 'BuyerContactPersonName'),
  ]);
  const preceding = [
    ...all(details, 'OriginalInvoiceNumber'),
    ...all(details, 'OriginalInvoiceReference/InvoiceNumber'),
  ];
  invoice.references.preceding = preceding
    .filter((element, index) => preceding.findIndex((other) => other.text === element.text) === index)
    .map((element, index) => take(`references.preceding.${index}`, element))
    .filter((number) => number !== null);
}
