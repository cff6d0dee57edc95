/** Swedish, an office program's of the nineties: every fact in a ruled box with its label in the corner, a row of sums in boxes at the foot. */
import { addressOf, boxes, columnsAt, rowsOf, sentences, table } from '../arranging.ts';
import { digits } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const officeBoxes: InvoiceLayout = {
  name: 'office-boxes',
  language: 'sv',
  fonts: ['Times', 'Liberation', 'Helvetica'],
  sizes: [8.75, 9.5],
  mayBeTwo: true,
  wish: (random) =>
    trading(random, 'SE', ['Verktygsservice AB', 'Hydraulik AB', 'Städ HB', 'Mark & Anläggning AB'], {
      goods: [
        ['Hydraulslang 1/2" pressad', 'st'],
        ['Timmar verkstad', 'tim'],
        ['Olja ISO 46, fat', 'st'],
        ['Milersättning', 'km'],
        ['Fönsterputs enl. avtal', 'st'],
        ['Frakt', 'st'],
      ],
      lines: [1, 8],
      rates: ['25'],
      number: either(random, '####', '2####', '######'),
      rounds: true,
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: { ...either(random, plain, spaced), minus: either(random, 'before', 'after') },
    date: anyDate(random, 'iso', 'short-dashes', 'short'),
    negativeCredit: random.once(2),
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 40, 36, { size: 14, bold: true, italic: true });
    sentences(sheet, [seller.street, `${seller.postcode} ${seller.city}`], 40, 56, { leading: 11 });
    sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 300, 34, { size: 15, bold: true });
    sheet.text('Sida 1(1)', 556, 38, { size: 7, align: 'right' });
    boxes(
      sheet,
      [
        ['Fakturadatum', telling.issueDate(), 86],
        ['Fakturanummer', telling.invoiceNumber(), 86],
        ['Kundnummer', facts.customerNumber, 84],
      ],
      { x: 300, y: 56 },
    );
    sheet.frame(300, 84, 256, 82);
    sheet.text('Faktureringsadress', 303, 87, { size: 6 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 312, 106, { leading: 13 });
    const ours = digits(random, 5);
    let y = boxes(
      sheet,
      [
        ['Er referens', telling.buyerReference(), 130],
        ['Vår referens', facts.ourReference, 130],
        ['Ert beställningsnr', telling.order(), 130],
        ['Vårt ordernr', ours, 126],
      ],
      { x: 40, y: 176 },
    );
    y = boxes(
      sheet,
      [
        ['Leveransvillkor', 'Fritt vårt lager', 130],
        ['Leveranssätt', either(random, 'Hämtat', 'Bil', 'Schenker'), 130],
        ['Betalningsvillkor', isCredit ? '' : `${telling.terms()} dagar netto`, 130],
        [
          isCredit ? 'Avser faktura' : 'Förfallodatum',
          isCredit ? telling.preceding() : telling.dueDate(),
          126,
        ],
      ],
      { x: 40, y },
    );
    y = table(
      sheet,
      columnsAt(
        ['Art nr', 43],
        ['Benämning', 100],
        ['Lev ant', 340, 'right'],
        ['Enhet', 350],
        ['Pris', 460, 'right'],
        ['Summa', 553, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: y + 6, ruled: true, leading: 13, title: { size: 7.5 } },
    );
    if (!isCredit)
      sheet.text(
        `Vid betalning efter förfallodagen debiteras ränta med ${random.int(8, 24)} % per år.`,
        43,
        y + 16,
        { size: 7.5 },
      );
    const [vat] = telling.breakdown();
    boxes(
      sheet,
      [
        ['Summa netto', telling.net(), 90],
        ['Frakt', '0,00', 55],
        ['Exp.avg.', '0,00', 55],
        ['Moms %', vat?.rate ?? '', 60],
        ['Moms', vat?.tax ?? '', 85],
        ['Öresutj.', telling.rounding(), 55],
        [
          isCredit ? `ATT ERHÅLLA ${telling.currency()}` : `ATT BETALA ${telling.currency()}`,
          telling.payable(),
          116,
        ],
      ],
      { x: 40, y: 690, height: 30, value: { bold: true } },
    );
    const plusgiro = random.once(2)
      ? `Plusgiro ${telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))}`
      : '';
    for (const [x, lines] of [
      [40, [`Telefon ${seller.phone}`, `E-post ${seller.email}`]],
      [220, [`Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`, plusgiro]],
      [
        380,
        [
          `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
          `VAT-nr ${telling.sellerVat()}`,
          'Företaget innehar F-skattebevis',
        ],
      ],
    ] as const)
      sentences(sheet, lines, x, 730, { size: 8, leading: 11 });
    sheet.text(`Kundens org.nr ${swedishNumber(buyer.organisationNumber ?? '')}`, 312, 152, { size: 7 });
  },
};
