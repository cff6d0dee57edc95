/** German, a building trade's letter: an instalment or the final account, payments already made taken off, tax owed by the customer now and then. */
import { addressOf, pairsBeside, sentences } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { usual } from '../trade.ts';

export const germanStage: InvoiceLayout = {
  name: 'german-stage',
  language: 'de',
  fonts: ['Times', 'Liberation'],
  sizes: [10, 11],
  wish(random) {
    const wish = usual(random, 'DE', {
      rates: ['19'],
      goods: [
        ['Erdarbeiten', 'm3'],
        ['Mauerwerk 24 cm', 'm2'],
        ['Dachstuhl aufstellen', 'psch'],
        ['Estrich einbauen', 'm2'],
        ['Gerüst vorhalten', 'Wo'],
        ['Regiestunden Facharbeiter', 'h'],
      ],
      lines: [1, 5],
      highestPrice: 900,
      number: either(random, 'Y-###', '##/Y', 'R-#####'),
      isPrepaid: random.once(2),
      isReverseCharge: random.once(3),
      terms: [8, 10, 14, 21],
    });
    const name = either(random, 'Hochbau GmbH', 'Dachdeckerei GmbH & Co. KG', 'Tiefbau GmbH');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({ amount: dotted, date: anyDate(random, 'dots', { long: 'de-DE' }) }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isPrepaid = Number(facts.totals.prepaid) > 0;
    sheet.text(telling.sellerName(), sheet.width / 2, 40, { size: 17, bold: true, align: 'centre' });
    sheet.text(
      `${seller.street} · ${seller.postcode} ${seller.city} · Tel. ${seller.phone}`,
      sheet.width / 2,
      62,
      { size: 8.5, align: 'centre' },
    );
    sheet.line(60, 78, 535, 78, 'black', 1);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 70, 130, { leading: 14 });
    sheet.text(`${seller.city}, den ${telling.issueDate()}`, 535, 210, { align: 'right' });
    const title = isPrepaid
      ? either(random, 'Schlussrechnung', `${random.int(2, 5)}. Abschlagsrechnung`)
      : either(random, 'Rechnung', '1. Abschlagsrechnung');
    sheet.text(`${title} Nr. ${telling.invoiceNumber()}`, 70, 236, { size: 13, bold: true });
    sheet.text(
      `Bauvorhaben: ${either(random, 'Neubau Halle', 'Anbau', 'Sanierung')} ${buyer.city}, Auftrag ${number(random, 5)}`,
      70,
      256,
    );
    sheet.text(
      `Für die vom ${printDate(dateAfter(facts.deliveryDate, -20), 'dots')} bis ${telling.deliveryDate()} ausgeführten Arbeiten erlauben wir uns zu berechnen:`,
      70,
      280,
      { width: 465 },
    );
    let y = 322;
    for (const [index, row] of telling
      .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
      .entries()) {
      sheet.text(`${index + 1}.`, 70, y);
      sheet.text(row.description, 92, y);
      sheet.text(`${row.quantity} ${row.unit} à ${row.unitPrice}`, 420, y, { align: 'right' });
      sheet.text(row.net, 535, y, { align: 'right' });
      y += 18;
    }
    const code = telling.currency(either(random, '€', 'EUR', 'Euro'));
    sheet.line(430, y, 535, y);
    const sums: [string, string][] = [['Nettobetrag', telling.net()]];
    for (const { rate, tax } of facts.isReverseCharge ? [] : telling.breakdown())
      sums.push([`zuzüglich ${rate} Mehrwertsteuer`, tax]);
    if (isPrepaid) {
      if (!facts.isReverseCharge) sums.push(['Bruttobetrag', telling.gross()]);
      sums.push(['abzüglich geleisteter Zahlungen', telling.prepaid()]);
    }
    y = pairsBeside(sheet, sums, { x: 220, y: y + 8, valueX: 535, right: true, leading: 17 });
    sheet.line(220, y, 535, y);
    sheet.text(either(random, 'Zahlbetrag', 'Noch zu zahlen', 'Rechnungsbetrag'), 220, y + 5, { bold: true });
    sheet.text(`${telling.payable()} ${code}`, 535, y + 5, { bold: true, align: 'right' });
    sheet.line(430, y + 20, 535, y + 20);
    sheet.line(430, y + 22, 535, y + 22);
    y += 44;
    if (facts.isReverseCharge)
      y = sheet.text(
        `Steuerschuldnerschaft des Leistungsempfängers gemäß § 13b UStG. Ihre USt-IdNr.: ${telling.buyerVat()}`,
        70,
        y,
        { width: 465 },
      );
    y = sheet.text(
      `Zahlbar ohne Abzug bis ${telling.dueDate()}. Der Lohnanteil beträgt ${random.int(30, 70)} %. Bitte bewahren Sie diese Rechnung zwei Jahre auf.`,
      70,
      y + 10,
      { width: 465 },
    );
    sheet.text('Mit freundlichen Grüßen', 70, y + 20);
    sheet.text(seller.person, 70, y + 60);
    sheet.line(60, 765, 535, 765);
    sentences(
      sheet,
      [
        `Bankverbindung: ${either(random, 'Volksbank', 'Sparkasse')} ${seller.city}, IBAN ${telling.iban(grouped(seller.iban, 4))}, BIC ${seller.bic}`,
        `Steuernummer ${seller.taxNumber}   USt-IdNr. ${telling.sellerVat()}   ${seller.register} Amtsgericht ${seller.city}   Geschäftsführer ${seller.person}`,
      ],
      sheet.width / 2,
      771,
      { size: 7.5, align: 'centre', leading: 11 },
    );
  },
};
