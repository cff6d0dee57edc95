/** Finvoice 3.0 as it is delivered: ISO-8859-15, decimal commas, a SOAP frame before it in the same file. */
import type { InventedInvoice } from './invoices.ts';
import { escaped, unitCode, withoutHyphens } from './xml-text.ts';

export interface FinvoiceWish {
  /** The frame of the forwarding service in front, with its own XML declaration behind it. */
  framed?: boolean;
}

export function toFinvoice(invoice: InventedInvoice, { framed = false }: FinvoiceWish = {}): Buffer {
  return inLatin9(`${framed ? frame : ''}<?xml version="1.0" encoding="ISO-8859-15"?>\n${bare(invoice)}`);
}

const frame = `<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:eb="http://www.oasis-open.org/committees/ebxml-msg/schema/msg-header-2_0.xsd">
<SOAP-ENV:Header><eb:MessageHeader><eb:From><eb:PartyId>003712345671</eb:PartyId></eb:From></eb:MessageHeader></SOAP-ENV:Header>
<SOAP-ENV:Body><eb:Manifest><eb:Reference/></eb:Manifest></SOAP-ENV:Body>
</SOAP-ENV:Envelope>
`;

function bare(invoice: InventedInvoice): string {
  const { totals, supplier, currency } = invoice;
  // A credit note is written with negative amounts and quantities.
  const signed = (value: string) => signedFor(invoice, value);
  const amount = (name: string, value: string) =>
    `<${name} AmountCurrencyIdentifier="${currency}">${withComma(signed(value))}</${name}>`;
  return `<Finvoice Version="3.0">
  <SellerPartyDetails><SellerPartyIdentifier>${supplier.organisationNumber}</SellerPartyIdentifier><SellerOrganisationName>${escaped(supplier.name)}</SellerOrganisationName><SellerOrganisationTaxCode>${supplier.vatId}</SellerOrganisationTaxCode><SellerPostalAddressDetails><CountryCode>SE</CountryCode></SellerPostalAddressDetails></SellerPartyDetails>
  <BuyerPartyDetails><BuyerOrganisationName>${escaped(invoice.buyer.name)}</BuyerOrganisationName><BuyerOrganisationTaxCode>${invoice.buyer.vatId}</BuyerOrganisationTaxCode></BuyerPartyDetails>
  <InvoiceDetails>
    <InvoiceTypeCode>${invoice.documentType === 'creditNote' ? 'INV02' : 'INV01'}</InvoiceTypeCode>
    <InvoiceTypeText>LASKU</InvoiceTypeText>
    <OriginCode>Original</OriginCode>
    <InvoiceNumber>${escaped(invoice.invoiceNumber)}</InvoiceNumber>
    <InvoiceDate Format="CCYYMMDD">${withoutHyphens(invoice.issueDate)}</InvoiceDate>
    ${invoice.preceding === null ? '' : `<OriginalInvoiceNumber>${invoice.preceding}</OriginalInvoiceNumber>`}
    <BuyerReferenceIdentifier>Karin Ek</BuyerReferenceIdentifier>
    ${amount('RowsTotalVatExcludedAmount', totals.net)}
    ${amount('InvoiceTotalVatExcludedAmount', totals.net)}
    ${amount('InvoiceTotalVatAmount', totals.vat)}
    ${amount('InvoiceTotalVatIncludedAmount', totals.gross)}
    ${amount('InvoiceTotalRoundoffAmount', totals.rounding)}
    ${invoice.vatBreakdown
      .map(
        ({ rate, taxable, tax }) =>
          `<VatSpecificationDetails>${amount('VatBaseAmount', taxable)}<VatRatePercent>${rate}</VatRatePercent><VatCode>S</VatCode>${amount('VatRateAmount', tax)}</VatSpecificationDetails>`,
      )
      .join('\n    ')}
    <PaymentTermsDetails><InvoiceDueDate Format="CCYYMMDD">${withoutHyphens(invoice.dueDate)}</InvoiceDueDate></PaymentTermsDetails>
  </InvoiceDetails>
  ${invoice.lines
    .map(
      (line, index) =>
        `<InvoiceRow><ArticleName>${escaped(line.description)}</ArticleName><InvoicedQuantity QuantityUnitCode="${line.unit}" QuantityUnitCodeUN="${unitCode(line.unit)}">${withComma(signed(line.quantity))}</InvoicedQuantity><UnitPriceAmount AmountCurrencyIdentifier="${currency}">${withComma(line.unitPrice)}</UnitPriceAmount><RowPositionIdentifier>${index + 1}</RowPositionIdentifier><RowVatRatePercent>${line.vatRate}</RowVatRatePercent><RowVatCode>S</RowVatCode>${amount('RowVatExcludedAmount', line.net)}</InvoiceRow>`,
    )
    .join('\n  ')}
  <EpiDetails>
    <EpiIdentificationDetails><EpiDate Format="CCYYMMDD">${withoutHyphens(invoice.issueDate)}</EpiDate><EpiReference>${invoice.paymentReference}</EpiReference></EpiIdentificationDetails>
    <EpiPartyDetails><EpiBeneficiaryPartyDetails><EpiAccountID IdentificationSchemeName="IBAN">${supplier.iban}</EpiAccountID></EpiBeneficiaryPartyDetails></EpiPartyDetails>
    <EpiPaymentInstructionDetails><EpiInstructedAmount AmountCurrencyIdentifier="${currency}">${instructed(invoice)}</EpiInstructedAmount><EpiDateOptionDate Format="CCYYMMDD">${withoutHyphens(invoice.dueDate)}</EpiDateOptionDate></EpiPaymentInstructionDetails>
  </EpiDetails>
</Finvoice>
`;
}

function signedFor({ documentType }: InventedInvoice, value: string): string {
  if (documentType === 'invoice' || /^0(\.0+)?$/.test(value)) return value;
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

/** Nothing can be ordered to be paid with a credit note. */
function instructed({ documentType, totals }: InventedInvoice): string {
  return documentType === 'creditNote' ? '0,00' : withComma(totals.payable);
}

function withComma(value: string): string {
  return value.replace('.', ',');
}

/** Latin-9 is Latin-1 but for eight characters; of those only the euro sign is written here. */
function inLatin9(text: string): Buffer {
  return Buffer.from(text.replaceAll('€', '\u00a4'), 'latin1');
}
