import { describe, expect, test } from '@jest/globals';
import { samples } from './support/languages.ts';
import { column, type Put, pagesOf, readPages, sums } from './support/sheet.ts';

function onlyInvoice(pages: ReturnType<typeof pagesOf>, context = {}) {
  const finding = readPages(pages, context);
  const [found] = finding?.invoices ?? [];
  if (!finding || !found || finding.invoices.length !== 1) throw new Error('not one invoice was read');
  return found;
}

describe('an invoice on a page', () => {
  test.each(samples)('is read in $language', ({ puts, expected }) => {
    const { invoice, reasons } = onlyInvoice(pagesOf(puts));
    expect({
      invoiceNumber: invoice.invoiceNumber,
      issueDate: invoice.issueDate,
      dueDate: invoice.dueDate,
      currency: invoice.currency,
      net: invoice.totals.net,
      vat: invoice.totals.vat,
      payable: invoice.totals.payable,
      name: invoice.seller.name,
      organisationNumber: invoice.seller.organisationNumber,
      vatId: invoice.seller.vatId ?? '',
      account: invoice.payment.accounts[0]?.id,
      reference: invoice.payment.reference,
    }).toEqual(expected);
    expect(reasons).toEqual([]);
  });

  test('tells of each field where it stood, and how sure it is', () => {
    const { invoice } = onlyInvoice(pagesOf(samples[0]?.puts ?? []));
    expect(invoice.evidence['totals.payable']).toMatchObject({
      source: 'pdf-text',
      where: expect.stringContaining('right of "Att betala"'),
      text: '1 250,00 kr',
      box: { page: 1 },
    });
    for (const { confidence } of Object.values(invoice.evidence)) {
      expect(confidence).toBeGreaterThan(0.5);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });
});

const swedish = samples[0]?.puts ?? [];

/** The Swedish page with some of its texts exchanged. */
function changed(changes: Record<string, string | null>, extra: readonly Put[] = []) {
  const puts = swedish.flatMap(([text, ...rest]): Put[] => {
    const change = changes[text];
    return change === null ? [] : [[change ?? text, ...rest]];
  });
  return pagesOf([...puts, ...extra]);
}

describe('what is doubtful is put to a person', () => {
  test('two invoice numbers with as much right', () => {
    const { reasons } = onlyInvoice(changed({}, [...column(330, 430, 200, [['Fakturanummer', '99887']])]));
    expect(reasons).toContainEqual(expect.objectContaining({ code: 'unsure:invoiceNumber' }));
  });

  test('sums that do not add up', () => {
    const { reasons } = onlyInvoice(changed({ '1 250,00 kr': '1 350,00 kr' }));
    expect(reasons).not.toEqual([]);
  });

  test('an organisation number with a wrong check digit', () => {
    const { reasons } = onlyInvoice(
      changed({
        'Org.nr 556999-1234   Momsreg.nr SE556999123401   Bankgiro 123-4566':
          'Org.nr 556999-1235   Momsreg.nr SE556999123501   Bankgiro 123-4566',
      }),
    );
    expect(reasons.map(({ code }) => code)).toContain('check_failed:luhn:organisationNumber');
  });

  test('an amount to pay that holds an earlier debt', () => {
    const { invoice, reasons } = onlyInvoice(
      pagesOf([
        ...swedish.filter(([text]) => !/Att betala|1 250,00/.test(text)),
        ...sums(445, [
          ['Totalt inkl. moms', '1 250,00 kr'],
          ['Tidigare skuld', '500,00 kr'],
          ['Att betala', '1 750,00 kr'],
        ]),
      ]),
    );
    expect(invoice.totals.payable).toBe('1750.00');
    expect(reasons.map(({ code }) => code)).toContain('earlier_balance');
  });

  test('a page that says it was paid', () => {
    const { reasons } = onlyInvoice(changed({}, [['Fakturan är betald', 50, 600]]));
    expect(reasons.map(({ code }) => code)).toContain('paid_already');
  });

  test('but for a sum that was paid, which is counted with the others', () => {
    const german = samples.find(({ language }) => language === 'de')?.puts ?? [];
    const codes = (...extra: Put[]) =>
      onlyInvoice(pagesOf([...german, ...extra])).reasons.map(({ code }) => code);
    expect(codes(['Bereits bezahlt', 330, 600])).toContain('paid_already');
    expect(codes(['Bereits bezahlt', 330, 600], ['0,00 €', 450, 600])).not.toContain('paid_already');
  });

  test('an account that the money is drawn from', () => {
    const { reasons } = onlyInvoice(changed({}, [['Beloppet dras via autogiro', 50, 600]]));
    expect(reasons.map(({ code }) => code)).toContain('direct_debit');
  });

  test('but not where a service is only offered beside the giro to pay to', () => {
    const { invoice, reasons } = onlyInvoice(changed({}, [['Du kan också anmäla autogiro', 50, 600]]));
    expect(invoice.payment.accounts.map(({ kind }) => kind)).toContain('bankgiro');
    expect(reasons.map(({ code }) => code)).not.toContain('direct_debit');
  });

  test('a slip that asks for another amount than the page', () => {
    const { reasons } = onlyInvoice(changed({}, [['# 204172 # 1300 00 7 > 1234566#41#', 60, 810]]));
    expect(reasons.map(({ code }) => code)).toContain('slip_disagrees');
  });
});

describe('what belongs together', () => {
  test('an advance explains why less is to be paid than the total', () => {
    const { invoice, reasons } = onlyInvoice(
      pagesOf([
        ...swedish.filter(([text]) => !/Att betala|1 250,00/.test(text)),
        ...sums(445, [
          ['Totalt inkl. moms', '1 250,00 kr'],
          ['Avgår förskott', '-250,00 kr'],
          ['Att betala', '1 000,00 kr'],
        ]),
      ]),
    );
    expect(invoice.totals).toMatchObject({ gross: '1250.00', payable: '1000.00' });
    expect(reasons).toEqual([]);
  });

  test('a total rounded to whole crowns closes without a label for the rounding', () => {
    const { invoice } = onlyInvoice(
      changed({ '1 000,00': '1 000,30', '250,00': '250,08', '1 250,00 kr': '1 250,00 kr' }),
    );
    expect(invoice.totals).toMatchObject({
      net: '1000.30',
      vat: '250.08',
      rounding: '-0.38',
      payable: '1250.00',
    });
  });

  test('a due date that is not printed follows from the terms', () => {
    const { invoice } = onlyInvoice(
      changed({ Förfallodatum: 'Betalningsvillkor', '2026-04-03': '20 dagar netto' }),
    );
    expect(invoice.dueDate).toBe('2026-03-24');
    expect(invoice.evidence.dueDate?.where).toContain('the days of the terms');
  });

  test("the buyer's numbers are never the seller's, with the book known or without", () => {
    const buyers: Put[] = [
      ['Ert org.nr 559001-1127', 330, 220],
      ['VAT-nr SE559001112701', 50, 139],
    ];
    for (const context of [
      {},
      { ownNames: ['Kundbolaget i Ekeby AB'], ownOrganisationNumbers: ['559001-1127'] },
    ]) {
      const { invoice } = onlyInvoice(changed({}, buyers), context);
      expect(invoice.seller).toEqual({
        name: 'Ekens Snickeri AB',
        organisationNumber: '5569991234',
        vatId: 'SE556999123401',
      });
    }
  });

  test('a reverse charge has no VAT and says so', () => {
    const { invoice } = onlyInvoice(
      changed({ 'Moms 25 %': null, '250,00': null, '1 250,00 kr': '1 000,00 kr' }, [
        ['Omvänd betalningsskyldighet', 50, 600],
      ]),
    );
    expect(invoice.totals).toMatchObject({ net: '1000.00', vat: '0.00', payable: '1000.00' });
    expect(invoice.vatBreakdown).toEqual([{ category: 'AE', rate: '0', taxable: '1000.00', tax: '0.00' }]);
  });

  test('where nothing but a rounding stands between, the net of a reverse charge is the one before it', () => {
    const { invoice } = onlyInvoice(
      pagesOf([
        ...swedish.filter(([text]) => !/Summa|Att betala|Moms 25|000,00|250,00/.test(text)),
        ...sums(415, [
          ['Summa', '999,80'],
          ['Avrundning', '0,20'],
          ['Att betala', '1 000,00 kr'],
        ]),
        ['Omvänd betalningsskyldighet', 50, 600],
      ]),
    );
    expect(invoice.totals).toMatchObject({ net: '999.80', rounding: '0.20', payable: '1000.00' });
  });

  test('several rates are one VAT, each with its base', () => {
    const { invoice } = onlyInvoice(
      pagesOf([
        ...swedish.filter(([text]) => !/Att betala|Moms 25|250,00/.test(text)),
        ...sums(415, [
          ['Moms 25 % på 800,00', '200,00'],
          ['Moms 12 % på 200,00', '24,00'],
          ['Att betala', '1 224,00 kr'],
        ]),
      ]),
    );
    expect(invoice.totals).toMatchObject({ net: '1000.00', vat: '224.00', payable: '1224.00' });
    expect(invoice.vatBreakdown.map(({ rate, tax }) => [rate, tax])).toEqual([
      ['25', '200.00'],
      ['12', '24.00'],
    ]);
  });

  test('a credit note has positive amounts, whatever its page prints, and names what it credits', () => {
    const { invoice } = onlyInvoice(
      changed({
        FAKTURA: 'KREDITFAKTURA',
        Förfallodatum: 'Krediterar faktura',
        '2026-04-03': '20316',
        '1 000,00': '-1 000,00',
        '250,00': '-250,00',
        'Att betala': 'Er tillgodo',
        '1 250,00 kr': '-1 250,00 kr',
      }),
    );
    expect(invoice).toMatchObject({
      documentType: 'creditNote',
      totals: { net: '1000.00', vat: '250.00', payable: '1250.00' },
      references: { preceding: ['20316'] },
    });
  });
});

describe('lines', () => {
  test('are read by the headings of their columns, and never hold an invoice', () => {
    const { invoice, reasons } = onlyInvoice(
      changed({}, [
        ['Benämning', 50, 250],
        ['Antal', 300, 250],
        ['À-pris', 420, 250, { right: true }],
        ['Belopp', 540, 250, { right: true }],
        ['Hyllplan i ek', 50, 266],
        ['4 st', 300, 266],
        ['150,00', 420, 266, { right: true }],
        ['600,00', 540, 266, { right: true }],
        ['Montering', 50, 282],
        ['1 tim', 300, 282],
        ['400,00', 420, 282, { right: true }],
        ['400,00', 540, 282, { right: true }],
      ]),
    );
    expect(
      invoice.lines.map(({ description, quantity, unit, unitPrice, net }) => [
        description,
        quantity,
        unit,
        unitPrice,
        net,
      ]),
    ).toEqual([
      ['Hyllplan i ek', '4', 'st', '150.00', '600.00'],
      ['Montering', '1', 'tim', '400.00', '400.00'],
    ]);
    expect(reasons).toEqual([]);
  });
});

describe('several invoices in one PDF', () => {
  const second = swedish.map(
    ([text, ...rest]): Put => [text.replace('20417', '20418').replace('204172', '204180'), ...rest],
  );

  test('are told apart by their numbers, and the pages are named', () => {
    const finding = readPages(pagesOf(swedish, second));
    expect(finding?.invoices.map(({ invoice }) => invoice.invoiceNumber)).toEqual(['20417', '20418']);
    expect(finding?.invoices[1]?.invoice.evidence.documentType?.where).toContain('pages 2 to 2 of 2');
  });

  test('a second page of the same invoice is no second invoice', () => {
    const finding = readPages(
      pagesOf(swedish, [
        ['FAKTURA', 330, 40, { size: 18 }],
        ['Fakturanr', 330, 80],
        ['20417', 430, 80],
        ['Sida 2 av 2', 500, 60],
      ]),
    );
    expect(finding?.invoices).toHaveLength(1);
  });
});
