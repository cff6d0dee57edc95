/** Swedish, an invoicing program of the nineties and ever since: facts in a box, a giro slip with its machine line at the foot. */
import { ocrLine, pairsBeside, sentences, table } from '../arranging.ts';
import { sweden } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const bankgiroSlip: InvoiceLayout = {
  name: 'bankgiro-slip',
  language: 'sv',
  fonts: ['Helvetica', 'Times', 'Liberation', 'OpenSans'],
  sizes: [8.5, 10],
  mayBeTwo: true,
  wish: (random) =>
    usual(random, 'SE', {
      rounds: true,
      reference: either(random, sweden.ocr, sweden.ocrWithLength),
      number: either(random, '####', '#######', 'Y####'),
      lines: [1, 7],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', 'iso', 'compact'),
    percent: either(random, '25 %', '25%'),
    negativeCredit: random.once(2),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const shift = random.int(-10, 10);
    sheet.text(telling.sellerName(), 48, 42 + shift, { size: 15, bold: true });
    sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 330, 40 + shift, { size: 18, bold: true });
    sheet.frame(325, 68 + shift, 225, 112);
    pairsBeside(
      sheet,
      [
        [either(random, 'Fakturanr', 'Fakturanummer'), telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Kundnr', facts.customerNumber],
        ['OCR-nr', isCredit ? '' : telling.reference()],
        ['Förfallodatum', isCredit ? '' : telling.dueDate()],
        ['Krediterar faktura', telling.preceding()],
        ['Ert ordernr', telling.order()],
      ],
      { x: 332, y: 75 + shift, valueX: 435 },
    );
    sentences(
      sheet,
      [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city.toUpperCase()}`],
      330,
      200 + shift,
      { leading: 13, size: 11 },
    );
    pairsBeside(
      sheet,
      [
        ['Er referens', telling.buyerReference()],
        ['Vår referens', facts.ourReference],
        ['Betalningsvillkor', isCredit ? '' : `${telling.terms()} dagar netto`],
        ['Dröjsmålsränta', '8 %'],
        ['Leveransdatum', telling.deliveryDate()],
      ],
      { x: 48, y: 175 + shift, valueX: 140 },
    );
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    table(
      sheet,
      [
        { title: 'Art.nr', x: 48 },
        { title: 'Benämning', x: 95 },
        { title: 'Antal', x: 330, align: 'right' },
        { title: 'Enh', x: 345 },
        { title: 'À-pris', x: 450, align: 'right' },
        { title: 'Summa', x: 545, align: 'right' },
      ],
      rows.map((row) => [row.article, row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: 270 + shift, ruled: true },
    );
    sheet.line(48, 468, 548, 468);
    const sums = [
      ['Netto', telling.net()],
      ...telling.breakdown().map(({ rate, tax }) => [`Moms ${rate}`, tax] as const),
      ['Öresutjämning', telling.rounding()],
      [either(random, 'ATT BETALA', 'Summa att betala', 'Att betala'), `${telling.payable()}`],
    ] as [string, string][];
    if (isCredit) sums[sums.length - 1] = ['Att erhålla', telling.payable()];
    pairsBeside(sheet, sums, {
      x: 370,
      y: 474,
      valueX: 545,
      right: true,
      leading: 14,
      value: { bold: true },
    });
    sheet.text(telling.currency(either(random, 'SEK', 'kr')), 340, 474 + 14 * (sums.length - 1));
    const facts3 = [
      [seller.street, `${seller.postcode} ${seller.city}`, `Tel ${seller.phone}`],
      [
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
        `Momsreg.nr ${telling.sellerVat()}`,
        'Godkänd för F-skatt',
      ],
      [`Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`, seller.email, seller.web],
    ];
    for (const [index, column] of facts3.entries())
      sentences(sheet, column, 48 + index * 175, 575, { size: 8 });
    if (isCredit) return;
    sheet.line(0, 625, sheet.width, 625);
    sheet.text('INBETALNING/GIRERING AVI', 48, 632, { size: 7 });
    sheet.text('Betalningsavsändare', 48, 650, { size: 6 });
    sentences(sheet, [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`], 48, 660, { size: 8 });
    sheet.text('Till bankgironr', 330, 650, { size: 6 });
    sheet.text(seller.bankgiro, 330, 659);
    sheet.text('Betalningsmottagare', 430, 650, { size: 6 });
    sheet.text(seller.name, 430, 659, { size: 8 });
    sheet.text('OCR', 330, 685, { size: 6 });
    sheet.text(facts.reference, 330, 694);
    sheet.text(ocrLine(facts.reference, facts.totals.payable, seller.bankgiro), 90, 800, {
      font: 'Courier',
      size: 10,
    });
  },
};
