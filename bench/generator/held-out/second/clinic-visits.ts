/** Swedish, an occupational clinic's or dentist's to an employer: care without VAT beside what has it, VAT told under the lines, the name in capitals, labels after colons down one column. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, sumsUnder, table } from '../../arranging.ts';
import { digits } from '../../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const clinicVisits: InvoiceLayout = {
  name: 'clinic-visits',
  language: 'sv',
  fonts: ['Times', 'Helvetica'],
  sizes: [9.25, 10],
  wish: (random) =>
    trading(random, 'SE', ['Företagshälsa AB', 'Tandläkargrupp AB', 'Fysioterapi HB'], {
      goods: [
        ['Läkarbesök, 30 min', 'st', '0'],
        ['Undersökning, hörsel och syn', 'st', '0'],
        ['Behandling, 45 min', 'st', '0'],
        ['Ergonomigenomgång på arbetsplats', 'tim', '25'],
        ['Sen avbokning', 'st', '25'],
        ['Bettskena', 'st', '0'],
      ],
      lines: [1, 6],
      rates: ['25', '0'],
      number: either(random, '#####', 'F#####'),
      terms: [10, 20, 30],
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: either(random, plain, spaced),
    date: anyDate(random, 'iso', 'short-dashes', { long: 'sv-SE' }),
    negativeCredit: true,
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const middle = sheet.width / 2;
    sheet.text(telling.sellerName(seller.name.toUpperCase()), middle, 36, {
      size: 15,
      align: 'centre',
      tracking: 1.5,
      colour: '#0f6674',
    });
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city}  |  ${seller.phone}  |  ${seller.web}`,
      middle,
      58,
      { size: 8, align: 'centre' },
    );
    sheet.line(60, 72, sheet.width - 60, 72, '#0f6674');
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 104, { leading: 14 });
    pairsBeside(
      sheet,
      [
        [
          isCredit ? 'Kreditfaktura nr:' : either(random, 'Faktura nr:', 'Fakturanr:'),
          telling.invoiceNumber(),
        ],
        [either(random, 'Datum:', 'Fakturadatum:'), telling.issueDate()],
        [isCredit ? 'Krediterar faktura:' : '', isCredit ? telling.preceding() : ''],
        ['Er referens:', telling.buyerReference()],
        ['Kostnadsställe:', digits(random, 4)],
        ['Vår referens:', facts.ourReference],
      ],
      { x: 330, y: 104, valueX: 430, leading: 14 },
    );
    let y = 218;
    sheet.text(
      `Avser ${either(random, 'besök', 'vård')} ${telling.deliveryDate()}, patient ${random.pick(['E.L.', 'M.B.', 'K.S.', 'A.N.'])} född ${random.int(1965, 2003)}.`,
      60,
      y,
      { italic: true },
    );
    y = table(
      sheet,
      columnsAt(
        ['Åtgärd', 60],
        ['Antal', 320, 'right'],
        ['Pris', 400, 'right'],
        ['Moms', 450, 'right'],
        ['Summa', 535, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
      { y: y + 22, leading: 16, ruled: true },
    );
    y = pairsBeside(
      sheet,
      [
        ['Belopp före moms', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }, index): [string, string] =>
            facts.breakdown[index]?.rate === '0'
              ? [`Momsfri sjukvård ${taxable}, moms ${rate}`, tax]
              : [`Moms ${rate} på ${taxable}`, tax],
          ),
      ],
      { x: 320, y: y + 10, valueX: 535, right: true, leading: 15 },
    );
    sheet.line(320, y, 535, y);
    sheet.text(isCredit ? 'Att återfå' : 'Summa att betala', 320, y + 6, { bold: true });
    sheet.text(`${telling.payable()} ${telling.currency(either(random, 'kr', 'SEK'))}`, 535, y + 6, {
      bold: true,
      align: 'right',
    });
    if (!isCredit) {
      sumsUnder(
        sheet,
        [
          ['Plusgiro', telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro)), 130],
          ['OCR', telling.reference(), 260],
          ['Förfaller', telling.dueDate(), 400],
          ['Belopp', telling.payable(), 535],
        ],
        { y: 660, gap: 12, value: { bold: true } },
      );
      sheet.line(60, 690, 535, 690, '#0f6674');
      sheet.text(
        `Betalningsvillkor ${telling.terms()} dagar. Därefter debiteras dröjsmålsränta med ${random.int(8, 12)} %.`,
        60,
        698,
        { size: 8 },
      );
    }
    sheet.text(
      `Organisationsnummer ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}, momsregistreringsnummer ${telling.sellerVat()}. Godkänd för F-skatt. Sjukvård är undantagen från mervärdesskatt (3 kap. 4 § mervärdesskattelagen).`,
      60,
      776,
      { size: 7.5, width: 475 },
    );
  },
};
