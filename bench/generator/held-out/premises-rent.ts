/** Swedish, a landlord's notice for premises by quarter: rent, index and property tax, three payments of which one is due, the landlord's agent in the letterhead. */
import { addressOf, columnsAt, pairsAbove, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const premisesRent: InvoiceLayout = {
  name: 'premises-rent',
  language: 'sv',
  fonts: ['Helvetica', 'Times'],
  sizes: [9, 9.75],
  wish: (random) =>
    trading(random, 'SE', ['Fastigheter KB', 'Lokaler AB', 'Industrihus AB', 'Torgbolaget AB'], {
      goods: [
        ['Hyra lokal', 'mån'],
        ['Indextillägg', 'mån'],
        ['Fastighetsskatt', 'mån'],
        ['Värme och vatten', 'mån'],
        ['Parkeringsplats', 'mån'],
      ],
      lines: [2, 5],
      rates: ['25'],
      highestPrice: 18000,
      number: either(random, '#######', '########'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [25, 30],
    }),
  style: (random) => ({
    amount: either(random, spaced, plain, {
      thousands: 'space' as const,
      decimal: ':' as const,
      nothingAfter: '-' as const,
    }),
    date: 'iso',
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const agent = `${either(random, 'Förvaltningshuset', 'Husvärden', 'Fastighetstjänst')} i ${seller.city} AB`;
    sheet.text(agent, 45, 34, { size: 14, bold: true });
    sheet.text(`på uppdrag av hyresvärden ${telling.sellerName()}`, 45, 52, { size: 8.5, italic: true });
    sheet.text(either(random, 'HYRESAVI', 'Hyresfaktura lokal', 'AVI – HYRA'), 345, 34, {
      size: 16,
      bold: true,
    });
    sentences(
      sheet,
      [`${telling.buyerName()}`, 'Hyresgäst nr 1', ...addressOf(buyer, '').slice(1)],
      345,
      96,
      { leading: 13 },
    );
    pairsBeside(
      sheet,
      [
        ['Avinummer', telling.invoiceNumber()],
        ['Avidatum', telling.issueDate()],
        ['Kontraktsnr', `${number(random, 4)}-${number(random, 3)}-01`],
        [
          'Objekt',
          `Lokal ${random.int(40, 900)} kvm, ${seller.city} ${random.int(1, 12)}:${random.int(1, 60)}`,
        ],
        ['Avser', `kvartal ${random.int(1, 4)}`],
        ['Kontraktet löper till', dateAfter(facts.issueDate, 700)],
      ],
      { x: 45, y: 96, valueX: 145, leading: 13.5 },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Hyresspecifikation', 45],
        ['Antal', 310, 'right'],
        ['Per månad', 430, 'right'],
        ['Belopp', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unitPrice', 'net'),
      { y: 206, leading: 16, ruled: true },
    );
    y = pairsBeside(
      sheet,
      [
        ['Summa', telling.net()],
        ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms ${rate}`, tax]),
        ['Öresavrundning', Number(facts.totals.rounding) === 0 ? '' : telling.rounding()],
        [`Att betala ${telling.currency(either(random, 'kronor', 'kr', 'SEK'))}`, telling.payable()],
      ],
      { x: 310, y: y + 8, valueX: 545, right: true, leading: 16, value: { bold: true } },
    );
    sheet.text(
      'Deposition enligt kontrakt är ställd genom bankgaranti och ingår inte. Uppsägning ska ske skriftligen.',
      45,
      y + 20,
      { size: 8 },
    );
    sheet.line(45, 610, 545, 610);
    pairsAbove(
      sheet,
      [
        ['Betalas till bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['OCR-nummer', telling.reference()],
        ['Oss tillhanda senast', telling.dueDate()],
        ['Belopp', telling.payable()],
      ],
      { x: 45, y: 618, step: 128, gap: 12, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        `Hyresvärd: ${seller.name}, org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}, momsreg.nr ${telling.sellerVat()}`,
        `Förvaltare: ${agent}, org.nr ${swedishNumber(sweden.organisationNumber(random))}, ${seller.street}, ${seller.postcode} ${seller.city}, ${seller.phone}`,
        `Hyresgästens org.nr: ${swedishNumber(buyer.organisationNumber ?? '')}. Vid för sen betalning debiteras 60 kr och ränta.`,
      ],
      45,
      680,
      { size: 8, leading: 11.5 },
    );
  },
};
