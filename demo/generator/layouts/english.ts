/** English: numbers after their labels, English dates and amounts, as suppliers abroad and international ones at home write. */
import type { Layout } from './paper.ts';
import { englishAmount, englishDate, giroInPrint, ibanInPrint, organisationNumberInPrint } from './words.ts';

export const english: Layout = (invoice, sheet) => {
  const { supplier, buyer, totals, currency } = invoice;
  const isCredit = invoice.documentType === 'creditNote';
  sheet.text(supplier.name, 50, 40, { size: 12, bold: true });
  sheet.text(isCredit ? 'Credit note' : 'Invoice', 400, 40, { size: 22 });
  const facts = [
    `${isCredit ? 'Credit note' : 'Invoice'} number: ${invoice.invoiceNumber}`,
    `${isCredit ? 'Credit note' : 'Invoice'} date: ${englishDate(invoice.issueDate)}`,
    ...(isCredit
      ? [`Original invoice: ${invoice.preceding}`]
      : [`Due date: ${englishDate(invoice.dueDate)}`]),
    ...(isCredit ? [] : [`Payment reference: ${invoice.paymentReference}`]),
  ];
  for (const [index, fact] of facts.entries()) sheet.text(fact, 380, 80 + index * 14);
  for (const [index, line] of ['Bill to', buyer.name, 'Byggvägen 3', 'SE-123 45 Nordvik'].entries()) {
    sheet.text(line, 50, 100 + index * 13);
  }
  sheet.text('Description', 50, 250, { bold: true });
  sheet.text('Amount', 540, 250, { bold: true, right: true });
  for (const [index, line] of invoice.lines.entries()) {
    sheet.text(
      `${line.description}, ${line.quantity} x ${englishAmount(line.unitPrice)}`,
      50,
      266 + index * 14,
    );
    sheet.text(englishAmount(line.net), 540, 266 + index * 14, { right: true });
  }
  const sums: [string, string][] = [
    ['Subtotal', `${currency} ${englishAmount(totals.net)}`],
    ...invoice.vatBreakdown.map(({ rate, tax }): [string, string] => [
      `VAT ${rate}%`,
      `${currency} ${englishAmount(tax)}`,
    ]),
    ['Rounding', englishAmount(totals.rounding)],
    [isCredit ? 'Total credit' : 'Amount due', `${currency} ${englishAmount(totals.payable)}`],
  ];
  for (const [index, [label, amount]] of sums.entries()) {
    sheet.text(label, 380, 400 + index * 15);
    sheet.text(amount, 540, 400 + index * 15, { right: true });
  }
  sheet.text(
    `Reg. no ${organisationNumberInPrint(supplier.organisationNumber)}   VAT no ${supplier.vatId}   IBAN ${ibanInPrint(supplier.iban)}`,
    50,
    760,
  );
  sheet.text(giroInPrint(supplier.giro).join(' '), 50, 774);
};
