/** English, a small ledger program's for a consultancy: balance due at the head and again below, period of service beside each line, terms named, part paid now and then, bank for home and abroad. */
import { addressOf, columnsAt, pairsAbove, pairsBeside, rowAt, sentences } from '../../arranging.ts';
import { dateAfter } from '../../facts.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../../layout.ts';
import { grouped, printDate } from '../../print.ts';
import { trading } from '../../trade.ts';

export const englishRetainer: InvoiceLayout = {
  name: 'english-retainer',
  language: 'en',
  fonts: ['OpenSans', 'Liberation', 'Times'],
  sizes: [9, 9.75],
  mayBeTwo: true,
  wish: (random) => {
    const isAbroad = random.once(2);
    return trading(random, 'GB', ['Research Ltd', 'Brand Partners LLP', 'Data Services Limited'], {
      goods: [
        ['Monthly retainer', 'month'],
        ['Analyst days', 'day'],
        ['Data hosting', 'month'],
        ['Workshop facilitation', 'session'],
        ['Travel recharge', 'item'],
      ],
      lines: [1, 5],
      buyerCountry: isAbroad ? 'SE' : 'GB',
      isReverseCharge: isAbroad,
      rates: ['20'],
      currency: isAbroad ? either(random, 'GBP', 'EUR', 'SEK') : 'GBP',
      number: either(random, '####', 'INV####', '10##'),
      isPrepaid: random.once(4),
      terms: [15, 30],
    });
  },
  style: (random) => ({
    amount: anglo,
    date: anyDate(random, 'slashes', { medium: 'en-GB' }, { long: 'en-GB' }),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, currency } = facts;
    const colour = either(random, '#2f6b3a', '#1d4e89');
    const code = telling.currency(currency);
    sheet.text('INVOICE', 50, 38, { size: 22, colour });
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `${seller.city} ${seller.postcode}`,
        seller.email,
        `VAT No ${telling.sellerVat()}`,
      ],
      50,
      72,
      { leading: 12.5 },
    );
    sheet.fill(380, 38, 165, 58, '#eef2f5');
    sheet.text('Balance due', 536, 46, { size: 8, align: 'right' });
    sheet.text(`${code} ${telling.payable()}`, 536, 62, { size: 17, bold: true, align: 'right', colour });
    sheet.line(50, 150, 545, 150, colour);
    sheet.text('BILL TO', 50, 160, { size: 7.5, colour });
    sentences(sheet, [...addressOf(buyer, telling.buyerName()), `VAT ${telling.buyerVat()}`], 50, 172, {
      leading: 13,
    });
    pairsAbove(
      sheet,
      [
        ['INVOICE #', telling.invoiceNumber()],
        ['DATE', telling.issueDate()],
        ['DUE DATE', telling.dueDate()],
        ['TERMS', `Net ${telling.terms()}`],
        ['P.O. NUMBER', telling.order()],
        ['YOUR CONTACT', facts.ourReference],
      ],
      { x: 260, y: 160, step: 98, columns: 3, rowHeight: 34, gap: 11, label: { size: 7.5, colour } },
    );
    const columns = columnsAt(
      ['DATE', 56],
      ['ACTIVITY', 130],
      ['QTY', 350, 'right'],
      ['RATE', 440, 'right'],
      ['AMOUNT', 539, 'right'],
    );
    sheet.fill(50, 252, 495, 18, '#eef2f5');
    rowAt(
      sheet,
      columns,
      columns.map(({ title }) => title),
      256,
      { size: 7.5, colour },
    );
    let y = 278;
    for (const [index, row] of telling.lines('description', 'quantity', 'unitPrice', 'net').entries()) {
      const day = dateAfter(facts.deliveryDate, -index);
      rowAt(
        sheet,
        columns,
        [printDate(day, 'slashes'), row.description, row.quantity, row.unitPrice, row.net],
        y,
      );
      const [from, to] = [dateAfter(day, -30), day].map((each) => printDate(each, { medium: 'en-GB' }));
      sheet.text(telling.besideDescription(index, `${from} – ${to}`), 130, y + 12, {
        size: 7.5,
        colour: '#666666',
      });
      y += 31;
    }
    sheet.line(50, y, 545, y, '#bbbbbb');
    const [vat] = telling.breakdown();
    const isPrepaid = Number(facts.totals.prepaid) > 0;
    y = pairsBeside(
      sheet,
      [
        ['SUBTOTAL', telling.net()],
        [`VAT ${vat?.rate ?? ''} on ${vat?.taxable ?? ''}`, vat?.tax ?? ''],
        ['TOTAL', telling.gross()],
        ['PAYMENT RECEIVED', isPrepaid ? telling.prepaid() : ''],
      ],
      { x: 320, y: y + 8, valueX: 539, right: true, leading: 16 },
    );
    sheet.line(320, y, 545, y, '#bbbbbb');
    sheet.text('BALANCE DUE', 320, y + 8);
    sheet.text(`${code} ${telling.payable()}`, 539, y + 5, { size: 13, bold: true, align: 'right' });
    const [sort, account] = [seller.account.slice(4, 10), seller.account.slice(10)];
    sheet.text('How to pay', 50, y + 50, { bold: true, colour });
    sentences(
      sheet,
      [
        currency === 'GBP'
          ? `Sort code ${grouped(sort, 2).replaceAll(' ', '-')}   Account ${telling.account('other', seller.account.slice(4), account)}`
          : '',
        `IBAN ${telling.iban()}   SWIFT ${seller.bic}`,
        facts.isReverseCharge ? 'Reverse charge: VAT to be accounted for by the recipient.' : '',
        `Reference ${facts.invoiceNumber}. Remittance to ${seller.email}.`,
      ],
      50,
      y + 66,
      { leading: 13 },
    );
    sheet.text(`Company number ${telling.sellerNumber()}. Thank you for your business.`, 50, 790, {
      size: 7.5,
      colour: '#666666',
    });
  },
};
