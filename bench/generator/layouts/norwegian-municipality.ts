/** Norwegian, a municipality's fees: no VAT, twelve instalments told, labels right of a colon, bank account and KID in a frame. */
import { addressOf, pairsBeside, sentences } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { usual } from '../trade.ts';

export const norwegianMunicipality: InvoiceLayout = {
  name: 'norwegian-municipality',
  language: 'no',
  fonts: ['Times', 'Helvetica', 'Liberation'],
  sizes: [9.5, 10.5],
  wish(random) {
    const wish = usual(random, 'NO', {
      rates: ['0'],
      goods: [
        ['Eiendomsskatt næring', 'termin'],
        ['Tilsynsgebyr brann', 'stk'],
        ['Skjenkebevilling', 'stk'],
        ['Byggesaksgebyr', 'stk'],
        ['Leie kommunal grunn', 'mnd'],
        ['Feiegebyr', 'stk'],
      ],
      lines: [1, 5],
      number: either(random, '#######', '8#######'),
      terms: [20, 30],
    });
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} kommune`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'dots', { long: 'nb-NO' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.polygon(
      [
        [50, 34],
        [80, 34],
        [80, 58],
        [65, 74],
        [50, 58],
      ],
      '#1d4e89',
    );
    sheet.text(telling.sellerName(seller.name.toUpperCase()), 92, 40, { size: 14, bold: true });
    sheet.text(either(random, 'Økonomiavdelingen', 'Fellestjenester', 'Kemneren'), 92, 58, { size: 9 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 120, { leading: 14 });
    pairsBeside(
      sheet,
      [
        ['Fakturanr:', telling.invoiceNumber()],
        ['Fakturadato:', telling.issueDate()],
        ['Forfallsdato:', telling.dueDate()],
        ['Kundenr:', facts.customerNumber],
        ['Deres ref:', telling.buyerReference()],
        ['Saksnr:', `${facts.issueDate.slice(0, 4)}/${number(random, 4)}`],
      ],
      { x: 345, y: 112, valueX: 440, leading: 14, label: { bold: true } },
    );
    sheet.text('FAKTURA', 60, 222, { size: 15, bold: true });
    sheet.text(`Gjelder: ${either(random, 'Kommunale avgifter', 'Gebyrer', 'Avgifter næring')}`, 60, 244);
    let y = 276;
    sheet.text('Varetekst', 60, y, { bold: true });
    sheet.text('Antall', 330, y, { bold: true, align: 'right' });
    sheet.text('Enhetspris', 420, y, { bold: true, align: 'right' });
    sheet.text('Beløp', 540, y, { bold: true, align: 'right' });
    y += 17;
    for (const [index, row] of telling
      .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
      .entries()) {
      sheet.text(row.description, 60, y);
      sheet.text(`${row.quantity} ${row.unit}`, 330, y, { align: 'right' });
      sheet.text(row.unitPrice, 420, y, { align: 'right' });
      sheet.text(row.net, 540, y, { align: 'right' });
      const property = `Gnr ${random.int(1, 90)} Bnr ${random.int(1, 400)}, ${buyer.street}`;
      sheet.text(telling.besideDescription(index, property), 74, y + 13, { size: 7.5, italic: true });
      y += 30;
    }
    sheet.line(60, y, 540, y);
    sheet.text('Avgiftsfritt', 60, y + 6);
    sheet.text('Sum å betale', 420, y + 6, { bold: true, align: 'right' });
    sheet.text(`${telling.currency(either(random, 'NOK', 'kr'))} ${telling.payable()}`, 540, y + 6, {
      bold: true,
      align: 'right',
    });
    sheet.text(
      'Klage på kravet gir ikke utsettelse med betalingen. Ved for sen betaling beregnes lovens forsinkelsesrente.',
      60,
      y + 40,
      { width: 470, size: 8.5 },
    );
    sheet.frame(60, 655, 480, 56);
    const account = grouped(seller.account, 4, 2, 5).replaceAll(' ', either(random, '.', ' '));
    sheet.text(`Betal til bankkonto: ${telling.account('other', seller.account, account)}`, 72, 664);
    sheet.text(`KID-nummer: ${telling.reference()}`, 72, 684);
    sheet.text(`Beløp: ${telling.payable()}`, 330, 664);
    sheet.text(`Innen: ${telling.dueDate()}`, 330, 684);
    sheet.line(60, 770, 540, 770);
    const columns = [
      [seller.street, `${seller.postcode} ${seller.city}`],
      [`Telefon ${seller.phone}`, seller.email],
      [`Org.nr ${telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3))}`, seller.web],
    ];
    for (const [index, lines] of columns.entries())
      sentences(sheet, lines, 60 + index * 175, 776, { size: 7.5, leading: 10 });
  },
};
