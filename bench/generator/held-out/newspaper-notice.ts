/** Swedish, a newspaper's subscription notice: no table, one price with VAT in it, the next period, everything to pay by on the slip at the foot. */
import { addressOf, ocrLine, pairsBeside, sentences } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain } from '../layout.ts';
import { plusgiroInPrint, printDate, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const newspaperNotice: InvoiceLayout = {
  name: 'newspaper-notice',
  language: 'sv',
  fonts: ['Times', 'Helvetica'],
  sizes: [9.5, 10.25],
  wish: (random) =>
    trading(random, 'SE', ['Tidnings AB', 'Posten Tryck AB', 'Fackpress AB'], {
      goods: [
        ['Prenumeration papper och digitalt', 'år'],
        ['Prenumeration helg', 'halvår'],
        ['Tidskriften Bygg & Mark', 'år'],
      ],
      lines: [1, 1],
      rates: ['6'],
      highestPrice: 900,
      number: either(random, '########', '4#######'),
      reference: sweden.ocr,
      rounds: true,
      terms: [14, 20, 30],
    }),
  style: (random) => ({ amount: plain, date: anyDate(random, 'iso', { long: 'sv-SE' }), percent: '25 %' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const code = telling.currency(either(random, 'kr', 'kronor'));
    const [row] = telling.lines('description', 'net');
    const from = dateAfter(facts.issueDate, 35);
    sheet.text(`${seller.city}posten`, sheet.width / 2, 36, {
      size: 34,
      bold: true,
      align: 'centre',
      font: 'Times',
    });
    sheet.line(50, 80, 545, 80, 'black', 2);
    sheet.text(
      `Grundad ${random.int(1840, 1930)}. Oberoende liberal. Nr ${random.int(1, 300)}`,
      sheet.width / 2,
      84,
      { size: 8, align: 'centre' },
    );
    sentences(
      sheet,
      [`Prenumerationsnummer ${number(random, 8)}`, '', ...addressOf(buyer, telling.buyerName())],
      320,
      118,
      { leading: 14 },
    );
    sentences(
      sheet,
      [`Fakturadatum ${telling.issueDate()}`, `Fakturanummer ${telling.invoiceNumber()}`],
      50,
      118,
      { leading: 14 },
    );
    sheet.text('Dags att förnya din prenumeration', 50, 210, { size: 17, bold: true });
    let y = sheet.text(
      `Nuvarande period löper ut ${printDate(dateAfter(from, -1), 'iso')}. Fakturan avser tiden ${printDate(from, 'iso')}–${printDate(dateAfter(from, 364), 'iso')}. Betala senast ${telling.dueDate()} så fortsätter tidningen att komma.`,
      50,
      240,
      { width: 480 },
    );
    y = pairsBeside(
      sheet,
      [
        [row?.description ?? '', `${row?.net} ${code}`],
        [`Moms ${telling.breakdown()[0]?.rate ?? ''}`, `${telling.vat()} ${code}`],
        ['Öresavrundning', Number(facts.totals.rounding) === 0 ? '' : `${telling.rounding()} ${code}`],
        ['Att betala', `${telling.payable()} ${code}`],
      ],
      { x: 50, y: y + 20, valueX: 400, right: true, leading: 17 },
    );
    sheet.text(
      `Tipsa en vän och få en premie värd ${random.int(2, 5)}99 kr. Erbjudandet gäller till ${printDate(dateAfter(facts.issueDate, 60), 'iso')}.`,
      50,
      y + 20,
      { italic: true },
    );
    sheet.text(
      `${telling.sellerName()}, ${seller.postcode} ${seller.city}. Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}. Momsregistreringsnummer ${telling.sellerVat()}. Kundtjänst ${seller.phone}`,
      50,
      540,
      { size: 8 },
    );
    sheet.line(0, 570, sheet.width, 570, '#999999');
    sheet.text('INBETALNING/GIRERING', 50, 578, { size: 9, bold: true });
    const tiny = { size: 6.5 };
    sheet.frame(50, 594, 245, 90);
    sheet.text('Avsändare', 54, 597, tiny);
    sentences(sheet, addressOf(buyer, buyer.name), 60, 616, { leading: 13 });
    for (const [x, top, label, value] of [
      [
        310,
        594,
        'Till Plusgironr',
        telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro)),
      ],
      [430, 594, 'Till Bankgironr', telling.account('bankgiro', seller.bankgiro)],
      [310, 634, 'Betalningsmottagare', seller.name],
      [310, 674, 'OCR-nummer', telling.reference()],
      [430, 674, 'Sista betalningsdag', telling.dueDate()],
    ] as const) {
      sheet.text(label, x, top, tiny);
      sheet.text(value, x, top + 10);
    }
    sheet.text('Kronor', 310, 710, tiny);
    sheet.text('öre', 400, 710, tiny);
    const [kronor = '', ore = ''] = facts.totals.payable.split('.');
    sheet.text(kronor, 380, 720, { align: 'right' });
    sheet.text(ore, 402, 720);
    sheet.text(ocrLine(facts.reference, facts.totals.payable, seller.bankgiro), 80, 800, {
      font: 'Courier',
      size: 10,
    });
  },
};
