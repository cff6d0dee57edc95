/** Papers of a sale that come before or beside its invoice: ordered, offered, delivered, worked and priced, with sums and bank details as invoices have them. */
import {
  addressOf,
  barcode,
  boxes,
  colours,
  columnsAt,
  goodsOf,
  logo,
  pairsAbove,
  pairsBeside,
  sentences,
  sumsUnder,
  table,
} from '../arranging.ts';
import { number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anglo, dotted, either, type OtherPaper, spaced } from '../layout.ts';
import { grouped, printAmount, printDate, swedishNumber } from '../print.ts';
import { factsOfTrade } from '../trade.ts';

const orderConfirmation: OtherPaper = {
  name: 'swedish-order-acknowledgement',
  kind: 'order-confirmation',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'SE', ['Elgross AB', 'Verktyg AB', 'Kontorsmöbler AB']);
    const { seller, buyer, totals } = facts;
    const colour = random.pick(colours);
    logo(sheet, random, 42, 30, 34, colour);
    sheet.text(seller.name, 84, 40, { size: 14, bold: true, colour });
    sheet.text(either(random, 'Orderbekräftelse', 'ORDERERKÄNNANDE'), 340, 34, { size: 16, bold: true });
    pairsBeside(
      sheet,
      [
        ['Orderdatum', facts.issueDate],
        ['Ordernr', number(random, 5)],
        ['Kundnr', facts.customerNumber],
        ['Beräknad leverans', dateAfter(facts.issueDate, 9)],
        ['Betalningsvillkor', `${facts.termsDays} dagar netto`],
        ['Er referens', facts.yourReference],
        ['Ert inköpsnr', facts.order],
      ],
      { x: 340, y: 62, valueX: 440, leading: 12 },
    );
    sentences(sheet, addressOf(buyer, buyer.name), 42, 110, { leading: 13 });
    table(
      sheet,
      columnsAt(
        ['Art.nr', 42],
        ['Benämning', 100],
        ['Antal', 350, 'right'],
        ['À-pris', 450, 'right'],
        ['Belopp', 550, 'right'],
      ),
      goodsOf(facts, spaced),
      { y: 190, ruled: true },
    );
    const sek = (amount: string) => printAmount(amount, spaced);
    sumsUnder(
      sheet,
      [
        ['Netto', sek(totals.net), 150],
        ['Moms', sek(totals.vat), 250],
        ['Att betala SEK', sek(totals.payable), 550],
      ],
      { y: 640 },
    );
    sheet.text(
      'Faktura sänds separat när varorna har levererats. Betala inte på orderbekräftelsen.',
      42,
      690,
      { italic: true },
    );
    sheet.text(
      `Bankgiro ${seller.bankgiro}   Org.nr ${swedishNumber(seller.organisationNumber ?? '')}   Momsreg.nr ${seller.vatId}`,
      42,
      790,
      { size: 8 },
    );
  },
};

const webOrder: OtherPaper = {
  name: 'web-shop-order',
  kind: 'order-confirmation',
  language: 'en',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'GB', ['Online Ltd', 'Direct Limited', 'Lab Supplies Ltd']);
    const { seller, buyer, totals } = facts;
    sheet.text(seller.name, sheet.width / 2, 40, { size: 20, align: 'centre' });
    sheet.text(`Thank you for your order ${number(random, 9)}`, sheet.width / 2, 72, {
      size: 13,
      align: 'centre',
    });
    sheet.text(
      `Placed on ${printDate(facts.issueDate, { long: 'en-GB' })}. Estimated arrival ${printDate(dateAfter(facts.issueDate, 6), { long: 'en-GB' })}.`,
      sheet.width / 2,
      94,
      { align: 'centre' },
    );
    sentences(sheet, ['Ship to', ...addressOf(buyer, buyer.person)], 60, 130, { leading: 13 });
    sentences(sheet, ['Bill to', ...addressOf(buyer, buyer.name)], 320, 130, { leading: 13 });
    const y = table(
      sheet,
      columnsAt(
        ['SKU', 60],
        ['Item', 120],
        ['Qty', 340, 'right'],
        ['Price', 430, 'right'],
        ['Subtotal', 535, 'right'],
      ),
      goodsOf(facts, anglo),
      { y: 210, leading: 18, striped: '#f5f5f5' },
    );
    pairsBeside(
      sheet,
      [
        ['Subtotal', `£${printAmount(totals.net, anglo)}`],
        ['VAT', `£${printAmount(totals.vat, anglo)}`],
        ['Order total', `£${printAmount(totals.gross, anglo)}`],
      ],
      { x: 340, y: y + 10, valueX: 535, right: true, leading: 16 },
    );
    sheet.text(
      'This is not a VAT invoice. Your invoice will be sent when the goods leave our warehouse.',
      60,
      y + 90,
      { colour: '#777777' },
    );
    sheet.text(`VAT ${seller.vatId}, company ${seller.organisationNumber}, ${seller.email}`, 60, 790, {
      size: 8,
    });
  },
};

const offer: OtherPaper = {
  name: 'german-offer',
  kind: 'quotation',
  language: 'de',
  fonts: ['Helvetica', 'Times'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'DE', ['Anlagenbau GmbH', 'Tischlerei GmbH', 'Werbetechnik GmbH']);
    const { seller, buyer, totals } = facts;
    sheet.text(`${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city}`, 57, 110, {
      size: 6.5,
    });
    sentences(sheet, addressOf(buyer, buyer.name), 57, 124, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Angebots-Nr.', `A${number(random, 5)}`],
        ['Datum', printDate(facts.issueDate, 'dots')],
        ['Kunden-Nr.', facts.customerNumber],
        ['Gültig bis', printDate(dateAfter(facts.issueDate, 28), 'dots')],
      ],
      { x: 370, y: 118, valueX: 550, right: true },
    );
    sheet.text(either(random, 'Angebot', 'Kostenvoranschlag', 'ANGEBOT'), 57, 220, { size: 16, bold: true });
    const y = table(
      sheet,
      columnsAt(
        ['Art.', 57],
        ['Bezeichnung', 110],
        ['Menge', 340, 'right'],
        ['Einzelpreis', 440, 'right'],
        ['Gesamtpreis', 550, 'right'],
      ),
      goodsOf(facts, dotted),
      { y: 254, ruled: true, leading: 16 },
    );
    pairsBeside(
      sheet,
      [
        ['Summe netto', printAmount(totals.net, dotted)],
        ['MwSt.', printAmount(totals.vat, dotted)],
        ['Angebotssumme EUR', printAmount(totals.gross, dotted)],
      ],
      { x: 340, y: y + 10, valueX: 550, right: true, leading: 15, value: { bold: true } },
    );
    sheet.text(
      `Zahlbar innerhalb von ${facts.termsDays} Tagen nach Rechnungserhalt, bei Zahlung binnen 10 Tagen 2 % Skonto.`,
      57,
      y + 80,
    );
    for (const [x, lines] of [
      [57, [seller.name, seller.phone]],
      [230, [seller.register, `USt-IdNr. ${seller.vatId}`]],
      [400, [`IBAN ${grouped(seller.iban, 4)}`, `BIC ${seller.bic}`]],
    ] as const)
      sentences(sheet, lines, x, 780, { size: 7, leading: 9.5 });
  },
};

const proForma: OtherPaper = {
  name: 'norwegian-pro-forma',
  kind: 'quotation',
  language: 'no',
  fonts: ['Liberation', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'NO', ['Eksport AS', 'Maskin AS', 'Sjømat AS']);
    const { seller, buyer, totals } = facts;
    sheet.text(seller.name, 45, 40, { size: 15, bold: true });
    sheet.text('PROFORMAFAKTURA', 550, 40, { size: 15, bold: true, align: 'right' });
    sheet.text('Kun for tollformål – ikke betalbar', 550, 60, { align: 'right', italic: true });
    sentences(sheet, addressOf(buyer, buyer.name), 45, 96, { leading: 13 });
    const y = boxes(
      sheet,
      [
        ['Proforma nr.', number(random, 5), 100],
        ['Dato', printDate(facts.issueDate, 'dots'), 100],
        ['Leveringsbetingelser', 'DAP', 100],
        ['Opprinnelse', 'Norge', 100],
        ['Vekt', `${random.int(4, 900)} kg`, 105],
      ],
      { x: 45, y: 160 },
    );
    const below = table(
      sheet,
      columnsAt(
        ['Varenr.', 45],
        ['Beskrivelse', 110],
        ['Antall', 340, 'right'],
        ['Verdi', 440, 'right'],
        ['Beløp', 550, 'right'],
      ),
      goodsOf(facts, spaced),
      { y: y + 14, ruled: true },
    );
    sheet.text(`Total verdi NOK ${printAmount(totals.net, spaced)}`, 550, below + 14, {
      bold: true,
      align: 'right',
    });
    sheet.text(
      `Org.nr. ${grouped(seller.organisationNumber ?? '', 3)} MVA   Konto ${grouped(seller.account, 4, 2, 5)}`,
      45,
      790,
      { size: 8 },
    );
  },
};

const pricedDelivery: OtherPaper = {
  name: 'priced-delivery-note',
  kind: 'delivery-note',
  language: 'sv',
  fonts: ['Courier', 'Liberation'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'SE', ['Livs & Emballage AB', 'Järn & Bygg AB', 'Färghandel AB']);
    const { seller, buyer, totals } = facts;
    sheet.text(seller.name, 40, 36, { size: 13, bold: true });
    sheet.text('FÖLJESEDEL', 556, 36, { size: 15, bold: true, align: 'right' });
    barcode(sheet, number(random, 14), 440, 58, 24);
    sentences(sheet, ['Godsmottagare', ...addressOf(buyer, buyer.name)], 40, 80, { leading: 12.5 });
    boxes(
      sheet,
      [
        ['Följesedelsnr', number(random, 7), 103],
        ['Leveransdatum', facts.deliveryDate, 103],
        ['Kundnr', facts.customerNumber, 103],
        ['Ordernr', facts.order, 103],
        ['Transport', 'Egen bil', 104],
      ],
      { x: 40, y: 146 },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Artikel', 40],
        ['Benämning', 110],
        ['Levererat', 350, 'right'],
        ['Pris', 450, 'right'],
        ['Värde', 556, 'right'],
      ),
      goodsOf(facts, spaced),
      { y: 186, ruled: true },
    );
    sheet.text(
      `Varuvärde exkl. moms ${printAmount(totals.net, spaced)} kr. Faktureras månadsvis.`,
      556,
      y + 12,
      { align: 'right' },
    );
    sheet.line(40, y + 90, 260, y + 90);
    sheet.text('Mottaget, datum och namnteckning', 40, y + 94, { size: 7.5 });
    sheet.text(
      `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}   Bankgiro ${seller.bankgiro}   ${seller.phone}`,
      40,
      790,
      { size: 8 },
    );
  },
};

const timeReport: OtherPaper = {
  name: 'time-report',
  kind: 'delivery-note',
  language: 'sv',
  fonts: ['Helvetica', 'OpenSans'],
  draw(sheet, random) {
    const { seller, buyer, issueDate } = factsOfTrade(random, 'SE', ['Konsult AB', 'Bemanning AB']);
    const hours = Array.from({ length: random.int(5, 20) }, () => random.int(4, 10));
    sheet.text(either(random, 'TIDRAPPORT', 'Tidsunderlag'), 45, 40, { size: 17, bold: true });
    pairsAbove(
      sheet,
      [
        ['Konsult', seller.person],
        ['Företag', seller.name],
        ['Uppdragsgivare', buyer.name],
        ['Attesteras av', buyer.person],
      ],
      { x: 45, y: 76, step: 250, columns: 2 },
    );
    const y = table(
      sheet,
      columnsAt(['Datum', 45], ['Aktivitet', 140], ['Timmar', 400, 'right'], ['Pris', 550, 'right']),
      hours.map((each, index) => [
        dateAfter(issueDate, index - 30),
        random.pick(['Utveckling', 'Möte', 'Test', 'Resa']),
        `${each},0`,
        '950,00',
      ]),
      { y: 150, ruled: true },
    );
    const sum = hours.reduce((total, each) => total + each, 0);
    sheet.text(
      `Summa timmar ${sum},0   Fakturaunderlag ${printAmount(`${sum * 950}.00`, spaced)} kr exkl. moms`,
      550,
      y + 12,
      { bold: true, align: 'right' },
    );
    sheet.text('Underlaget är inte en faktura. Attesteras senast den 3:e i månaden.', 45, y + 44);
    sheet.text(`Org.nr ${swedishNumber(seller.organisationNumber ?? '')}`, 45, 790, { size: 8 });
  },
};

export const sellingPapers: readonly OtherPaper[] = [
  orderConfirmation,
  webOrder,
  offer,
  proForma,
  pricedDelivery,
  timeReport,
];
