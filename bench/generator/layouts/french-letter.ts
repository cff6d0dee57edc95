/** French, a liberal profession's: a letter with the sums in a sentence-like list, buyer at the right, VAT "sur les débits". */
import { colours, pairsBeside, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const frenchLetter: InvoiceLayout = {
  name: 'french-letter',
  language: 'fr',
  fonts: ['Times', 'Liberation', 'OpenSans'],
  sizes: [9.5, 10.5],
  wish: (random) =>
    usual(random, 'FR', {
      rates: ['20'],
      number: either(random, 'Y-###', 'F####', '######'),
      lines: [1, 4],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, { long: 'fr-FR' }, 'slashes'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    sheet.fill(0, 0, 12, sheet.height, colour);
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `SIREN ${telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3))}`,
        `N° TVA ${telling.sellerVat()}`,
      ],
      50,
      50,
      { leading: 13 },
    );
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 340, 140, {
      leading: 14,
    });
    sheet.text(`${seller.city}, le ${telling.issueDate()}`, 340, 205);
    sheet.text(
      `${isCredit ? 'Avoir' : either(random, 'Facture', "Note d'honoraires")} n° ${telling.invoiceNumber()}`,
      50,
      240,
      { size: 14, bold: true, colour },
    );
    if (isCredit) sheet.text(`Annule la facture n° ${telling.preceding()}`, 50, 262);
    let y = table(
      sheet,
      [
        { title: 'Prestation', x: 50 },
        { title: 'Quantité', x: 340, align: 'right' },
        { title: 'Prix unitaire', x: 440, align: 'right' },
        { title: 'Total HT', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unitPrice, row.net]),
      { y: 290, leading: 17 },
    );
    const code = telling.currency(either(random, '€', 'euros'));
    const [vat] = telling.breakdown();
    telling.vat();
    y = pairsBeside(
      sheet,
      [
        ['Montant hors taxes', `${telling.net()} ${code}`],
        [`TVA à ${vat?.rate ?? ''}`, `${vat?.tax ?? ''} ${code}`],
        [
          isCredit
            ? 'Montant à rembourser TTC'
            : either(random, 'Montant TTC', 'Total à régler', 'Total TTC'),
          `${telling.payable()} ${code}`,
        ],
      ],
      { x: 300, y: y + 14, valueX: 545, right: true, leading: 17, value: { bold: true } },
    );
    if (isCredit) return;
    sentences(
      sheet,
      [
        `À régler avant le ${telling.dueDate()} par virement sur le compte suivant :`,
        `IBAN ${telling.iban()}`,
        `BIC ${seller.bic}`,
        `Merci d'indiquer la référence ${telling.reference()}.`,
        'TVA acquittée sur les débits. Indemnité forfaitaire pour frais de recouvrement : 40 €.',
      ],
      50,
      y + 40,
      { leading: 15 },
    );
  },
};
