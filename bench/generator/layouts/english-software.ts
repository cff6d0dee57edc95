/** English, from a cloud accounting program: much white, "Invoice Date" above its value, totals with the currency in words, remittance slip. */
import { logo, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const englishSoftware: InvoiceLayout = {
  name: 'english-software',
  language: 'en',
  fonts: ['Liberation', 'Helvetica'],
  sizes: [9, 10],
  mayBeTwo: true,
  wish: (random) =>
    usual(random, 'GB', {
      buyerCountry: either(random, 'GB', 'SE'),
      currency: either(random, 'GBP', 'GBP', 'EUR', 'USD'),
      isPrepaid: random.once(7),
      ...sometimesCredit(random, 8),
    }),
  style: (random) => ({
    amount: anglo,
    date: anyDate(random, { long: 'en-GB' }, 'slashes', { long: 'en-US' }),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    logo(sheet, random, 480, 36, 60, '#888888');
    sheet.text(isCredit ? 'CREDIT NOTE' : either(random, 'TAX INVOICE', 'INVOICE'), 45, 50, { size: 24 });
    sentences(sheet, [telling.buyerName(), buyer.street, buyer.city, buyer.postcode], 60, 95);
    pairsAbove(
      sheet,
      [
        [isCredit ? 'Date' : 'Invoice Date', telling.issueDate()],
        [isCredit ? 'Credit Note Number' : 'Invoice Number', telling.invoiceNumber()],
        ['Original Invoice', telling.preceding()],
        ['Reference', isCredit ? '' : telling.order()],
        ['VAT Number', telling.sellerVat(grouped(facts.seller.vatId, 2, 3, 4, 2))],
      ],
      { x: 280, y: 95, step: 0, columns: 1, rowHeight: 32, gap: 11, label: { bold: true } },
    );
    sentences(
      sheet,
      [telling.sellerName(), seller.street, seller.city, seller.postcode, 'United Kingdom'],
      420,
      110,
    );
    const code = telling.currency();
    let y = table(
      sheet,
      [
        { title: 'Description', x: 45 },
        { title: 'Quantity', x: 310, align: 'right' },
        { title: 'Unit Price', x: 390, align: 'right' },
        { title: 'VAT', x: 440, align: 'right' },
        { title: `Amount ${code}`, x: 548, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, row.quantity, row.unitPrice, row.vatRate, row.net]),
      { y: 290, ruled: true, leading: 18 },
    );
    const hasPrepaid = Number(totals.prepaid) > 0;
    y = pairsBeside(
      sheet,
      [
        ['Subtotal', telling.net()],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`TOTAL VAT ${rate}`, tax]),
        [`${isCredit ? 'TOTAL CREDIT' : 'TOTAL'} ${code}`, hasPrepaid ? telling.gross() : telling.payable()],
        ...(hasPrepaid
          ? ([
              ['Less Amount Paid', telling.amount(totals.prepaid)],
              [`AMOUNT DUE ${code}`, telling.payable()],
            ] as [string, string][])
          : []),
      ],
      { x: 340, y: y + 12, valueX: 548, right: true, leading: 17, value: { bold: true } },
    );
    if (!isCredit) {
      sheet.text(`Due Date: ${telling.dueDate()}`, 45, y + 30, { bold: true });
      sentences(
        sheet,
        [
          `Bank details: ${seller.name}`,
          `Sort code ${grouped(seller.account.slice(4, 10), 2).replaceAll(' ', '-')}  Account number ${telling.account('other', seller.account.slice(4), seller.account.slice(10))}`,
          `IBAN ${telling.iban()}  SWIFT ${seller.bic}`,
          `Payment reference: ${telling.reference()}`,
        ],
        45,
        y + 48,
      );
    }
    sheet.text(
      `Company Registration No: ${telling.sellerNumber()}. Registered Office: ${seller.street}, ${seller.city}, ${seller.postcode}.`,
      45,
      800,
      { size: 7 },
    );
  },
};
