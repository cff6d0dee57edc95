/** Finnish, a staffing firm's: hours of named workers by week under each other, allowances, labels right-aligned to a line down the middle, delivery terms nobody needs, credit notes now and then. */
import {
  addressOf,
  columnsAt,
  groupedFromRight,
  pairsBeside,
  sentences,
  sumsUnder,
  table,
} from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { hyphenatedBusinessId, printDate } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const finnishStaffing: InvoiceLayout = {
  name: 'finnish-staffing',
  language: 'fi',
  fonts: ['Times', 'Liberation', 'OpenSans'],
  sizes: [9, 9.5],
  wish: (random) =>
    trading(random, 'FI', ['Henkilöstö Oy', 'Rekrytointi Oy', 'Työvoima Oyj'], {
      goods: [
        ['Varastotyöntekijä, normaalityö', 'h'],
        ['Iltalisä', 'h'],
        ['Ylityö 50 %', 'h'],
        ['Hitsaaja', 'h'],
        ['Matkakorvaus', 'km'],
      ],
      lines: [1, 8],
      rates: ['25.5'],
      highestPrice: 70,
      isMeasured: true,
      number: either(random, '######', 'L-#####', '24####'),
      terms: [7, 14, 30],
      ...sometimesCredit(random, 7),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'dots-loose', 'dots', { long: 'fi-FI' }),
    negativeCredit: random.once(2),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const code = telling.currency(either(random, 'EUR', '€'));
    sheet.text(isCredit ? 'Hyvityslasku' : 'Lasku', 55, 40, { size: 22, colour: '#1d4e89' });
    sentences(
      sheet,
      [
        telling.sellerName(),
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Y-tunnus ${telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))}`,
      ],
      540,
      42,
      { align: 'right', leading: 12 },
    );
    sheet.text('Vastaanottaja', 55, 110, { size: 8, colour: '#777777' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 55, 122, { leading: 13 });
    const pairs: [string, string][] = [
      [isCredit ? 'Hyvityslaskun numero' : 'Laskunumero', telling.invoiceNumber()],
      ['Päiväys', telling.issueDate()],
      [
        isCredit ? 'Alkuperäinen lasku' : 'Maksettava viimeistään',
        isCredit ? telling.preceding() : telling.dueDate(),
      ],
      ['Tilaajan viite', telling.buyerReference()],
      ['Ostotilaus', telling.order()],
      ['Toimitusehto', 'Vapaasti tilaajan tiloissa'],
    ];
    let y = 110;
    for (const [label, value] of pairs) {
      sheet.text(label, 420, y, { align: 'right', colour: '#777777' });
      sheet.text(value, 428, y);
      y += 14;
    }
    sheet.line(424, 110, 424, y - 3, '#777777');
    const from = dateAfter(facts.issueDate, -random.int(14, 21));
    sheet.text(
      `Työt ${printDate(from, 'dots-loose')}–${printDate(dateAfter(from, 13), 'dots-loose')}, kohde ${either(random, 'keskusvarasto', 'telakka', 'konepaja')}, yhteyshenkilö ${facts.ourReference}`,
      55,
      212,
      { italic: true },
    );
    const rows = telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net');
    y = table(
      sheet,
      columnsAt(
        ['Työntekijä', 55],
        ['Selite', 150],
        ['Määrä', 365, 'right'],
        ['Yks.', 372],
        [`Hinta ${code}`, 455, 'right'],
        [`Yhteensä ${code}`, 540, 'right'],
      ),
      rows.map(({ description, quantity, unit, unitPrice, net }) => [
        random.pick(['Virtanen K.', 'Nieminen J.', 'Mäkelä S.', 'Laine T.']),
        description,
        quantity,
        unit,
        unitPrice,
        net,
      ]),
      { y: 236, leading: 16, striped: '#eef3f9', title: { size: 8, colour: '#1d4e89' } },
    );
    const [vat] = telling.breakdown();
    sumsUnder(
      sheet,
      [
        ['Veroton summa', telling.net(), 270],
        [`Alv ${vat?.rate ?? ''}`, vat?.tax ?? '', 380],
        [isCredit ? 'Hyvitettävä summa' : 'Maksettava summa', `${telling.payable()} ${code}`, 540],
      ],
      { y: y + 16, gap: 12, label: { size: 8, colour: '#777777' }, value: { size: 12, bold: true } },
    );
    if (!isCredit) {
      sheet.fill(55, 660, 485, 60, '#eef3f9');
      pairsBeside(
        sheet,
        [
          ['Tilinumero', `${telling.iban()}  (${seller.bic})`],
          ['Viite', telling.reference(groupedFromRight(facts.reference, 5))],
          ['Maksuehdot', `${telling.terms()} päivää netto, viivästyskorko 12 %`],
        ],
        { x: 65, y: 668, valueX: 150, leading: 16 },
      );
    }
    sheet.text(
      `${seller.phone}  |  ${seller.email}  |  alv-tunnus ${telling.sellerVat()}  |  verkkolaskut 0037${number(random, 8)}`,
      sheet.width / 2,
      788,
      { size: 7.5, align: 'centre' },
    );
  },
};
