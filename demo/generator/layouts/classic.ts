/** Swedish, classic: facts in a column, lines in the middle, sums at the right, company numbers in the footer, a giro slip. */
import { luhnCheckDigit } from '../../../src/ingest/checks/luhn.ts';
import type { InventedInvoice } from '../invoices.ts';
import type { Layout } from './paper.ts';
import { giroInPrint, ibanInPrint, organisationNumberInPrint, swedishAmount } from './words.ts';

export const classic: Layout = (invoice, sheet) => {
  const { supplier, buyer, totals } = invoice;
  const isCredit = invoice.documentType === 'creditNote';
  sheet.text(supplier.name, 50, 40, { size: 14, bold: true });
  sheet.text(isCredit ? 'Kreditfaktura' : 'Faktura', 330, 40, { size: 20 });
  const facts: [string, string][] = [
    ['Fakturanummer', invoice.invoiceNumber],
    ['Fakturadatum', invoice.issueDate],
    ...(isCredit
      ? ([['Avser faktura', invoice.preceding ?? '']] as [string, string][])
      : ([
          ['Förfallodatum', invoice.dueDate],
          ['OCR-nummer', invoice.paymentReference],
        ] as [string, string][])),
    ['Betalningsvillkor', '30 dagar netto'],
    ['Er referens', 'Karin Ek'],
  ];
  for (const [index, [label, value]] of facts.entries()) {
    sheet.text(label, 330, 80 + index * 13);
    sheet.text(value, 430, 80 + index * 13);
  }
  for (const [index, line] of ['Faktureringsadress', buyer.name, 'Byggvägen 3', '123 45 Nordvik'].entries()) {
    sheet.text(line, 50, 80 + index * 13);
  }
  sheet.line(50, 246, 545, 246);
  for (const [text, x, right] of [
    ['Beskrivning', 50, false],
    ['Antal', 300, false],
    ['À-pris', 430, true],
    ['Belopp', 540, true],
  ] as const) {
    sheet.text(text, x, 250, { right, bold: true });
  }
  for (const [index, line] of invoice.lines.entries()) {
    const y = 268 + index * 14;
    sheet.text(line.description, 50, y);
    sheet.text(`${line.quantity} ${line.unit}`, 300, y);
    sheet.text(swedishAmount(line.unitPrice), 430, y, { right: true });
    sheet.text(swedishAmount(line.net), 540, y, { right: true });
  }
  const sums: [string, string][] = [
    ['Summa exkl. moms', totals.net],
    ...invoice.vatBreakdown.map(({ rate, tax }): [string, string] => [`Moms ${rate} %`, tax]),
    ['Öresavrundning', totals.rounding],
    [isCredit ? 'Er tillgodo SEK' : 'Att betala SEK', totals.payable],
  ];
  for (const [index, [label, amount]] of sums.entries()) {
    const bold = index === sums.length - 1;
    sheet.text(label, 380, 380 + index * 15, { bold });
    sheet.text(swedishAmount(amount), 540, 380 + index * 15, { right: true, bold });
  }
  sheet.text('Efter förfallodagen debiteras dröjsmålsränta enligt räntelagen.', 50, 600);
  sheet.line(50, 692, 545, 692);
  sheet.text(supplier.name, 50, 700);
  sheet.text(`${supplier.street}, ${supplier.postcode} ${supplier.city}`, 50, 712);
  sheet.text(`Org.nr: ${organisationNumberInPrint(supplier.organisationNumber)}`, 240, 700);
  sheet.text(`Momsreg.nr: ${supplier.vatId}`, 240, 712);
  sheet.text(giroInPrint(supplier.giro).join(': '), 420, 700);
  sheet.text(`IBAN: ${ibanInPrint(supplier.iban)}`, 50, 724);
  sheet.text('Godkänd för F-skatt', 420, 712);
  if (!isCredit) sheet.text(giroLine(invoice), 60, 800);
};

/** The line that a machine reads at the foot of a giro slip: reference, amount with its check digit, account. */
function giroLine({ paymentReference, totals, supplier }: InventedInvoice): string {
  const [kronor = '', ore = ''] = totals.payable.split('.');
  return `# ${paymentReference} # ${kronor} ${ore} ${luhnCheckDigit(kronor + ore)} > ${supplier.giro.id.replace('-', '')}#${supplier.giro.kind === 'bankgiro' ? 41 : 14}#`;
}
