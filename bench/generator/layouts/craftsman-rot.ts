/** Swedish, a craftsman's app: a private customer, labour and material apart, the tax reduction for labour taken off, Swish. */
import { addressOf, colours, pairsBeside, runs, sentences, table } from '../arranging.ts';
import { digits } from '../check-digits.ts';
import { called } from '../companies.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const craftsmanRot: InvoiceLayout = {
  name: 'craftsman-rot',
  language: 'sv',
  fonts: ['OpenSans', 'Liberation'],
  sizes: [9, 10],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Arbete, snickare', 'tim'],
        ['Arbete, målare', 'tim'],
        ['Arbete, lärling', 'tim'],
        ['Servicebil', 'st'],
        ['Virke 45x95', 'm'],
        ['Förbrukningsmaterial', 'st'],
        ['Innerdörr vit', 'st'],
      ],
      lines: [2, 7],
      highestPrice: 900,
      number: either(random, '###', 'Y-###', '1####'),
      isPrepaid: true,
      terms: [10, 14, 30],
    });
    const name = either(random, 'Bygg & Snickeri AB', 'Måleri AB', 'Byggservice HB');
    return {
      ...wish,
      seller: called(wish.seller, `${wish.seller.city} ${name}`),
      buyer: { ...wish.buyer, name: wish.buyer.person },
    };
  },
  style: (random) => ({
    amount: { ...either(random, spaced, plain), minus: either(random, 'before', 'dash') },
    date: anyDate(random, 'iso', { medium: 'sv-SE' }, { long: 'sv-SE' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = random.pick(colours);
    sheet.fill(0, 0, sheet.width, 8, colour);
    sheet.text(telling.sellerName(), 56, 40, { size: 18, bold: true, colour });
    sentences(
      sheet,
      [seller.street, `${seller.postcode} ${seller.city}`, seller.phone, seller.email],
      56,
      66,
      {
        size: 8,
        leading: 11,
        colour: '#555555',
      },
    );
    sheet.text(`Faktura ${telling.invoiceNumber()}`, 540, 40, { size: 14, align: 'right' });
    sheet.text('Kund', 56, 140, { size: 8, colour: '#777777' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 56, 152, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Fakturadatum', telling.issueDate()],
        ['Förfaller', telling.dueDate()],
        ['Kundnummer', facts.customerNumber],
        ['Arbetet utfört', telling.deliveryDate()],
        ['Fastighet', `${buyer.city} ${random.int(1, 9)}:${random.int(2, 90)}`],
      ],
      { x: 340, y: 140, valueX: 540, right: true, leading: 15, label: { colour: '#555555' } },
    );
    const code = telling.currency('kr');
    let y = table(
      sheet,
      [
        { title: 'Beskrivning', x: 56 },
        { title: 'Antal', x: 340, align: 'right' },
        { title: 'Pris', x: 440, align: 'right' },
        { title: 'Belopp', x: 540, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'net')
        .map((row) => [
          row.description,
          `${row.quantity} ${row.unit}`,
          `${row.unitPrice} ${code}`,
          `${row.net} ${code}`,
        ]),
      { y: 250, leading: 18, ruled: true, title: { size: 8, colour: '#777777' } },
    );
    sheet.line(56, y, 540, y, '#bbbbbb');
    y = pairsBeside(
      sheet,
      [
        ['Summa exkl. moms', `${telling.net()} ${code}`],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms (${rate})`, `${tax} ${code}`]),
        [either(random, 'Totalt inkl. moms', 'Summa inkl. moms'), `${telling.gross()} ${code}`],
        [
          either(random, 'ROT-avdrag', 'Skattereduktion ROT', 'Preliminär skattereduktion'),
          `${telling.prepaid()} ${code}`,
        ],
      ],
      { x: 330, y: y + 10, valueX: 540, right: true, leading: 16 },
    );
    sheet.fill(322, y + 2, 226, 24, colour);
    sheet.text('Att betala', 330, y + 8, { bold: true, colour: 'white' });
    sheet.text(`${telling.payable()} ${code}`, 540, y + 8, { bold: true, colour: 'white', align: 'right' });
    sentences(
      sheet,
      [
        'Preliminär skattereduktion är beräknad enligt uppgifter från dig. Om Skatteverket nekar',
        'avdraget har vi rätt att fakturera dig motsvarande belopp i efterhand.',
      ],
      56,
      y + 48,
      { size: 7.5, leading: 10, colour: '#555555' },
    );
    sheet.frame(56, 660, 484, 44, colour);
    const pay: [string, string][] = [
      ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
      ['OCR/referens', telling.reference()],
      ['Swish', `123 ${digits(random, 3)} ${digits(random, 2)} ${digits(random, 2)}`],
    ];
    for (const [index, [label, value]] of pay.entries())
      runs(
        sheet,
        [
          [`${label} `, { colour: '#555555' }],
          [value, { bold: true }],
        ],
        68 + index * 160,
        676,
      );
    sheet.text(
      `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))} · Momsregistreringsnr ${telling.sellerVat()} · Godkänd för F-skatt · Dröjsmålsränta enligt räntelagen`,
      sheet.width / 2,
      785,
      { size: 7, align: 'centre', colour: '#555555' },
    );
  },
};
