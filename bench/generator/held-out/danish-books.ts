/** Danish, a bookkeeping service's standard: the supplier at the foot in one line, facts at the right in small type, card type 71 in a sentence. */
import { addressOf, columnsAt, logo, pairsBeside, rowsOf, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../layout.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const danishBooks: InvoiceLayout = {
  name: 'danish-books',
  language: 'da',
  fonts: ['Helvetica', 'OpenSans', 'Liberation'],
  sizes: [8.75, 9.5],
  wish: (random) =>
    trading(random, 'DK', ['Rengøring ApS', 'El-service A/S', 'Webbureau ApS', 'Maler I/S'], {
      goods: [
        ['Rengøring iht. aftale, uge 40-43', 'stk'],
        ['Elektriker, timer', 'timer'],
        ['Servicevogn', 'stk'],
        ['Hjemmeside, hosting', 'md.'],
        ['Materialer, se bilag', 'stk'],
      ],
      lines: [1, 5],
      number: either(random, '####', '#####', '1###'),
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, 'dashes', 'dots', 'short-slashes', { long: 'da-DK' }),
    negativeCredit: true,
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    logo(sheet, random, 500, 30, 44, either(random, '#1d4e89', '#b3541e', '#333333'));
    sentences(
      sheet,
      [
        ...addressOf(buyer, telling.buyerName()),
        `CVR-nr. ${buyer.organisationNumber}`,
        `Att.: ${telling.buyerReference()}`,
      ],
      50,
      90,
      { leading: 13 },
    );
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 50, 190, { size: 18, bold: true });
    const y0 = pairsBeside(
      sheet,
      [
        [isCredit ? 'Kreditnotanr.:' : 'Fakturanr.:', telling.invoiceNumber()],
        [isCredit ? 'Kreditnotadato:' : either(random, 'Fakturadato:', 'Dato:'), telling.issueDate()],
        [isCredit ? 'Vedr. faktura:' : 'Forfaldsdato:', isCredit ? telling.preceding() : telling.dueDate()],
        ['Kundenr.:', facts.customerNumber],
        ['Side:', '1 af 1'],
      ],
      { x: 400, y: 160, valueX: 545, right: true, leading: 12 },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Nr.', 50],
        ['Beskrivelse', 100],
        ['Antal', 340, 'right'],
        ['Enhed', 350],
        ['Enhedspris', 450, 'right'],
        ['Beløb', 545, 'right'],
      ),
      rowsOf(telling, 'article', 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: y0 + 20, leading: 16, ruled: true },
    );
    const [vat] = telling.breakdown();
    const code = telling.currency('DKK');
    sheet.line(340, y, 545, y);
    y = pairsBeside(
      sheet,
      [
        ['Subtotal', telling.net()],
        [`Moms (${vat?.rate ?? ''})`, vat?.tax ?? ''],
        [`Total ${code}`, telling.payable()],
      ],
      { x: 340, y: y + 8, valueX: 545, right: true, leading: 16 },
    );
    if (!isCredit) {
      sheet.text(
        `Betalingsbetingelser: Netto ${telling.terms()} dage - Forfaldsdato: ${telling.dueDate()}`,
        50,
        y + 36,
        { bold: true },
      );
      const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
      sentences(
        sheet,
        [
          `Beløbet indbetales på bankkonto: ${either(random, 'Egebanken', 'Sydkysten Bank')} / Reg.nr. ${registration} / Kontonr. ${telling.account('other', seller.account, account)}`,
          `Fakturanr. ${facts.invoiceNumber} bedes angivet ved bankoverførsel. Ved betaling med kort:`,
          `+71<${telling.reference()}+${telling.account('other', number(random, 8))}<`,
          'Ved for sen betaling tilskrives renter på 2,00 % pr. måned samt gebyr på 100,00 DKK.',
        ],
        50,
        y + 54,
        { leading: 13 },
      );
    }
    sheet.text(
      `${telling.sellerName()} · ${seller.street} · ${seller.postcode} ${seller.city} · CVR-nr. ${telling.sellerNumber()} · Tlf. ${seller.phone} · ${seller.email}`,
      sheet.width / 2,
      795,
      { size: 7.5, align: 'centre' },
    );
  },
};
