/** What a web program prints: much white, captions over their values, one sentence that asks for payment, everything of the seller in the foot. */
import type { Random } from '../../../../demo/generator/random.ts';
import { addressOf, colours, columnsAt, pairsAbove, rowsOf, smallPrint, table } from '../../arranging.ts';
import { printAmount, printDate } from '../../print.ts';
import type { Sheet } from '../../sheet.ts';
import type { Telling } from '../../telling.ts';
import type { Words } from './wording.ts';

export function drawPlainApp(sheet: Sheet, telling: Telling, random: Random, words: Words): void {
  const { facts } = telling;
  const { seller, buyer } = facts;
  const { wording, one, column } = words;
  const isCredit = facts.documentType === 'creditNote';
  const colour = random.pick(colours);
  const code = telling.currency(one(wording.currency));
  const caption = { size: 7.5, colour: '#666666' } as const;
  sheet.fill(0, 0, sheet.width, 10, colour);
  sheet.text(seller.name, 50, 40, { size: 11, bold: true, colour });
  sheet.text(one(isCredit ? wording.creditTitle : wording.title), 545, 36, { size: 20, align: 'right' });
  let y = pairsAbove(
    sheet,
    [
      [one(isCredit ? wording.creditNumber : wording.number), telling.invoiceNumber()],
      [one(wording.issued), telling.issueDate()],
      [one(wording.due), isCredit ? '' : telling.dueDate()],
      [one(wording.preceding), isCredit ? telling.preceding() : ''],
      [one(wording.order), random.once(2) ? telling.order() : ''],
    ],
    { x: 50, y: 90, step: 130, columns: 4, rowHeight: 34, gap: 11, label: caption },
  );
  y += 14;
  sheet.text(one(wording.buyer), 50, y, caption);
  for (const [index, line] of addressOf(buyer, telling.buyerName()).entries())
    sheet.text(line, 50, y + 12 + 13 * index);
  y = table(
    sheet,
    columnsAt(
      [column('description'), 50],
      [column('quantity'), 330, 'right'],
      [column('unitPrice'), 430, 'right'],
      [column('net'), 545, 'right'],
    ),
    rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
    { y: y + 74, title: { size: 8, colour }, leading: 17 },
  );
  const sum = (name: string, amount: string, top: number, bold = false) => {
    sheet.text(name, 350, top, { bold });
    sheet.text(`${amount} ${code}`, 545, top, { align: 'right', bold });
  };
  y += 18;
  sum(one(wording.net), telling.net(), y);
  for (const { rate, tax } of telling.breakdown()) {
    y += 16;
    sum(`${one(wording.vat)} ${rate}`, tax, y);
  }
  y += 20;
  sheet.line(350, y - 4, 545, y - 4, colour, 1);
  sum(one(wording.payable), telling.payable(), y, true);
  if (!isCredit) {
    const please = one(wording.pleasePay)
      .replace('{date}', printDate(facts.dueDate, wording.dates[0]))
      .replace('{amount}', `${printAmount(facts.totals.payable, wording.amounts[0])} ${code}`);
    sheet.text(please, 50, y + 40, { width: 480 });
  }
  sheet.line(50, 742, 545, 742, '#bbbbbb');
  smallPrint(
    sheet,
    [
      addressOf(seller, telling.sellerName()),
      [
        ...(wording.companyNumber === null
          ? []
          : [`${one(wording.companyNumber)} ${telling.sellerNumber()}`]),
        `${one(wording.vatNumber)} ${telling.sellerVat(words.vatNumberOf(seller))}`,
        seller.web,
      ],
      [
        `IBAN ${telling.iban()}`,
        `BIC ${seller.bic}`,
        ...(wording.reference === null || isCredit
          ? []
          : [`${one(wording.reference)} ${telling.reference()}`]),
      ],
    ],
    50,
    750,
    { size: 7.5, leading: 10 },
  );
}
