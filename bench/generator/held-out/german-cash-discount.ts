/** German, a wholesaler's: discount for quick payment with its day and sum, collective positions, sums in a row under headings, three columns of foot. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, sumsUnder, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const germanCashDiscount: InvoiceLayout = {
  name: 'german-cash-discount',
  language: 'de',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'DE', ['Großhandel GmbH', 'Beschläge GmbH & Co. KG', 'Stahlhandel AG'], {
      goods: [
        ['Türband verzinkt, 140 mm', 'Stk'],
        ['Rohr S235 60x60x3', 'm'],
        ['Zylinderschraube M8x30', '100'],
        ['Fachbuch Beschlagtechnik', 'Stk', '7'],
        ['Verpackung', 'psch'],
      ],
      lines: [1, 9],
      rates: ['19'],
      number: either(random, '#######', 'R######', 'RG-Y-#####'),
      terms: [30, 30, 45, 60],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: { ...dotted, minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dots', 'short-dots'),
    negativeCredit: random.once(2),
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 555, 34, { size: 15, bold: true, align: 'right', colour: '#1d4e89' });
    sheet.text(`${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city}`, 57, 118, { size: 6 });
    sentences(sheet, ['Firma', ...addressOf(buyer, telling.buyerName())], 57, 132, { leading: 12.5 });
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Gutschrift-Nr.' : 'Rechnungs-Nr.', telling.invoiceNumber()],
        ['Kunden-Nr.', facts.customerNumber],
        ['Belegdatum', telling.issueDate()],
        ['Lieferdatum', telling.deliveryDate()],
        ['Lieferschein', `LS${number(random, 6)}`],
        ['Auftrag', number(random, 7)],
        ['Ihre Bestellung', telling.order()],
        ['Ihre USt-IdNr.', telling.buyerVat()],
        ['Bearbeiter', facts.ourReference],
      ],
      { x: 360, y: 118, valueX: 555, right: true, leading: 12 },
    );
    sheet.text(isCredit ? `Gutschrift zu Rechnung ${telling.preceding()}` : 'RECHNUNG', 57, 236, {
      size: 13,
      bold: true,
    });
    sheet.text(
      `Lieferung: ${either(random, 'Baustelle', 'Werk II')} ${buyer.city}, Tor ${random.int(1, 6)}`,
      57,
      254,
      { size: 8 },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Pos', 57],
        ['Artikel', 82],
        ['Bezeichnung', 130],
        ['Menge', 330, 'right'],
        ['ME', 338],
        ['E-Preis', 430, 'right'],
        ['MwSt', 480, 'right'],
        ['G-Preis', 555, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net').map(
        (row, index) => [String(index + 1), ...row],
      ),
      { y: 274, leading: 14, ruled: true },
    );
    const sumsY = Math.max(y + 20, 530);
    sheet.line(57, sumsY - 6, 555, sumsY - 6);
    const rates = telling.breakdown();
    sumsUnder(
      sheet,
      [
        ['Warenwert', telling.net(), 130],
        ...rates.map(({ rate, tax }, index) => [`MwSt ${rate}`, tax, 230 + index * 90] as const),
        [
          `${isCredit ? 'Gutschriftbetrag' : 'Rechnungsbetrag'} ${telling.currency(either(random, 'EUR', '€'))}`,
          telling.payable(),
          555,
        ],
      ],
      { y: sumsY, value: { bold: true } },
    );
    if (!isCredit) {
      const discount = new Big(facts.totals.payable).times('0.02').round(2);
      sentences(
        sheet,
        [
          `Zahlbar bis ${printDate(dateAfter(facts.issueDate, 10), 'dots')} mit 2 % Skonto = ${telling.amount(discount.toFixed(2))} EUR, Zahlbetrag ${telling.amount(new Big(facts.totals.payable).minus(discount).toFixed(2))} EUR`,
          `oder bis ${telling.dueDate()} ohne Abzug.`,
          'Es gelten unsere AGB. Die Ware bleibt bis zur vollständigen Bezahlung unser Eigentum.',
        ],
        57,
        sumsY + 44,
        { leading: 12.5 },
      );
    }
    sheet.line(57, 762, 555, 762, '#1d4e89');
    for (const [x, lines] of [
      [57, [seller.name, seller.street, `${seller.postcode} ${seller.city}`, `Tel. ${seller.phone}`]],
      [
        220,
        [
          `Amtsgericht ${seller.city} ${seller.register}`,
          `USt-IdNr. ${telling.sellerVat()}`,
          `Steuernummer ${seller.taxNumber}`,
          `GF: ${seller.person}`,
        ],
      ],
      [390, ['Bankverbindung', `IBAN ${telling.iban(grouped(seller.iban, 4))}`, `BIC ${seller.bic}`]],
    ] as const)
      sentences(sheet, lines, x, 767, { size: 7, leading: 9 });
  },
};
