/** German, a workshop's: "Rechnung Nr. … vom …" in one line, a discount for quick payers, a stamp-like address at the right, francs now and then. */
import Big from 'big.js';
import { normaliseAmount } from '../../../src/invoice/money.ts';
import { pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const germanCraft: InvoiceLayout = {
  name: 'german-craft',
  language: 'de',
  fonts: ['Times', 'Helvetica', 'Courier'],
  sizes: [9, 10],
  wish: (random) =>
    usual(random, 'DE', {
      number: either(random, '####', 'R####', '##/Y'),
      currency: either(random, 'EUR', 'EUR', 'EUR', 'CHF'),
      reference: (body) => body,
      ...sometimesCredit(random, 10),
    }),
  style: (random, facts) => ({
    amount: facts.currency === 'CHF' ? { thousands: 'apostrophe', decimal: '.' } : dotted,
    date: anyDate(random, 'dots', 'dots-loose'),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.frame(370, 40, 180, 92);
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Telefon ${seller.phone}`,
        `Steuernummer ${seller.taxNumber}`,
        `USt-ID ${telling.sellerVat()}`,
      ],
      378,
      47,
      { leading: 13 },
    );
    sentences(sheet, ['An', telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 60, 120, {
      leading: 13,
    });
    sheet.text(
      `${isCredit ? 'Stornorechnung' : 'Rechnung'} Nr. ${telling.invoiceNumber()} vom ${telling.issueDate()}`,
      60,
      215,
      { bold: true, size: 12 },
    );
    sheet.text(
      isCredit
        ? `Storno zu Rechnung ${telling.preceding()}`
        : `Bauvorhaben ${buyer.street}, ${buyer.city}. Leistungszeitraum bis ${telling.deliveryDate()}`,
      60,
      234,
    );
    const code = telling.currency(facts.currency === 'EUR' ? either(random, '€', 'EUR') : facts.currency);
    let y = table(
      sheet,
      [
        { title: 'Menge', x: 60 },
        { title: 'Leistung', x: 130 },
        { title: `Einzel ${code}`, x: 440, align: 'right' },
        { title: `Betrag ${code}`, x: 550, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [`${row.quantity} ${row.unit}`, row.description, row.unitPrice, row.net]),
      { y: 262, ruled: true },
    );
    sheet.line(350, y + 4, 550, y + 4);
    y = pairsBeside(
      sheet,
      [
        ['Summe netto', telling.net()],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Umsatzsteuer ${rate}`, tax]),
        [
          isCredit ? 'Erstattungsbetrag' : either(random, 'Gesamtsumme', 'Zu zahlen', 'Endbetrag'),
          telling.payable(),
        ],
      ],
      { x: 350, y: y + 10, valueX: 550, right: true, leading: 16, value: { bold: true } },
    );
    if (isCredit) return;
    const discounted = normaliseAmount(new Big(totals.payable).times('0.98').round(2));
    sentences(
      sheet,
      [
        `Bitte überweisen Sie den Betrag bis zum ${telling.dueDate()}.`,
        random.once(2)
          ? `Bei Zahlung innerhalb von 7 Tagen 2 % Skonto: ${telling.amount(discounted)} ${code}`
          : '',
        `Bank: Verbandsbank, IBAN ${telling.iban()}, BIC ${seller.bic}`,
        `Verwendungszweck: ${telling.reference()}`,
        'Vielen Dank für Ihren Auftrag!',
      ],
      60,
      y + 40,
      { leading: 16 },
    );
  },
};
