/** Swedish, a staffing agency's: hours by week and consultant, the claim pledged to a finance company whose account is stamped on, its own account in the foot. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const pledgedHours: InvoiceLayout = {
  name: 'pledged-hours',
  language: 'sv',
  fonts: ['Helvetica', 'Times', 'Liberation'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'SE', ['Rekrytering & Uthyrning AB', 'Vikariepool AB', 'Chaufförspool AB'], {
      goods: [
        ['Normaltid', 'tim'],
        ['OB 1 kväll', 'tim'],
        ['OB 2 helg', 'tim'],
        ['Mertid', 'tim'],
        ['Restid', 'tim'],
        ['Traktamente heldag', 'st'],
      ],
      lines: [2, 9],
      rates: ['25'],
      highestPrice: 520,
      number: either(random, '#####', 'B#####', '20####'),
      reference: sweden.ocr,
      terms: [10, 20, 30],
      ...sometimesCredit(random, 14),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', { medium: 'sv-SE' }),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const financier = `${either(random, 'Handelsfinans', 'Norrkapital', 'Faktorbolaget')} Sverige AB`;
    const right = { align: 'right' } as const;
    sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 45, 40, { size: 13, bold: true, tracking: 5 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 45, 92, { leading: 13 });
    sentences(
      sheet,
      [
        'Arbetsplats',
        `${either(random, 'Lager', 'Vårdboende', 'Terminal')} ${random.pick(['Norr', 'Syd', 'Hamnen'])}`,
        `Avrop ${number(random, 6)}`,
      ],
      45,
      150,
      { size: 8 },
    );
    let y = 40;
    for (const [label, value] of [
      ['Fakturadatum', telling.issueDate()],
      ['Fakturanr', telling.invoiceNumber()],
      ['Kundnr', facts.customerNumber],
      ['Uppdragsnr', number(random, 5)],
      ['Vår ref', facts.ourReference],
      ['Er ref', telling.buyerReference()],
      ['Avtal', `RA-${number(random, 4)}`],
      ['Avser vecka', `${random.int(1, 26)}–${random.int(27, 52)}`],
      [isCredit ? 'Kredit av' : 'Förfaller', isCredit ? telling.preceding() : telling.dueDate()],
    ] as const) {
      // Labels and values meet in the middle.
      sheet.text(label, 425, y, { ...right, colour: '#555555' });
      sheet.text(value, 435, y);
      y += 14;
    }
    y = table(
      sheet,
      columnsAt(
        ['Konsult', 45],
        ['Benämning', 140],
        ['Antal', 340, 'right'],
        ['Enhet', 350],
        ['Pris', 450, 'right'],
        ['Summa', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net').map((row, index) => [
        `Medarb. ${101 + index}`,
        ...row,
      ]),
      { y: 200, ruled: true, leading: 14 },
    );
    sheet.line(340, y + 2, 550, y + 2);
    const code = telling.currency();
    pairsBeside(
      sheet,
      [
        ['Delsumma', telling.net()],
        ['Moms 25 %', telling.vat()],
        [isCredit ? `Att kreditera ${code}` : `Totalsumma ${code}`, telling.payable()],
      ],
      { x: 340, y: y + 8, valueX: 550, right: true, leading: 15 },
    );
    if (!isCredit) {
      sheet.frame(45, 560, 505, 66, '#c02020');
      sheet.text('OBS! PANTSATT FORDRAN', 52, 566, { bold: true, colour: '#c02020' });
      sheet.text(
        `Denna faktura är belånad hos ${financier}, org.nr ${swedishNumber(sweden.organisationNumber(random))}. Betalning ska ske till ${financier} på bankgiro ${telling.account('bankgiro', seller.bankgiro)} med OCR ${telling.reference()}. Betalning till annan än ${financier} befriar inte från betalningsskyldighet.`,
        52,
        580,
        { width: 490, size: 8.5, colour: '#c02020' },
      );
    }
    // Where the form has it, although nothing is to be paid to it.
    const ownAccount = random.once(3) && !isCredit ? `Bankgiro ${sweden.bankgiro(random)}` : seller.web;
    sheet.line(45, 760, 550, 760);
    for (const [x, lines] of [
      [45, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`]],
      [250, [seller.phone, seller.email, ownAccount]],
      [
        410,
        [
          `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
          `Moms ${telling.sellerVat()}`,
          'F-skatt finns. Auktoriserat företag',
        ],
      ],
    ] as const)
      sentences(sheet, lines, x, 766, { size: 7.5, leading: 10 });
  },
};
