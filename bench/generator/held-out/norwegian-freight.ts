/** Norwegian, a carrier's: a block of rows for each waybill, fuel supplement in percent, customs outlay without tax, the customer's numbers beside its own. */
import { addressOf, boxes, columnsAt, pairsBeside, sentences, sumsUnder } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const norwegianFreight: InvoiceLayout = {
  name: 'norwegian-freight',
  language: 'no',
  fonts: ['Helvetica', 'Liberation', 'Courier'],
  sizes: [8, 8.5],
  wish: (random) =>
    trading(random, 'NO', ['Spedisjon AS', 'Godstransport AS', 'Logistikk AS'], {
      goods: [
        ['Frakt stykkgods', 'kg'],
        ['Drivstofftillegg', 'stk'],
        ['Bompenger', 'stk'],
        ['Fortolling', 'stk'],
        ['Utlegg innførselsavgift', 'stk', '0'],
      ],
      lines: [2, 10],
      rates: ['25'],
      highestPrice: 900,
      number: either(random, '########', '7#####'),
      terms: [10, 14, 20],
      ...sometimesCredit(random, 14),
    }),
  style: (random) => ({
    amount: { ...either(random, spaced, plain), minus: 'after' },
    date: anyDate(random, 'dots', 'short-dots'),
    negativeCredit: true,
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(seller.name.toUpperCase()), 40, 30, { size: 13, bold: true });
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city}   Tlf ${seller.phone}   ${seller.email}`,
      40,
      48,
      { size: 7 },
    );
    sheet.text(isCredit ? 'KREDITNOTA' : 'FAKTURA', 555, 30, { size: 15, bold: true, align: 'right' });
    sheet.text('Side 1 av 1', 555, 50, { size: 7, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 48, 82, { leading: 12 });
    sheet.text(`Org.nr kunde ${grouped(buyer.organisationNumber ?? '', 3)}`, 48, 124, { size: 7 });
    const right = boxes(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber(), 85],
        ['Fakturadato', telling.issueDate(), 85],
        ['Kundenummer', number(random, 6), 85],
      ],
      { x: 300, y: 72 },
    );
    const lower = boxes(
      sheet,
      [
        [
          isCredit ? 'Kreditert faktura' : 'Forfallsdato',
          isCredit ? telling.preceding() : telling.dueDate(),
          85,
        ],
        ['Betalingsvilkår', `${facts.termsDays} dager`, 85],
        ['Oppdragsnr.', number(random, 7), 85],
      ],
      { x: 300, y: right },
    );
    boxes(
      sheet,
      [
        ['Deres referanse', telling.buyerReference(), 127.5],
        ['Avdeling', `${random.int(10, 99)} Innland`, 127.5],
      ],
      { x: 300, y: lower },
    );
    const columns = columnsAt(
      ['Fraktbrev', 40],
      ['Dato', 110],
      ['Tekst', 170],
      ['Mengde', 350, 'right'],
      ['Pris', 430, 'right'],
      ['Mva', 470, 'right'],
      ['Beløp NOK', 555, 'right'],
    );
    telling.currency('NOK');
    sheet.fill(40, 168, 515, 14, '#dddddd');
    for (const { title, x, align = 'left' } of columns) sheet.text(title, x, 171, { align, bold: true });
    let y = 190;
    for (const [index, row] of telling
      .lines('description', 'quantity', 'unitPrice', 'vatRate', 'net')
      .entries()) {
      if (index % 3 === 0) {
        sheet.text(`7035${digits(random, 8)}`, 40, y, { bold: true });
        sheet.text(printDate(dateAfter(facts.issueDate, -random.int(2, 20)), 'dots'), 110, y);
        sheet.text(
          `Fra ${random.pick(['Göteborg', 'Oslo', 'Svinesund'])} til ${buyer.city}   ${random.int(1, 12)} kolli   ${random.int(20, 4000)} kg   Avs.ref ${number(random, 5)}`,
          170,
          y,
          { size: 7 },
        );
        y += 12;
      }
      for (const [at, cell] of [
        '',
        '',
        row.description,
        row.quantity,
        row.unitPrice,
        row.vatRate,
        row.net,
      ].entries()) {
        const { x = 0, align = 'left' } = columns[at] ?? {};
        sheet.text(cell, x, y, { align });
      }
      y += index % 3 === 2 ? 18 : 12;
    }
    y = Math.max(y + 14, 470);
    sheet.line(40, y, 555, y);
    for (const [index, { rate, taxable, tax }] of telling.breakdown().entries())
      pairsBeside(sheet, [[`Grunnlag ${rate}: ${taxable}`, tax]], {
        x: 40,
        y: y + 8 + index * 12,
        valueX: 250,
        right: true,
      });
    sumsUnder(
      sheet,
      [
        ['Netto', telling.net(), 345],
        ['Mva', telling.vat(), 425],
        [isCredit ? 'Til gode NOK' : 'Å betale NOK', telling.payable(), 555],
      ],
      { y: y + 8, value: { bold: true } },
    );
    const registered = `NO ${grouped(seller.organisationNumber ?? '', 3)} MVA`;
    telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3));
    sentences(
      sheet,
      [
        isCredit
          ? ''
          : `Betales til konto ${telling.account('other', seller.account, grouped(seller.account, 4, 2, 5).replaceAll(' ', '.'))} med KID ${telling.reference()}. Ved for sen betaling beregnes rente etter forsinkelsesrenteloven, og purregebyr kr 35.`,
        `Foretaksnr. ${telling.sellerVat(registered)}. Oppdrag utføres etter NSAB 2015.`,
      ],
      40,
      700,
      { size: 7.5, leading: 11 },
    );
  },
};
