/** Swedish, a bookkeeping service's standard sheet: logo at the left, customer framed by air, another place of delivery, sums in a shaded band, a foot of four columns. */
import {
  addressOf,
  colours,
  columnsAt,
  logo,
  pairsBeside,
  rowsOf,
  sentences,
  sumsUnder,
  table,
} from '../arranging.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { sometimesCredit, trading } from '../trade.ts';

export const standardSheet: InvoiceLayout = {
  name: 'standard-sheet',
  language: 'sv',
  fonts: ['Liberation', 'Helvetica', 'OpenSans'],
  sizes: [8.5, 9.25],
  wish: (random) =>
    trading(random, 'SE', ['Elteknik AB', 'Ventilation AB', 'Reklambyrå AB', 'Lås & Larm AB'], {
      goods: [
        ['Montage fiberdosa', 'tim'],
        ['Arbetad tid v 41-42', 'tim'],
        ['Jordfelsbrytare 2p 40A', 'st'],
        ['Servicebil', 'st'],
        ['Miljöavgift', 'st'],
        ['Skyltar enl. offert 2291', 'st'],
      ],
      number: either(random, '###', '####', '1####'),
      rates: ['25'],
      rounds: random.once(2),
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: either(random, spaced, plain),
    date: anyDate(random, 'iso'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    const colour = random.pick(colours);
    const small = { size: 7.5 } as const;
    logo(sheet, random, 42, 30, 38, colour);
    sheet.text(telling.sellerName(), 90, 40, { size: 15, bold: true, colour });
    sheet.text(isCredit ? 'Kreditfaktura' : 'Faktura', 340, 30, { size: 18, bold: true });
    pairsBeside(
      sheet,
      [
        [isCredit ? 'Fakturadatum' : either(random, 'Fakturadatum', 'Datum'), telling.issueDate()],
        [either(random, 'Fakturanr', 'Fakturanummer'), telling.invoiceNumber()],
        ['OCR', isCredit ? '' : telling.reference()],
        ['Kundnr', facts.customerNumber],
        ['Krediterar fakturanr', telling.preceding()],
      ],
      { x: 340, y: 58, valueX: 440, leading: 12, label: { bold: true } },
    );
    sheet.text('Leveransadress', 42, 126, { ...small, bold: true });
    sentences(
      sheet,
      [
        `${buyer.city} ${either(random, 'Lager', 'Centrallager', 'Bygg')}`,
        'Att: Godsmottagning',
        `Hamnplan ${random.int(2, 40)}`,
        `${buyer.postcode} ${buyer.city}`,
      ],
      42,
      138,
    );
    sheet.text('Fakturaadress', 340, 126, { ...small, bold: true });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 340, 138, { leading: 13 });
    const left = pairsBeside(
      sheet,
      [
        ['Er referens', telling.buyerReference()],
        ['Ert ordernr', telling.order()],
        ['Ert VAT-nr', random.once(2) ? telling.buyerVat() : ''],
        ['Leveransdatum', telling.deliveryDate()],
      ],
      { x: 42, y: 202, valueX: 130, leading: 12, label: small },
    );
    pairsBeside(
      sheet,
      [
        ['Vår referens', facts.ourReference],
        ['Betalningsvillkor', isCredit ? '' : `${telling.terms()} dagar`],
        ['Förfallodatum', isCredit ? '' : telling.dueDate()],
        ['Dröjsmålsränta', '11,50 %'],
      ],
      { x: 340, y: 202, valueX: 440, leading: 12, label: small },
    );
    sheet.fill(42, left + 12, 512, 15, colour);
    table(
      sheet,
      columnsAt(
        ['Produkt/tjänst', 46],
        ['Antal', 330, 'right'],
        ['Enhet', 340],
        ['À-pris', 460, 'right'],
        ['Belopp', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'net'),
      { y: left + 15, leading: 14, title: { bold: true, colour: 'white' } },
    );
    sheet.fill(42, 640, 512, 34, '#ececec');
    const [vat] = telling.breakdown();
    sumsUnder(
      sheet,
      [
        ['Netto', telling.net(), 110],
        ['Exkl. moms', telling.net(), 190],
        ['Moms %', vat?.rate ?? '', 250],
        ['Moms kr', vat?.tax ?? '', 330],
        ['Öresavr.', Number(facts.totals.rounding) === 0 ? '' : telling.rounding(), 400],
        ['Totalt', telling.gross(), 470],
      ],
      { y: 645 },
    );
    sheet.text(isCredit ? 'Summa att erhålla' : 'Summa att betala', 548, 645, {
      size: 7,
      bold: true,
      align: 'right',
    });
    sheet.text(`${telling.currency()} ${telling.payable()}`, 548, 657, { bold: true, align: 'right' });
    sheet.line(42, 732, 554, 732, colour, 1);
    for (const [x, label, lines] of [
      [42, 'Adress', [seller.name, seller.street, `${seller.postcode} ${seller.city}`]],
      [190, 'Telefon', [seller.phone, seller.email, seller.web]],
      [350, 'Bankgiro', [telling.account('bankgiro', seller.bankgiro), 'Momsreg.nr', telling.sellerVat()]],
      [
        455,
        'Organisationsnr',
        [
          telling.sellerNumber(swedishNumber(seller.organisationNumber ?? '')),
          'Godkänd för F-skatt',
          `Säte: ${seller.city}`,
        ],
      ],
    ] as const) {
      sheet.text(label, x, 738, { ...small, bold: true });
      sentences(sheet, lines, x, 749, { ...small, leading: 10 });
    }
    sheet.text(
      `Beställaren ${buyer.name}, org.nr ${swedishNumber(buyer.organisationNumber ?? '')}`,
      42,
      700,
      small,
    );
  },
};
