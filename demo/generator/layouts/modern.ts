/** Swedish, modern: a coloured band, labels above their values in rows, also for the sums and the company's numbers. */
import type { Layout, Sheet } from './paper.ts';
import { giroInPrint, ibanInPrint, organisationNumberInPrint, swedishAmount } from './words.ts';

export const modern: Layout = (invoice, sheet) => {
  const { supplier, buyer, totals } = invoice;
  const isCredit = invoice.documentType === 'creditNote';
  sheet.box(0, 0, 596, 28, '#27476e');
  sheet.text(isCredit ? 'KREDITFAKTURA' : 'FAKTURA', 50, 44, { size: 18, bold: true });
  row(sheet, 84, [
    [50, 'Fakturadatum', invoice.issueDate],
    [150, 'Fakturanr', invoice.invoiceNumber],
    ...((isCredit
      ? [[250, 'Krediterar faktura', invoice.preceding ?? '']]
      : [
          [250, 'Betalas senast', invoice.dueDate],
          [350, 'OCR', invoice.paymentReference],
        ]) as [number, string, string][]),
  ]);
  sheet.text(supplier.name, 50, 140, { bold: true });
  sheet.text(`${supplier.street}, ${supplier.postcode} ${supplier.city}`, 50, 152);
  sheet.text('Kund', 330, 140, { size: 7, colour: '#666666' });
  sheet.text(buyer.name, 330, 152);
  sheet.text('Artikel', 50, 250, { size: 7, colour: '#666666' });
  sheet.text('Belopp', 540, 250, { size: 7, colour: '#666666', right: true });
  for (const [index, line] of invoice.lines.entries()) {
    const y = 264 + index * 14;
    sheet.text(`${line.quantity} ${line.unit} ${line.description} à ${swedishAmount(line.unitPrice)}`, 50, y);
    sheet.text(swedishAmount(line.net), 540, y, { right: true });
  }
  sheet.line(50, 494, 545, 494);
  row(sheet, 500, [
    [50, 'Netto', swedishAmount(totals.net)],
    [150, 'Moms', swedishAmount(totals.vat)],
    [250, 'Öresavrundning', swedishAmount(totals.rounding)],
    [420, isCredit ? 'Er tillgodo' : 'Att betala', `${swedishAmount(totals.payable)} kr`],
  ]);
  row(sheet, 720, [
    [50, 'Organisationsnr', organisationNumberInPrint(supplier.organisationNumber)],
    [170, 'Momsregistreringsnr', supplier.vatId],
    [300, ...giroInPrint(supplier.giro)],
    [400, 'IBAN', ibanInPrint(supplier.iban)],
  ]);
};

function row(
  sheet: Sheet,
  top: number,
  pairs: readonly (readonly [x: number, label: string, value: string])[],
): void {
  for (const [x, label, value] of pairs) {
    sheet.text(label, x, top, { size: 7, colour: '#666666' });
    sheet.text(value, x, top + 11);
  }
}
