/** Swedish, a telephone company's: what is to be paid in a sidebar at the right, calls on the pages after, several numbers that are not the invoice's. */
import { luhnCheckDigit } from '../../../src/ingest/checks/luhn.ts';
import { pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const telephoneBill: InvoiceLayout = {
  name: 'telephone-bill',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica', 'OpenSans'],
  sizes: [8.5, 9],
  wish: (random) =>
    usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Abonnemang mobil företag', 'mån'],
        ['Samtal inom Sverige', 'min'],
        ['Samtal till utlandet', 'min'],
        ['Surf, 50 GB', 'mån'],
        ['Bredband 250', 'mån'],
      ],
      lines: [6, 40],
      highestPrice: 60,
      rounds: random.once(2),
      terms: [20, 30],
      number: '###########',
      reference: sweden.ocrWithLength,
    }),
  style: () => ({ amount: spaced, date: { long: 'sv-SE' }, percent: '25 %' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = '#5a3d7a';
    const foot = () =>
      sheet.text(
        `${seller.name}, ${seller.street}, ${seller.postcode} ${seller.city}. Säte: ${seller.city}. Org nr ${swedishNumber(seller.organisationNumber ?? '')}. Godkänd för F-skatt.`,
        40,
        755,
        { size: 6.5 },
      );
    sheet.circle(60, 60, 20, colour);
    sheet.text(telling.sellerName(), 90, 54, { bold: true, colour, size: 12 });
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 60, 150, {
      size: 10.5,
      leading: 13,
    });
    sheet.fill(390, 40, 165, 360, '#efeaf4');
    const code = telling.currency('kr');
    pairsAbove(
      sheet,
      [
        ['Din faktura', ''],
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Kundnummer', number(random, 9)],
        ['Avtalsnummer', number(random, 8)],
        ['Att betala senast', telling.dueDate()],
        ['Att betala', `${telling.payable()} ${code}`],
        ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['Plusgiro', telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))],
        ['OCR-nummer', telling.reference()],
      ],
      {
        x: 402,
        y: 54,
        step: 0,
        columns: 1,
        rowHeight: 34,
        gap: 11,
        label: { size: 7, colour },
        value: { bold: true },
      },
    );
    sheet.text(either(random, 'Tack för att du är kund hos oss!', 'Så här har vi räknat'), 60, 240, {
      size: 12,
      colour,
    });
    pairsBeside(
      sheet,
      [
        ['Belopp exklusive moms', `${telling.net()} kr`],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`${rate} moms`, `${tax} kr`]),
        ...(Number(facts.totals.rounding) === 0
          ? []
          : [['Öresavrundning', `${telling.rounding()} kr`] as [string, string]]),
      ],
      { x: 60, y: 262, valueX: 350, right: true, leading: 15 },
    );
    sheet.text(
      `Föregående faktura ${random.int(100, 900)},00 kr har betalats. Momsregistreringsnummer ${telling.sellerVat()}.`,
      60,
      350,
      { size: 8 },
    );
    telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''));
    foot();
    const [kronor = '', ore = ''] = facts.totals.payable.split('.');
    sheet.text(
      `H   #   ${facts.reference} #   ${kronor} ${ore}   ${luhnCheckDigit(kronor + ore)} >   ${seller.plusgiro.replace('-', '')}#14#`,
      60,
      800,
      { font: 'Courier', size: 10 },
    );
    sheet.newPage();
    foot();
    const turn = () => {
      sheet.newPage();
      foot();
      return 60;
    };
    sheet.text(
      `Specifikation för 070-${random.int(100, 999)} ${random.int(10, 99)} ${random.int(10, 99)}`,
      40,
      44,
      { bold: true },
    );
    table(
      sheet,
      [
        { title: 'Tjänst', x: 40 },
        { title: 'Antal', x: 330, align: 'right' },
        { title: 'À pris', x: 430, align: 'right' },
        { title: 'Kronor', x: 555, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unitPrice, row.net]),
      { y: 66, bottom: 720, turn },
    );
  },
};
