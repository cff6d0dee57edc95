/** French: everything in ruled tables, "Net à payer" in a frame, legal mentions and SIRET in the footer. */
import { pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const frenchTable: InvoiceLayout = {
  name: 'french-table',
  language: 'fr',
  fonts: ['Liberation', 'Times', 'Helvetica'],
  sizes: [8.5, 9.5],
  wish: (random) => usual(random, 'FR', { ...sometimesCredit(random, 8), isPrepaid: random.once(6) }),
  style: (random) => ({
    amount: either(random, thin, spaced),
    date: anyDate(random, 'slashes', { long: 'fr-FR' }),
    percent: '25,00 %',
    negativeCredit: random.once(2),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 45, 42, { size: 14, bold: true });
    sentences(
      sheet,
      [seller.street, `${seller.postcode} ${seller.city}`, `Tél. ${seller.phone}`, seller.email],
      45,
      62,
    );
    sheet.frame(320, 105, 230, 78);
    sentences(
      sheet,
      ['Facturé à', telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`],
      330,
      113,
      { leading: 15 },
    );
    sheet.text(isCredit ? 'AVOIR' : 'FACTURE', 45, 150, { size: 20, bold: true });
    for (const x of [45, 171, 297, 423]) sheet.frame(x, 205, 126, 34);
    pairsAbove(
      sheet,
      [
        [isCredit ? "N° d'avoir" : either(random, 'N° de facture', 'Facture n°'), telling.invoiceNumber()],
        [isCredit ? 'Date' : either(random, 'Date de facture', 'Date'), telling.issueDate()],
        ['N° client', facts.customerNumber],
        isCredit
          ? ['Facture d’origine', telling.preceding()]
          : [either(random, 'Échéance', "Date d'échéance"), telling.dueDate()],
      ],
      { x: 51, y: 210, step: 126, gap: 12, label: { size: 7, bold: true } },
    );
    const y = table(
      sheet,
      [
        { title: 'Réf.', x: 45 },
        { title: 'Désignation', x: 95 },
        { title: 'Qté', x: 320, align: 'right' },
        { title: 'P.U. HT', x: 400, align: 'right' },
        { title: 'TVA', x: 460, align: 'right' },
        { title: 'Montant HT', x: 548, align: 'right' },
      ],
      telling
        .lines('article', 'description', 'quantity', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.article, row.description, row.quantity, row.unitPrice, row.vatRate, row.net]),
      { y: 265, ruled: true, leading: 16 },
    );
    sheet.frame(42, 260, 508, y - 258);
    table(
      sheet,
      [
        { title: 'Taux', x: 45 },
        { title: 'Base HT', x: 150, align: 'right' },
        { title: 'Montant TVA', x: 245, align: 'right' },
      ],
      telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax]),
      { y: 520, ruled: true },
    );
    const symbol = telling.currency(either(random, '€', 'EUR'));
    const hasPrepaid = Number(totals.prepaid) > 0;
    sheet.frame(330, 514, 220, 22 + 17 * (hasPrepaid ? 5 : 4));
    pairsBeside(
      sheet,
      [
        ['Total HT', `${telling.net()} ${symbol}`],
        ['Total TVA', `${telling.vat()} ${symbol}`],
        ['Total TTC', `${telling.gross()} ${symbol}`],
        ['Acompte versé', hasPrepaid ? `${telling.prepaid()} ${symbol}` : ''],
        [isCredit ? 'Net à rembourser' : 'Net à payer', `${telling.payable()} ${symbol}`],
      ],
      { x: 338, y: 520, valueX: 543, right: true, leading: 17, value: { bold: true } },
    );
    if (!isCredit) {
      sentences(
        sheet,
        [
          `Règlement par virement à ${telling.terms()} jours. Pas d'escompte pour paiement anticipé.`,
          `Référence à rappeler : ${telling.reference()}`,
          `IBAN : ${telling.iban()}   BIC : ${seller.bic}`,
          'En cas de retard, pénalités au taux de 3 fois le taux légal et indemnité forfaitaire de 40,00 € pour frais de recouvrement.',
        ],
        45,
        660,
        { size: 8 },
      );
    }
    telling.sellerNumber(grouped(seller.register, 3, 3, 3, 5));
    sheet.text(
      `${seller.name} au capital de 10 000 € – SIRET ${grouped(seller.register, 3, 3, 3, 5)} – TVA intracommunautaire ${telling.sellerVat()} – RCS ${seller.city}`,
      sheet.width / 2,
      790,
      { size: 6.5, align: 'centre' },
    );
  },
};
