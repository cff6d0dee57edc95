/** Finnish, a property manager's: facts in a framed block of pairs at the right, three banks in a table with their codes, a transfer form below with its cells captioned. */
import {
  addressOf,
  columnsAt,
  groupedFromRight,
  pairsBeside,
  rowsOf,
  ruledCells,
  sentences,
  table,
} from '../../arranging.ts';
import { finland, iban } from '../../check-digits.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced } from '../../layout.ts';
import { grouped, hyphenatedBusinessId } from '../../print.ts';
import { sometimesCredit, trading } from '../../trade.ts';

export const finnishProperty: InvoiceLayout = {
  name: 'finnish-property',
  language: 'fi',
  fonts: ['Helvetica', 'Liberation', 'Times'],
  sizes: [8.75, 9.25],
  wish: (random) =>
    trading(random, 'FI', ['Isännöinti Oy', 'Isännöitsijätoimisto Oy', 'Kiinteistöpalvelut Oy'], {
      goods: [
        ['Isännöintipalkkio', 'kk'],
        ['Ylimääräinen yhtiökokous', 'h'],
        ['Kopiot ja postitus', 'kpl'],
        ['Lumenauraus, piha-alue', 'h'],
        ['Huoltotyö, päivystys', 'h'],
        ['Avainten teettäminen', 'kpl'],
      ],
      lines: [1, 7],
      rates: ['25.5'],
      number: either(random, '#####', '######', '20####'),
      terms: [14, 14, 21],
      ...sometimesCredit(random, 10),
    }),
  style: (random) => ({
    amount: { ...either(random, spaced, plain), minus: either(random, 'before', 'after') },
    date: anyDate(random, 'dots', 'dots-loose'),
    negativeCredit: true,
    percent: '25 %',
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    const isCredit = facts.documentType === 'creditNote';
    sheet.text(telling.sellerName(), 45, 36, { size: 12, bold: true });
    sentences(sheet, [seller.street, `${seller.postcode} ${seller.city.toUpperCase()}`], 45, 54, {
      leading: 11.5,
    });
    sheet.text(isCredit ? 'HYVITYSLASKU' : 'LASKU', 310, 36, { size: 14, bold: true });
    sheet.text('1 (1)', 550, 38, { align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 45, 112, { leading: 13.5 });
    const reference = groupedFromRight(facts.reference, 5);
    sheet.frame(304, 58, 248, 116);
    pairsBeside(
      sheet,
      [
        ['Päivämäärä', telling.issueDate()],
        [isCredit ? 'Hyvityslaskun nro' : 'Laskun nro', telling.invoiceNumber()],
        [isCredit ? 'Kohdistuu laskuun' : 'Eräpäivä', isCredit ? telling.preceding() : telling.dueDate()],
        ['Viitenumero', isCredit ? '' : telling.reference(reference)],
        ['Asiakasnro', facts.customerNumber],
        ['Viitteenne', telling.buyerReference()],
        ['Tilausnumeronne', telling.order()],
        ['Viivästyskorko', isCredit ? '' : '11,5 %'],
      ],
      { x: 312, y: 64, valueX: 410, leading: 13.5 },
    );
    let y = table(
      sheet,
      columnsAt(
        ['Nimike', 45],
        ['Määrä', 280, 'right'],
        ['Yks', 288],
        ['à-hinta', 380, 'right'],
        ['Alv', 425, 'right'],
        ['Veroton', 550, 'right'],
      ),
      rowsOf(telling, 'description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net'),
      { y: 204, ruled: true, title: { size: 8 } },
    );
    y = pairsBeside(
      sheet,
      [
        ['Veroton summa', telling.net()],
        ...telling
          .breakdown()
          .map(({ rate, taxable, tax }): [string, string] => [`Alv ${rate} / ${taxable}`, tax]),
        [
          isCredit ? `Hyvitetään ${telling.currency()}` : `Maksettava ${telling.currency()}`,
          telling.payable(),
        ],
      ],
      { x: 340, y: y + 12, valueX: 550, right: true, leading: 15 },
    );
    sheet.text(
      `Laskutusjakso päättyy ${telling.deliveryDate()}. Huomautukset 8 päivän kuluessa.`,
      45,
      y + 10,
      { size: 8 },
    );
    const others = [iban('FI', finland.account(random)), iban('FI', finland.account(random))];
    if (!isCredit) {
      ruledCells(
        sheet,
        [[110], [200], [90]],
        [
          ['Pankki', 'IBAN', 'BIC'],
          ['Rannikon Pankki', telling.iban(), seller.bic],
          ...others.map((each, index) => [
            ['Osuuskassa', 'Saaristopankki'][index] ?? '',
            telling.account('iban', each, grouped(each, 4)),
            ['OSKAFIHH', 'SARPFI22'][index] ?? '',
          ]),
        ],
        { x: 45, y: 560, height: 15, title: { size: 7 }, cell: { size: 8.5 } },
      );
      const form = [
        ['Saaja / Mottagare', seller.name, 45, 640],
        ['Maksaja / Betalare', buyer.name, 45, 680],
        ['Viitenro / Ref. nr', reference, 330, 640],
        ['Eräpäivä / Förf. dag', telling.dueDate(), 330, 680],
        ['Euro', telling.payable(), 460, 680],
      ] as const;
      sheet.line(45, 632, 550, 632);
      for (const [caption, value, x, top] of form) {
        sheet.text(caption, x, top, { size: 6.5 });
        sheet.text(value, x, top + 13);
        sheet.line(
          x,
          top + 30,
          x === 45 ? 310 : x === 330 && top === 680 ? 440 : 550,
          top + 30,
          'black',
          0.3,
        );
      }
    }
    const id = hyphenatedBusinessId(seller.organisationNumber ?? '');
    sheet.text(
      `Puh. ${seller.phone}   ${seller.email}   Y-tunnus ${telling.sellerNumber(id)}   ALV-numero ${telling.sellerVat()}   Kotipaikka ${seller.city}`,
      45,
      780,
      { size: 7.5 },
    );
  },
};
