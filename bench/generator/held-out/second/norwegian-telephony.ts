/** Norwegian, a telephone company's: a page of sums with what is owed from before told and not asked for, eFaktura and AvtaleGiro named, each number's own specification on the page after. */
import { addressOf, boxes, columnsAt, pairsBeside, rowsOf, sentences, table } from '../../arranging.ts';
import { digits, number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { grouped, printDate } from '../../print.ts';
import { trading } from '../../trade.ts';

export const norwegianTelephony: InvoiceLayout = {
  name: 'norwegian-telephony',
  language: 'no',
  fonts: ['Helvetica', 'OpenSans'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'NO', ['Telecom AS', 'Bredbånd AS', 'Mobil Bedrift ASA'], {
      goods: [
        ['Bedrift Mobil Fri 20 GB', 'mnd'],
        ['Fiber 500/500', 'mnd'],
        ['Sentralbord, bruker', 'mnd'],
        ['Samtaler til utlandet', 'min'],
        ['Datapakke Europa', 'stk'],
        ['Fakturagebyr', 'stk'],
      ],
      lines: [2, 8],
      rates: ['25'],
      highestPrice: 700,
      number: either(random, '#########', '##########', '7#######'),
      terms: [14, 20, 21],
    }),
  style: (random) => ({
    amount: either(random, plain, spaced),
    date: anyDate(random, 'dots', 'short-dots'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = either(random, '#8a1c1c', '#0f6674');
    const account = grouped(seller.account, 4, 2, 5).replaceAll(' ', '.');
    const kr = telling.currency('kr');
    sheet.circle(66, 50, 17, colour);
    sheet.text(seller.city.toLowerCase().replace(/[^a-zæøå]/g, ''), 92, 36, { size: 22, bold: true, colour });
    sheet.text('Faktura for bedrift', 545, 40, { size: 13, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 116, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadato', telling.issueDate()],
        ['Kundenummer', number(random, 8)],
        ['Avtalenummer', number(random, 6)],
        ['Deres referanse', telling.buyerReference()],
        ['Side', '1 av 2'],
      ],
      { x: 350, y: 104, valueX: 545, right: true, leading: 13 },
    );
    boxes(
      sheet,
      [
        ['Å betale', `${telling.payable()} ${kr}`, 165],
        ['Betalingsfrist', telling.dueDate(), 165],
        ['KID', telling.reference(), 165],
      ],
      { x: 50, y: 200, height: 40, label: { size: 8, colour }, value: { size: 12, bold: true }, colour },
    );
    const day = (from: number) => printDate(dateAfter(facts.issueDate, from), 'dots');
    let y = sentences(
      sheet,
      [
        `Faste avgifter ${day(1)}–${day(31)}, bruk ${day(-30)}–${day(-1)}`,
        `Forrige faktura ${telling.amount(`${random.int(400, 9000)}.00`)} ${kr} er betalt ${day(-random.int(3, 12))}. Takk for det!`,
      ],
      50,
      260,
      { leading: 15 },
    );
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Abonnement og bruk, se spesifikasjon', telling.net()],
        [`Merverdiavgift ${vat?.rate ?? ''} av ${vat?.taxable ?? ''}`, vat?.tax ?? ''],
        ['Sum denne fakturaen', telling.gross()],
      ],
      { x: 50, y: y + 14, valueX: 545, right: true, leading: 18 },
    );
    sheet.line(50, y - 2, 545, y - 2, colour);
    sheet.text(
      'Slipp å taste KID: opprett eFaktura eller AvtaleGiro i nettbanken. Har du spørsmål om fakturaen må du melde fra innen betalingsfristen.',
      50,
      y + 20,
      { width: 495, size: 8 },
    );
    sheet.line(50, 640, 545, 640, '#999999');
    sheet.text('KVITTERING / GIRO', 50, 646, { size: 7, tracking: 1 });
    pairsBeside(
      sheet,
      [
        ['Innbetalt til konto', telling.account('other', seller.account, account)],
        ['Beløp', telling.payable()],
        ['Kundeidentifikasjon (KID)', facts.reference],
      ],
      { x: 50, y: 664, valueX: 190, leading: 14, value: { font: 'Courier' } },
    );
    sentences(sheet, ['Betalt av', ...addressOf(buyer, buyer.name)], 340, 660, { size: 8, leading: 11 });
    const registered = `NO${seller.organisationNumber}MVA`;
    sheet.text(
      `${telling.sellerName()}, ${seller.street}, ${seller.postcode} ${seller.city}. Foretaksregisteret ${telling.sellerVat(registered)}. Kundeservice ${seller.phone}`,
      50,
      790,
      { size: 7.5, colour: '#555555' },
    );
    sheet.newPage();
    sheet.text(`Spesifikasjon til faktura ${facts.invoiceNumber}`, 50, 40, { size: 14, bold: true, colour });
    sheet.text(
      `Mobilnumre i avtalen: ${[1, 2, 3].map(() => `9${digits(random, 2)} ${digits(random, 2)} ${digits(random, 3)}`).join(', ')}`,
      50,
      66,
    );
    table(
      sheet,
      columnsAt(
        ['Tjeneste', 50],
        ['Antall', 300, 'right'],
        ['Enhet', 308],
        ['Pris', 430, 'right'],
        ['Beløp eks. mva', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: 92, leading: 16, ruled: true },
    );
  },
};
