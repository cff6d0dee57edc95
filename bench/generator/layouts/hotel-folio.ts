/** English, a hotel's: a guest's stay as dated charges, the deposit taken off, VAT shown in a box that says what it was counted on. */
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anglo, anyDate, either, type InvoiceLayout } from '../layout.ts';
import { printDate } from '../print.ts';
import { usual } from '../trade.ts';

export const hotelFolio: InvoiceLayout = {
  name: 'hotel-folio',
  language: 'en',
  fonts: ['Times', 'Courier', 'Liberation'],
  sizes: [8.5, 9.25],
  wish(random) {
    const wish = usual(random, 'GB', {
      currency: either(random, 'GBP', 'GBP', 'EUR'),
      rates: ['20'],
      buyerCountry: either(random, 'GB', 'SE', 'NO'),
      goods: [
        ['Accommodation, double room', 'night'],
        ['Breakfast', 'pcs'],
        ['Restaurant, dinner', 'pcs'],
        ['Conference package', 'pcs'],
        ['Car park', 'day'],
        ['Minibar', 'pcs'],
      ],
      lines: [2, 12],
      highestPrice: 240,
      number: either(random, '######', 'F#####', '#####/1'),
      isPrepaid: random.once(2),
      terms: [0, 14, 30],
    });
    const house = either(random, 'Harbour Hotel Ltd', 'Grand Hotel Limited', 'Coaching Inn Ltd');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${house}`) };
  },
  style: (random) => ({
    amount: { ...anglo, minus: either(random, 'before', 'after') },
    date: anyDate(random, 'slashes', { medium: 'en-GB' }, { long: 'en-GB' }),
    percent: either(random, '25%', '25.00%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.text(telling.sellerName(seller.name.toUpperCase()), sheet.width / 2, 40, {
      align: 'centre',
      size: 16,
      tracking: 2,
    });
    sheet.text(
      `${seller.street} · ${seller.city} · ${seller.postcode} · ${seller.phone}`,
      sheet.width / 2,
      62,
      { align: 'centre', size: 8 },
    );
    sheet.line(60, 80, 535, 80);
    sheet.text(either(random, 'INVOICE', 'TAX INVOICE', 'Guest Invoice'), sheet.width / 2, 90, {
      align: 'centre',
      size: 12,
      bold: true,
    });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 124, { leading: 13 });
    const nights = random.int(1, 5);
    const departure = dateAfter(facts.issueDate, -random.int(0, 2));
    pairsBeside(
      sheet,
      [
        ['Guest', buyer.person],
        ['Room', String(random.int(101, 620))],
        ['Arrival', printDate(dateAfter(departure, -nights), 'slashes')],
        ['Departure', printDate(departure, 'slashes')],
        [either(random, 'Invoice No.', 'Folio / Invoice No.'), telling.invoiceNumber()],
        ['Invoice Date', telling.issueDate()],
        ['Confirmation', number(random, 8)],
        ['Cashier', String(random.int(1, 60))],
      ],
      { x: 350, y: 124, valueX: 455, leading: 13 },
    );
    let y = table(
      sheet,
      [
        { title: 'Date', x: 60 },
        { title: 'Description', x: 130 },
        { title: 'Qty', x: 330, align: 'right' },
        { title: 'Rate', x: 430, align: 'right' },
        { title: `Charges ${telling.currency()}`, x: 535, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unitPrice', 'net')
        .map((row) => [
          printDate(dateAfter(departure, -random.int(0, nights)), 'slashes').slice(0, 5),
          row.description,
          row.quantity,
          row.unitPrice,
          row.net,
        ]),
      { y: 248, ruled: true, leading: 13.5 },
    );
    sheet.line(60, y + 3, 535, y + 3);
    const isPrepaid = Number(facts.totals.prepaid) > 0;
    y = pairsBeside(
      sheet,
      [
        ['Net total', telling.net()],
        ['VAT', telling.vat()],
        ['Total incl. VAT', telling.gross()],
        ['Deposit received', isPrepaid ? telling.prepaid() : ''],
      ],
      { x: 350, y: y + 12, valueX: 535, right: true, leading: 14 },
    );
    sheet.text(either(random, 'Balance due', 'Balance', 'Balance to pay'), 350, y + 4, { bold: true });
    sheet.text(`${facts.currency} ${telling.payable()}`, 535, y + 4, { bold: true, align: 'right' });
    sheet.frame(60, y - 20, 210, 44, '#777777');
    sheet.text('VAT summary', 66, y - 16, { size: 7.5, bold: true });
    for (const { rate, taxable, tax } of telling.breakdown())
      sheet.text(`${rate}   on ${taxable}   VAT ${tax}`, 66, y, { size: 8 });
    y += 60;
    sheet.text(
      'I agree that my liability for this bill is not waived and agree to be held personally liable in the event that the indicated company fails to pay for any part or the full amount of these charges.',
      60,
      y,
      { size: 7, width: 475 },
    );
    sheet.line(60, y + 60, 240, y + 60);
    sheet.text('Guest signature', 60, y + 64, { size: 7 });
    sentences(
      sheet,
      [
        facts.termsDays === 0
          ? 'Payment is due on departure.'
          : `Company account: please settle by ${telling.dueDate()}.`,
        `Bank transfer: IBAN ${telling.iban()}  BIC ${seller.bic}`,
        `VAT Reg. No. ${telling.sellerVat()}   Registered in England No. ${telling.sellerNumber()}`,
      ],
      60,
      760,
      { size: 8, leading: 11 },
    );
  },
};
