/** German, a machine builder's whose program groups by apostrophes: two addresses, partial payment taken off, foreign buyer without tax now and then, foot in three columns of numbers. */
import { addressOf, columnsAt, pairsAbove, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { trading } from '../trade.ts';

export const germanMachineParts: InvoiceLayout = {
  name: 'german-machine-parts',
  language: 'de',
  fonts: ['Liberation', 'Helvetica'],
  sizes: [8.5, 9.25],
  wish(random) {
    const isAbroad = random.once(3);
    return trading(random, 'DE', ['Pumpenbau AG', 'Verpackungsmaschinen GmbH', 'Fördertechnik GmbH'], {
      buyerCountry: isAbroad ? 'SE' : 'DE',
      isReverseCharge: isAbroad,
      isPrepaid: !isAbroad && random.once(2),
      goods: [
        ['Laufrad 180 mm, 1.4408', 'Stk'],
        ['Gleitringdichtung Satz', 'Satz'],
        ['Montageeinsatz', 'Std'],
        ['Getriebemotor 1,5 kW', 'Stk'],
      ],
      lines: [1, 6],
      rates: ['19'],
      highestPrice: 9000,
      number: either(random, '9######', 'RE######', '26-#####'),
      terms: [14, 30],
    });
  },
  style: (random) => ({
    amount: {
      thousands: 'apostrophe',
      decimal: either(random, ',', '.'),
      minus: either(random, 'before', 'dash'),
    },
    date: either(random, 'dots' as const, 'iso' as const),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const short = seller.city.slice(0, 3).toUpperCase();
    sheet.fill(40, 30, 44, 44, '#333333');
    sheet.text(short, 62, 44, { size: 16, bold: true, colour: 'white', align: 'centre' });
    sheet.text('Technik, die bewegt', 94, 58, { size: 8, italic: true });
    sheet.text('Rechnungsempfänger', 40, 104, { size: 7, bold: true });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 40, 115, { leading: 12.5 });
    sheet.text('Lieferadresse', 300, 104, { size: 7, bold: true });
    sentences(
      sheet,
      [`Zentrallager ${buyer.city}`, `Rampe ${random.int(1, 20)}`, `${buyer.postcode} ${buyer.city}`],
      300,
      115,
      { leading: 12.5 },
    );
    sheet.text(either(random, 'Rechnung', 'R E C H N U N G'), 40, 176, { size: 15, bold: true });
    const y0 = pairsAbove(
      sheet,
      [
        ['Belegnummer', telling.invoiceNumber()],
        ['Datum', telling.issueDate()],
        ['Debitor', number(random, 6)],
        ['Auftragsnummer', number(random, 6)],
        ['Bestellnummer Kunde', telling.order()],
        ['Versanddatum', telling.deliveryDate()],
        ['Ansprechpartner', facts.ourReference],
        ['USt-IdNr. Kunde', telling.buyerVat()],
      ],
      { x: 40, y: 204, step: 128, columns: 4, rowHeight: 27, label: { size: 6.5, colour: '#666666' } },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Nr.', 40],
        ['Teilenr.', 66],
        ['Bezeichnung', 120],
        ['Menge', 330, 'right'],
        ['Einh.', 338],
        ['Preis', 440, 'right'],
        ['Betrag', 555, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'net').map((row, index) => [
        `${index + 1}`,
        ...row,
      ]),
      { y: y0 + 14, leading: 15, striped: '#f3f3f3' },
    );
    const code = telling.currency();
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Nettobetrag', telling.net()],
        [
          facts.isReverseCharge
            ? 'Umsatzsteuer 0 %, innergemeinschaftlich'
            : `Umsatzsteuer ${vat?.rate ?? ''}`,
          vat?.tax ?? '',
        ],
        ['Bruttobetrag', telling.gross()],
        [
          `Anzahlung Rechnung ${number(random, 6)}`,
          Number(facts.totals.prepaid) === 0 ? '' : telling.prepaid(),
        ],
        [`Zu zahlender Betrag ${code}`, telling.payable()],
      ],
      { x: 300, y: y + 10, valueX: 555, right: true, leading: 15, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        `Zahlungsbedingung: ${telling.terms()} Tage netto, fällig am ${telling.dueDate()}`,
        facts.isReverseCharge
          ? 'Steuerfreie innergemeinschaftliche Lieferung. Steuerschuldner ist der Empfänger.'
          : 'Lieferbedingung: EXW',
      ],
      40,
      y + 24,
      { leading: 12.5 },
    );
    for (const [x, lines] of [
      [40, [telling.sellerName(), `${seller.street}, ${seller.postcode} ${seller.city}`, seller.web]],
      [
        250,
        [
          `${seller.register} AG ${seller.city}`,
          `USt-ID ${telling.sellerVat()}`,
          `Steuernr. ${seller.taxNumber}`,
        ],
      ],
      [
        390,
        [
          `IBAN ${telling.iban(grouped(seller.iban, 4))}`,
          `BIC/SWIFT ${seller.bic}`,
          `Gläubiger-ID DE${number(random, 2)}ZZZ0${number(random, 10)}`,
        ],
      ],
    ] as const)
      sentences(sheet, lines, x, 775, { size: 7, leading: 9.5 });
  },
};
