/** Norwegian, a bookkeeping service's in the cloud: captions in grey capitals, one block to pay by at the foot, the number of the register with MVA. */
import { addressOf, colours, pairsAbove, runs, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const norwegianBooks: InvoiceLayout = {
  name: 'norwegian-books',
  language: 'no',
  fonts: ['OpenSans', 'Liberation'],
  sizes: [9, 10],
  wish: (random) =>
    usual(random, 'NO', {
      goods: [
        ['Rådgivning, mars', 'timer'],
        ['Nettside, drift', 'mnd'],
        ['Kjøregodtgjørelse', 'km'],
        ['Bevertning', 'stk'],
        ['Fotografering', 'stk'],
        ['Materiell', 'stk'],
      ],
      number: either(random, '####', '#####', '1####'),
      terms: [7, 14, 14, 30],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: spaced,
    date: anyDate(random, 'dots', 'dots', { long: 'nb-NO' }, 'iso'),
    negativeCredit: random.once(2),
    percent: either(random, '25%', '25 %'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    const caption = { size: 6.5, colour: '#888888', tracking: 0.6 } as const;
    sheet.text(telling.sellerName(), 545, 44, { size: 15, bold: true, align: 'right', colour });
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 50, 40, { size: 24 });
    sheet.text('FAKTURERES TIL', 50, 100, caption);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 112, { leading: 13 });
    sheet.text('AVSENDER', 330, 100, caption);
    sentences(sheet, [...addressOf(seller, '').slice(1), seller.email], 330, 112, { leading: 13 });
    pairsAbove(
      sheet,
      [
        [isCredit ? 'KREDITNOTANR.' : 'FAKTURANR.', telling.invoiceNumber()],
        [isCredit ? 'KREDITNOTADATO' : 'FAKTURADATO', telling.issueDate()],
        ['FORFALLSDATO', isCredit ? '' : telling.dueDate()],
        ['KREDITERER FAKTURA', isCredit ? telling.preceding() : ''],
        ['KUNDENR.', facts.customerNumber],
        ['DERES REFERANSE', telling.buyerReference()],
      ],
      { x: 50, y: 190, step: 102, label: caption, gap: 12 },
    );
    const code = telling.currency(either(random, 'NOK', 'kr'));
    let y = table(
      sheet,
      [
        { title: 'Beskrivelse', x: 50 },
        { title: 'Antall', x: 300, align: 'right' },
        { title: 'Pris', x: 380, align: 'right' },
        { title: 'MVA', x: 440, align: 'right' },
        { title: 'Beløp', x: 545, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.vatRate, row.net]),
      { y: 245, leading: 19, ruled: true, title: { colour: '#555555' } },
    );
    sheet.line(50, y, 545, y, '#cccccc');
    y += 12;
    const sum = (label: string, value: string, style = {}) => {
      sheet.text(label, 440, y, { align: 'right', ...style });
      sheet.text(value, 545, y, { align: 'right', ...style });
      y += 17;
    };
    sum('Netto', telling.net());
    for (const { rate, taxable, tax } of telling.breakdown()) sum(`MVA ${rate} av ${taxable}`, tax);
    sum(isCredit ? `Til gode ${code}` : `Å betale ${code}`, telling.payable(), { bold: true, size: 12 });
    if (!isCredit) {
      sheet.fill(50, 640, 495, 70, '#f4f4f4');
      const account = grouped(seller.account, 4, 2, 5);
      pairsAbove(
        sheet,
        [
          ['KONTONUMMER', telling.account('other', seller.account, account)],
          ['KID', telling.reference()],
          ['BELØP', telling.payable()],
          ['BETALES INNEN', telling.dueDate()],
        ],
        { x: 64, y: 656, step: 122, label: caption, gap: 14, value: { bold: true } },
      );
    }
    const digits = grouped(telling.sellerNumber(facts.seller.organisationNumber ?? ''), 3);
    const small = { size: 7.5, colour: '#555555' } as const;
    runs(
      sheet,
      [
        [`${seller.name}  `, small],
        ['Foretaksregisteret ', small],
        [telling.sellerVat(`NO ${digits} MVA`), { ...small, bold: true }],
        [`  ${seller.web}  ${seller.phone}`, small],
      ],
      50,
      785,
    );
  },
};
