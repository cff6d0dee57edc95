/** Norwegian, a purchasing club's yearly fee: a letter with the facts in its sentences and a giro blank of OCR type at the foot. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { trading } from '../trade.ts';

export const norwegianSubscription: InvoiceLayout = {
  name: 'norwegian-subscription',
  language: 'no',
  fonts: ['Times', 'Liberation'],
  sizes: [9.5, 10.25],
  wish: (random) =>
    trading(random, 'NO', ['Innkjøpsforbund SA', 'Bransjeforening', 'Sikkerhetssenter AS'], {
      goods: [
        ['Årsavgift alarmsentral', 'stk'],
        ['Medlemskontingent', 'stk'],
        ['Bransjebladet, abonnement', 'stk'],
        ['Utrykning', 'stk'],
      ],
      lines: [1, 3],
      rates: ['25'],
      number: either(random, '######', '2#####'),
      rounds: random.once(2),
      terms: [14, 21, 30],
    }),
  style: (random) => ({
    amount: spaced,
    date: anyDate(random, 'dots', 'dots-loose', { long: 'nb-NO' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const year = Number(facts.issueDate.slice(0, 4));
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 60, { leading: 14 });
    sheet.text(telling.sellerName(), 540, 60, { bold: true, align: 'right' });
    sentences(sheet, [`Medlemsnr. ${number(random, 5)}`, `${seller.city}, ${telling.issueDate()}`], 400, 90, {
      leading: 14,
    });
    sheet.text(`Faktura for ${year + 1}`, 60, 160, { size: 15, bold: true });
    let y = sheet.text(
      `Kjære medlem. Vi takker for ${year} og sender med dette faktura nr. ${telling.invoiceNumber()} for neste år. Avtalen løper til 31.12.${year + 1} og må sies opp innen 1.10.`,
      60,
      186,
      { width: 480 },
    );
    y = table(
      sheet,
      columnsAt(['Gjelder', 60], ['Antall', 330, 'right'], ['Pris', 430, 'right'], ['Sum', 540, 'right']),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: y + 18, leading: 17, ruled: true },
    );
    const [vat] = telling.breakdown();
    const code = telling.currency('kr');
    pairsBeside(
      sheet,
      [
        ['Sum uten mva.', telling.net()],
        [`Merverdiavgift ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        ['Øreavrunding', Number(facts.totals.rounding) === 0 ? '' : telling.rounding()],
        [`Beløp å betale ${code}`, telling.payable()],
      ],
      { x: 330, y: y + 8, valueX: 540, right: true, leading: 16 },
    );
    const registered = `${grouped(seller.organisationNumber ?? '', 3)} MVA`;
    telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3));
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city}   Organisasjonsnummer NO ${telling.sellerVat(registered)}   ${seller.phone}`,
      60,
      500,
      { size: 8 },
    );
    sheet.line(0, 540, sheet.width, 540);
    sheet.fill(0, 541, sheet.width, 301, '#fdf6d8');
    const tiny = { size: 7 };
    sheet.text('KVITTERING', 50, 548, { ...tiny, bold: true });
    for (const [x, top, label, value] of [
      [50, 562, 'Innbetalt til konto', grouped(seller.account, 4, 2, 5)],
      [240, 562, 'Beløp', telling.payable()],
      [420, 562, 'Betalingsfrist', telling.dueDate()],
    ] as const) {
      sheet.text(label, x, top, tiny);
      sheet.text(value, x, top + 10);
    }
    for (const [x, label, address] of [
      [50, 'Betalt av', addressOf(buyer, buyer.name)],
      [320, 'Betalt til', addressOf(seller, seller.name)],
    ] as const) {
      sheet.text(label, x, 616, tiny);
      sentences(sheet, address, x, 627);
    }
    const [kroner = '', ore = ''] = facts.totals.payable.split('.');
    for (const [x, label, value] of [
      [50, 'Kundeidentifikasjon (KID)', telling.reference()],
      [270, 'Kroner', kroner],
      [350, 'Øre', ore],
      [410, 'Til konto', telling.account('other', seller.account)],
    ] as const) {
      sheet.text(label, x, 732, tiny);
      sheet.text(value, x, 744, { font: 'Courier', size: 11 });
    }
  },
};
