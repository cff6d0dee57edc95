/** Swedish, a food wholesaler's: gross price, discount and net price, three rates of VAT in a table, a sum at the foot of each page. */
import Big from 'big.js';
import { sumAmounts } from '../../../src/invoice/money.ts';
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

const rowsAPage = 32;

export const foodWholesaler: InvoiceLayout = {
  name: 'food-wholesaler',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [7.5, 8.25],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['12', '12', '25', '6'],
      goods: [
        ['Kaffe mellanrost 450 g', 'kli'],
        ['Vetemjöl special 20 kg', 'st'],
        ['Grädde 40 % 1 l', 'st'],
        ['Servetter vita 3-lags', 'krt'],
        ['Diskmedel maskin 10 kg', 'st'],
        ['Tomat hela burk 2,5 kg', 'st'],
        ['Lax sida färsk', 'kg'],
        ['Pant returback', 'st'],
        ['Frakt', 'st'],
      ],
      lines: [12, 75],
      highestPrice: 400,
      number: either(random, '########', '4#######'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [10, 14, 20],
      ...sometimesCredit(random, 10),
    });
    const name = either(random, 'Livsmedelsgrossist AB', 'Storkök AB', 'Partihandel AB');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: { ...either(random, plain, spaced), minus: either(random, 'after', 'before') },
    date: either(random, 'iso', 'compact'),
    negativeCredit: true,
    percent: either(random, '25 %', '25,00 %'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const delivery = number(random, 7);
    const name = telling.sellerName();
    const all = telling.lines('article', 'description', 'quantity', 'unit', 'net');
    const pages = Math.ceil(all.length / rowsAPage);
    const head = () => {
      sheet.text(name, 34, 30, { size: 12, bold: true });
      sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 360, 28, { size: 14, bold: true });
      sheet.text(`Sida ${sheet.page()} av ${pages}`, 562, 32, { align: 'right' });
      pairsBeside(
        sheet,
        [
          [isCredit ? 'Kreditnotanr' : 'Fakturanr', telling.invoiceNumber()],
          ['Datum', telling.issueDate()],
          ['Kundnr', facts.customerNumber],
          ['Följesedel', delivery],
          ['Avser faktura', isCredit ? telling.preceding() : ''],
        ],
        { x: 360, y: 50, valueX: 440, leading: 11 },
      );
    };
    const columns = [
      { title: 'Art.nr', x: 34 },
      { title: 'Benämning', x: 82 },
      { title: 'Antal', x: 280, align: 'right' as const },
      { title: 'Enh', x: 286 },
      { title: 'Bruttopris', x: 362, align: 'right' as const },
      { title: 'Rab %', x: 400, align: 'right' as const },
      { title: 'Nettopris', x: 458, align: 'right' as const },
      { title: 'Ms', x: 486, align: 'right' as const },
      { title: 'Belopp', x: 562, align: 'right' as const },
    ];
    const codes = ['25', '12', '6'];
    let y = 0;
    for (let page = 0; page < pages; page++) {
      if (page > 0) sheet.newPage();
      head();
      if (page === 0) {
        sentences(
          sheet,
          [seller.street, `${seller.postcode} ${seller.city}`, `Order ${seller.phone}`],
          34,
          48,
        );
        sentences(sheet, ['Levereras och faktureras:', ...addressOf(buyer, telling.buyerName())], 34, 100, {
          leading: 12,
        });
      }
      const first = page * rowsAPage;
      y = table(
        sheet,
        columns,
        all.slice(first, first + rowsAPage).map((row, index) => {
          const line = facts.lines[first + index];
          const rebate = random.pick([0, 0, 5, 10, 12, 20]);
          const price = line?.unitPrice ?? '0.00';
          const list = new Big(price).times(100).div(100 - rebate);
          return [
            row.article,
            row.description,
            row.quantity,
            row.unit,
            telling.amount(list.toFixed(2)).replace('-', ''),
            rebate === 0 ? '' : String(rebate),
            row.unitPrice.replace('-', ''),
            String(codes.indexOf(line?.vatRate ?? '') + 1),
            row.net,
          ];
        }),
        { y: page === 0 ? 172 : 122, leading: 13, ruled: true },
      );
      if (page < pages - 1) {
        const sofar = facts.lines.slice(0, first + rowsAPage).map(({ net }) => net);
        sheet.line(34, y + 2, 562, y + 2);
        sheet.text('Delsumma, transporteras', 340, y + 6, { bold: true });
        sheet.text(telling.amount(sumAmounts(sofar)), 562, y + 6, { bold: true, align: 'right' });
      }
    }
    sheet.line(34, y + 2, 562, y + 2);
    y = Math.max(y + 14, 620);
    table(
      sheet,
      [
        { title: 'Ms', x: 34 },
        { title: 'Moms %', x: 90, align: 'right' },
        { title: 'Underlag', x: 170, align: 'right' },
        { title: 'Moms', x: 240, align: 'right' },
      ],
      telling
        .breakdown()
        .map(({ rate, taxable, tax }, index) => [
          String(codes.indexOf(facts.breakdown[index]?.rate ?? '') + 1),
          rate,
          taxable,
          tax,
        ]),
      { y, leading: 12 },
    );
    pairsBeside(
      sheet,
      [
        ['Varuvärde', telling.net()],
        ['Moms', telling.vat()],
        ['Avrundning', Number(facts.totals.rounding) === 0 ? '' : telling.rounding()],
        [isCredit ? 'Er tillgodo' : 'Summa att betala', `${telling.currency('SEK')} ${telling.payable()}`],
      ],
      { x: 360, y, valueX: 562, right: true, leading: 14, label: { bold: true } },
    );
    sheet.line(34, 712, 562, 712);
    if (!isCredit)
      pairsBeside(
        sheet,
        [
          ['Förfallodag', telling.dueDate()],
          ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
          ['OCR-nr', telling.reference()],
        ],
        { x: 360, y: 720, valueX: 440, leading: 13, value: { bold: true } },
      );
    sentences(
      sheet,
      [
        `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}, momsreg.nr ${telling.sellerVat()}. Godkänd för F-skatt.`,
        'Reklamation ska göras inom 24 timmar från leverans. Vid betalning efter',
        'förfallodagen debiteras ränta enligt räntelagen samt påminnelseavgift 60 kr.',
      ],
      34,
      720,
      { size: 7, leading: 10 },
    );
  },
};
