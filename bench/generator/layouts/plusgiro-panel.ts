/** Swedish, a designer's: a coloured panel at the left with the company's facts, labels above values, plusgiro, letter spacing. */
import { colours, logo, pairsAbove, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { grouped, plusgiroInPrint, swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const plusgiroPanel: InvoiceLayout = {
  name: 'plusgiro-panel',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica'],
  sizes: [8, 9.5],
  wish: (random) =>
    usual(random, 'SE', {
      rounds: random.once(3),
      number: either(random, '######', 'F-####'),
      lines: [1, 5],
      isPrepaid: random.once(8),
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'iso', { long: 'sv-SE' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    sheet.fill(0, 0, 158, sheet.height, colour);
    logo(sheet, random, 40, 40, 46, 'white');
    const white = { colour: 'white', size: 8 };
    const faint = { colour: '#dddddd', size: 6.5 };
    sheet.text(telling.sellerName(), 24, 110, { ...white, bold: true, size: 9, width: 126 });
    pairsAbove(
      sheet,
      [
        ['ADRESS', seller.street],
        ['', `${seller.postcode} ${seller.city}`],
        ['TELEFON', seller.phone],
        ['E-POST', seller.email],
        ['ORG.NR', telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))],
        ['MOMSREG.NR', telling.sellerVat()],
        [
          'PLUSGIRO',
          isCredit ? '' : telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro)),
        ],
        ['', 'Godkänd för F-skatt'],
      ],
      { x: 24, y: 480, step: 0, columns: 1, rowHeight: 32, label: faint, value: white },
    );
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 190, 50, { size: 24, tracking: 3, colour });
    const small = { size: 7, colour: '#777777' };
    pairsAbove(
      sheet,
      [
        [either(random, 'Fakturanr', 'Fakturanummer', 'Nummer'), telling.invoiceNumber()],
        [either(random, 'Datum', 'Fakturadatum'), telling.issueDate()],
        ['Förfaller', isCredit ? '' : telling.dueDate()],
        ['Avser fakturanr', telling.preceding()],
      ],
      { x: 190, y: 100, step: 120, label: small },
    );
    sheet.text('Faktureras till', 190, 150, small);
    sheet.text(telling.buyerName(), 190, 161, { bold: true });
    sheet.text(buyer.street, 190, 174);
    sheet.text(`${buyer.postcode} ${buyer.city}`, 190, 187);
    sheet.text('Er referens', 400, 150, small);
    sheet.text(telling.buyerReference(), 400, 161);
    const below = table(
      sheet,
      [
        { title: 'Beskrivning', x: 190 },
        { title: 'Antal', x: 400, align: 'right' },
        { title: 'Pris', x: 470, align: 'right' },
        { title: 'Belopp', x: 560, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: 240, leading: 18, title: small },
    );
    sheet.line(190, below + 6, 560, below + 6, colour);
    const code = telling.currency(either(random, 'kr', 'SEK'));
    const hasPrepaid = Number(facts.totals.prepaid) > 0;
    const sums: [string, string][] = [
      ['Summa exkl. moms', telling.net()],
      ...telling
        .breakdown()
        .map(({ rate, tax, taxable }): [string, string] => [`Moms ${rate} på ${taxable}`, tax]),
      ...(hasPrepaid
        ? ([
            ['Totalt inkl. moms', telling.gross()],
            ['Avgår förskott', telling.prepaid()],
          ] as [string, string][])
        : []),
      ...(Number(facts.totals.rounding) === 0
        ? []
        : [['Avrundning', telling.rounding()] as [string, string]]),
    ];
    let y = below + 16;
    for (const [label, value] of sums) {
      sheet.text(label, 330, y);
      sheet.text(value, 560, y, { align: 'right' });
      y += 15;
    }
    sheet.fill(320, y + 2, 246, 26, colour);
    sheet.text(isCredit ? 'Att återfå' : 'Att betala', 330, y + 9, { colour: 'white', bold: true });
    sheet.text(`${telling.payable()} ${code}`, 560, y + 9, { colour: 'white', bold: true, align: 'right' });
    if (isCredit) return;
    sheet.text('Ange OCR-nummer vid betalning', 190, y + 60, small);
    sheet.text(
      telling.reference(random.once(2) ? facts.reference : grouped(facts.reference, 4)),
      190,
      y + 71,
      {
        size: 12,
        tracking: 1,
      },
    );
    sheet.text(
      `Betalningsvillkor ${telling.terms()} dagar. Dröjsmålsränta enligt räntelagen.`,
      190,
      800,
      small,
    );
  },
};
