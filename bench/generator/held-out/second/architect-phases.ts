/** Swedish, an architect's of planned phases: the fee of each with what is invoiced earlier beside it in columns, captions above in thin capitals, name at the foot with four columns. */
import Big from 'big.js';
import { addressOf, columnsOfPrint, pairsAbove, pairsBeside, sentences } from '../../arranging.ts';
import { number, sweden } from '../../check-digits.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { swedishNumber } from '../../print.ts';
import { trading } from '../../trade.ts';

export const architectPhases: InvoiceLayout = {
  name: 'architect-phases',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'SE', ['Arkitekter AB', 'Arkitektkontor AB', 'Landskapsarkitekter HB'], {
      goods: [
        ['Skede 1 Programarbete', '%'],
        ['Skede 2 Systemhandlingar', '%'],
        ['Skede 3 Bygglovshandlingar', '%'],
        ['Skede 4 Bygghandlingar', '%'],
        ['Tilläggsarbeten enligt löpande räkning', 'tim'],
      ],
      lines: [1, 4],
      rates: ['25'],
      highestPrice: 1400,
      number: either(random, 'Y###', '####', 'A#####'),
      reference: sweden.ocr,
      rounds: random.once(2),
      terms: [20, 30],
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'iso', 'dots-iso', { long: 'sv-SE' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const small = { size: 6.5, tracking: 0.8, colour: '#666666' } as const;
    sheet.text('faktura', 60, 44, { size: 26 });
    sheet.fill(520, 40, 6, 50, 'black');
    sheet.fill(532, 60, 6, 30, 'black');
    pairsAbove(
      sheet,
      [
        ['FAKTURANUMMER', telling.invoiceNumber()],
        ['DATUM', telling.issueDate()],
        ['UPPDRAGSNUMMER', `${number(random, 4)}.${random.int(10, 99)}`],
        ['BETALAS SENAST', telling.dueDate()],
      ],
      { x: 60, y: 100, step: 122, label: small, gap: 11 },
    );
    pairsAbove(
      sheet,
      [
        ['ER REFERENS', telling.buyerReference()],
        ['UPPDRAGSANSVARIG', facts.ourReference],
        ['ERT BESTÄLLNINGSNUMMER', telling.order()],
        ['VILLKOR', `${telling.terms()} dagar netto`],
      ],
      { x: 60, y: 134, step: 122, label: small, gap: 11 },
    );
    sheet.text('BESTÄLLARE', 60, 176, small);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 187, { leading: 13 });
    sheet.text('OBJEKT', 304, 176, small);
    sentences(
      sheet,
      [
        either(random, 'Ombyggnad av kontor', 'Nybyggnad förskola', 'Tillbyggnad lager'),
        `Kv. ${either(random, 'Lönnen', 'Svalan', 'Hammaren')} ${random.int(1, 20)}`,
        buyer.city,
      ],
      304,
      187,
      { leading: 13 },
    );
    const ends = [270, 345, 395, 465, 538];
    const put = (cells: readonly string[], top: number, style: { size?: number; colour?: string }) => {
      sheet.text(cells[0] ?? '', 60, top, style);
      for (const [at, end] of ends.entries())
        sheet.text(cells[at + 1] ?? '', end, top, { ...style, align: 'right' });
    };
    put(['Arvode', 'Tidigare fakt.', 'Antal', 'Enhet', 'À kr', 'Denna faktura'], 250, {
      size: 7.5,
      colour: '#666666',
    });
    sheet.line(60, 262, 538, 262);
    let y = 270;
    let earlier = new Big(0);
    for (const [index, row] of telling
      .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
      .entries()) {
      const before = new Big(facts.lines[index]?.net ?? 0)
        .times(random.pick([0, 1, 2, 3]))
        .div(2)
        .round(2);
      earlier = earlier.plus(before);
      put(
        [row.description, telling.amount(before.toFixed(2)), row.quantity, row.unit, row.unitPrice, row.net],
        y,
        {},
      );
      y += 17;
    }
    sheet.line(60, y, 538, y);
    sheet.text(`Tidigare fakturerat totalt ${telling.amount(earlier.toFixed(2))}`, 60, y + 8, { size: 7.5 });
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Summa', telling.net()],
        [`Mervärdesskatt ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        ['Öresavrundning', telling.rounding()],
      ],
      { x: 360, y: y + 8, valueX: 538, right: true, leading: 15 },
    );
    sheet.line(360, y + 2, 538, y + 2, 'black', 1.5);
    sheet.text(`Att betala ${telling.currency('kr')}`, 360, y + 9, { size: 12 });
    sheet.text(telling.payable(), 538, y + 9, { size: 12, bold: true, align: 'right' });
    sheet.text(`Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`, 360, y + 36);
    sheet.text(
      either(random, 'Uppge fakturanumret vid betalning.', 'Märk betalningen med fakturans nummer.'),
      360,
      y + 50,
      { size: 8 },
    );
    sheet.text('Arvoden enligt avtal och ABK 09. Dröjsmålsränta enligt räntelagen.', 60, 700, { size: 7.5 });
    sheet.line(60, 740, 538, 740);
    columnsOfPrint(
      sheet,
      [
        [60, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`]],
        [180, ['Telefon', seller.phone]],
        [255, ['E-post', seller.email]],
        [
          430,
          [
            'Org.nr / momsnr',
            telling.sellerNumber(swedishNumber(seller.organisationNumber ?? '')),
            telling.sellerVat(),
            'F-skatt',
          ],
        ],
      ],
      748,
      { size: 7, leading: 10 },
    );
  },
};
