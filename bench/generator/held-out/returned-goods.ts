/** Swedish, a net shop's for goods sent back: credit notes alone, the order's and the first invoice's numbers and days beside its own, money paid back to a card. */
import { addressOf, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { printDate, swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const returnedGoods: InvoiceLayout = {
  name: 'returned-goods',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'SE', ['Nätbutik AB', 'Kontorsvaror Online AB', 'E-handel Sverige AB'], {
      goods: [
        ['Skrivbordsstol svart', 'st'],
        ['Tonerkassett 207X', 'st'],
        ['Whiteboard 120x90', 'st'],
        ['Returfrakt', 'st'],
      ],
      lines: [1, 4],
      rates: ['25'],
      number: either(random, 'KR-######', 'CN#######', '9######'),
      isCredit: true,
    }),
  style: (random) => ({
    amount: { ...spaced, minus: either(random, 'before', 'dash') },
    date: anyDate(random, 'iso', { medium: 'sv-SE' }),
    negativeCredit: random.once(2),
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const code = telling.currency('kr');
    const kr = (amount: string) => `${amount} ${code}`;
    sheet.fill(0, 0, sheet.width, 4, '#8a1c1c');
    sheet.text(seller.web.replace('www.', '').replace('.example', ''), 45, 28, {
      size: 22,
      bold: true,
      colour: '#8a1c1c',
    });
    sheet.text(either(random, 'Kreditfaktura', 'Kreditnota'), 550, 32, { size: 16, align: 'right' });
    const left = pairsBeside(
      sheet,
      [
        ['Kreditnummer', telling.invoiceNumber()],
        ['Utfärdad', telling.issueDate()],
        ['Avser faktura', telling.preceding()],
        ['Fakturans datum', printDate(dateAfter(facts.issueDate, -random.int(8, 60)), 'iso')],
        ['Webborder', `W${number(random, 8)}`],
        ['Retur mottagen', printDate(dateAfter(facts.issueDate, -2), 'iso')],
        ['Returärende', `RMA${digits(random, 5)}`],
      ],
      { x: 45, y: 82, valueX: 150, leading: 14, label: { bold: true } },
    );
    sentences(sheet, ['Kund', ...addressOf(buyer, telling.buyerName()), buyer.email], 340, 82, {
      leading: 13,
    });
    const y = table(
      sheet,
      columnsAt(['Vara', 45], ['Antal', 320, 'right'], ['Pris', 430, 'right'], ['Summa', 550, 'right']),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net').map(
        ([description = '', quantity = '', price = '', net = '']) => [
          description,
          quantity,
          kr(price),
          kr(net),
        ],
      ),
      { y: left + 24, leading: 20, ruled: true },
    );
    pairsBeside(
      sheet,
      [
        ['Totalt exkl. moms', kr(telling.net())],
        [`varav moms ${telling.breakdown()[0]?.rate ?? ''}`, kr(telling.vat())],
        ['Återbetalas', kr(telling.payable())],
      ],
      { x: 320, y: y + 14, valueX: 550, right: true, leading: 17, value: { bold: true } },
    );
    sheet.text(
      `Beloppet betalas tillbaka till det kort som användes vid köpet (**** ${digits(random, 4)}) inom 14 dagar. Du behöver inte göra något. Behåll kreditfakturan till din bokföring.`,
      45,
      y + 90,
      { width: 500 },
    );
    sheet.text(
      `${telling.sellerName()} | ${seller.street}, ${seller.postcode} ${seller.city} | Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))} | Momsnr ${telling.sellerVat()}`,
      sheet.width / 2,
      792,
      { size: 7.5, align: 'centre', colour: '#555555' },
    );
  },
};
