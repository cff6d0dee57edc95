/** German, a tax adviser's fee invoice: paragraphs of the fee law and the value it is counted on beside each fee, lump sum for post, advance taken off, amounts in one column under "EUR". */
import { addressOf, pairsBeside, sentences } from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../../layout.ts';
import { printAmount } from '../../print.ts';
import { trading } from '../../trade.ts';

export const germanTaxAdviser: InvoiceLayout = {
  name: 'german-tax-adviser',
  language: 'de',
  fonts: ['Times', 'Liberation'],
  sizes: [9.5, 10.25],
  wish: (random) =>
    trading(random, 'DE', ['Steuerberatungsgesellschaft mbH', 'Treuhand GmbH', 'Wirtschaftsprüfung AG'], {
      goods: [
        ['Lohnbuchführung, laufend', 'Mon'],
        ['Finanzbuchführung', 'Mon'],
        ['Jahresabschluss, Aufstellung', 'psch'],
        ['Körperschaftsteuererklärung', 'psch'],
        ['Entgelte für Post und Telekommunikation', 'psch'],
      ],
      lines: [1, 5],
      rates: ['19'],
      highestPrice: 1900,
      number: either(random, 'Y######', '#####/Y', '######'),
      isPrepaid: random.once(2),
      terms: [10, 14],
    }),
  style: (random) => ({
    amount: { ...dotted, minus: either(random, 'before', 'dash') },
    date: anyDate(random, 'dots', { long: 'de-DE' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.text(telling.sellerName(), sheet.width / 2, 40, { size: 15, bold: true, align: 'centre' });
    sheet.text('Steuerberater  ·  vereidigte Buchprüfer', sheet.width / 2, 62, {
      size: 8.5,
      align: 'centre',
    });
    sheet.line(60, 78, 535, 78);
    sheet.text(`${seller.street}, ${seller.postcode} ${seller.city}`, 60, 112, { size: 7 });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 126, { leading: 14 });
    sentences(
      sheet,
      [`Tel. ${seller.phone}`, seller.email, '', `${seller.city}, ${telling.issueDate()}`],
      535,
      112,
      { align: 'right', leading: 14 },
    );
    sheet.text(
      `${either(random, 'Gebührenrechnung', 'Honorarrechnung')} Nr. ${telling.invoiceNumber()}`,
      60,
      214,
      { size: 13, bold: true },
    );
    pairsBeside(
      sheet,
      [
        ['Mandant', number(random, 5)],
        ['Auftrag', `Veranlagung ${Number(facts.issueDate.slice(0, 4)) - 1}`],
        ['Leistung erbracht am', telling.deliveryDate()],
        ['Sachbearbeiter', facts.ourReference],
      ],
      { x: 60, y: 238, valueX: 190, leading: 13 },
    );
    sheet.text('EUR', 535, 302, { align: 'right', italic: true });
    let y = 320;
    const rows = telling.lines('description', 'quantity', 'unitPrice', 'net');
    for (const [index, { description, quantity, unitPrice, net }] of rows.entries()) {
      sheet.text(description, 60, y, { bold: true });
      sheet.text(net, 535, y, { align: 'right' });
      const worth = printAmount(`${random.int(8, 900) * 1000}.00`, dotted);
      const law = `§ ${random.int(24, 35)} StBVV, Gegenstandswert ${worth}, ${random.int(2, 9)}/10`;
      sheet.text(telling.besideDescription(index, law), 60, y + 12.5, { size: 8 });
      sheet.text(`${quantity} x ${unitPrice}`, 440, y, { align: 'right' });
      y += 30;
    }
    sheet.line(450, y - 2, 535, y - 2);
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Zwischensumme', telling.net()],
        [`Umsatzsteuer ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        ['Rechnungsbetrag', telling.gross()],
        ['abzüglich geleisteter Vorschüsse', Number(facts.totals.prepaid) === 0 ? '' : telling.prepaid()],
      ],
      { x: 250, y: y + 4, valueX: 535, right: true, leading: 16 },
    );
    sheet.line(450, y - 2, 535, y - 2);
    sheet.text(`Noch zu zahlen (${telling.currency('EUR')})`, 250, y + 3, { bold: true });
    sheet.text(telling.payable(), 535, y + 3, { bold: true, align: 'right' });
    sheet.line(450, y + 17, 535, y + 17);
    sheet.line(450, y + 19, 535, y + 19);
    sheet.text(
      `Der Betrag ist innerhalb von ${telling.terms()} Tagen, also spätestens am ${telling.dueDate()}, zur Zahlung fällig. Bankverbindung: Kreissparkasse ${seller.city}, IBAN ${telling.iban()}, BIC ${seller.bic}. Diese Rechnung ist für Ihre Unterlagen zehn Jahre aufzubewahren.`,
      60,
      y + 46,
      { width: 475 },
    );
    sheet.text(
      `USt-IdNr. ${telling.sellerVat()}   Steuernummer ${seller.taxNumber}   ${seller.register} ${seller.city}   Geschäftsführer ${seller.person}`,
      60,
      794,
      { size: 7.5 },
    );
  },
};
