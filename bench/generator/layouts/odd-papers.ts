/**
 * Papers that set a trap each: dates in a row of which one counts, an order of day and month that nothing tells, a title
 * that is missing or says "invoice" on a credit note, facts that stand in a sentence only. What they have in common is
 * drawn here, so that each is no more than its trap.
 */
import { type Pair, pairsAbove, pairsBeside, sentences, table } from '../arranging.ts';
import type { Country } from '../companies.ts';
import type { Facts, Wish } from '../facts.ts';
import { anglo, dotted, type InvoiceLayout, type Language, spaced } from '../layout.ts';
import type { DateStyle } from '../print.ts';
import type { Telling } from '../telling.ts';
import { sometimesCredit, usual } from '../trade.ts';

interface OddPaper {
  name: string;
  language: Language;
  country: Country;
  dates: readonly DateStyle[];
  wish?: Partial<Wish>;
  creditInSoMany?: number;
  negativeCredit?: boolean;
  /** '' where there is none. */
  title: (facts: Facts) => string;
  titleSize?: number;
  /** What stands at the letterhead, at the right. */
  letterhead?: (telling: Telling) => string;
  /** Labels with their values, and how they stand: in a row above them, beside, or with both pushed to the right. */
  head: (telling: Telling) => Pair[];
  arranged: 'above' | 'beside';
  columns: readonly [description: string, quantity: string, price: string, amount: string];
  /** Heads a first column with the day of the work. */
  dayColumn?: string;
  sums: (telling: Telling) => Pair[];
  foot: (telling: Telling) => string[];
}

function oddPaper(paper: OddPaper): InvoiceLayout {
  return {
    name: paper.name,
    language: paper.language,
    fonts: ['Liberation', 'Helvetica', 'OpenSans'],
    sizes: [8.5, 10],
    wish: (random) =>
      usual(random, paper.country, {
        ...paper.wish,
        ...(paper.creditInSoMany ? sometimesCredit(random, paper.creditInSoMany) : {}),
      }),
    style: (random) => ({
      amount: paper.language === 'en' ? anglo : ['de', 'da', 'nl'].includes(paper.language) ? dotted : spaced,
      date: random.pick(paper.dates),
      negativeCredit: paper.negativeCredit ?? false,
    }),
    draw(sheet, telling, random) {
      const { seller, buyer } = telling.facts;
      const left = random.int(40, 60);
      sentences(sheet, [telling.sellerName(), seller.street, `${seller.postcode} ${seller.city}`], left, 45);
      const title = paper.title(telling.facts);
      if (title !== '') sheet.text(title, 330, 45, { size: paper.titleSize ?? 16 });
      if (paper.letterhead) sheet.text(paper.letterhead(telling), 330, 75);
      sentences(sheet, [telling.buyerName(), buyer.street, `${buyer.postcode} ${buyer.city}`], left, 130);
      const head = paper.head(telling);
      if (paper.arranged === 'above')
        pairsAbove(sheet, head, { x: left, y: 205, step: 500 / Math.max(head.length, 5), gap: 11 });
      else pairsBeside(sheet, head, { x: 330, y: 115, valueX: 450 });
      const day = paper.dayColumn ? [telling.deliveryDate()] : [];
      const first = paper.dayColumn ? [{ title: paper.dayColumn, x: left }] : [];
      let y = table(
        sheet,
        [
          ...first,
          ...paper.columns.map((name, index) => ({
            title: name,
            x: [left + 80, 340, 430, 540][index] ?? 0,
            align: index === 0 ? ('left' as const) : ('right' as const),
          })),
        ],
        telling
          .lines('description', 'quantity', 'unitPrice', 'net')
          .map((row) => [...day, row.description, row.quantity, row.unitPrice, row.net]),
        { y: 270 },
      );
      y = pairsBeside(sheet, paper.sums(telling), {
        x: 340,
        y: y + 14,
        valueX: 540,
        right: true,
        leading: 15,
      });
      sentences(sheet, paper.foot(telling), left, y + 30, { leading: 14 });
    },
  };
}

const isCredit = ({ documentType }: Facts) => documentType === 'creditNote';

const numbers = (telling: Telling, organisation: string, vat: string) =>
  `${organisation} ${telling.sellerNumber()}   ${vat} ${telling.sellerVat()}`;

export const oddPapers: readonly InvoiceLayout[] = [
  // Month first, and nothing on the page tells.
  oddPaper({
    name: 'month-first-studio',
    language: 'en',
    country: 'GB',
    dates: ['slashes-month-first'],
    wish: { currency: 'USD' },
    title: () => 'Invoice',
    head: (telling) => [
      ['Invoice #', telling.invoiceNumber()],
      ['Date', telling.issueDate()],
      ['Due', telling.dueDate()],
    ],
    arranged: 'beside',
    columns: ['Description', 'Qty', 'Rate', 'Amount'],
    sums: (telling) => [
      ['Subtotal', telling.net()],
      ['Tax', telling.vat()],
      [`Total ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [`Please pay to IBAN ${telling.iban()}`, numbers(telling, 'Company no.', 'VAT no.')],
  }),
  // Held back while the readers were mended: month first in euro.
  oddPaper({
    name: 'month-first-euro',
    language: 'en',
    country: 'GB',
    dates: ['slashes-month-first'],
    wish: { currency: 'EUR' },
    title: () => 'INVOICE',
    head: (telling) => [
      ['Invoice No', telling.invoiceNumber()],
      ['Invoice Date', telling.issueDate()],
      ['Ship Date', telling.deliveryDate()],
      ['PO No', telling.order()],
    ],
    arranged: 'above',
    columns: ['Item', 'Qty', 'Price', 'Total'],
    sums: (telling) => [
      ['Net', telling.net()],
      ['VAT', telling.vat()],
      [`Amount due (${telling.currency()})`, telling.payable()],
    ],
    foot: (telling) => [`IBAN: ${telling.iban()}`, numbers(telling, 'Reg. no.', 'VAT ID')],
  }),
  // Many dates in a row under abbreviations, some that no list of labels has.
  oddPaper({
    name: 'dates-in-a-row',
    language: 'sv',
    country: 'SE',
    dates: ['iso', 'short', 'compact'],
    title: () => 'FAKTURA',
    titleSize: 9,
    head: (telling) => [
      ['Fakt.nr', telling.invoiceNumber()],
      ['Ordernr', telling.order()],
      ['Avsänt', telling.deliveryDate()],
      ['Fakt.dat.', telling.issueDate()],
      ['Förf.dat.', telling.dueDate()],
    ],
    arranged: 'above',
    columns: ['Benämning', 'Antal', 'À-pris', 'Belopp'],
    sums: (telling) => [
      ['Netto', telling.net()],
      ['Moms', telling.vat()],
      [`Att betala ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      `Bankgiro ${telling.account('bankgiro', telling.facts.seller.bankgiro)}. Ange ${telling.reference()} vid betalning.`,
      numbers(telling, 'Org.nr', 'Momsreg.nr'),
    ],
  }),
  // Held back: the day of the work reads like a letterhead's, and the invoice's own is in its number's line.
  oddPaper({
    name: 'work-done-on',
    language: 'de',
    country: 'DE',
    dates: ['dots', { long: 'de-DE' }],
    title: ({ invoiceNumber }) => `Rechnung ${invoiceNumber}`,
    letterhead: (telling) => `Ausgeführt am ${telling.deliveryDate()}`,
    head: (telling) => [
      ['Beleg-Nr.', telling.invoiceNumber()],
      ['Erstellt', telling.issueDate()],
      ['Kd.-Nr.', telling.facts.customerNumber],
    ],
    arranged: 'beside',
    columns: ['Bezeichnung', 'Menge', 'Einzelpreis', 'Gesamt'],
    sums: (telling) => [
      ['Zwischensumme', telling.net()],
      ['zzgl. MwSt.', telling.vat()],
      [`Rechnungsbetrag ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      `Wir bitten um Überweisung bis ${telling.dueDate()} auf das Konto ${telling.iban()}.`,
      numbers(telling, 'HRB', 'USt-IdNr.'),
    ],
  }),
  // No title at all, and a column of days named like the date of the invoice.
  oddPaper({
    name: 'no-title',
    language: 'no',
    country: 'NO',
    dates: ['dots', 'dots-loose'],
    title: () => '',
    letterhead: (telling) => `${telling.facts.seller.city}, ${telling.issueDate()}`,
    head: (telling) => [
      ['Fakturanr.', telling.invoiceNumber()],
      ['Kundenr.', telling.facts.customerNumber],
    ],
    arranged: 'beside',
    columns: ['Beskrivelse', 'Timer', 'Timepris', 'Beløp'],
    dayColumn: 'Dato',
    sums: (telling) => [
      ['Sum eks. mva', telling.net()],
      ['Mva', telling.vat()],
      [`Å betale ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      `Vennligst betal innen ${telling.dueDate()} til konto ${telling.iban()}, KID ${telling.reference()}`,
      numbers(telling, 'Org.nr.', 'Mva-nr.'),
    ],
  }),
  // Held back: called a bill of its trade, and no title that a list has.
  oddPaper({
    name: 'called-otherwise',
    language: 'en',
    country: 'GB',
    dates: ['slashes', { long: 'en-GB' }],
    title: () => 'Fee note',
    head: (telling) => [
      ['Invoice No.', telling.invoiceNumber()],
      ['Raised', telling.issueDate()],
      ['Work finished', telling.deliveryDate()],
    ],
    arranged: 'beside',
    columns: ['Matter', 'Hours', 'Rate', 'Fee'],
    sums: (telling) => [
      ['Total before VAT', telling.net()],
      ['VAT', telling.vat()],
      [`Please pay ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      `Please settle by ${telling.dueDate()} to IBAN ${telling.iban()}`,
      numbers(telling, 'Company no.', 'VAT no.'),
    ],
  }),
  // A credit note that is called an invoice: its amounts are negative and it names the invoice it takes back.
  oddPaper({
    name: 'negative-invoice',
    language: 'da',
    country: 'DK',
    dates: ['dashes', 'dots'],
    creditInSoMany: 2,
    negativeCredit: true,
    title: () => 'Faktura',
    head: (telling) => [
      ['Fakturanr.', telling.invoiceNumber()],
      ['Dato', telling.issueDate()],
      ['Leveret', telling.deliveryDate()],
    ],
    arranged: 'beside',
    columns: ['Vare', 'Antal', 'Pris', 'Beløb'],
    sums: (telling) => [
      ['Netto', telling.net()],
      ['Moms', telling.vat()],
      [`I alt ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      isCredit(telling.facts) ? `Tilbageført: ${telling.preceding()}` : `Forfalder ${telling.dueDate()}`,
      `IBAN ${telling.iban()}`,
      numbers(telling, 'CVR-nr.', 'SE-nr.'),
    ],
  }),
  // Held back: told to be a credit note by a line of small type below the title "Faktura".
  oddPaper({
    name: 'credit-in-small-type',
    language: 'sv',
    country: 'SE',
    dates: ['iso'],
    creditInSoMany: 2,
    title: () => 'Faktura',
    letterhead: (telling) =>
      isCredit(telling.facts) ? `Kreditnota till faktura ${telling.preceding()}` : 'Tack för din order',
    head: (telling) => [
      ['Nummer', telling.invoiceNumber()],
      ['Fakturadatum', telling.issueDate()],
      ['Plockat', telling.deliveryDate()],
    ],
    arranged: 'above',
    columns: ['Artikel', 'Antal', 'Pris', 'Summa'],
    sums: (telling) => [
      ['Summa exkl. moms', telling.net()],
      ['Moms', telling.vat()],
      [`Totalt ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      isCredit(telling.facts) ? 'Beloppet dras av på nästa faktura.' : `Betala senast ${telling.dueDate()}`,
      `Bankgiro ${telling.account('bankgiro', telling.facts.seller.bankgiro)}`,
      numbers(telling, 'Org.nr', 'VAT-nr'),
    ],
  }),
  // Dates of other things in capital letters; the due date is in a sentence, the net in the row of the rate alone.
  oddPaper({
    name: 'dates-in-sentences',
    language: 'fr',
    country: 'FR',
    dates: ['slashes', { long: 'fr-FR' }],
    title: ({ invoiceNumber }) => `FACTURE ${invoiceNumber}`,
    letterhead: (telling) => `Chantier terminé le ${telling.deliveryDate()}`,
    head: (telling) => [
      ['Facture n°', telling.invoiceNumber()],
      ['Établie à', `${telling.facts.seller.city}, le ${telling.issueDate()}`],
    ],
    arranged: 'beside',
    columns: ['Désignation', 'Qté', 'P.U.', 'Montant'],
    sums: (telling) => [
      ...telling.breakdown().map(({ rate, taxable, tax }): Pair => [`TVA ${rate} sur ${taxable}`, tax]),
      [`Net à payer ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      `Merci de bien vouloir régler cette facture pour le ${telling.dueDate()}.`,
      `IBAN ${telling.iban()}`,
      numbers(telling, 'SIREN', 'N° TVA'),
    ],
  }),
  // Held back: the label of the date is a word of its own, the terms say when it is due.
  oddPaper({
    name: 'terms-only',
    language: 'fi',
    country: 'FI',
    dates: ['dots-loose'],
    title: () => 'LASKU',
    head: (telling) => [
      ['Laskun nro', telling.invoiceNumber()],
      ['Toimitettu', telling.deliveryDate()],
      ['Pvm', telling.issueDate()],
      ['Maksuehto', `${telling.terms()} pv netto`],
    ],
    arranged: 'above',
    columns: ['Nimike', 'Määrä', 'Hinta', 'Summa'],
    sums: (telling) => [
      ['Veroton', telling.net()],
      ['Alv', telling.vat()],
      [`Maksettava ${telling.currency()}`, telling.payable()],
    ],
    foot: (telling) => [
      `Tili ${telling.iban()}  Viite ${telling.reference()}`,
      numbers(telling, 'Y-tunnus', 'Alv-nro'),
    ],
  }),
];
