/** Swedish, an architect's: values large with their captions below them, no letterhead, the supplier told at the foot alone. */
import { addressOf, sentences } from '../arranging.ts';
import { called } from '../companies.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const captionsBelow: InvoiceLayout = {
  name: 'captions-below',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.75, 9.5],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Skissarbete', 'tim'],
        ['Bygglovshandlingar', 'tim'],
        ['Modell 1:50', 'st'],
        ['Platsbesök', 'tim'],
        ['Utskrifter och kopior', 'st'],
      ],
      lines: [1, 5],
      highestPrice: 1500,
      number: either(random, 'Y-##', '###', 'A###'),
      terms: [15, 20, 30],
      ...sometimesCredit(random, 12),
    });
    const name = either(random, 'Arkitekter AB', 'Rum & Form AB', 'Arkitektkontor HB');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: { ...either(random, spaced, thin), minus: 'dash' },
    date: anyDate(random, { long: 'sv-SE' }, { medium: 'sv-SE' }, 'iso'),
    negativeCredit: true,
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const small = { size: 6.75, colour: '#777777' } as const;
    const put = (x: number, y: number, value: string, caption: string, size = 11) => {
      sheet.text(value, x, y, { size });
      sheet.text(caption, x, y + size * 1.45, small);
    };
    put(
      56,
      60,
      isCredit ? 'Kreditfaktura' : 'Faktura',
      isCredit ? `krediterar faktura ${telling.preceding()}` : 'utförda tjänster',
      26,
    );
    put(56, 140, telling.invoiceNumber(), 'fakturanummer');
    put(180, 140, telling.issueDate(), 'fakturadatum');
    if (!isCredit) put(310, 140, telling.dueDate(), 'förfallodatum');
    put(440, 140, telling.buyerReference(), 'er referens');
    sheet.text(telling.buyerName(), 56, 190, { size: 11 });
    sentences(sheet, addressOf(buyer, '').slice(1), 56, 206, { leading: 12 });
    sheet.text('kund', 56, 234, small);
    put(
      310,
      190,
      `${either(random, 'Villa', 'Kvarteret', 'Hus')} ${random.pick(['Almen', 'Tallen', 'Syrenen'])}`,
      'uppdrag',
    );
    let y = 290;
    for (const row of telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net')) {
      sheet.text(row.description, 56, y);
      sheet.text(`${row.quantity} ${row.unit}`, 340, y, { align: 'right' });
      sheet.text(row.unitPrice, 430, y, { align: 'right' });
      sheet.text(row.net, 540, y, { align: 'right' });
      y += 20;
    }
    for (const [x, caption] of [
      [340, 'antal'],
      [430, 'á pris'],
      [540, 'belopp'],
    ] as const)
      sheet.text(caption, x, y - 4, { ...small, align: 'right' });
    sheet.text('beskrivning', 56, y - 4, small);
    y += 44;
    sheet.line(56, y, 540, y, '#bbbbbb');
    y += 14;
    const code = telling.currency(either(random, 'kr', 'SEK'));
    const [vat] = telling.breakdown();
    put(56, y, `${telling.net()} ${code}`, 'summa exklusive moms');
    put(220, y, `${vat?.tax ?? ''} ${code}`, `moms ${vat?.rate ?? ''}`);
    put(380, y - 6, `${telling.payable()} ${code}`, isCredit ? 'att återbetala' : 'att betala', 18);
    if (!isCredit) {
      y += 70;
      put(56, y, telling.account('bankgiro', seller.bankgiro), 'bankgiro');
      put(220, y, `${telling.terms()} dagar`, 'betalningsvillkor');
      sheet.text(
        'Ange fakturanummer vid betalning. Vid sen betalning debiteras dröjsmålsränta enligt räntelagen.',
        56,
        y + 50,
        {
          size: 8,
        },
      );
    }
    sentences(
      sheet,
      [
        `${telling.sellerName()}  ${seller.street}  ${seller.postcode} ${seller.city}`,
        `${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}  ${telling.sellerVat()}  Godkänd för F-skatt  ${seller.web}`,
      ],
      56,
      786,
      { size: 7.5, leading: 11, colour: '#555555' },
    );
  },
};
