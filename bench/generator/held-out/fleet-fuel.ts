/** Swedish, a fuel card's: sums in the head, purchases sorted by vehicle with a sum for each over several pages, petrol stations' names all over. */
import Big from 'big.js';
import { addressOf, columnsAt, pairsAbove, pairsBeside, sentences } from '../arranging.ts';
import { digits, number, sweden } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { either, type InvoiceLayout, spaced } from '../layout.ts';
import { swedishNumber } from '../print.ts';
import { trading } from '../trade.ts';

export const fleetFuel: InvoiceLayout = {
  name: 'fleet-fuel',
  language: 'sv',
  fonts: ['Helvetica', 'Liberation'],
  sizes: [8, 8.75],
  wish: (random) =>
    trading(random, 'SE', ['Drivmedel AB', 'Kort & Energi AB', 'Bensinkort Aktiebolag'], {
      goods: [
        ['Diesel MK1', 'l'],
        ['HVO100', 'l'],
        ['Bensin 95', 'l'],
        ['AdBlue', 'l'],
        ['Tvätt', 'st'],
      ],
      lines: [4, 70],
      rates: ['25'],
      isMeasured: true,
      highestPrice: 19,
      number: either(random, '##########', '90######'),
      reference: sweden.ocrWithLength,
      terms: [15, 20, 30],
    }),
  style: () => ({ amount: spaced, date: 'iso', percent: '25 %' }),
  draw(sheet, telling, random) {
    const { facts } = telling;
    const { seller, buyer } = facts;
    sheet.fill(0, 0, sheet.width, 60, '#ffd500');
    sheet.text(`${seller.city.split(' ')[0]}kortet`, 40, 18, { size: 22, bold: true, italic: true });
    sheet.text('FAKTURA', 555, 20, { size: 18, bold: true, align: 'right' });
    sentences(sheet, addressOf(buyer, telling.buyerName()), 330, 84, { leading: 12 });
    sheet.frame(40, 76, 260, 88);
    pairsBeside(
      sheet,
      [
        ['Att betala', `${telling.payable()} ${telling.currency()}`],
        ['Förfallodatum', telling.dueDate()],
        ['varav moms', telling.vat()],
        ['Summa exkl. moms', telling.net()],
        ['Bankgiro', telling.account('bankgiro', seller.bankgiro)],
        ['OCR', telling.reference()],
      ],
      { x: 48, y: 82, valueX: 292, right: true, leading: 13, value: { bold: true } },
    );
    pairsAbove(
      sheet,
      [
        ['Fakturanummer', telling.invoiceNumber()],
        ['Fakturadatum', telling.issueDate()],
        ['Kundnummer', number(random, 7)],
        ['Inköp t.o.m.', dateAfter(facts.issueDate, -1)],
        ['Er referens', telling.buyerReference()],
      ],
      { x: 40, y: 176, step: 104, gap: 10 },
    );
    const columns = columnsAt(
      ['Datum', 40],
      ['Kvitto', 100],
      ['Station', 150],
      ['Produkt', 260],
      ['Antal', 380, 'right'],
      ['Pris', 450, 'right'],
      ['Exkl. moms', 555, 'right'],
    );
    const put = (cells: readonly string[], top: number, bold = false) => {
      for (const [at, { x, align = 'left' }] of columns.entries())
        sheet.text(cells[at] ?? '', x, top, { align, bold });
    };
    let y = 214;
    let ofVehicle = new Big(0);
    for (const [index, row] of telling.lines('description', 'quantity', 'unitPrice', 'net').entries()) {
      if (y > 740) {
        sheet.newPage();
        sheet.text(`Faktura ${facts.invoiceNumber}   Kund ${buyer.name}   Sida ${sheet.page()}`, 40, 30, {
          size: 7.5,
        });
        y = 56;
      }
      if (index % 6 === 0) {
        sheet.text(
          `Fordon ${random.pick(['ABC', 'LKT', 'WRN', 'DOF'])} ${number(random, 3)}   Kort ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}`,
          40,
          y,
          { bold: true },
        );
        if (index === 0)
          put(
            columns.map(({ title }) => title),
            y + 13,
            true,
          );
        y += index === 0 ? 27 : 14;
      }
      put(
        [
          dateAfter(facts.issueDate, -random.int(1, 28)),
          number(random, 5),
          `${random.pick(['Vägkrogen', 'Macken', 'Rastplats'])} ${random.pick(['Lövsjö', 'Örnäs', 'Norrfors'])}`,
          row.description,
          row.quantity,
          row.unitPrice,
          row.net,
        ],
        y,
      );
      y += 12;
      ofVehicle = ofVehicle.plus(facts.lines[index]?.net ?? 0);
      if (index % 6 === 5 || index === facts.lines.length - 1) {
        put(['', '', '', 'Summa fordon', '', '', telling.amount(ofVehicle.toFixed(2))], y, true);
        ofVehicle = new Big(0);
        y += 20;
      }
    }
    sentences(
      sheet,
      [
        `${telling.sellerName()}, ${seller.street}, ${seller.postcode} ${seller.city}. Org.nr ${telling.sellerNumber(swedishNumber(seller.organisationNumber ?? ''))}. Momsreg.nr ${telling.sellerVat()}. Godkänd för F-skatt.`,
        `Vid utebliven betalning spärras korten. Påminnelseavgift 60 kr, dröjsmålsränta 18 %. Spärr dygnet runt 020-${digits(random, 3)} ${digits(random, 3)}.`,
      ],
      40,
      796,
      { size: 7, leading: 9.5 },
    );
  },
};
