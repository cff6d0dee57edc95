/** Swedish, a waste company's: weighing slips with weights and days, authorities' tax beside fees, labels at the right edge, a customer's two numbers. */
import { addressOf, columnsAt, logo, rowsOf, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const weighedWaste: InvoiceLayout = {
  name: 'weighed-waste',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'SE', ['Återvinning AB', 'Renhållning AB', 'Container & Miljö AB'], {
      goods: [
        ['Brännbart avfall', 'ton'],
        ['Deponirest inkl. skatt', 'ton'],
        ['Hyra container 8 m3', 'dygn'],
        ['Tömning kärl 370 l', 'st'],
        ['Ersättning well', 'ton'],
        ['Transport lastväxlare', 'tim'],
      ],
      lines: [1, 9],
      rates: ['25'],
      isMeasured: true,
      highestPrice: 1400,
      number: either(random, '#######', '2######'),
      reference: sweden.ocr,
      rounds: true,
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: { ...spaced, minus: either(random, 'before', 'dash') },
    date: anyDate(random, 'iso', 'short'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    logo(sheet, random, 45, 30, 40, '#2f6b3a');
    sheet.text(seller.name.split(' ').slice(0, 2).join(' ').toLowerCase(), 95, 42, {
      size: 15,
      bold: true,
      colour: '#2f6b3a',
    });
    sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 45, 90, { size: 15, bold: true });
    const facing: [string, string][] = [
      [telling.invoiceNumber(), 'Fakturanr'],
      [telling.issueDate(), 'Fakturadatum'],
      [isCredit ? telling.preceding() : telling.dueDate(), isCredit ? 'Avser faktura' : 'Förfallodatum'],
      [number(random, 6), 'Kundnr'],
      [`${number(random, 4)}-${number(random, 2)}`, 'Hämtställe'],
      [isCredit ? '' : telling.reference(), isCredit ? '' : 'OCR-nr'],
      [telling.order(), 'Ert best.nr'],
    ];
    // The label stands behind its value.
    for (const [index, [value, label]] of facing.entries()) {
      sheet.text(value, 200, 114 + index * 13, { align: 'right', bold: true });
      sheet.text(label, 208, 114 + index * 13, { size: 7.5, colour: '#2f6b3a' });
    }
    sentences(sheet, addressOf(buyer, telling.buyerName()), 345, 114, { leading: 13 });
    let y = table(
      sheet,
      columnsAt(
        ['Tjänst/fraktion', 45],
        ['Mängd', 300, 'right'],
        ['Enhet', 310],
        ['Pris', 430, 'right'],
        ['Belopp', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: 226, leading: 14, striped: '#eef5ee', title: { bold: true, colour: '#2f6b3a' } },
    );
    y = table(
      sheet,
      columnsAt(
        ['Vågsedel', 45],
        ['Datum', 110],
        ['Fordon', 190],
        ['Brutto kg', 330, 'right'],
        ['Tara kg', 400, 'right'],
        ['Netto kg', 470, 'right'],
      ),
      Array.from({ length: random.int(2, 6) }, (_, index) => {
        const tare = random.int(90, 140) * 100;
        const waste = random.int(4, 90) * 20;
        return [
          number(random, 6),
          dateAfter(facts.issueDate, -25 + index * 3),
          `TMK ${number(random, 3)}`,
          String(tare + waste),
          String(tare),
          String(waste),
        ];
      }),
      { y: y + 16, leading: 11.5, title: { size: 7.5, italic: true }, cell: { size: 7.5 } },
    );
    y = Math.max(y + 20, 560);
    sheet.fill(45, y, 505, 1, '#2f6b3a');
    const sums: [string, string][] = [
      ['Summa exkl. moms', telling.net()],
      ['Moms 25 %', telling.vat()],
      ['Öresutjämning', Number(facts.totals.rounding) === 0 ? '' : telling.rounding()],
      [isCredit ? 'Att få tillbaka' : 'Summa att betala', `${telling.currency()} ${telling.payable()}`],
    ];
    for (const [label, value] of sums) {
      if (value === '') continue;
      y += 15;
      sheet.text(`${label}:`, 400, y, { align: 'right' });
      sheet.text(value, 550, y, { align: 'right', bold: true });
    }
    sheet.text(`Kundens organisationsnummer ${swedishNumber(buyer.organisationNumber ?? '')}`, 45, y - 20, {
      size: 7.5,
    });
    sentences(
      sheet,
      [
        `${telling.sellerName()}  Besök: ${seller.street}, ${seller.city}  Postadress: Box ${number(random, 3)}, ${seller.postcode} ${seller.city}`,
        `Telefon ${seller.phone}  Bankgiro ${telling.account('bankgiro', seller.bankgiro)}  Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}  Momsreg.nr ${telling.sellerVat()}`,
        'Godkänd för F-skatt. Certifierad enligt ISO 9001 och ISO 14001. Dröjsmålsränta referensränta + 8 %.',
      ],
      45,
      770,
      { size: 7.5, leading: 10.5 },
    );
  },
};
