/** Danish, a supplier's to a town hall: EAN number and requisition, list price with discount, facts in a frame of three columns, credit notes now and then, bank in the foot of four columns. */
import {
  addressOf,
  boxes,
  columnsAt,
  columnsOfPrint,
  pairsBeside,
  sentences,
  table,
} from '../../arranging.ts';
import { digits, number } from '../../check-digits.ts';
import { beforeDiscount } from '../../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../../layout.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const danishPublicBuyer: InvoiceLayout = {
  name: 'danish-public-buyer',
  language: 'da',
  fonts: ['Liberation', 'Times', 'Helvetica'],
  sizes: [8.75, 9.5],
  mayBeTwo: true,
  wish: (random) =>
    trading(random, 'DK', ['Skoleinventar A/S', 'Hjælpemidler ApS', 'Låse & Alarm ApS', 'Gartneri I/S'], {
      goods: [
        ['Elevstol, bøg, h. 46', 'stk.'],
        ['Cylinder med nøgle, system', 'stk.'],
        ['Servicebesøg', 'stk.'],
        ['Montør, normaltid', 'timer'],
        ['Stedsegrønt, levering og plantning', 'm2'],
        ['Batteri CR123', 'pk.'],
      ],
      lines: [1, 8],
      number: either(random, '#####', '######', '2####'),
      terms: [30, 30, 14],
      ...sometimesCredit(random, 5),
    }),
  style: (random) => ({
    amount: { ...either(random, dotted, plain), minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dashes', 'short-slashes', 'slashes', 'dots'),
    negativeCredit: random.once(2),
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 50, 40, { size: 20, bold: true, colour: '#1d4e89' });
    sheet.text(isCredit ? 'KREDITNOTA' : 'FAKTURA', 545, 44, { size: 14, align: 'right', tracking: 1 });
    sentences(sheet, [...addressOf(buyer, telling.buyerName()), `EAN: 579800${digits(random, 7)}`], 50, 92, {
      leading: 13,
    });
    sentences(
      sheet,
      [
        'Leveret til:',
        either(random, 'Børnehuset Solstrålen', 'Plejecentret Åparken', 'Søndre Skole'),
        `${either(random, 'Skovvej', 'Parkallé')} ${random.int(1, 99)}`,
        `${buyer.postcode} ${buyer.city}`,
      ],
      340,
      92,
      { leading: 13 },
    );
    let y = boxes(
      sheet,
      [
        [isCredit ? 'Kreditnota nr.' : 'Faktura nr.', telling.invoiceNumber(), 165],
        [isCredit ? 'Kreditnota dato' : 'Faktura dato', telling.issueDate(), 165],
        [
          isCredit ? 'Udligner faktura' : 'Forfaldsdag',
          isCredit ? telling.preceding() : telling.dueDate(),
          165,
        ],
      ],
      { x: 50, y: 170 },
    );
    y = boxes(
      sheet,
      [
        ['Rekvisitionsnr.', telling.order(), 165],
        ['Deres ref.', telling.buyerReference(), 165],
        ['Vor ref. / ordre', `${facts.ourReference} / ${number(random, 5)}`, 165],
      ],
      { x: 50, y },
    );
    const rows = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    y = table(
      sheet,
      columnsAt(
        ['Varenr.', 50],
        ['Tekst', 95],
        ['Antal', 292, 'right'],
        ['', 298],
        ['Listepris', 380, 'right'],
        ['Rabat', 420, 'right'],
        ['Nettopris', 482, 'right'],
        ['I alt', 545, 'right'],
      ),
      rows.map(({ article, description, quantity, unit, unitPrice, net }, index) => {
        const percent = random.pick([0, 0, 12, 20]);
        const full = telling.amount(beforeDiscount(facts.lines[index]?.unitPrice ?? '0', percent));
        return [
          article,
          description,
          quantity,
          unit,
          full,
          percent === 0 ? '' : `${percent}%`,
          unitPrice,
          net,
        ];
      }),
      { y: y + 14, ruled: true, title: { size: 8, bold: true } },
    );
    y = Math.max(y, 470);
    const [vat] = telling.breakdown();
    const kroner = telling.currency(either(random, 'DKK', 'kr.'));
    sheet.frame(330, y + 8, 215, 66);
    pairsBeside(
      sheet,
      [
        ['Momspligtigt beløb', vat?.taxable ?? ''],
        [`Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        [isCredit ? `I alt til gode ${kroner}` : `I alt ${kroner}`, telling.payable()],
      ],
      { x: 338, y: y + 16, valueX: 537, right: true, leading: 18, value: { bold: true } },
    );
    if (!isCredit)
      sentences(
        sheet,
        [
          `Betalingsbetingelser: netto ${telling.terms()} dage.`,
          'Efter forfald beregnes rente jf. renteloven.',
          'Fakturaen er sendt elektronisk til EAN-nummeret.',
        ],
        50,
        y + 16,
        { leading: 14 },
      );
    const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
    sheet.line(50, 750, 545, 750);
    columnsOfPrint(
      sheet,
      [
        [50, [seller.street, `${seller.postcode} ${seller.city}`]],
        [175, [`Tlf. ${seller.phone}`, seller.email]],
        [330, [`Reg.nr. ${registration}`, `Kontonr. ${telling.account('other', seller.account, account)}`]],
        [445, [`CVR-nr. ${telling.sellerNumber()}`, `IBAN ${telling.iban(seller.iban)}`]],
      ],
      758,
      { size: 7.5, leading: 11 },
    );
  },
};
