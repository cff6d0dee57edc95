/** Danish, a craftsman's from a word processor: no table, the work in sentences with a sum each, MobilePay and bank at the end, "kr." behind the amounts. */
import { addressOf, sentences } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../layout.ts';
import { trading } from '../trade.ts';

export const danishCraftsman: InvoiceLayout = {
  name: 'danish-craftsman',
  language: 'da',
  fonts: ['Times', 'Liberation'],
  sizes: [10.5, 11.25],
  wish: (random) =>
    trading(random, 'DK', ['Murer I/S', 'Tømrer og Snedker', 'Anlægsgartner', 'Kloakservice ApS'], {
      goods: [
        ['Udskiftning af to vinduer som aftalt', 'stk'],
        ['Ekstra arbejde på taget', 'timer'],
        ['Kørsel og bortskaffelse', 'stk'],
        ['Materialer', 'stk'],
      ],
      lines: [1, 3],
      number: either(random, '###', 'Y-##', '##'),
      terms: [8, 8, 14],
      highestPrice: 9000,
    }),
  style: (random) => ({
    amount: either(random, dotted, plain),
    date: anyDate(random, { long: 'da-DK' }, 'dots-loose', 'dashes'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const code = telling.currency(either(random, 'kr.', 'DKK'));
    sheet.text(telling.sellerName(), 70, 50, { size: 20, bold: true, italic: true });
    sentences(
      sheet,
      [
        `v/ ${seller.person}`,
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Mobil ${seller.phone}`,
        `CVR ${telling.sellerNumber()}`,
      ],
      400,
      50,
      { leading: 14 },
    );
    sentences(sheet, addressOf(buyer, telling.buyerName()), 70, 150, { leading: 15 });
    sheet.text(`${seller.city}, den ${telling.issueDate()}`, 520, 225, { align: 'right' });
    sheet.text(`Faktura nr. ${telling.invoiceNumber()}`, 70, 250, { bold: true, size: 13 });
    sheet.text(
      `Vedr.: sag ${number(random, 3)}, ${buyer.street}, arbejde udført ${telling.deliveryDate()}`,
      70,
      274,
    );
    let y = 306;
    for (const row of telling.lines('description', 'net')) {
      sheet.text(row.description, 70, y);
      sheet.text(`${row.net} ${code}`, 520, y, { align: 'right' });
      y += 18;
    }
    sheet.line(400, y, 520, y);
    const [vat] = telling.breakdown();
    for (const [label, value, bold] of [
      ['I alt uden moms', telling.net(), false],
      [`+ ${vat?.rate ?? ''} moms`, vat?.tax ?? '', false],
      ['I alt med moms', telling.payable(), true],
    ] as const) {
      y += 18;
      sheet.text(label, 70, y, { bold });
      sheet.text(`${value} ${code}`, 520, y, { align: 'right', bold });
    }
    const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
    sheet.text(
      `Betales senest ${telling.dueDate()} til ${either(random, 'Egebanken', 'Andelskassen')} reg. ${registration} konto ${telling.account('other', seller.account, account)}, eller MobilePay ${number(random, 6)}. Ved betaling efter forfald beregnes 1,5 % i rente pr. måned.`,
      70,
      y + 50,
      { width: 450 },
    );
    sentences(sheet, ['Med venlig hilsen', seller.person], 70, y + 120, { leading: 30 });
  },
};
