/** Danish, a merchant's with a payment card printed at the foot: type 71, kroner and øre in boxes, the supplier's numbers down the right. */
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const danishPaymentCard: InvoiceLayout = {
  name: 'danish-payment-card',
  language: 'da',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.75, 9.75],
  wish(random) {
    const wish = usual(random, 'DK', {
      goods: [
        ['Maling hvid 10 l', 'stk'],
        ['Fyrretræ 38x73 mm', 'm'],
        ['Skruer rustfri, pk', 'pk'],
        ['Handsker str. 10', 'par'],
        ['Leje af lift', 'dage'],
        ['Ekspeditionsgebyr', 'stk'],
        ['Miljøtillæg', 'stk'],
      ],
      lines: [1, 9],
      number: either(random, '######', '7######'),
      ...sometimesCredit(random, 10),
    });
    const name = either(random, 'Byggecenter A/S', 'Trælast ApS', 'Farvehandel ApS');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: { ...dotted, minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dashes', 'dots', { medium: 'da-DK' }),
    negativeCredit: random.once(2),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 70, { leading: 13 });
    sheet.text(telling.sellerName(), 400, 40, { size: 12, bold: true });
    pairsBeside(
      sheet,
      [
        ['Adresse', seller.street],
        ['', `${seller.postcode} ${seller.city}`],
        ['Telefon', seller.phone],
        ['CVR-nr.', telling.sellerNumber(grouped(seller.organisationNumber ?? '', 2))],
        ['E-mail', seller.email],
        ['Bank', `${either(random, 'Strandbanken', 'Lyng Sparekasse')}`],
      ],
      { x: 400, y: 62, valueX: 446, leading: 11, label: { size: 7.5 }, value: { size: 7.5 } },
    );
    sheet.text(isCredit ? 'KREDITNOTA' : 'FAKTURA', 50, 160, { size: 17, bold: true, tracking: 2 });
    const left = pairsBeside(
      sheet,
      [
        ['Nummer', telling.invoiceNumber()],
        ['Dato', telling.issueDate()],
        ['Kundenr.', facts.customerNumber],
        ['Vedr. faktura', isCredit ? telling.preceding() : ''],
      ],
      { x: 50, y: 190, valueX: 130 },
    );
    pairsBeside(
      sheet,
      [
        ['Ordrenr.', number(random, 6)],
        ['Deres ref.', telling.buyerReference()],
        ['Rekv.nr.', telling.order()],
      ],
      { x: 300, y: 190, valueX: 380 },
    );
    const code = telling.currency(either(random, 'DKK', 'kr.'));
    let y = table(
      sheet,
      [
        { title: 'Varenr.', x: 50 },
        { title: 'Tekst', x: 110 },
        { title: 'Antal', x: 340, align: 'right' },
        { title: 'Enhed', x: 350 },
        { title: 'Stk. pris', x: 450, align: 'right' },
        { title: 'Pris i alt', x: 545, align: 'right' },
      ],
      telling
        .lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.article, row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: left + 20, ruled: true, leading: 14 },
    );
    sheet.line(50, y + 2, 545, y + 2);
    y += 10;
    const [vat] = telling.breakdown();
    const cells: [string, string][] = [
      ['Momspligtigt beløb', telling.net()],
      [`Moms ${vat?.rate ?? ''}`, telling.vat()],
      [isCredit ? `Deres tilgodehavende ${code}` : `Total ${code}`, telling.payable()],
    ];
    for (const [index, [label, value]] of cells.entries()) {
      const end = [280, 400, 545][index] ?? 0;
      sheet.text(label, end, y, { size: 7.5, align: 'right' });
      sheet.text(value, end, y + 11, { bold: index === 2, align: 'right' });
    }
    if (isCredit) return;
    sheet.text(
      `Betalingsbetingelser: ${telling.terms()} dage netto. Forfaldsdato: ${telling.dueDate()}. Efter forfald tilskrives rente 1,5 % pr. påbegyndt måned.`,
      50,
      y + 50,
      { size: 8 },
    );
    sheet.line(30, 590, 565, 590, '#999999');
    sheet.fill(30, 596, 535, 140, '#faf3dc');
    const small = { size: 6.5 } as const;
    sheet.text('INDBETALING', 42, 602, { bold: true });
    sheet.text('Kreditornummer og beløbsmodtager', 42, 622, small);
    const creditor = number(random, 8);
    sentences(sheet, [telling.account('other', creditor), ...addressOf(seller, seller.name)], 42, 632, {
      size: 8.5,
      leading: 11,
    });
    sheet.text('Betales af', 300, 622, small);
    sentences(sheet, addressOf(buyer, buyer.name), 300, 632, { size: 8.5, leading: 11 });
    sheet.text('Kroner', 300, 690, small);
    sheet.text('Øre', 400, 690, small);
    const [kroner = '', ore = ''] = facts.totals.payable.split('.');
    sheet.frame(300, 698, 94, 18);
    sheet.frame(398, 698, 34, 18);
    sheet.text(kroner, 388, 702, { align: 'right' });
    sheet.text(ore, 415, 702, { align: 'centre' });
    sheet.text('Betalingsdato', 460, 690, small);
    sheet.text(telling.dueDate(), 460, 702);
    sheet.text('Betalings-ID og kortart', 42, 690, small);
    sheet.text(`71 ${telling.reference()}`, 42, 702);
    sheet.text(`+71<${facts.reference}+${creditor}<`, 42, 760, { font: 'Courier', size: 11 });
  },
};
