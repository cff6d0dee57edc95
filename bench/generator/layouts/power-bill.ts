/** Swedish, a power company's bill on three pages: what is to be paid in a box on top, how it was counted on the next, explanations on the last. */
import { luhnCheckDigit } from '../../../src/ingest/checks/luhn.ts';
import { logo, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const powerBill: InvoiceLayout = {
  name: 'power-bill',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [8, 9],
  wish: (random) =>
    usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Elöverföring, överföringsavgift', 'kWh'],
        ['Energiskatt', 'kWh'],
        ['Abonnemangsavgift 25 A', 'mån'],
        ['Rörligt elpris', 'kWh'],
        ['Påslag', 'kWh'],
      ],
      lines: [4, 9],
      highestPrice: 9,
      isMeasured: true,
      rounds: true,
      terms: [20, 30],
      number: either(random, '#########', '############'),
      reference: sweden.ocrWithLength,
    }),
  style: () => ({ amount: spaced, date: 'iso', percent: '25%' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = '#2f6b3a';
    const head = () => {
      logo(sheet, random, 45, 36, 24, colour);
      sheet.text(seller.name, 76, 42, { bold: true, colour });
      sheet.text(`Sida ${sheet.page()}(3)`, 550, 42, { align: 'right', size: 7 });
    };
    head();
    telling.sellerName();
    sheet.text('Faktura', 45, 84, { size: 20, colour });
    sheet.text(`Avser perioden ${telling.deliveryDate()} – ${telling.issueDate()}`, 45, 110);
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 330, 110, {
      size: 11,
      leading: 14,
    });
    sheet.fill(45, 180, 505, 92, '#e7f1e8');
    const code = telling.currency('kr');
    pairsAbove(
      sheet,
      [
        ['Belopp att betala', `${telling.payable()} ${code}`],
        ['Oss tillhanda senast', telling.dueDate()],
        ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['OCR-nummer', telling.reference()],
      ],
      { x: 60, y: 195, step: 125, gap: 14, label: { size: 8 }, value: { size: 11, bold: true } },
    );
    sheet.text('Betalas beloppet efter förfallodagen tillkommer ränta och påminnelseavgift 60 kr.', 60, 250, {
      size: 7,
    });
    pairsBeside(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Kundnummer', facts.customerNumber],
        ['Anläggnings-id', `735999${number(random, 12)}`],
        ['Anläggningsadress', buyer.street],
        ['Mätarställning', number(random, 5)],
      ],
      { x: 45, y: 300, valueX: 160 },
    );
    pairsBeside(
      sheet,
      [
        ['Summa exklusive moms', `${telling.net()} kr`],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms ${rate}`, `${tax} kr`]),
        ['Öresavrundning', `${telling.rounding()} kr`],
        ['Summa att betala', `${telling.payableAgain(spaced)} kr`],
      ],
      { x: 330, y: 300, valueX: 550, right: true, leading: 15 },
    );
    sheet.text('Din förbrukning, kWh', 45, 420, { bold: true });
    for (let month = 0; month < 12; month++) {
      const high = random.int(15, 90);
      sheet.fill(60 + month * 38, 540 - high, 20, high, colour);
      sheet.text(String(high * 11), 60 + month * 38, 545, { size: 6 });
    }
    sheet.text(
      `Organisationsnummer ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   VAT-nr ${telling.sellerVat()}   Kundservice ${seller.phone}   ${seller.web}`,
      45,
      740,
      { size: 7 },
    );
    const [kronor = '', ore = ''] = facts.totals.payable.split('.');
    sheet.text(
      `#${facts.reference.padStart(20)} #${kronor.padStart(8)} ${ore}   ${luhnCheckDigit(kronor + ore)} >${seller.bankgiro.replace('-', '').padStart(10)}#41#`,
      60,
      805,
      { font: 'Courier', size: 10 },
    );
    sheet.newPage();
    head();
    sheet.text('Specifikation', 45, 84, { size: 14, colour });
    const rows = telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net');
    table(
      sheet,
      [
        { title: 'Beskrivning', x: 45 },
        { title: 'Mängd', x: 330, align: 'right' },
        { title: 'Pris exkl. moms', x: 430, align: 'right' },
        { title: 'Summa kr', x: 550, align: 'right' },
      ],
      rows.map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.net]),
      { y: 115, striped: '#f2f6f2' },
    );
    sheet.newPage();
    head();
    sheet.text('Ord och begrepp', 45, 84, { size: 14, colour });
    sheet.text(
      'Elöverföring är vad det kostar att föra elen till din anläggning. Energiskatten är 54,88 öre per kWh inklusive moms. OCR-numret är fakturans referens och ändras varje gång. Förfallodatum är den dag då betalningen ska vara hos oss. Har du frågor om fakturan eller vill du klaga, hör av dig till kundservice inom 10 dagar.',
      45,
      110,
      { width: 480 },
    );
  },
};
