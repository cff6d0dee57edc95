/** Swedish, an authority's: a fee that the law sets, no VAT, the decision told in prose, numbers of the case beside the invoice's. */
import { addressOf, pairsBeside, runs, sentences } from '../arranging.ts';
import { number, sweden } from '../check-digits.ts';
import { called } from '../companies.ts';
import { dateAfter } from '../facts.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { plusgiroInPrint, swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const authorityFee: InvoiceLayout = {
  name: 'authority-fee',
  language: 'sv',
  fonts: ['Times', 'Liberation', 'Helvetica'],
  sizes: [9.75, 11],
  wish(random) {
    const wish = usual(random, 'SE', {
      rates: ['0'],
      goods: [
        ['Årlig tillsynsavgift miljö', 'st'],
        ['Kontrollavgift livsmedel', 'tim'],
        ['Handläggning av anmälan', 'tim'],
        ['Tillsyn enligt plan- och bygglagen', 'tim'],
        ['Registreringsavgift', 'st'],
      ],
      lines: [1, 3],
      highestPrice: 2200,
      number: either(random, '#########', '1#######'),
      reference: sweden.ocr,
      terms: [30],
    });
    const name = either(random, 'Miljöförvaltning', 'Tillsynsförbund', 'Räddningstjänstförbund');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city.replace(/s$/, '')}s ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso', { long: 'sv-SE' }),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.circle(80, 60, 22, '#333333');
    sheet.circle(80, 60, 18, 'white');
    sheet.polygon(
      [
        [70, 68],
        [80, 46],
        [90, 68],
      ],
      '#333333',
    );
    sheet.text(telling.sellerName(), 114, 46, { size: 13, bold: true });
    sheet.text(`Diarienummer ${facts.issueDate.slice(0, 4)}-${number(random, 5)}`, 114, 64, { size: 8.5 });
    sheet.text('FAKTURA', 535, 46, { size: 15, align: 'right' });
    sheet.text('Sida 1 (1)', 535, 66, { size: 8, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 120, { leading: 14 });
    const label = { bold: true } as const;
    const rows: [string, string][] = [
      ['Fakturanr: ', telling.invoiceNumber()],
      ['Fakturadatum: ', telling.issueDate()],
      ['Förfallodatum: ', telling.dueDate()],
      ['Kundnr: ', facts.customerNumber],
      ['Objektsnr: ', number(random, 6)],
    ];
    for (const [index, [name, value]] of rows.entries())
      runs(sheet, [[name, label], [value]], 60, 120 + index * 15);
    sheet.line(60, 215, 535, 215);
    sheet.text('Avgift för tillsyn och kontroll', 60, 226, { size: 12, bold: true });
    const decided = dateAfter(facts.issueDate, -random.int(20, 60));
    let y = sheet.text(
      `Nämnden beslutade den ${decided} att ta ut avgift enligt den taxa som fullmäktige har fastställt. Avgiften avser verksamheten på ${buyer.street}, ${buyer.city}. Beslutet kan överklagas till länsstyrelsen inom tre veckor från det att ni fick del av det. Att beslutet överklagas påverkar inte skyldigheten att betala.`,
      60,
      248,
      { width: 475 },
    );
    y += 18;
    for (const row of telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net')) {
      sheet.text(row.description, 60, y);
      sheet.text(`${row.quantity} ${row.unit} x ${row.unitPrice}`, 410, y, { align: 'right' });
      sheet.text(row.net, 535, y, { align: 'right' });
      y += 18;
    }
    sheet.line(410, y, 535, y);
    sheet.text(either(random, 'Att betala', 'Summa att betala', 'Belopp att betala'), 60, y + 6, label);
    sheet.text(
      `${telling.payable()} ${telling.currency(either(random, 'kronor', 'kr', 'SEK'))}`,
      535,
      y + 6,
      {
        ...label,
        align: 'right',
      },
    );
    sheet.text('Myndighetsutövning, momsfritt', 60, y + 26, { size: 8.5, italic: true });
    pairsBeside(
      sheet,
      [
        ['Plusgiro', telling.account('plusgiro', seller.plusgiro, plusgiroInPrint(seller.plusgiro))],
        ['Bankgiro', random.once(2) ? telling.account('bankgiro', seller.bankgiro) : ''],
        ['Ange OCR-nummer', telling.reference()],
      ],
      { x: 60, y: y + 60, valueX: 180, leading: 16, value: label },
    );
    sheet.line(60, 770, 535, 770);
    sentences(
      sheet,
      [
        `${seller.street}, ${seller.postcode} ${seller.city}   Telefon ${seller.phone}   ${seller.email}`,
        `Organisationsnummer ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   Vid betalning efter förfallodatum tas dröjsmålsränta ut enligt lag.`,
      ],
      60,
      776,
      { size: 7.75, leading: 11 },
    );
  },
};
