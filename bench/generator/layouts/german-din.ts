/** German, DIN 5008: sender's line over the address window, an information block, a sentence about the terms, four columns of small print. */
import { pairsBeside, sentences, smallPrint, table } from '../arranging.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const germanDin: InvoiceLayout = {
  name: 'german-din',
  language: 'de',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [9, 10],
  wish: (random) => {
    const isAbroad = random.once(4);
    return usual(random, 'DE', {
      buyerCountry: isAbroad ? 'SE' : 'DE',
      isReverseCharge: isAbroad,
      ...sometimesCredit(random, 8),
    });
  },
  style: (random) => ({ amount: dotted, date: anyDate(random, 'dots', { long: 'de-DE' }), percent: '25 %' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(seller.name, 545, 40, { size: 17, bold: true, align: 'right' });
    sheet.text(`${telling.sellerName()} · ${seller.street} · ${seller.postcode} ${seller.city}`, 70, 128, {
      size: 6.5,
    });
    sentences(
      sheet,
      [telling.buyerName(), buyer.person, buyer.street, `${buyer.postcode} ${buyer.city}`],
      70,
      142,
      { leading: 13 },
    );
    pairsBeside(
      sheet,
      [
        [
          isCredit ? 'Gutschrift-Nr.' : either(random, 'Rechnungs-Nr.', 'Rechnungsnummer'),
          telling.invoiceNumber(),
        ],
        [isCredit ? 'Datum' : 'Rechnungsdatum', telling.issueDate()],
        ['zu Rechnung', telling.preceding()],
        ['Kunden-Nr.', facts.customerNumber],
        ['Ihre Bestellung', telling.order()],
        ['Ihr Zeichen', telling.buyerReference()],
        ['Leistungsdatum', telling.deliveryDate()],
        ['Bearbeiter', facts.ourReference],
      ],
      { x: 360, y: 142, valueX: 460 },
    );
    sheet.text(`${isCredit ? 'Rechnungskorrektur' : 'Rechnung'} ${facts.invoiceNumber}`, 70, 270, {
      size: 13,
      bold: true,
    });
    sheet.text(
      isCredit
        ? 'Wir schreiben Ihnen wie folgt gut:'
        : 'Wir berechnen Ihnen für unsere Lieferungen und Leistungen:',
      70,
      292,
    );
    let y = table(
      sheet,
      [
        { title: 'Pos.', x: 70 },
        { title: 'Bezeichnung', x: 100 },
        { title: 'Menge', x: 340, align: 'right' },
        { title: 'Einheit', x: 350 },
        { title: 'Einzelpreis', x: 460, align: 'right' },
        { title: 'Gesamt', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row, index) => [
          String(index + 1),
          row.description,
          row.quantity,
          row.unit,
          row.unitPrice,
          row.net,
        ]),
      { y: 315, ruled: true },
    );
    const code = telling.currency(either(random, 'EUR', '€'));
    const rates = facts.isReverseCharge ? [] : telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        [either(random, 'Nettobetrag', 'Zwischensumme netto'), `${telling.net()} ${code}`],
        ...rates.map(({ rate, taxable, tax }): [string, string] => [
          `zzgl. ${rate} MwSt. auf ${taxable}`,
          `${tax} ${code}`,
        ]),
        [
          isCredit ? 'Gutschriftsbetrag' : either(random, 'Rechnungsbetrag', 'Gesamtbetrag', 'Zahlbetrag'),
          `${telling.payable()} ${code}`,
        ],
      ],
      { x: 330, y: y + 12, valueX: 545, right: true, leading: 15, value: { bold: true } },
    );
    if (facts.isReverseCharge) {
      sheet.text(
        `Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge). Ihre USt-IdNr.: ${telling.buyerVat()}`,
        70,
        y + 8,
        { size: 8 },
      );
    }
    if (!isCredit) {
      sheet.text(
        `Zahlbar bis ${telling.dueDate()} ohne Abzug. Bitte geben Sie bei der Überweisung die Rechnungsnummer an.`,
        70,
        y + 28,
      );
    }
    const footer = [
      [seller.name, seller.street, `${seller.postcode} ${seller.city}`],
      [`Tel. ${seller.phone}`, seller.email, seller.web],
      [`Amtsgericht ${seller.city}`, seller.register, `Geschäftsführer: ${seller.person}`],
      [
        'Verbandsbank',
        `IBAN ${telling.iban()}`,
        `BIC ${seller.bic}`,
        `USt-IdNr. ${telling.sellerVat()}`,
        `St.-Nr. ${seller.taxNumber}`,
      ],
    ];
    smallPrint(sheet, footer, 60, 770, { size: 6.5, leading: 9 });
  },
};
