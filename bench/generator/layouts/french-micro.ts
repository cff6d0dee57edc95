/** French, one person's small business: no VAT by article 293 B, the penalties that the law asks for, a plain table with every cell ruled. */
import { addressOf, pairsBeside, sentences } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { usual } from '../trade.ts';

export const frenchMicro: InvoiceLayout = {
  name: 'french-micro',
  language: 'fr',
  fonts: ['Liberation', 'Helvetica', 'Times'],
  sizes: [9, 10],
  wish(random) {
    const wish = usual(random, 'FR', {
      rates: ['0'],
      goods: [
        ['Traduction anglais-français', 'mots'],
        ['Création site vitrine', 'forfait'],
        ['Séance photo', 'h'],
        ['Déplacement', 'km'],
        ['Rédaction article', 'u'],
        ['Formation', 'j'],
      ],
      lines: [1, 5],
      highestPrice: 650,
      number: either(random, 'Y-###', 'F Y-##', 'Y0####'),
      terms: [15, 30, 30, 45],
    });
    return { ...wish, seller: called(wish.seller, `${wish.seller.person} EI`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'slashes', { long: 'fr-FR' }, { medium: 'fr-FR' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.text('FACTURE', 545, 40, { size: 20, align: 'right', tracking: 3 });
    sheet.text(telling.sellerName(), 50, 44, { bold: true, size: 12 });
    sentences(
      sheet,
      [
        either(random, 'Traductrice indépendante', 'Graphiste', 'Micro-entrepreneur'),
        seller.street,
        `${seller.postcode} ${seller.city}`,
        seller.email,
        `SIRET : ${telling.sellerNumber(grouped(seller.register, 3, 3, 3, 5))}`,
      ],
      50,
      62,
      { leading: 12 },
    );
    pairsBeside(
      sheet,
      [
        [either(random, 'N° de facture :', 'Numéro :', 'Facture n° :'), telling.invoiceNumber()],
        [either(random, 'Date :', "Date d'émission :", 'Date de facturation :'), telling.issueDate()],
        [either(random, 'Échéance :', "Date d'échéance :"), telling.dueDate()],
        ['Réf. devis :', `D${number(random, 4)}`],
      ],
      { x: 350, y: 74, valueX: 545, right: true, leading: 14 },
    );
    sheet.frame(310, 150, 235, 66, '#888888');
    sheet.text('Client', 318, 154, { size: 7.5, colour: '#555555' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 318, 167, { leading: 13 });
    const code = telling.currency(either(random, '€', 'EUR'));
    const edges = [50, 300, 360, 450, 545];
    const cells = (y: number, texts: readonly string[], bold = false) => {
      for (const [index, text] of texts.entries()) {
        const [left = 0, right = 0] = edges.slice(index, index + 2);
        sheet.frame(left, y, right - left, 20);
        if (index === 0) sheet.text(text, left + 5, y + 5, { bold });
        else sheet.text(text, right - 5, y + 5, { bold, align: 'right' });
      }
      return y + 20;
    };
    let y = cells(250, ['Désignation', 'Qté', 'PU', 'Montant'], true);
    for (const [index, row] of telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net').entries())
      y = cells(y, [
        `${row.description} ${telling.besideDescription(index, `(${row.unit})`)}`,
        row.quantity,
        `${row.unitPrice} ${code}`,
        `${row.net} ${code}`,
      ]);
    sheet.fill(360, y + 8, 185, 24, '#eeeeee');
    sheet.text(either(random, 'Total à payer', 'TOTAL', 'Net à payer'), 366, y + 15, { bold: true });
    sheet.text(`${telling.payable()} ${code}`, 540, y + 15, { bold: true, align: 'right' });
    sheet.text('TVA non applicable, art. 293 B du CGI', 545, y + 40, {
      align: 'right',
      size: 8,
      italic: true,
    });
    y += 76;
    sheet.text('Règlement', 50, y, { bold: true });
    y = sentences(
      sheet,
      [
        `Par virement sous ${telling.terms()} jours`,
        `IBAN : ${telling.iban()}`,
        `BIC : ${seller.bic}`,
        `Titulaire : ${telling.sellerPerson()}`,
      ],
      50,
      y + 14,
      { leading: 13 },
    );
    sheet.text(
      "En cas de retard de paiement, une pénalité égale à trois fois le taux d'intérêt légal sera exigible, ainsi qu'une indemnité forfaitaire de 40 € pour frais de recouvrement. Pas d'escompte pour paiement anticipé.",
      50,
      y + 20,
      { size: 7.5, width: 495 },
    );
    sheet.text(
      'Dispensé d’immatriculation au registre du commerce et au répertoire des métiers.',
      sheet.width / 2,
      795,
      {
        size: 7.5,
        align: 'centre',
      },
    );
  },
};
