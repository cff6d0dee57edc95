/** Swedish, a freelancer's phone app: big number to be paid on top, little grey labels, everything centred in cards. */
import { colours, pairsAbove, sentences, table } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const freelancerApp: InvoiceLayout = {
  name: 'freelancer-app',
  language: 'sv',
  fonts: ['Liberation', 'OpenSans', 'OpenSans'],
  sizes: [9, 10],
  mayBeTwo: true,
  wish: (random) =>
    usual(random, 'SE', {
      rates: [either(random, '25', '6')],
      goods: [
        ['Fotografering, heldag', 'st'],
        ['Redigering', 'tim'],
        ['Illustration', 'st'],
        ['Översättning', 'ord'],
      ],
      lines: [1, 4],
      number: either(random, '#', '##', '###'),
      terms: [10, 14, 30],
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, { long: 'sv-SE' }, 'iso'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const colour = random.pick(colours);
    const grey = { size: 7.5, colour: '#888888' };
    const code = telling.currency(either(random, 'kr', 'SEK'));
    sheet.text(telling.sellerName(), sheet.width / 2, 36, { align: 'centre', bold: true });
    sheet.text('Att betala', sheet.width / 2, 62, { ...grey, align: 'centre' });
    sheet.text(`${telling.payable()} ${code}`, sheet.width / 2, 74, { align: 'centre', size: 28, colour });
    sheet.text(`Senast ${telling.dueDate()}`, sheet.width / 2, 112, { align: 'centre' });
    sheet.frame(60, 140, 475, 60, '#dddddd');
    pairsAbove(
      sheet,
      [
        ['Faktura', `#${telling.invoiceNumber()}`],
        ['Datum', telling.issueDate()],
        ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['OCR', telling.reference()],
      ],
      { x: 74, y: 152, step: 118, gap: 12, label: grey },
    );
    sentences(sheet, ['Till', telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 74, 220);
    sentences(sheet, ['Från', seller.name, seller.email, seller.phone], 330, 220);
    const y = table(
      sheet,
      [
        { title: 'Vad', x: 74 },
        { title: 'Antal', x: 360, align: 'right' },
        { title: 'Pris', x: 440, align: 'right' },
        { title: 'Summa', x: 520, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unitPrice', 'net')
        .map((row) => [row.description, row.quantity, row.unitPrice, row.net]),
      { y: 300, leading: 20, title: grey },
    );
    const [vat] = telling.breakdown();
    telling.vat();
    pairsAbove(
      sheet,
      [
        ['Före moms', `${telling.net()} ${code}`],
        [`Moms (${vat?.rate ?? ''})`, `${vat?.tax ?? ''} ${code}`],
        ['Totalt', `${telling.gross()} ${code}`],
      ],
      { x: 200, y: y + 20, step: 118, label: grey },
    );
    sheet.text(
      `${swedishNumber(telling.sellerNumber())} · ${telling.sellerVat()} · Godkänd för F-skatt · ${seller.street}, ${seller.postcode} ${seller.city}`,
      sheet.width / 2,
      800,
      { ...grey, align: 'centre' },
    );
  },
};
