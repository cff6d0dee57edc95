/** German, an online office program's: a greeting and a closing sentence with the day to pay by, facts right of the address in grey, a code to pay with by telephone, four columns at the foot. */
import {
  columnsAt,
  columnsOfPrint,
  logo,
  pairsBeside,
  rowsOf,
  sentences,
  squareCode,
  table,
} from '../../arranging.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../../layout.ts';
import { printDate } from '../../print.ts';
import { trading } from '../../trade.ts';

export const germanOfficeApp: InvoiceLayout = {
  name: 'german-office-app',
  language: 'de',
  fonts: ['OpenSans', 'Liberation'],
  sizes: [8.75, 9.5],
  mayBeTwo: true,
  wish: (random) =>
    trading(
      random,
      'DE',
      ['Webagentur GmbH', 'Fotostudio UG (haftungsbeschränkt)', 'Übersetzungen GbR', 'Eventtechnik GmbH'],
      {
        goods: [
          ['Konzeption und Gestaltung', 'Std.'],
          ['Fototermin vor Ort, halbtags', 'pauschal'],
          ['Übersetzung DE–SV, Fachtext', 'Zeile'],
          ['Miete Lichtanlage', 'Tag'],
          ['Druckkosten Broschüre', 'Stk.', '7'],
          ['Fahrtkosten', 'km'],
        ],
        lines: [1, 6],
        rates: ['19'],
        number: either(random, 'RE-####', 'Y-###', 'RE#####', 'Y/####'),
        terms: [7, 10, 14, 30],
        isPrepaid: random.once(5),
      },
    ),
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, 'dots', { long: 'de-DE' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const grey = '#7d7d7d';
    const colour = either(random, '#1d4e89', '#5a3d7a', '#333333');
    logo(sheet, random, 470, 36, 70, colour);
    sheet.text(`${seller.name} - ${seller.street} - ${seller.postcode} ${seller.city}`, 60, 128, {
      size: 6.5,
      colour: grey,
    });
    sentences(
      sheet,
      [
        telling.buyerName(),
        `z. Hd. ${telling.buyerReference()}`,
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
      ],
      60,
      142,
      { leading: 13 },
    );
    const [from, to] = [dateAfter(facts.deliveryDate, -20), facts.deliveryDate];
    pairsBeside(
      sheet,
      [
        ['Rechnungs-Nr.', telling.invoiceNumber()],
        ['Rechnungsdatum', telling.issueDate()],
        ['Leistungszeitraum', `${printDate(from, 'short-dots')} – ${printDate(to, 'short-dots')}`],
        ['Ihre Kundennummer', facts.customerNumber],
        ['Ihr Ansprechpartner', facts.ourReference],
      ],
      { x: 345, y: 142, valueX: 540, right: true, leading: 14, label: { colour: grey } },
    );
    sheet.text(`Rechnung Nr. ${facts.invoiceNumber}`, 60, 240, { size: 15, bold: true });
    sentences(
      sheet,
      [
        either(random, 'Sehr geehrte Damen und Herren,', `Guten Tag ${buyer.person},`),
        'vielen Dank für Ihren Auftrag. Hiermit stelle ich Ihnen die folgenden Leistungen in Rechnung:',
      ],
      60,
      268,
      { leading: 16 },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Beschreibung', 66],
        ['Menge', 318, 'right'],
        ['Einheit', 326],
        ['Einzelpreis', 430, 'right'],
        ['USt.', 470, 'right'],
        ['Gesamtpreis', 534, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: 312, leading: 18, ruled: true },
    );
    const euro = telling.currency('€');
    y = pairsBeside(
      sheet,
      [
        ['Gesamtbetrag netto', `${telling.net()} ${euro}`],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [
            `zzgl. Umsatzsteuer ${rate} auf ${taxable} ${euro}`,
            `${tax} ${euro}`,
          ]),
        ['Gesamtbetrag brutto', `${telling.gross()} ${euro}`],
        [
          'Bereits erhaltene Anzahlung',
          Number(facts.totals.prepaid) === 0 ? '' : `${telling.prepaid()} ${euro}`,
        ],
      ],
      { x: 280, y: y + 8, valueX: 534, right: true, leading: 15 },
    );
    sheet.fill(276, y, 264, 20, '#ececec');
    sheet.text('Zu zahlender Betrag', 280, y + 5, { bold: true });
    sheet.text(`${telling.payable()} ${euro}`, 534, y + 5, { bold: true, align: 'right' });
    y = sheet.text(
      `Bitte überweisen Sie den Betrag bis zum ${telling.dueDate()} unter Angabe der Rechnungsnummer auf das unten genannte Konto. Mit freundlichen Grüßen`,
      60,
      y + 44,
      { width: 360 },
    );
    sheet.text(facts.ourReference, 60, y + 12, { italic: true });
    squareCode(sheet, random, 476, y - 26, 62);
    sheet.text('Zahlen per Code', 507, y + 40, { size: 6.5, align: 'centre', colour: grey });
    sheet.line(60, 752, 540, 752, grey);
    columnsOfPrint(
      sheet,
      [
        [60, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`, 'Deutschland']],
        [210, [`Tel. ${seller.phone}`, seller.email, seller.web]],
        [
          338,
          [
            `USt-ID ${telling.sellerVat()}`,
            `Steuer-Nr. ${seller.taxNumber}`,
            `Handelsregister ${seller.register}`,
          ],
        ],
        [426, [`Volksbank ${seller.city}`, telling.iban(), `BIC ${seller.bic}`]],
      ],
      760,
      { size: 6, leading: 9, colour: '#555555' },
    );
  },
};
