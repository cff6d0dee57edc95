/** Dutch, an exporter's of plants to a buyer abroad: packing units and crates, deposit for trolleys, tax moved to the buyer, text in Dutch with English beside it. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { trading } from '../trade.ts';

export const dutchGrower: InvoiceLayout = {
  name: 'dutch-grower',
  language: 'nl',
  fonts: ['Times', 'Helvetica', 'Courier'],
  sizes: [8.5, 9],
  wish: (random) =>
    trading(random, 'NL', ['Plantenexport B.V.', 'Kwekerij V.O.F.', 'Bollen B.V.'], {
      buyerCountry: either(random, 'SE', 'DE', 'FI'),
      isReverseCharge: true,
      goods: [
        ['Hyacint 3 per pot', 'tray'],
        ['Kerstster rood P13', 'st'],
        ['Tulp op pot', 'tray'],
        ['Statiegeld DC-kar', 'st'],
        ['Vracht', 'kar'],
      ],
      lines: [1, 12],
      highestPrice: 80,
      number: either(random, '######', 'Y/####', '26.####'),
    }),
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, 'dashes', 'slashes', 'dots'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.frame(40, 30, 515, 64);
    sheet.text(telling.sellerName(), 50, 38, { size: 16, bold: true });
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city}, ${seller.phone}, ${seller.email}`,
      50,
      60,
      { size: 7.5 },
    );
    sheet.text(`KvK ${telling.sellerNumber()}   BTW/VAT ${telling.sellerVat()}`, 50, 76, { size: 7.5 });
    sheet.text(either(random, 'FACTUUR / INVOICE', 'FAKTUUR – INVOICE'), 545, 40, {
      size: 12,
      bold: true,
      align: 'right',
    });
    sentences(
      sheet,
      ['Koper/Buyer', ...addressOf(buyer, telling.buyerName()), `VAT ${telling.buyerVat()}`],
      40,
      112,
      { leading: 12 },
    );
    pairsBeside(
      sheet,
      [
        ['Factuurnr./Invoice no.', telling.invoiceNumber()],
        ['Factuurdatum/Invoice date', telling.issueDate()],
        ['Vervaldatum/Due date', telling.dueDate()],
        ['Debiteur/Customer', number(random, 5)],
        ['Order', telling.order()],
        ['Laaddatum/Loading date', telling.deliveryDate()],
        ['Incoterm', either(random, 'CPT', 'DAP')],
      ],
      { x: 320, y: 112, valueX: 464, leading: 12 },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Art.', 40],
        ['Omschrijving/Description', 90],
        ['Aantal/Qty', 340, 'right'],
        ['Eenh.', 348],
        ['Prijs/Price', 450, 'right'],
        ['Bedrag/Amount', 555, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: 214, leading: 13, ruled: true },
    );
    sheet.text(
      `Karren/Trolleys uit ${random.int(1, 9)} retour ${random.int(0, 5)}   Fust ${number(random, 2)}   GLN 87${number(random, 11)}   Fyto NL-${number(random, 6)}`,
      40,
      y + 6,
      { size: 7.5 },
    );
    const code = telling.currency('EUR');
    pairsBeside(
      sheet,
      [
        ['Subtotaal/Subtotal', telling.net()],
        ['BTW verlegd/VAT reverse charge', telling.vat()],
        [`Totaal/Total ${code}`, telling.payable()],
      ],
      { x: 340, y: y + 26, valueX: 555, right: true, leading: 15, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        'Intracommunautaire levering, btw verlegd naar afnemer. Intra-Community supply, VAT to be accounted for by the recipient.',
        `Betaling binnen ${telling.terms()} dagen op/Payment within ${telling.terms()} days to IBAN ${telling.iban()} BIC ${seller.bic}`,
        'Reclames binnen 24 uur na ontvangst. Op al onze leveringen zijn de handelsvoorwaarden van toepassing.',
      ],
      40,
      740,
      { size: 7.5, leading: 11 },
    );
  },
};
