/** Papers of trade that are no invoices: what was offered, ordered and delivered, and what a company writes to its customers. */
import type { Random } from '../../../demo/generator/random.ts';
import { addressOf, barcode, colours, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import type { Country } from '../companies.ts';
import { dateAfter, type Facts, inventFacts } from '../facts.ts';
import { anglo, dotted, either, type OtherPaper, plain, spaced } from '../layout.ts';
import { grouped, hyphenatedBusinessId, printAmount, printDate, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

const factsIn = (random: Random, country: Country): Facts => inventFacts(random, usual(random, country));

const proForma: OtherPaper = {
  name: 'swedish-pro-forma',
  kind: 'quotation',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation'],
  draw(sheet, random) {
    const facts = factsIn(random, 'SE');
    const { seller, buyer, totals } = facts;
    sheet.text(seller.name, 45, 40, { size: 15, bold: true, colour: random.pick(colours) });
    sheet.text(either(random, 'PROFORMA', 'Proformafaktura'), 330, 40, { size: 18, bold: true });
    sentences(sheet, addressOf(buyer, buyer.name), 330, 110, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Proformanr', number(random, 5)],
        ['Datum', facts.issueDate],
        ['Giltig till', dateAfter(facts.issueDate, 30)],
        ['Leveransvillkor', 'FCA'],
      ],
      { x: 45, y: 110, valueX: 140 },
    );
    const y = table(
      sheet,
      [
        { title: 'Benämning', x: 45 },
        { title: 'Antal', x: 340, align: 'right' },
        { title: 'À-pris', x: 440, align: 'right' },
        { title: 'Belopp', x: 545, align: 'right' },
      ],
      facts.lines.map((line) => [
        line.description,
        `${line.quantity} ${line.unit}`,
        printAmount(line.unitPrice, spaced),
        printAmount(line.net, spaced),
      ]),
      { y: 210, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Summa exkl. moms', printAmount(totals.net, spaced)],
        ['Moms', printAmount(totals.vat, spaced)],
        ['Totalt SEK', printAmount(totals.gross, spaced)],
      ],
      { x: 340, y: y + 12, valueX: 545, right: true, leading: 15 },
    );
    sheet.text(
      'Detta är inte en faktura och ska inte betalas. Underlag för tull och förhandsgodkännande.',
      45,
      y + 90,
      {
        italic: true,
      },
    );
    sheet.text(
      `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}   Momsreg.nr ${seller.vatId}   Bankgiro ${seller.bankgiro}`,
      45,
      790,
      { size: 8 },
    );
  },
};

const offer: OtherPaper = {
  name: 'norwegian-offer',
  kind: 'quotation',
  language: 'no',
  fonts: ['OpenSans', 'Times'],
  draw(sheet, random) {
    const facts = factsIn(random, 'NO');
    const { seller, buyer, totals } = facts;
    sheet.text(`Tilbud ${number(random, 4)}`, 60, 50, { size: 20 });
    sheet.text(`${seller.city}, ${printDate(facts.issueDate, { long: 'nb-NO' })}`, 535, 56, {
      align: 'right',
    });
    sentences(sheet, addressOf(buyer, buyer.name), 60, 100, { leading: 13 });
    sheet.text(
      `Takk for forespørselen. Vi har gleden av å tilby følgende. Tilbudet er bindende i 30 dager, og betaling skjer mot faktura per ${facts.termsDays} dager.`,
      60,
      165,
      { width: 470 },
    );
    const y = table(
      sheet,
      [
        { title: 'Beskrivelse', x: 60 },
        { title: 'Antall', x: 330, align: 'right' },
        { title: 'Pris', x: 420, align: 'right' },
        { title: 'Sum', x: 535, align: 'right' },
      ],
      facts.lines.map((line) => [
        line.description,
        `${line.quantity} ${line.unit}`,
        printAmount(line.unitPrice, spaced),
        printAmount(line.net, spaced),
      ]),
      { y: 220, striped: '#f2f2f2', leading: 16 },
    );
    pairsBeside(
      sheet,
      [
        ['Sum eks. mva', `kr ${printAmount(totals.net, spaced)}`],
        ['Mva', `kr ${printAmount(totals.vat, spaced)}`],
        ['Tilbudssum inkl. mva', `kr ${printAmount(totals.gross, spaced)}`],
      ],
      { x: 330, y: y + 10, valueX: 535, right: true, leading: 16 },
    );
    sheet.text(`${seller.name}   Org.nr ${grouped(seller.organisationNumber ?? '', 3)} MVA`, 60, 780, {
      size: 8,
    });
  },
};

const confirmation: OtherPaper = {
  name: 'danish-order-confirmation',
  kind: 'order-confirmation',
  language: 'da',
  fonts: ['Helvetica', 'Liberation'],
  draw(sheet, random) {
    const facts = factsIn(random, 'DK');
    const { seller, buyer, totals } = facts;
    sentences(sheet, addressOf(buyer, buyer.name), 50, 60, { leading: 13 });
    sheet.text(seller.name, 545, 40, { align: 'right', bold: true, size: 12 });
    sheet.text(either(random, 'ORDREBEKRÆFTELSE', 'Ordrebekræftelse'), 50, 150, { size: 16, bold: true });
    pairsAbove(
      sheet,
      [
        ['Ordrenr.', number(random, 6)],
        ['Ordredato', printDate(facts.issueDate, 'dashes')],
        ['Leveringsuge', String(random.int(1, 52))],
        ['Deres rekvisition', facts.order],
        ['Betaling', `Netto ${facts.termsDays} dage`],
      ],
      { x: 50, y: 180, step: 100 },
    );
    const y = table(
      sheet,
      [
        { title: 'Varenr.', x: 50 },
        { title: 'Betegnelse', x: 110 },
        { title: 'Antal', x: 340, align: 'right' },
        { title: 'Stk. pris', x: 440, align: 'right' },
        { title: 'Beløb', x: 545, align: 'right' },
      ],
      facts.lines.map((line) => [
        line.article,
        line.description,
        line.quantity,
        printAmount(line.unitPrice, dotted),
        printAmount(line.net, dotted),
      ]),
      { y: 230, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Subtotal', printAmount(totals.net, dotted)],
        ['25 % moms', printAmount(totals.vat, dotted)],
        ['I alt DKK', printAmount(totals.gross, dotted)],
      ],
      { x: 380, y: y + 10, valueX: 545, right: true, leading: 15 },
    );
    sheet.text('Kontroller venligst ordren. Faktura fremsendes ved levering.', 50, y + 80);
    sheet.text(`CVR-nr. ${seller.organisationNumber}  Bank ${seller.account}`, 50, 790, { size: 8 });
  },
};

const packingSlip: OtherPaper = {
  name: 'finnish-delivery-note',
  kind: 'delivery-note',
  language: 'fi',
  fonts: ['Liberation', 'Courier'],
  draw(sheet, random) {
    const facts = factsIn(random, 'FI');
    const { seller, buyer } = facts;
    sheet.frame(40, 36, 515, 90);
    sheet.text(either(random, 'LÄHETE', 'LÄHETYSLISTA', 'Rahtikirja'), 300, 44, { size: 16, bold: true });
    sentences(sheet, addressOf(seller, seller.name), 48, 44);
    pairsBeside(
      sheet,
      [
        ['Lähetenumero', number(random, 6)],
        ['Toimituspäivä', printDate(facts.deliveryDate, 'dots-loose')],
        ['Tilausnumero', facts.order],
      ],
      { x: 300, y: 72, valueX: 400 },
    );
    sentences(sheet, ['Vastaanottaja', ...addressOf(buyer, buyer.name)], 48, 140);
    const y = table(
      sheet,
      [
        { title: 'Tuote', x: 48 },
        { title: 'Nimike', x: 110 },
        { title: 'Tilattu', x: 360, align: 'right' },
        { title: 'Toimitettu', x: 450, align: 'right' },
        { title: 'Yks', x: 470 },
      ],
      facts.lines.map((line) => [line.article, line.description, line.quantity, line.quantity, line.unit]),
      { y: 215, ruled: true },
    );
    sheet.text(`Kollit ${random.int(1, 6)}   Paino ${random.int(4, 800)} kg`, 48, y + 16);
    sheet.line(48, y + 70, 250, y + 70);
    sheet.text('Vastaanottajan allekirjoitus', 48, y + 74, { size: 7.5 });
    barcode(sheet, number(random, 30), 360, y + 40, 34);
    sheet.text(`Y-tunnus ${hyphenatedBusinessId(seller.organisationNumber ?? '')}`, 48, 790, { size: 8 });
  },
};

const conditions: OtherPaper = {
  name: 'dutch-terms',
  kind: 'terms',
  language: 'nl',
  fonts: ['Times', 'Helvetica'],
  draw(sheet, random) {
    const { seller } = factsIn(random, 'NL');
    sheet.text(either(random, 'Algemene voorwaarden', 'Leverings- en betalingsvoorwaarden'), 60, 50, {
      size: 15,
    });
    sheet.text(`${seller.name}, KvK ${seller.organisationNumber}`, 60, 72);
    const articles = [
      'Betaling dient te geschieden binnen 30 dagen na factuurdatum, zonder korting of verrekening.',
      `Bij niet tijdige betaling is een rente van ${random.int(1, 2)} % per maand verschuldigd, met een minimum van € 40,00.`,
      'Alle prijzen zijn in euro en exclusief btw, tenzij schriftelijk anders is overeengekomen.',
      `Orders onder € ${random.int(50, 250)},00 worden verhoogd met € 12,50 administratiekosten.`,
      'Reclames over facturen moeten binnen acht dagen schriftelijk worden ingediend.',
      'Geleverde zaken blijven eigendom van de verkoper totdat het factuurbedrag volledig is betaald.',
      'Op alle overeenkomsten is Nederlands recht van toepassing.',
    ];
    let y = 104;
    for (const [index, article] of articles.entries())
      y = sheet.text(`Artikel ${index + 1}. ${article}`, 60, y, { width: 470 }) + 10;
    sheet.text(`IBAN ${grouped(seller.iban, 4)}   Btw ${seller.vatId}`, 60, 790, { size: 8 });
  },
};

const campaign: OtherPaper = {
  name: 'english-newsletter',
  kind: 'newsletter',
  language: 'en',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const { seller, issueDate, lines } = factsIn(random, 'GB');
    const colour = random.pick(colours);
    sheet.fill(0, 0, sheet.width, 110, colour);
    sheet.text(either(random, 'Trade news', 'What is new this season', 'The customer letter'), 50, 38, {
      size: 26,
      bold: true,
      colour: 'white',
    });
    sheet.text(`${seller.name}, ${printDate(issueDate, { long: 'en-GB' })}`, 50, 80, { colour: 'white' });
    sheet.text(
      `Save up to ${random.int(10, 40)}% on selected lines until the end of the month. Invoices for orders in December are dated in January, so you pay next year.`,
      50,
      135,
      { width: 480, size: 12 },
    );
    let y = 200;
    for (const line of lines) {
      sheet.frame(50, y, 480, 44, colour);
      sheet.text(line.description, 60, y + 8, { bold: true });
      sheet.text(`Item ${line.article}. Now only £${printAmount(line.unitPrice, anglo)} ex VAT`, 60, y + 24);
      y += 54;
    }
    sheet.text(`Ring ${seller.phone} or order at ${seller.web}. VAT no. ${seller.vatId}`, 50, y + 16);
  },
};

const priceLetter: OtherPaper = {
  name: 'finnish-letter',
  kind: 'letter',
  language: 'fi',
  fonts: ['Times', 'Liberation'],
  draw(sheet, random) {
    const facts = factsIn(random, 'FI');
    const { seller, buyer } = facts;
    sheet.text(seller.name, 60, 50, { bold: true });
    sheet.text(printDate(facts.issueDate, 'dots-loose'), 535, 50, { align: 'right' });
    sentences(sheet, addressOf(buyer, buyer.name), 60, 90, { leading: 13 });
    sheet.text(either(random, 'Hinnantarkistus', 'Muutos laskutukseen'), 60, 170, { size: 13, bold: true });
    const y = sheet.text(
      `Tarkistamme hintojamme ${printDate(dateAfter(facts.issueDate, 30), 'dots-loose')} alkaen ${random.int(2, 8)} prosentilla. Kuukausimaksunne on jatkossa ${printAmount(facts.lines[0]?.unitPrice ?? '45.00', plain)} euroa (alv 0 %). Maksuehto on edelleen ${facts.termsDays} päivää netto. Pyydämme lähettämään laskut jatkossa verkkolaskuina.`,
      60,
      200,
      { width: 470 },
    );
    sentences(sheet, ['Ystävällisin terveisin', seller.person], 60, y + 24, { leading: 28 });
    sheet.text(
      `Y-tunnus ${hyphenatedBusinessId(seller.organisationNumber ?? '')}   IBAN ${grouped(seller.iban, 4)}   ${seller.phone}`,
      60,
      790,
      { size: 8 },
    );
  },
};

export const tradePapers: readonly OtherPaper[] = [
  proForma,
  offer,
  confirmation,
  packingSlip,
  conditions,
  campaign,
  priceLetter,
];
