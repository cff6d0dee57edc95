/** Danish: a craftsman's invoice, bank and FIK line at the foot, CVR in the head, amounts with dots. */
import { pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const danishCraft: InvoiceLayout = {
  name: 'danish-craft',
  language: 'da',
  fonts: ['Helvetica', 'Times', 'Liberation'],
  sizes: [9, 10],
  wish: (random) => usual(random, 'DK', { lines: [1, 8], ...sometimesCredit(random, 8) }),
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, 'dashes', 'dots', { long: 'da-DK' }),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 545, 40, { size: 16, align: 'right', italic: true });
    for (const [index, line] of [
      seller.street,
      `${seller.postcode} ${seller.city}`,
      `Telefon ${seller.phone}`,
      `CVR-nr. ${telling.sellerNumber()}`,
    ].entries())
      sheet.text(line, 545, 64 + index * 12, { size: 8, align: 'right' });
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 60, 110, {
      leading: 13,
    });
    sheet.text(isCredit ? 'KREDITNOTA' : 'FAKTURA', 60, 190, { size: 16, bold: true });
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Kreditnotanr.:' : 'Fakturanr.:', telling.invoiceNumber()],
        [isCredit ? 'Dato:' : either(random, 'Dato:', 'Fakturadato:'), telling.issueDate()],
        ['Forfaldsdato:', isCredit ? '' : telling.dueDate()],
        ['Vedr. faktura:', telling.preceding()],
        ['Kundenr.:', facts.customerNumber],
        ['Rekvisition:', telling.order()],
      ],
      { x: 380, y: 150, valueX: 470 },
    );
    const below = table(
      sheet,
      [
        { title: 'Tekst', x: 60 },
        { title: 'Antal', x: 340, align: 'right' },
        { title: 'Enhed', x: 355 },
        { title: 'Stk. pris', x: 455, align: 'right' },
        { title: 'Beløb', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unit, row.unitPrice, row.net]),
      { y: 245, ruled: true },
    );
    const [vat] = telling.breakdown();
    telling.vat();
    sheet.line(380, below + 10, 545, below + 10);
    pairsBeside(
      sheet,
      [
        [either(random, 'Subtotal', 'Nettobeløb', 'I alt ekskl. moms'), telling.net()],
        [`Moms (${vat?.rate ?? ''})`, vat?.tax ?? ''],
        [
          either(
            random,
            `Total ${telling.currency()}`,
            `At betale ${telling.currency()}`,
            `I alt ${telling.currency()}`,
          ),
          telling.payable(),
        ],
      ],
      { x: 380, y: below + 16, valueX: 545, right: true, leading: 16, value: { bold: true } },
    );
    if (isCredit) return;
    const registration = seller.account.slice(0, 4);
    const account = seller.account.slice(4);
    const creditor = number(random, 8);
    sentences(
      sheet,
      [
        `Betalingsbetingelser: Netto ${telling.terms()} dage`,
        `Beløbet indbetales på bankkonto: Reg.nr. ${registration} Konto ${telling.account('other', seller.account, account)}`,
        `Fakturanr. ${facts.invoiceNumber} bedes angivet ved bankoverførsel`,
        `Betalings-ID: ${telling.reference()}`,
        `+71<${facts.reference}+${telling.account('other', creditor)}<`,
      ],
      60,
      690,
      { leading: 14 },
    );
  },
};
