/** Swedish, an electrical wholesaler's of many lines over pages: order heads among them, gross price, discount and net, a page's sum at its foot, VAT and sums in boxes on the last page alone. */
import Big from 'big.js';
import { addressOf, boxes, columnsAt, pairsBeside, rowAt, sentences } from '../../arranging.ts';
import { digits, number, sweden } from '../../check-digits.ts';
import { beforeDiscount, dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { printDate, swedishNumber } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

const columns = columnsAt(
  ['E-nr', 36],
  ['Benämning', 88],
  ['Antal', 268, 'right'],
  ['Enh', 274],
  ['Brutto', 346, 'right'],
  ['Rab%', 380, 'right'],
  ['Netto', 446, 'right'],
  ['Ert märke', 454],
  ['Summa', 560, 'right'],
);
const titles = columns.map(({ title }) => title);

export const cableWholesale: InvoiceLayout = {
  name: 'cable-wholesale',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica'],
  sizes: [7.75, 8.25],
  wish: (random) =>
    trading(random, 'SE', ['Elpartner Grossist AB', 'VVS-grossisten AB', 'Industridelar AB'], {
      goods: [
        ['EKLK 3G1,5 R100', 'M'],
        ['Dosa APP infälld 65 mm', 'ST'],
        ['Vägguttag 2-vägs jord RS', 'ST'],
        ['Automatsäkring C10 1-pol', 'ST'],
        ['Kopplingsklämma 5x2,5', 'FP'],
        ['LED-panel 600x600 36W', 'ST'],
        ['Rör PVC 20 mm 3 m', 'L'],
      ],
      lines: [8, 70],
      rates: ['25'],
      highestPrice: 480,
      number: either(random, '########', '9#######', '#######'),
      reference: sweden.ocrWithLength,
      rounds: random.once(2),
      terms: [30],
      ...sometimesCredit(random, 14),
    }),
  style: (random) => ({
    amount: { ...either(random, plain, spaced), minus: 'after' },
    date: anyDate(random, 'iso', 'short', 'slashes-iso'),
    negativeCredit: true,
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const title = isCredit ? 'Kreditfaktura' : 'Faktura';
    const logo = { size: 12, bold: true } as const;
    sheet.fill(36, 28, sheet.widthOf(seller.name, logo) + 14, 28, '#f2b600');
    sheet.text(telling.sellerName(), 43, 35, logo);
    sheet.text(title, 330, 28, { size: 16, bold: true });
    sheet.text('Sida 1', 560, 32, { align: 'right' });
    const facing = [
      ['Fakturanr', telling.invoiceNumber(), 77],
      ['Fakturadatum', telling.issueDate(), 77],
      ['Kundnr', facts.customerNumber, 76],
      [isCredit ? 'Avser faktura' : 'Förfallodatum', isCredit ? telling.preceding() : telling.dueDate(), 77],
      ['Betalningsvillkor', isCredit ? '' : `${telling.terms()} dgr netto`, 77],
      ['Valuta', telling.currency(), 76],
    ] as const;
    boxes(sheet, facing.slice(0, 3), { x: 330, y: 52, height: 24 });
    boxes(sheet, facing.slice(3), { x: 330, y: 76, height: 24 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 118, { leading: 11.5 });
    const site = `${either(random, 'Skolgatan', 'Ringvägen')} ${random.int(1, 60)}, ${buyer.city}`;
    sentences(sheet, ['Leveransadress', 'Arbetsplats skåp 3', site], 36, 118, { leading: 11.5 });
    sheet.line(36, 176, 560, 176);
    rowAt(sheet, columns, titles, 180, { bold: true });
    let [y, ofPage, left] = [196, new Big(0), 0];
    const turn = () => {
      sheet.text(`Sidsumma ${telling.amount(ofPage.toFixed(2))}`, 560, 772, { align: 'right', italic: true });
      ofPage = new Big(0);
      sheet.newPage();
      sheet.text(`${title} ${facts.invoiceNumber}`, 36, 24, { bold: true });
      sheet.text(`Sida ${sheet.page()}`, 560, 24, { align: 'right' });
      sheet.line(36, 36, 560, 36);
      rowAt(sheet, columns, titles, 40, { bold: true });
      y = 56;
    };
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    for (const [index, { article, description, quantity, unit, unitPrice, net }] of rows.entries()) {
      if (y > 740) turn();
      if (left === 0) {
        left = random.int(4, 12);
        const delivered = printDate(dateAfter(facts.issueDate, -random.int(1, 20)), 'iso');
        sheet.text(
          `Vår order ${number(random, 8)}  Leveransdatum ${delivered}  Packsedel ${number(random, 9)}  Beställare ${facts.yourReference}`,
          36,
          y,
          { bold: true, size: 7.5 },
        );
        y += 12;
      }
      const percent = random.pick([25, 40, 55, 62]);
      const full = telling.amount(beforeDiscount(facts.lines[index]?.unitPrice ?? '0', percent));
      const mark = `Obj ${digits(random, 3)}`;
      rowAt(
        sheet,
        columns,
        [article, description, quantity, unit, full, `${percent}`, unitPrice, mark, net],
        y,
      );
      ofPage = ofPage.plus(facts.lines[index]?.net ?? 0);
      y += 11.5;
      left -= 1;
    }
    if (y > 620) turn();
    const [vat] = telling.breakdown();
    y = boxes(
      sheet,
      [
        ['Varuvärde', telling.net(), 96],
        ['Frakt', '0,00', 50],
        ['Momspliktigt', vat?.taxable ?? '', 96],
        ['Moms %', vat?.rate ?? '', 56],
        ['Momsbelopp', vat?.tax ?? '', 86],
        ['Avrundning', telling.rounding(), 50],
        [isCredit ? 'Kreditbelopp' : 'Att betala', telling.payable(), 90],
      ],
      { x: 36, y: 640, height: 28, value: { bold: true } },
    );
    const giro = isCredit ? '' : telling.account('bankgiro', seller.bankgiro);
    pairsBeside(
      sheet,
      [
        ['Bankgiro', giro],
        ['OCR-nummer', isCredit ? '' : telling.reference()],
        ['Dröjsmålsränta', '12 % per år'],
      ],
      { x: 36, y: y + 8, valueX: 110, leading: 12, value: { bold: true } },
    );
    const ours = swedishNumber(seller.organisationNumber ?? '');
    sentences(
      sheet,
      [
        `Organisationsnr ${telling.sellerNumber(ours)}   VAT-nr ${telling.sellerVat()}`,
        'Innehar F-skattebevis',
        `${seller.street}, ${seller.postcode} ${seller.city}   Växel ${seller.phone}`,
      ],
      300,
      y + 8,
      { leading: 12 },
    );
  },
};
