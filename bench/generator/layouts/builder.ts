/** Swedish, a builder's: typewriter, reverse charge for construction, sums at the left under the lines, colon before the öre. */
import { sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const builder: InvoiceLayout = {
  name: 'builder',
  language: 'sv',
  fonts: ['Courier', 'Times'],
  sizes: [9, 10],
  wish: (random) =>
    usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Rivning innervägg', 'tim'],
        ['Gipsskiva 13 mm', 'st'],
        ['Container, hämtning', 'st'],
        ['ÄTA 3 enligt dagbok', 'tim'],
      ],
      lines: [1, 5],
      number: either(random, '###', '####', 'Y##'),
      isReverseCharge: random.once(2),
      rounds: true,
      terms: [30],
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: { thousands: either(random, 'space', 'dot'), decimal: either(random, ':', ',') },
    date: anyDate(random, 'iso', 'short'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), sheet.width / 2, 40, { align: 'centre', size: 16, bold: true });
    sheet.text(
      `${seller.street}  ${seller.postcode} ${seller.city}  tel ${seller.phone}`,
      sheet.width / 2,
      62,
      { align: 'centre', size: 8 },
    );
    sheet.line(50, 78, 545, 78);
    const title = isCredit ? 'KREDITFAKTURA' : 'FAKTURA';
    sheet.text(`${title} NR ${telling.invoiceNumber()}`, 50, 96, { bold: true });
    sheet.text(`Datum ${telling.issueDate()}`, 545, 96, { align: 'right' });
    sentences(
      sheet,
      ['Till:', telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`],
      50,
      124,
      { leading: 13 },
    );
    const site = `Objekt: ${buyer.city}skolan, hus ${random.pick(['A', 'B', 'C'])}`;
    sentences(
      sheet,
      [
        site,
        `Er ref: ${telling.buyerReference()}`,
        ...(isCredit ? [`Avser faktura ${telling.preceding()}`] : []),
      ],
      50,
      200,
      { leading: 13 },
    );
    let y = table(
      sheet,
      [
        { title: 'Utfört arbete', x: 50 },
        { title: 'Mängd', x: 330, align: 'right' },
        { title: 'Pris', x: 430, align: 'right' },
        { title: 'Kronor', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: 262 },
    );
    const code = telling.currency(either(random, 'kr', 'SEK'));
    const sums = facts.isReverseCharge
      ? [`Summa ${telling.net()}`]
      : [`Summa ${telling.net()}`, ...telling.breakdown().map(({ rate, tax }) => `Moms ${rate} ${tax}`)];
    if (Number(facts.totals.rounding) !== 0) sums.push(`Avrundning ${telling.rounding()}`);
    sums.push(`${isCredit ? 'Att få tillbaka' : 'Att betala'} ${code} ${telling.payable()}`);
    y = sentences(sheet, sums, 50, y + 20, { leading: 15, bold: true });
    if (facts.isReverseCharge) {
      y = sentences(
        sheet,
        ['Omvänd betalningsskyldighet. Köparen redovisar momsen.', `Köparens VAT-nr: ${telling.buyerVat()}`],
        50,
        y + 10,
      );
    }
    sheet.line(50, 735, 545, 735);
    sentences(
      sheet,
      [
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   Moms nr ${telling.sellerVat()}   Godkänd för F-skatt`,
        isCredit
          ? ''
          : `Betalas till bg ${telling.account('bankgiro', seller.bankgiro)} senast ${telling.dueDate()}. Märk med fakturanr.`,
      ],
      50,
      742,
      { size: 8, leading: 12 },
    );
  },
};
