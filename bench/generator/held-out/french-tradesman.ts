/** French, a builder's with works in lots: situation number, the site's address under another name, boxes of sums at the left by rate, "payé" and "à payer". */
import { addressOf, boxes, columnsAt, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped, printDate } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const frenchTradesman: InvoiceLayout = {
  name: 'french-tradesman',
  language: 'fr',
  fonts: ['Times', 'Liberation', 'Helvetica'],
  sizes: [9, 9.75],
  wish: (random) =>
    trading(random, 'FR', ['Plomberie SARL', 'Couverture SAS', 'Maçonnerie', 'Peinture EURL'], {
      goods: [
        ['Dépose ancienne installation', 'h'],
        ['Fourniture et pose chaudière', 'u', '5.5'],
        ['Peinture deux couches', 'm2', '10'],
        ['Évacuation gravats', 'u'],
        ['Main-d’œuvre', 'h'],
      ],
      lines: [2, 7],
      rates: ['20', '10'],
      number: either(random, '####', 'FAC####', 'Y/####'),
      terms: [15, 30, 45],
      isPrepaid: random.once(2),
      ...sometimesCredit(random, 40),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'slashes', 'short-slashes', { long: 'fr-FR' }),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(seller.name.toUpperCase()), 50, 36, { size: 15, bold: true });
    sentences(
      sheet,
      [
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Tél. ${seller.phone}`,
        `Siret ${telling.sellerNumber(grouped(seller.register, 3, 3, 3, 5))}`,
      ],
      50,
      56,
      { leading: 11.5, size: 8.5 },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 84, { leading: 14 });
    boxes(
      sheet,
      [
        [isCredit ? 'AVOIR N°' : 'FACTURE N°', telling.invoiceNumber(), 100],
        ['DATE', telling.issueDate(), 110],
        ['CODE CLIENT', `C${number(random, 4)}`, 80],
        ['DEVIS N°', `D${number(random, 5)}`, 80],
        [isCredit ? 'SUR FACTURE' : 'ÉCHÉANCE', isCredit ? telling.preceding() : telling.dueDate(), 125],
      ],
      { x: 50, y: 150 },
    );
    sheet.text(
      `Chantier : M. et Mme Lambert, ${random.int(1, 90)} rue des Lilas, ${buyer.city}. Devis accepté le ${printDate(facts.deliveryDate, 'slashes')}. Situation n° ${random.int(1, 4)}.`,
      50,
      188,
      { italic: true },
    );
    table(
      sheet,
      columnsAt(
        ['Désignation', 54],
        ['Qté', 320, 'right'],
        ['U', 328],
        ['P.U. HT', 420, 'right'],
        ['TVA', 465, 'right'],
        ['Total HT', 543, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: 216, leading: 17, ruled: true },
    );
    sheet.frame(50, 208, 500, 270);
    let y = 496;
    for (const { rate, taxable, tax } of telling.breakdown())
      y = boxes(
        sheet,
        [
          ['Base HT', taxable, 85],
          ['Taux', rate, 50],
          ['Montant TVA', tax, 85],
        ],
        { x: 50, y, height: 24 },
      );
    const isPrepaid = Number(facts.totals.prepaid) > 0;
    boxes(
      sheet,
      [
        ['TOTAL HT', telling.net(), 85],
        ['TOTAL TVA', telling.vat(), 70],
        ['TOTAL TTC', telling.gross(), 85],
      ],
      { x: 310, y: 496, height: 24 },
    );
    boxes(
      sheet,
      [
        ['DÉJÀ VERSÉ', isPrepaid ? telling.prepaid() : '', 110],
        [
          `${isCredit ? 'EN VOTRE FAVEUR' : 'SOLDE À PAYER'} ${telling.currency(either(random, 'EUR', '€'))}`,
          telling.payable(),
          130,
        ],
      ],
      { x: 310, y: 524, height: 30, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        isCredit
          ? ''
          : 'Règlement par chèque ou virement à réception, au plus tard à la date indiquée ci-dessus.',
        `IBAN ${telling.iban(grouped(seller.iban, 4))}   BIC ${seller.bic}`,
        `TVA intracommunautaire ${telling.sellerVat()}   Assurance décennale n° ${number(random, 8)}`,
      ],
      50,
      640,
      { leading: 14 },
    );
    sheet.text(
      'Escompte : néant. Indemnité pour frais de recouvrement : 40 €. Pénalités de retard : 12 % l’an.',
      sheet.width / 2,
      790,
      { size: 7.5, align: 'centre' },
    );
  },
};
