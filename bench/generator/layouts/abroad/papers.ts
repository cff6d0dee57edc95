/** Papers of these countries that are no invoices: reminders, offers, confirmations, notes that go with goods. */
import type { Random } from '../../../../demo/generator/random.ts';
import { addressOf, goodsOf, pairsBeside, sentences, table } from '../../arranging.ts';
import { inventFacts } from '../../facts.ts';
import type { OtherPaper } from '../../layout.ts';
import { printAmount, printDate } from '../../print.ts';
import type { Sheet } from '../../sheet.ts';
import { usual } from '../../trade.ts';
import { type CountryWording, type PaperWording, type Words, worded } from './wording.ts';

export function papersOf(name: string, wording: CountryWording): OtherPaper[] {
  return wording.papers.map((paper) => ({
    name: `${name}-${paper.kind}`,
    kind: paper.kind,
    language: wording.language,
    fonts: wording.fonts,
    draw: (sheet, random) => drawPaper(sheet, random, paper, worded(random, wording)),
  }));
}

function drawPaper(
  sheet: Sheet,
  random: Random,
  paper: PaperWording,
  { wording, one, ...words }: Words,
): void {
  const facts = inventFacts(random, usual(random, wording.country, { number: random.pick(wording.numbers) }));
  const { seller, buyer } = facts;
  const [amounts, dates] = [random.pick(wording.amounts), random.pick(wording.dates)];
  const isAboutInvoice = paper.kind === 'reminder' || paper.kind === 'statement';
  const amount = `${printAmount(facts.totals.gross, amounts)} ${one(wording.currency)}`;
  const number = isAboutInvoice ? facts.invoiceNumber : facts.order;
  sentences(sheet, [...addressOf(seller, seller.name), seller.email], 50, 44, { leading: 12, size: 9 });
  sentences(sheet, addressOf(buyer, buyer.name), 330, 110, { leading: 13 });
  sheet.text(one(paper.title), 50, 180, { size: random.int(14, 18), bold: true });
  pairsBeside(
    sheet,
    [
      [one(paper.number), number],
      [one(paper.date), printDate(facts.issueDate, dates)],
      [one(wording.customer), facts.customerNumber],
    ],
    { x: 50, y: 212, valueX: 190, leading: 14 },
  );
  const y = sheet.text(
    one(paper.says)
      .replace('{number}', facts.invoiceNumber)
      .replace('{date}', printDate(facts.dueDate, dates))
      .replace('{amount}', amount),
    50,
    268,
    { width: 480 },
  );
  if (!isAboutInvoice)
    table(
      sheet,
      [
        { title: words.column('description'), x: 50 },
        { title: words.column('quantity'), x: 390, align: 'right' },
        ...(paper.kind === 'delivery-note'
          ? []
          : [{ title: words.column('net'), x: 545, align: 'right' as const }]),
      ],
      goodsOf(facts, amounts).map(([, description = '', quantity = '', , net = '']) => [
        description,
        quantity,
        net,
      ]),
      { y: y + 20 },
    );
  if (paper.kind !== 'delivery-note')
    sheet.text(`${one(paper.total)}: ${amount}`, 545, 560, { align: 'right', bold: true });
  sheet.text(`${one(wording.vatNumber)} ${words.vatNumberOf(seller)}   IBAN ${seller.iban}`, 50, 790, {
    size: 7.5,
  });
}
