/** Swedish, a contractor's: a stage of a contract sum with what was charged before beside it, reverse charge, payments on account. */
import Big from 'big.js';
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dotted, either, type InvoiceLayout, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const buildingStage: InvoiceLayout = {
  name: 'building-stage',
  language: 'sv',
  fonts: ['Times', 'Helvetica', 'Liberation'],
  sizes: [9, 10],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Etablering och mark', 'st'],
        ['Grundläggning', 'st'],
        ['Stomme och tak', 'st'],
        ['Invändiga arbeten', 'st'],
        ['VVS, underentreprenör', 'st'],
        ['ÄTA-arbeten enligt bilaga', 'st'],
      ],
      lines: [1, 6],
      number: either(random, 'Y####', '####', '##-###'),
      highestPrice: 90_000,
      isReverseCharge: random.once(2),
      isPrepaid: random.once(2),
      rounds: random.once(3),
      terms: [20, 30],
    });
    const name = either(random, 'Bygg AB', 'Entreprenad AB', 'Byggnads Aktiebolag');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({ amount: either(random, spaced, dotted), date: either(random, 'iso', 'short') }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.frame(40, 36, 515, 118);
    sheet.line(300, 36, 300, 154);
    sheet.line(300, 66, 555, 66);
    sheet.text('FAKTURA', 310, 43, { size: 15, bold: true });
    sheet.text(`sid 1/1`, 548, 48, { align: 'right', size: 8 });
    sheet.text(telling.sellerName(), 50, 46, { size: 13, bold: true });
    sentences(
      sheet,
      [
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Tel ${seller.phone}`,
        `Org.nr: ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}`,
        `VAT: ${telling.sellerVat()}`,
        'Företaget innehar F-skattsedel',
      ],
      50,
      66,
      { size: 8.5, leading: 13 },
    );
    pairsBeside(
      sheet,
      [
        ['Fakturanummer:', telling.invoiceNumber()],
        ['Fakturadatum:', telling.issueDate()],
        ['Förfallodatum:', telling.dueDate()],
        ['Projektnummer:', number(random, 4)],
        ['Beställningsnr:', telling.order()],
      ],
      { x: 310, y: 74, valueX: 410, leading: 15 },
    );
    sheet.text('Beställare:', 40, 170, { bold: true });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 40, 184, { leading: 13 });
    sheet.text('Entreprenad:', 310, 170, { bold: true });
    sentences(
      sheet,
      [
        `${either(random, 'Ombyggnad', 'Nybyggnad', 'Tillbyggnad')} ${buyer.city}`,
        `Beställarens ombud: ${telling.buyerReference()}`,
        `Lyft nr ${random.int(1, 9)} enligt betalningsplan`,
      ],
      310,
      184,
      { leading: 13 },
    );
    let y = table(
      sheet,
      [
        { title: 'Pos', x: 40 },
        { title: 'Betalningsplan', x: 66 },
        { title: 'Kontraktssumma', x: 330, align: 'right' },
        { title: 'Tidigare fakt.', x: 440, align: 'right' },
        { title: 'Denna faktura', x: 555, align: 'right' },
      ],
      telling.lines('description', 'net').map((row, index) => {
        const now = facts.lines[index]?.net ?? '0.00';
        const before = new Big(now).times(random.int(0, 4)).div(2).round(0).toFixed(2);
        const contract = new Big(now).plus(before).times(1.25).round(-2).toFixed(2);
        return [
          String((index + 1) * 10),
          row.description,
          telling.amount(contract),
          telling.amount(before),
          row.net,
        ];
      }),
      { y: 250, ruled: true, leading: 16, title: { size: 8, bold: true } },
    );
    sheet.line(40, y + 2, 555, y + 2);
    const currency = telling.currency(either(random, 'kronor', 'SEK'));
    const none = (amount: string) => Number(amount) === 0;
    y = pairsBeside(
      sheet,
      [
        ['Summa arbeten', telling.net()],
        ...(facts.isReverseCharge
          ? []
          : telling.breakdown().map(({ rate, tax }): [string, string] => [`Mervärdesskatt ${rate}`, tax])),
        ['Avgår betalt a conto', none(facts.totals.prepaid) ? '' : telling.prepaid()],
        ['Öresutjämning', none(facts.totals.rounding) ? '' : telling.rounding()],
      ],
      { x: 330, y: y + 12, valueX: 555, right: true, leading: 16 },
    );
    sheet.line(330, y, 555, y);
    sheet.text(`Att betala ${currency}`, 330, y + 6, { bold: true, size: 11 });
    sheet.text(telling.payable(), 555, y + 6, { bold: true, size: 11, align: 'right' });
    y += 44;
    if (facts.isReverseCharge)
      y = sentences(
        sheet,
        [
          either(
            random,
            'Omvänd betalningsskyldighet för byggtjänster gäller.',
            'Omvänd skattskyldighet enligt mervärdesskattelagen, köparen redovisar momsen.',
          ),
          `Köparens momsregistreringsnummer: ${telling.buyerVat()}`,
        ],
        40,
        y,
      );
    sentences(
      sheet,
      [
        `Betalas till bankgiro ${telling.account('bankgiro', seller.bankgiro)}. Ange fakturanummer vid betalning.`,
        `Efter förfallodagen debiteras dröjsmålsränta med ${random.pick([8, 10, 12])} % per år. Anmärkningar ska göras inom 8 dagar.`,
      ],
      40,
      y + 12,
    );
  },
};
