/** Swedish, a telephone company's: a page of sums with last time's balance, and pages that specify every subscription and call. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { digits, number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { printAmount, printDate, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const callSpecification: InvoiceLayout = {
  name: 'call-specification',
  language: 'sv',
  fonts: ['Helvetica', 'OpenSans', 'Liberation'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'SE', ['Telekom AB', 'Mobil Sverige AB', 'Bredband AB'], {
      goods: [
        ['Mobil Företag 20 GB', 'mån'],
        ['Växel i molnet, användare', 'mån'],
        ['Samtal utland', 'min'],
        ['Fiber 250/250', 'mån'],
        ['Fakturaavgift', 'st'],
        ['Delbetalning telefon 11/24', 'st'],
      ],
      lines: [2, 8],
      rates: ['25'],
      highestPrice: 500,
      number: either(random, '##########', '3########', '########'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [20, 30],
    }),
  style: (random) => ({
    amount: { ...spaced, minus: either(random, 'before', 'dash') },
    date: 'iso',
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = either(random, '#5a3d7a', '#8a1c1c', '#1d4e89');
    const previous = `${random.int(300, 9000)}.00`;
    const day = (days: number) => printDate(dateAfter(facts.issueDate, days), 'iso');
    const letterhead = (title: string) => {
      sheet.circle(58, 46, 18, colour);
      sheet.text('telo', 84, 32, { size: 22, bold: true, colour });
      sheet.text(title, 545, 36, { size: 14, align: 'right' });
      sheet.text(`Sida ${sheet.page()} av 2`, 545, 56, { size: 7.5, align: 'right' });
    };
    letterhead('Faktura');
    sheet.text('Telo är ett varumärke', 42, 70, { size: 6.5, colour: '#777777' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 320, 100, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Fakturanummer:', telling.invoiceNumber()],
        ['Fakturadatum:', telling.issueDate()],
        ['Kundnummer:', number(random, 9)],
        ['Organisationsnummer:', swedishNumber(buyer.organisationNumber ?? '')],
        ['Samtalsperiod:', `${day(-31)} – ${day(-2)}`],
        ['Abonnemangsperiod:', `${day(0)} – ${day(30)}`],
        ['Er referens:', telling.buyerReference()],
      ],
      { x: 42, y: 100, valueX: 150, leading: 13 },
    );
    sheet.line(42, 206, 545, 206, colour, 1.5);
    let y = pairsBeside(
      sheet,
      [
        ['Saldo från föregående faktura', printAmount(previous, spaced)],
        [`Inbetalt ${day(-12)}, tack!`, printAmount(`-${previous}`, spaced)],
        ['Kvar att betala av tidigare fakturor', printAmount('0.00', spaced)],
      ],
      { x: 42, y: 214, valueX: 545, right: true, leading: 14, label: { colour: '#555555' } },
    );
    y = table(
      sheet,
      columnsAt(
        ['Ny debitering', 42],
        ['Antal', 350, 'right'],
        ['Pris', 440, 'right'],
        ['Belopp', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: y + 8, leading: 15, ruled: true },
    );
    const isRounded = Number(facts.totals.rounding) !== 0;
    y = pairsBeside(
      sheet,
      [
        ['Summa före moms', telling.net()],
        ['Moms 25%', telling.vat()],
        ['Öresavrundning', isRounded ? telling.rounding() : ''],
      ],
      { x: 300, y: y + 10, valueX: 545, right: true, leading: 15 },
    );
    sheet.fill(292, y, 260, 24, colour);
    sheet.text(`Att betala, ${telling.currency('kr')}`, 300, y + 7, { bold: true, colour: 'white' });
    sheet.text(telling.payable(), 545, y + 7, { bold: true, colour: 'white', align: 'right' });
    sheet.text('Förfallodag', 42, y + 2, { size: 7.5 });
    sheet.text(telling.dueDate(), 42, y + 12, { bold: true });
    sheet.text('Betalningsmottagare', 42, 640, { size: 7.5 });
    sheet.text(telling.sellerName(), 42, 650);
    sheet.text('Bankgiro', 240, 640, { size: 7.5 });
    sheet.text(telling.account('bankgiro', seller.bankgiro), 240, 650);
    sheet.text('OCR-nr', 380, 640, { size: 7.5 });
    sheet.text(telling.reference(), 380, 650);
    sentences(
      sheet,
      [
        `${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city} · Org nr: ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))} · VAT nr: ${telling.sellerVat()}`,
        `Kundtjänst ${seller.phone}. Efter förfallodagen tar vi ut ränta enligt räntelagen och en avgift om 60 kr.`,
      ],
      42,
      770,
      { size: 7, leading: 10 },
    );
    sheet.newPage();
    letterhead('Specifikation');
    y = 90;
    for (let subscriber = 0; subscriber < random.int(2, 4); subscriber++) {
      const calls = Array.from({ length: random.int(3, 9) }, (_, index) => [
        day(-30 + index * 2),
        `${random.int(8, 18)}:${random.int(10, 59)}`,
        `0${random.int(8, 90)}-${digits(random, 6)}`,
        `${random.int(0, 40)}:${random.int(10, 59)}`,
        `${random.int(0, 30)},${digits(random, 2)}`,
      ]);
      sheet.text(
        `Nummer 07${digits(random, 8)}  Användare ${random.pick(['Säljare 1', 'Jour', 'Växel'])}`,
        42,
        y,
        { bold: true },
      );
      y = table(
        sheet,
        columnsAt(
          ['Datum', 42],
          ['Tid', 130],
          ['Till', 200],
          ['Längd', 400, 'right'],
          ['Exkl. moms', 545, 'right'],
        ),
        calls,
        { y: y + 16, leading: 12, title: { size: 7.5 } },
      );
      y += 12;
    }
  },
};
