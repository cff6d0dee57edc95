/** Papers about what is owed, paid or earned, none of which is an invoice, as new programs print them. */
import Big from 'big.js';
import {
  addressOf,
  barcode,
  boxes,
  columnsAt,
  letterSpaced,
  logo,
  ocrLine,
  pairsAbove,
  pairsBeside,
  sentences,
  sumsUnder,
  table,
} from '../arranging.ts';
import { digits, number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { anglo, dotted, either, type OtherPaper, plain, spaced } from '../layout.ts';
import { grouped, printAmount, printDate, swedishNumber } from '../print.ts';
import { factsOfTrade } from '../trade.ts';

const reminder: OtherPaper = {
  name: 'energy-reminder',
  kind: 'reminder',
  language: 'sv',
  fonts: ['OpenSans', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'SE', ['Energi AB', 'Nät AB', 'Bredband AB']);
    const { seller, buyer, totals } = facts;
    const sent = dateAfter(facts.dueDate, random.int(6, 20));
    const sek = (amount: string) => printAmount(amount, spaced);
    const withFee = new Big(totals.payable).plus(60).toFixed(2);
    sheet.fill(0, 0, sheet.width, 50, '#2f6b3a');
    sheet.text(seller.name, 45, 18, { size: 15, bold: true, colour: 'white' });
    sheet.text(either(random, 'Betalningspåminnelse', 'Påminnelse om obetald faktura'), 45, 80, {
      size: 17,
      bold: true,
    });
    sentences(sheet, addressOf(buyer, buyer.name), 340, 110, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Påminnelsedatum', sent],
        ['Fakturanummer', facts.invoiceNumber],
        ['Fakturadatum', facts.issueDate],
        ['Ursprungligt förfallodatum', facts.dueDate],
        ['Kundnummer', facts.customerNumber],
      ],
      { x: 45, y: 110, valueX: 180, leading: 14 },
    );
    sheet.text(
      'Vi saknar din betalning för fakturan ovan. Har du redan betalat kan du bortse från detta brev.',
      45,
      200,
      { width: 480 },
    );
    pairsBeside(
      sheet,
      [
        ['Fakturans belopp', sek(totals.payable)],
        ['Påminnelseavgift', sek('60.00')],
        ['Att betala kr', sek(withFee)],
      ],
      { x: 45, y: 240, valueX: 320, right: true, leading: 16 },
    );
    pairsAbove(
      sheet,
      [
        ['Bankgiro', seller.bankgiro],
        ['OCR', facts.reference],
        ['Betala senast', dateAfter(sent, 8)],
      ],
      { x: 45, y: 620, step: 140, gap: 12, value: { bold: true } },
    );
    sheet.text(
      `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}  Momsreg.nr ${seller.vatId}`,
      45,
      760,
      { size: 8 },
    );
    sheet.text(ocrLine(facts.reference, withFee, seller.bankgiro), 100, 800, { font: 'Courier', size: 10 });
  },
};

const germanReminder: OtherPaper = {
  name: 'german-dunning',
  kind: 'reminder',
  language: 'de',
  fonts: ['Liberation', 'Times'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'DE', ['Großhandel GmbH', 'Druck GmbH', 'Logistik AG']);
    const { seller, buyer, totals } = facts;
    const euro = (amount: string) => `${printAmount(amount, dotted)} EUR`;
    sheet.text(seller.name, 540, 40, { size: 14, bold: true, align: 'right' });
    sentences(sheet, addressOf(buyer, buyer.name), 60, 120, { leading: 14 });
    sheet.text(`${seller.city}, ${printDate(dateAfter(facts.dueDate, 14), 'dots')}`, 540, 190, {
      align: 'right',
    });
    sheet.text(either(random, '1. Mahnung', 'Zahlungserinnerung', 'Letzte Mahnung vor Inkasso'), 60, 220, {
      size: 14,
      bold: true,
    });
    let y = sheet.text(
      'Sehr geehrte Damen und Herren, die folgenden Rechnungen sind noch offen. Bitte prüfen Sie den Vorgang.',
      60,
      250,
      { width: 480 },
    );
    y = table(
      sheet,
      columnsAt(
        ['Rechnung', 60],
        ['Rechnungsdatum', 160],
        ['Fällig am', 280],
        ['Betrag', 450, 'right'],
        ['Mahnstufe', 540, 'right'],
      ),
      [
        [
          facts.invoiceNumber,
          printDate(facts.issueDate, 'dots'),
          printDate(facts.dueDate, 'dots'),
          euro(totals.payable),
          '1',
        ],
      ],
      { y: y + 14, ruled: true },
    );
    const fee = '5.00';
    pairsBeside(
      sheet,
      [
        ['Offener Betrag', euro(totals.payable)],
        ['Mahngebühr', euro(fee)],
        ['Gesamtforderung', euro(new Big(totals.payable).plus(fee).toFixed(2))],
      ],
      { x: 320, y: y + 10, valueX: 540, right: true, leading: 16 },
    );
    sheet.text(
      `Wir bitten um Überweisung bis zum ${printDate(dateAfter(facts.dueDate, 24), 'dots')} auf das Konto IBAN ${grouped(seller.iban, 4)}, BIC ${seller.bic}.`,
      60,
      y + 80,
      { width: 480 },
    );
    sheet.text(`${seller.register}   USt-IdNr. ${seller.vatId}   Steuernummer ${seller.taxNumber}`, 60, 790, {
      size: 8,
    });
  },
};

const statement: OtherPaper = {
  name: 'ledger-statement',
  kind: 'statement',
  language: 'en',
  fonts: ['Helvetica', 'OpenSans', 'Courier'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'GB', ['Plant Hire Ltd', 'Signs Ltd', 'Trade Supplies plc']);
    const { seller, buyer } = facts;
    let balance = new Big(0);
    const rows = Array.from({ length: random.int(4, 14) }, (_, index) => {
      const isPayment = index % 4 === 3;
      const amount = new Big(random.int(2000, 300000)).div(100).times(isPayment ? -1 : 1);
      balance = balance.plus(amount);
      return [
        printDate(dateAfter(facts.issueDate, index * 3 - 50), { medium: 'en-GB' }),
        isPayment ? `Payment received BACS ${number(random, 4)}` : `Invoice # INV-${number(random, 4)}`,
        isPayment ? '' : printDate(dateAfter(facts.issueDate, index * 3 - 20), { medium: 'en-GB' }),
        printAmount(amount.toFixed(2), anglo),
        printAmount(balance.toFixed(2), anglo),
      ];
    });
    sheet.text('STATEMENT', 45, 50, { size: 20 });
    sheet.text('- Activity', 170, 58);
    sentences(sheet, addressOf(buyer, buyer.name), 60, 96, { leading: 13 });
    pairsAbove(
      sheet,
      [
        ['From Date', printDate(dateAfter(facts.issueDate, -50), { medium: 'en-GB' })],
        ['To Date', printDate(facts.issueDate, { medium: 'en-GB' })],
        ['VAT Number', seller.vatId],
      ],
      { x: 300, y: 50, step: 100, columns: 1, label: { bold: true, size: 8 }, gap: 11 },
    );
    sentences(sheet, addressOf(seller, seller.name), 430, 50);
    const y = table(
      sheet,
      columnsAt(
        ['Date', 45],
        ['Activity', 130],
        ['Due Date', 290],
        ['Amount', 450, 'right'],
        ['Balance', 550, 'right'],
      ),
      rows,
      { y: 190, ruled: true, leading: 16 },
    );
    sheet.text(`BALANCE DUE GBP ${printAmount(balance.toFixed(2), anglo)}`, 550, y + 14, {
      bold: true,
      align: 'right',
      size: 12,
    });
    sheet.text(
      `Pay to sort code ${grouped(seller.account.slice(4, 10), 2).replaceAll(' ', '-')} account ${seller.account.slice(10)}`,
      45,
      y + 50,
    );
  },
};

const remittance: OtherPaper = {
  name: 'remittance-advice',
  kind: 'statement',
  language: 'en',
  fonts: ['Courier', 'Liberation'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'GB', ['Retail Group plc', 'Manufacturing Ltd']);
    const { seller, buyer } = facts;
    const rows = Array.from({ length: random.int(2, 9) }, (_, index) => [
      number(random, 6),
      printDate(dateAfter(facts.issueDate, -30 - index), 'slashes'),
      printAmount(new Big(random.int(900, 90000)).div(100).toFixed(2), anglo),
    ]);
    sheet.text(seller.name, 45, 40, { size: 14, bold: true });
    sheet.text('REMITTANCE ADVICE', 550, 40, { size: 14, bold: true, align: 'right' });
    sentences(sheet, ['To supplier', ...addressOf(buyer, buyer.name)], 45, 90, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Payment date', printDate(facts.issueDate, 'slashes')],
        ['Payment reference', number(random, 8)],
        ['Your account with us', facts.customerNumber],
        ['Paid to IBAN', `${buyer.iban.slice(0, 4)} **** ${buyer.iban.slice(-4)}`],
      ],
      { x: 310, y: 90, valueX: 440, leading: 14 },
    );
    const y = table(
      sheet,
      columnsAt(['Your invoice', 45], ['Invoice date', 200], ['Amount paid GBP', 450, 'right']),
      rows,
      { y: 190, ruled: true },
    );
    const total = rows.reduce((sum, [, , amount = '0']) => sum.plus(amount.replaceAll(',', '')), new Big(0));
    sheet.text(`Total paid ${printAmount(total.toFixed(2), anglo)}`, 450, y + 12, {
      align: 'right',
      bold: true,
    });
    sheet.text(
      'This payment will reach your account within two working days. Please do not reply to this message.',
      45,
      y + 60,
      { width: 500 },
    );
  },
};

const cardReceipt: OtherPaper = {
  name: 'card-receipt',
  kind: 'receipt',
  language: 'sv',
  fonts: ['Courier', 'Helvetica'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'SE', ['Byggvaruhus AB', 'Bilservice AB', 'Krog & Café AB']);
    const { seller, totals, issueDate } = facts;
    const middle = 180;
    const centred = { align: 'centre' } as const;
    sheet.text(seller.name, middle, 40, { ...centred, bold: true, size: 13 });
    sentences(
      sheet,
      [
        `${seller.street}, ${seller.city}`,
        `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}`,
        `Tel ${seller.phone}`,
      ],
      middle,
      60,
      centred,
    );
    sheet.text(`KVITTO NR ${number(random, 6)}`, middle, 104, { ...centred, bold: true });
    sheet.text(
      `${issueDate} ${random.int(8, 19)}:${random.int(10, 59)}   Kassa ${random.int(1, 9)}`,
      middle,
      118,
      centred,
    );
    let y = 144;
    for (const { description, quantity, net } of facts.lines) {
      sheet.text(`${quantity} ${description}`, 70, y);
      sheet.text(printAmount(net, plain), 300, y, { align: 'right' });
      y += 14;
    }
    y = pairsBeside(
      sheet,
      [
        ['Netto', printAmount(totals.net, plain)],
        ['Moms', printAmount(totals.vat, plain)],
        ['Totalt SEK', printAmount(totals.gross, plain)],
        ['Mottaget Kort', printAmount(totals.gross, plain)],
      ],
      { x: 70, y: y + 8, valueX: 300, right: true, leading: 15, value: { bold: true } },
    );
    sentences(
      sheet,
      [
        `KÖP Visa Kontaktlös`,
        `************${digits(random, 4)}`,
        `Ref ${number(random, 12)}`,
        `AID A0000000031010`,
        `Kontrollenhet ${number(random, 8)}`,
        'SPARA KVITTOT',
        'Öppet köp 30 dagar mot kvitto',
      ],
      middle,
      y + 16,
      centred,
    );
    barcode(sheet, number(random, 18), 130, y + 120, 30);
  },
};

const salaryStatement: OtherPaper = {
  name: 'finnish-salary',
  kind: 'payslip',
  language: 'fi',
  fonts: ['Helvetica', 'Liberation'],
  draw(sheet, random) {
    const { seller, buyer, issueDate } = factsOfTrade(random, 'FI', ['Konepaja Oy', 'Puutyö Oy']);
    const wage = random.int(24, 60) * 100;
    const euro = (amount: number) => printAmount(amount.toFixed(2), spaced);
    const tax = wage * 0.21;
    const pension = wage * 0.0715;
    logo(sheet, random, 45, 34, 30, '#333333');
    sheet.text(seller.name, 85, 42, { bold: true, size: 12 });
    sheet.text(letterSpaced('PALKKALASKELMA'), 550, 42, { align: 'right', size: 12 });
    boxes(
      sheet,
      [
        ['Työntekijä', buyer.person, 150],
        ['Maksupäivä', printDate(issueDate, 'dots-loose'), 100],
        ['Palkkakausi', `1.–30.${Number(issueDate.slice(5, 7))}.`, 100],
        ['Tili', `${buyer.iban.slice(0, 6)}…${buyer.iban.slice(-4)}`, 155],
      ],
      { x: 45, y: 90 },
    );
    table(
      sheet,
      columnsAt(
        ['Palkkalaji', 45],
        ['Määrä', 300, 'right'],
        ['A-hinta', 400, 'right'],
        ['Yhteensä', 550, 'right'],
      ),
      [
        ['Kuukausipalkka', '1', euro(wage), euro(wage)],
        ['Ennakonpidätys 21 %', '', '', euro(-tax)],
        ['Työeläkemaksu 7,15 %', '', '', euro(-pension)],
      ],
      { y: 140, ruled: true },
    );
    sumsUnder(
      sheet,
      [
        ['Bruttopalkka', euro(wage), 250],
        ['Vähennykset', euro(tax + pension), 380],
        ['Maksetaan', euro(wage - tax - pension), 550],
      ],
      { y: 230, value: { bold: true } },
    );
    sheet.text(
      `Y-tunnus ${seller.organisationNumber?.slice(0, 7)}-${seller.organisationNumber?.slice(7)}   Lomapäiviä ${random.int(2, 30)}`,
      45,
      280,
    );
  },
};

export const owingPapers: readonly OtherPaper[] = [
  reminder,
  germanReminder,
  statement,
  remittance,
  cardReceipt,
  salaryStatement,
];
