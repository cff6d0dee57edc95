/** Swedish, a trade fair's: stand and hall told first, facts in a table of one row, what was invoiced on account taken off, all numbers of the organiser in a rail at the right. */
import { addressOf, columnsAt, pairsBeside, rowsOf, ruledCells, sentences, table } from '../../arranging.ts';
import { digits, number, sweden } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { printDate, swedishNumber } from '../../print.ts';
import { trading } from '../../trade.ts';

export const fairStand: InvoiceLayout = {
  name: 'fair-stand',
  language: 'sv',
  fonts: ['OpenSans', 'Liberation'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'SE', ['Mässan AB', 'Expo & Kongress AB', 'Mässarrangemang AB'], {
      goods: [
        ['Golvyta rad', 'm2'],
        ['Grundpaket monter', 'st'],
        ['El 10 A inkl. förbrukning', 'st'],
        ['Utställarkort', 'st'],
        ['Lunchkuponger', 'st', '12'],
        ['Mattläggning', 'm2'],
      ],
      lines: [2, 7],
      rates: ['25'],
      number: either(random, '6######', 'M####-##', '######'),
      reference: sweden.ocr,
      isPrepaid: !random.once(3),
      terms: [10, 14, 30],
    }),
  style: (random) => ({
    amount: { ...either(random, spaced, thin), minus: either(random, 'before', 'dash') },
    date: anyDate(random, 'iso', 'short-dashes'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = either(random, '#5a3d7a', '#b3541e');
    const opening = dateAfter(facts.issueDate, random.int(20, 90));
    sheet.fill(430, 0, sheet.width - 430, sheet.height, '#f4f1f7');
    sheet.text(either(random, 'BYGG & MASKIN', 'HÅLLBAR HANDEL', 'ELEKTRO NORD'), 45, 34, {
      size: 19,
      bold: true,
      colour,
    });
    sheet.text(
      `${printDate(opening, { long: 'sv-SE' })} – ${printDate(dateAfter(opening, 2), { long: 'sv-SE' })}`,
      45,
      60,
      { colour },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 45, 104, { leading: 13 });
    sentences(
      sheet,
      [
        `Utställare: ${buyer.name}`,
        `Monter ${random.pick(['A', 'B', 'C'])}${random.int(2, 40)}:${digits(random, 2)}, hall ${random.int(1, 5)}`,
      ],
      45,
      170,
    );
    let y = ruledCells(
      sheet,
      [[95], [95], [90], [85]],
      [
        ['Fakturanr', 'Fakturadatum', either(random, 'Betaldag', 'Förfaller'), 'Kundnr'],
        [telling.invoiceNumber(), telling.issueDate(), telling.dueDate(), facts.customerNumber],
      ],
      { x: 45, y: 206, height: 17, title: { size: 7.5, colour: '#666666' }, colour: '#bbbbbb' },
    );
    y = table(
      sheet,
      columnsAt(
        ['Beställt', 45],
        ['Antal', 222, 'right'],
        ['Enhet', 229],
        ['Pris', 306, 'right'],
        ['Moms', 342, 'right'],
        ['Belopp', 412, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: y + 16, leading: 16, title: { bold: true, colour } },
    );
    sheet.line(45, y, 412, y, colour);
    y = pairsBeside(
      sheet,
      [
        ['Delsumma', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [`Moms ${rate} (underlag ${taxable})`, tax]),
        ['Totalsumma inkl. moms', telling.gross()],
        Number(facts.totals.prepaid) === 0
          ? ['', '']
          : [`Avgår anmälningsavgift, faktura ${number(random, 6)}`, telling.prepaid()],
      ],
      { x: 160, y: y + 8, valueX: 412, right: true, leading: 15 },
    );
    sheet.fill(150, y + 2, 262, 22, colour);
    sheet.text(`ATT BETALA ${telling.currency('SEK')}`, 160, y + 8, { bold: true, colour: 'white' });
    sheet.text(telling.payable(), 406, y + 8, { bold: true, colour: 'white', align: 'right' });
    sheet.text(
      `Betalas till bankgiro ${telling.account('bankgiro', seller.bankgiro)} med referens ${telling.reference()}. Betalning ska vara oss tillhanda före inflyttning. Avbokning enligt mässans allmänna villkor, tekniska beställningar efter ${printDate(dateAfter(opening, -14), 'iso')} debiteras med 25 % tillägg.`,
      45,
      y + 44,
      { width: 366, size: 8 },
    );
    sheet.text('Arrangör', 444, 40, { bold: true, colour });
    const rail = { size: 6.5, leading: 11 };
    y = sentences(
      sheet,
      [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`],
      444,
      56,
      rail,
    );
    sheet.text('Kontakt', 444, y + 10, { bold: true, colour });
    y = sentences(sheet, [facts.ourReference, seller.phone, seller.email], 444, y + 26, rail);
    sheet.text('Bolagsuppgifter', 444, y + 10, { bold: true, colour });
    y = sentences(
      sheet,
      [
        'Organisationsnummer',
        telling.sellerNumber(swedishNumber(seller.organisationNumber ?? '')),
        'Momsnummer',
        telling.sellerVat(),
        'Innehar F-skattsedel',
        `Säte: ${seller.city}`,
      ],
      444,
      y + 26,
      rail,
    );
    sheet.text('Er beställare', 444, y + 10, { bold: true, colour });
    sentences(sheet, [telling.buyerReference(), 'Ert ordernummer', telling.order()], 444, y + 26, rail);
  },
};
