/** French, an invoicing service's: rounded panels, issuer and customer side by side under the same heading, sums in a panel, penalty and indemnity in small type. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, smallPrint, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const frenchOnline: InvoiceLayout = {
  name: 'french-online',
  language: 'fr',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'FR', ['Communication SAS', 'Nettoyage SARL', 'Informatique SASU', 'Traiteur EURL'], {
      goods: [
        ['Maintenance mensuelle du site', 'mois'],
        ['Prestation de nettoyage', 'h'],
        ['Buffet, par personne', 'u', '10'],
        ['Déplacement', 'u'],
        ['Formation sur site', 'j'],
      ],
      rates: ['20'],
      number: either(random, 'F-Y-###', 'FA####', 'Y-##-###'),
      terms: [30, 30, 45],
      isPrepaid: random.once(3),
      ...sometimesCredit(random, 30),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'slashes', { long: 'fr-FR' }),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const violet = '#5a3d7a';
    sheet.text(isCredit ? 'Avoir' : 'Facture', 48, 40, { size: 22, bold: true, colour: violet });
    pairsBeside(
      sheet,
      [
        ['Numéro', telling.invoiceNumber()],
        ["Date d'émission", telling.issueDate()],
        [
          isCredit ? 'Facture concernée' : "Date d'échéance",
          isCredit ? telling.preceding() : telling.dueDate(),
        ],
        ['Type de vente', 'Prestations de services'],
        ['Bon de commande', telling.order()],
      ],
      { x: 48, y: 78, valueX: 150, leading: 14, value: { bold: true } },
    );
    for (const [x, heading, lines] of [
      [
        48,
        'Émetteur',
        [
          ...addressOf(seller, telling.sellerName()),
          'France',
          seller.email,
          `SIRET ${grouped(seller.register, 3, 3, 3, 5)}`,
          `N° TVA ${telling.sellerVat()}`,
        ],
      ],
      [
        310,
        'Client',
        [
          ...addressOf(buyer, telling.buyerName()),
          'France',
          `SIREN ${grouped(buyer.organisationNumber ?? '', 3)}`,
          `N° TVA ${telling.buyerVat()}`,
        ],
      ],
    ] as const) {
      sheet.fill(x, 160, 238, 104, '#f3f0f8');
      sheet.text(heading, x + 10, 166, { bold: true, colour: violet });
      sentences(sheet, lines, x + 10, 180, { leading: 11.5 });
    }
    telling.sellerNumber(grouped(seller.register, 3, 3, 3, 5));
    let y = table(
      sheet,
      columnsAt(
        ['Description', 52],
        ['Quantité', 300, 'right'],
        ['Unité', 308],
        ['Prix unitaire', 420, 'right'],
        ['TVA', 465, 'right'],
        ['Montant HT', 544, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: 284, leading: 20, ruled: true, title: { bold: true, colour: violet } },
    );
    const code = telling.currency('€');
    const isPrepaid = Number(facts.totals.prepaid) > 0;
    y = pairsBeside(
      sheet,
      [
        ['Total HT', `${telling.net()} ${code}`],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`TVA ${rate}`, `${tax} ${code}`]),
        ['Total TTC', `${telling.gross()} ${code}`],
        ['Acompte reçu', isPrepaid ? `${telling.prepaid()} ${code}` : ''],
        [
          isCredit ? 'Net à votre crédit' : isPrepaid ? 'Reste à payer' : 'Net à payer',
          `${telling.payable()} ${code}`,
        ],
      ],
      { x: 330, y: y + 12, valueX: 544, right: true, leading: 17, value: { bold: true } },
    );
    if (!isCredit)
      pairsBeside(
        sheet,
        [
          ['Moyen de paiement', 'Virement bancaire'],
          ['IBAN', telling.iban(grouped(seller.iban, 4))],
          ['BIC', seller.bic],
          ['Référence à indiquer', facts.invoiceNumber],
        ],
        { x: 48, y: y + 20, valueX: 160, leading: 14 },
      );
    smallPrint(
      sheet,
      [
        [
          "En cas de retard de paiement, pénalités au taux de trois fois l'intérêt légal et indemnité forfaitaire",
          `de 40 € pour frais de recouvrement. Pas d'escompte pour paiement anticipé. Capital social ${random.int(1, 90)} 000 €. RCS ${seller.city}.`,
        ],
      ],
      48,
      780,
      { size: 7, leading: 10, colour: '#666666' },
    );
  },
};
