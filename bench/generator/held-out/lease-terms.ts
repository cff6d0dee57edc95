/** Swedish, a leasing company's: the object, what is left of the contract, residual value and deposit told beside the rent of the period; values pushed to the right. */
import { addressOf, columnsAt, ocrLine, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { digits, number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { printAmount, printDate, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const leaseTerms: InvoiceLayout = {
  name: 'lease-terms',
  language: 'sv',
  fonts: ['Helvetica', 'OpenSans'],
  sizes: [8.75, 9.25],
  wish: (random) =>
    trading(random, 'SE', ['Finans AB', 'Leasing AB', 'Maskinfinans AB'], {
      goods: [
        ['Leasingavgift', 'mån'],
        ['Serviceavtal', 'mån'],
        ['Försäkring av objekt', 'mån', '0'],
        ['Aviavgift', 'st'],
      ],
      lines: [1, 4],
      rates: ['25'],
      number: either(random, '########', '5######', 'L-######'),
      reference: sweden.ocrWithLength,
      terms: [20, 30],
      highestPrice: 6000,
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'iso', 'slashes-iso'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const sek = (amount: number) => printAmount(amount.toFixed(2), spaced);
    const day = (date: string) => printDate(date, 'iso');
    sheet.fill(0, 0, 14, sheet.height, '#1d4e89');
    sheet.text(seller.city.toLowerCase(), 40, 30, { size: 24, bold: true, colour: '#1d4e89' });
    sheet.text('finans', 42, 56, { size: 9, colour: '#1d4e89', tracking: 4 });
    sheet.text('Faktura – leasing', 330, 36, { size: 15 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 96, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber()],
        ['Avtalsnummer', number(random, 9)],
        ['Kundnummer', facts.customerNumber],
        ['Fakturadatum', telling.issueDate()],
        ['Avser period', `${day(dateAfter(facts.dueDate, 1))} – ${day(dateAfter(facts.dueDate, 30))}`],
        ['Förfallodatum', telling.dueDate()],
        ['Er org.nr', swedishNumber(buyer.organisationNumber ?? '')],
      ],
      { x: 40, y: 90, valueX: 270, right: true, leading: 13.5, label: { colour: '#444444' } },
    );
    sheet.frame(40, 196, 510, 74, '#1d4e89');
    sheet.text('Leasingobjekt', 48, 201, { bold: true, size: 8 });
    sentences(
      sheet,
      [
        either(random, 'Gaffeltruck 2,5 t', 'Kopiator A3 färg', 'Minilastare 1,9 t'),
        `Serienr ${number(random, 9)}`,
        `Objektsvärde ${sek(random.int(60, 900) * 1000)} kr`,
      ],
      48,
      216,
    );
    pairsBeside(
      sheet,
      [
        ['Avtalets startdatum', day(dateAfter(facts.issueDate, -random.int(100, 900)))],
        ['Slutdatum', day(dateAfter(facts.issueDate, random.int(100, 900)))],
        ['Återstående terminer', `${random.int(1, 30)} av 36`],
        ['Restvärde', `${sek(random.int(2, 60) * 1000)} kr`],
        ['Deposition', `${sek(random.int(1, 9) * 5000)} kr`],
      ],
      { x: 320, y: 201, valueX: 540, right: true, leading: 12.5, label: { size: 8 } },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Specifikation', 40],
        ['Antal', 330, 'right'],
        ['à', 420, 'right'],
        ['Moms', 475, 'right'],
        ['Belopp', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
      { y: 290, leading: 16, title: { bold: true, colour: '#1d4e89' } },
    );
    sheet.line(330, y, 550, y);
    pairsBeside(
      sheet,
      [
        ['Summa exkl. moms', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [`Moms ${rate} på ${taxable}`, tax]),
        ['Summa inkl. moms', telling.gross()],
      ],
      { x: 330, y: y + 6, valueX: 550, right: true, leading: 14 },
    );
    sheet.text(
      `Räntan i avtalet är rörlig och baseras på STIBOR 3M, ${random.int(1, 3)},${digits(random, 2)} % per ${day(dateAfter(facts.issueDate, -20))}. Vid försenad betalning tas dröjsmålsränta ut med 2 % per månad och påminnelseavgift 60 kr.`,
      40,
      560,
      { size: 7.5, width: 510 },
    );
    sheet.fill(40, 630, 510, 60, '#e7eef6');
    pairsBeside(
      sheet,
      [
        ['Att betala', `${telling.payable()} ${telling.currency(either(random, 'kr', 'SEK'))}`],
        ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['OCR-nummer', telling.reference()],
      ],
      { x: 50, y: 638, valueX: 300, right: true, leading: 16, value: { bold: true } },
    );
    sheet.text('Betalas senast', 330, 638);
    sheet.text(telling.dueDate(), 330, 654, { size: 14, bold: true });
    sheet.text(
      `${telling.sellerName()} · ${seller.street} · ${seller.postcode} ${seller.city} · Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))} · VAT ${telling.sellerVat()}`,
      40,
      740,
      { size: 7.5 },
    );
    sheet.text(
      `Kundservice ${seller.phone}, ${seller.email}. Ett bolag under Finansinspektionens tillsyn.`,
      40,
      752,
      { size: 7.5 },
    );
    sheet.text(ocrLine(facts.reference, facts.totals.payable, seller.bankgiro), 120, 805, {
      font: 'Courier',
      size: 10,
    });
  },
};
