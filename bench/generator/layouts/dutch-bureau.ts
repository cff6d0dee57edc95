/** Dutch, a bureau's: everything of the invoice down a narrow column at the left, the work at the right, a sentence that asks for payment. */
import { addressOf, colours, pairsAbove, runs, sentences } from '../arranging.ts';
import { called } from '../companies.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const dutchBureau: InvoiceLayout = {
  name: 'dutch-bureau',
  language: 'nl',
  fonts: ['OpenSans', 'Helvetica', 'Liberation'],
  sizes: [8.75, 9.75],
  wish(random) {
    const wish = usual(random, 'NL', {
      rates: ['21', '21', '9'],
      goods: [
        ['Ontwerp huisstijl', 'uur'],
        ['Tekst en redactie', 'uur'],
        ['Drukwerkbegeleiding', 'uur'],
        ['Boek, oplage', 'st'],
        ['Reiskosten', 'km'],
        ['Overleg', 'uur'],
      ],
      lines: [1, 6],
      highestPrice: 450,
      number: either(random, 'Y-###', 'Y0###', 'F####'),
      terms: [14, 21, 30],
      ...sometimesCredit(random, 12),
    });
    const name = either(random, 'Ontwerp', 'Communicatie B.V.', 'Vormgeving V.O.F.');
    return { ...wish, seller: called(wish.seller, `Studio ${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: { ...either(random, dotted, plain), minus: either(random, 'before', 'dash') },
    date: anyDate(random, { long: 'nl-NL' }, { medium: 'nl-NL' }, 'dashes', 'slashes'),
    negativeCredit: random.once(2),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    sheet.text((isCredit ? 'creditfactuur' : 'factuur').toUpperCase(), 205, 46, {
      size: 22,
      bold: true,
      colour,
    });
    sheet.circle(70, 62, 22, colour);
    const caption = { size: 7.5, colour, bold: true } as const;
    pairsAbove(
      sheet,
      [
        [isCredit ? 'Creditnummer' : 'Factuurnummer', telling.invoiceNumber()],
        [either(random, 'Datum', 'Factuurdatum'), telling.issueDate()],
        ['Vervaldatum', isCredit ? '' : telling.dueDate()],
        ['Betreft factuur', isCredit ? telling.preceding() : ''],
        ['Klantnummer', facts.customerNumber],
        ['Uw kenmerk', telling.buyerReference()],
        ['IBAN', telling.iban(seller.iban)],
        ['BIC', seller.bic],
        ['KvK', telling.sellerNumber()],
        ['Btw', telling.sellerVat()],
      ],
      { x: 48, y: 130, step: 0, columns: 1, rowHeight: 31, gap: 11, label: caption, value: { size: 8.5 } },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 205, 96, { leading: 13 });
    sheet.text(
      `Betreft: ${either(random, 'werkzaamheden afgelopen maand', 'project jaarverslag', 'campagne')}`,
      205,
      164,
      {
        italic: true,
      },
    );
    const code = telling.currency(either(random, '€', 'EUR'));
    const money = (x: number, y: number, amount: string, style = {}) => {
      sheet.text(code, x - 62, y, style);
      sheet.text(amount, x, y, { align: 'right', ...style });
    };
    let y = 200;
    sheet.line(205, y, 547, y, colour, 1);
    y += 8;
    for (const row of telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net', 'vatRate')) {
      sheet.text(row.description, 205, y, { bold: true });
      sheet.text(`${row.quantity} ${row.unit} × ${row.unitPrice}`, 205, y + 12, {
        size: 8,
        colour: '#555555',
      });
      sheet.text(row.vatRate, 455, y, { align: 'right', colour: '#555555' });
      money(547, y, row.net);
      y += 31;
    }
    sheet.line(205, y, 547, y, colour, 1);
    y += 8;
    sheet.text('Subtotaal', 330, y);
    money(547, y, telling.net());
    for (const { rate, taxable, tax } of telling.breakdown()) {
      y += 16;
      sheet.text(`Btw ${rate} over ${taxable}`, 330, y);
      money(547, y, tax);
    }
    y += 20;
    sheet.text(isCredit ? 'Totaal credit' : 'Totaal', 330, y, { bold: true });
    money(547, y, telling.payable(), { bold: true });
    if (!isCredit)
      sheet.text(
        `Gelieve het totaalbedrag binnen ${telling.terms()} dagen over te maken naar bovengenoemde rekening onder vermelding van het factuurnummer. Op al onze opdrachten zijn de algemene voorwaarden van toepassing.`,
        205,
        y + 50,
        { width: 342, size: 8 },
      );
    runs(
      sheet,
      [
        [telling.sellerName(), { bold: true, size: 8, colour }],
        [
          `  ${seller.street}  ${seller.postcode}  ${seller.city}  ${seller.phone}  ${seller.web}`,
          { size: 8 },
        ],
      ],
      48,
      800,
    );
  },
};
