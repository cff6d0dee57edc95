/** Swedish, a landlord's: called a rent notice, lines without quantities, a tear-off slip with kronor and öre apart. */
import { luhnCheckDigit } from '../../../src/ingest/checks/luhn.ts';
import { addressOf, pairsBeside, sentences, table } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const rentNotice: InvoiceLayout = {
  name: 'rent-notice',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation', 'Courier'],
  sizes: [9, 9.5],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Hyra lokal', 'mån'],
        ['Indextillägg', 'mån'],
        ['Fastighetsskatt', 'mån'],
        ['Värmetillägg', 'mån'],
        ['Hyra förråd', 'mån'],
        ['Parkeringsplats', 'mån'],
      ],
      lines: [1, 6],
      number: either(random, '########', '#########'),
      reference: sweden.ocrWithLength,
      rounds: true,
      terms: [20, 28, 30],
    });
    const name = either(random, 'Fastigheter', 'Fastighetsförvaltning', 'Lokaler');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name} AB`) };
  },
  style: (random) => ({ amount: spaced, date: either(random, 'iso', 'short') }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const title = either(random, 'HYRESAVI', 'Hyresavi', 'Hyresfaktura');
    sheet.text(title, 50, 40, { size: 15, bold: true });
    sentences(sheet, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`], 50, 64);
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 130, { leading: 13 });
    const object = `${random.int(100, 999)}-${number(random, 4)}`;
    const [year = '', month = ''] = facts.dueDate.split('-');
    pairsBeside(
      sheet,
      [
        ['Avinummer', telling.invoiceNumber()],
        ['Avidatum', telling.issueDate()],
        ['Avser objekt', object],
        ['Avtalsnummer', number(random, 7)],
        ['Period', `${year}-${month}`],
        ['Hyresgäst', facts.customerNumber],
      ],
      { x: 50, y: 120, valueX: 140, leading: 14 },
    );
    let y = table(
      sheet,
      [
        { title: 'Specifikation', x: 50 },
        { title: 'Belopp', x: 300, align: 'right' },
      ],
      telling.lines('description', 'net').map((row) => [row.description, row.net]),
      { y: 230, leading: 15 },
    );
    const vat = telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms ${rate}`, tax]);
    y = pairsBeside(
      sheet,
      [
        ['Summa före moms', telling.net()],
        ...vat,
        ...(Number(facts.totals.rounding) === 0
          ? []
          : [['Öresavrundning', telling.rounding()] as [string, string]]),
      ],
      { x: 50, y: y + 4, valueX: 300, right: true, leading: 15 },
    );
    sheet.line(50, y, 300, y);
    sheet.text(`Att betala ${telling.currency(either(random, 'SEK', 'kr'))}`, 50, y + 5, { bold: true });
    sheet.text(telling.payable(), 300, y + 5, { bold: true, align: 'right' });
    sheet.frame(330, 230, 215, 96, '#888888');
    sheet.text('Meddelande', 338, 236, { bold: true, size: 8 });
    sheet.text(
      either(
        random,
        'Slipp pappersavier! Anmäl autogiro eller e-faktura hos din bank. Vid frågor om hyran kontakta oss.',
        'Hyran ska vara oss tillhanda senast på förfallodagen. Vid försenad betalning debiteras påminnelseavgift med 60 kr samt dröjsmålsränta.',
        'Från och med nästa kvartal höjs hyran enligt index. Felanmälan görs på vår hemsida dygnet runt.',
      ),
      338,
      250,
      { size: 8, width: 198 },
    );
    sheet.text(
      `${seller.name}  Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}  VAT-nr ${telling.sellerVat()}  Tel ${seller.phone}`,
      50,
      560,
      { size: 7 },
    );
    slip();

    function slip(): void {
      for (let x = 30; x < 565; x += 8) sheet.line(x, 580, x + 4, 580, '#777777');
      sheet.text('INBETALNING/GIRERING AVI', 50, 590, { size: 8, bold: true });
      const label = { size: 6.5 } as const;
      sheet.text('Betalningsavsändare', 50, 610, label);
      sentences(sheet, addressOf(buyer, buyer.name), 50, 620, { size: 8.5, leading: 11 });
      sheet.text('Betalningsmottagare', 330, 610, label);
      sheet.text(seller.name, 330, 620, { size: 8.5 });
      sheet.text('Till bankgironr', 330, 650, label);
      sheet.text(telling.account('bankgiro', seller.bankgiro), 330, 660, { bold: true });
      sheet.text('Förfallodag', 440, 650, label);
      sheet.text(telling.dueDate(), 440, 660, { bold: true });
      sheet.text('Referensnr (OCR)', 50, 680, label);
      sheet.text(telling.reference(), 50, 690);
      const [kronor = '', ore = ''] = facts.totals.payable.split('.');
      sheet.frame(330, 690, 120, 18);
      sheet.frame(450, 690, 40, 18);
      sheet.text('Kronor', 334, 682, label);
      sheet.text('Öre', 454, 682, label);
      sheet.text(kronor, 444, 694, { align: 'right' });
      sheet.text(ore, 470, 694, { align: 'centre' });
      sheet.text('VAR GOD GÖR INGA ÄNDRINGAR   MEDDELANDEN KAN INTE LÄMNAS PÅ AVIN', 50, 740, { size: 6 });
      sheet.text(
        `#  ${facts.reference} #  ${kronor} ${ore}  ${luhnCheckDigit(kronor + ore)} >  ${seller.bankgiro.replace('-', '')}#41#`,
        545,
        790,
        { font: 'Courier', size: 10, align: 'right' },
      );
    }
  },
};
