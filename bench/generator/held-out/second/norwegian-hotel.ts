/** Norwegian, a conference hotel's: three rates of VAT with a table of their bases, guests and nights told, deposit taken off, the chain's name large and the company in a line at the foot. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { grouped, printDate } from '../../print.ts';
import { trading } from '../../trade.ts';

export const norwegianHotel: InvoiceLayout = {
  name: 'norwegian-hotel',
  language: 'no',
  fonts: ['Times', 'OpenSans'],
  sizes: [9, 9.75],
  wish: (random) =>
    trading(random, 'NO', ['Hotelldrift AS', 'Fjordhotell AS', 'Konferansesenter AS'], {
      goods: [
        ['Overnatting enkeltrom', 'natt', '12'],
        ['Dagpakke konferanse', 'pers'],
        ['Middag, tre retter', 'pers'],
        ['Leie av møterom Storstua', 'dag'],
        ['Påsmurt ved ankomst', 'stk', '15'],
        ['Parkering', 'døgn'],
      ],
      lines: [2, 7],
      rates: ['25'],
      highestPrice: 2100,
      number: either(random, '######', '4#####', 'F-#####'),
      isPrepaid: random.once(2),
      terms: [10, 14, 20],
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'dots', 'short-dots', { long: 'nb-NO' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const middle = sheet.width / 2;
    const colour = '#7a5a1e';
    sheet.text(either(random, 'Havgløtt', 'Utsikten', 'Nordlys'), middle, 30, {
      size: 28,
      italic: true,
      align: 'centre',
      colour,
    });
    sheet.text('HOTELL  ·  KURS  ·  SELSKAP', middle, 64, {
      size: 7.5,
      align: 'centre',
      tracking: 2,
      colour,
    });
    sentences(sheet, [...addressOf(buyer, telling.buyerName()), `v/ ${telling.buyerReference()}`], 60, 110, {
      leading: 13,
    });
    pairsBeside(
      sheet,
      [
        ['FAKTURA', telling.invoiceNumber()],
        ['Dato', telling.issueDate()],
        [either(random, 'Forfall', 'Forfallsdato'), telling.dueDate()],
        ['Bookingnr.', number(random, 7)],
        ['Deres bestillingsnr.', telling.order()],
        ['Ankomst', printDate(dateAfter(facts.deliveryDate, -2), 'dots')],
        ['Avreise', printDate(facts.deliveryDate, 'dots')],
      ],
      { x: 360, y: 110, valueX: 535, right: true, leading: 13, label: { colour } },
    );
    sheet.text(
      `Kurs for ${random.int(8, 60)} deltakere, kontaktperson hos oss: ${facts.ourReference}`,
      60,
      220,
      { italic: true },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Tekst', 60],
        ['Antall', 300, 'right'],
        ['', 306],
        ['Pris eks. mva.', 415, 'right'],
        ['Mva.', 455, 'right'],
        ['Sum eks. mva.', 535, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: 244, leading: 16, title: { colour, size: 8.5 } },
    );
    sheet.line(60, y, 535, y, colour);
    const sumsY = y + 10;
    table(
      sheet,
      columnsAt(['Mva.-sats', 60], ['Grunnlag', 170, 'right'], ['Mva.', 240, 'right']),
      telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax]),
      { y: sumsY, leading: 13, title: { colour, size: 8.5 } },
    );
    const code = telling.currency(either(random, 'NOK', 'kr'));
    y = pairsBeside(
      sheet,
      [
        ['Sum eksklusive mva.', telling.net()],
        ['Merverdiavgift', telling.vat()],
        ['Sum inklusive mva.', telling.gross()],
        ['Innbetalt depositum', Number(facts.totals.prepaid) === 0 ? '' : telling.prepaid()],
      ],
      { x: 330, y: sumsY, valueX: 535, right: true, leading: 14 },
    );
    sheet.line(330, y + 1, 535, y + 1, colour);
    sheet.text('Å betale', 330, y + 7, { size: 12 });
    sheet.text(`${code} ${telling.payable()}`, 535, y + 7, { size: 12, bold: true, align: 'right' });
    const account = grouped(seller.account, 4, 2, 5).replaceAll(' ', '.');
    sheet.text(
      `Vennligst betal til bankkonto ${telling.account('other', seller.account, account)} og oppgi KID ${telling.reference()}. Ved forsinket betaling belastes renter etter lov om renter ved forsinket betaling, samt purregebyr.`,
      60,
      Math.max(y + 60, 600),
      { width: 475 },
    );
    sheet.text('Takk for besøket, og velkommen tilbake!', middle, 720, {
      italic: true,
      align: 'centre',
      colour,
    });
    const registered = `NO ${grouped(seller.organisationNumber ?? '', 3)} MVA`;
    sheet.text(
      `${telling.sellerName()}  ·  ${seller.street}, ${seller.postcode} ${seller.city}  ·  ${seller.phone}  ·  Org.nr. ${telling.sellerVat(registered)}  ·  Foretaksregisteret`,
      middle,
      790,
      { size: 7.5, align: 'centre' },
    );
  },
};
