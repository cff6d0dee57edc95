/** Swedish, a wholesaler's: a matrix printer's page, many lines over several pages carried forward, minus behind the amount, sums above the lines' end at the left. */
import { pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout } from '../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const wholesaleList: InvoiceLayout = {
  name: 'wholesale-list',
  language: 'sv',
  fonts: ['Courier', 'Courier', 'Helvetica'],
  sizes: [8, 8.5],
  wish: (random) => {
    const isSelfBilled = random.once(6);
    return usual(random, 'SE', {
      lines: [18, 95],
      highestPrice: 400,
      rounds: true,
      isCredit: !isSelfBilled && random.once(7),
      isSelfBilled,
      number: either(random, '#######', '########'),
    });
  },
  style: (random) => ({
    amount: { thousands: either(random, 'none', 'space', 'dot'), decimal: ',', minus: 'after' },
    date: anyDate(random, 'iso', 'short', 'compact'),
    negativeCredit: true,
  }),
  draw(sheet, telling) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const title = isCredit ? 'K R E D I T' : facts.isSelfBilled ? 'SJÄLVFAKTURA' : 'FAKTURA';
    const head = (): number => {
      // Who bills himself writes on his own paper, and the seller stands where the receiver does.
      const [letterhead, receiver] = facts.isSelfBilled ? [buyer, seller] : [seller, buyer];
      sheet.text(facts.isSelfBilled ? telling.buyerName() : telling.sellerName(), 40, 36, {
        bold: true,
        size: 11,
      });
      sentences(sheet, [letterhead.street, `${letterhead.postcode} ${letterhead.city}`], 40, 52, {
        leading: 10,
      });
      sheet.text(title, 300, 36, { bold: true, size: 13 });
      sheet.text(`Sida ${sheet.page()}`, 555, 36, { align: 'right' });
      pairsBeside(
        sheet,
        [
          ['Fakturanr', telling.invoiceNumber()],
          ['Fakturadatum', telling.issueDate()],
          ['Krediterar fakturanr', telling.preceding()],
          ['Kundnr', facts.customerNumber],
          ['Ert ordernr', telling.order()],
        ],
        { x: 300, y: 58, valueX: 430, leading: 11 },
      );
      sentences(
        sheet,
        [
          facts.isSelfBilled ? `Säljare: ${telling.sellerName()}` : telling.buyerName(),
          receiver.street,
          `${receiver.postcode} ${receiver.city}`,
        ],
        300,
        130,
        { leading: 12 },
      );
      return 200;
    };
    const turn = () => {
      sheet.text('Transport till nästa sida', 40, 770);
      sheet.newPage();
      return head();
    };
    let y = table(
      sheet,
      [
        { title: 'Art', x: 40 },
        { title: 'Benämning', x: 95 },
        { title: 'Antal', x: 340, align: 'right' },
        { title: 'Enh', x: 352 },
        { title: 'Pris', x: 450, align: 'right' },
        { title: 'Belopp', x: 555, align: 'right' },
      ],
      telling
        .lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.article, row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: head(), leading: 12, bottom: 745, turn },
    );
    if (y > 600) {
      sheet.newPage();
      y = head();
    }
    y = Math.max(y + 16, 600);
    sheet.line(40, y, 555, y);
    const rates = telling.breakdown();
    table(
      sheet,
      [
        { title: 'Momsunderlag', x: 120, align: 'right' },
        { title: 'Moms %', x: 180, align: 'right' },
        { title: 'Momsbelopp', x: 265, align: 'right' },
      ],
      rates.map(({ rate, taxable, tax }) => [taxable, rate, tax]),
      { y: y + 6, leading: 11, title: {} },
    );
    pairsBeside(
      sheet,
      [
        ['Summa netto', telling.net()],
        ['Summa moms', telling.vat()],
        ['Öresutj.', Number(totals.rounding) === 0 ? '' : telling.rounding()],
        [isCredit ? 'ER TILLGODO' : 'ATT BETALA', telling.payable()],
        ['Valuta', telling.currency()],
      ],
      { x: 330, y: y + 6, valueX: 555, right: true, leading: 12, value: { bold: true } },
    );
    const numbers = [
      `Orgnr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
      `VAT ${telling.sellerVat()}`,
      'F-skattebevis finns',
    ];
    if (facts.isSelfBilled) numbers.push(`Självfakturering. Köparens VAT ${telling.buyerVat()}`);
    sentences(sheet, numbers, 40, 700, { leading: 11 });
    if (isCredit) return;
    sentences(
      sheet,
      [
        `Förfallodag ${telling.dueDate()}`,
        `Plusgiro ${telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))}`,
        `Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`,
        `Ange OCR ${telling.reference()}`,
      ],
      330,
      700,
      { leading: 11 },
    );
  },
};
