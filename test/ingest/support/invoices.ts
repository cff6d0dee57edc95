/** Invented invoices in several layouts. Every number has right check digits and belongs to nobody. */
import { luhnCheckDigit } from '../../../src/ingest/checks/luhn.ts';
import { drawPaper, type Placed } from './paper.ts';

export interface Invented {
  title: string;
  number: string;
  date: string;
  due: string;
  net: string;
  vat: string;
  rounding: string | null;
  payable: string;
  seller: string;
  organisationNumber: string;
  vatId: string;
  bankgiro: string;
  plusgiro: string;
  iban: string;
  ocr: string;
  buyer: string;
  buyerOrganisationNumber: string;
}

export const carpentry: Invented = {
  title: 'Faktura',
  number: '10045',
  date: '2026-11-02',
  due: '2026-12-02',
  net: '1 250,00',
  vat: '312,50',
  rounding: '0,50',
  payable: '1 563,00',
  seller: 'Ekens Snickeri AB',
  organisationNumber: '556999-1234',
  vatId: 'SE556999123401',
  bankgiro: '123-4566',
  plusgiro: '9 87 65-1',
  iban: 'SE35 5000 0000 0549 1000 0003',
  ocr: '1004514',
  buyer: 'Kundbolaget i Ekeby AB',
  buyerOrganisationNumber: '559001-1127',
};

/** Labels and values side by side at the top, totals in a column, the company's numbers in the footer, a giro slip below. */
export async function sideBySide(changes: Partial<Invented> = {}, extra: Placed[] = []): Promise<Buffer> {
  const it = { ...carpentry, ...changes };
  return await drawPaper([
    { text: it.seller, x: 50, y: 40, size: 14 },
    { text: it.title, x: 330, y: 40, size: 20 },
    ...column(330, 430, 80, [
      ['Fakturanummer', it.number],
      ['Fakturadatum', it.date],
      ['Förfallodatum', it.due],
      ['Betalningsvillkor', '30 dagar netto'],
      ['OCR-nummer', it.ocr],
      ['Kundnummer', '4711'],
      ['Er referens', 'Karin Ek'],
    ]),
    { text: 'Faktureringsadress', x: 50, y: 80 },
    { text: it.buyer, x: 50, y: 94 },
    { text: 'Storgatan 1', x: 50, y: 106 },
    { text: '123 45 Ekeby', x: 50, y: 118 },
    { text: `Org.nr ${it.buyerOrganisationNumber}`, x: 50, y: 130 },
    { text: 'Beskrivning', x: 50, y: 250 },
    { text: 'Antal', x: 300, y: 250 },
    { text: 'À-pris', x: 380, y: 250 },
    { text: 'Belopp', x: 520, y: 250, rightAligned: true },
    { text: 'Hyllplan i ek', x: 50, y: 265 },
    { text: '5 st', x: 300, y: 265 },
    { text: '250,00', x: 410, y: 265, rightAligned: true },
    { text: it.net, x: 520, y: 265, rightAligned: true },
    ...sums(360, [
      ['Summa exkl. moms', it.net],
      ['Moms 25 %', it.vat],
      ...(it.rounding === null ? [] : ([['Öresavrundning', it.rounding]] as [string, string][])),
      ['Att betala SEK', it.payable],
    ]),
    { text: 'Vid försenad betalning debiteras påminnelseavgift 60 kr och dröjsmålsränta.', x: 50, y: 600 },
    { text: it.seller, x: 50, y: 700 },
    { text: `Org.nr: ${it.organisationNumber}`, x: 200, y: 700 },
    { text: `Momsreg.nr: ${it.vatId}`, x: 200, y: 712 },
    { text: `Bankgiro: ${it.bankgiro}`, x: 380, y: 700 },
    { text: 'Godkänd för F-skatt', x: 380, y: 712 },
    { text: slipLine(it), x: 60, y: 800 },
    ...extra,
  ]);
}

/** Labels in a row with their values in the row below, also for the totals. */
export async function valuesBelow(changes: Partial<Invented> = {}): Promise<Buffer> {
  const it = { ...carpentry, ...changes };
  return await drawPaper([
    { text: it.title.toUpperCase(), x: 50, y: 40, size: 18 },
    ...table([50, 150, 250, 350, 450], 80, [
      ['Fakturadatum', it.date],
      ['Fakturanr', it.number],
      ['Kundnr', '4711'],
      ['Betalas senast', it.due],
      ['OCR', it.ocr],
    ]),
    { text: it.seller, x: 50, y: 140 },
    { text: 'Kund', x: 330, y: 140 },
    { text: it.buyer, x: 330, y: 152 },
    { text: `VAT-nr SE${it.buyerOrganisationNumber.replace('-', '')}01`, x: 330, y: 164 },
    ...table([50, 150, 250, 400], 500, [
      ['Netto', it.net],
      ['Moms', it.vat],
      ['Öresavrundning', it.rounding ?? '0,00'],
      ['Att betala', `${it.payable} kr`],
    ]),
    ...table([50, 180, 300, 420], 720, [
      ['Organisationsnr', it.organisationNumber],
      ['Momsregistreringsnr', it.vatId],
      ['Plusgiro', it.plusgiro],
      ['IBAN', it.iban],
    ]),
  ]);
}

/** An English invoice with the numbers after their labels. */
export async function inEnglish(changes: Partial<Invented> = {}): Promise<Buffer> {
  const it = { ...carpentry, title: 'Invoice', ...changes };
  return await drawPaper([
    { text: it.seller, x: 50, y: 40, size: 12 },
    { text: it.title, x: 400, y: 40, size: 22 },
    { text: `Invoice number: ${it.number}`, x: 400, y: 80 },
    { text: 'Invoice date: 2 November 2026', x: 400, y: 94 },
    { text: 'Due date: 2 December 2026', x: 400, y: 108 },
    { text: 'Bill to', x: 50, y: 100 },
    { text: it.buyer, x: 50, y: 114 },
    ...sums(400, [
      ['Subtotal', 'SEK 1,250.00'],
      ['VAT 25%', 'SEK 312.50'],
      ['Rounding', '0.50'],
      ['Amount due', 'SEK 1,563.00'],
    ]),
    { text: `Reg. no ${it.organisationNumber}  VAT no ${it.vatId}  IBAN ${it.iban}`, x: 50, y: 760 },
    { text: 'Payment reference: 10045', x: 50, y: 740 },
  ]);
}

export function slipLine(it: Pick<Invented, 'ocr' | 'payable' | 'bankgiro'>): string {
  const [kronor = '', ore = ''] = it.payable.replace(/\s/g, '').split(',');
  const account = it.bankgiro.replace('-', '');
  return `# ${it.ocr} # ${kronor} ${ore} ${luhnCheckDigit(kronor + ore)} > ${account}#41#`;
}

function column(labelX: number, valueX: number, top: number, pairs: [string, string][]): Placed[] {
  return pairs.flatMap(([label, value], index) => [
    { text: label, x: labelX, y: top + index * 13 },
    { text: value, x: valueX, y: top + index * 13 },
  ]);
}

function sums(top: number, pairs: [string, string][]): Placed[] {
  return pairs.flatMap(([label, value], index) => [
    { text: label, x: 350, y: top + index * 14 },
    { text: value, x: 520, y: top + index * 14, rightAligned: true },
  ]);
}

function table(xs: number[], top: number, pairs: [string, string][]): Placed[] {
  return pairs.flatMap(([label, value], index) => [
    { text: label, x: xs[index] ?? 0, y: top, size: 8 },
    { text: value, x: xs[index] ?? 0, y: top + 12, size: 10 },
  ]);
}
