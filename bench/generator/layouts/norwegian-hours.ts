/** Norwegian, a craftsman's with the hours of each day as lines and a sum over two pages now and then, dates in words. */
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { usual } from '../trade.ts';

export const norwegianHours: InvoiceLayout = {
  name: 'norwegian-hours',
  language: 'no',
  fonts: ['Liberation', 'Helvetica', 'Courier'],
  sizes: [8.75, 9.25],
  wish(random) {
    const wish = usual(random, 'NO', {
      rates: ['25'],
      goods: [
        ['Rørlegger, svenn', 't'],
        ['Rørlegger, lærling', 't'],
        ['Servicebil', 'stk'],
        ['Rør-i-rør 16 mm', 'm'],
        ['Blandebatteri', 'stk'],
        ['Bomring', 'stk'],
      ],
      lines: [3, 45],
      highestPrice: 1100,
      number: either(random, '#####', '2#####'),
      isReverseCharge: random.once(4),
      terms: [10, 14, 20],
    });
    const name = either(random, 'Rørservice AS', 'VVS og Varme AS', 'Rør & Sanitær ANS');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'dots', { long: 'nb-NO' }, { medium: 'nb-NO' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const foot = () => {
      sheet.line(50, 782, 545, 782);
      sheet.text(
        `${seller.name} - ${seller.street} - ${seller.postcode} ${seller.city} - Tlf. ${seller.phone} - Org.nr. ${grouped(seller.organisationNumber ?? '', 3)} MVA`,
        sheet.width / 2,
        788,
        { size: 7.5, align: 'centre' },
      );
      sheet.text(`Side ${sheet.page()}`, 545, 800, { size: 7.5, align: 'right' });
    };
    foot();
    telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3));
    sheet.text(telling.sellerName(), 50, 44, { size: 16, bold: true });
    sheet.text('FAKTURA', 50, 76, { size: 12, tracking: 4 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 120, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadato', telling.issueDate()],
        ['Forfall', telling.dueDate()],
        ['Kundenummer', facts.customerNumber],
        ['Prosjekt', `${number(random, 4)} ${buyer.street}`],
        ['Deres ref.', telling.buyerReference()],
      ],
      { x: 330, y: 76, valueX: 545, right: true, leading: 14 },
    );
    const code = telling.currency(either(random, 'kr', 'NOK'));
    const first = random.int(14, 30);
    const turn = () => {
      sheet.newPage();
      foot();
      sheet.text(`Faktura ${facts.invoiceNumber} forts.`, 50, 40, { size: 8 });
      return 60;
    };
    let y = table(
      sheet,
      [
        { title: 'Dato', x: 50 },
        { title: 'Utført', x: 112 },
        { title: 'Ant.', x: 350, align: 'right' },
        { title: 'Pris', x: 440, align: 'right' },
        { title: 'Sum', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row, index) => [
          printDate(dateAfter(facts.issueDate, index - 45 - first), 'dots'),
          row.description,
          `${row.quantity} ${row.unit}`,
          row.unitPrice,
          row.net,
        ]),
      { y: 190, ruled: true, leading: 15, bottom: 745, turn },
    );
    if (y > 620) y = turn();
    sheet.line(50, y + 2, 545, y + 2);
    y = pairsBeside(
      sheet,
      facts.isReverseCharge
        ? [[`Sum`, telling.net()]]
        : [
            ['Sum før mva', telling.net()],
            ...telling.breakdown().map(({ rate, tax }): [string, string] => [`+ ${rate} mva`, tax]),
          ],
      { x: 350, y: y + 10, valueX: 545, right: true, leading: 15 },
    );
    sheet.text('Totalt å betale', 350, y + 3, { bold: true });
    sheet.text(`${code} ${telling.payable()}`, 545, y + 3, { bold: true, align: 'right' });
    sheet.line(350, y + 17, 545, y + 17);
    y += 36;
    const account = grouped(seller.account, 4, 2, 5).replaceAll(' ', '.');
    sentences(
      sheet,
      [
        facts.isReverseCharge ? 'Omvendt avgiftsplikt - merverdiavgift ikke beregnet.' : '',
        `Vennligst betal til konto ${telling.account('other', seller.account, account)} innen forfall.`,
        `Merk betalingen med KID ${telling.reference()}.`,
        `Ved forsinket betaling beregnes ${random.int(9, 12)},5 % rente p.a.`,
      ],
      50,
      y,
      { leading: 14 },
    );
  },
};
