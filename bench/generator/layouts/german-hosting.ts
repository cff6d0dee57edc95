/** German, a provider's on the net: a customer's block at the right, the amount taken from the account by SEPA, four columns at the foot. */
import { addressOf, pairsBeside, sentences, smallPrint, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../layout.ts';
import { printDate } from '../print.ts';
import { usual } from '../trade.ts';

export const germanHosting: InvoiceLayout = {
  name: 'german-hosting',
  language: 'de',
  fonts: ['OpenSans', 'Helvetica', 'Liberation'],
  sizes: [8.5, 9.25],
  wish(random) {
    const wish = usual(random, 'DE', {
      rates: ['19'],
      goods: [
        ['Cloud-Server CX4', 'Monat'],
        ['Domain .de', 'Jahr'],
        ['Backup-Speicher 500 GB', 'Monat'],
        ['Zusätzliche IPv4-Adresse', 'Monat'],
        ['Datenverkehr', 'TB'],
      ],
      lines: [1, 9],
      highestPrice: 120,
      number: either(random, 'R00########', '##########', 'RE##########'),
      terms: [5, 7, 14],
    });
    const name = either(random, 'Netzdienste GmbH', 'Hosting GmbH', 'Online AG');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, dotted, plain),
    date: anyDate(random, 'dots', 'dots', { long: 'de-DE' }),
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = either(random, '#8a1c1c', '#1d4e89', '#0f6674');
    sheet.text(telling.sellerName(), 60, 44, { size: 16, bold: true, colour });
    sheet.text(`${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city}`, 60, 118, {
      size: 6.5,
      colour: '#555555',
    });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 132, { leading: 13 });
    const from = dateAfter(facts.issueDate, -30);
    const isDrawn = random.once(2);
    pairsBeside(
      sheet,
      [
        ['Rechnungsnummer', telling.invoiceNumber()],
        ['Kundennummer', `K${number(random, 8)}`],
        ['Rechnungsdatum', telling.issueDate()],
        [
          'Leistungszeitraum',
          `${printDate(from, 'dots').slice(0, 6)}-${printDate(dateAfter(from, 29), 'dots')}`,
        ],
        ['Zahlungsart', isDrawn ? 'SEPA-Lastschrift' : 'Überweisung'],
        ['Ihre USt-IdNr.', telling.buyerVat()],
      ],
      { x: 350, y: 118, valueX: 545, right: true, leading: 14 },
    );
    sheet.text('Rechnung', 60, 236, { size: 15, bold: true });
    sheet.text('Für die erbrachten Leistungen berechnen wir wie vereinbart:', 60, 260);
    const code = telling.currency(either(random, '€', 'EUR'));
    let y = table(
      sheet,
      [
        { title: 'Nr.', x: 60 },
        { title: 'Produkt', x: 86 },
        { title: 'Anzahl', x: 340, align: 'right' },
        { title: 'Einzelpreis (netto)', x: 450, align: 'right' },
        { title: 'Gesamt (netto)', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row, index) => [
          `${index + 1}.`,
          row.description,
          `${row.quantity} ${row.unit}`,
          `${row.unitPrice} ${code}`,
          `${row.net} ${code}`,
        ]),
      { y: 286, leading: 17, striped: '#f2f5f7', title: { bold: true, size: 8 } },
    );
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Zwischensumme (netto)', `${telling.net()} ${code}`],
        [`${vat?.rate ?? ''} USt.`, `${telling.vat()} ${code}`],
      ],
      { x: 340, y: y + 14, valueX: 545, right: true, leading: 16 },
    );
    sheet.fill(336, y, 213, 20, colour);
    sheet.text('Gesamtbetrag', 342, y + 5, { bold: true, colour: 'white' });
    sheet.text(`${telling.payable()} ${code}`, 545, y + 5, { bold: true, colour: 'white', align: 'right' });
    y = sheet.text(
      isDrawn
        ? `Der Rechnungsbetrag wird am ${telling.dueDate()} per SEPA-Lastschrift von Ihrem Konto DE** **** **** **${number(random, 4)} eingezogen. Mandatsreferenz: ${number(random, 8)}, Gläubiger-ID: DE${number(random, 2)}ZZZ0000${number(random, 7)}.`
        : `Bitte überweisen Sie den Gesamtbetrag bis zum ${telling.dueDate()} unter Angabe der Rechnungsnummer auf das unten genannte Konto.`,
      60,
      y + 50,
      { width: 485 },
    );
    sheet.text('Diese Rechnung wurde maschinell erstellt und ist ohne Unterschrift gültig.', 60, y + 14);
    sheet.line(60, 740, 545, 740, '#999999');
    smallPrint(
      sheet,
      [
        [seller.name, seller.street, `${seller.postcode} ${seller.city}`],
        [`Tel. ${seller.phone}`, seller.email, seller.web],
        [`Amtsgericht ${seller.city}`, seller.register, `Vorstand: ${seller.person}`],
        [`USt-IdNr. ${telling.sellerVat()}`, `IBAN ${telling.iban(seller.iban)}`, `BIC ${seller.bic}`],
      ],
      60,
      748,
      { size: 7, leading: 10 },
    );
  },
};
