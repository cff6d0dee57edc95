/** Papers about money that are no invoices: what is owed, what was paid, what was earned, each as its own program prints it. */
import Big from 'big.js';
import type { Random } from '../../../demo/generator/random.ts';
import { addressOf, barcode, logo, pairsAbove, pairsBeside, runs, sentences, table } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { type Country, inventCompany } from '../companies.ts';
import { dateAfter, type Facts, inventFacts } from '../facts.ts';
import { anglo, dotted, either, type OtherPaper, spaced } from '../layout.ts';
import { grouped, printAmount, printDate, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

const factsIn = (random: Random, country: Country): Facts => inventFacts(random, usual(random, country));

const collection: OtherPaper = {
  name: 'swedish-collection',
  kind: 'reminder',
  language: 'sv',
  fonts: ['Times', 'Liberation'],
  draw(sheet, random) {
    const facts = factsIn(random, 'SE');
    const agency = inventCompany(random, 'SE');
    const { seller, buyer } = facts;
    const name = `${agency.city} Inkasso AB`;
    sheet.text(name, 50, 40, { size: 15, bold: true });
    sentences(sheet, addressOf(buyer, buyer.name), 320, 120, { leading: 13 });
    sheet.text(either(random, 'INKASSOKRAV', 'Inkassokrav', 'KRAVBREV'), 50, 200, { size: 16, bold: true });
    pairsBeside(
      sheet,
      [
        ['Ärendenummer', number(random, 8)],
        ['Datum', dateAfter(facts.dueDate, 25)],
        ['Fordringsägare', seller.name],
        ['Avser faktura', `${facts.invoiceNumber} från ${facts.issueDate}`],
      ],
      { x: 50, y: 230, valueX: 160, leading: 14 },
    );
    const capital = new Big(facts.totals.payable);
    const interest = capital.times(random.int(5, 30)).div(1000).round(0);
    const sek = (amount: Big) => printAmount(amount.toFixed(2), spaced);
    const y = pairsBeside(
      sheet,
      [
        ['Kapitalbelopp', sek(capital)],
        [`Ränta till och med ${dateAfter(facts.dueDate, 25)}`, sek(interest)],
        ['Påminnelseavgift', '60,00'],
        ['Inkassokostnad', '180,00'],
        ['Summa att betala SEK', sek(capital.plus(interest).plus(240))],
      ],
      { x: 50, y: 315, valueX: 400, right: true, leading: 16 },
    );
    sheet.text(
      `Vår uppdragsgivare har överlåtit till oss att kräva in skulden. Betala senast ${dateAfter(facts.dueDate, 35)} till bankgiro ${agency.bankgiro} med OCR ${facts.reference}. Sker inte betalning ansöker vi om betalningsföreläggande hos Kronofogden.`,
      50,
      y + 20,
      { width: 480 },
    );
    sheet.text(
      `${name}  Org.nr ${swedishNumber(agency.organisationNumber ?? '')}  Tillstånd av Integritetsskyddsmyndigheten  ${agency.phone}`,
      50,
      790,
      { size: 7.5 },
    );
  },
};

const secondReminder: OtherPaper = {
  name: 'danish-reminder',
  kind: 'reminder',
  language: 'da',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsIn(random, 'DK');
    const { seller, buyer } = facts;
    sentences(sheet, addressOf(buyer, buyer.name), 50, 60, { leading: 13 });
    sentences(sheet, [...addressOf(seller, seller.name), `CVR-nr. ${seller.organisationNumber}`], 400, 60, {
      size: 8,
    });
    sheet.text(`Rykker ${random.int(1, 3)}`, 50, 170, { size: 20, bold: true });
    pairsAbove(
      sheet,
      [
        ['Dato', printDate(dateAfter(facts.dueDate, 11), 'dots')],
        ['Kundenr.', facts.customerNumber],
        ['Rykkernr.', number(random, 4)],
      ],
      { x: 50, y: 204, step: 120 },
    );
    table(
      sheet,
      [
        { title: 'Fakturanr.', x: 50 },
        { title: 'Fakturadato', x: 150 },
        { title: 'Forfaldsdato', x: 260 },
        { title: 'Restbeløb DKK', x: 545, align: 'right' },
      ],
      [
        [
          facts.invoiceNumber,
          printDate(facts.issueDate, 'dots'),
          printDate(facts.dueDate, 'dots'),
          printAmount(facts.totals.payable, dotted),
        ],
        ['Rykkergebyr', printDate(dateAfter(facts.dueDate, 11), 'dots'), '', '100,00'],
      ],
      { y: 260, ruled: true, leading: 16 },
    );
    const total = new Big(facts.totals.payable).plus(100).toFixed(2);
    sheet.text(`I alt til betaling DKK ${printAmount(total, dotted)}`, 545, 320, {
      bold: true,
      align: 'right',
    });
    sheet.text(
      'Vi har endnu ikke registreret jeres betaling. Har I betalt inden for de seneste dage, kan I se bort fra denne skrivelse.',
      50,
      360,
      { width: 480 },
    );
    sheet.text(`+71<${facts.reference}+${number(random, 8)}<`, 50, 420, { font: 'Courier' });
  },
};

const statement: OtherPaper = {
  name: 'norwegian-statement',
  kind: 'statement',
  language: 'no',
  fonts: ['Helvetica', 'Courier'],
  draw(sheet, random) {
    const facts = factsIn(random, 'NO');
    const { seller, buyer } = facts;
    sheet.text(seller.name, 50, 40, { bold: true, size: 13 });
    sentences(sheet, addressOf(buyer, buyer.name), 50, 100, { leading: 13 });
    sheet.text(either(random, 'KONTOUTSKRIFT', 'Kontoutdrag kunde', 'Saldooversikt'), 320, 40, { size: 15 });
    pairsBeside(
      sheet,
      [
        ['Dato', printDate(facts.issueDate, 'dots')],
        ['Kundenr', facts.customerNumber],
        ['Valuta', 'NOK'],
      ],
      { x: 320, y: 66, valueX: 420 },
    );
    let balance = new Big(0);
    const rows = Array.from({ length: random.int(3, 14) }, (_, index) => {
      const amount =
        index > 0 && random.once(3)
          ? balance.times(random.int(-9, -1)).div(10).round(0)
          : new Big(random.int(300, 9000));
      balance = balance.plus(amount);
      const day = dateAfter(facts.issueDate, -90 + index * 6);
      return [
        printDate(day, 'dots'),
        amount.lt(0) ? 'Innbetaling' : 'Faktura',
        number(random, 5),
        printDate(dateAfter(day, 14), 'dots'),
        printAmount(amount.toFixed(2), spaced),
        printAmount(balance.toFixed(2), spaced),
      ];
    });
    const y = table(
      sheet,
      [
        { title: 'Dato', x: 50 },
        { title: 'Bilag', x: 120 },
        { title: 'Nr', x: 210 },
        { title: 'Forfall', x: 270 },
        { title: 'Beløp', x: 450, align: 'right' },
        { title: 'Saldo', x: 545, align: 'right' },
      ],
      rows,
      { y: 190, ruled: true },
    );
    runs(
      sheet,
      [['Saldo i vår favør: '], [`kr ${printAmount(balance.toFixed(2), spaced)}`, { bold: true }]],
      330,
      y + 14,
    );
    sheet.text(
      `Kontonr ${grouped(seller.account, 4, 2, 5)}   Org.nr ${grouped(seller.organisationNumber ?? '', 3)} MVA`,
      50,
      790,
      { size: 8 },
    );
  },
};

const tillReceipt: OtherPaper = {
  name: 'swedish-till-receipt',
  kind: 'receipt',
  language: 'sv',
  fonts: ['Courier'],
  draw(sheet, random) {
    const facts = factsIn(random, 'SE');
    const { seller, totals } = facts;
    const [left, right, middle] = [190, 405, 297];
    const centred = { align: 'centre', size: 9 } as const;
    sheet.text(seller.name.toUpperCase(), middle, 40, { align: 'centre', bold: true, size: 11 });
    sheet.text(`${seller.street}, ${seller.city}`, middle, 56, centred);
    sheet.text(`Org.nr ${swedishNumber(seller.organisationNumber ?? '')}`, middle, 68, centred);
    sheet.text('KVITTO', middle, 88, { ...centred, bold: true });
    sheet.text(
      `${facts.issueDate} ${random.int(10, 18)}:${random.int(10, 59)}  Kassa ${random.int(1, 9)}`,
      left,
      106,
      { size: 9 },
    );
    let y = pairsBeside(
      sheet,
      facts.lines.map(({ description, net }) => [description.slice(0, 22), printAmount(net, spaced)]),
      { x: left, y: 124, valueX: right, right: true, label: { size: 9 }, value: { size: 9 } },
    );
    sheet.text('-'.repeat(39), left, y, { size: 9 });
    y = pairsBeside(
      sheet,
      [
        ...facts.breakdown.map(({ rate, tax }): [string, string] => [
          `Moms ${rate} %`,
          printAmount(tax, spaced),
        ]),
        ['TOTALT SEK', printAmount(totals.gross, spaced)],
        ['Mottaget kontokort', printAmount(totals.gross, spaced)],
        ['Kvittonr', number(random, 6)],
      ],
      { x: left, y: y + 12, valueX: right, right: true, label: { size: 9 }, value: { size: 9 } },
    );
    sheet.text(`**** **** **** ${digits(random, 4)}  Ref ${number(random, 12)}`, left, y + 8, { size: 8 });
    sheet.text('SPARA KVITTOT. ÖPPET KÖP 30 DAGAR', middle, y + 28, centred);
    barcode(sheet, number(random, 24), middle - 50, y + 46, 30);
  },
};

const paidReceipt: OtherPaper = {
  name: 'english-paid-receipt',
  kind: 'receipt',
  language: 'en',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsIn(random, 'GB');
    const { seller, buyer, totals } = facts;
    const money = (amount: string) => `£${printAmount(amount, anglo)}`;
    sheet.text('Receipt', 46, 44, { size: 18, bold: true });
    logo(sheet, random, 515, 40, 30, '#1d4e89');
    pairsBeside(
      sheet,
      [
        ['Invoice number', facts.invoiceNumber],
        ['Receipt number', `${number(random, 4)}-${number(random, 4)}`],
        ['Date paid', printDate(facts.issueDate, { medium: 'en-US' })],
        ['Payment method', `Visa - ${digits(random, 4)}`],
      ],
      { x: 46, y: 78, valueX: 150, label: { bold: true }, value: { bold: true } },
    );
    sentences(sheet, [...addressOf(seller, seller.name), seller.email], 46, 150);
    sentences(sheet, ['Bill to', ...addressOf(buyer, buyer.name)], 300, 150);
    sheet.text(`${money(totals.gross)} paid on ${printDate(facts.issueDate, { long: 'en-US' })}`, 46, 230, {
      size: 15,
      bold: true,
    });
    const y = table(
      sheet,
      [
        { title: 'Description', x: 46 },
        { title: 'Qty', x: 380, align: 'right' },
        { title: 'Unit price', x: 460, align: 'right' },
        { title: 'Amount', x: 548, align: 'right' },
      ],
      facts.lines.map((line) => [line.description, line.quantity, money(line.unitPrice), money(line.net)]),
      { y: 270, ruled: true, leading: 17 },
    );
    pairsBeside(
      sheet,
      [
        ['Subtotal', money(totals.net)],
        ['VAT', money(totals.vat)],
        ['Total', money(totals.gross)],
        ['Amount paid', money(totals.gross)],
      ],
      { x: 300, y: y + 12, valueX: 548, right: true, leading: 17 },
    );
  },
};

const payslip: OtherPaper = {
  name: 'norwegian-payslip',
  kind: 'payslip',
  language: 'no',
  fonts: ['Helvetica', 'Liberation'],
  draw(sheet, random) {
    const facts = factsIn(random, 'NO');
    const { seller, buyer } = facts;
    const wage = random.int(32, 70) * 1000;
    const tax = Math.round(wage * 0.31);
    const kr = (amount: number) => printAmount(`${amount}.00`, spaced);
    sheet.fill(40, 36, 515, 26, '#e4e4e4');
    sheet.text(either(random, 'LØNNSSLIPP', 'Lønns- og trekkoppgave'), 48, 42, { size: 13, bold: true });
    sheet.text(seller.name, 547, 44, { align: 'right' });
    sentences(sheet, addressOf(buyer, buyer.person), 60, 110, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Ansattnr', number(random, 4)],
        ['Utbetalingsdato', printDate(facts.dueDate, 'dots')],
        ['Periode', printDate(facts.issueDate, 'dots').slice(3)],
        ['Skattetrekk', 'Tabell 7100'],
        ['Bankkonto', grouped(buyer.account, 4, 2, 5)],
      ],
      { x: 330, y: 84, valueX: 430 },
    );
    table(
      sheet,
      [
        { title: 'Lønnsart', x: 50 },
        { title: 'Antall', x: 300, align: 'right' },
        { title: 'Sats', x: 390, align: 'right' },
        { title: 'Beløp', x: 500, align: 'right' },
      ],
      [
        ['Fastlønn', '1,00', kr(wage), kr(wage)],
        ['Overtid 50 %', `${random.int(1, 9)},00`, '412,50', '1 650,00'],
        ['Forskuddstrekk', '', '', `-${kr(tax)}`],
        ['Pensjonstrekk 2 %', '', '', `-${kr(Math.round(wage * 0.02))}`],
      ],
      { y: 190, ruled: true },
    );
    sheet.text(`Netto utbetalt ${kr(wage + 1650 - tax - Math.round(wage * 0.02))}`, 500, 290, {
      bold: true,
      align: 'right',
    });
    sheet.text(`Feriepengegrunnlag hittil i år ${kr(wage * 7)}`, 50, 320);
    sheet.text(`Org.nr ${seller.organisationNumber}`, 50, 790, { size: 8 });
  },
};

export const moneyPapers: readonly OtherPaper[] = [
  collection,
  secondReminder,
  statement,
  tillReceipt,
  paidReceipt,
  payslip,
];
