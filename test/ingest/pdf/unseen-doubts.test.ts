/** What stands beside the invoice's own values and is easily taken for them, or makes them doubtful for nothing. */
import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { type Put, pagesOf, readPages, sums } from './support/sheet.ts';

/** The sample in a language, without texts that match, and with others. */
function read(language: string, without: RegExp, ...extra: readonly Put[]) {
  return readSheets(language, without, extra);
}

function readSheets(language: string, without: RegExp, extra: readonly Put[], ...later: (readonly Put[])[]) {
  const puts = samples.find((sample) => sample.language === language)?.puts ?? [];
  const [found] =
    readPages(pagesOf([...puts.filter(([text]) => !without.test(text)), ...extra], ...later))?.invoices ?? [];
  if (!found) throw new Error('no invoice was read');
  return { ...found.invoice, codes: found.reasons.map(({ code }) => code) };
}

const nothing = /^$/;

describe('what was paid already', () => {
  test.each<[string, string]>([
    ['sv', 'Varorna är vår egendom tills fakturan är betald.'],
    ['de', 'Die Ware bleibt unser Eigentum, bis sie bereits bezahlt ist.'],
  ])('%s: "%s" is a condition', (language, sentence) => {
    expect(read(language, nothing, [sentence, 50, 620]).codes).not.toContain('paid_already');
  });

  test('is another invoice where the row says so', () => {
    const row: Put[] = [
      ['Föregående faktura 20316', 50, 620],
      ['betald 2026-02-01', 250, 620],
    ];
    expect(read('sv', nothing, ...row).codes).not.toContain('paid_already');
    expect(read('sv', nothing, ...row.slice(1)).codes).toContain('paid_already');
  });
});

describe('what is left to pay', () => {
  const swedishSums = /^(?:Att betala|1 250,00 kr)$/;

  test('after a deposit stands beside a label that is not known', () => {
    const { totals } = read(
      'sv',
      swedishSums,
      ...sums(445, [
        ['Totalt inkl. moms', '1 250,00'],
        ['Förskott', '-450,00'],
        ['Resterar', '800,00 kr'],
      ]),
    );
    expect(totals).toMatchObject({ gross: '1250.00', payable: '800.00' });
  });

  test('is counted with the rounding', () => {
    const { totals } = read(
      'sv',
      swedishSums,
      ...sums(445, [
        ['Totalt inkl. moms', '1 250,00'],
        ['Avgår handpenning', '-450,40'],
        ['Öresavrundning', '0,40'],
        ['Att betala', '800,00 kr'],
      ]),
    );
    expect(totals.payable).toBe('800.00');
  });

  test('is put to a person where nothing explains why it is less than the total', () => {
    const { codes } = read(
      'sv',
      swedishSums,
      ...sums(445, [
        ['Totalt inkl. moms', '1 250,00'],
        ['Att betala', '777,77 kr'],
      ]),
    );
    expect(codes.some((code) => /payable/.test(code))).toBe(true);
  });

  test('is no total where something was paid that the sums do not say', () => {
    const withPaid = read(
      'sv',
      /^(?:Summa exkl\. moms|1 000,00)$/,
      ['Varav a conto', 330, 600],
      ['300,25', 540, 600, { right: true }],
    );
    expect(withPaid.totals.gross).toBeNull();
  });
});

describe('dates', () => {
  const issued = /^(?:Fakturadatum|2026-03-04)$/;

  test('of two digits for the year are of this time', () => {
    expect(read('sv', issued, ['Fakturadatum', 330, 94], ['26-03-04', 430, 94]).issueDate).toBe('2026-03-04');
  });

  test('of a period are none of the invoice', () => {
    const period: Put[] = [['05.03.2026–31.03.2026', 50, 300]];
    const { issueDate, codes } = read('sv', issued, ['Datum', 330, 94], ['2026-03-04', 430, 94], ...period);
    expect([issueDate, codes]).toEqual(['2026-03-04', []]);
  });

  test('said in two languages are said plainly', () => {
    const { issueDate, codes } = read('sv', issued, ['Datum / Date', 330, 200], ['2026-03-04', 330, 212]);
    expect([issueDate, codes]).toEqual(['2026-03-04', []]);
  });

  test('right below the title are the paper’s', () => {
    const { issueDate, codes } = read('sv', issued, ['2026-03-04', 330, 56]);
    expect([issueDate, codes]).toEqual(['2026-03-04', []]);
  });

  test('until which a credit is paid back are nothing to keep', () => {
    const credit = read(
      'sv',
      /^(?:FAKTURA|Förfallodatum|2026-04-03)$/,
      ['KREDITFAKTURA', 330, 40, { size: 18 }],
      ['Beloppet betalas ut inom 10 dagar.', 50, 620],
    );
    expect([credit.documentType, credit.dueDate]).toEqual(['creditNote', null]);
    const invoice = read('sv', /^(?:Förfallodatum|2026-04-03)$/, [
      'Beloppet betalas inom 10 dagar.',
      50,
      620,
    ]);
    expect(invoice.dueDate).toBe('2026-03-14');
  });
});

describe('numbers', () => {
  const numbered = /^(?:Fakturanr|20417|FAKTURA)$/;

  test.each([
    ['Faktura A17', 'A17'],
    ['Faktura INV-7', 'INV-7'],
  ])('"%s" is a title with its number', (title, expected) => {
    expect(read('sv', numbered, [title, 330, 40, { size: 18 }]).invoiceNumber).toBe(expected);
  });

  test('behind a bare word on a later page are of other things', () => {
    const calls: Put[] = [
      ['Nummer', 50, 100],
      ['0701234567', 50, 112],
    ];
    const { invoiceNumber, codes } = readSheets('sv', /^Fakturanr$/, [['Nummer', 330, 80]], calls);
    expect([invoiceNumber, codes]).toEqual(['20417', []]);
  });

  test('of a table of lines are none of the invoice', () => {
    const { invoiceNumber, codes } = read(
      'sv',
      /^(?:Fakturanr|20417|FAKTURA)$/,
      ['Faktura F-88', 330, 40, { size: 18 }],
      ['Nr', 50, 260],
      ['Beskrivning', 120, 260],
      ['Antal', 300, 260],
      ['À-pris', 380, 260],
      ['4711', 50, 274],
      ['Kakel', 120, 274],
      ['1', 300, 274],
      ['1 000,00', 380, 274],
    );
    expect([invoiceNumber, codes]).toEqual(['F-88', []]);
  });
});

test('a label in another language than the page’s is understood where it is long enough to be nobody’s by chance', () => {
  const { totals } = read(
    'sv',
    /^(?:Att betala|1 250,00 kr)$/,
    ...sums(445, [['Total amount due', '1 250,00 kr']]),
  );
  expect(totals.payable).toBe('1250.00');
});
