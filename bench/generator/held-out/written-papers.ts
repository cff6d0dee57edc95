/** Papers that companies write to their customers, with amounts, days and accounts in them and nothing to pay: letters, contracts, terms and prices. */
import { addressOf, columnsAt, goodsOf, logo, pairsBeside, sentences, table } from '../arranging.ts';
import { number } from '../check-digits.ts';
import { dateAfter } from '../facts.ts';
import { dotted, either, type OtherPaper, plain, spaced } from '../layout.ts';
import { grouped, hyphenatedBusinessId, printAmount, printDate, swedishNumber } from '../print.ts';
import { factsOfTrade } from '../trade.ts';

const insuranceLetter: OtherPaper = {
  name: 'insurance-letter',
  kind: 'letter',
  language: 'sv',
  fonts: ['OpenSans', 'Times'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'SE', ['Försäkring AB', 'Sakförsäkring AB']);
    const { seller, buyer, totals } = facts;
    logo(sheet, random, 50, 36, 36, '#1d4e89');
    sheet.text(seller.name, 96, 46, { size: 14, colour: '#1d4e89' });
    sentences(sheet, addressOf(buyer, buyer.name), 330, 100, { leading: 13 });
    pairsBeside(
      sheet,
      [
        ['Datum', facts.issueDate],
        ['Försäkringsnummer', number(random, 9)],
        ['Kundnummer', facts.customerNumber],
        ['Försäkringstid', `${dateAfter(facts.issueDate, 30)} – ${dateAfter(facts.issueDate, 394)}`],
      ],
      { x: 50, y: 100, valueX: 150 },
    );
    sheet.text(either(random, 'Din försäkring förnyas', 'Försäkringsbesked'), 50, 190, {
      size: 16,
      bold: true,
    });
    const y = sheet.text(
      `Här är ditt nya försäkringsbrev. Premien för året blir ${printAmount(totals.net, spaced)} kr och betalas per ${either(random, 'kvartal', 'månad')}. Fakturan kommer i ett eget brev omkring tio dagar före förfallodagen. Självrisken är ${random.int(2, 20)} 000 kr. Vill du säga upp försäkringen ska du meddela oss före ${dateAfter(facts.issueDate, 29)}.`,
      50,
      218,
      { width: 480 },
    );
    table(
      sheet,
      columnsAt(['Omfattning', 50], ['Belopp', 330, 'right'], ['Årspremie', 450, 'right']),
      [
        ['Egendom', '1 500 000', printAmount(`${random.int(900, 9000)}.00`, spaced)],
        ['Ansvar', '10 000 000', printAmount(`${random.int(900, 5000)}.00`, spaced)],
        ['Rättsskydd', '300 000', 'ingår'],
      ],
      { y: y + 20, ruled: true },
    );
    sheet.text(
      `Org.nr ${swedishNumber(seller.organisationNumber ?? '')}, ${seller.street}, ${seller.postcode} ${seller.city}, bankgiro ${seller.bankgiro}`,
      50,
      780,
      { size: 8 },
    );
  },
};

const contract: OtherPaper = {
  name: 'dutch-contract',
  kind: 'letter',
  language: 'nl',
  fonts: ['Times', 'Liberation'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'NL', ['Leasing B.V.', 'Beveiliging N.V.', 'Webdiensten B.V.']);
    const { seller, buyer, lines } = facts;
    const fee = printAmount(lines[0]?.unitPrice ?? '95.00', dotted);
    sheet.text(either(random, 'Overeenkomst van dienstverlening', 'Servicecontract'), 60, 50, {
      size: 16,
      bold: true,
    });
    sheet.text(
      `Contractnummer ${number(random, 6)}, ${printDate(facts.issueDate, { long: 'nl-NL' })}`,
      60,
      74,
    );
    let y = 104;
    for (const clause of [
      `Partijen: ${seller.name}, KvK ${seller.organisationNumber}, btw ${seller.vatId}, hierna leverancier, en ${buyer.name}, KvK ${buyer.organisationNumber}, hierna klant.`,
      `De vergoeding bedraagt € ${fee} per maand exclusief btw en wordt vooraf per kwartaal gefactureerd. Betaling binnen ${facts.termsDays} dagen na factuurdatum op IBAN ${grouped(seller.iban, 4)}.`,
      `De overeenkomst gaat in op ${printDate(dateAfter(facts.issueDate, 20), { long: 'nl-NL' })} en loopt 36 maanden. Opzegtermijn drie maanden.`,
      'Prijzen worden jaarlijks per 1 januari geïndexeerd volgens het CBS-indexcijfer.',
    ])
      y = sheet.text(clause, 60, y, { width: 470 }) + 12;
    sentences(sheet, [seller.person, seller.name], 60, y + 40, { leading: 14 });
    sentences(sheet, [buyer.person, buyer.name], 320, y + 40, { leading: 14 });
  },
};

const conditions: OtherPaper = {
  name: 'french-terms',
  kind: 'terms',
  language: 'fr',
  fonts: ['Times', 'Helvetica'],
  draw(sheet, random) {
    const { seller } = factsOfTrade(random, 'FR', ['Fournitures SAS', 'Transports SARL']);
    sheet.text(either(random, 'Conditions générales de vente', 'CONDITIONS GÉNÉRALES'), 60, 50, {
      size: 16,
      bold: true,
    });
    sheet.text(`${seller.name}, SIRET ${grouped(seller.register, 3, 3, 3, 5)}, TVA ${seller.vatId}`, 60, 74);
    let y = 104;
    for (const [index, clause] of [
      'Les factures sont payables à 30 jours date de facture, sans escompte.',
      `Tout retard entraîne des pénalités au taux de ${random.int(8, 15)} % et une indemnité forfaitaire de 40,00 € pour frais de recouvrement.`,
      `Franco de port à partir de ${random.int(150, 900)},00 € HT ; en deçà, participation de 18,50 €.`,
      'Le transfert de propriété est subordonné au paiement intégral du prix.',
      `Version du ${printDate('2026-01-01', { long: 'fr-FR' })}, applicable jusqu'à son remplacement.`,
    ].entries())
      y = sheet.text(`Article ${index + 1}. ${clause}`, 60, y, { width: 470 }) + 10;
    sheet.text(`IBAN ${grouped(seller.iban, 4)}   ${seller.email}`, 60, 790, { size: 8 });
  },
};

const priceList: OtherPaper = {
  name: 'finnish-price-list',
  kind: 'newsletter',
  language: 'fi',
  fonts: ['Liberation', 'OpenSans'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'FI', ['Tukku Oy', 'Varaosa Oy'], { lines: [6, 20] });
    const { seller } = facts;
    sheet.fill(0, 0, sheet.width, 44, '#b3541e');
    sheet.text(`Hinnasto ${facts.issueDate.slice(0, 4)}`, 45, 14, { size: 17, bold: true, colour: 'white' });
    sheet.text(
      `${seller.name}. Hinnat voimassa ${printDate(facts.issueDate, 'dots-loose')} alkaen, alv 0 %.`,
      45,
      60,
    );
    table(
      sheet,
      columnsAt(
        ['Tuotenumero', 45],
        ['Tuote', 130],
        ['Pakkaus', 340, 'right'],
        ['Hinta €', 440, 'right'],
        ['Laatikko €', 550, 'right'],
      ),
      goodsOf(facts, spaced),
      { y: 86, striped: '#faf1ea', leading: 16 },
    );
    sheet.text(
      `Tilaukset ${seller.email}, ${seller.phone}. Maksuehto ${facts.termsDays} pv netto. Y-tunnus ${hyphenatedBusinessId(seller.organisationNumber ?? '')}`,
      45,
      780,
      { size: 8 },
    );
  },
};

const danishChange: OtherPaper = {
  name: 'danish-account-change',
  kind: 'letter',
  language: 'da',
  fonts: ['Helvetica', 'Times'],
  draw(sheet, random) {
    const facts = factsOfTrade(random, 'DK', ['Revision A/S', 'Rengøring ApS']);
    const { seller, buyer, totals } = facts;
    sheet.text(seller.name, 545, 50, { size: 13, bold: true, align: 'right' });
    sentences(sheet, addressOf(buyer, buyer.name), 60, 100, { leading: 13 });
    sheet.text(`${seller.city}, ${printDate(facts.issueDate, { long: 'da-DK' })}`, 545, 150, {
      align: 'right',
    });
    sheet.text(either(random, 'Vi skifter bank', 'Ny bankkonto'), 60, 190, { size: 14, bold: true });
    const y = sheet.text(
      `Fra den ${printDate(dateAfter(facts.issueDate, 14), 'dashes')} bedes I betale vores fakturaer til reg.nr. ${seller.account.slice(0, 4)}, konto ${seller.account.slice(4)}. Faktura ${facts.invoiceNumber} på ${printAmount(totals.payable, plain)} kr., som forfalder ${printDate(facts.dueDate, 'dashes')}, kan I stadig betale til den gamle konto.`,
      60,
      216,
      { width: 470 },
    );
    sentences(sheet, ['Med venlig hilsen', seller.person], 60, y + 24, { leading: 26 });
    sheet.text(`CVR-nr. ${seller.organisationNumber}   ${seller.phone}`, 60, 790, { size: 8 });
  },
};

export const writtenPapers: readonly OtherPaper[] = [
  insuranceLetter,
  contract,
  conditions,
  priceList,
  danishChange,
];
