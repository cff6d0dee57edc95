import type { Language } from './language.ts';

export const english: Language = {
  code: 'en',
  labels: {
    invoiceNumber: {
      anywhere: `
        invoice number, invoice no, invoice nr, invoice num, invoice #, invoice id, credit note
        number, credit note no, credit note nr, credit memo no, credit memo number, tax invoice no,
        tax invoice number`,
      atStart: `invoice, credit note, tax invoice, credit memo`,
    },
    issueDate: {
      anywhere: `
        invoice date, date of invoice, date of issue, issue date, issued on, date issued, credit note
        date, billing date`,
      atStart: `date`,
    },
    dueDate: {
      anywhere: `
        due date, payment due, payment due date, due by, pay by, payable by, due on, date due`,
    },
    terms: { anywhere: `payment terms, terms of payment`, atStart: `terms` },
    currency: { anywhere: `currency, currency code, invoice currency` },
    net: {
      anywhere: `
        total excl vat, total excluding vat, total ex vat, subtotal, sub total, net amount, net total,
        total net, amount excl vat, taxable amount, total before tax, total before vat, total excl tax`,
      atStart: `net, excl vat, excluding vat`,
    },
    vat: {
      anywhere: `vat amount, total vat, vat total, tax amount, total tax, sales tax, of which vat`,
      atStart: `vat, tax, output vat`,
    },
    rounding: { anywhere: `rounding, rounding amount, rounded` },
    gross: {
      anywhere: `
        total incl vat, total including vat, total inc vat, amount incl vat, invoice total, invoice
        amount, grand total, total amount, gross amount, total incl tax`,
      atStart: `total, gross, incl vat`,
    },
    payable: {
      anywhere: `
        amount due, total due, balance due, amount payable, total payable, total to pay, amount to
        pay, please pay, total amount due, amount due for payment, to pay, amount owed, total credit,
        amount credited, credit total, credit amount`,
    },
    organisationNumber: {
      anywhere: `
        company registration number, company reg no, company reg number, company number, company no,
        registration number, registration no, reg no, corporate identity number, corp id no, corporate
        id, org no, org number, organisation number, organisation no, organization number,
        organization no, business id`,
    },
    vatId: {
      anywhere: `
        vat number, vat no, vat nr, vat id, vat id no, vat reg no, vat registration number, vat
        registration no, vat identification number, our vat no, our vat number, tax id, tax number,
        seller vat no`,
    },
    buyerOrganisationNumber: {
      anywhere: `
        your company no, your org no, your organisation number, customer org no, customer reg no,
        buyer org no, customer organisation number`,
    },
    buyerVatId: {
      anywhere: `
        your vat number, your vat no, your vat id, your vat reg no, customer vat number, customer vat
        no, customer vat id, customer vat, buyer vat no, buyer vat number, buyer's vat no, customer's
        vat no, client vat no`,
    },
    bankgiro: { anywhere: `bankgiro, bankgiro no, bankgiro number, bg no, bg` },
    plusgiro: { anywhere: `plusgiro, plusgiro no, plusgiro number, pg no, pg` },
    iban: { anywhere: `iban, iban no, iban number, iban code` },
    ocr: { anywhere: `ocr, ocr number, ocr no, ocr reference` },
    paymentReference: {
      anywhere: `
        payment reference, payment ref, reference for payment, remittance reference, quote when
        paying, reference number, reference no`,
    },
    order: {
      anywhere: `
        purchase order, purchase order number, purchase order no, po number, po no, p o number, p o #,
        po #, order number, order no, your order, your order no`,
    },
    buyerReference: { anywhere: `your reference, your ref, customer reference, buyer reference` },
    preceding: {
      anywhere: `
        original invoice, original invoice no, original invoice number, credited invoice, credited
        invoice no, credit of invoice, credit for invoice, credits invoice, credits invoice no, refers
        to invoice, relates to invoice, regarding invoice, against invoice`,
    },
    other: {
      anywhere: `
        customer number, customer no, customer id, account number, account no, delivery date, order
        date, our reference, our ref, late interest, interest on overdue, delivery terms, phone,
        telephone, fax, email, e mail, website, swift, bic, bic/swift, swift/bic, sort code, page, vat
        rate, tax rate, previous balance, unpaid balance, previous unpaid balance, service start date,
        service end date, ship date`,
      atStart: `
        description, quantity, qty, unit price, price, item, unit, discount, amount, shipping, freight`,
    },
  },
  invoiceTitles: `
    invoice, tax invoice, vat invoice, commercial invoice, sales invoice, self billed invoice, bill`,
  creditTitles: `credit note, credit memo, credit invoice, tax credit note, credit memorandum`,
  notInvoiceTitles: [
    {
      code: 'reminder',
      what: 'a reminder',
      phrases: `
        reminder, payment reminder, overdue notice, final notice, past due notice, dunning letter`,
    },
    {
      code: 'debt_collection',
      what: 'a debt collection demand',
      phrases: `debt collection, collection notice, notice of collection`,
    },
    {
      code: 'statement',
      what: 'a statement of account',
      phrases: `statement, statement of account, account statement`,
    },
    {
      code: 'order_confirmation',
      what: 'an order confirmation',
      phrases: `
        order confirmation, confirmation of order, order acknowledgement, purchase order, booking
        confirmation`,
    },
    {
      code: 'delivery_note',
      what: 'a delivery note',
      phrases: `
        delivery note, packing slip, packing list, despatch note, dispatch note, consignment note`,
    },
    {
      code: 'quotation',
      what: 'a quotation',
      phrases: `quotation, quote, estimate, offer, tender`,
    },
    {
      code: 'pro_forma',
      what: 'a pro forma invoice',
      phrases: `pro forma, proforma, pro forma invoice, proforma invoice`,
    },
    { code: 'receipt', what: 'a receipt', phrases: `receipt, payment receipt, remittance advice` },
    {
      code: 'terms_and_conditions',
      what: 'terms and conditions',
      phrases: `terms and conditions, general terms, general conditions, terms of service`,
    },
  ],
  buyerHeadings: `
    customer, buyer, bill to, billed to, invoice to, invoiced to, sold to, ship to, deliver to,
    delivery address, billing address, client, to, service address, remit from`,
  months: {
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    may: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  },
  dayFirst: false,
  impliedCurrency: null,
};
