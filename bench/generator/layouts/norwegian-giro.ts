/** Norwegian: a payment slip in a coloured field at the foot, KID and amount in kroner and øre apart, facts above their values. */
import { pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const norwegianGiro: InvoiceLayout = {
  name: 'norwegian-giro',
  language: 'no',
  fonts: ['Liberation', 'Helvetica', 'OpenSans', 'OpenSans'],
  sizes: [8.5, 9.5],
  wish: (random) =>
    usual(random, 'NO', { ...sometimesCredit(random, 9), number: either(random, '######', '1####') }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'dots', { long: 'nb-NO' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const org = grouped(seller.organisationNumber ?? '', 3);
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 45, 60, {
      size: 10,
      leading: 13,
    });
    sheet.text(telling.sellerName(), 550, 42, { align: 'right', bold: true, size: 13 });
    for (const [index, line] of [
      seller.street,
      `${seller.postcode} ${seller.city}`,
      `Org.nr. ${telling.sellerNumber(org)}`,
      `MVA: NO ${telling.sellerVat(`${org} MVA`)}`,
    ].entries())
      sheet.text(line, 550, 62 + index * 11, { align: 'right', size: 8 });
    sheet.text(isCredit ? 'KREDITNOTA' : 'FAKTURA', 45, 150, { size: 18 });
    pairsAbove(
      sheet,
      [
        [
          isCredit ? 'Kreditnota nr.' : either(random, 'Faktura nr.', 'Fakturanummer'),
          telling.invoiceNumber(),
        ],
        [either(random, 'Dato', 'Fakturadato'), telling.issueDate()],
        ['Forfall', isCredit ? '' : telling.dueDate()],
        ['Opprinnelig faktura', telling.preceding()],
        ['Kundenummer', facts.customerNumber],
        ['Referanse', telling.buyerReference()],
      ],
      { x: 45, y: 180, step: 102, gap: 11 },
    );
    const code = telling.currency(either(random, 'NOK', 'kr'));
    const y = table(
      sheet,
      [
        { title: 'Tekst', x: 45 },
        { title: 'Antall', x: 300, align: 'right' },
        { title: 'Enhetspris', x: 390, align: 'right' },
        { title: 'MVA', x: 440, align: 'right' },
        { title: 'Nettobeløp', x: 550, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.vatRate, row.net]),
      { y: 235, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Netto', telling.net()],
        ['Merverdiavgift', telling.vat()],
        [isCredit ? `Til gode ${code}` : `Totalt å betale ${code}`, telling.payable()],
      ],
      { x: 350, y: y + 14, valueX: 550, right: true, leading: 16, value: { bold: true } },
    );
    if (isCredit) return;
    sheet.fill(0, 560, sheet.width, 250, '#fdf3c8');
    sheet.text('Kvittering', 45, 568, { size: 7 });
    const account = grouped(seller.account, 4, 2, 5);
    pairsAbove(
      sheet,
      [
        ['Innbetalt til konto', telling.account('other', seller.account, account)],
        ['Beløp', telling.payableAgain(spaced)],
        ['Betalingsfrist', telling.dueDate()],
      ],
      { x: 45, y: 585, step: 170 },
    );
    sentences(sheet, ['Betalt av', buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`], 45, 635);
    sentences(
      sheet,
      ['Betalt til', seller.name, seller.street, `${seller.postcode} ${seller.city}`],
      330,
      635,
    );
    const [kroner = '', ore = ''] = totals.payable.split('.');
    pairsAbove(
      sheet,
      [
        ['Kundeidentifikasjon (KID)', telling.reference()],
        ['Kroner', kroner],
        ['Øre', ore],
        ['Til konto', account],
      ],
      { x: 45, y: 745, step: 130, gap: 14, value: { font: 'Courier', size: 11 } },
    );
  },
};
