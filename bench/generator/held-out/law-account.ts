/** Swedish, a law firm's account of costs: centred and letter-spaced, fees by the hour and outlays without VAT, what the client paid on account, kronor with colons. */
import { addressOf, columnsAt, letterSpaced, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { either, type InvoiceLayout } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const lawAccount: InvoiceLayout = {
  name: 'law-account',
  language: 'sv',
  fonts: ['Times'],
  sizes: [10, 11],
  wish: (random) =>
    trading(random, 'SE', ['Advokatbyrå AB', 'Juridiska Byrå KB', 'Advokater HB'], {
      goods: [
        ['Arvode, delägare', 'tim'],
        ['Arvode, biträdande jurist', 'tim'],
        ['Tidsspillan', 'tim'],
        ['Utlägg, ansökningsavgift domstol', 'st', '0'],
        ['Utlägg, registreringsbevis', 'st', '0'],
      ],
      lines: [1, 5],
      rates: ['25'],
      highestPrice: 3200,
      number: either(random, 'Y-####', '####', 'Y/###'),
      isPrepaid: random.once(3),
      terms: [15, 20, 30],
    }),
  style: (random) => ({
    amount: {
      ...either(
        random,
        { thousands: 'space' as const, decimal: ':' as const },
        { thousands: 'dot' as const, decimal: ':' as const },
      ),
      minus: 'dash',
    },
    date: { long: 'sv-SE' },
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const middle = sheet.width / 2;
    sheet.text(letterSpaced(seller.name.split(' ').slice(0, -1).join(' ').toUpperCase()), middle, 44, {
      align: 'centre',
      size: 12,
    });
    sheet.text('Ledamöter av Sveriges advokatsamfund', middle, 62, {
      align: 'centre',
      size: 8,
      italic: true,
    });
    sheet.text(
      `${seller.street}   ${seller.postcode} ${seller.city}   ${seller.phone}   ${seller.email}`,
      40,
      640,
      { size: 7.5, rotate: -90, colour: '#777777' },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 76, 110, { leading: 14 });
    sentences(sheet, [`${seller.city} den ${telling.issueDate()}`], 350, 110);
    sheet.text(letterSpaced(either(random, 'FAKTURA', 'KOSTNADSRÄKNING')), 76, 186, { bold: true });
    sheet.text(`Faktura nr ${telling.invoiceNumber()}`, 350, 186);
    sentences(
      sheet,
      [
        `Ärende nr ${number(random, 5)}: ${buyer.name} ./. ${either(random, 'Ekbacka Fastigheter AB', 'Strandvik Entreprenad AB')}`,
        `Mål nr T ${number(random, 4)}-${facts.issueDate.slice(2, 4)}`,
        `Ansvarig: ${facts.ourReference}`,
      ],
      76,
      208,
      { leading: 13, size: 9.5 },
    );
    let y = table(
      sheet,
      columnsAt(['Åtgärd', 76], ['Antal', 330, 'right'], ['À', 425, 'right'], ['Belopp', 520, 'right']),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: 266, leading: 17, title: { italic: true } },
    );
    y = pairsBeside(
      sheet,
      [
        ['Summa', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [`Mervärdesskatt ${rate} å ${taxable}`, tax]),
        ['Summa inklusive mervärdesskatt', telling.gross()],
        ['Avgår: erlagt à conto', Number(facts.totals.prepaid) === 0 ? '' : telling.prepaid()],
      ],
      { x: 230, y: y + 12, valueX: 520, right: true, leading: 16 },
    );
    sheet.line(230, y + 2, 520, y + 2);
    sheet.text(`Att betala ${telling.currency(either(random, 'kronor', 'SEK'))}`, 230, y + 8, { bold: true });
    sheet.text(telling.payable(), 520, y + 8, { bold: true, align: 'right' });
    sheet.line(230, y + 23, 520, y + 23);
    sheet.line(230, y + 25, 520, y + 25);
    sheet.text(
      `Betalning emotses senast den ${telling.dueDate()} till bankgiro ${telling.account('bankgiro', seller.bankgiro)}; klientmedelskonto får inte användas. Dröjsmålsränta enligt 6 § räntelagen.`,
      76,
      y + 60,
      { width: 444 },
    );
    sentences(
      sheet,
      [
        `${telling.sellerName()}   Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   Momsreg.nr ${telling.sellerVat()}   Innehar F-skattsedel`,
      ],
      76,
      780,
      { size: 8 },
    );
  },
};
