/** Danish, a law firm's fee note: the work told in a paragraph, fee and outlays in a column of few rows, matter number in the subject, the client's account beside the firm's own. */
import { addressOf, pairsBeside, rowsOf, sentences } from '../../arranging.ts';
import { number } from '../../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout } from '../../layout.ts';
import { trading } from '../../trade.ts';

export const danishLaw: InvoiceLayout = {
  name: 'danish-law',
  language: 'da',
  fonts: ['Times'],
  sizes: [10, 10.75],
  wish: (random) =>
    trading(random, 'DK', ['Advokater I/S', 'Advokatpartnerselskab', 'Advokatfirma ApS'], {
      goods: [
        ['Salær', 'stk.'],
        ['Salær, gennemgang af kontrakt', 'stk.'],
        ['Tinglysningsafgift, udlæg', 'stk.', '0'],
        ['Retsafgift, udlæg', 'stk.', '0'],
        ['Kørsel og kopier', 'stk.'],
      ],
      lines: [1, 4],
      highestPrice: 9500,
      number: either(random, '######', '#####', 'Y-####'),
      isPrepaid: random.once(4),
      terms: [8, 14, 30],
    }),
  style: (random) => ({
    amount: dotted,
    date: anyDate(random, { long: 'da-DK' }, 'dots'),
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.text(telling.sellerName(seller.name.toUpperCase()), 70, 44, { size: 13, tracking: 2 });
    sheet.line(70, 64, 525, 64);
    sentences(
      sheet,
      [
        seller.street,
        `${seller.postcode} ${seller.city}`,
        `Tlf. ${seller.phone}`,
        seller.email,
        `CVR-nr. ${telling.sellerNumber()}`,
      ],
      525,
      76,
      { align: 'right', size: 8.5, leading: 11.5 },
    );
    sentences(
      sheet,
      [...addressOf(buyer, telling.buyerName()), `Att. ${telling.buyerReference()}`],
      70,
      110,
      { leading: 14 },
    );
    sentences(
      sheet,
      [`Dato: ${telling.issueDate()}`, `Sagsnr.: ${number(random, 5)}-${random.int(1, 40)}`],
      525,
      164,
      { align: 'right', leading: 14 },
    );
    sheet.text(`${either(random, 'Faktura', 'Salærfaktura')} nr. ${telling.invoiceNumber()}`, 70, 216, {
      bold: true,
      size: 13,
    });
    sheet.text(
      `Vedr.: ${either(random, 'Køb af erhvervsejendom', 'Lejekontrakt, lokaler 2. sal', 'Tvist om entreprise')}`,
      70,
      238,
      { italic: true },
    );
    let y = sheet.text(
      'Honorar for juridisk bistand i ovennævnte sag, herunder korrespondance, møder og telefonsamtaler samt udarbejdelse af notater, fastsat under hensyn til sagens omfang og ansvar:',
      70,
      262,
      { width: 455 },
    );
    y += 14;
    sheet.text('kr.', 525, y - 2, { align: 'right', italic: true });
    y += 14;
    for (const [description, net] of rowsOf(telling, 'description', 'net')) {
      sheet.text(description ?? '', 70, y);
      sheet.text(net ?? '', 525, y, { align: 'right' });
      y += 17;
    }
    y = pairsBeside(
      sheet,
      [
        ['I alt uden moms', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }, index): [string, string] =>
            facts.breakdown[index]?.rate === '0'
              ? [`Momsfri udlæg ${taxable} (moms ${rate})`, tax]
              : [`Moms, ${rate} af ${taxable}`, tax],
          ),
        ['I alt med moms', telling.gross()],
        ['Modtaget forskud', Number(facts.totals.prepaid) === 0 ? '' : telling.prepaid()],
      ],
      { x: 70, y: y + 8, valueX: 525, right: true, leading: 17 },
    );
    sheet.line(430, y - 2, 525, y - 2);
    sheet.text(`Til betaling, ${telling.currency(either(random, 'danske kroner', 'DKK'))}`, 70, y + 4, {
      bold: true,
    });
    sheet.text(telling.payable(), 525, y + 4, { bold: true, align: 'right' });
    sheet.line(430, y + 19, 525, y + 19);
    sheet.line(430, y + 21, 525, y + 21);
    const [registration, account] = [seller.account.slice(0, 4), seller.account.slice(4)];
    sheet.text(
      `Beløbet bedes indbetalt senest ${telling.dueDate()} (${telling.terms()} dage) på vores konto i ${either(random, 'Egebanken', 'Åkær Sparekasse')}, reg.nr. ${registration}, kontonr. ${telling.account('other', seller.account, account)}, med angivelse af fakturanummer. Ved for sen betaling tillægges rente efter renteloven.`,
      70,
      y + 54,
      { width: 455 },
    );
    sentences(sheet, ['Med venlig hilsen', '', facts.ourReference, 'advokat'], 70, y + 116, { leading: 18 });
    sheet.text(
      'Klientkonti er omfattet af indskydergarantien op til 100.000 euro. Klager: Advokatnævnet.',
      70,
      792,
      { size: 8 },
    );
  },
};
