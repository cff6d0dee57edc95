/** Finnish and Swedish, a company's on the coast: a form with ruled cells and every label twice, a transfer form at the foot. */
import { addressOf, barcode, sentences, table } from '../arranging.ts';
import { digits } from '../check-digits.ts';
import { called } from '../companies.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped, hyphenatedBusinessId } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const finnishTwoLanguages: InvoiceLayout = {
  name: 'finnish-two-languages',
  language: 'fi',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [8.5, 9.25],
  wish(random) {
    const wish = usual(random, 'FI', {
      goods: [
        ['Veneen talvisäilytys', 'kk'],
        ['Rahti / Frakt', 'kpl'],
        ['Moottorihuolto', 'h'],
        ['Puutavara / Virke', 'm'],
        ['Laskutuslisä', 'kpl'],
        ['Nostopalvelu', 'kpl'],
      ],
      lines: [1, 7],
      number: either(random, '#####', '1######'),
      ...sometimesCredit(random, 10),
    });
    const name = either(random, 'Telakka - Varv Oy Ab', 'Venehuolto Oy', 'Marine Oy Ab');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: 'dots-loose',
    negativeCredit: random.once(2),
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const cell = (x: number, y: number, width: number, label: string, value: string) => {
      sheet.frame(x, y, width, 26, '#777777');
      sheet.text(label, x + 3, y + 2, { size: 6 });
      sheet.text(value, x + 3, y + 12);
    };
    sheet.text(telling.sellerName(), 40, 36, { size: 12, bold: true });
    sentences(sheet, addressOf(seller, '').slice(1), 40, 52, { leading: 11 });
    sheet.text(isCredit ? 'HYVITYSLASKU / KREDITFAKTURA' : 'LASKU / FAKTURA', 300, 36, {
      size: 13,
      bold: true,
    });
    const cells: [string, string][] = [
      ['Päiväys / Datum', telling.issueDate()],
      ['Laskun numero / Fakturanr', telling.invoiceNumber()],
      ['Asiakasnumero / Kundnr', facts.customerNumber],
      ['Eräpäivä / Förfallodag', isCredit ? '' : telling.dueDate()],
      ['Maksuehto / Betalningsvillkor', isCredit ? '' : `${telling.terms()} pv / dgr netto`],
      ['Viivästyskorko / Dröjsmålsränta', `${random.int(7, 12)},5 %`],
      ['Viitteenne / Er referens', telling.buyerReference()],
      ['Viitteemme / Vår referens', facts.ourReference],
      [
        isCredit ? 'Hyvitettävä lasku / Avser faktura' : 'Tilausnumero / Ordernr',
        isCredit ? telling.preceding() : telling.order(),
      ],
    ];
    for (const [index, [label, value]] of cells.entries())
      cell(300 + (index % 2) * 128, 58 + Math.floor(index / 2) * 26, 128, label, value);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 48, 110, { size: 10, leading: 13 });
    let y = table(
      sheet,
      [
        { title: 'Nimike / Benämning', x: 40 },
        { title: 'Määrä / Antal', x: 270, align: 'right' },
        { title: 'Yks / Enh', x: 280 },
        { title: 'à-hinta / à-pris', x: 395, align: 'right' },
        { title: 'Alv / Moms', x: 455, align: 'right' },
        { title: 'Yhteensä / Summa', x: 556, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.vatRate, row.net]),
      { y: 215, ruled: true, title: { size: 7.5, bold: true }, leading: 14 },
    );
    y = Math.max(y + 20, 420);
    sheet.text('Veroton / Skattefritt', 300, y);
    sheet.text(telling.net(), 556, y, { align: 'right' });
    for (const { rate, taxable, tax } of telling.breakdown()) {
      y += 15;
      sheet.text(`Alv / Moms ${rate}  (${taxable})`, 300, y);
      sheet.text(tax, 556, y, { align: 'right' });
    }
    sheet.text(isCredit ? 'Hyvitys / Kredit' : 'Maksettava / Att betala', 300, y + 18, { bold: true });
    sheet.text(`${telling.currency(either(random, 'EUR', '€'))} ${telling.payable()}`, 556, y + 18, {
      bold: true,
      align: 'right',
    });
    sheet.text(
      `Y-tunnus / FO-nummer ${telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))}   Alv-nro / Momsnr ${telling.sellerVat()}   Kotipaikka / Hemort ${seller.city}   Puh / Tel ${seller.phone}`,
      40,
      570,
      { size: 7 },
    );
    if (!isCredit) transfer();

    function transfer(): void {
      sheet.line(20, 590, 575, 590, '#777777');
      const label = { size: 6 } as const;
      const row = (top: number, height: number, name: string[], value: string[]) => {
        sheet.frame(40, top, 260, height, '#777777');
        sentences(sheet, name, 43, top + 3, { ...label, leading: 7.5 });
        sentences(sheet, value, 100, top + 5, { leading: 11 });
      };
      row(
        600,
        40,
        ['Saajan tilinumero', 'Mottagarens', 'kontonummer'],
        [telling.iban(), `BIC ${seller.bic}`],
      );
      row(640, 34, ['Saaja', 'Mottagare'], [seller.name]);
      row(674, 50, ['Maksaja', 'Betalare'], addressOf(buyer, buyer.name));
      row(724, 26, ['Allekirjoitus', 'Underskrift'], []);
      sheet.text('TILISIIRTO  GIRERING', 310, 602, { bold: true });
      const side = (top: number, name: string, value: string) => {
        sheet.frame(300, top, 256, 26, '#777777');
        sheet.text(name, 303, top + 3, label);
        sheet.text(value, 400, top + 9, { bold: true });
      };
      side(672, 'Viitenumero  Ref. nr', telling.reference(grouped(facts.reference, 5)));
      side(698, 'Eräpäivä  Förf. dag', telling.dueDate());
      side(724, 'Euro', telling.payable());
      barcode(sheet, `4${facts.seller.iban.slice(2)}${digits(random, 30)}`, 60, 768, 30);
    }
  },
};
