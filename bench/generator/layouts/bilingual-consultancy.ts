/** Swedish and English, a consultancy's: every label in both languages, hours, now and then in euro with the VAT told in kronor. */
import Big from 'big.js';
import { addressOf, colours, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { called } from '../companies.ts';
import { either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const bilingualConsultancy: InvoiceLayout = {
  name: 'bilingual-consultancy',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.5, 9.5],
  wish(random) {
    const wish = usual(random, 'SE', {
      currency: either(random, 'SEK', 'SEK', 'EUR'),
      rates: ['25'],
      goods: [
        ['Systemutveckling / Development', 'h'],
        ['Projektledning / Project management', 'h'],
        ['Restid / Travel time', 'h'],
        ['Utlägg hotell / Hotel expense', 'st'],
        ['Workshop', 'h'],
      ],
      lines: [1, 5],
      highestPrice: 1600,
      number: either(random, 'Y###', '1####', 'F-####'),
      terms: [30, 30, 45, 60],
      ...sometimesCredit(random, 12),
    });
    const name = either(random, 'Consulting AB', 'Management AB', 'IT-konsult AB');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: 'iso',
    percent: either(random, '25%', '25 %'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    const caption = { size: 6.5, colour: '#777777' } as const;
    sheet.text(isCredit ? 'Kreditfaktura / Credit note' : 'Faktura / Invoice', 48, 42, { size: 16, colour });
    sheet.text(`${sheet.page()} (1)`, 548, 42, { align: 'right', size: 8 });
    const party = (x: number, label: string, name: string, numbers: string[], of: typeof seller) => {
      sheet.text(label, x, 84, caption);
      sheet.text(name, x, 96, { bold: true });
      sentences(sheet, [...addressOf(of, '').slice(1), ...numbers], x, 110, { leading: 12 });
    };
    party(
      48,
      'Leverantör / Supplier',
      telling.sellerName(),
      [
        `Org.nr / Reg. no ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
        `Moms / VAT ${telling.sellerVat()}`,
        'Godkänd för F-skatt / Approved for F-tax',
      ],
      seller,
    );
    party(
      312,
      'Kund / Customer',
      telling.buyerName(),
      random.once(2) ? [`Moms / VAT ${telling.buyerVat()}`] : [],
      buyer,
    );
    sheet.line(48, 180, 548, 180, colour);
    pairsAbove(
      sheet,
      [
        ['Fakturanr / Invoice no', telling.invoiceNumber()],
        ['Datum / Date', telling.issueDate()],
        ['Förfallodag / Due date', isCredit ? '' : telling.dueDate()],
        ['Villkor / Terms', isCredit ? '' : `${telling.terms()} dagar / days`],
        ['Avser faktura / Refers to invoice', isCredit ? telling.preceding() : ''],
        ['Er ref / Your ref', telling.buyerReference()],
        ['Vår ref / Our ref', facts.ourReference],
        ['Er order / Your order', random.once(2) ? '' : telling.order()],
      ],
      { x: 48, y: 190, step: 126, columns: 4, rowHeight: 32, label: caption },
    );
    const code = telling.currency();
    let y = table(
      sheet,
      [
        { title: 'Beskrivning / Description', x: 48 },
        { title: 'Antal / Qty', x: 345, align: 'right' },
        { title: 'Pris / Price', x: 440, align: 'right' },
        { title: `Belopp / Amount ${code}`, x: 548, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: 275, leading: 16, ruled: true, title: { size: 7.5, bold: true } },
    );
    sheet.line(48, y + 2, 548, y + 2, '#aaaaaa');
    y = pairsBeside(
      sheet,
      [
        ['Summa exkl. moms / Total excl. VAT', telling.net()],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms / VAT ${rate}`, tax]),
      ],
      { x: 312, y: y + 14, valueX: 548, right: true, leading: 16 },
    );
    sheet.text(isCredit ? 'Att kreditera / To credit' : 'Att betala / Amount due', 312, y + 4, {
      bold: true,
    });
    sheet.text(`${code} ${telling.payable()}`, 548, y + 4, { bold: true, align: 'right' });
    if (facts.currency !== 'SEK') {
      const course = `11.${random.int(1000, 9999)}`;
      const inKronor = new Big(totals.vat).times(course).toFixed(2);
      sheet.text(
        `Moms i SEK / VAT in SEK: ${telling.amount(inKronor)} (kurs / rate ${course.replace('.', ',')})`,
        548,
        y + 24,
        { size: 7.5, align: 'right' },
      );
    }
    sheet.fill(0, 742, sheet.width, 100, '#f3f3f3');
    if (isCredit) return;
    pairsAbove(
      sheet,
      [
        ['Bankgiro', facts.currency === 'SEK' ? telling.account('bankgiro', seller.bankgiro) : ''],
        ['IBAN', telling.iban()],
        ['BIC / SWIFT', seller.bic],
        ['Ange vid betalning / Payment reference', telling.invoiceNumber()],
      ],
      { x: 48, y: 756, step: 132, label: caption, value: { size: 7.5 } },
    );
  },
};
