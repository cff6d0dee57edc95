/** Finnish, a bookkeeping service's: facts in a grid of boxes, references in groups, the virtual bar code in digits and bars. */
import {
  barcode,
  boxes,
  columnsAt,
  groupedFromRight,
  pairsBeside,
  rowsOf,
  sentences,
  table,
} from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { hyphenatedBusinessId } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const finnishBarcode: InvoiceLayout = {
  name: 'finnish-barcode',
  language: 'fi',
  fonts: ['OpenSans', 'Helvetica', 'Liberation'],
  sizes: [8.5, 9],
  wish: (random) =>
    trading(random, 'FI', ['Siivous Oy', 'Konsultointi Oy', 'Kiinteistöpalvelu Oy', 'Mainos Ky'], {
      goods: [
        ['Toimistosiivous, marraskuu', 'kk'],
        ['Ylläpitosopimus', 'kk'],
        ['Lumityöt', 'h'],
        ['Kahvitarjoilu', 'kpl', '14'],
        ['Suunnittelu', 'h'],
      ],
      rates: ['25.5'],
      number: either(random, '####', '######', '1####'),
      terms: [7, 14, 21],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'dots-loose', 'dots'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const label = { size: 6.5, colour: '#5b6770' } as const;
    sheet.text(telling.sellerName(), 42, 34, { size: 15, bold: true, colour: '#0f6674' });
    sheet.text(isCredit ? 'Hyvityslasku' : 'Lasku', 552, 32, { size: 19, align: 'right', colour: '#0f6674' });
    sheet.text('Laskutusosoite', 42, 84, label);
    sentences(
      sheet,
      [
        telling.buyerName(),
        buyer.street,
        `${buyer.postcode} ${buyer.city.toUpperCase()}`,
        `Y-tunnus ${hyphenatedBusinessId(buyer.organisationNumber ?? '')}`,
      ],
      42,
      95,
      { leading: 12 },
    );
    let y = 78;
    for (const row of [
      [
        ['Laskun numero', telling.invoiceNumber()],
        ['Laskun päiväys', telling.issueDate()],
      ],
      [
        [isCredit ? 'Hyvitettävä lasku' : 'Eräpäivä', isCredit ? telling.preceding() : telling.dueDate()],
        ['Maksuehto', isCredit ? '' : `${telling.terms()} pv netto`],
      ],
      [
        ['Asiakasnumero', facts.customerNumber],
        ['Toimituspäivä', telling.deliveryDate()],
      ],
      [
        ['Viitteemme', facts.ourReference],
        ['Viitteenne', telling.buyerReference()],
      ],
    ] as const)
      y = boxes(
        sheet,
        row.map(([name, value]) => [name, value, 120] as const),
        { x: 312, y, height: 25, label, colour: '#9aa5ad' },
      );
    y = table(
      sheet,
      columnsAt(
        ['Tuote', 42],
        ['Määrä', 270, 'right'],
        ['Yks.', 278],
        ['Hinta', 370, 'right'],
        ['ALV', 420, 'right'],
        ['Yhteensä (ALV 0 %)', 552, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: y + 18, leading: 15, ruled: true, title: { size: 7.5, bold: true } },
    );
    const sumsY = Math.max(y + 20, 400);
    table(
      sheet,
      columnsAt(['Verokanta', 42], ['Veron peruste', 160, 'right'], ['Vero', 240, 'right']),
      telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax]),
      { y: sumsY, leading: 12, title: { size: 7.5, bold: true } },
    );
    pairsBeside(
      sheet,
      [
        ['Veroton hinta yhteensä', telling.net()],
        ['Arvonlisävero yhteensä', telling.vat()],
        [
          isCredit ? 'Hyvitys yhteensä' : 'Maksettava yhteensä',
          `${telling.payable()} ${telling.currency('€')}`,
        ],
      ],
      { x: 330, y: sumsY, valueX: 552, right: true, leading: 16, value: { bold: true } },
    );
    const inGroups = groupedFromRight(facts.reference, 5);
    if (!isCredit) {
      sheet.line(42, 600, 552, 600, '#9aa5ad');
      boxes(
        sheet,
        [
          ['Saaja', seller.name, 170],
          ['Viitenumero', telling.reference(inGroups), 120],
          ['Eräpäivä', telling.dueDate(), 90],
          ['Maksettava (EUR)', telling.payable(), 130],
        ],
        { x: 42, y: 610, label, value: { bold: true } },
      );
      sentences(sheet, [`IBAN ${telling.iban()}`, `BIC ${seller.bic}`], 46, 646, { leading: 12 });
      const digits = facts.reference.padStart(20, '0');
      const [euros = '', cents = ''] = facts.totals.payable.split('.');
      const virtual = `4${seller.iban.slice(2)}${euros.padStart(6, '0')}${cents}000${digits}${facts.dueDate.slice(2).replaceAll('-', '')}`;
      sheet.text(`Virtuaaliviivakoodi ${virtual}`, 46, 676, { size: 7.5 });
      barcode(sheet, virtual, 160, 692, 32);
      sheet.text(
        'Viivästyskorko 11,5 %. Huomautusaika 7 päivää. Maksumuistutuksesta perimme 5,00 €.',
        46,
        734,
        { size: 7 },
      );
    }
    for (const [x, lines] of [
      [42, [seller.street, `${seller.postcode} ${seller.city.toUpperCase()}`]],
      [
        200,
        [
          `Y-tunnus ${telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))}`,
          `ALV-tunnus ${telling.sellerVat()}`,
        ],
      ],
      [370, [`Puhelin ${seller.phone}`, `Verkkolaskuosoite 0037${number(random, 8)}`]],
    ] as const)
      sentences(sheet, lines, x, 782, { ...label, leading: 9.5 });
  },
};
