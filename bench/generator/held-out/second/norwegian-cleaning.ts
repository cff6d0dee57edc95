/** Norwegian, a cleaning firm's from a small-business ledger: buildings as headings with hours under each, discount told, payment facts as a table's one row, in a frame above the foot. */
import {
  addressOf,
  columnsAt,
  columnsOfPrint,
  logo,
  pairsBeside,
  rowAt,
  ruledCells,
  sentences,
} from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { beforeDiscount } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { grouped, printDate } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const norwegianCleaning: InvoiceLayout = {
  name: 'norwegian-cleaning',
  language: 'no',
  fonts: ['Liberation', 'OpenSans', 'Helvetica'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'NO', ['Renholdsservice AS', 'Bygg og Vedlikehold AS', 'Eiendomsdrift AS'], {
      goods: [
        ['Daglig renhold', 'timer'],
        ['Vinduspuss utvendig', 'stk'],
        ['Matteleie', 'mnd'],
        ['Boning av gulv', 'm2'],
        ['Forbruksmateriell', 'stk'],
      ],
      lines: [1, 7],
      rates: ['25'],
      highestPrice: 900,
      number: either(random, '####', '1####', '######'),
      terms: [10, 14, 30],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'dots', 'iso', 'dashes'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const number9 = grouped(seller.organisationNumber ?? '', 3);
    logo(sheet, random, 48, 32, 30, '#2f6b3a');
    sheet.text(telling.sellerName(), 88, 38, { size: 13, bold: true });
    sentences(
      sheet,
      [`${seller.street}, ${seller.postcode} ${seller.city}`, `Org.nr. NO ${telling.sellerNumber(number9)}`],
      88,
      56,
      { size: 8, leading: 11 },
    );
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 547, 34, { size: 22, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 48, 116, { leading: 13 });
    const month = printDate(facts.deliveryDate, { long: 'nb-NO' }).split(' ').slice(1).join(' ');
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Kreditnotanr.:' : 'Fakturanr.:', telling.invoiceNumber()],
        ['Kundenr.:', facts.customerNumber],
        [isCredit ? 'Dato:' : 'Fakturadato:', telling.issueDate()],
        [isCredit ? '' : 'Forfallsdato:', isCredit ? '' : telling.dueDate()],
        [isCredit ? 'Krediterer faktura:' : '', isCredit ? telling.preceding() : ''],
        ['Vår ref.:', facts.ourReference],
        ['Deres ref.:', telling.buyerReference()],
        ['Levert:', month],
      ],
      { x: 350, y: 74, valueX: 450, leading: 12.5 },
    );
    const columns = columnsAt(
      ['Beskrivelse', 48],
      ['Antall', 278, 'right'],
      ['Enhet', 285],
      ['Listepris', 376, 'right'],
      ['Rabatt', 420, 'right'],
      ['Pris', 478, 'right'],
      ['Beløp', 547, 'right'],
    );
    sheet.fill(44, 196, 507, 17, '#e4efe6');
    rowAt(
      sheet,
      columns,
      columns.map(({ title }) => title),
      200,
      { bold: true, size: 8 },
    );
    let y = 220;
    let left = 0;
    const rows = telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net');
    for (const [index, { description, quantity, unit, unitPrice, net }] of rows.entries()) {
      if (left === 0) {
        left = random.int(1, 4);
        sheet.text(
          `Bygg ${random.int(1, 30)} – ${random.pick(['Rådhuset', 'Lager nord', 'Kontor 2. etg.', 'Skolen'])}`,
          48,
          y,
          { bold: true },
        );
        y += 15;
      }
      left -= 1;
      const percent = random.pick([0, 0, 5, 10]);
      const list = telling.amount(beforeDiscount(facts.lines[index]?.unitPrice ?? '0', percent));
      rowAt(
        sheet,
        columns,
        [description, quantity, unit, list, percent === 0 ? '' : `${percent} %`, unitPrice, net],
        y,
      );
      y += 15;
    }
    sheet.line(44, y + 2, 551, y + 2, '#2f6b3a');
    const [vat] = telling.breakdown();
    const code = telling.currency(either(random, 'NOK', 'kr'));
    y = pairsBeside(
      sheet,
      [
        ['Netto', telling.net()],
        [`Mva ${vat?.rate ?? ''} av ${vat?.taxable ?? ''}`, vat?.tax ?? ''],
        [isCredit ? `Kreditert beløp ${code}` : `Å betale ${code}`, telling.payable()],
      ],
      { x: 370, y: y + 10, valueX: 547, right: true, leading: 15, value: { bold: true } },
    );
    if (!isCredit) {
      sheet.text('Betalingsinformasjon', 48, 650, { bold: true });
      const account = grouped(seller.account, 4, 2, 5);
      ruledCells(
        sheet,
        [[125], [150], [110], [118, 'right']],
        [
          ['Kontonummer', 'KID', 'Forfall', 'Beløp'],
          [
            telling.account('other', seller.account, account),
            telling.reference(),
            telling.dueDate(),
            telling.payable(),
          ],
        ],
        { x: 44, y: 664, head: '#e4efe6', title: { size: 7.5 }, colour: '#9fbda5' },
      );
      sheet.text(
        `Forsinkelsesrente påløper etter forfall. Fakturaen er også sendt som EHF, kundens aksesspunkt 9908:${buyer.organisationNumber}.`,
        48,
        708,
        { size: 7.5 },
      );
    }
    columnsOfPrint(
      sheet,
      [
        [48, [seller.phone, seller.email]],
        [230, [`Foretaksregisteret ${telling.sellerVat(`NO ${number9} MVA`)}`, seller.web]],
        [420, [`Godkjent renholdsvirksomhet`, `Nr. ${number(random, 6)}`]],
      ],
      770,
      { size: 7.5, leading: 10.5, colour: '#555555' },
    );
  },
};
