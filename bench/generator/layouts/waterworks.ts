/** Swedish, a municipal company's for water and waste: a tinted strip with what to pay, meter readings, dots that lead to the sums. */
import Big from 'big.js';
import { addressOf, barcode, logo, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { printDate, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const waterworks: InvoiceLayout = {
  name: 'waterworks',
  language: 'sv',
  fonts: ['OpenSans', 'Liberation', 'Helvetica'],
  sizes: [8.5, 9.25],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Fast avgift vatten', 'mån'],
        ['Brukningsavgift vatten och avlopp', 'm3'],
        ['Dagvattenavgift', 'mån'],
        ['Grundavgift renhållning', 'mån'],
        ['Hämtning restavfall 370 l', 'st'],
        ['Matavfall 140 l', 'st'],
      ],
      lines: [2, 7],
      highestPrice: 300,
      number: either(random, '##########', '9#######'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [28, 30],
    });
    const name = either(random, 'Vatten och Avfall AB', 'Miljö och Vatten AB', 'Renhållning AB');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({ amount: spaced, date: anyDate(random, 'iso', { medium: 'sv-SE' }), percent: '25 %' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const blue = either(random, '#0f6674', '#1d4e89', '#2f6b3a');
    logo(sheet, random, 45, 34, 30, blue);
    sheet.text(telling.sellerName(), 84, 42, { size: 13, bold: true, colour: blue });
    sentences(sheet, ['Kundservice', seller.phone, seller.email, seller.web], 45, 84, {
      size: 7.5,
      leading: 10,
    });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 310, 110, { size: 10.5, leading: 13.5 });
    sheet.text('Faktura', 310, 42, { size: 17, bold: true });
    sheet.fill(40, 176, 515, 58, '#e6eff2');
    const top: [string, string][] = [
      ['Att betala', `${telling.payable()} ${telling.currency('kr')}`],
      ['Oss tillhanda senast', telling.dueDate()],
      ['Fakturadatum', telling.issueDate()],
      ['Fakturanummer', telling.invoiceNumber()],
      ['Kundnummer', facts.customerNumber],
    ];
    for (const [index, [label, value]] of top.entries()) {
      sheet.text(label, 52 + index * 102, 186, { size: 7.5, colour: blue });
      sheet.text(value, 52 + index * 102, 204, { bold: index < 2, size: index < 2 ? 11 : 9 });
    }
    sheet.text(`Anläggning ${number(random, 8)}, ${buyer.street}`, 45, 252, { bold: true });
    const [before, used] = [random.int(100, 4000), random.int(4, 300)];
    sentences(
      sheet,
      [
        `Mätare ${number(random, 7)}`,
        `${printDate(dateAfter(facts.issueDate, -94), 'iso')}   mätarställning ${before} m3`,
        `${printDate(dateAfter(facts.issueDate, -3), 'iso')}   mätarställning ${before + used} m3   förbrukning ${used} m3`,
      ],
      45,
      268,
      { size: 8 },
    );
    let y = table(
      sheet,
      [
        { title: 'Specifikation', x: 45 },
        { title: 'Antal', x: 300, align: 'right' },
        { title: '', x: 308 },
        { title: 'Pris exkl. moms', x: 430, align: 'right' },
        { title: 'Belopp', x: 550, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: 322, leading: 14, title: { size: 8, colour: blue } },
    );
    y += 12;
    const sumsTop = y;
    const withDots = (label: string, value: string, bold = false) => {
      const gap = 550 - sheet.widthOf(value, { bold }) - 300 - sheet.widthOf(label, { bold });
      const dots = '.'.repeat(Math.floor((gap - 8) / sheet.widthOf('.')));
      sheet.text(label, 300, y, { bold });
      sheet.text(dots, 304 + sheet.widthOf(label, { bold }), y, { colour: '#999999' });
      sheet.text(value, 550, y, { bold, align: 'right' });
      y += 15;
    };
    withDots('Summa exklusive moms', telling.net());
    for (const { rate, tax } of telling.breakdown()) withDots(`Moms ${rate}`, tax);
    if (Number(facts.totals.rounding) !== 0) withDots('Öresutjämning', telling.rounding());
    withDots('Summa att betala', `${telling.payable()} kr`, true);
    sheet.text('Förbrukning per kvartal, m3', 45, sumsTop, { size: 7, colour: '#555555' });
    for (let quarter = 0; quarter < 6; quarter++) {
      const high = random.int(8, 44);
      sheet.fill(45 + quarter * 26, sumsTop + 58 - high, 16, high, quarter === 5 ? blue : '#b9cdd3');
    }
    const last = new Big(facts.totals.payable).times(random.int(70, 120)).div(100).round(0).toFixed(2);
    sheet.text(
      `${either(random, 'Senast registrerade inbetalning', 'Föregående faktura är betald med')} ${telling.amount(last)} kr. ${either(random, 'Visste du att du kan få din faktura som e-faktura? Anmäl dig i din internetbank.', 'Anmäl autogiro på vår webbplats så dras beloppet från ditt konto på förfallodagen.')}`,
      45,
      y + 20,
      { width: 500, size: 8 },
    );
    sheet.line(40, 690, 555, 690, blue, 1);
    const slip: [string, string][] = [
      ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
      ['OCR-nummer (anges alltid vid betalning)', telling.reference()],
      ['Belopp', `${telling.payable()} kr`],
    ];
    for (const [index, [label, value]] of slip.entries()) {
      sheet.text(label, 45 + index * 170, 700, { size: 7, colour: '#555555' });
      sheet.text(value, 45 + index * 170, 711, { size: 11, bold: true });
    }
    barcode(sheet, facts.reference + number(random, 20), 45, 740, 26);
    sheet.text(
      `${seller.name} | ${seller.street}, ${seller.postcode} ${seller.city} | Organisationsnummer ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))} | Momsreg.nr ${telling.sellerVat()} | Godkänd för F-skatt`,
      45,
      790,
      { size: 6.5, colour: '#555555' },
    );
  },
};
