/** Finnish, a service chain's with the sum at the top: chain's name large and company's small, contract and site numbers, the due date in a band, letters far apart. */
import {
  addressOf,
  columnsAt,
  groupedFromRight,
  letterSpaced,
  pairsBeside,
  rowsOf,
  sentences,
  sumsUnder,
  table,
} from '../arranging.ts';
import { number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { grouped, hyphenatedBusinessId, printDate } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const finnishLift: InvoiceLayout = {
  name: 'finnish-lift',
  language: 'fi',
  fonts: ['Helvetica', 'Times', 'OpenSans'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'FI', ['Hissihuolto Oy', 'Kylmälaite Oy', 'Turvapalvelut Oyj'], {
      goods: [
        ['Huoltosopimus, vuosineljännes', 'kpl'],
        ['Varaosat', 'kpl'],
        ['Asentajan työ', 'h'],
        ['Matkakulut', 'km'],
        ['Laskutuslisä', 'kpl'],
      ],
      lines: [1, 6],
      rates: ['25.5'],
      number: either(random, '########', '7#######'),
      terms: [14, 30],
      ...sometimesCredit(random, 12),
    }),
  style: (random) => ({
    amount: { ...spaced, minus: either(random, 'before', 'after') },
    date: either(random, 'dots-loose' as const, 'dots' as const),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const chain = either(random, 'TURVARI', 'POHJA', 'LINNA');
    sheet.text(letterSpaced(chain), 50, 34, { size: 22, bold: true, colour: '#8a1c1c' });
    sheet.text(letterSpaced(isCredit ? 'HYVITYSLASKU' : 'LASKU'), 548, 40, { size: 14, align: 'right' });
    sheet.fill(50, 74, 498, 34, '#8a1c1c');
    const white = { colour: 'white', bold: true, size: 11 } as const;
    sheet.text(
      `${isCredit ? 'Hyvitys' : 'Maksettavaa'} ${telling.payable()} ${telling.currency('EUR')}`,
      60,
      85,
      white,
    );
    if (!isCredit) sheet.text(`Eräpäivä ${telling.dueDate()}`, 538, 85, { ...white, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 124, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Laskunumero', telling.invoiceNumber()],
        ['Päivämäärä', telling.issueDate()],
        ['Sopimusnumero', number(random, 7)],
        ['Kohde', `As Oy ${buyer.city}n Helmi`],
        [
          'Jakso',
          `${printDate(dateAfter(facts.issueDate, 1), 'dots-loose')}–${printDate(dateAfter(facts.issueDate, 90), 'dots-loose')}`,
        ],
        ['Tilausnumeronne', telling.order()],
        ['Hyvitettävän laskun nro', telling.preceding()],
      ],
      { x: 310, y: 124, valueX: 420, leading: 13 },
    );
    const y = table(
      sheet,
      columnsAt(
        ['Selite', 50],
        ['Määrä', 300, 'right'],
        ['Yks', 308],
        ['A-hinta', 410, 'right'],
        ['Alv-%', 460, 'right'],
        ['Netto', 548, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: 236, leading: 15, ruled: true },
    );
    sumsUnder(
      sheet,
      [
        ['Veroton', telling.net(), 150],
        ['Alv', telling.vat(), 240],
        ['Yhteensä', telling.payable(), 340],
      ],
      { y: y + 16, value: { bold: true } },
    );
    sheet.text('Reklamaatiot 8 päivän kuluessa. Viivästyskorko korkolain mukaan.', 50, y + 56, { size: 8 });
    if (!isCredit)
      pairsBeside(
        sheet,
        [
          [
            'Pankkitili',
            `${telling.iban(random.once(2) ? seller.iban : grouped(seller.iban, 4))}  ${seller.bic}`,
          ],
          ['Viite', telling.reference(groupedFromRight(facts.reference, 5))],
        ],
        { x: 50, y: 680, valueX: 120, leading: 15, value: { bold: true } },
      );
    sheet.line(50, 740, 548, 740);
    sentences(
      sheet,
      [
        `${telling.sellerName()} kuuluu ${chain}-ketjuun`,
        `${seller.street}, ${seller.postcode} ${seller.city}, puh. ${seller.phone}, Y-tunnus ${telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))}, alv-nro ${telling.sellerVat()}, kotipaikka ${seller.city}`,
      ],
      50,
      746,
      { size: 7.5, leading: 10.5 },
    );
  },
};
