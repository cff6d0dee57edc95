/** Papers that are no invoices, for development: one of each kind, in several languages, with amounts and accounts on them. */
import type { Random } from '../../../demo/generator/random.ts';
import { ocrLine, pairsBeside, sentences, table } from '../arranging.ts';
import { dateAfter, type Facts, inventFacts } from '../facts.ts';
import { anglo, dotted, type OtherPaper, spaced } from '../layout.ts';
import { printAmount, printDate, swedishNumber } from '../print.ts';
import type { Sheet } from '../sheet.ts';
import { usual } from '../trade.ts';

const fonts = ['Helvetica', 'Times', 'Liberation'] as const;

function head(sheet: Sheet, { seller, buyer }: Facts, title: string): void {
  sheet.text(seller.name, 50, 42, { size: 13, bold: true });
  sentences(sheet, [seller.street, `${seller.postcode} ${seller.city}`, seller.phone], 50, 60, { size: 8 });
  sheet.text(title, 330, 42, { size: 18, bold: true });
  sentences(sheet, [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`], 330, 130);
}

const swedish = (random: Random) => inventFacts(random, usual(random, 'SE'));
const sek = (amount: string) => printAmount(amount, spaced);

const reminder: OtherPaper = {
  name: 'swedish-reminder',
  kind: 'reminder',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = swedish(random);
    const { seller, totals } = facts;
    head(sheet, facts, random.pick(['Betalningspåminnelse', 'Påminnelse', 'PÅMINNELSE']));
    pairsBeside(
      sheet,
      [
        ['Kundnr', facts.customerNumber],
        ['Datum', dateAfter(facts.dueDate, 12)],
        ['OCR', facts.reference],
      ],
      { x: 330, y: 75, valueX: 420 },
    );
    sheet.text('Vid genomgång av vår bokföring saknar vi betalning för nedanstående faktura.', 50, 220);
    table(
      sheet,
      [
        { title: 'Fakturanr', x: 50 },
        { title: 'Fakturadatum', x: 130 },
        { title: 'Förfallodatum', x: 230 },
        { title: 'Belopp', x: 420, align: 'right' },
      ],
      [
        [facts.invoiceNumber, facts.issueDate, facts.dueDate, sek(totals.payable)],
        ['Påminnelseavgift', '', '', '60,00'],
      ],
      { y: 250 },
    );
    sheet.text(
      `Att betala ${sek(totals.payable)} kr jämte avgift, till bankgiro ${seller.bankgiro}`,
      50,
      330,
      { bold: true },
    );
    sheet.text(
      `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}   Momsreg.nr ${seller.vatId}`,
      50,
      780,
      { size: 8 },
    );
    sheet.text(ocrLine(facts.reference, totals.payable, seller.bankgiro), 70, 805, {
      font: 'Courier',
      size: 10,
    });
  },
};

const statement: OtherPaper = {
  name: 'english-statement',
  kind: 'statement',
  language: 'en',
  fonts,
  draw(sheet, random) {
    const facts = inventFacts(random, usual(random, 'GB'));
    head(sheet, facts, 'Statement of account');
    let balance = 0;
    const rows = Array.from({ length: random.int(3, 8) }, (_, index) => {
      const amount = random.int(40, 900);
      balance += amount;
      return [
        printDate(dateAfter(facts.issueDate, -index * 9), 'slashes'),
        `Invoice INV-${random.int(10000, 99999)}`,
        `${amount}.00`,
        printAmount(`${balance}.00`, anglo),
      ];
    });
    table(
      sheet,
      [
        { title: 'Date', x: 50 },
        { title: 'Document', x: 140 },
        { title: 'Amount', x: 400, align: 'right' },
        { title: 'Balance', x: 520, align: 'right' },
      ],
      rows,
      { y: 230, ruled: true },
    );
    sheet.text(`Balance outstanding: ${printAmount(`${balance}.00`, anglo)} ${facts.currency}`, 330, 480, {
      bold: true,
    });
    sheet.text('This is not an invoice. Please disregard it if payment has been made.', 50, 520, { size: 8 });
    sheet.text(`VAT no ${facts.seller.vatId}  IBAN ${facts.seller.iban}`, 50, 780, { size: 8 });
  },
};

const deliveryNote: OtherPaper = {
  name: 'swedish-delivery-note',
  kind: 'delivery-note',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = swedish(random);
    head(sheet, facts, random.pick(['Följesedel', 'FÖLJESEDEL', 'Följesedel/Packsedel']));
    pairsBeside(
      sheet,
      [
        ['Följesedelsnr', facts.invoiceNumber],
        ['Datum', facts.deliveryDate],
        ['Ordernr', facts.order],
        ['Fakturaadress', facts.buyer.name],
      ],
      { x: 330, y: 75, valueX: 420 },
    );
    table(
      sheet,
      [
        { title: 'Art.nr', x: 50 },
        { title: 'Benämning', x: 120 },
        { title: 'Beställt', x: 400, align: 'right' },
        { title: 'Levererat', x: 480, align: 'right' },
      ],
      facts.lines.map((line) => [line.article, line.description, line.quantity, line.quantity]),
      { y: 230, ruled: true },
    );
    sheet.text('Faktura sänds separat. Godset mottaget i gott skick:', 50, 600);
    sheet.line(300, 612, 520, 612);
  },
};

const orderConfirmation: OtherPaper = {
  name: 'german-order-confirmation',
  kind: 'order-confirmation',
  language: 'de',
  fonts,
  draw(sheet, random) {
    const facts = inventFacts(random, usual(random, 'DE'));
    head(sheet, facts, 'Auftragsbestätigung');
    pairsBeside(
      sheet,
      [
        ['Auftrags-Nr.', facts.order],
        ['Datum', printDate(facts.issueDate, 'dots')],
        ['Liefertermin', printDate(facts.dueDate, 'dots')],
      ],
      { x: 330, y: 75, valueX: 430 },
    );
    table(
      sheet,
      [
        { title: 'Bezeichnung', x: 50 },
        { title: 'Menge', x: 380, align: 'right' },
        { title: 'Gesamt', x: 520, align: 'right' },
      ],
      facts.lines.map((line) => [line.description, line.quantity, printAmount(line.net, dotted)]),
      { y: 230, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Nettobetrag', printAmount(facts.totals.net, dotted)],
        ['MwSt.', printAmount(facts.totals.vat, dotted)],
        ['Gesamtbetrag EUR', printAmount(facts.totals.gross, dotted)],
      ],
      { x: 350, y: 480, valueX: 520, right: true },
    );
    sheet.text('Die Rechnung erhalten Sie nach Lieferung. Zahlbar innerhalb von 14 Tagen.', 50, 560);
    sheet.text(`IBAN ${facts.seller.iban}   USt-IdNr. ${facts.seller.vatId}`, 50, 790, { size: 7 });
  },
};

const quotation: OtherPaper = {
  name: 'swedish-quotation',
  kind: 'quotation',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = swedish(random);
    head(sheet, facts, random.pick(['Offert', 'OFFERT', 'Anbud']));
    pairsBeside(
      sheet,
      [
        ['Offertnr', facts.invoiceNumber],
        ['Offertdatum', facts.issueDate],
        ['Giltig t.o.m.', facts.dueDate],
        ['Betalningsvillkor', `${facts.termsDays} dagar netto`],
      ],
      { x: 330, y: 75, valueX: 430 },
    );
    table(
      sheet,
      [
        { title: 'Beskrivning', x: 50 },
        { title: 'Antal', x: 380, align: 'right' },
        { title: 'Belopp', x: 520, align: 'right' },
      ],
      facts.lines.map((line) => [line.description, line.quantity, sek(line.net)]),
      { y: 230 },
    );
    pairsBeside(
      sheet,
      [
        ['Summa exkl. moms', sek(facts.totals.net)],
        ['Moms', sek(facts.totals.vat)],
        ['Summa inkl. moms SEK', sek(facts.totals.gross)],
      ],
      { x: 350, y: 470, valueX: 520, right: true },
    );
    sheet.text('Vi ser fram emot er beställning. Fakturering sker efter utfört arbete.', 50, 560);
    sheet.text(
      `Org.nr ${swedishNumber(facts.seller.organisationNumber ?? '')}  Bankgiro ${facts.seller.bankgiro}`,
      50,
      790,
      { size: 8 },
    );
  },
};

const terms: OtherPaper = {
  name: 'english-terms',
  kind: 'terms',
  language: 'en',
  fonts,
  draw(sheet, random) {
    const { seller } = inventFacts(random, usual(random, 'GB'));
    sheet.text(`General terms and conditions of ${seller.name}`, 50, 50, { size: 14, bold: true });
    let y = 90;
    for (const [index, clause] of [
      'Every invoice is payable within 30 days of the invoice date. Amounts are in GBP and exclude VAT unless stated otherwise.',
      'If the amount due is not paid by the due date, interest runs at 8 % above the base rate until payment.',
      'Quote the invoice number with every payment. A credit note is issued for goods returned within 14 days.',
      'Title in the goods stays with the seller until the total has been paid in full.',
      'These terms are governed by the law of the place where the seller has its registered office.',
    ].entries())
      y = sheet.text(`${index + 1}. ${clause}`, 50, y, { width: 490 }) + 10;
  },
};

const newsletter: OtherPaper = {
  name: 'swedish-newsletter',
  kind: 'newsletter',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const { seller } = swedish(random);
    sheet.fill(0, 0, sheet.width, 130, random.pick(['#c2e0c6', '#ffe0b2', '#bbdefb']));
    sheet.text('Höstens nyheter', 50, 50, { size: 30, bold: true });
    sheet.text(`från ${seller.name}`, 50, 92, { size: 12 });
    let y = 170;
    for (const [title, price] of [
      ['Arbetsbyxa med hängfickor', '799,00'],
      ['Skruvdragare 18 V', `1 ${random.int(100, 999)},00`],
      ['Kaffe, lösvikt, per kg', '129,90'],
    ] as const) {
      sheet.text(title, 60, y, { size: 14, bold: true });
      sheet.text(`Nu ${price} kr exkl. moms`, 60, y + 20);
      y += 70;
    }
    sheet.text(`Handla mot faktura med 30 dagar. Välkommen till ${seller.web}!`, 60, y + 20);
  },
};

const letter: OtherPaper = {
  name: 'dutch-letter',
  kind: 'letter',
  language: 'nl',
  fonts,
  draw(sheet, random) {
    const facts = inventFacts(random, usual(random, 'NL'));
    head(sheet, facts, '');
    sheet.text(`${facts.seller.city}, ${printDate(facts.issueDate, { long: 'nl-NL' })}`, 50, 210);
    sheet.text('Betreft: nieuw adres', 50, 240, { bold: true });
    sheet.text(
      `Geachte heer, mevrouw, vanaf ${printDate(facts.dueDate, { long: 'nl-NL' })} vindt u ons op een nieuw adres. Ons telefoonnummer en ons rekeningnummer veranderen niet. Wij verzoeken u uw administratie aan te passen. Voor vragen over een factuur kunt u ons bellen.`,
      50,
      265,
      { width: 460 },
    );
    sentences(sheet, ['Met vriendelijke groet,', facts.seller.person], 50, 400, { leading: 30 });
  },
};

const receipt: OtherPaper = {
  name: 'swedish-payment-receipt',
  kind: 'receipt',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = swedish(random);
    head(sheet, facts, 'Betalningsbekräftelse');
    sheet.text('Tack! Vi har tagit emot er betalning.', 50, 220);
    pairsBeside(
      sheet,
      [
        ['Betaldatum', facts.dueDate],
        ['Belopp', `${sek(facts.totals.payable)} kr`],
        ['Avser faktura', facts.invoiceNumber],
        ['Referens', facts.reference],
        ['Kvar att betala', '0,00 kr'],
      ],
      { x: 50, y: 250, valueX: 180, leading: 16 },
    );
  },
};

const payslip: OtherPaper = {
  name: 'swedish-payslip',
  kind: 'payslip',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = swedish(random);
    const gross = random.int(24, 52) * 1000;
    const tax = (gross / 100) * 28;
    head(sheet, facts, random.pick(['Lönespecifikation', 'LÖNEBESKED']));
    pairsBeside(
      sheet,
      [
        ['Anställd', facts.buyer.person],
        ['Utbetalningsdatum', facts.issueDate],
        ['Anst.nr', String(random.int(10, 99))],
      ],
      { x: 330, y: 75, valueX: 430 },
    );
    table(
      sheet,
      [
        { title: 'Löneart', x: 50 },
        { title: 'Antal', x: 300, align: 'right' },
        { title: 'Belopp', x: 420, align: 'right' },
      ],
      [
        ['Månadslön', '1,00', sek(`${gross}.00`)],
        ['Preliminär skatt', '', sek(`-${tax}.00`)],
      ],
      { y: 230 },
    );
    sheet.text(`Att utbetala  ${sek(`${gross - tax}.00`)} kr`, 50, 330, { bold: true });
  },
};

export const otherPapers: readonly OtherPaper[] = [
  reminder,
  statement,
  deliveryNote,
  orderConfirmation,
  quotation,
  terms,
  newsletter,
  letter,
  receipt,
  payslip,
];
