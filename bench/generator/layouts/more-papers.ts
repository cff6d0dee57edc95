/** Papers that are no invoices: the same kinds again in other languages, drawn otherwise. */
import type { Random } from '../../../demo/generator/random.ts';
import { pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import type { Country } from '../companies.ts';
import { dateAfter, type Facts, inventFacts } from '../facts.ts';
import { anglo, dotted, type OtherPaper, spaced } from '../layout.ts';
import { grouped, printAmount, printDate, swedishNumber } from '../print.ts';
import type { Sheet } from '../sheet.ts';
import { usual } from '../trade.ts';

const fonts = ['Liberation', 'Helvetica', 'Courier'] as const;

const factsIn = (random: Random, country: Country) => inventFacts(random, usual(random, country));

function head(sheet: Sheet, { seller, buyer }: Facts, title: string): void {
  sentences(sheet, [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`], 60, 110, { leading: 13 });
  sheet.text(seller.name, 545, 44, { align: 'right', bold: true });
  sheet.text(`${seller.street}, ${seller.postcode} ${seller.city}`, 545, 60, { align: 'right', size: 8 });
  sheet.text(title, 60, 190, { size: 16, bold: true });
}

const reminder: OtherPaper = {
  name: 'norwegian-reminder',
  kind: 'reminder',
  language: 'no',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'NO');
    const amount = printAmount(facts.totals.payable, spaced);
    head(sheet, facts, random.pick(['Purring', 'Betalingspåminnelse', 'Inkassovarsel']));
    pairsAbove(
      sheet,
      [
        ['Fakturanr', facts.invoiceNumber],
        ['Forfallsdato', printDate(facts.dueDate, 'dots')],
        ['Ny betalingsfrist', printDate(dateAfter(facts.dueDate, 20), 'dots')],
        ['Utestående beløp', `${amount} kr`],
      ],
      { x: 60, y: 220, step: 120 },
    );
    sheet.text(
      'Vi kan ikke se å ha mottatt betaling for fakturaen over. Purregebyr 35,00 kr påløper.',
      60,
      275,
    );
    sheet.text(`Kontonummer ${grouped(facts.seller.account, 4, 2, 5)}   KID ${facts.reference}`, 60, 300);
    sheet.text(`Org.nr ${grouped(facts.seller.organisationNumber ?? '', 3)} MVA`, 60, 790, { size: 8 });
  },
};

const statement: OtherPaper = {
  name: 'swedish-statement',
  kind: 'statement',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'SE');
    head(sheet, facts, random.pick(['Kontoutdrag', 'Saldobesked', 'Reskontrautdrag']));
    let balance = 0;
    const y = table(
      sheet,
      [
        { title: 'Datum', x: 60 },
        { title: 'Fakturanr', x: 150 },
        { title: 'Belopp', x: 400, align: 'right' },
        { title: 'Saldo', x: 545, align: 'right' },
      ],
      Array.from({ length: random.int(2, 9) }, (_, index) => {
        const amount = random.int(100, 9000);
        balance += amount;
        return [
          dateAfter(facts.issueDate, -7 * index),
          String(random.int(10000, 99999)),
          printAmount(`${amount}.00`, spaced),
          printAmount(`${balance}.00`, spaced),
        ];
      }),
      { y: 225 },
    );
    sheet.text(
      `Er skuld till oss per ${facts.issueDate}: ${printAmount(`${balance}.00`, spaced)} SEK`,
      60,
      y + 20,
      { bold: true },
    );
    sheet.text(
      `Bg ${facts.seller.bankgiro}  Org.nr ${swedishNumber(facts.seller.organisationNumber ?? '')}`,
      60,
      790,
      { size: 8 },
    );
  },
};

const deliveryNote: OtherPaper = {
  name: 'german-delivery-note',
  kind: 'delivery-note',
  language: 'de',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'DE');
    head(sheet, facts, `Lieferschein ${facts.invoiceNumber}`);
    pairsBeside(
      sheet,
      [
        ['Lieferdatum', printDate(facts.deliveryDate, 'dots')],
        ['Bestellung', facts.order],
        ['Kundennummer', facts.customerNumber],
      ],
      { x: 360, y: 110, valueX: 460 },
    );
    table(
      sheet,
      [
        { title: 'Artikel', x: 60 },
        { title: 'Bezeichnung', x: 130 },
        { title: 'Menge', x: 500, align: 'right' },
      ],
      facts.lines.map((line) => [line.article, line.description, `${line.quantity} ${line.unit}`]),
      { y: 225, ruled: true },
    );
    sheet.text('Die Rechnung folgt mit getrennter Post.', 60, 560);
    sheet.text(`USt-IdNr. ${facts.seller.vatId}`, 60, 790, { size: 7 });
  },
};

const orderConfirmation: OtherPaper = {
  name: 'swedish-order-confirmation',
  kind: 'order-confirmation',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'SE');
    head(sheet, facts, random.pick(['Orderbekräftelse', 'ORDERERKÄNNANDE', 'Bokningsbekräftelse']));
    pairsAbove(
      sheet,
      [
        ['Ordernr', facts.order],
        ['Orderdatum', facts.issueDate],
        ['Beräknad leverans', facts.dueDate],
        ['Betalningsvillkor', `${facts.termsDays} dagar`],
      ],
      { x: 60, y: 220, step: 120 },
    );
    const y = table(
      sheet,
      [
        { title: 'Vara', x: 60 },
        { title: 'Antal', x: 380, align: 'right' },
        { title: 'Summa', x: 545, align: 'right' },
      ],
      facts.lines.map((line) => [line.description, line.quantity, printAmount(line.net, spaced)]),
      { y: 270 },
    );
    pairsBeside(
      sheet,
      [
        ['Netto', printAmount(facts.totals.net, spaced)],
        ['Moms', printAmount(facts.totals.vat, spaced)],
        ['Ordervärde SEK', printAmount(facts.totals.gross, spaced)],
      ],
      { x: 380, y: y + 20, valueX: 545, right: true },
    );
    sheet.text(
      `Org.nr ${swedishNumber(facts.seller.organisationNumber ?? '')}  Bankgiro ${facts.seller.bankgiro}`,
      60,
      790,
      { size: 8 },
    );
  },
};

const quotation: OtherPaper = {
  name: 'english-quotation',
  kind: 'quotation',
  language: 'en',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'GB');
    head(sheet, facts, random.pick(['Quotation', 'QUOTE', 'Estimate']));
    pairsBeside(
      sheet,
      [
        ['Quote number', facts.invoiceNumber.replace('INV', 'Q')],
        ['Date', printDate(facts.issueDate, { long: 'en-GB' })],
        ['Valid until', printDate(facts.dueDate, { long: 'en-GB' })],
      ],
      { x: 350, y: 110, valueX: 440 },
    );
    const y = table(
      sheet,
      [
        { title: 'Description', x: 60 },
        { title: 'Qty', x: 380, align: 'right' },
        { title: 'Amount', x: 545, align: 'right' },
      ],
      facts.lines.map((line) => [line.description, line.quantity, printAmount(line.net, anglo)]),
      { y: 225, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Subtotal', printAmount(facts.totals.net, anglo)],
        ['VAT', printAmount(facts.totals.vat, anglo)],
        [`Total ${facts.currency}`, printAmount(facts.totals.gross, anglo)],
      ],
      { x: 380, y: y + 16, valueX: 545, right: true },
    );
    sheet.text(`Payment within ${facts.termsDays} days of invoice. VAT no ${facts.seller.vatId}`, 60, 780, {
      size: 8,
    });
  },
};

const terms: OtherPaper = {
  name: 'swedish-terms',
  kind: 'terms',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const { seller } = factsIn(random, 'SE');
    sheet.text(`Allmänna villkor för ${seller.name}`, 60, 50, { size: 14, bold: true });
    let y = 90;
    for (const [index, clause] of [
      'Betalning sker mot faktura. Fakturan ska vara betald senast på förfallodagen, 30 dagar efter fakturadatum.',
      'Vid försenad betalning debiteras dröjsmålsränta enligt räntelagen samt påminnelseavgift med 60 kr.',
      'Alla priser anges i svenska kronor exklusive moms. Minsta fakturabelopp är 500,00 kr.',
      'Anmärkning mot faktura ska göras inom 8 dagar. Kreditfaktura utfärdas vid godkänd reklamation.',
      'Tvist avgörs av allmän domstol på säljarens ort.',
    ].entries())
      y = sheet.text(`§ ${index + 1}  ${clause}`, 60, y, { width: 470 }) + 12;
  },
};

const newsletter: OtherPaper = {
  name: 'danish-newsletter',
  kind: 'newsletter',
  language: 'da',
  fonts,
  draw(sheet, random) {
    const { seller } = factsIn(random, 'DK');
    sheet.text('NYHEDSBREV', 60, 50, { size: 26, bold: true, colour: '#8a1c1c' });
    sheet.text(`${seller.name} · ${printDate('2026-10-01', { long: 'da-DK' })}`, 60, 84);
    let y = 120;
    for (const title of ['Efterårets tilbud', 'Ny medarbejder i butikken', 'Hent din faktura på nettet']) {
      sheet.text(title, 60, y, { bold: true, size: 13 });
      y =
        sheet.text(
          `Spar ${random.int(10, 40)} % indtil månedens udgang. Priser fra ${random.int(99, 999)},00 kr. inkl. moms. Læs mere på ${seller.web}.`,
          60,
          y + 18,
          { width: 440 },
        ) + 20;
    }
  },
};

const letter: OtherPaper = {
  name: 'swedish-letter',
  kind: 'letter',
  language: 'sv',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'SE');
    head(sheet, facts, random.pick(['Angående vårt avtal', 'Ny kontaktperson', 'Ändrade priser']));
    sheet.text(
      `Hej! Från och med ${facts.dueDate} är ${facts.seller.person} er kontakt hos oss. Timpriset blir då ${random.int(700, 1400)},00 kr exklusive moms. Vårt bankgiro är detsamma som förut, ${facts.seller.bankgiro}. Frågor om en faktura besvaras på ${facts.seller.phone}.`,
      60,
      225,
      { width: 460 },
    );
    sheet.text(`Org.nr ${swedishNumber(facts.seller.organisationNumber ?? '')}`, 60, 790, { size: 8 });
  },
};

const receipt: OtherPaper = {
  name: 'french-receipt',
  kind: 'receipt',
  language: 'fr',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'FR');
    head(sheet, facts, random.pick(['Reçu de paiement', 'Accusé de paiement']));
    pairsBeside(
      sheet,
      [
        ['Date du paiement', printDate(facts.dueDate, 'slashes')],
        ['Montant reçu', `${printAmount(facts.totals.payable, spaced)} €`],
        ['Facture', facts.invoiceNumber],
        ['Solde restant', '0,00 €'],
      ],
      { x: 60, y: 230, valueX: 200, leading: 17 },
    );
    sheet.text('Nous vous remercions de votre règlement.', 60, 320);
  },
};

const payslip: OtherPaper = {
  name: 'danish-payslip',
  kind: 'payslip',
  language: 'da',
  fonts,
  draw(sheet, random) {
    const facts = factsIn(random, 'DK');
    const gross = random.int(28, 50) * 1000;
    const tax = (gross / 100) * 36;
    head(sheet, facts, random.pick(['Lønseddel', 'Lønspecifikation']));
    pairsBeside(
      sheet,
      [
        ['Lønperiode', printDate(facts.issueDate, 'dashes')],
        ['Medarbejder', facts.buyer.person],
        ['Bruttoløn', printAmount(`${gross}.00`, dotted)],
        ['A-skat', printAmount(`-${tax}.00`, dotted)],
        ['Til udbetaling', printAmount(`${gross - tax}.00`, dotted)],
      ],
      { x: 60, y: 230, valueX: 300, right: true, leading: 16 },
    );
  },
};

export const morePapers: readonly OtherPaper[] = [
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
