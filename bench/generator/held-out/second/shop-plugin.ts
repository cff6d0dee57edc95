/** Swedish, a web shop's by a plug-in: shop's name as heading, order and invoice facts in one plain list, article numbers under each line, delivery as a row of the sums. */
import { addressOf, columnsAt, pairsBeside, sentences, table } from '../../arranging.ts';
import { number, sweden } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { printDate, swedishNumber } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const shopPlugin: InvoiceLayout = {
  name: 'shop-plugin',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [9, 9.75],
  wish: (random) =>
    trading(random, 'SE', ['Kontorsbutik AB', 'Te & Kafferosteri AB', 'Emballage Online AB'], {
      goods: [
        ['Whiteboardpennor 4-pack', 'st'],
        ['Presentlåda mörk choklad', 'st', '12'],
        ['Wellpappkartong 400x300x200', 'st'],
        ['Etiketter 105x74 mm', 'st'],
        ['Espressobönor 1 kg', 'st', '12'],
        ['Skrivbordsmatta', 'st'],
      ],
      lines: [1, 7],
      rates: ['25'],
      highestPrice: 890,
      number: either(random, 'Y####', '####', 'WEB-#####'),
      reference: sweden.ocr,
      terms: [14, 30],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', { long: 'sv-SE' }),
    negativeCredit: true,
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const kr = telling.currency('kr');
    sheet.text(telling.sellerName(), 50, 40, { size: 16, bold: true });
    sentences(
      sheet,
      [
        seller.street,
        `${seller.postcode} ${seller.city}`,
        'Sverige',
        `Org.nr: ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
      ],
      370,
      40,
      { size: 8.5, leading: 12 },
    );
    sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 50, 124, { size: 18, bold: true });
    sentences(
      sheet,
      [
        telling.buyerName(),
        buyer.person,
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
        `inkop@${buyer.web.slice(4)}`,
        buyer.phone,
      ],
      50,
      156,
      { leading: 13 },
    );
    sheet.text('Levereras till:', 215, 143, { bold: true, size: 8.5 });
    sentences(sheet, addressOf(buyer, either(random, 'Godsmottagningen', 'Receptionen')), 215, 156, {
      leading: 13,
    });
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Kreditfakturanummer:' : 'Fakturanummer:', telling.invoiceNumber()],
        [isCredit ? 'Datum:' : 'Fakturadatum:', telling.issueDate()],
        [isCredit ? 'Ursprunglig faktura:' : '', isCredit ? telling.preceding() : ''],
        ['Ordernummer:', telling.doubtfulOrder(number(random, 5))],
        ['Orderdatum:', printDate(dateAfter(facts.deliveryDate, -random.int(1, 4)), 'iso')],
        [
          'Betalningsmetod:',
          isCredit ? '' : either(random, `Faktura ${telling.terms()} dagar`, 'Mot faktura'),
        ],
        ['Leveranssätt:', either(random, 'Paket till företag', 'Pallgods', 'Ombud')],
      ],
      { x: 370, y: 156, valueX: 475, leading: 13 },
    );
    const rows = telling.lines('description', 'quantity', 'unitPrice', 'net');
    sheet.fill(50, 254, 500, 20, 'black');
    const heads = columnsAt(
      ['Produkt', 58],
      ['Antal', 330, 'right'],
      ['À-pris', 430, 'right'],
      ['Pris', 542, 'right'],
    );
    for (const { title, x, align = 'left' } of heads)
      sheet.text(title, x, 258, { bold: true, colour: 'white', align });
    let y = 282;
    for (const [index, row] of rows.entries()) {
      sheet.text(row.description, 58, y);
      sheet.text(
        `${telling.besideDescription(index, `Art.nr: ${facts.lines[index]?.article}`)}`,
        58,
        y + 12,
        { size: 7.5, colour: '#666666' },
      );
      sheet.text(row.quantity, 330, y, { align: 'right' });
      sheet.text(`${row.unitPrice} ${kr}`, 430, y, { align: 'right' });
      sheet.text(`${row.net} ${kr}`, 542, y, { align: 'right' });
      sheet.line(50, y + 26, 550, y + 26, '#cccccc');
      y += 33;
    }
    const breakdown = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Delsumma', `${telling.net()} ${kr}`],
        ['Frakt', `Fri frakt`],
        ...breakdown.map(({ rate, tax }): [string, string] => [`Moms ${rate}`, `${tax} ${kr}`]),
        [isCredit ? 'Återbetalas' : 'Totalt', `${telling.payable()} ${kr}`],
      ],
      { x: 350, y: y + 4, valueX: 542, right: true, leading: 19, label: { bold: true } },
    );
    if (!isCredit) {
      sheet.text('Betalningsinformation', 50, y + 10, { bold: true });
      table(
        sheet,
        columnsAt(['Bankgiro', 50], ['OCR-nr', 150], ['Sista betalningsdag', 270]),
        [[telling.account('bankgiro', seller.bankgiro), telling.reference(), telling.dueDate()]],
        { y: y + 28, title: { size: 8, colour: '#666666' } },
      );
    }
    sheet.line(50, 770, 550, 770, '#cccccc');
    sheet.text(
      `${seller.email} | ${seller.phone} | ${seller.web} | VAT-nr ${telling.sellerVat()} | Godkänd för F-skatt`,
      sheet.width / 2,
      778,
      { size: 7.5, align: 'centre', colour: '#666666' },
    );
  },
};
