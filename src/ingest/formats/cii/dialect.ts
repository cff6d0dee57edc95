/**
 * The two generations of UN/CEFACT's Cross Industry Invoice: D16B, which Factur-X, ZUGFeRD 2 and XRechnung use, and the
 * earlier draft that ZUGFeRD 1 is made of. They hold the same, under names that differ in places.
 */
import { type Selector, selectorFor } from '../xml/element.ts';

export interface CiiDialect extends Selector {
  /** Names the reader in the invoice: "cii", "zugferd1". */
  source: string;
  followsEn16931: boolean;
  rootName: string;
  rootNamespace: string;
  /** Paths from the root. */
  document: string;
  agreement: string;
  settlement: string;
  lines: string;
  /** Paths from the settlement. */
  summation: string;
  /** Paths from a line. */
  lineAgreement: string;
  lineDelivery: string;
  lineSettlement: string;
  lineSummation: string;
  /** Names of single elements. */
  referenceId: string;
  rate: string;
}

const namespaceOf = (kind: string, version: string) =>
  `urn:un:unece:uncefact:data:standard:${kind}:${version}`;

const d16bRoot = namespaceOf('CrossIndustryInvoice', '100');

export const d16b: CiiDialect = {
  ...selectorFor({
    rsm: d16bRoot,
    ram: namespaceOf('ReusableAggregateBusinessInformationEntity', '100'),
    udt: namespaceOf('UnqualifiedDataType', '100'),
    qdt: namespaceOf('QualifiedDataType', '100'),
  }),
  source: 'cii',
  followsEn16931: true,
  rootName: 'CrossIndustryInvoice',
  rootNamespace: d16bRoot,
  document: 'rsm:ExchangedDocument',
  agreement: 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement',
  settlement: 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement',
  lines: 'rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem',
  summation: 'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
  lineAgreement: 'ram:SpecifiedLineTradeAgreement',
  lineDelivery: 'ram:SpecifiedLineTradeDelivery',
  lineSettlement: 'ram:SpecifiedLineTradeSettlement',
  lineSummation: 'ram:SpecifiedTradeSettlementLineMonetarySummation',
  referenceId: 'ram:IssuerAssignedID',
  rate: 'ram:RateApplicablePercent',
};

const zugferd1Root = 'urn:ferd:CrossIndustryDocument:invoice:1p0';

export const zugferd1Dialect: CiiDialect = {
  ...selectorFor({
    rsm: zugferd1Root,
    ram: namespaceOf('ReusableAggregateBusinessInformationEntity', '12'),
    udt: namespaceOf('UnqualifiedDataType', '15'),
    qdt: namespaceOf('QualifiedDataType', '12'),
  }),
  source: 'zugferd1',
  followsEn16931: false,
  rootName: 'CrossIndustryDocument',
  rootNamespace: zugferd1Root,
  document: 'rsm:HeaderExchangedDocument',
  agreement: 'rsm:SpecifiedSupplyChainTradeTransaction/ram:ApplicableSupplyChainTradeAgreement',
  settlement: 'rsm:SpecifiedSupplyChainTradeTransaction/ram:ApplicableSupplyChainTradeSettlement',
  lines: 'rsm:SpecifiedSupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem',
  summation: 'ram:SpecifiedTradeSettlementMonetarySummation',
  lineAgreement: 'ram:SpecifiedSupplyChainTradeAgreement',
  lineDelivery: 'ram:SpecifiedSupplyChainTradeDelivery',
  lineSettlement: 'ram:SpecifiedSupplyChainTradeSettlement',
  lineSummation: 'ram:SpecifiedTradeSettlementMonetarySummation',
  referenceId: 'ram:ID',
  rate: 'ram:ApplicablePercent',
};
