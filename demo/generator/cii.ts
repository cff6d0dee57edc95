/** UN/CEFACT Cross Industry Invoice (D16B) as Factur-X and XRechnung profile it. */
import type { InventedInvoice } from './invoices.ts';
import { type CarriedFile, escaped, unitCode, withoutHyphens } from './xml-text.ts';

/** Factur-X from the poorest profile to the full one; BASIC WL and MINIMUM have no lines. */
export type CiiProfile = 'minimum' | 'basicwl' | 'en16931' | 'extended';

export interface CiiWish {
  profile?: CiiProfile;
  /** Files carried inside (BG-24). */
  carried?: CarriedFile[];
}

const guidelines: Record<CiiProfile, string> = {
  minimum: 'urn:factur-x.eu:1p0:minimum',
  basicwl: 'urn:factur-x.eu:1p0:basicwl',
  en16931: 'urn:cen.eu:en16931:2017',
  extended: 'urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended',
};

const namespaces = [
  'xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"',
  'xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"',
  'xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"',
].join(' ');

export function toCii(invoice: InventedInvoice, { profile = 'en16931', carried = [] }: CiiWish = {}): string {
  const hasLines = profile === 'en16931' || profile === 'extended';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice ${namespaces}>
  <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${guidelines[profile]}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>${escaped(invoice.invoiceNumber)}</ram:ID>
    <ram:TypeCode>${invoice.documentType === 'creditNote' ? 381 : 380}</ram:TypeCode>
    <ram:IssueDateTime>${date(invoice.issueDate)}</ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    ${hasLines ? invoice.lines.map((line, index) => lineOf(line, index + 1)).join('\n    ') : ''}
    <ram:ApplicableHeaderTradeAgreement>
      <ram:BuyerReference>Karin Ek</ram:BuyerReference>
      <ram:SellerTradeParty>${party(invoice.supplier)}</ram:SellerTradeParty>
      <ram:BuyerTradeParty>${party(invoice.buyer)}</ram:BuyerTradeParty>
      ${carried.map(attachment).join('\n      ')}
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>${settlement(invoice, profile)}</ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`;
}

/** MINIMUM says who, when and how much, and not where to pay it. */
function settlement(invoice: InventedInvoice, profile: CiiProfile): string {
  const currency = `<ram:InvoiceCurrencyCode>${invoice.currency}</ram:InvoiceCurrencyCode>`;
  const { net, vat, gross, rounding, payable } = invoice.totals;
  const amount = (name: string, value: string, attribute = '') =>
    `<ram:${name}${attribute}>${value}</ram:${name}>`;
  const totals = [
    profile === 'minimum' ? '' : amount('LineTotalAmount', net),
    amount('TaxBasisTotalAmount', net),
    amount('TaxTotalAmount', vat, ` currencyID="${invoice.currency}"`),
    profile === 'minimum' ? '' : amount('RoundingAmount', rounding),
    amount('GrandTotalAmount', gross),
    amount('DuePayableAmount', payable),
  ].join('');
  const summation = `<ram:SpecifiedTradeSettlementHeaderMonetarySummation>${totals}</ram:SpecifiedTradeSettlementHeaderMonetarySummation>`;
  if (profile === 'minimum') return currency + summation;
  return [
    `<ram:PaymentReference>${invoice.paymentReference}</ram:PaymentReference>`,
    currency,
    `<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>${invoice.supplier.iban}</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`,
    ...invoice.vatBreakdown.map(
      ({ rate, taxable, tax }) =>
        `<ram:ApplicableTradeTax><ram:CalculatedAmount>${tax}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${taxable}</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${rate}</ram:RateApplicablePercent></ram:ApplicableTradeTax>`,
    ),
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${date(invoice.dueDate)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>`,
    summation,
    invoice.preceding === null
      ? ''
      : `<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>${invoice.preceding}</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`,
  ].join('\n      ');
}

function party({ name, organisationNumber, vatId }: InventedInvoice['buyer']): string {
  return `<ram:Name>${escaped(name)}</ram:Name><ram:SpecifiedLegalOrganization><ram:ID schemeID="0007">${organisationNumber}</ram:ID></ram:SpecifiedLegalOrganization><ram:PostalTradeAddress><ram:CountryID>SE</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${vatId}</ram:ID></ram:SpecifiedTaxRegistration>`;
}

function lineOf(line: InventedInvoice['lines'][number], number: number): string {
  return `<ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument><ram:LineID>${number}</ram:LineID></ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct><ram:Name>${escaped(line.description)}</ram:Name></ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${line.unitPrice}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="${unitCode(line.unit)}">${line.quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>${line.vatRate}</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${line.net}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>`;
}

function attachment({ fileName, mediaType, content }: CarriedFile): string {
  return `<ram:AdditionalReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID><ram:TypeCode>916</ram:TypeCode><ram:AttachmentBinaryObject mimeCode="${mediaType}" filename="${escaped(fileName)}">${content.toString('base64')}</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument>`;
}

function date(iso: string): string {
  return `<udt:DateTimeString format="102">${withoutHyphens(iso)}</udt:DateTimeString>`;
}
