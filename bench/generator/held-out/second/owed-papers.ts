/** Papers of what is owed, paid and earned, none of which is an invoice, each in the words of its country. */
import {
  addressOf,
  columnsAt,
  goodsOf,
  pairsBeside,
  ruledCells,
  sentences,
  sumsUnder,
  table,
} from '../../arranging.ts';
import { digits, number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anglo, dotted, either, type OtherPaper, spaced } from '../../layout.ts';
import { grouped, printAmount, printDate } from '../../print.ts';
import { factsOfTrade } from '../../trade.ts';

const collectionNotice: OtherPaper = {
  name: 'norwegian-collection-notice',
  kind: 'reminder',
  language: 'no',
  fonts: ['Helvetica', 'OpenSans'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'NO', ['Byggevarer AS', 'Renhold AS']);
    const { seller, buyer, totals } = facts;
    const kr = (amount: string) => printAmount(amount, spaced);
    sheet.text(either(random, 'INKASSOVARSEL', 'Purring og inkassovarsel'), 50, 40, { size: 18, bold: true });
    sentences(sheet, addressOf(seller, seller.name), 545, 40, { align: 'right', leading: 12 });
    sentences(sheet, addressOf(buyer, buyer.name), 50, 104, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Dato', printDate(dateAfter(facts.dueDate, 18), 'dots')],
        ['Kundenr.', facts.customerNumber],
        ['Ny betalingsfrist', printDate(dateAfter(facts.dueDate, 32), 'dots')],
      ],
      { x: 380, y: 104, valueX: 470 },
    );
    let y = sheet.text(
      'Vi kan ikke se å ha mottatt betaling for fakturaen nedenfor. Betales ikke kravet innen fristen, sendes saken til inkasso uten ytterligere varsel, jf. inkassoloven § 9.',
      50,
      180,
      { width: 495 },
    );
    y = ruledCells(
      sheet,
      [[110], [110], [110], [165, 'right']],
      [
        ['Fakturanr.', 'Fakturadato', 'Opprinnelig forfall', 'Beløp'],
        [
          facts.invoiceNumber,
          printDate(facts.issueDate, 'dots'),
          printDate(facts.dueDate, 'dots'),
          kr(totals.payable),
        ],
        ['', '', 'Purregebyr', kr('35.00')],
        ['', '', 'Forsinkelsesrente', kr(`${random.int(1, 90)}.40`)],
      ],
      { x: 50, y: y + 14, head: '#eeeeee' },
    );
    sheet.text(
      `Betales til konto ${grouped(seller.account, 4, 2, 5)} med KID ${facts.reference}. Har du betalt de siste dagene, kan du se bort fra dette brevet.`,
      50,
      y + 20,
      { width: 495 },
    );
    sheet.text(`Org.nr. ${grouped(seller.organisationNumber ?? '', 3)} MVA`, 50, 790, { size: 8 });
  },
};

const accountStatement: OtherPaper = {
  name: 'danish-account-statement',
  kind: 'statement',
  language: 'da',
  fonts: ['Liberation', 'Times'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'DK', ['Trælast A/S', 'Dæk & Fælge ApS']);
    const { seller, buyer } = facts;
    sheet.text(seller.name, 50, 40, { size: 14, bold: true });
    sheet.text(either(random, 'KONTOUDTOG', 'Kontoudskrift'), 545, 40, { size: 16, align: 'right' });
    sentences(sheet, addressOf(buyer, buyer.name), 50, 90, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Dato', printDate(facts.issueDate, 'dashes')],
        ['Kontonr.', facts.customerNumber],
        ['Side', '1'],
      ],
      { x: 400, y: 90, valueX: 470 },
    );
    let saldo = 0;
    const rows = Array.from({ length: random.int(4, 14) }, (_, index) => {
      const isPaid = index > 1 && random.once(3);
      const amount = random.int(300, 24_000) * (isPaid ? -1 : 1);
      saldo += amount;
      const day = dateAfter(facts.issueDate, index * 6 - 90);
      return [
        printDate(day, 'dashes'),
        isPaid ? 'Indbetaling' : 'Faktura',
        number(random, 5),
        isPaid ? '' : printDate(dateAfter(day, 30), 'dashes'),
        printAmount(`${amount}.00`, dotted),
        printAmount(`${saldo}.00`, dotted),
      ];
    });
    const y = table(
      sheet,
      columnsAt(
        ['Dato', 50],
        ['Tekst', 130],
        ['Bilag', 230],
        ['Forfald', 300],
        ['Beløb', 450, 'right'],
        ['Saldo', 545, 'right'],
      ),
      rows,
      { y: 170, ruled: true },
    );
    sheet.text(`Saldo i alt DKK ${printAmount(`${saldo}.00`, dotted)}`, 545, y + 12, {
      bold: true,
      align: 'right',
    });
    sheet.text(
      `Forfaldne poster bedes betalt til reg.nr. ${seller.account.slice(0, 4)} kontonr. ${seller.account.slice(4)}. CVR-nr. ${seller.organisationNumber}`,
      50,
      780,
      { size: 8 },
    );
  },
};

const paidReceipt: OtherPaper = {
  name: 'english-payment-receipt',
  kind: 'receipt',
  language: 'en',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'GB', ['Parking Ltd', 'Stationery Ltd', 'Training Limited']);
    const { seller, buyer, totals } = facts;
    const pound = (amount: string) => `£${printAmount(amount, anglo)}`;
    sheet.text('Receipt', 60, 46, { size: 24, bold: true });
    sheet.text(seller.name, 540, 52, { size: 12, align: 'right' });
    pairsBeside(
      sheet,
      [
        ['Receipt number', `${number(random, 4)}-${digits(random, 4)}`],
        ['Date paid', printDate(facts.issueDate, { long: 'en-GB' })],
        ['Payment method', `${either(random, 'Visa', 'Mastercard')} – ${digits(random, 4)}`],
      ],
      { x: 60, y: 92, valueX: 170, leading: 15 },
    );
    sentences(sheet, addressOf(seller, seller.name), 60, 160, { leading: 13 });
    sentences(sheet, ['Received from', ...addressOf(buyer, buyer.name)], 320, 160, { leading: 13 });
    sheet.text(`${pound(totals.gross)} paid on ${printDate(facts.issueDate, { long: 'en-GB' })}`, 60, 238, {
      size: 16,
      bold: true,
    });
    const y = table(
      sheet,
      columnsAt(
        ['Ref', 60],
        ['Description', 120],
        ['Qty', 370, 'right'],
        ['Unit price', 450, 'right'],
        ['Amount', 540, 'right'],
      ),
      goodsOf(facts, anglo),
      { y: 274, leading: 17, ruled: true },
    );
    sumsUnder(
      sheet,
      [
        ['Subtotal', pound(totals.net), 330],
        ['VAT', pound(totals.vat), 430],
        ['Amount paid', pound(totals.gross), 540],
      ],
      { y: y + 16, value: { bold: true } },
    );
    sheet.text('No further payment is required. Keep this receipt for your records.', 60, y + 60);
    sheet.text(`VAT ${seller.vatId}   ${seller.email}`, 60, 790, { size: 8 });
  },
};

const payslip: OtherPaper = {
  name: 'french-payslip',
  kind: 'payslip',
  language: 'fr',
  fonts: ['Helvetica', 'Liberation'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'FR', ['Menuiserie SARL', 'Logistique SAS']);
    const { seller, buyer } = facts;
    const euro = (amount: number) => printAmount(amount.toFixed(2), spaced);
    const gross = random.int(1900, 4800);
    const [health, pension, tax] = [gross * 0.07, gross * 0.113, gross * 0.05];
    const net = gross - health - pension - tax;
    sheet.text(either(random, 'BULLETIN DE PAIE', 'Bulletin de salaire'), 300, 36, { size: 16, bold: true });
    sentences(
      sheet,
      [
        ...addressOf(seller, seller.name),
        `SIRET ${grouped(seller.register, 3, 3, 3, 5)}`,
        'Convention collective nationale',
      ],
      40,
      40,
      { leading: 12 },
    );
    sheet.text(
      `Période du ${printDate(`${facts.issueDate.slice(0, 8)}01`, 'slashes')} au ${printDate(`${facts.issueDate.slice(0, 8)}28`, 'slashes')}`,
      300,
      60,
    );
    sentences(sheet, [buyer.person, buyer.street, `${buyer.postcode} ${buyer.city}`], 330, 104, {
      leading: 13,
    });
    pairsBeside(
      sheet,
      [
        ['Matricule', number(random, 4)],
        ['Emploi', either(random, 'Menuisier', 'Préparateur', 'Comptable')],
        [
          'N° de sécurité sociale',
          `1 ${digits(random, 2)} ${digits(random, 2)} ${digits(random, 2)} ${digits(random, 3)} ${digits(random, 3)}`,
        ],
      ],
      { x: 40, y: 130, valueX: 150 },
    );
    const y = ruledCells(
      sheet,
      [[215], [90, 'right'], [80, 'right'], [130, 'right']],
      [
        ['Libellé', 'Base', 'Taux', 'Montant'],
        ['Salaire de base', '151,67', euro(gross / 151.67), euro(gross)],
        ['Sécurité sociale, santé', euro(gross), '7,00', `-${euro(health)}`],
        ['Retraite complémentaire', euro(gross), '11,30', `-${euro(pension)}`],
        ['Impôt prélevé à la source', euro(gross), '5,00', `-${euro(tax)}`],
      ],
      { x: 40, y: 190, head: '#e6e6e6' },
    );
    sheet.text('NET À PAYER AU SALARIÉ', 40, y + 20, { bold: true });
    sheet.text(`${euro(net)} €`, 555, y + 20, { bold: true, align: 'right' });
    sheet.text(
      `Virement le ${printDate(facts.issueDate, 'slashes')} – ${grouped(seller.iban, 4)}`,
      40,
      y + 40,
    );
    sheet.text('Dans votre intérêt, conservez ce bulletin de paie sans limitation de durée.', 40, 780, {
      size: 7.5,
    });
  },
};

export const owedPapers: readonly OtherPaper[] = [collectionNotice, accountStatement, paidReceipt, payslip];
