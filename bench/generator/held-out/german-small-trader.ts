/** German, a one-person firm without VAT: person and trade name, the paragraph that frees it, one sum alone, day of the work as a period. */
import { addressOf, columnsAt, rowsOf, runs, sentences, table } from '../arranging.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { trading } from '../trade.ts';

export const germanSmallTrader: InvoiceLayout = {
  name: 'german-small-trader',
  language: 'de',
  fonts: ['Times', 'OpenSans', 'Liberation'],
  sizes: [9.75, 10.5],
  wish: (random) =>
    trading(random, 'DE', ['Fotografie', 'Übersetzungen', 'Gartenpflege', 'Grafikdesign'], {
      goods: [
        ['Fotoreportage Betriebsfest', 'Std'],
        ['Übersetzung Katalog, Normzeilen', 'Zeilen'],
        ['Heckenschnitt', 'Std'],
        ['Logo, Entwurf und Reinzeichnung', 'psch'],
        ['Fahrtkosten', 'km'],
      ],
      lines: [1, 4],
      rates: ['0'],
      number: either(random, 'Y-##', 'Y/###', '##-Y'),
      highestPrice: 400,
      terms: [7, 14, 14],
    }),
  style: (random) => ({
    amount: either(random, dotted, plain),
    date: anyDate(random, 'dots', 'dots-loose', { long: 'de-DE' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const code = telling.currency(either(random, '€', 'EUR'));
    runs(
      sheet,
      [
        [telling.sellerPerson(true), { size: 16, bold: true }],
        [`   ${telling.sellerName()}`, { size: 11, colour: '#666666' }],
      ],
      60,
      44,
    );
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city} | ${seller.phone} | ${seller.email}`,
      60,
      68,
      { size: 8, colour: '#666666' },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 116, { leading: 14 });
    sentences(
      sheet,
      [
        `Rechnungsdatum: ${telling.issueDate()}`,
        `Leistungszeitraum: ${printDate(dateAfter(facts.issueDate, -30), 'dots')} – ${printDate(dateAfter(facts.issueDate, -3), 'dots')}`,
      ],
      535,
      116,
      { leading: 14, align: 'right' },
    );
    sheet.text(`Rechnung Nr. ${telling.invoiceNumber()}`, 60, 206, { size: 15, bold: true });
    sheet.text(
      'Sehr geehrte Damen und Herren, für meine Leistungen berechne ich Ihnen wie vereinbart:',
      60,
      232,
    );
    const y = table(
      sheet,
      columnsAt(
        ['Leistung', 60],
        ['Anzahl', 340, 'right'],
        ['Preis', 430, 'right'],
        ['Gesamt', 535, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: 262, leading: 18, ruled: true },
    );
    sheet.line(340, y, 535, y);
    sheet.text('Gesamtbetrag', 340, y + 6, { bold: true });
    sheet.text(`${telling.payable()} ${code}`, 535, y + 6, { bold: true, align: 'right' });
    sheet.line(340, y + 22, 535, y + 22, 'black', 1.2);
    sheet.text('Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.', 60, y + 40, { italic: true });
    sheet.text(
      `Bitte überweisen Sie den Betrag bis zum ${telling.dueDate()} auf mein Konto. Vielen Dank für den Auftrag!`,
      60,
      y + 62,
      { width: 475 },
    );
    sheet.text(seller.person, 60, y + 110, { italic: true, size: 13 });
    sentences(
      sheet,
      [
        `Bankverbindung: ${seller.person}, IBAN ${telling.iban(grouped(seller.iban, 4))}, BIC ${seller.bic}`,
        `Steuernummer ${seller.taxNumber}, Finanzamt ${seller.city}`,
      ],
      60,
      770,
      { size: 8.5, leading: 12 },
    );
  },
};
