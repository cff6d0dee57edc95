/** Swedish, a haulier's: one row per waybill with its day, route and weight, over several pages with sums carried forward. */

import { sumAmounts } from '../../../src/invoice/money.ts';
import { addressOf, pairsAbove, pairsBeside, runs, sentences } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { plusgiroInPrint, printDate, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

const towns = ['Björkhult', 'Lövsjö', 'Ekeberga', 'Norrfors', 'Åmåker', 'Örnäs', 'Älvhult', 'Sandtorp'];

export const haulier: InvoiceLayout = {
  name: 'haulier',
  language: 'sv',
  fonts: ['Courier', 'Helvetica', 'Liberation'],
  sizes: [8, 8.5],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Styckegods', 'st'],
        ['Partigods', 'st'],
        ['Drivmedelstillägg', 'st'],
        ['Bakgavellyft', 'st'],
        ['Väntetid', 'tim'],
        ['Avisering', 'st'],
      ],
      lines: [4, 90],
      highestPrice: 700,
      number: either(random, '######', '2######'),
      reference: sweden.ocr,
      rounds: random.once(2),
      terms: [10, 15, 20],
    });
    const name = either(random, 'Godstransport AB', 'Frakt & Logistik AB', 'Transportcentral ek. för.');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({ amount: either(random, spaced, plain), date: either(random, 'short', 'iso') }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const head = () => {
      sheet.text(sheet.page() === 1 ? telling.sellerName() : seller.name, 36, 34, { size: 13, bold: true });
      sheet.text('FAKTURA', 330, 34, { size: 13, bold: true });
      sheet.text(`SIDA ${sheet.page()}`, 560, 36, { align: 'right', size: 8 });
      sheet.frame(330, 54, 230, 26);
      pairsAbove(
        sheet,
        [
          ['FAKTURANR', telling.invoiceNumber()],
          ['FAKTURADATUM', telling.issueDate()],
          ['KUNDNR', facts.customerNumber],
        ],
        { x: 334, y: 57, step: 78, gap: 9, label: { size: 6 } },
      );
    };
    const titles = (y: number) => {
      const columns: [string, number, 'left' | 'right'][] = [
        ['DATUM', 36, 'left'],
        ['FRAKTSEDEL', 84, 'left'],
        ['FRÅN - TILL', 150, 'left'],
        ['TJÄNST', 282, 'left'],
        ['KOLLI', 425, 'right'],
        ['VIKT KG', 482, 'right'],
        ['BELOPP', 560, 'right'],
      ];
      for (const [title, x, align] of columns) sheet.text(title, x, y, { size: 7, bold: true, align });
      sheet.line(36, y + 10, 560, y + 10);
      return y + 15;
    };
    head();
    sentences(sheet, [seller.street, `${seller.postcode} ${seller.city}`], 36, 54);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 108, { size: 9.5, leading: 12 });
    pairsBeside(
      sheet,
      [
        ['ER REFERENS', telling.buyerReference()],
        ['BETALNINGSVILLKOR', `${telling.terms()} DAGAR NETTO`],
        ['FÖRFALLODATUM', telling.dueDate()],
        ['DRÖJSMÅLSRÄNTA', `${random.int(8, 15)} %`],
      ],
      { x: 36, y: 108, valueX: 150, leading: 12 },
    );
    let y = titles(180);
    let shown: string[] = [];
    for (const [index, row] of telling.lines('description', 'net').entries()) {
      if (y > 740) {
        sheet.text('TRANSPORT', 425, y + 4, { align: 'right', bold: true });
        sheet.text(telling.amount(sumAmounts(shown)), 560, y + 4, { align: 'right', bold: true });
        sheet.newPage();
        head();
        y = titles(100);
        sheet.text('TRANSPORT', 425, y, { align: 'right', bold: true });
        sheet.text(telling.amount(sumAmounts(shown)), 560, y, { align: 'right', bold: true });
        y += 14;
      }
      const day = dateAfter(facts.issueDate, -random.int(1, 15));
      sheet.text(printDate(day, 'short'), 36, y);
      sheet.text(number(random, 9), 84, y);
      sheet.text(`${random.pick(towns)}-${random.pick(towns)}`, 150, y);
      sheet.text(row.description, 282, y);
      sheet.text(String(random.int(1, 40)), 425, y, { align: 'right' });
      sheet.text(String(random.int(5, 3000)), 482, y, { align: 'right' });
      sheet.text(row.net, 560, y, { align: 'right' });
      shown = [...shown, facts.lines[index]?.net ?? '0.00'];
      y += 12;
    }
    if (y > 620) {
      sheet.newPage();
      head();
      y = 100;
    }
    sheet.line(36, y + 4, 560, y + 4);
    const sums: [string, string][] = [
      ['SUMMA EXKL MOMS', telling.net()],
      ...telling.breakdown().map(({ rate, tax }): [string, string] => [`MOMS ${rate}`, tax]),
    ];
    if (Number(facts.totals.rounding) !== 0) sums.push(['ÖRESUTJÄMNING', telling.rounding()]);
    sums.push([`ATT BETALA ${telling.currency()}`, telling.payable()]);
    pairsBeside(sheet, sums, {
      x: 330,
      y: y + 12,
      valueX: 560,
      right: true,
      leading: 15,
      label: { bold: true },
    });
    sheet.line(36, 772, 560, 772);
    const bold = { bold: true, size: 7.5 } as const;
    const usualSize = { size: 7.5 } as const;
    runs(
      sheet,
      [
        ['PLUSGIRO ', bold],
        [`${telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))}    `, usualSize],
        ['BANKGIRO ', bold],
        [`${telling.account('bankgiro', seller.bankgiro)}    `, usualSize],
        ['OCR ', bold],
        [telling.reference(), usualSize],
      ],
      36,
      780,
    );
    runs(
      sheet,
      [
        ['ORG NR ', bold],
        [`${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}    `, usualSize],
        ['VAT NR ', bold],
        [`${telling.sellerVat()}    `, usualSize],
        ['INNEHAR F-SKATTEBEVIS', usualSize],
      ],
      36,
      793,
    );
  },
};
