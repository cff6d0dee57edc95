/** Swedish, a company of a group abroad: a grid of cells with a label in each, IBAN only, now and then in euro. */
import { sentences, table } from '../arranging.ts';
import { anyDate, dotted, either, type InvoiceLayout, spaced } from '../layout.ts';
import { grouped, swedishNumber } from '../print.ts';
import { rfReference, sometimesCredit, usual } from '../trade.ts';

export const ibanGrid: InvoiceLayout = {
  name: 'iban-grid',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation', 'OpenSans'],
  sizes: [8.5, 9.5],
  wish: (random) =>
    usual(random, 'SE', {
      currency: either(random, 'SEK', 'SEK', 'EUR'),
      rates: ['25'],
      number: either(random, '90######', 'SE-######'),
      reference: either(random, (body: string) => body, rfReference),
      terms: [30, 45, 60],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({ amount: either(random, spaced, dotted), date: anyDate(random, 'iso', 'dots') }),
  draw(sheet, telling) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const cell = (x: number, y: number, width: number, label: string, value: string) => {
      sheet.frame(x, y, width, 30, '#999999');
      sheet.text(label, x + 4, y + 3, { size: 6.5, colour: '#555555' });
      sheet.text(value, x + 4, y + 14);
    };
    sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 40, 40, { size: 16, bold: true });
    const cells: [string, string][] = [
      ['Fakturanummer', telling.invoiceNumber()],
      ['Fakturadatum', telling.issueDate()],
      [isCredit ? 'Ursprunglig faktura' : 'Förfallodag', isCredit ? telling.preceding() : telling.dueDate()],
      ['Kundnummer', facts.customerNumber],
      ['Er beställning', telling.order()],
      ['Er kontaktperson', telling.buyerReference()],
      ['Vår kontaktperson', facts.ourReference],
      ['Betalningsvillkor', isCredit ? '-' : `Netto ${telling.terms()} dagar`],
    ];
    for (const [index, [label, value]] of cells.entries())
      cell(40 + (index % 4) * 129, 70 + Math.floor(index / 4) * 30, 129, label, value);
    sheet.text('Säljare', 40, 150, { bold: true });
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `SE-${seller.postcode} ${seller.city}`,
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
        `Momsregnr ${telling.sellerVat()}`,
      ],
      40,
      164,
    );
    sheet.text('Köpare', 300, 150, { bold: true });
    sentences(
      sheet,
      [
        telling.buyerName(),
        buyer.street,
        `SE-${buyer.postcode} ${buyer.city}`,
        `Org.nr ${swedishNumber(buyer.organisationNumber ?? '')}`,
        `Momsregnr ${telling.buyerVat()}`,
      ],
      300,
      164,
    );
    const y = table(
      sheet,
      [
        { title: 'Rad', x: 40 },
        { title: 'Specifikation', x: 70 },
        { title: 'Kvantitet', x: 360, align: 'right' },
        { title: 'Styckpris', x: 450, align: 'right' },
        { title: 'Radsumma', x: 555, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row, index) => [
          String(index + 1),
          row.description,
          `${row.quantity} ${row.unit}`,
          row.unitPrice,
          row.net,
        ]),
      { y: 255, striped: '#f0f0f0' },
    );
    const [vat] = telling.breakdown();
    telling.vat();
    const code = telling.currency();
    const bottom: [string, string][] = [
      [`Nettobelopp ${code}`, telling.net()],
      [`Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
      [isCredit ? `Krediteras ${code}` : `Att betala ${code}`, telling.payable()],
    ];
    for (const [index, [label, value]] of bottom.entries()) cell(40 + index * 129, y + 20, 129, label, value);
    if (isCredit) return;
    sentences(
      sheet,
      [
        `Betalning görs till IBAN ${telling.iban()}`,
        `BIC/SWIFT ${seller.bic}`,
        `Betalningsreferens ${telling.reference(facts.reference.startsWith('RF') ? grouped(facts.reference, 4) : facts.reference)}`,
      ],
      40,
      y + 80,
      { leading: 13 },
    );
  },
};
