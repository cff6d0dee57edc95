/** Danish, a heating plant's: an instalment with the year's plan beside it, drawn by Betalingsservice or paid by transfer, captions on a tint. */
import { addressOf, logo, pairsBeside, sentences } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { printDate } from '../print.ts';
import { usual } from '../trade.ts';

export const danishHeat: InvoiceLayout = {
  name: 'danish-heat',
  language: 'da',
  fonts: ['OpenSans', 'Helvetica'],
  sizes: [8.5, 9.5],
  wish(random) {
    const wish = usual(random, 'DK', {
      goods: [
        ['Aconto varme', 'rate'],
        ['Fast bidrag', 'rate'],
        ['Målerleje', 'rate'],
        ['Effektbidrag', 'rate'],
        ['Administrationsgebyr', 'stk'],
      ],
      lines: [1, 5],
      highestPrice: 900,
      number: either(random, '########', '#######'),
      terms: [14, 21, 30],
    });
    const name = either(random, 'Varmeværk A.m.b.a.', 'Fjernvarme A.m.b.a.', 'Forsyning A/S');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, 'dots', 'dashes', { long: 'da-DK' }),
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const red = either(random, '#8a1c1c', '#b3541e', '#1d4e89');
    logo(sheet, random, 50, 36, 26, red);
    sheet.text(telling.sellerName(), 84, 42, { size: 12, bold: true, colour: red });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 60, 124, { leading: 13 });
    sheet.fill(370, 36, 180, 176, '#f3ece6');
    pairsBeside(
      sheet,
      [
        ['Fakturanr.', telling.invoiceNumber()],
        ['Fakturadato', telling.issueDate()],
        ['Kundenr.', facts.customerNumber],
        ['Installationsnr.', number(random, 5)],
        ['Målernr.', number(random, 8)],
        ['CVR-nr.', telling.sellerNumber()],
        ['Telefon', seller.phone],
        ['Ekspedition', 'kl. 9-14'],
      ],
      { x: 380, y: 46, valueX: 542, right: true, leading: 19, label: { size: 7.5, colour: '#555555' } },
    );
    sheet.text(either(random, 'Acontofaktura', 'Faktura - aconto', 'Opkrævning af aconto'), 50, 232, {
      size: 17,
    });
    const period = `${printDate(facts.issueDate, 'dots').slice(3)} - ${printDate(dateAfter(facts.issueDate, 89), 'dots').slice(3)}`;
    sheet.text(`Forbrugssted: ${buyer.street}. Periode ${period}`, 50, 258);
    let y = 290;
    sheet.line(50, y, 550, y, red, 1);
    for (const row of telling.lines('description', 'net')) {
      sheet.text(row.description, 50, y + 7);
      sheet.text(row.net, 550, y + 7, { align: 'right' });
      y += 19;
    }
    sheet.line(50, y + 6, 550, y + 6, red);
    y += 12;
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['I alt ekskl. moms', telling.net()],
        [`${vat?.rate ?? ''} moms`, telling.vat()],
      ],
      { x: 50, y, valueX: 550, right: true, leading: 16 },
    );
    sheet.fill(50, y + 2, 500, 24, red);
    sheet.text('At betale inkl. moms', 58, y + 8, { bold: true, colour: 'white' });
    sheet.text(`${telling.currency(either(random, 'kr.', 'DKK'))} ${telling.payable()}`, 542, y + 8, {
      bold: true,
      colour: 'white',
      align: 'right',
    });
    y += 46;
    const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
    if (random.once(2)) {
      sheet.text(`Beløbet er tilmeldt Betalingsservice og trækkes den ${telling.dueDate()}.`, 50, y, {
        bold: true,
      });
      sheet.text(
        `PBS-nr. 0${number(random, 7)}   Deb.gr.nr. 0000${random.int(1, 9)}   Kundenr. ${number(random, 9)}`,
        50,
        y + 16,
      );
    } else {
      sheet.text(`Sidste rettidige betalingsdato: ${telling.dueDate()}`, 50, y, { bold: true });
      sentences(
        sheet,
        [
          `Bank: reg.nr. ${registration} kontonr. ${telling.account('other', seller.account, account)}`,
          `Betalings-id: +71<${telling.reference()}+${telling.account('other', number(random, 8))}<`,
          'Tilmeld betalingen til Betalingsservice med oplysningerne ovenfor.',
        ],
        50,
        y + 16,
        { leading: 14 },
      );
    }
    y += 84;
    sheet.text('Kommende rater', 50, y, { bold: true, size: 8 });
    for (let rate = 1; rate <= 3; rate++) {
      const day = printDate(dateAfter(facts.dueDate, rate * 91), 'dots');
      sheet.text(`Rate ${rate + 1}: ${day}`, 50, y + rate * 13, { size: 8 });
    }
    sheet.text(
      `${seller.name} · ${seller.street} · ${seller.postcode} ${seller.city} · ${seller.email} · ${seller.web}`,
      sheet.width / 2,
      800,
      { size: 7, align: 'centre', colour: '#555555' },
    );
  },
};
