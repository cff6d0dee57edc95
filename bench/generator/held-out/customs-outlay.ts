/** Swedish, a customs agent's: import VAT and duty laid out beside fees with VAT, customs values in other currencies, the declaration's numbers and days, due sooner for what was laid out. */
import { addressOf, boxes, columnsAt, rowsOf, sentences, sumsUnder, table } from '../arranging.ts';
import { digits, number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const customsOutlay: InvoiceLayout = {
  name: 'customs-outlay',
  language: 'sv',
  fonts: ['Courier', 'Helvetica', 'Liberation'],
  sizes: [8, 8.5],
  wish: (random) =>
    trading(random, 'SE', ['Tullservice AB', 'Klarering AB', 'Spedition & Tull AB'], {
      goods: [
        ['Utlägg importmoms', 'st', '0'],
        ['Utlägg tull', 'st', '0'],
        ['Deklarationsavgift', 'st', '25'],
        ['Utläggsprovision', 'st', '25'],
        ['Terminalavgift', 'kg', '25'],
        ['Hemforsling', 'st', '25'],
      ],
      lines: [2, 7],
      rates: ['25'],
      number: either(random, '########', '6######'),
      reference: sweden.ocr,
      rounds: true,
      terms: [10, 10, 20],
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', 'short-dashes', 'dots-iso'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.text(telling.sellerName(), 40, 34, { size: 13, bold: true });
    sheet.text('TULLFAKTURA', 555, 34, { size: 13, bold: true, align: 'right' });
    sentences(sheet, [seller.street, `${seller.postcode} ${seller.city}`, seller.phone], 40, 52, {
      size: 7.5,
      leading: 10,
    });
    sentences(
      sheet,
      ['Mottagare/importör', ...addressOf(buyer, telling.buyerName()), `EORI SE${buyer.organisationNumber}`],
      320,
      70,
      { leading: 12 },
    );
    let y = boxes(
      sheet,
      [
        ['Fakturanr', telling.invoiceNumber(), 103],
        ['Fakturadatum', telling.issueDate(), 103],
        ['Förfallodatum', telling.dueDate(), 103],
        ['Kundnr', facts.customerNumber, 103],
        ['Er referens', telling.buyerReference(), 103],
      ],
      { x: 40, y: 140 },
    );
    y = boxes(
      sheet,
      [
        ['MRN', `26SE00000${digits(random, 9)}`, 155],
        ['Tulldatum', dateAfter(facts.issueDate, -3), 80],
        [
          'Avsändare',
          either(random, 'Shenlong Trading Co Ltd', 'Great Lakes Parts Inc', 'Anadolu Makina AS'),
          150,
        ],
        ['Avs. faktura', `CI-${number(random, 5)}`, 70],
        ['Tullvärde', `${either(random, 'USD', 'CNY')} ${number(random, 5)}`, 60],
      ],
      { x: 40, y },
    );
    y = boxes(
      sheet,
      [
        ['Transportdokument', `AWB ${digits(random, 3)}-${digits(random, 8)}`, 155],
        ['Kolli/vikt', `${random.int(1, 9)} / ${number(random, 3)} kg`, 80],
        ['Kurs', `${random.int(9, 11)},${digits(random, 4)}`, 80],
        ['Varukod', number(random, 10), 100],
        ['Vårt uppdrag', number(random, 7), 100],
      ],
      { x: 40, y },
    );
    y = table(
      sheet,
      columnsAt(
        ['Specifikation', 40],
        ['Antal', 330, 'right'],
        ['À', 420, 'right'],
        ['Moms', 470, 'right'],
        ['Belopp', 555, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
      { y: y + 14, leading: 14, ruled: true },
    );
    for (const [index, { rate, taxable, tax }] of telling.breakdown().entries())
      sheet.text(`Moms ${rate} på ${taxable} = ${tax}`, 40, y + 14 + index * 12);
    sumsUnder(
      sheet,
      [
        ['Summa', telling.net(), 330],
        ['Moms', telling.vat(), 400],
        ['Avr.', telling.rounding(), 450],
        [`ATT BETALA ${telling.currency()}`, telling.payable(), 555],
      ],
      { y: y + 44, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        `Plusgiro ${telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))}   Bankgiro ${telling.account('bankgiro', seller.bankgiro)}   OCR ${telling.reference()}`,
        'Utlagd importmoms är inte avdragsgill med denna faktura som underlag. Arbete utförs enligt NSAB 2015.',
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   Momsreg.nr ${telling.sellerVat()}   Godkänd för F-skatt`,
      ],
      40,
      720,
      { leading: 12 },
    );
  },
};
