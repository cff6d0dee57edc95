/** Finnish, a caretaker's program: a sidebar with the seller, an account of the VAT by rate, e-invoice address, a virtual bar code as digits. */
import { addressOf, colours, pairsBeside, sentences, table } from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { called } from '../companies.ts';
import { anyDate, either, type InvoiceLayout, plain, spaced, thin } from '../layout.ts';
import { grouped, hyphenatedBusinessId } from '../print.ts';
import { usual } from '../trade.ts';

export const finnishUpkeep: InvoiceLayout = {
  name: 'finnish-upkeep',
  language: 'fi',
  fonts: ['OpenSans', 'Liberation', 'Times'],
  sizes: [8.5, 9.5],
  wish(random) {
    const wish = usual(random, 'FI', {
      rates: ['25.5', '25.5', '14', '10'],
      goods: [
        ['Kiinteistönhoito, kuukausi', 'kk'],
        ['Lumityöt', 'h'],
        ['Hiekoitus', 'kerta'],
        ['Avaimen teettäminen', 'kpl'],
        ['Siivous, porraskäytävä', 'kk'],
        ['Päivystyskäynti', 'kpl'],
      ],
      lines: [1, 8],
      highestPrice: 500,
      number: either(random, '######', 'Y####', '3########'),
      terms: [7, 14, 14, 21],
    });
    const name = either(random, 'Kiinteistöhuolto Oy', 'Talonmiehet Oy', 'Huoltopalvelu Ky');
    return { ...wish, seller: called(wish.seller, `${wish.seller.city} ${name}`) };
  },
  style: (random) => ({
    amount: either(random, spaced, plain, thin),
    date: anyDate(random, 'dots-loose', 'dots'),
    percent: either(random, '25 %', '25%'),
  }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer, totals } = facts;
    const colour = random.pick(colours);
    sheet.fill(0, 0, 150, sheet.height, colour);
    const white = { colour: 'white', size: 8 } as const;
    let side = 44;
    const beside = (caption: string, lines: string[]) => {
      sheet.text(caption, 20, side, { ...white, bold: true });
      side = sentences(sheet, lines, 20, side + 12, { ...white, leading: 11 }) + 12;
    };
    beside(telling.sellerName(), addressOf(seller, '').slice(1));
    beside('Y-tunnus', [telling.sellerNumber(hyphenatedBusinessId(seller.organisationNumber ?? ''))]);
    beside('ALV-tunniste', [telling.sellerVat()]);
    beside('Puhelin', [seller.phone]);
    beside('Verkkolaskuosoite', [`0037${seller.organisationNumber}`, `Operaattori 0037${number(random, 8)}`]);
    beside('Pankkitili (IBAN)', [telling.iban()]);
    beside('BIC', [seller.bic]);
    sheet.text('LASKU', 180, 40, { size: 22, colour });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 180, 90, { leading: 13, size: 10 });
    pairsBeside(
      sheet,
      [
        ['Laskunumero', telling.invoiceNumber()],
        ['Laskun päivä', telling.issueDate()],
        ['Eräpäivä', telling.dueDate()],
        ['Viitenumero', telling.reference(grouped(facts.reference, 5))],
        ['Asiakasnro', facts.customerNumber],
        ['Kohde', buyer.street],
        ['Huomautusaika', '8 pv'],
      ],
      { x: 380, y: 44, valueX: 560, right: true, leading: 14, label: { bold: true, size: 8 } },
    );
    let y = table(
      sheet,
      [
        { title: 'Selite', x: 180 },
        { title: 'Määrä', x: 372, align: 'right' },
        { title: 'á hinta', x: 440, align: 'right' },
        { title: 'Alv', x: 486, align: 'right' },
        { title: 'Veroton', x: 560, align: 'right' },
      ],
      telling
        .lines('description', 'quantity', 'unit', 'unitPrice', 'vatRate', 'net')
        .map((row) => [row.description, `${row.quantity} ${row.unit}`, row.unitPrice, row.vatRate, row.net]),
      { y: 200, ruled: true, leading: 16 },
    );
    y = table(
      sheet,
      [
        { title: 'Alv-erittely', x: 300 },
        { title: 'Peruste', x: 420, align: 'right' },
        { title: 'Vero', x: 490, align: 'right' },
        { title: '', x: 560, align: 'right' },
      ],
      telling.breakdown().map(({ rate, taxable, tax }) => [rate, taxable, tax, '']),
      { y: y + 20, title: { size: 7.5, bold: true }, leading: 13 },
    );
    y = pairsBeside(
      sheet,
      [
        ['Veroton yhteensä', telling.net()],
        ['Arvonlisävero yhteensä', telling.vat()],
      ],
      { x: 300, y: y + 10, valueX: 560, right: true, leading: 15 },
    );
    sheet.line(300, y, 560, y, colour, 1);
    sheet.text(either(random, 'Laskun summa', 'Maksettavaa yhteensä', 'Yhteensä'), 300, y + 6, {
      size: 12,
      bold: true,
    });
    sheet.text(`${telling.payable()} ${telling.currency('€')}`, 560, y + 6, {
      size: 12,
      bold: true,
      align: 'right',
    });
    sentences(
      sheet,
      [
        `Viivästyskorko ${random.int(8, 12)},0 %. Maksumuistutus 5,00 €.`,
        `Laskutusta koskevat kysymykset: ${seller.email}`,
      ],
      180,
      724,
      { size: 7.5, leading: 11 },
    );
    const cents = totals.payable.replace('.', '').padStart(8, '0');
    sheet.text('Virtuaaliviivakoodi', 180, 760, { size: 7, bold: true });
    sheet.text(
      `4${seller.iban.slice(2)}${cents}000${facts.reference.padStart(20, '0')}${facts.dueDate.slice(2).replaceAll('-', '')}`,
      180,
      772,
      { size: 8 },
    );
    sheet.text(`${number(random, 3)}-${digits(random, 4)}`, 560, 800, { size: 6, align: 'right' });
  },
};
