/** Danish, an electricity seller's settlement: what was paid on account taken off, network, tax and transport told line by line, meter readings in a small table, a type 71 line at the foot. */
import { addressOf, columnsAt, pairsBeside, rowsOf, ruledCells, sentences, table } from '../../arranging.ts';
import { digits, number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../../layout.ts';
import { grouped, printDate } from '../../print.ts';
import { trading } from '../../trade.ts';

export const danishPower: InvoiceLayout = {
  name: 'danish-power',
  language: 'da',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'DK', ['Energi A/S', 'Elhandel A/S', 'Forsyning Strøm A/S'], {
      goods: [
        ['Elforbrug, variabel pris', 'kWh'],
        ['Nettarif C', 'kWh'],
        ['Transmissionstarif', 'kWh'],
        ['Elafgift', 'kWh'],
        ['Abonnement elnet', 'måned'],
        ['Abonnement elhandel', 'måned'],
      ],
      lines: [3, 7],
      rates: ['25'],
      isMeasured: true,
      highestPrice: 6,
      number: either(random, '#########', '##########', '########'),
      isPrepaid: !random.once(3),
      terms: [14, 20, 30],
    }),
  style: (random) => ({
    amount: { ...dotted, minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dots', 'dashes', { long: 'da-DK' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = '#2f6b3a';
    sheet.fill(0, 0, sheet.width, 10, colour);
    sheet.text(telling.sellerName(), 50, 34, { size: 16, bold: true, colour });
    sheet.text(either(random, 'Din elregning', 'Opgørelse af el'), 340, 34, { size: 16 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 96, { leading: 13 });
    const [from, to] = [dateAfter(facts.issueDate, -97), dateAfter(facts.issueDate, -7)];
    const period = `${printDate(from, 'dashes')} – ${printDate(to, 'dashes')}`;
    pairsBeside(
      sheet,
      [
        ['Kundenummer', number(random, 8)],
        ['Regningsnummer', telling.invoiceNumber()],
        ['Regningsdato', telling.issueDate()],
        ['Betalingsfrist', telling.dueDate()],
        ['Periode', period],
        ['Aftagenummer', `571313${digits(random, 12)}`],
        ['Jeres rekvisition', telling.order()],
      ],
      { x: 340, y: 72, valueX: 432, leading: 13 },
    );
    sheet.text(`Forbrugssted: ${buyer.street}, ${buyer.postcode} ${buyer.city}`, 50, 186, { italic: true });
    const begins = random.int(10_000, 40_000);
    const used = random.int(300, 9000);
    let y = ruledCells(
      sheet,
      [[90], [110], [100, 'right'], [100, 'right'], [95, 'right']],
      [
        ['Måler', 'Aflæst', 'Fra', 'Til', 'Forbrug kWh'],
        [
          number(random, 8),
          period.split(' – ')[1] ?? '',
          String(begins),
          String(begins + used),
          String(used),
        ],
      ],
      { x: 50, y: 206, height: 16, title: { size: 7.5 }, colour: '#b9cdbd' },
    );
    y = table(
      sheet,
      columnsAt(
        ['Specifikation', 50],
        ['Mængde', 300, 'right'],
        ['Enhed', 308],
        ['Pris kr.', 420, 'right'],
        ['Beløb kr.', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: y + 16, leading: 15, title: { bold: true, colour } },
    );
    const [vat] = telling.breakdown();
    const kr = telling.currency(either(random, 'kr.', 'DKK'));
    sheet.line(50, y, 545, y, colour);
    y = pairsBeside(
      sheet,
      [
        ['I alt ekskl. moms', telling.net()],
        [`Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        ['I alt inkl. moms', telling.gross()],
        Number(facts.totals.prepaid) === 0 ? ['', ''] : ['Opkrævet aconto i perioden', telling.prepaid()],
      ],
      { x: 50, y: y + 8, valueX: 545, right: true, leading: 15 },
    );
    sheet.fill(50, y + 2, 495, 24, '#e3efe5');
    sheet.text('Til betaling', 58, y + 9, { bold: true });
    sheet.text(`${kr} ${telling.payable()}`, 537, y + 9, { bold: true, align: 'right' });
    const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
    const creditor = telling.account('other', number(random, 8));
    sheet.text(
      `Beløbet betales via netbank med betalingslinjen nedenfor eller til reg.nr. ${registration} konto ${telling.account('other', seller.account, account)}. Betaler du med Betalingsservice, trækkes beløbet på fristen.`,
      50,
      y + 44,
      { width: 495, size: 8 },
    );
    sheet.text(`+71< ${telling.reference()} +${creditor}<`, 50, 720, { font: 'Courier', size: 11 });
    sheet.line(50, 760, 545, 760, colour);
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city}   CVR-nr. ${telling.sellerNumber(grouped(seller.organisationNumber ?? '', 2))}   Tlf. ${seller.phone}   ${seller.web}`,
      50,
      768,
      { size: 7.5 },
    );
  },
};
