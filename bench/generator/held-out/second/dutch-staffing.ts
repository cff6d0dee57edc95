/** Dutch, a staffing agency's: part of the sum to a blocked tax account and the rest to its own, weeks and workers in the lines, facts in a two-row table, number of customer and debtor apart. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsBeside, rowsOf, ruledCells, sentences, table } from '../../arranging.ts';
import { iban, netherlands, number } from '../../check-digits.ts';
import { anyDate, dotted, either, type InvoiceLayout, plain } from '../../layout.ts';
import { grouped } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const dutchStaffing: InvoiceLayout = {
  name: 'dutch-staffing',
  language: 'nl',
  fonts: ['Helvetica', 'OpenSans', 'Liberation'],
  sizes: [8.75, 9.25],
  wish: (random) =>
    trading(random, 'NL', ['Uitzendbureau B.V.', 'Personeel N.V.', 'Detachering B.V.'], {
      goods: [
        ['Uren week 41, magazijn', 'uur'],
        ['Overuren 135 %', 'uur'],
        ['Reiskosten', 'km'],
        ['Uren week 42, heftruck', 'uur'],
        ['Bemiddelingsvergoeding', 'st'],
      ],
      lines: [1, 7],
      rates: ['21'],
      isMeasured: true,
      highestPrice: 65,
      number: either(random, 'Y-####', 'F######', '20#####'),
      terms: [8, 14, 30],
      ...sometimesCredit(random, 9),
    }),
  style: (random) => ({
    amount: either(random, dotted, plain),
    date: anyDate(random, 'dashes', 'dots', { long: 'nl-NL' }),
    negativeCredit: true,
    percent: '25%',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = '#0f6674';
    sheet.fill(50, 34, 9, 40, colour);
    sheet.fill(62, 44, 9, 30, '#b3541e');
    sheet.text(telling.sellerName(), 80, 44, { size: 17, bold: true, colour });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 50, 112, { leading: 13.5 });
    sentences(
      sheet,
      [`T.a.v. ${telling.buyerReference()}`, `Btw-nr. afnemer ${telling.buyerVat()}`],
      50,
      156,
      { leading: 13, size: 8.5 },
    );
    sheet.text(isCredit ? 'Creditfactuur' : 'Factuur', 545, 112, { size: 20, align: 'right', colour });
    let y = ruledCells(
      sheet,
      [[105], [95], [105], [95], [95]],
      [
        [
          isCredit ? 'Creditnummer' : 'Factuurnummer',
          'Factuurdatum',
          isCredit ? 'Betreft factuur' : 'Uiterste betaaldatum',
          'Debiteurnr.',
          'Uw inkoopnr.',
        ],
        [
          telling.invoiceNumber(),
          telling.issueDate(),
          isCredit ? telling.preceding() : telling.dueDate(),
          facts.customerNumber,
          telling.order(),
        ],
      ],
      { x: 50, y: 192, head: '#e0eef0', title: { size: 7.5 }, colour: '#9cc3c8' },
    );
    y = table(
      sheet,
      columnsAt(
        ['Omschrijving', 50],
        ['Aantal', 290, 'right'],
        ['Eenheid', 300],
        ['Tarief', 410, 'right'],
        ['Btw', 455, 'right'],
        ['Bedrag', 545, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: y + 18, leading: 16, title: { bold: true, colour } },
    );
    const [vat] = telling.breakdown();
    const euro = telling.currency('€');
    y = pairsBeside(
      sheet,
      [
        ['Subtotaal', `${euro} ${telling.net()}`],
        [`Btw ${vat?.rate ?? ''} over ${euro} ${vat?.taxable ?? ''}`, `${euro} ${vat?.tax ?? ''}`],
        [isCredit ? 'Te ontvangen' : 'Totaal te betalen', `${euro} ${telling.payable()}`],
      ],
      { x: 330, y: y + 10, valueX: 545, right: true, leading: 17, label: { bold: true } },
    );
    if (!isCredit) {
      const blocked = new Big(facts.totals.gross)
        .times(random.pick([25, 30, 40]))
        .div(100)
        .round(2);
      const blockedAccount = iban('NL', netherlands.account(random));
      sheet.text('Wij verzoeken u de betaling als volgt te splitsen:', 50, y + 30);
      ruledCells(
        sheet,
        [[120], [200], [95, 'right']],
        [
          ['Rekening', 'IBAN', 'Bedrag'],
          [
            'G-rekening',
            telling.account('iban', blockedAccount, grouped(blockedAccount, 4)),
            `${euro} ${telling.amount(blocked.toFixed(2))}`,
          ],
          [
            'Vrije rekening',
            telling.iban(),
            `${euro} ${telling.amount(new Big(facts.totals.payable).minus(blocked).toFixed(2))}`,
          ],
        ],
        { x: 50, y: y + 46, head: '#e0eef0', title: { size: 7.5 }, colour: '#9cc3c8' },
      );
      sheet.text(
        `Betalingstermijn ${telling.terms()} dagen. Vermeld bij betaling factuurnummer en debiteurnummer. SNA-gecertificeerd, lidnummer ${number(random, 5)}.`,
        50,
        y + 114,
        { size: 8 },
      );
    }
    sheet.line(50, 780, 545, 780, colour);
    sheet.text(
      `${seller.street}, ${seller.postcode} ${seller.city} | ${seller.phone} | KvK ${telling.sellerNumber()} | Btw ${telling.sellerVat()} | BIC ${seller.bic}`,
      sheet.width / 2,
      787,
      { size: 7.5, align: 'centre' },
    );
  },
};
