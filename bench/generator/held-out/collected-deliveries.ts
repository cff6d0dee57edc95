/** Swedish, a merchant's collective invoice: a heading for each delivery note with its day and buyer's mark, sums per note, VAT by code, the address rotated in the margin. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsAbove, sentences, sumsUnder } from '../arranging.ts';
import { digits, number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { printDate, swedishNumber } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const collectedDeliveries: InvoiceLayout = {
  name: 'collected-deliveries',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8, 8.75],
  wish: (random) =>
    trading(random, 'SE', ['Grossist AB', 'Järn & Bygg AB', 'Livs & Emballage AB'], {
      goods: [
        ['Papperspåse brun 100-p', 'krt'],
        ['Kaffe mellanrost 500 g', 'st', '12'],
        ['Träskruv 4,2x55 C4', 'ask'],
        ['Handdukspapper', 'bal'],
        ['Mineralvatten 33 cl flak', 'st', '12'],
        ['Arbetshandske str 9', 'par'],
      ],
      lines: [5, 60],
      rates: ['25'],
      highestPrice: 700,
      number: either(random, '#######', '##########'),
      reference: sweden.ocr,
      rounds: true,
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: { ...either(random, spaced, plain), minus: 'after' },
    date: anyDate(random, 'iso', 'short-dashes', 'compact'),
    negativeCredit: true,
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const margin = () =>
      sheet.text(
        `${seller.name}  ${seller.street}  ${seller.postcode} ${seller.city}  Tel ${seller.phone}  Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`,
        18,
        700,
        { rotate: -90, size: 7, colour: '#555555' },
      );
    margin();
    sheet.text(telling.sellerName(), 40, 32, { size: 13, bold: true });
    sheet.text(isCredit ? 'SAMLINGSKREDIT' : 'SAMLINGSFAKTURA', 556, 32, {
      size: 14,
      bold: true,
      align: 'right',
    });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 76, { leading: 12.5 });
    sentences(
      sheet,
      [
        'Betalande kund enligt avtal',
        `${either(random, 'Kedjan', 'Inköpsringen')} ekonomisk förening, medlem ${number(random, 4)}`,
      ],
      40,
      76,
      { size: 8 },
    );
    pairsAbove(
      sheet,
      [
        [isCredit ? 'Kreditnr' : 'Fakturanr', telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Kundnr', facts.customerNumber],
        [isCredit ? 'Krediterar' : 'Förfallodag', isCredit ? telling.preceding() : telling.dueDate()],
        ['Er referens', telling.buyerReference()],
        ['Säljare', facts.ourReference],
      ],
      { x: 40, y: 132, step: 88, gap: 10 },
    );
    const columns = columnsAt(
      ['Artikel', 40],
      ['Benämning', 95],
      ['Antal', 330, 'right'],
      ['Enh', 338],
      ['Pris', 430, 'right'],
      ['Mk', 455, 'right'],
      ['Belopp', 556, 'right'],
    );
    const put = (cells: readonly string[], top: number, bold = false) => {
      for (const [at, { x, align = 'left' }] of columns.entries())
        sheet.text(cells[at] ?? '', x, top, { align, bold });
    };
    put(
      columns.map(({ title }) => title),
      166,
      true,
    );
    sheet.line(40, 178, 556, 178);
    let y = 184;
    let ofNote = new Big(0);
    let left = 0;
    for (const [index, row] of telling
      .lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net')
      .entries()) {
      if (y > 730) {
        sheet.newPage();
        margin();
        sheet.text(`${seller.name}   ${facts.invoiceNumber}   sid ${sheet.page()}`, 40, 30, { size: 7.5 });
        y = 54;
      }
      if (left === 0) {
        left = random.int(2, 7);
        sheet.fill(40, y - 2, 516, 12, '#e6e6e6');
        sheet.text(
          `Följesedel ${number(random, 7)}   Lev.datum ${printDate(dateAfter(facts.issueDate, -random.int(2, 25)), 'iso')}   Ert märke ${random.pick(['Lager', 'Kök 2', 'Bil 14'])}/${digits(random, 4)}`,
          42,
          y,
        );
        y += 14;
      }
      put(
        [
          row.article,
          row.description,
          row.quantity,
          row.unit,
          row.unitPrice,
          facts.lines[index]?.vatRate === '12' ? '2' : '1',
          row.net,
        ],
        y,
      );
      y += 12;
      left -= 1;
      ofNote = ofNote.plus(facts.lines[index]?.net ?? 0);
      if (left === 0 || index === facts.lines.length - 1) {
        sheet.text(`Summa följesedel ${telling.amount(ofNote.toFixed(2))}`, 556, y, {
          align: 'right',
          italic: true,
        });
        ofNote = new Big(0);
        y += 18;
      }
    }
    if (y > 650) {
      sheet.newPage();
      margin();
      y = 60;
    }
    y = Math.max(y + 8, 600);
    sheet.line(40, y, 556, y);
    for (const [index, { rate, taxable, tax }] of telling.breakdown().entries())
      sheet.text(
        `Mk ${facts.breakdown[index]?.rate === '12' ? '2' : '1'}   Moms ${rate} på ${taxable}   ${tax}`,
        40,
        y + 8 + index * 12,
      );
    sumsUnder(
      sheet,
      [
        ['Varor netto', telling.net(), 300],
        ['Moms totalt', telling.vat(), 370],
        ['Öresutj', telling.rounding(), 420],
        [
          isCredit ? `Er tillgodo ${telling.currency()}` : `Att betala ${telling.currency()}`,
          telling.payable(),
          556,
        ],
      ],
      { y: y + 36, value: { bold: true }, gap: 11 },
    );
    sentences(
      sheet,
      [
        isCredit
          ? ''
          : `Bankgiro ${seller.bankgiro}   OCR ${telling.reference()}   ${telling.terms()} dagar netto`,
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   VAT ${telling.sellerVat()}   Innehar F-skattebevis`,
        'Anmärkning ska göras inom 8 dagar. Returer efter överenskommelse, returavdrag 15 %.',
      ],
      40,
      y + 72,
      { size: 8, leading: 11 },
    );
  },
};
