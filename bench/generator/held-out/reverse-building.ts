/** Swedish, a contractor's to another: an instalment of a plan, no VAT since the buyer owes it, both firms' numbers, what is invoiced so far beside what is to be paid now. */
import Big from 'big.js';
import { addressOf, boxes, columnsAt, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { printAmount, swedishNumber } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const reverseBuilding: InvoiceLayout = {
  name: 'reverse-building',
  language: 'sv',
  fonts: ['Liberation', 'OpenSans'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'SE', ['Plattsättning AB', 'Stål & Smide AB', 'Betongborrning AB', 'Golv HB'], {
      goods: [
        ['Lyft 4 enligt betalningsplan', 'st'],
        ['ÄTA 7, håltagning plan 3', 'tim'],
        ['ÄTA 11, merkostnad material', 'st'],
        ['Löpande räkning snickare', 'tim'],
        ['Ställning, hyra', 'dygn'],
      ],
      lines: [1, 6],
      number: either(random, '####', '25###', 'F####'),
      isReverseCharge: true,
      rounds: random.once(2),
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', 'short-dashes'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 45, 34, { size: 16, bold: true, colour: '#b3541e' });
    sheet.text(isCredit ? 'Kreditfaktura' : 'Faktura', 550, 34, {
      size: 20,
      align: 'right',
      colour: '#b3541e',
    });
    boxes(
      sheet,
      [
        ['Nr', telling.invoiceNumber(), 70],
        ['Datum', telling.issueDate(), 80],
        [isCredit ? 'Avser faktura' : 'Förfaller', isCredit ? telling.preceding() : telling.dueDate(), 80],
      ],
      { x: 320, y: 64, colour: '#b3541e' },
    );
    sentences(
      sheet,
      [
        'Beställare',
        ...addressOf(buyer, telling.buyerName()),
        `Org.nr ${swedishNumber(buyer.organisationNumber ?? '')}`,
        `Momsreg.nr köpare ${telling.buyerVat()}`,
      ],
      320,
      108,
      { leading: 13 },
    );
    pairsBeside(
      sheet,
      [
        [
          'Projekt',
          `${number(random, 4)} Kv. ${random.pick(['Hammaren', 'Lärkan', 'Syrenen'])} etapp ${random.int(1, 3)}`,
        ],
        ['Kontrakt', `UE-${number(random, 5)}`],
        ['Märkning', telling.buyerReference(`${number(random, 5)} ${buyer.person}`)],
        ['Ert inköpsnr', telling.order()],
        ['Vår kontakt', facts.ourReference],
        ['Villkor', isCredit ? '' : `${telling.terms()} dagar netto`],
      ],
      { x: 45, y: 108, valueX: 120, leading: 13, label: { colour: '#b3541e' } },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Text', 45],
        ['Mängd', 330, 'right'],
        ['Enh', 340],
        ['À-pris', 450, 'right'],
        ['Summa', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: 216, leading: 16, striped: '#faf1ea', title: { bold: true } },
    );
    const isRounded = Number(facts.totals.rounding) !== 0;
    y = pairsBeside(
      sheet,
      [
        ['Summa exkl. moms', telling.net()],
        ['Moms, omvänd betalningsskyldighet', telling.vat()],
        ['Avrundning', isRounded ? telling.rounding() : ''],
        [
          isCredit ? `Er tillgodo ${telling.currency()}` : `Att betala ${telling.currency()}`,
          telling.payable(),
        ],
      ],
      { x: 320, y: y + 12, valueX: 550, right: true, leading: 16, value: { bold: true } },
    );
    sheet.text(
      'Omvänd betalningsskyldighet för byggtjänster enligt 16 kap. 13 § ML. Köparen redovisar momsen.',
      45,
      y + 14,
      { italic: true },
    );
    const contract = new Big(facts.totals.net).times(random.int(3, 9)).round(0);
    const sek = (amount: Big) => printAmount(amount.toFixed(2), spaced);
    sheet.text('Ekonomisk ställning', 45, y + 44, { bold: true, size: 8 });
    pairsBeside(
      sheet,
      [
        ['Kontraktssumma', sek(contract)],
        ['Tidigare fakturerat', sek(contract.times('0.4'))],
        ['Denna faktura', telling.amount(facts.totals.net)],
        ['Innehållet 10 %', sek(contract.times('0.1'))],
      ],
      { x: 45, y: y + 58, valueX: 220, right: true, leading: 12, label: { size: 8 }, value: { size: 8 } },
    );
    sheet.line(45, 758, 550, 758, '#b3541e');
    for (const [x, lines] of [
      [45, ['Postadress', seller.street, `${seller.postcode} ${seller.city}`]],
      [190, ['Telefon / e-post', seller.phone, seller.email]],
      [340, ['Bankgiro', telling.account('bankgiro', seller.bankgiro), 'Godkänd för F-skatt']],
      [
        440,
        [
          'Org.nr / momsreg.nr',
          telling.sellerNumber(swedishNumber(seller.organisationNumber ?? '')),
          telling.sellerVat(),
        ],
      ],
    ] as const)
      sentences(sheet, lines, x, 764, { size: 7.5, leading: 10 });
  },
};
