/** Norwegian, a bookkeeping service's in the cloud: everything left-aligned under grey labels, a pale panel with KID and account, the bank's other account number for abroad. */
import { addressOf, columnsAt, pairsAbove, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const norwegianCloud: InvoiceLayout = {
  name: 'norwegian-cloud',
  language: 'no',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'NO', ['Rørservice AS', 'Renhold AS', 'Rekneskap AS', 'Prosjekt ASA'], {
      goods: [
        ['Renhold kontor, november', 'mnd'],
        ['Rørlegger, timer', 'time'],
        ['Servicebil per oppdrag', 'stk'],
        ['Mat til møte', 'stk', '15'],
        ['Lisens modul', 'mnd'],
      ],
      rates: ['25'],
      number: either(random, '####', '#####', '10###'),
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'dots', { medium: 'nb-NO' }, { long: 'nb-NO' }),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const grey = { size: 7, colour: '#7a7a7a' } as const;
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 50, 40, { size: 24 });
    sheet.text(telling.sellerName(), 545, 44, { size: 13, bold: true, align: 'right' });
    sheet.text('Mottaker', 50, 92, grey);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 102, { leading: 13 });
    sheet.text('Leveringsadresse', 300, 92, grey);
    sentences(sheet, [`${buyer.city} Næringspark`, `Port ${random.int(1, 9)}`], 300, 102, { leading: 13 });
    const y0 = pairsAbove(
      sheet,
      [
        [isCredit ? 'Kreditnotanr.' : 'Fakturanr.', telling.invoiceNumber()],
        ['Fakturadato', telling.issueDate()],
        [isCredit ? 'Gjelder faktura' : 'Forfall', isCredit ? telling.preceding() : telling.dueDate()],
        ['Kundenr.', facts.customerNumber],
        ['Leveringsdato', telling.deliveryDate()],
        ['Deres ref.', telling.buyerReference()],
        ['Vår ref.', facts.ourReference],
        ['Prosjekt', `${number(random, 4)}`],
      ],
      { x: 50, y: 162, step: 124, columns: 4, rowHeight: 28, label: grey },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Beskrivelse', 50],
        ['Antall', 300, 'right'],
        ['Enhet', 308],
        ['Pris', 410, 'right'],
        ['MVA', 455, 'right'],
        ['Beløp', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: y0 + 12, leading: 17, ruled: true, title: { ...grey, size: 8 } },
    );
    const code = telling.currency(either(random, 'NOK', 'kr'));
    y = pairsBeside(
      sheet,
      [
        ['Sum ekskl. mva', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [`Mva ${rate} av ${taxable}`, tax]),
        [isCredit ? 'Til gode' : 'Totalt å betale', `${code} ${telling.payable()}`],
      ],
      { x: 330, y: y + 10, valueX: 545, right: true, leading: 17 },
    );
    if (!isCredit) {
      sheet.fill(50, 620, 495, 58, '#eef3f8');
      pairsAbove(
        sheet,
        [
          ['Kontonummer', telling.account('other', seller.account, grouped(seller.account, 4, 2, 5))],
          ['KID-nummer', telling.reference()],
          ['Forfallsdato', telling.dueDate()],
          ['Beløp', `${code} ${telling.payable()}`],
        ],
        { x: 62, y: 630, step: 120, gap: 12, label: grey, value: { bold: true } },
      );
      sheet.text(`Fra utlandet: IBAN ${telling.iban()}  SWIFT ${seller.bic}`, 62, 662, { size: 7.5 });
    }
    const registered = `${grouped(seller.organisationNumber ?? '', 3)} MVA`;
    telling.sellerNumber(grouped(seller.organisationNumber ?? '', 3));
    for (const [x, lines] of [
      [50, [seller.street, `${seller.postcode} ${seller.city}`, 'Norge']],
      [220, [`Org.nr. ${telling.sellerVat(registered)}`, 'Foretaksregisteret']],
      [390, [seller.phone, seller.email, seller.web]],
    ] as const)
      sentences(sheet, lines, x, 752, { ...grey, size: 7.5, leading: 10.5 });
  },
};
