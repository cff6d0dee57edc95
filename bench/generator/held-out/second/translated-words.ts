/** Swedish, a translation bureau's: words by language pair, now and then in euro with kronor beside, accounts at several banks in a table, due date as days and as a day in one sentence. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsBeside, rowsOf, ruledCells, sentences, table } from '../../arranging.ts';
import { digits, iban, number, sweden } from '../../check-digits.ts';
import { anyDate, either, type InvoiceLayout, spaced, thin } from '../../layout.ts';
import { grouped, printAmount, swedishNumber } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const translatedWords: InvoiceLayout = {
  name: 'translated-words',
  language: 'sv',
  fonts: ['Times', 'OpenSans', 'Liberation'],
  sizes: [9, 9.75],
  wish: (random) =>
    trading(random, 'SE', ['Språkbyrå AB', 'Översättning & Tolk AB', 'Text HB'], {
      goods: [
        ['Översättning sv-en', 'ord'],
        ['Översättning sv-fi, fackgranskad', 'ord'],
        ['Språkgranskning', 'tim'],
        ['Minimiavgift', 'st'],
        ['Projektledning', 'tim'],
      ],
      lines: [1, 5],
      rates: ['25'],
      highestPrice: 950,
      number: either(random, 'Y-####', '####', 'SP#####'),
      currency: either(random, 'SEK', 'EUR'),
      terms: [10, 20, 30],
      reference: sweden.ocr,
      ...sometimesCredit(random, 14),
    }),
  style: (random) => ({
    amount: either(random, spaced, thin),
    date: anyDate(random, 'iso', { long: 'sv-SE' }),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, currency } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const [word] = seller.city.split(' ');
    sheet.text(`${word?.toLowerCase()}.`, 55, 28, { size: 30, bold: true, colour: '#0f6674' });
    sentences(
      sheet,
      [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`, seller.email],
      540,
      36,
      { align: 'right', size: 8.5, leading: 11.5 },
    );
    sheet.text(`${isCredit ? 'Kreditfaktura' : 'Faktura'} ${telling.invoiceNumber()}`, 55, 100, {
      size: 17,
      bold: true,
    });
    sheet.text(`${seller.city} ${telling.issueDate()}`, 55, 124);
    const labels = { label: { italic: true }, leading: 13 } as const;
    pairsBeside(
      sheet,
      [
        ['Projekt', `P-${number(random, 5)}`],
        ['Ert PO-nr', telling.order()],
        ['Beställare', telling.buyerReference()],
        ['Projektledare', facts.ourReference],
        ['Levererat', telling.deliveryDate()],
        [isCredit ? 'Rättar faktura' : '', isCredit ? telling.preceding() : ''],
      ],
      { x: 55, y: 152, valueX: 130, ...labels },
    );
    sentences(sheet, [...addressOf(buyer, telling.buyerName()), `VAT: ${telling.buyerVat()}`], 330, 152, {
      leading: 13,
    });
    let y = table(
      sheet,
      columnsAt(
        ['Uppdrag', 55],
        ['Volym', 310, 'right'],
        ['Enhet', 320],
        [`Pris (${currency})`, 425, 'right'],
        [`Belopp (${currency})`, 540, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: 244, leading: 17, ruled: true },
    );
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Netto', telling.net()],
        [`Moms ${vat?.rate ?? ''}`, vat?.tax ?? ''],
        [
          isCredit ? `Tillgodo (${telling.currency()})` : `Att betala (${telling.currency()})`,
          telling.payable(),
        ],
      ],
      { x: 330, y: y + 10, valueX: 540, right: true, leading: 16, value: { bold: true } },
    );
    if (currency === 'EUR') {
      const rate = `11.${digits(random, 4)}`;
      const inKronor = (amount: string) =>
        printAmount(new Big(amount).times(rate).round(2, Big.roundHalfUp).toFixed(2), spaced);
      sheet.text(
        `Kurs 1 EUR = ${rate.replace('.', ',')} SEK. Motvärde: beskattningsunderlag ${inKronor(facts.totals.net)} SEK, moms ${inKronor(facts.totals.vat)} SEK.`,
        540,
        y + 4,
        { size: 7.5, align: 'right', italic: true },
      );
    }
    if (!isCredit)
      sheet.text(
        `Betalas inom ${telling.terms()} dagar, det vill säga senast ${telling.dueDate()}. Ange ${telling.reference()} som meddelande.`,
        55,
        y + 40,
        { bold: true },
      );
    const other = iban('SE', sweden.account(random));
    ruledCells(
      sheet,
      [[110], [230], [145]],
      [
        ['Bank', 'Konto', 'BIC/SWIFT'],
        ['Bankgirot', `Bankgiro ${telling.account('bankgiro', seller.bankgiro)}`, '–'],
        ['Norra Landsbanken', `IBAN ${telling.iban()}`, seller.bic],
        ['Kustbanken', `IBAN ${telling.account('iban', other, grouped(other, 4))}`, 'KUSTSESS'],
      ],
      { x: 55, y: y + 66, height: 16, title: { italic: true, size: 8 }, colour: '#999999' },
    );
    sheet.text(
      `Momsregistreringsnummer ${telling.sellerVat()}   Organisationsnummer ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}   Godkänd för F-skatt   ${seller.phone}`,
      55,
      786,
      { size: 7.5, colour: '#555555' },
    );
  },
};
