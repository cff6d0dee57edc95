/** Papers of what is offered, ordered, delivered and told to customers, none of which is an invoice. */
import {
  addressOf,
  barcode,
  boxes,
  columnsAt,
  columnsOfPrint,
  goodsOf,
  logo,
  pairsAbove,
  pairsBeside,
  sentences,
  table,
} from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { dotted, either, type OtherPaper, plain, spaced } from '../../layout.ts';
import { grouped, hyphenatedBusinessId, printAmount, printDate, swedishNumber } from '../../print.ts';
import { factsOfTrade } from '../../trade.ts';

const waybill: OtherPaper = {
  name: 'finnish-dispatch-note',
  kind: 'delivery-note',
  language: 'fi',
  fonts: ['Helvetica', 'Courier'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'FI', ['Rautakauppa Oy', 'Tukku Oy'], { lines: [3, 14] });
    const { seller, buyer } = facts;
    sheet.text(either(random, 'LÄHETE', 'LÄHETYSLUETTELO'), 45, 36, { size: 16, bold: true });
    barcode(sheet, number(random, 14), 380, 30, 28);
    const y = boxes(
      sheet,
      [
        ['Lähetysnumero', number(random, 7), 120],
        ['Päivämäärä', printDate(facts.deliveryDate, 'dots-loose'), 120],
        ['Tilausnumeronne', facts.order, 120],
        ['Toimitustapa', either(random, 'Nouto', 'Kuljetus', 'Rahti'), 145],
      ],
      { x: 45, y: 74 },
    );
    sentences(sheet, ['Lähettäjä', ...addressOf(seller, seller.name)], 45, y + 14, { leading: 12 });
    sentences(sheet, ['Vastaanottaja', ...addressOf(buyer, buyer.name)], 300, y + 14, { leading: 12 });
    const end = table(
      sheet,
      columnsAt(['Tuote', 45], ['Nimike', 120], ['Tilattu', 380, 'right'], ['Toimitettu', 470, 'right']),
      goodsOf(facts, spaced).map(([article = '', description = '', quantity = '']) => [
        article,
        description,
        quantity,
        quantity,
      ]),
      { y: y + 84, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Kolleja', String(random.int(1, 9))],
        ['Paino kg', printAmount(`${random.int(5, 900)}.50`, plain)],
        ['Maksuehto', `${facts.termsDays} pv netto, lasku lähetetään erikseen`],
      ],
      { x: 45, y: end + 16, valueX: 130 },
    );
    sheet.text('Vastaanottajan kuittaus ________________________', 45, 700);
    const id = hyphenatedBusinessId(seller.organisationNumber ?? '');
    sheet.text(`Y-tunnus ${id}   ${seller.phone}   ${seller.email}`, 45, 790, { size: 8 });
  },
};

const confirmation: OtherPaper = {
  name: 'german-order-acceptance',
  kind: 'order-confirmation',
  language: 'de',
  fonts: ['Liberation', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'DE', ['Metallbau GmbH', 'Möbelwerk GmbH & Co. KG']);
    const { seller, buyer, totals, breakdown } = facts;
    sheet.text(seller.name, 545, 40, { size: 15, bold: true, align: 'right' });
    sheet.text(`${seller.name}, ${seller.street}, ${seller.postcode} ${seller.city}`, 60, 120, { size: 6.5 });
    sentences(sheet, addressOf(buyer, buyer.name), 60, 134, { leading: 13 });
    sheet.text(`Auftragsbestätigung ${number(random, 6)}`, 60, 220, { size: 14, bold: true });
    pairsAbove(
      sheet,
      [
        ['Datum', printDate(facts.issueDate, 'dots')],
        ['Ihre Bestellung', facts.order],
        ['Kundennummer', facts.customerNumber],
        ['Liefertermin', `KW ${random.int(2, 50)}`],
      ],
      { x: 60, y: 246, step: 120 },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Artikel', 60],
        ['Bezeichnung', 120],
        ['Menge', 350, 'right'],
        ['Preis', 450, 'right'],
        ['Betrag', 545, 'right'],
      ),
      goodsOf(facts, dotted),
      { y: 290, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Auftragswert netto', printAmount(totals.net, dotted)],
        ...breakdown.map(({ rate, tax }): [string, string] => [`MwSt ${rate} %`, printAmount(tax, dotted)]),
        ['Auftragswert brutto EUR', printAmount(totals.gross, dotted)],
      ],
      { x: 330, y: y + 10, valueX: 545, right: true, leading: 15 },
    );
    sheet.text(
      `Wir danken für Ihren Auftrag, den wir zu unseren Lieferbedingungen ausführen. Zahlung: ${facts.termsDays} Tage netto nach Rechnungserhalt. Abweichungen bitte innerhalb von drei Tagen melden.`,
      60,
      600,
      { width: 485 },
    );
    columnsOfPrint(
      sheet,
      [
        [60, [`Tel. ${seller.phone}`, seller.email]],
        [230, [`IBAN ${grouped(seller.iban, 4)}`, `BIC ${seller.bic}`]],
        [430, [`USt-IdNr. ${seller.vatId}`, seller.register]],
      ],
      770,
      { size: 7.5, leading: 10 },
    );
  },
};

const tender: OtherPaper = {
  name: 'swedish-tender',
  kind: 'quotation',
  language: 'sv',
  fonts: ['OpenSans', 'Times'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'SE', ['Markentreprenad AB', 'Måleri AB', 'Ventilation HB']);
    const { seller, buyer, totals } = facts;
    logo(sheet, random, 55, 34, 38, '#2f6b3a');
    sheet.text(seller.name, 104, 46, { size: 13, bold: true });
    sheet.text(either(random, 'Offert', 'ANBUD', 'Prisförslag'), 55, 100, { size: 20 });
    sentences(
      sheet,
      [`Offertnr ${number(random, 4)}`, facts.issueDate, `Giltig t.o.m. ${dateAfter(facts.issueDate, 30)}`],
      55,
      132,
      { leading: 13 },
    );
    sentences(sheet, [...addressOf(buyer, buyer.name), `Att: ${facts.yourReference}`], 330, 132, {
      leading: 13,
    });
    const y = table(
      sheet,
      columnsAt(
        ['Nr', 55],
        ['Arbete och material', 110],
        ['Mängd', 350, 'right'],
        ['À-pris', 440, 'right'],
        ['Summa', 540, 'right'],
      ),
      goodsOf(facts, spaced),
      { y: 212, leading: 16, striped: '#eef5ef' },
    );
    pairsBeside(
      sheet,
      [
        ['Pris exkl. moms', printAmount(totals.net, spaced)],
        ['Moms', printAmount(totals.vat, spaced)],
        ['Pris inkl. moms, kr', printAmount(totals.gross, spaced)],
      ],
      { x: 350, y: y + 12, valueX: 540, right: true, leading: 16 },
    );
    sheet.text(
      `Betalningsvillkor ${facts.termsDays} dagar netto från fakturans datum, fakturering sker efter utfört arbete. ABM 07 och AB 04 gäller. Ej inräknat: ställning, håltagning.`,
      55,
      590,
      { width: 485 },
    );
    sentences(
      sheet,
      ['Ort och datum ____________________', 'Beställarens underskrift ____________________'],
      55,
      660,
      { leading: 30 },
    );
    sheet.text(
      `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}   Bankgiro ${seller.bankgiro}   ${seller.phone}   Godkänd för F-skatt`,
      55,
      790,
      { size: 8 },
    );
  },
};

const priceLetter: OtherPaper = {
  name: 'dutch-price-letter',
  kind: 'letter',
  language: 'nl',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'NL', ['Energie B.V.', 'Water N.V.', 'Internet B.V.']);
    const { seller, buyer } = facts;
    const begins = printDate(dateAfter(facts.issueDate, 45), { long: 'nl-NL' });
    const [before, after] = [random.int(40, 300), random.int(301, 420)];
    sheet.fill(0, 0, sheet.width, 26, '#0f6674');
    sheet.text(seller.name, 55, 44, { size: 14, bold: true, colour: '#0f6674' });
    sentences(sheet, addressOf(buyer, buyer.name), 55, 100, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Datum', printDate(facts.issueDate, { long: 'nl-NL' })],
        ['Klantnummer', facts.customerNumber],
        ['Contract', number(random, 8)],
      ],
      { x: 350, y: 100, valueX: 430 },
    );
    sheet.text(either(random, 'Uw nieuwe tarief', 'Uw maandbedrag verandert'), 55, 180, {
      size: 15,
      bold: true,
    });
    const y = sheet.text(
      `Vanaf ${begins} gaat uw maandbedrag van € ${printAmount(`${before}.00`, dotted)} naar € ${printAmount(`${after}.00`, dotted)} inclusief btw. U hoeft niets te doen. Wij schrijven het bedrag zoals altijd rond de 28e af van uw rekening ${grouped(buyer.iban, 4)}; de factuur vindt u in uw klantomgeving.`,
      55,
      208,
      { width: 480 },
    );
    table(
      sheet,
      columnsAt(['Onderdeel', 55], ['Nu', 340, 'right'], ['Straks', 440, 'right']),
      [
        ['Vaste leveringskosten', '6,50', '7,95'],
        ['Verbruik per eenheid', '0,28', '0,31'],
        ['Maandbedrag', printAmount(`${before}.00`, dotted), printAmount(`${after}.00`, dotted)],
      ],
      { y: y + 20, ruled: true },
    );
    sheet.text(
      `KvK ${seller.organisationNumber}   Btw ${seller.vatId}   ${seller.phone}   ${seller.web}`,
      55,
      790,
      { size: 8 },
    );
  },
};

export const offeredPapers: readonly OtherPaper[] = [waybill, confirmation, tender, priceLetter];
