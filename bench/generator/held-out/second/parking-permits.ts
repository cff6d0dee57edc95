/** Swedish, a parking company's for permits: registration numbers under each line, the sum in the table's last row, the company's name at the foot alone, brand large. */
import { addressOf, columnsOfPrint, pairsBeside, ruledCells, sentences } from '../../arranging.ts';
import { digits, number, sweden } from '../../check-digits.ts';
import { dateAfter } from '../../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { printDate, swedishNumber } from '../../print.ts';
import { trading } from '../../trade.ts';

export const parkingPermits: InvoiceLayout = {
  name: 'parking-permits',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'SE', ['Parkering AB', 'P-drift AB', 'Parkeringsservice AB'], {
      goods: [
        ['Förhyrd plats, garage plan 2', 'mån'],
        ['Besökstillstånd, zon B', 'st'],
        ['Laddplats 11 kW, fast avgift', 'mån'],
        ['Passerkort', 'st'],
        ['Reserverad plats, markparkering', 'mån'],
      ],
      lines: [1, 5],
      rates: ['25'],
      highestPrice: 1900,
      number: either(random, '#########', 'P######', '########'),
      reference: sweden.ocrWithLength,
      terms: [20, 28, 30],
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'iso', { medium: 'sv-SE' }),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const blue = '#12508f';
    sheet.fill(45, 30, 44, 44, blue);
    sheet.text('P', 57, 32, { size: 34, bold: true, colour: 'white' });
    sheet.text(either(random, 'parkeragott', 'stadens p'), 98, 44, { size: 17, bold: true, colour: blue });
    sheet.text('Faktura parkering', 340, 40, { size: 15, bold: true });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 340, 92, { leading: 13.5 });
    pairsBeside(
      sheet,
      [
        ['Faktura-ID', telling.invoiceNumber()],
        ['Utskriftsdag', telling.issueDate()],
        ['Kund-ID', facts.customerNumber],
        ['Avtal', `${number(random, 5)}-${digits(random, 2)}`],
        ['Er referens', telling.buyerReference()],
      ],
      { x: 45, y: 92, valueX: 135, leading: 13.5, label: { colour: '#555555' } },
    );
    const [from, to] = [dateAfter(facts.dueDate, 2), dateAfter(facts.dueDate, 31)];
    sheet.text(
      `Avgiften gäller perioden ${printDate(from, 'iso')} till ${printDate(to, 'iso')} och betalas i förskott.`,
      45,
      186,
    );
    const rows = telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net');
    const [vat] = telling.breakdown();
    let y = ruledCells(
      sheet,
      [[255], [50, 'right'], [45], [70, 'right'], [85, 'right']],
      [
        ['Beskrivning', 'Antal', '', 'Pris', 'Exkl. moms'],
        ...rows.map(({ description, quantity, unit, unitPrice, net }) => [
          description,
          quantity,
          unit,
          unitPrice,
          net,
        ]),
      ],
      { x: 45, y: 206, head: '#dde7f2', colour: '#9db4cc' },
    );
    y = ruledCells(
      sheet,
      [[255], [165], [85, 'right']],
      [
        ['', 'Summa exkl. moms', telling.net()],
        ['', `Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        ['', `Att betala, ${telling.currency(either(random, 'kr', 'SEK', 'kronor'))}`, telling.payable()],
      ],
      { x: 45, y, colour: '#9db4cc', title: {} },
    );
    const plates = Array.from(
      { length: random.int(1, 4) },
      () => `${random.pick(['KLM', 'RDF', 'OPA', 'TUX'])} ${digits(random, 3)}`,
    );
    y = sheet.text(`Registreringsnummer i avtalet: ${plates.join(', ')}`, 45, y + 10, { size: 8 });
    sheet.fill(45, y + 26, 505, 62, '#f3f6fa');
    sheet.text('Så här betalar du', 56, y + 33, { bold: true, colour: blue });
    sheet.text(
      `Betala till bankgiro ${telling.account('bankgiro', seller.bankgiro)} och ange OCR-nummer ${telling.reference()}. Pengarna ska finnas på vårt konto senast ${telling.dueDate()}. Har du autogiro dras beloppet i stället samma dag.`,
      56,
      y + 50,
      { width: 480 },
    );
    sheet.text(
      'Vid utebliven betalning upphör tillståndet att gälla. Påminnelseavgift 60 kr och dröjsmålsränta enligt räntelagen tillkommer.',
      45,
      y + 104,
      { size: 7.5, width: 505 },
    );
    sheet.line(45, 756, 550, 756, blue);
    columnsOfPrint(
      sheet,
      [
        [45, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`]],
        [220, ['Kundtjänst', seller.phone, seller.email]],
        [
          390,
          [
            `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
            `Momsreg.nr ${telling.sellerVat()}`,
            'Godkänd för F-skatt',
          ],
        ],
      ],
      763,
      { size: 7.5, leading: 10.5, colour: '#444444' },
    );
  },
};
