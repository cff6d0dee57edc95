/** Swedish, a consultant's letter: hardly a table, sentences with the facts in them, IBAN and bankgiro at the end. */
import { pairsBeside, sentences } from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { usual } from '../trade.ts';

export const consultantLetter: InvoiceLayout = {
  name: 'consultant-letter',
  language: 'sv',
  fonts: ['Times', 'Courier', 'Helvetica'],
  sizes: [10, 11],
  wish: (random) =>
    usual(random, 'SE', {
      rates: ['25'],
      goods: [
        ['Utredning av lagerflöde', 'tim'],
        ['Föredrag, halvdag', 'st'],
        ['Rådgivning enligt avtal', 'tim'],
        ['Restid', 'tim'],
      ],
      lines: [1, 3],
      number: either(random, '##', '###', 'Y-##'),
      isReverseCharge: random.once(8),
      isMeasured: random.once(2),
    }),
  style: (random) => ({ amount: spaced, date: anyDate(random, { long: 'sv-SE' }, 'iso') }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const left = random.int(60, 80);
    sentences(sheet, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`], left, 60);
    sheet.text(`${seller.city} den ${telling.issueDate()}`, 380, 60);
    sentences(
      sheet,
      [
        telling.buyerName(),
        `Att: ${telling.buyerReference()}`,
        buyer.street,
        `${buyer.postcode} ${buyer.city}`,
      ],
      320,
      130,
      { leading: 14 },
    );
    sheet.text(`FAKTURA nr ${telling.invoiceNumber()}`, left, 235, { bold: true, size: 13 });
    let y = sheet.text(
      'Tack för förtroendet. För utfört arbete debiteras enligt överenskommelse följande.',
      left,
      265,
      { width: 430 },
    );
    y += 14;
    for (const row of telling.lines('description', 'quantity', 'unit', 'unitPrice', 'net')) {
      sheet.text(`${row.description}, ${row.quantity} ${row.unit} à ${row.unitPrice} kr`, left, y);
      sheet.text(row.net, 520, y, { align: 'right' });
      y += 18;
    }
    const code = telling.currency(either(random, 'kronor', 'kr', 'SEK'));
    y = pairsBeside(
      sheet,
      [
        ['Summa före moms', telling.net()],
        ...(facts.isReverseCharge
          ? []
          : telling.breakdown().map(({ rate, tax }): [string, string] => [`Mervärdesskatt ${rate}`, tax])),
        [`Att betala, ${code}`, telling.payable()],
      ],
      { x: left, y: y + 10, valueX: 520, right: true, leading: 18 },
    );
    if (facts.isReverseCharge) {
      sheet.text(
        `Omvänd betalningsskyldighet för byggtjänster gäller. Köparens momsregistreringsnummer ${telling.buyerVat()}.`,
        left,
        y + 4,
        { size: 8 },
      );
    }
    y += 28;
    y = sheet.text(
      `Betalning ska vara oss tillhanda senast ${telling.dueDate()} på bankgiro ${telling.account('bankgiro', seller.bankgiro)}. Ange fakturans nummer vid betalning.`,
      left,
      y,
      { width: 430 },
    );
    sentences(sheet, ['Med vänlig hälsning', '', seller.person], left, y + 24, { leading: 22 });
    sheet.text(
      `Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))} · Innehar F-skattebevis · Moms ${telling.sellerVat()}`,
      sheet.width / 2,
      790,
      { size: 8, align: 'centre' },
    );
  },
};
