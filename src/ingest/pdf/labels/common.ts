import type { Language } from './language.ts';

/** Words that are the same everywhere. Nobody speaks this language; it is understood beside every other. */
export const common: Language = {
  code: 'common',
  labels: {
    iban: { anywhere: `iban, iban nr, iban no, iban code, iban number, iban nummer, bic/iban, iban/bic` },
    bankgiro: { anywhere: `bankgiro` },
    plusgiro: { anywhere: `plusgiro` },
    other: {
      anywhere: `bic, swift, bic/swift, swift/bic, swift code, bic code, swift kod, e mail, email, www, http, https, gln, ean, peppol id`,
    },
  },
  sums: { total: '', without: '', with: '', tax: '', toPay: '' },
  columns: {},
  invoiceTitles: '',
  creditTitles: '',
  notInvoiceTitles: { pro_forma: `pro forma, proforma` },
  buyerHeadings: '',
  sellerHeadings: '',
  datedWords: '',
  dayWords: '',
  paying: '',
  byDay: '',
  paidBefore: '',
  debitServices: '',
  directDebit: 'sepa direct debit',
  paidAlready: '',
  reverseCharge: 'reverse charge',
  selfBilling: 'self billing, self billed',
  assigned: '',
  sellerAfter: ``,
  agentAfter: ``,
  months: {},
  dayFirst: true,
  impliedCurrency: null,
  country: null,
};
