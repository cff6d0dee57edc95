/** Swedish, a group's business system: sold-to and ship-to, items in tens with conditions under each, references down the right, two bank accounts. */
import { addressOf, columnsAt, pairsBeside, sentences } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { dotted, either, type InvoiceLayout, spaced } from '../layout.ts';
import { grouped } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const smartform: InvoiceLayout = {
  name: 'smartform',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [8, 8.75],
  wish: (random) =>
    trading(random, 'SE', ['Industri Sverige AB', 'Automation Nordic AB', 'Kemi Svenska AB'], {
      goods: [
        ['Tryckgivare 0-10 bar, 4-20 mA', 'ST'],
        ['Ventilställdon DN50', 'ST'],
        ['Reservdelssats P7', 'SET'],
        ['Kalibrering på plats', 'TIM'],
        ['Rengöringsmedel 25 L dunk', 'ST'],
      ],
      lines: [1, 7],
      rates: ['25'],
      number: either(random, '9#########', '18########', '9#######'),
      terms: [30, 45, 60],
      currency: either(random, 'SEK', 'SEK', 'EUR'),
      ...sometimesCredit(random, 8),
    }),
  style: (random) => ({
    amount: { ...either(random, spaced, dotted), minus: 'after' },
    date: either(random, 'iso' as const, 'dots' as const, 'dots-iso' as const),
    negativeCredit: random.once(2),
    percent: '25,00 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const brand = seller.city.toUpperCase().slice(0, 5);
    sheet.text(brand, 555, 28, { size: 26, bold: true, align: 'right', colour: '#0f6674', tracking: 1 });
    sentences(sheet, ['Faktureras till:', ...addressOf(buyer, telling.buyerName()), 'SVERIGE'], 45, 80, {
      leading: 11.5,
    });
    sentences(
      sheet,
      [
        'Levereras till:',
        `${either(random, 'Fabrik', 'Terminal')} ${buyer.city} ${random.int(1, 4)}`,
        'c/o Nordgods Logistik AB',
        `Terminalgatan ${random.int(1, 60)}`,
        `${buyer.postcode} ${buyer.city}`,
      ],
      45,
      156,
      { leading: 11.5, size: 8 },
    );
    sheet.text(isCredit ? 'Kreditnota' : 'Faktura', 330, 66, { size: 14, bold: true });
    pairsBeside(
      sheet,
      [
        ['Nummer / datum', `${telling.invoiceNumber()} / ${telling.issueDate()}`],
        ['Referens / datum', `${telling.order()} / ${telling.deliveryDate()}`],
        ['Följesedel / datum', `${number(random, 8)} / ${telling.deliveryDate()}`],
        ['Vårt ordernr', `${number(random, 8)}`],
        ['Kundnr', `00${number(random, 7)}`],
        ['Er referens', telling.buyerReference()],
        ['Handläggare', facts.ourReference],
        ['Valuta', telling.currency()],
        ['Ert momsreg.nr', telling.buyerVat()],
        ['Avser faktura', telling.preceding()],
      ],
      { x: 330, y: 88, valueX: 425, leading: 12 },
    );
    sheet.text('Villkor', 45, 224, { bold: true });
    sentences(
      sheet,
      [
        isCredit
          ? ''
          : `Betalningsvillkor: Inom ${telling.terms()} dagar netto. Förfaller ${telling.dueDate()}`,
        `Leveransvillkor: FCA ${seller.city} (Incoterms 2020)`,
        `Vikt netto ${random.int(2, 900)},${random.int(100, 999)} KG   Kolli ${random.int(1, 9)}`,
      ],
      45,
      237,
      { leading: 11 },
    );
    const columns = columnsAt(
      ['Pos', 45],
      ['Material', 92],
      ['Antal', 340, 'right'],
      ['Enh', 346],
      ['Pris/enhet', 450, 'right'],
      ['Värde', 555, 'right'],
    );
    sheet.line(45, 282, 555, 282);
    for (const { title, x, align = 'left' } of columns) sheet.text(title, x, 286, { align });
    sheet.line(45, 298, 555, 298);
    let y = 304;
    const lines = telling.lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'net');
    for (const [index, row] of lines.entries()) {
      const cells = [
        String((index + 1) * 10).padStart(6, '0'),
        row.article,
        row.quantity,
        row.unit,
        row.unitPrice,
        row.net,
      ];
      for (const [at, { x, align = 'left' }] of columns.entries())
        sheet.text(cells[at] ?? '', x, y, { align });
      sheet.text(row.description, 92, y + 11);
      sheet.text(`Batch ${digits(random, 6)}   Statistiknr ${number(random, 8)}   Ursprung DE`, 92, y + 22, {
        size: 7,
      });
      y += 37;
    }
    sheet.line(330, y + 4, 555, y + 4);
    const [vat] = telling.breakdown();
    y = pairsBeside(
      sheet,
      [
        ['Summa positioner', telling.net()],
        [`Utgående moms ${vat?.rate ?? ''}  ${vat?.taxable ?? ''}`, vat?.tax ?? ''],
      ],
      { x: 330, y: y + 9, valueX: 555, right: true, leading: 13 },
    );
    sheet.line(330, y, 555, y);
    sheet.text('Slutbelopp', 330, y + 5, { bold: true });
    sheet.text(telling.payable(), 555, y + 5, { bold: true, align: 'right' });
    for (const [x, lines] of [
      [45, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`, seller.web]],
      [
        190,
        [
          `Organisationsnummer ${telling.sellerNumber()}`,
          `Momsreg.nr ${telling.sellerVat()}`,
          `Säte ${seller.city}. Godkänd för F-skatt`,
        ],
      ],
      [
        370,
        [
          `IBAN ${telling.iban(random.once(2) ? seller.iban : grouped(seller.iban, 4))}`,
          `BIC ${seller.bic}`,
          facts.currency === 'SEK' ? `Bankgiro ${telling.account('bankgiro', seller.bankgiro)}` : '',
        ],
      ],
    ] as const)
      sentences(sheet, lines, x, 770, { size: 7, leading: 9.5 });
  },
};
