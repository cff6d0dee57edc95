/** Danish, an ERP's for a distributor: headings with their English beside them, pallets and packaging, VAT base and sums in a frame of columns, IBAN and SWIFT. */
import { addressOf, boxes, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const danishDistribution: InvoiceLayout = {
  name: 'danish-distribution',
  language: 'da',
  fonts: ['Helvetica', 'Times', 'Liberation'],
  sizes: [8.25, 9],
  wish: (random) =>
    trading(random, 'DK', ['Frø & Foder A/S', 'Emballage A/S', 'Fødevarer ApS'], {
      currency: either(random, 'DKK', 'DKK', 'EUR'),
      goods: [
        ['Hvidkløver 25 kg', 'sæk'],
        ['Bølgepapkasse 400x300', 'stk'],
        ['Strækfilm 500 mm', 'rl'],
        ['Rugmel økologisk', 'kg'],
        ['Paller, EUR', 'stk'],
      ],
      lines: [1, 10],
      number: either(random, '##-#####', '######', 'SF#####'),
      terms: [14, 30, 45],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: { ...dotted, minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dashes', 'short-dots', 'dots'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const label = { size: 6.5, colour: '#444444' } as const;
    sheet.text(telling.sellerName(), sheet.width / 2, 30, { size: 15, bold: true, align: 'centre' });
    sheet.text(
      `${seller.street} · ${seller.postcode} ${seller.city} · Telefon ${seller.phone} · ${seller.web}`,
      sheet.width / 2,
      50,
      { size: 7.5, align: 'centre' },
    );
    sheet.text(isCredit ? 'KREDITNOTA / CREDIT NOTE' : 'FAKTURA / INVOICE', 45, 78, { size: 12, bold: true });
    sheet.text('Køber / Buyer', 45, 102, label);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 45, 112, { leading: 12 });
    sheet.text('Leveres til / Delivery address', 300, 102, label);
    sentences(
      sheet,
      [
        `${either(random, 'Butik', 'Fjernlager')} ${random.int(2, 30)}`,
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
      ],
      300,
      112,
      { leading: 12 },
    );
    const y1 = boxes(
      sheet,
      [
        ['Nr. / No.', telling.invoiceNumber(), 84],
        ['Dato / Date', telling.issueDate(), 84],
        ['Konto / Account', number(random, 6), 84],
        ['Deres best. / Your order', telling.order(), 84],
        ['Vor ordre / Our order', number(random, 6), 84],
        [
          isCredit ? 'Vedr. faktura / Ref.' : 'Forfald / Due',
          isCredit ? telling.preceding() : telling.dueDate(),
          84,
        ],
      ],
      { x: 45, y: 160, label },
    );
    table(
      sheet,
      columnsAt(
        ['Vare/Item', 45],
        ['Tekst/Description', 105],
        ['Antal/Qty', 330, 'right'],
        ['Enh.', 340],
        ['Pris/Price', 440, 'right'],
        ['Beløb/Amount', 549, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: y1 + 12, leading: 14, ruled: true },
    );
    sentences(
      sheet,
      [
        `Nettovægt ${random.int(12, 900)},${random.int(10, 99)} kg   Kolli ${random.int(1, 30)}   Følgeseddel ${number(random, 6)}   Leveret ${telling.deliveryDate()}`,
      ],
      45,
      560,
      { size: 7.5 },
    );
    const code = telling.currency();
    const [vat] = telling.breakdown();
    boxes(
      sheet,
      [
        ['Varebeløb / Goods', telling.net(), 100],
        ['Fragt / Freight', '0,00', 70],
        ['Momsgrundlag / VAT base', vat?.taxable ?? '', 100],
        [`Moms / VAT ${vat?.rate ?? ''}`, vat?.tax ?? '', 90],
        [`${isCredit ? 'I alt kredit' : 'At betale'} / Total ${code}`, telling.payable(), 144],
      ],
      { x: 45, y: 580, height: 30, label, value: { bold: true } },
    );
    const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
    pairsBeside(
      sheet,
      [
        ['Betaling / Terms', isCredit ? '' : `Netto ${telling.terms()} dage / ${telling.terms()} days net`],
        ['Bank', `Reg. ${registration} konto ${telling.account('other', seller.account, account)}`],
        [
          'IBAN / SWIFT',
          `${telling.iban(random.once(2) ? seller.iban : grouped(seller.iban, 4))} / ${seller.bic}`,
        ],
        ['CVR / VAT no.', telling.sellerVat(seller.vatId)],
        ['Købers CVR / VAT no.', telling.buyerVat()],
      ],
      { x: 45, y: 630, valueX: 150, leading: 13, label: { size: 7.5 } },
    );
    telling.sellerNumber();
    sheet.text(
      'Ejendomsforbehold: varen er vor ejendom, til købesummen er betalt. Reklamation inden 8 dage.',
      45,
      770,
      { size: 7 },
    );
  },
};
