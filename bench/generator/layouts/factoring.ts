/** Swedish, of a supplier that has sold its claims: a notice names the finance company, whose account is the one to pay to. */
import { addressOf, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const factoring: InvoiceLayout = {
  name: 'factoring',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.75, 9.5],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Lagerarbetare, ordinarie tid', 'tim'],
        ['Truckförare, ordinarie tid', 'tim'],
        ['OB-tillägg kväll', 'tim'],
        ['Övertid enkel', 'tim'],
        ['Introduktion', 'st'],
      ],
      lines: [1, 8],
      highestPrice: 480,
      number: either(random, '#####', '######', '7####'),
      reference: sweden.ocrWithLength,
      rounds: random.once(2),
      terms: [20, 30, 30],
    });
    const name = either(random, 'Bemanning AB', 'Personal AB', 'Lagerservice AB');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: 'iso',
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const factor = either(random, 'Nordlunds Factoring AB', 'Fjällbäck Finans AB', 'Viksbro Fakturaköp AB');
    sheet.text('FAKTURA', 45, 40, { size: 17, bold: true });
    sheet.text(telling.sellerName(), 330, 40, { size: 12, bold: true });
    sentences(sheet, [...addressOf(seller, '').slice(1), `Tel ${seller.phone}`], 330, 58, {
      size: 8.5,
      leading: 11,
    });
    sheet.text('Faktureringsadress', 330, 116, { size: 7, bold: true });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 128, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Fakturanr', telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Kundnr', facts.customerNumber],
        ['Er referens', telling.buyerReference()],
        ['Vår referens', facts.ourReference],
        ['Avtal', number(random, 5)],
        ['Period', `v ${random.int(1, 48)}`],
      ],
      { x: 45, y: 76, valueX: 130, leading: 14, label: { bold: true } },
    );
    sheet.frame(45, 192, 505, 44);
    sheet.text(
      `Fordran enligt denna faktura är överlåten till ${factor}. Betalning med befriande verkan kan endast ske till bankgiro ${telling.account('bankgiro', seller.bankgiro)}. Anmärkning mot fakturan ska göras till både oss och ${factor} inom 8 dagar.`,
      52,
      198,
      { width: 490, size: 8.5 },
    );
    let y = table(
      sheet,
      [
        { title: 'Specifikation', x: 45 },
        { title: 'Antal', x: 330, align: 'right' },
        { title: 'Enh', x: 340 },
        { title: 'Pris', x: 440, align: 'right' },
        { title: 'Summa', x: 550, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: 254, ruled: true, leading: 15 },
    );
    sheet.text(`Tidrapport bifogas. Ansvarig: ${seller.person}`, 45, y + 8, { italic: true, size: 8 });
    y = Math.max(y + 30, 560);
    sheet.line(45, y, 550, y);
    const [vat] = telling.breakdown();
    pairsAbove(
      sheet,
      [
        ['Netto', telling.net()],
        ['Moms %', vat?.rate ?? ''],
        ['Momsbelopp', telling.vat()],
        ['Öresutj.', Number(facts.totals.rounding) === 0 ? '' : telling.rounding()],
      ],
      { x: 45, y: y + 8, step: 88, label: { size: 7.5, bold: true }, gap: 12 },
    );
    sheet.text(`ATT BETALA ${telling.currency()}`, 550, y + 8, { size: 7.5, bold: true, align: 'right' });
    sheet.text(telling.payable(), 550, y + 19, { size: 13, bold: true, align: 'right' });
    sheet.line(45, y + 42, 550, y + 42);
    pairsAbove(
      sheet,
      [
        ['Betalningsmottagare', factor],
        ['Bankgiro', seller.bankgiro],
        ['OCR-nummer', telling.reference()],
        ['Förfallodatum', telling.dueDate()],
      ],
      { x: 45, y: y + 50, step: 132, label: { size: 7.5, bold: true }, gap: 12, value: { size: 9.5 } },
    );
    sentences(
      sheet,
      [
        `${seller.name}, Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}, Momsreg.nr ${telling.sellerVat()}, Innehar F-skattebevis`,
        `${factor}, Org.nr ${swedishNumber(sweden.organisationNumber(random))}, kundtjänst 0${number(random, 2)}-${number(random, 6)}`,
        'Efter förfallodagen debiteras dröjsmålsränta med 24 % per år samt påminnelseavgift.',
      ],
      45,
      770,
      { size: 7.5, leading: 11 },
    );
  },
};
