/** Swedish, a restaurant's for a company's evening: food and drink at rates of their own in columns of the summary, tip and deposit told, a chain's name above the firm's. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { printDate, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const restaurantEvening: InvoiceLayout = {
  name: 'restaurant-evening',
  language: 'sv',
  fonts: ['Times', 'OpenSans', 'Courier'],
  sizes: [9, 9.5],
  wish: (random) =>
    trading(random, 'SE', ['Krog & Café AB', 'Restauranger HB', 'Mat & Möten AB'], {
      goods: [
        ['Tvårätters, grupp', 'st', '12'],
        ['Alkoholfri dryck', 'st', '12'],
        ['Vin, flaska', 'st', '25'],
        ['Öl 40 cl', 'st', '25'],
        ['Lokalhyra', 'st', '25'],
        ['Kaffe och kaka', 'st', '12'],
      ],
      lines: [2, 8],
      rates: ['12'],
      highestPrice: 600,
      number: either(random, '####', 'R-####', '#####'),
      isPrepaid: random.once(2),
      rounds: true,
      terms: [10, 15, 20],
    }),
  style: (random) => ({
    amount: either(random, spaced, plain, {
      thousands: 'space' as const,
      decimal: ':' as const,
      nothingAfter: '-' as const,
    }),
    date: anyDate(random, 'iso', { long: 'sv-SE' }, { medium: 'sv-SE' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const middle = sheet.width / 2;
    const chain = either(random, 'SALTKARET', 'Två Ankare', 'Kvarnhjulet');
    sheet.text(chain, middle, 36, { size: 28, align: 'centre', italic: true });
    sheet.text('mat · fest · möten', middle, 70, { size: 9, align: 'centre', tracking: 3 });
    sheet.text(`FAKTURA NR ${telling.invoiceNumber()}`, middle, 96, { bold: true, align: 'centre' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 130, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Datum', telling.issueDate()],
        ['Sällskapets dag', printDate(facts.deliveryDate, 'iso')],
        ['Antal gäster', String(random.int(8, 90))],
        ['Bokning', number(random, 6)],
        ['Beställare', telling.buyerReference()],
      ],
      { x: 340, y: 130, valueX: 440, leading: 13 },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Vad', 60],
        ['Antal', 300, 'right'],
        ['Pris', 390, 'right'],
        ['Moms', 440, 'right'],
        ['Summa', 535, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
      { y: 226, leading: 16, ruled: true },
    );
    y = table(
      sheet,
      columnsAt(['Momssats', 60], ['Netto', 160, 'right'], ['Moms', 230, 'right']),
      [
        ...telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax]),
        ['Summa', telling.net(), telling.vat()],
      ],
      { y: y + 22, leading: 13 },
    );
    const isRounded = Number(facts.totals.rounding) !== 0;
    const below = pairsBeside(
      sheet,
      [
        ['Totalt inkl. moms', telling.gross()],
        ['Handpenning', Number(facts.totals.prepaid) === 0 ? '' : telling.prepaid()],
        ['Dricks', telling.amount('0.00')],
        ['Öresavrundning', isRounded ? telling.rounding() : ''],
      ],
      { x: 330, y: y - 40, valueX: 535, right: true, leading: 14 },
    );
    sheet.text(`Att betala ${telling.currency(either(random, 'kr', 'SEK'))}`, 330, below + 4, { bold: true });
    sheet.text(telling.payable(), 535, below + 4, { bold: true, align: 'right' });
    sheet.text(
      `Representation: namn på deltagare lämnas på begäran. Betalas inom ${telling.terms()} dagar, senast ${telling.dueDate()}.`,
      60,
      below + 40,
      { width: 470, italic: true },
    );
    sentences(
      sheet,
      [
        `${chain} drivs av ${telling.sellerName()}, ${seller.street}, ${seller.postcode} ${seller.city}`,
        `Organisationsnummer ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}  Momsreg.nr ${telling.sellerVat()}`,
        `Bankgiro ${telling.account('bankgiro', seller.bankgiro)}  Swish 123 ${number(random, 3)} ${number(random, 2)} ${number(random, 2)}`,
      ],
      60,
      750,
      { size: 8.5, leading: 12 },
    );
  },
};
