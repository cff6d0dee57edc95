/** Seller and buyer side by side in boxes, each with its numbers: dates above, sums by rate below, as Central European programs print. */
import type { Random } from '../../../../demo/generator/random.ts';
import { addressOf, colours, columnsAt, pairsBeside, rowsOf, sentences, table } from '../../arranging.ts';
import type { Sheet } from '../../sheet.ts';
import type { Telling } from '../../telling.ts';
import type { Words } from './wording.ts';

export function drawTwoColumns(sheet: Sheet, telling: Telling, random: Random, words: Words): void {
  const { facts } = telling;
  const { seller, buyer } = facts;
  const { wording, one, column } = words;
  const isCredit = facts.documentType === 'creditNote';
  const colour = random.pick(colours);
  const code = telling.currency(one(wording.currency));
  const isNumberInTitle = random.once(2);
  const labels = isCredit ? wording.creditNumber : wording.number;
  const label = isNumberInTitle ? labels[0] : one(labels);
  const title = one(isCredit ? wording.creditTitle : wording.title);
  sheet.text(isNumberInTitle ? `${label} ${telling.invoiceNumber()}` : title, 45, 40, {
    size: 17,
    bold: true,
    colour,
  });
  pairsBeside(
    sheet,
    [
      [`${label}:`, isNumberInTitle ? '' : telling.invoiceNumber()],
      [`${one(wording.issued)}:`, telling.issueDate()],
      [`${one(wording.delivered)}:`, telling.deliveryDate()],
      [`${one(wording.due)}:`, isCredit ? '' : telling.dueDate()],
      [`${one(wording.preceding)}:`, isCredit ? telling.preceding() : ''],
      [`${one(wording.order)}:`, random.once(2) ? telling.order() : ''],
      ...wording.others.map(([name, value]) => [`${name}:`, value] as const),
    ],
    { x: 330, y: 64, valueX: 552, right: true, leading: 13 },
  );
  const box = (x: number, heading: string, lines: readonly string[]) => {
    sheet.frame(x, 176, 250, 104, '#999999');
    sheet.text(heading, x + 8, 181, { size: 8, bold: true, colour });
    sentences(sheet, lines, x + 8, 196, { leading: 12.5 });
  };
  const vat = one(wording.vatNumber);
  box(45, one(wording.seller), [
    ...addressOf(seller, telling.sellerName()),
    wording.companyNumber === null ? '' : `${one(wording.companyNumber)}: ${telling.sellerNumber()}`,
    `${vat}: ${telling.sellerVat(words.vatNumberOf(seller))}`,
    seller.email,
  ]);
  box(302, one(wording.buyer), [
    ...addressOf(buyer, telling.buyerName()),
    `${vat}: ${random.once(2) ? buyer.vatId : words.vatNumberOf(buyer)}`,
  ]);
  let y = table(
    sheet,
    columnsAt(
      [column('description'), 45],
      [column('quantity'), 300, 'right'],
      [column('unit'), 310],
      [column('unitPrice'), 415, 'right'],
      [column('vatRate'), 470, 'right'],
      [column('net'), 552, 'right'],
    ),
    rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
    { y: 300, ruled: true, title: { bold: true, size: 8 } },
  );
  y += 16;
  const edges = [360, 450, 552] as const;
  for (const [index, text] of [one(wording.rate), one(wording.taxable), one(wording.tax)].entries())
    sheet.text(text, edges[index] ?? 0, y, { align: 'right', size: 8, bold: true });
  for (const { rate, taxable, tax } of telling.breakdown()) {
    y += 13;
    for (const [index, text] of [rate, taxable, tax].entries())
      sheet.text(text, edges[index] ?? 0, y, { align: 'right' });
  }
  y = pairsBeside(
    sheet,
    [
      [one(wording.net), telling.net()],
      [one(wording.gross), telling.gross()],
    ],
    { x: 330, y: y + 22, valueX: 552, right: true, leading: 14 },
  );
  sheet.fill(322, y + 2, 236, 24, '#eeeeee');
  sheet.text(`${one(wording.payable)}:`, 330, y + 8, { bold: true, size: 11 });
  sheet.text(`${telling.payable()} ${code}`, 552, y + 8, { bold: true, size: 11, align: 'right' });
  sentences(
    sheet,
    [
      `${one(wording.account)}: ${telling.iban()}`,
      `${wording.bank}, BIC: ${seller.bic}`,
      wording.reference === null || isCredit ? '' : `${one(wording.reference)}: ${telling.reference()}`,
    ],
    45,
    y + 8,
    { leading: 14 },
  );
  sheet.text(one(wording.foot), 45, 790, { size: 7.5, colour: '#555555' });
}
