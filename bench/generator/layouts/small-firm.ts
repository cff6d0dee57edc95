/** Swedish, a small firm's bookkeeping program: grey heads, sums in a strip of boxes at the foot, the firm in four columns below. */
import { colours, logo, pairsBeside, sentences, table } from '../arranging.ts';
import { either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, usual } from '../trade.ts';

export const smallFirm: InvoiceLayout = {
  name: 'small-firm',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica', 'OpenSans'],
  sizes: [8.5, 9.5],
  wish: (random) =>
    usual(random, 'SE', {
      rates: ['25', '25', '12'],
      number: either(random, '###', '####', '#####'),
      rounds: random.once(2),
      lines: [1, 8],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, spaced, plain),
    date: 'iso',
    negativeCredit: random.once(2),
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const grey = either(random, '#dddddd', '#e8e8e8', '#d0d4da');
    if (random.once(2)) logo(sheet, random, 45, 36, 42, random.pick(colours));
    else sheet.text(seller.name, 45, 46, { size: 15, bold: true, colour: random.pick(colours) });
    sheet.text(isCredit ? 'Kreditfaktura' : 'Faktura', 320, 36, { size: 20, bold: true });
    const boxes: [string, string][] = [
      ['Fakturadatum', telling.issueDate()],
      [either(random, 'Fakturanr', 'Fakturanummer'), telling.invoiceNumber()],
      ['OCR', telling.reference()],
    ];
    for (const [index, [label, value]] of boxes.entries()) {
      sheet.fill(320 + index * 78, 64, 76, 13, grey);
      sheet.text(label, 323 + index * 78, 66, { size: 7.5 });
      sheet.text(value, 323 + index * 78, 81, { size: 8.5 });
    }
    sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], 320, 122, {
      size: 10,
      leading: 13,
    });
    const labels = { bold: true, size: 8 } as const;
    pairsBeside(
      sheet,
      [
        ['Kundnr', facts.customerNumber],
        ['Er referens', telling.buyerReference()],
        ['Er ordernr', random.once(2) ? telling.order() : ''],
        ['Krediterar faktura', isCredit ? telling.preceding() : ''],
      ],
      { x: 45, y: 200, valueX: 140, label: labels },
    );
    pairsBeside(
      sheet,
      [
        ['Vår referens', facts.ourReference],
        ['Betalningsvillkor', isCredit ? '' : `${telling.terms()} dagar netto`],
        ['Förfallodatum', isCredit ? '' : telling.dueDate()],
        ['Dröjsmålsränta', isCredit ? '' : either(random, '8,00 %', 'enligt räntelagen', '12 %')],
      ],
      { x: 320, y: 200, valueX: 415, label: labels },
    );
    sheet.fill(42, 266, 512, 16, grey);
    const y = table(
      sheet,
      [
        { title: 'Artnr', x: 45 },
        { title: 'Benämning', x: 95 },
        { title: either(random, 'Lev ant', 'Antal'), x: 350, align: 'right' },
        { title: 'Enhet', x: 360 },
        { title: 'À-pris', x: 440, align: 'right' },
        { title: 'Moms', x: 488, align: 'right' },
        { title: 'Summa', x: 551, align: 'right' },
      ],
      telling
        .lines('article', 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [
          row.article,
          row.description,
          row.quantity,
          row.unit,
          row.unitPrice,
          row.vatRate,
          row.net,
        ]),
      { y: 269, title: { size: 8, bold: true }, leading: 15 },
    );
    if (isCredit) sheet.text(`Avser kreditering av faktura ${facts.preceding}.`, 95, y + 8, { italic: true });
    const strip: [string, string][] = [
      ['Exkl. moms', telling.net()],
      ...telling.breakdown().map(({ rate, tax }): [string, string] => [`Moms ${rate}`, tax]),
    ];
    if (Number(facts.totals.rounding) !== 0) strip.push(['Öresutj.', telling.rounding()]);
    sheet.fill(42, 660, 512, 14, grey);
    for (const [index, [label, value]] of strip.entries()) {
      sheet.text(label, 47 + index * 84, 663, { size: 7.5 });
      sheet.text(value, 47 + index * 84, 679);
    }
    sheet.text(isCredit ? 'ATT ERHÅLLA' : 'ATT BETALA', 551, 663, { size: 7.5, bold: true, align: 'right' });
    sheet.text(`${telling.currency(either(random, 'SEK', 'kr'))} ${telling.payable()}`, 551, 678, {
      bold: true,
      size: 11,
      align: 'right',
    });
    sheet.line(42, 710, 554, 710);
    const columns = [
      ['Adress', telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`, 'Sverige'],
      ['Telefon', seller.phone, 'E-post', seller.email],
      ['Bankgiro', telling.account('bankgiro', seller.bankgiro), 'Webbplats', seller.web],
      [
        'Organisationsnr',
        telling.sellerNumber(swedishNumber(seller.organisationNumber ?? '')),
        'Momsreg.nr',
        telling.sellerVat(),
        either(random, 'Godkänd för F-skatt', 'Innehar F-skattebevis'),
      ],
    ];
    const captions = [
      'Adress',
      'Telefon',
      'E-post',
      'Bankgiro',
      'Webbplats',
      'Organisationsnr',
      'Momsreg.nr',
    ];
    for (const [index, column] of columns.entries()) {
      for (const [row, text] of column.entries())
        sheet.text(text, 45 + index * 132, 718 + row * 11, { size: 7, bold: captions.includes(text) });
    }
  },
};
