/** A letterhead, the buyer at the right, small boxes in a row with the paper's data, and the sums side by side at the foot, as in the south. */
import type { Random } from '../../../../demo/generator/random.ts';
import { addressOf, boxes, colours, columnsAt, logo, rowsOf, sentences, table } from '../../arranging.ts';
import type { Sheet } from '../../sheet.ts';
import type { Telling } from '../../telling.ts';
import type { Words } from './wording.ts';

export function drawLetterhead(sheet: Sheet, telling: Telling, random: Random, words: Words): void {
  const { facts } = telling;
  const { seller, buyer } = facts;
  const { wording, one, column } = words;
  const isCredit = facts.documentType === 'creditNote';
  const colour = random.pick(colours);
  const code = telling.currency(one(wording.currency));
  logo(sheet, random, 45, 36, 34, colour);
  sheet.text(telling.sellerName(), 90, 38, { size: 13, bold: true });
  sentences(
    sheet,
    [
      `${seller.street} - ${seller.postcode} ${seller.city}`,
      `Tel. ${seller.phone} - ${seller.email}`,
      [
        `${one(wording.vatNumber)} ${telling.sellerVat(words.vatNumberOf(seller))}`,
        ...(wording.companyNumber === null || random.once(2)
          ? []
          : [`${one(wording.companyNumber)} ${telling.sellerNumber()}`]),
      ].join(' - '),
    ],
    90,
    56,
    { size: 8.5, leading: 12 },
  );
  sheet.text(one(wording.buyer), 330, 116, { size: 8, colour: '#555555' });
  sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 129, { leading: 13 });
  sheet.text(`${one(wording.vatNumber)} ${words.vatNumberOf(buyer)}`, 330, 170, { size: 8.5 });
  sheet.text(one(isCredit ? wording.creditTitle : wording.title), 45, 150, { size: 18, bold: true });
  let y = boxes(
    sheet,
    [
      [one(isCredit ? wording.creditNumber : wording.number), telling.invoiceNumber(), 115],
      [one(wording.issued), telling.issueDate(), 130],
      isCredit
        ? [one(wording.preceding), telling.preceding(), 130]
        : [one(wording.due), telling.dueDate(), 130],
      [one(wording.customer), facts.customerNumber, 80],
    ],
    { x: 45, y: 196, height: 30, label: { size: 7 } },
  );
  y = table(
    sheet,
    columnsAt(
      [column('description'), 45],
      [column('quantity'), 320, 'right'],
      [column('unitPrice'), 405, 'right'],
      [column('vatRate'), 465, 'right'],
      [column('net'), 552, 'right'],
    ),
    rowsOf(telling, 'description', 'quantity', 'unitPrice', 'vatRate', 'net'),
    { y: y + 20, title: { bold: true, size: 8.5 }, ...(random.once(2) ? { striped: '#f3f3f3' } : {}) },
  );
  y = Math.max(y + 30, 560);
  for (const [text, x] of [
    [one(wording.rate), 45],
    [one(wording.taxable), 100],
    [one(wording.tax), 190],
  ] as const)
    sheet.text(text, x, y, { size: 8, bold: true });
  let below = y;
  for (const { rate, taxable, tax } of telling.breakdown()) {
    below += 13;
    sheet.text(rate, 45, below);
    sheet.text(taxable, 165, below, { align: 'right' });
    sheet.text(tax, 250, below, { align: 'right' });
  }
  const sum = (name: string, amount: string, top: number, bold = false) => {
    sheet.text(name, 330, top, { bold });
    sheet.text(amount, 552, top, { bold, align: 'right' });
  };
  sum(one(wording.net), `${telling.net()} ${code}`, y);
  sum(one(wording.vat), `${telling.vat()} ${code}`, y + 15);
  sum(one(random.once(2) ? wording.payable : wording.gross), `${telling.payable()} ${code}`, y + 32, true);
  sentences(
    sheet,
    [
      ...(isCredit ? [] : [`${one(wording.terms)}: ${telling.terms()} ${wording.days}`]),
      `${wording.bank} - IBAN ${telling.iban()}`,
      wording.reference === null || isCredit ? '' : `${one(wording.reference)}: ${telling.reference()}`,
    ],
    45,
    Math.max(below, y + 32) + 40,
    { leading: 14 },
  );
  sheet.text(one(wording.foot), sheet.width / 2, 795, { size: 7, align: 'centre', colour: '#666666' });
}
