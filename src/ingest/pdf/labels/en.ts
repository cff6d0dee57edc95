import type { Language } from './language.ts';

export const english: Language = {
  code: 'en',
  labels: {
    invoiceNumber: {
      anywhere: `
        invoice number, invoice no, invoice nr, invoice num, invoice #, invoice id, credit note number, credit note no, credit note nr, credit note #, credit memo no, credit memo number, credit memo #, tax invoice no,
        tax invoice number, invoice ref, invoice reference, inv no, inv number, inv #, bill number, bill no, document number, credit number, credit no, number of invoice, our invoice no, vat invoice no, vat invoice number, credit invoice number, credit invoice no, tax invoice #, invoice code, inv nr, inv num, invoice n°, bill #, bill id, bill ref, bill reference, serial no, serial number of invoice`,
      atStart: `invoice, credit note, tax invoice, credit memo, vat invoice, no, number, document no, document nr, document #, document id, doc no, doc number, doc #, statement no, statement number, statement #, fee note no, fee note number, fee note, note no, voucher no, voucher number`,
    },
    issueDate: {
      anywhere: `invoice date, date of invoice, date of issue, issue date, issued on, issued at, date issued, issued, credit note date, billing date, bill date, invoice issued, invoice date/tax point, date/tax point, tax point/invoice date, tax point/date, invoice date and tax point, date of credit note, credit date, credit memo date, inv date, invoice issue date, invoiced on, dated, raised, raised on, date raised, created, created on, invoice created, inv dt, invoiced, notice date, date of notice, statement date, fee note date, date of this invoice, invoice/tax date, invoice and tax date, invoice & tax date, invoice date & tax point, invoice date or tax point, tax point and invoice date, tax date, tax point date, invoice date/delivery date, invoice date/date of supply, date of invoice/tax point, date of issue/tax point, issue date/tax point`,
      atStart: `date, document date`,
    },
    dueDate: {
      anywhere: `due date, payment due, payment due date, due by, pay by, payable by, due on, date due, payment due by, pay before, please pay by, payment date, payable on, to be paid by, please remit until, please remit by, remit by, due, payment due on, payment deadline, invoice due date, payment by, latest payment date, please pay before, payable before, settle by, please settle by, due no later than, no later than, not later than, payment is due by, payment is due on, is due by, is due on, due before, on or before, payment is due, due for payment by, due for payment on, payment required by, payable no later than, payment to reach us by, to reach us by, pay until, please pay until, kindly pay until, payment until, payable until, kindly pay by, to be paid until, latest payment, latest payment day, last payment date, last day of payment, last day for payment, final payment date, final date for payment, last date for payment, pay latest, pay no later than, settlement date, settlement due, due day, payment day, to be received by, payment expected by`,
    },
    terms: {
      anywhere: `payment terms, terms of payment, payment term, terms net, credit terms, payment conditions`,
      atStart: `terms`,
    },
    currency: { anywhere: `currency, currency code, invoice currency` },
    net: {
      anywhere: `
        total excl vat, total excluding vat, total ex vat, subtotal, sub total, net amount, net total, total net, amount excl vat, taxable amount, total before tax, total before vat, total excl tax, total exclusive of vat,
        net value, total net amount, subtotal excl vat, subtotal excluding vat, amount excluding vat, goods total, total excluding tax, net invoice amount, taxable total, amount before vat, amount before tax, net price, vatable amount, total taxable, net subtotal, subtotal ex vat, invoice net, total goods, total taxable amount, sum excl vat, amount ex vat, total without vat, taxable base, tax base, taxable value, total net of vat, net of vat, fees excluding vat, total fees before vat, sum before vat, charges before vat, charges excluding vat, total charges excluding vat, net charges`,
      atStart: `before vat, before tax, without vat, net, excl vat, excluding vat, ex vat, taxable`,
    },
    vat: {
      anywhere: `vat amount, total vat, vat total, tax amount, total tax, sales tax, of which vat, value added tax, tax total, gst, gst/hst, hst, qst, vat payable, vat due, output vat, output tax, total vat amount, plus vat, add vat, sales tax total, total sales tax, vat charged, including vat of, includes vat of`,
      atStart: `vat, tax`,
    },
    rounding: {
      anywhere: `rounding, rounding amount, rounded, rounding off, rounding adjustment, rounding difference`,
    },
    gross: {
      anywhere: `total credit, total credit amount, total incl vat, total including vat, total inc vat, amount incl vat, invoice total, invoice amount, grand total, total amount, gross amount, total incl tax, total inclusive of vat, gross total, total gross, total invoice amount, amount including vat, total including tax, invoice value, total value, credit note total, total amount incl vat, total invoice value, sum incl vat, total with vat, order total, total for this invoice, this invoice, current charges, total new charges, total current charges, new charges, amount in total, total invoice, bill total, total bill, total charges, total fees, final total, total invoiced, amount of this invoice, amount of invoice, total inclusive, total inc tax`,
      atStart: `total, gross, incl vat, total eur, total usd, total gbp, total sek, sum`,
    },
    payable: {
      anywhere: `amount credited, total credited, amount due, due payable, total due, balance due, amount payable, total payable, total to pay, amount to pay, please pay, total amount due, amount due for payment, to pay, amount owed, total credit, amount credited, credit total, credit amount, amount to be paid, total amount payable, balance payable, residual, payable amount, due amount, outstanding amount, total outstanding, total amount to pay, net payable, balance to pay, balance outstanding, total credit amount, total credited, credit due, refund amount, amount refunded, total refund, to be credited, pay this amount, amount now due, in your favour, payment amount, remaining balance, please pay this amount, amount to be credited, credit balance, amount remaining, invoice balance, amount to remit, you pay, you owe, total owing, amount owing, total now due, please remit, sum due`,
    },
    prepaid: {
      anywhere: `paid, amount paid, already paid, payments received, payment received, deposit, deposit paid, less deposit, prepaid, prepayment, advance payment, previously invoiced, less payments, less amount paid, prepaid amount, paid to date, less prepayment, payments made, less paid, advance received, less advance payment, received payments, down payment, instalments paid`,
    },
    earlierBalance: {
      anywhere: `previous balance, previous unpaid balance, balance forward, balance brought forward, unpaid balance, past due balance, overdue balance, outstanding balance, opening balance, brought forward, arrears, previous amount due`,
    },
    organisationNumber: {
      anywhere: `company registration number, company reg no, company reg number, company registration no, company number, company no, registration number, registration no, reg no, corporate identity number, corp id no, corporate id, org no, org number, organisation number, organisation no, organization number, organization no, business id, registered number, registered no, company id, co reg no, registered in england no, corporate id no, trade register, trade register no, org nr, commercial register, chamber of commerce no, registered in england and wales no, business registration no, company reg, org id, abn no, abn number, acn no, ein no, ein number, federal ein, uen no, registered in england number, coc number, coc no, enterprise number, corporate registration no, kvk, registered in england, registered in england wales, registered in england wales no, registered in england wales number, registered in england and wales, registered in england and wales number, registered in scotland, registered in scotland no, registered in scotland number, registered in wales no, registered in northern ireland no`,
    },
    vatId: {
      anywhere: `vat number, vat no, vat nr, vat id, vat id no, vat reg no, vat registration number, vat registration no, vat identification number, our vat no, our vat number, tax id, tax number, seller vat no, vat reg number, vat registration, tax identification number, vat reg, tax reg no, tax registration number, vat #, seller vat id, supplier vat no, vat identification no, our vat id, supplier vat number, eu vat no, eu vat number, tax id no, seller vat number, vat code`,
    },
    buyerOrganisationNumber: {
      anywhere: `your company no, your org no, your organisation number, customer org no, customer reg no, buyer org no, customer organisation number, your company number, customer company no, buyer company no, your reg no, your company reg no, customer company number, buyer reg no, client reg no, customer registration number, your registration no, buyer company number`,
    },
    buyerVatId: {
      anywhere: `your vat number, your vat no, your vat id, your vat reg no, customer vat number, customer vat no, customer vat id, customer vat, buyer vat no, buyer vat number, buyer s vat no, customer s vat no, client vat no, your vat, vat no customer, customer vat reg no, buyer vat id, buyer vat, your vat registration number, recipient vat no, client vat, client vat number, bill to vat, customer tax id, your tax id, vat id of customer, client vat id, customer s vat number, vat number customer, recipient vat id, buyer tax id, customer vat registration number, customer vat registration no, vat no of customer, vat number of customer, bill to vat number, bill to vat no, your vat #, purchaser vat no, purchaser vat number, purchaser s vat no, client s vat, client s vat number, client s vat no, recipient vat, recipient s vat number, recipient s vat no, customer s vat, buyer s vat number, buyer s vat, buyer s vat id, vat reg no customer, vat id customer, customer vat reg, vat no buyer, vat number buyer, your vat registration no, vat no client`,
    },
    bankgiro: { anywhere: `bankgiro, bankgiro no, bankgiro number, bg no, bg` },
    plusgiro: { anywhere: `plusgiro, plusgiro no, plusgiro number, pg no, pg` },
    iban: { anywhere: `iban account, account iban, bank account iban, account no iban, account number iban` },
    account: {
      anywhere: `account number, account no, bank account, a/c no, bank account number, acct no, account nr, bank account no, acc no, bank details, beneficiary account, account #, to our account, our account, into account, into our account, to account, to the account, our bank account, to our bank account, by bacs, bacs payments, pay by bacs, bacs`,
      atStart: `account`,
    },
    bankCode: {
      anywhere: `sort code, bank sort code, routing number, routing no, aba routing number`,
      atStart: `routing`,
    },
    buyerAccount: {
      anywhere: `your bank account, your account will be debited, debited from, debit from, debited from account, your iban, will be collected from, mandate reference, will be debited from, customer iban, payer account, payer iban, from your account, collected from account, customer bank account, debit account`,
    },
    ocr: {
      anywhere: `ocr, ocr number, ocr no, ocr reference, kid, rf reference, creditor reference, kid number, kid no, ocr/reference, structured reference, payment reference ocr, ocr ref`,
    },
    paymentReference: {
      anywhere: `payment reference, payment ref, reference for payment, remittance reference, quote when paying, reference number, reference no, payment id, please quote, remittance information, please use the following communication for your payment, payment communication, payment reference number, please quote reference, bank reference, quote reference, quote this reference, use reference, payment message, transfer reference, quote as reference, reference to quote, quote, quoting, please quote reference number, using reference, with reference, please use reference`,
      atStart: `reference, ref, message`,
    },
    order: {
      anywhere: `purchase order, purchase order number, purchase order no, po number, po no, p o number, p o no, p o #, po #, order number, order no, your order, your order no, customer order, purchase order #, order #, order ref, order reference, your order number, po, p o, your po, customer po, customer po number, order nr, your purchase order, buyer order no, po reference, order id, po ref, customer order no, your order ref`,
    },
    buyerReference: {
      anywhere: `your reference, your ref, customer reference, buyer reference, client reference, customer ref, attention, attn, cost centre, cost center, reference person, requested by, ordered by, buyer ref, client ref, your reference no, your ref no, ordered for, customer contact, client contact, buyer contact, buyer s reference, customer s reference, client s reference, placed by, order placed by, requisitioned by, requested for, for the attention of, fao`,
    },
    yourContact: {
      anywhere: `your contact, your contact person, your account manager, your contact details`,
    },
    preceding: {
      anywhere: `original invoice, original invoice no, original invoice number, credited invoice, credited invoice no, credit of invoice, credit for invoice, credits invoice, credits invoice no, refers to invoice, relates to invoice, regarding invoice, against invoice, preceding invoice, ref invoice, for invoice, invoice credited, credit against invoice, reference invoice, corrected invoice, previous invoice no, original invoice ref, original invoice reference, applies to invoice, in respect of invoice, related invoice, credit to invoice, credited invoice number, against invoice no, credits invoice number, relates to invoice no, refers to invoice no, corrects invoice, original invoice #, credit for invoice no, number of the invoice credited, number of the credited invoice, number of credited invoice, invoice number credited`,
    },
    sellerName: { anywhere: `sold by, issued by, billed by, seller, supplier, vendor` },
    payee: {
      anywhere: `remit to, payable to, account name, beneficiary, make cheques payable to, account holder, please make payment to, payee, beneficiary name, pay to, make payment to, account title, payment to, cheques payable to`,
    },
    buyerName: { anywhere: `customer name, client name, buyer name` },
    otherDate: {
      anywhere: `start of service, end of service, service start, service end, performance period, period of performance, delivery date, order date, ship date, service date, service start date, service end date, period, service period, billing period, date of supply, supply date, tax point, tax point date, tax date, delivered, shipped on, print date, printed, date of service, delivery, contract date, date of delivery, time of supply, dispatch date, purchase date, training date, statement period, invoice period, order placed, shipping date, po date, despatch date, date printed, completion date, date of order, supplied, supplied on, completed, completed on, work completed, work finished, job completed, performed on, shipped, dispatched, despatched, ordered, ordered on, printed on, delivered on, read on, meter read, service from, agreement date, arrival, departure, arrival date, departure date, check in, check out, check in date, check out date, date of arrival, date of departure, stay from, stay until, date delivered`,
    },
    otherNumber: {
      anywhere: `customer number, customer no, customer id, customer code, client number, client no, client id, project no, project number, project, contract no, contract number, contract, delivery note no, delivery note, dispatch note no, supplier number, supplier no, quote no, quote number, quotation no, job number, job no, meter number, membership number, serial no, case no, member no, our order, our order no, account ref, customer account, customer account no, customer #, vendor number, vendor no, shipment no, tracking number, subscription id, ticket no, id #, receipt no, agreement no, creditor id, consignment no, packing slip no, sales order, sales order no, client code, customer account number, your account, your account no, your account number, account code, a/c ref, client account, client account no, account id, customer a/c, your a/c no`,
    },
    other: {
      anywhere: `your contact at us, your contact with us, your contact at our office, your contact here, your contact person at us, your contact person with us, your contact person at our office, your contact person here, our reference, our ref, late interest, interest on overdue, delivery terms, phone, telephone, tel, fax, mobile, email, e mail, website, web, swift, bic, bic/swift, swift/bic, page, vat rate, tax rate, interest, contact, contact person, late payment interest, payment method, delivery method, sales person, salesperson, registered office, address, postal address, delivery address, shipping method, exchange rate, shipped via, f o b point, requisitioner, incoterm, incoterms, your account manager, terms of delivery, mode of transport, bank, bank name, branch, swift code, late fee, reminder fee, director, prepared by, invoiced by, country of origin, customer service`,
      atStart: `description, quantity, qty, unit price, price, item, unit, discount, amount, shipping, freight, date item code`,
    },
  },
  sums: {
    total: `total, amount, sum, subtotal, sub total, invoice total, invoice amount, total amount, charges, fees`,
    without: `excl, excluding, exc, ex, before, without, exclusive of, net of`,
    with: `incl, including, inc, inclusive of, with`,
    tax: `vat, tax, taxes, gst, sales tax`,
    toPay: `due, payable, to pay, to be paid, owed, owing, outstanding`,
  },
  columns: {
    description: `description, item, product, service, details, item description, goods, activity, product/service, particulars, product description, services, goods/services, work performed, item/service`,
    article: `item code, item no, article no, article, sku, product code, part no, code, art no, item number, product no, part number`,
    quantity: `quantity, qty, hours, units, hrs, no of units, qty/unit, pcs`,
    unit: `unit, um, uom, u/m`,
    unitPrice: `unit price, price, rate, price per unit, unit cost, price each, net price, unit net price, price/unit, hourly rate, unit price excl vat, price ex vat, unit rate, each, unit amount`,
    discount: `discount, disc, disc %, discount %`,
    vatRate: `vat, vat %, tax, tax %, vat rate, tax rate, taxes`,
    lineNet: `amount, total, line total, net amount, net, total price, line amount, extended price, amount excl vat, total excl vat, net total, sum, amount ex vat, total ex vat, line net, subtotal, amount sek, amount eur, amount gbp, ext price`,
    position: `pos, line, no, #, item #`,
  },
  invoiceTitles: `invoice, tax invoice, vat invoice, commercial invoice, sales invoice, self billed invoice, bill, final invoice, interim invoice, self billing invoice, invoice statement, consolidated invoice`,
  creditTitles: `credit note, credit memo, credit invoice, tax credit note, credit memorandum, vat credit note, credit`,
  notInvoiceTitles: {
    reminder: `account overdue, payment overdue, overdue statement, gentle reminder, reminder, payment reminder, overdue notice, final notice, past due notice, dunning letter, reminder notice, first reminder, second reminder, final reminder, overdue invoice, overdue payment reminder, invoice reminder, friendly reminder, past due, reminder letter, dunning notice, late payment notice, outstanding invoice reminder, overdue account, reminder of payment, overdue invoice reminder, 2nd reminder, 1st reminder`,
    debt_collection: `debt collection, collection notice, notice of collection, letter before action, debt collection notice, demand for payment, final demand, letter of demand`,
    interest_invoice: `interest invoice, interest note, late interest invoice`,
    statement: `aged statement, statement of invoices, list of open invoices, account balance, statement, statement of account, account statement, customer statement, statement of accounts, project statement, monthly statement, open items, outstanding statement, statement of open items, account summary, bank statement`,
    delivery_note: `collection note, proof of delivery, delivery note, packing slip, packing list, despatch note, dispatch note, consignment note, delivery slip, goods received note, delivery docket, despatch advice, waybill, bill of lading, delivery receipt, shipping note`,
    order_confirmation: `order confirmed, order confirmation, confirmation of order, order acknowledgement, booking confirmation, sales order confirmation, order acknowledgment, reservation confirmation, sales order acknowledgement`,
    purchase_order: `purchase order, work order`,
    quotation: `price estimate, cost estimate, budget proposal, quotation, quote, estimate, offer, tender, price quotation, sales quote, sales quotation, proposal`,
    pro_forma: `pro forma, proforma, pro forma invoice, proforma invoice`,
    receipt: `acknowledgement of payment, acknowledgment of payment, proof of payment, payment acknowledgement, paid receipt, receipt, payment receipt, sales receipt, payment confirmation, cash receipt, receipt of payment, official receipt`,
    remittance_advice: `payment remittance, remittance advice, remittance, payment advice, payment notification`,
    terms_and_conditions: `terms and conditions, general terms, general conditions, terms of service, terms of sale, general terms and conditions, conditions of sale, terms of use, standard terms, terms conditions, general conditions of sale, terms and conditions of sale, standard terms and conditions`,
    contract: `contract, agreement, service agreement, lease agreement, rental agreement, license agreement, master services agreement`,
    notice: `price list, newsletter, notice, price change, important information, announcement, payslip, pay slip, annual report, minutes, minutes of meeting, timesheet, time sheet`,
  },
  buyerHeadings: `customer, buyer, bill to, billed to, invoice to, invoiced to, sold to, ship to, deliver to, delivery address, billing address, client, to, service address, remit from, shipping address, invoice address, customer address, customer details, invoice recipient, delivered to, bill to address, recipient, purchaser, shipped to, billing to, billing details, charge to, attention, customer information, bill to customer`,
  sellerHeadings: `seller, supplier, vendor, from, invoice from, invoice by, billed by, bill by, biller, issued by, service provider, invoiced by, bill from, sold by, consultant, issuer, ship from, billed from, beneficiary`,
  ofBuyer: `customer, customer's, of customer, of the customer, client, client's, of client, of the client, buyer, buyer's, of the buyer, purchaser, purchaser's, of the purchaser, recipient, recipient's, of the recipient`,
  datedWords: `of, dated, date, from, on`,
  dateLeads: `the, at, on, by, before`,
  dayWords: `days, day, d`,
  paying: `pay, paid, settle, remit, remittance, transfer, due`,
  byDay: `by, no later than, not later than, latest, at the latest, on or before, on or by, before, until`,
  withinDays: `within, in, strictly`,
  monthEnd: `end of month, end of the month, month end, eom`,
  stating: `quote, quoting, state, stating, mention, indicat, referenc`,
  paidBefore: `received, recorded, posted, processed, cleared`,
  debitServices: '',
  directDebit: `direct debit, will be debited, charged to your card, automatically debited, will be collected, by direct debit, debited from your account, will be charged to, collected by direct debit`,
  paidAlready: `paid in full, already paid, payment received with thanks, has been paid, paid by card, paid by credit card, charged to your credit card, no payment required, paid with thanks, invoice paid, do not pay, was charged to, thank you for your payment, paid via`,
  notPaidAlready: `until, till, unless, before, if, when, once, previous, last`,
  exempt: `vat exempt, exempt from vat, not vat registered, not registered for vat, not subject to vat, no vat charged, no vat is charged, no vat applicable, vat not applicable, tax exempt, exempt from tax, no tax charged`,
  untaxed: `exempt, vat exempt supplies, zero rated, zero rate, zero rated supplies, exempt supplies, non taxable, nontaxable, non vatable, outside the scope, outside scope, no vat, vat free, tax free, not taxable`,
  reverseCharge: `reverse charge, reverse charged, vat to be accounted for by the recipient, customer to account for vat, intra community supply, vat reverse charge, article 196, article 138, recipient is liable for vat`,
  selfBilling: `self billing, self billed invoice, self billing invoice, self billed`,
  earlyPayment: `cash discount, settlement discount, early payment discount, prompt payment discount, early settlement discount, payment discount, discount for early payment, discount for prompt payment, discounted amount, discount if paid, early settlement, early payment, prompt payment`,
  otherwise: `or, otherwise`,
  assigned: `has been assigned, have been assigned, is assigned to, are assigned to, sold and assigned, assigned and sold, has been sold to, absolutely assigned, discharge of this debt, full discharge, valid discharge, discharge your obligation, payment is only valid, payment only valid, payments are only valid, only valid if made to, only valid when made to, may only be made to, can only be made to, must only be made to, only be validly made, only be discharged, assigned to and payable, debt has been purchased, debt purchased, factoring agreement, has been factored, good discharge`,
  sellerAfter: `on behalf of, issued on behalf of, invoiced on behalf of, billed on behalf of, sold on behalf of, issued for and on behalf of, issued as agent for, issued in the name of, for and on behalf of, in the name and on behalf of, as agent for, as agents for, acting as agent for, acting as agents for, as agent of, as agents of, agent for, agents for, acting for, for the account of, for account of, in the name of, is a trading name of, is the trading name of, is a registered trading name of, are trading names of, a trading name of, trading name of, is a trading style of, a trading style of, is a business name of, is a brand of, is a brand name of, a brand of, is a registered trade mark of, is a trademark of, is a trade mark of, is owned and operated by, is operated by, is run by, owned and operated by, operated by, is a division of, a division of, is a brand operated by, is a brand owned and operated by`,
  agentAfter: `represented by, by its agent, through its agent, acting through its agent, managed by`,
  amountsIn: `all amounts in, all amounts are in, all amounts are stated in, all amounts shown in, all prices in, all prices are in, amounts are in, amounts are stated in`,
  currencyNames: {
    EUR: `euro, euros`,
    GBP: `pounds sterling, pound sterling, british pounds`,
    SEK: `swedish kronor, swedish krona`,
    NOK: `norwegian kroner, norwegian krone`,
    DKK: `danish kroner, danish krone`,
    USD: `us dollars, united states dollars`,
    CHF: `swiss francs`,
  },
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
  country: null,
};
