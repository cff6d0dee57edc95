/** Swedish, a garage's: the car's numbers in a box, work and spare parts apart with a discount per line, sums in a box at the left, a slip with bankgiro and two other banks. */
import { addressOf, boxes, columnsAt, pairsBeside, sentences, table } from '../../arranging.ts';
import { digits, number, sweden } from '../../check-digits.ts';
import { beforeDiscount } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const garageOrder: InvoiceLayout = {
  name: 'garage-order',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [8.5, 9],
  wish: (random) =>
    trading(random, 'SE', ['Bilverkstad AB', 'Däck & Motor AB', 'Bilservice Aktiebolag'], {
      goods: [
        ['Arbete service 60 000 km', 'tim'],
        ['Felsökning med dator', 'tim'],
        ['Bromsbelägg fram', 'sats'],
        ['Motorolja 5W-30', 'l'],
        ['Kupéfilter', 'st'],
        ['Däckbyte med balansering', 'st'],
        ['Miljöavgift', 'st'],
      ],
      lines: [2, 9],
      rates: ['25'],
      highestPrice: 1600,
      number: either(random, '######', '#####', '2######'),
      reference: sweden.ocr,
      rounds: true,
      terms: [10, 15, 20, 30],
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: { ...either(random, plain, spaced), minus: either(random, 'before', 'after') },
    date: anyDate(random, 'iso', 'short', 'short-dashes'),
    negativeCredit: true,
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 40, 30, { size: 18, bold: true, colour: '#8a1c1c' });
    sheet.text('Auktoriserad bilverkstad – Däckhotell – AC-service', 40, 54, { size: 8, italic: true });
    sheet.text(isCredit ? 'KREDITNOTA' : 'FAKTURA', 556, 32, { size: 14, bold: true, align: 'right' });
    pairsBeside(
      sheet,
      [
        ['Nummer', telling.invoiceNumber()],
        ['Datum', telling.issueDate()],
        ['Arbetsorder', number(random, 6)],
        ['Kundnummer', facts.customerNumber],
        [isCredit ? 'Mot faktura' : '', isCredit ? telling.preceding() : ''],
      ],
      { x: 420, y: 56, valueX: 556, right: true, leading: 12 },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 40, 96, { leading: 13 });
    let y = boxes(
      sheet,
      [
        ['Reg.nr', `${random.pick(['HJK', 'MNO', 'TRS'])} ${digits(random, 3)}`, 80],
        ['Märke och modell', either(random, 'Transportbil 2,0 D', 'Kombi 1,6', 'Skåpbil EL'), 140],
        ['Chassinummer', `YV1${number(random, 10)}`, 126],
        ['Mätarställning km', String(random.int(1000, 24000)), 90],
        ['Inlämnad', telling.deliveryDate(), 80],
      ],
      { x: 40, y: 166, height: 26 },
    );
    y = boxes(
      sheet,
      [
        ['Er beställare', telling.buyerReference(), 150],
        ['Mottagare', facts.ourReference, 150],
        ['Ert inköpsnummer', telling.order(), 216],
      ],
      { x: 40, y },
    );
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    y = table(
      sheet,
      columnsAt(
        ['Nr', 40],
        ['Text', 82],
        ['Antal', 276, 'right'],
        ['Enh', 283],
        ['À-pris', 362, 'right'],
        ['Rab %', 402, 'right'],
        ['Netto/enh', 470, 'right'],
        ['Belopp', 556, 'right'],
      ),
      rows.map((row, index) => {
        const percent = random.pick([0, 0, 10, 15]);
        const full = telling.amount(beforeDiscount(facts.lines[index]?.unitPrice ?? '0', percent));
        const shown = percent === 0 ? '' : String(percent);
        return [row.article, row.description, row.quantity, row.unit, full, shown, row.unitPrice, row.net];
      }),
      { y: y + 12, ruled: true },
    );
    y = Math.max(y + 14, 520);
    const [vat] = telling.breakdown();
    sheet.frame(40, y, 240, 84, '#8a1c1c');
    pairsBeside(
      sheet,
      [
        ['Summa exkl moms', telling.net()],
        [`Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        ['Avrundning', telling.rounding()],
      ],
      { x: 48, y: y + 7, valueX: 272, right: true, leading: 14 },
    );
    sheet.text(isCredit ? 'Er tillgodo' : 'TOTALT ATT BETALA', 48, y + 62, { bold: true });
    sheet.text(`${telling.currency(either(random, 'SEK', 'Kr'))} ${telling.payable()}`, 272, y + 62, {
      bold: true,
      align: 'right',
    });
    const slip = (title: string, value: string, x: number, top: number) => {
      sheet.text(title, x, top, { size: 7 });
      sheet.text(value, x, top + 10, { bold: true });
    };
    slip('Bankgiro', telling.account('bankgiro', seller.bankgiro), 310, y + 4);
    slip(
      'Plusgiro',
      telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro)),
      440,
      y + 4,
    );
    if (!isCredit) {
      slip('Oss tillhanda senast', telling.dueDate(), 310, y + 32);
      slip('OCR-referens', telling.reference(), 440, y + 32);
      slip('Villkor', `${telling.terms()} dagar netto`, 310, y + 60);
    }
    slip('IBAN', telling.iban(), 310, y + 88);
    sheet.text(
      'Reklamation inom 8 dagar. Ej avhämtade utbytta delar tillhör verkstaden. Efterdra hjulbultar efter 5–10 mil.',
      40,
      y + 118,
      { size: 7.5 },
    );
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city}   Tel ${seller.phone}   Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   Momsnr ${telling.sellerVat()}   Företaget har F-skatt`,
      sheet.width / 2,
      800,
      { size: 7.5, align: 'centre' },
    );
  },
};
