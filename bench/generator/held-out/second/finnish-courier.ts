/** Finnish, a courier's: a row for each consignment with its day and waybill over a page or more, RF reference, fuel supplement, sums in a strip of cells below the rows, company in the foot alone. */
import {
  addressOf,
  boxes,
  columnsAt,
  columnsOfPrint,
  pairsBeside,
  rowAt,
  sentences,
} from '../../arranging.ts';
import { digits, number } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { grouped, hyphenatedBusinessId, printDate } from '../../print.ts';
import { rfReference, trading } from '../../trade.ts';

const columns = columnsAt(
  ['Pvm', 40],
  ['Rahtikirja', 92],
  ['Palvelu', 160],
  ['Määrä', 345, 'right'],
  ['Yks.', 352],
  ['Hinta', 440, 'right'],
  ['Alv', 480, 'right'],
  ['Summa', 555, 'right'],
);

export const finnishCourier: InvoiceLayout = {
  name: 'finnish-courier',
  language: 'fi',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.25, 8.75],
  wish: (random) =>
    trading(random, 'FI', ['Pikalähetti Oy', 'Kuriiripalvelu Oy', 'Jakelu Ky'], {
      goods: [
        ['Paketti alle 10 kg', 'kpl'],
        ['Noutotoimitus', 'kpl'],
        ['Aikataulutettu ajo', 'km'],
        ['Odotusaika', 'min'],
        ['Polttoainelisä', 'kpl'],
      ],
      lines: [4, 45],
      rates: ['25.5'],
      highestPrice: 90,
      number: either(random, '#######', '1######', '####-##'),
      reference: rfReference,
      terms: [14, 21, 30],
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'dots-loose', 'dots', 'iso'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const titles = columns.map(({ title }) => title);
    const colour = '#b3541e';
    sheet.polygon(
      [
        [40, 66],
        [64, 32],
        [112, 32],
        [88, 66],
      ],
      colour,
    );
    sheet.text(either(random, 'Viuh!', 'Nopsa'), 124, 36, { size: 22, bold: true, italic: true, colour });
    sheet.text(`Lasku ${telling.invoiceNumber()}`, 555, 38, { size: 16, bold: true, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 40, 108, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Laskutuspäivä', telling.issueDate()],
        ['Eräpäivä', telling.dueDate()],
        ['Maksuaika', `${telling.terms()} pv`],
        ['Asiakas', facts.customerNumber],
        ['Viitteenne', telling.buyerReference()],
        [
          'Laskutuskausi',
          `${printDate(dateAfter(facts.issueDate, -31), 'dots-loose')}–${printDate(dateAfter(facts.issueDate, -1), 'dots-loose')}`,
        ],
      ],
      { x: 360, y: 76, valueX: 445, leading: 13, label: { colour: '#666666' } },
    );
    sheet.line(40, 178, 555, 178, colour, 1.5);
    rowAt(sheet, columns, titles, 184, { bold: true, size: 8 });
    let y = 200;
    const turn = () => {
      sheet.text('jatkuu…', 555, 790, { align: 'right', italic: true });
      sheet.newPage();
      sheet.text(`Lasku ${facts.invoiceNumber}, sivu ${sheet.page()}`, 555, 30, { align: 'right' });
      rowAt(sheet, columns, titles, 50, { bold: true, size: 8 });
      y = 66;
    };
    const rows = telling.lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net');
    for (const [index, { description, quantity, unit, unitPrice, vatRate, net }] of rows.entries()) {
      if (y > 760) turn();
      const day = dateAfter(facts.issueDate, Math.round((index * 29) / rows.length) - 31);
      const waybill = `JJFI${digits(random, 7)}`;
      rowAt(
        sheet,
        columns,
        [
          printDate(day, 'dots-loose').slice(0, -4),
          waybill,
          description,
          quantity,
          unit,
          unitPrice,
          vatRate,
          net,
        ],
        y,
      );
      y += 13;
    }
    if (y > 560) turn();
    const [vat] = telling.breakdown();
    y = boxes(
      sheet,
      [
        ['Veroton yhteensä', telling.net(), 120],
        ['Verokanta', vat?.rate ?? '', 75],
        ['Arvonlisävero', vat?.tax ?? '', 110],
        ['Laskun loppusumma', `${telling.payable()} ${telling.currency(either(random, 'EUR', '€'))}`, 210],
      ],
      { x: 40, y: y + 14, height: 32, label: { size: 7 }, value: { size: 11, bold: true }, colour },
    );
    pairsBeside(
      sheet,
      [
        ['Maksun saaja', seller.name],
        ['IBAN', telling.iban()],
        ['BIC', seller.bic],
        ['Viitenumero', telling.reference(grouped(facts.reference, 4))],
      ],
      { x: 40, y: y + 20, valueX: 120, leading: 14, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        'Viivästyskorko korkolain mukaan.',
        `Maksumuistutus ${random.int(5, 10)},00 €.`,
        'Reklamaatiot kahden viikon kuluessa.',
      ],
      360,
      y + 20,
      { size: 8 },
    );
    const id = hyphenatedBusinessId(seller.organisationNumber ?? '');
    sheet.line(40, 790, 555, 790, colour);
    columnsOfPrint(
      sheet,
      [
        [40, [telling.sellerName(), `${seller.street}, ${seller.postcode} ${seller.city}`]],
        [220, [`Y-tunnus ${telling.sellerNumber(id)}`, `ALV rek. ${telling.sellerVat()}`]],
        [350, [`Asiakaspalvelu ${seller.phone}`, seller.email]],
        [490, ['OVT', `0037${number(random, 8)}`]],
      ],
      796,
      { size: 7, leading: 10 },
    );
  },
};
