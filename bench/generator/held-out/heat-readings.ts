/** Swedish, a town's energy company: the amount and its day in the head, meter readings and years compared, the utility's brand larger than its name, the sums in a box at the left. */
import { addressOf, columnsAt, pairsAbove, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { digits, number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { plusgiroInPrint, printDate, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const heatReadings: InvoiceLayout = {
  name: 'heat-readings',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'SE', ['Energi och Miljö AB', 'Stadsnät & Värme AB', 'Kraftvärme Aktiebolag'], {
      goods: [
        ['Fjärrvärme, energi', 'MWh'],
        ['Fjärrvärme, effekt', 'kW'],
        ['Fast avgift', 'mån'],
        ['Elnät, överföring', 'kWh'],
        ['Energiskatt', 'kWh'],
      ],
      lines: [2, 6],
      rates: ['25'],
      isMeasured: true,
      highestPrice: 90,
      number: either(random, '########', '10######'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [20, 30],
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'iso', { medium: 'sv-SE' }, { long: 'sv-SE' }),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = either(random, '#0f6674', '#b3541e', '#2f6b3a');
    const code = telling.currency('kr');
    const grey = { size: 7.5, colour: '#666666' } as const;
    sheet.polygon(
      [
        [0, 0],
        [300, 0],
        [250, 70],
        [0, 70],
      ],
      colour,
    );
    sheet.text(`${seller.city} Energi`, 36, 22, { size: 24, bold: true, colour: 'white' });
    sheet.text('Din faktura', 330, 30, { size: 16, colour });
    const [, ...address] = addressOf(buyer, '');
    sentences(sheet, [telling.buyerName(), `c/o ${buyer.person}`, ...address], 330, 94, { leading: 13 });
    sheet.fill(36, 92, 260, 62, '#f1efe9');
    sheet.text('Att betala', 46, 98, grey);
    sheet.text(`${telling.payable()} ${code}`, 46, 110, { size: 16, bold: true });
    sheet.text('Senast', 190, 98, grey);
    sheet.text(telling.dueDate(), 190, 113, { size: 11, bold: true });
    sheet.text('Autogiro: nej   E-faktura: nej', 46, 138, grey);
    let y = pairsAbove(
      sheet,
      [
        ['Kundnummer', number(random, 8)],
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Anläggnings-id', `7359992${digits(random, 11)}`],
        ['Områdes-id', either(random, 'SE3', 'SE4')],
      ],
      { x: 36, y: 172, step: 108, label: grey, gap: 11 },
    );
    const from = dateAfter(facts.issueDate, -45);
    const until = dateAfter(facts.issueDate, -15);
    sheet.text(`Period ${printDate(from, 'iso')} – ${printDate(until, 'iso')}`, 36, y + 6, { bold: true });
    const before = random.int(1000, 90000);
    y = table(
      sheet,
      columnsAt(
        ['Mätarnummer', 36],
        ['Avläst', 130],
        ['Ställning', 260, 'right'],
        ['Avläst', 290],
        ['Ställning', 420, 'right'],
        ['Förbrukning', 545, 'right'],
      ),
      [
        [
          number(random, 8),
          printDate(from, 'iso'),
          String(before),
          printDate(until, 'iso'),
          String(before + 431),
          '431 kWh',
        ],
      ],
      { y: y + 24, leading: 13, title: grey },
    );
    y = table(
      sheet,
      columnsAt(
        ['Det här betalar du för', 36],
        ['Mängd', 300, 'right'],
        ['Enhet', 310],
        ['Pris', 430, 'right'],
        ['Kronor', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: y + 14, leading: 15, ruled: true, title: { bold: true, colour } },
    );
    y += 16;
    sheet.frame(36, y, 230, 78, colour);
    const isRounded = Number(facts.totals.rounding) !== 0;
    pairsBeside(
      sheet,
      [
        ['Summa exklusive moms', telling.net()],
        ['Moms 25%', telling.vat()],
        ['Öresavrundning', isRounded ? telling.rounding() : ''],
        ['Summa att betala', telling.payable()],
      ],
      { x: 44, y: y + 8, valueX: 258, right: true, leading: 16 },
    );
    sheet.text('Din förbrukning jämfört med i fjol', 310, y, grey);
    for (let month = 0; month < 12; month++) {
      const height = random.int(8, 50);
      sheet.fill(312 + month * 19, y + 66 - height, 7, height, colour);
      sheet.fill(320 + month * 19, y + 66 - height * 0.8, 7, height * 0.8, '#cccccc');
      sheet.text('JFMAMJJASOND'[month] ?? '', 316 + month * 19, y + 69, { size: 6 });
    }
    sheet.text(
      `Föregående faktura ${telling.amount(`${random.int(400, 9000)}.00`)} ${code}, betald ${printDate(dateAfter(facts.issueDate, -9), 'iso')}. Frågor om mätvärden: ring 020-${number(random, 2)} ${number(random, 2)} ${number(random, 2)} vardagar 8–16.`,
      36,
      y + 92,
      { ...grey, width: 500 },
    );
    sheet.line(36, 690, 545, 690, colour);
    pairsAbove(
      sheet,
      [
        ['Plusgiro', telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))],
        ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['OCR-nummer (anges vid betalning)', telling.reference()],
      ],
      { x: 36, y: 698, step: 130, label: grey, gap: 11, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        `${telling.sellerName()}, ${seller.street}, ${seller.postcode} ${seller.city}. Styrelsens säte: ${seller.city}`,
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}, Momsreg.nr ${telling.sellerVat()}, ${seller.web}`,
      ],
      36,
      750,
      { ...grey, leading: 10 },
    );
  },
};
