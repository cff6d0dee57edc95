/** French, a wholesaler's from a commercial program: everything ruled, discount and net price, VAT by code in a grid at the left of the sums, instalment date in a cell, bank codes of the RIB in cells. */
import { boxes, columnsAt, rowAt, ruledCells, sentences } from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { beforeDiscount } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { grouped } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const frenchWholesale: InvoiceLayout = {
  name: 'french-wholesale',
  language: 'fr',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [8, 8.5],
  wish: (random) =>
    trading(random, 'FR', ['Distribution SAS', 'Négoce SARL', 'Comptoir Électrique SA'], {
      goods: [
        ['Disjoncteur 16A courbe C', 'PCE'],
        ['Gaine ICTA 20 couronne', 'CNE'],
        ['Café en grains 1 kg', 'PCE', '5.5'],
        ['Eau minérale, pack', 'PCK', '5.5'],
        ['Ramette A4 80 g', 'PCE'],
        ['Spot LED encastré', 'PCE'],
      ],
      lines: [2, 12],
      rates: ['20'],
      highestPrice: 300,
      number: either(random, 'FC######', 'FA#####', '########'),
      terms: [30, 45, 60],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'slashes', 'short-slashes'),
    negativeCredit: random.once(2),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 36, 30, { size: 14, bold: true });
    sentences(
      sheet,
      [seller.street, `${seller.postcode} ${seller.city}`, `Tél : ${seller.phone}`, seller.email],
      36,
      50,
      { leading: 11 },
    );
    sheet.frame(320, 84, 236, 82);
    sentences(
      sheet,
      [
        telling.buyerName(),
        'Service comptabilité',
        buyer.street,
        `${buyer.postcode} ${buyer.city.toUpperCase()}`,
      ],
      332,
      98,
      { leading: 14 },
    );
    sheet.text(isCredit ? 'AVOIR' : 'FACTURE', 320, 30, { size: 20, bold: true });
    boxes(
      sheet,
      [
        ['Numéro', telling.invoiceNumber(), 80],
        ['Date', telling.issueDate(), 72],
        ['Code client', facts.customerNumber, 84],
      ],
      { x: 320, y: 54, height: 25 },
    );
    sentences(
      sheet,
      [
        `Votre commande : ${telling.order()}`,
        `Bon de livraison : BL${number(random, 6)} du ${telling.deliveryDate()}`,
        `${either(random, 'Commandé par', 'Vos références')} : ${telling.buyerReference()}`,
        `Représentant : ${facts.ourReference}`,
        isCredit ? `Avoir sur facture : ${telling.preceding()}` : '',
      ],
      36,
      112,
      { leading: 12 },
    );
    const columns = columnsAt(
      ['Référence', 40],
      ['Désignation', 100],
      ['Qté', 300, 'right'],
      ['Unité', 306],
      ['P.U. brut', 384, 'right'],
      ['Rem. %', 422, 'right'],
      ['P.U. net', 476, 'right'],
      ['Montant HT', 534, 'right'],
      ['T', 548, 'right'],
    );
    sheet.frame(36, 182, 520, 380);
    sheet.fill(36, 182, 520, 17, '#d9d9d9');
    for (const x of [96, 262, 334, 388, 426, 480, 538]) sheet.line(x, 182, x, 562, 'black', 0.3);
    rowAt(
      sheet,
      columns,
      columns.map(({ title }) => title),
      186,
      { bold: true, size: 7.5 },
    );
    const codes = new Map(facts.breakdown.map(({ rate }, index) => [rate, String(index + 1)]));
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    let y = 206;
    for (const [index, { article, description, quantity, unit, unitPrice, net }] of rows.entries()) {
      const line = facts.lines[index];
      const percent = random.pick([0, 5, 20, 35]);
      const full = telling.amount(beforeDiscount(line?.unitPrice ?? '0', percent));
      const code = codes.get(line?.vatRate ?? '') ?? '';
      rowAt(
        sheet,
        columns,
        [article, description, quantity, unit, full, percent === 0 ? '' : `${percent}`, unitPrice, net, code],
        y,
      );
      y += 14;
    }
    ruledCells(
      sheet,
      [[40], [75, 'right'], [55, 'right'], [75, 'right']],
      [
        ['Code', 'Base HT', 'Taux', 'Montant TVA'],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }, index) => [String(index + 1), taxable, rate, tax]),
      ],
      { x: 36, y: 572, height: 16, head: '#d9d9d9', title: { size: 7.5 } },
    );
    ruledCells(
      sheet,
      [[110], [95, 'right']],
      [
        ['Total HT', telling.net()],
        ['Total TVA', telling.vat()],
        ['Total TTC', telling.gross()],
        [
          isCredit ? 'Net à votre crédit' : 'NET À PAYER',
          `${telling.payable()} ${telling.currency(either(random, '€', 'EUR'))}`,
        ],
      ],
      { x: 351, y: 572, height: 17, title: {} },
    );
    const { account } = seller;
    boxes(
      sheet,
      [
        ['Échéance', isCredit ? '' : telling.dueDate(), 110],
        ['Mode de règlement', isCredit ? '' : either(random, 'Virement', 'LCR directe'), 110],
        ['Montant', isCredit ? '' : telling.payable(), 95],
      ],
      { x: 36, y: 650, height: 26 },
    );
    boxes(
      sheet,
      [
        ['Banque', account.slice(0, 5), 55],
        ['Guichet', account.slice(5, 10), 55],
        ['N° de compte', account.slice(10, 21), 100],
        ['Clé', account.slice(21), 35],
        ['IBAN', telling.iban(grouped(seller.iban, 4)), 195],
        ['BIC', seller.bic, 80],
      ],
      { x: 36, y: 684, height: 26 },
    );
    sheet.text(
      'Pas d’escompte pour paiement anticipé. Tout retard de paiement donne lieu à des pénalités au taux BCE majoré de 10 points et à une indemnité de 40 €. Les marchandises restent notre propriété jusqu’au paiement intégral.',
      36,
      722,
      { size: 7, width: 520 },
    );
    sheet.text(
      `${seller.name} au capital de ${random.int(1, 90)} 000 € – SIRET ${telling.sellerNumber(grouped(seller.register, 3, 3, 3, 5))} – RCS ${seller.city} – N° TVA ${telling.sellerVat()}`,
      sheet.width / 2,
      800,
      { size: 7, align: 'centre' },
    );
  },
};
