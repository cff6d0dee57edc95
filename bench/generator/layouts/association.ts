/** Swedish, an association's, written in a word processor: a fee without VAT, plusgiro, facts between sentences. */
import { addressOf, runs, sentences } from '../arranging.ts';
import { called } from '../companies.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const association: InvoiceLayout = {
  name: 'association',
  language: 'sv',
  fonts: ['Times', 'Liberation'],
  sizes: [10.5, 12],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['0'],
      goods: [
        ['Medlemsavgift', 'st'],
        ['Serviceavgift', 'st'],
        ['Deltagaravgift årsmöte', 'st'],
        ['Prenumeration medlemstidning', 'st'],
      ],
      lines: [1, 3],
      number: either(random, '##', '###', 'Y-##', 'M###'),
      highestPrice: 1800,
      terms: [15, 30, 30],
    });
    const name = either(random, 'Företagarförening', 'Köpmannaförening', 'Hembygdsförening', 'Idrottsklubb');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city.replace(/s$/, '')}s ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', { long: 'sv-SE' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.text(telling.sellerName(), sheet.width / 2, 60, { size: 18, align: 'centre', italic: true });
    sheet.line(200, 88, 395, 88);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 320, 130, { leading: 15 });
    sheet.text(`${seller.city} ${telling.issueDate()}`, 80, 215);
    const fee = either(random, 'Medlemsavgift', 'Avgift', 'Årsavgift');
    sheet.text(`${fee} ${facts.issueDate.slice(0, 4)}`, 80, 245, { size: 15, bold: true });
    runs(sheet, [['Faktura nr '], [telling.invoiceNumber(), { bold: true }]], 80, 270);
    sheet.text(
      either(
        random,
        'Tack för att ni är medlemmar hos oss! Här kommer avgiften för året som gått och det som kommer.',
        'Styrelsen har enligt årsmötets beslut fastställt avgifterna enligt nedan.',
      ),
      80,
      300,
      { width: 430 },
    );
    let y = 350;
    const code = telling.currency('kr');
    for (const row of telling.lines('description', 'quantity', 'net')) {
      sheet.text(`${row.description}, ${row.quantity} st`, 80, y);
      sheet.text(`${row.net} ${code}`, 470, y, { align: 'right' });
      y += 19;
    }
    sheet.line(80, y, 470, y);
    sheet.text('Summa att betala', 80, y + 6, { bold: true });
    sheet.text(`${telling.payable()} ${code}`, 470, y + 6, { bold: true, align: 'right' });
    y = sheet.text(
      `Beloppet betalas senast ${telling.dueDate()} till plusgiro ${telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))}. Skriv ${either(random, 'fakturanumret', 'namn och fakturanummer', 'ert företagsnamn')} på inbetalningen. Föreningen är inte momspliktig.`,
      80,
      y + 46,
      { width: 430 },
    );
    sentences(sheet, ['Med vänlig hälsning', `${seller.person}, kassör`], 80, y + 24, { leading: 26 });
    sheet.text(
      `${seller.name}, ${seller.street}, ${seller.postcode} ${seller.city}   Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
      sheet.width / 2,
      790,
      { size: 8, align: 'centre' },
    );
  },
};
