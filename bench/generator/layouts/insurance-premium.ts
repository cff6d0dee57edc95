/** Swedish, an insurer's: a premium without VAT for a period to come, policies as lines, now and then drawn from the account. */
import { addressOf, pairsBeside, sentences } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { printDate, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const insurancePremium: InvoiceLayout = {
  name: 'insurance-premium',
  language: 'sv',
  fonts: ['Liberation', 'OpenSans', 'Times'],
  sizes: [9, 10.5],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['0'],
      goods: [
        ['Företagsförsäkring', 'st'],
        ['Motorfordonsförsäkring', 'st'],
        ['Transportförsäkring', 'st'],
        ['Ansvarsförsäkring', 'st'],
        ['Olycksfall, anställda', 'st'],
      ],
      lines: [1, 5],
      highestPrice: 4000,
      number: either(random, '##########', '###########'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [20, 30, 30],
    });
    const name = either(random, 'Försäkring AB', 'Sakförsäkring', 'Försäkringar ömsesidigt');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', { long: 'sv-SE' }, { medium: 'sv-SE' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isDrawn = random.once(3);
    const green = either(random, '#2f6b3a', '#8a1c1c', '#1d4e89');
    sheet.fill(0, 0, 16, sheet.height, green);
    sheet.text(telling.sellerName(), 50, 40, { size: 14, bold: true, colour: green });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 320, 120, { leading: 14 });
    sheet.text(either(random, 'Premieavi', 'Premiefaktura', 'Faktura för din försäkring'), 50, 190, {
      size: 18,
    });
    const from = printDate(dateAfter(facts.dueDate, 1), 'iso');
    const until = printDate(dateAfter(facts.dueDate, 365), 'iso');
    let y = pairsBeside(
      sheet,
      [
        ['Försäkringsnummer', `${number(random, 3)}-${number(random, 7)}`],
        ['Försäkringstid', `${from} – ${until}`],
        ['Fakturanummer', telling.invoiceNumber()],
        [either(random, 'Fakturadatum', 'Utskriftsdatum', 'Avidatum'), telling.issueDate()],
      ],
      { x: 50, y: 222, valueX: 170, leading: 15, label: { colour: '#555555' } },
    );
    y += 16;
    sheet.line(50, y, 545, y, green, 1);
    y += 6;
    sheet.text('Försäkring', 50, y, { bold: true });
    sheet.text('Premie, kr', 545, y, { bold: true, align: 'right' });
    y += 18;
    for (const row of telling.lines('description', 'net')) {
      sheet.text(row.description, 50, y);
      sheet.text(row.net, 545, y, { align: 'right' });
      sheet.line(50, y + 14, 545, y + 14, '#dddddd');
      y += 20;
    }
    if (Number(facts.totals.rounding) !== 0) {
      sheet.text('Avrundning', 50, y);
      sheet.text(telling.rounding(), 545, y, { align: 'right' });
      y += 20;
    }
    sheet.text(isDrawn ? 'Dras från ditt konto' : 'Att betala', 50, y + 6, { size: 13, bold: true });
    sheet.text(`${telling.payable()} ${telling.currency('kr')}`, 545, y + 6, {
      size: 13,
      bold: true,
      align: 'right',
    });
    y = sheet.text('Försäkringspremier är undantagna från mervärdesskatt.', 50, y + 34, { size: 8 });
    if (isDrawn) {
      y = sheet.text(
        `Du betalar med autogiro. Beloppet dras från ditt konto ${telling.dueDate()}. Se till att pengarna finns på kontot dagen före.`,
        50,
        y + 14,
        { width: 480 },
      );
    } else {
      sheet.fill(50, y + 14, 495, 58, '#f2f2f2');
      const pay: [string, string][] = [
        ['Betala senast', telling.dueDate()],
        ['Till bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['Ange OCR-nummer', telling.reference()],
      ];
      for (const [index, [label, value]] of pay.entries()) {
        sheet.text(label, 64 + index * 160, y + 24, { colour: '#555555' });
        sheet.text(value, 64 + index * 160, y + 42, { bold: true, size: 11 });
      }
      y += 80;
    }
    sheet.text(
      'Om premien inte betalas i rätt tid kan försäkringen sägas upp och upphör då att gälla 14 dagar efter uppsägningen. Fullständiga villkor finns på vår webbplats.',
      50,
      y + 24,
      { width: 480, size: 8 },
    );
    sheet.text(
      `${seller.name}. Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}. ${seller.street}, ${seller.postcode} ${seller.city}. Telefon ${seller.phone}. Styrelsens säte: ${seller.city}`,
      50,
      800,
      { size: 7 },
    );
  },
};
