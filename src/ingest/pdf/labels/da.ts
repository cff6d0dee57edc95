import type { Language } from './language.ts';

export const danish: Language = {
  code: 'da',
  labels: {
    invoiceNumber: {
      anywhere: `fakturanummer, faktura nr, fakturanr, faktura no, kreditnotanummer, kreditnota nr, kreditnotanr, regningsnummer, regningsnr, fakt nr, faktura nummer, fakturaens nr, *fakturanummer, *fakturanr, regning nr, opkrævningsnr, opkrævning nr, opkrævningsnummer, kreditnummer, kreditnr, kredit nr`,
      atStart: `faktura, kreditnota, regning, samlefaktura, nummer, bilagsnr, bilagsnummer, bilag nr, dokumentnr, dokumentnummer, dokument nr, notanr, notanummer, nota nr, opgørelse nr, specifikationsnr`,
    },
    issueDate: {
      anywhere: `fakturadato, faktura dato, kreditnotadato, udstedt, udstedelsesdato, udstedt den, regningsdato, bilagsdato, fakt dato, faktureret, faktureret den, dato faktura, avisdato, notadato`,
      atStart: `dato, dokumentdato`,
    },
    dueDate: {
      anywhere: `forfaldsdato, forfald, forfalder, betalingsfrist, betales senest, sidste betalingsdag, sidste rettidige betalingsdag, sidste rettidige betaling, forfaldsdag, betalingsdato, betales senest den, forfalder til betaling, bedes betalt senest, betalingsdag, sidste betalingsdato, senest den, betales inden, bedes betalt inden, forfalder den, forfalder til betaling den, inden den, betal senest, bedes betalt senest den, til betaling senest, senest, inden`,
    },
    terms: {
      anywhere: `betalingsbetingelser, betalingsbetingelse, bet betingelser, betalingsvilkår, betaling betingelser, kredittid`,
    },
    currency: { anywhere: `valuta, valutakode` },
    net: {
      anywhere: `
        i alt ekskl moms, i alt eksklusive moms, i alt ex moms, i alt eks moms, total ekskl moms, total eks moms, total ex moms, beløb ekskl moms, beløb eks moms, nettobeløb, netto beløb, subtotal, sub total, momsgrundlag, momspligtigt beløb, grundlag for moms,
        sum ekskl moms, subtotal ekskl moms, netto i alt, momsgrundlag i alt, varebeløb, i alt uden moms, beløb uden moms, momspligtig, total uden moms, beløb før moms, samlet beløb ekskl moms, sum eks moms, sum ex moms, sum uden moms, pris ekskl moms, i alt før moms, subtotal eks moms, total før moms`,
      atStart: `før moms, uden moms, netto, ekskl moms, eks moms, ex moms, grundlag, uden moms`,
    },
    vat: {
      anywhere: `momsbeløb, moms i alt, heraf moms, moms dkk, moms udgør, merværdiafgift, moms kr, momsbeløb i alt, total moms, samlet moms, salgsmoms, moms af`,
      atStart: `moms`,
    },
    rounding: { anywhere: `øreafrunding, afrunding, øreudligning` },
    gross: {
      anywhere: `i alt inkl moms, i alt inklusive moms, total inkl moms, total inklusive moms, beløb inkl moms, fakturabeløb, fakturatotal, samlet beløb, bruttobeløb, fakturasum, totalbeløb, beløb i alt, total i alt, samlet beløb inkl moms, sum inkl moms, sum inklusive moms, pris inkl moms, faktura i alt, faktura total, total beløb, sum i alt, total inkl 25 % moms, samlet pris, samlet total, i alt dette fakturabeløb`,
      atStart: `i alt, ialt, total, sum, brutto, inkl moms, total dkk, i alt dkk, samlet`,
    },
    payable: {
      anywhere: `krediteres, krediteret beløb, at betale, beløb at betale, til betaling, i alt at betale, total at betale, at betale dkk, at betale kr, skyldigt beløb, beløb til betaling, rest til betaling, restbeløb, til gode, tilgodehavende, krediteres, kreditbeløb, til udbetaling, beløb krediteret, i alt til betaling, at betale i alt, betalingsbeløb, i deres favør, til deres fordel, skal betales, i alt at modtage, krediteret beløb, at indbetale, samlet til betaling, total til betaling, beløb der skal betales`,
    },
    prepaid: {
      anywhere: `betalt, allerede betalt, forudbetalt, a conto, acontobetalt, forudbetaling, tidligere faktureret, indbetalt, modtaget forudbetaling, fratrukket a conto, acontofaktureret`,
    },
    earlierBalance: { anywhere: `tidligere saldo, primosaldo, skyldig fra tidligere, restance` },
    organisationNumber: {
      anywhere: `cvr nr, cvr, cvr nummer, cvr no, se nr, cvr/se nr, vores cvr nr, virksomhedsnummer, cvr/vat nr`,
    },
    vatId: {
      anywhere: `momsnr, moms nr, vat nr, vat no, momsnummer, momsregistreringsnr, momsregistreringsnummer, se nr, cvr/se nr, cvr/vat nr, se nummer, moms reg nr, vat nummer`,
    },
    buyerOrganisationNumber: {
      anywhere: `deres cvr nr, kundens cvr nr, køber cvr, købers cvr nr, jeres cvr nr, kunde cvr, deres cvr, kundens cvr, modtagers cvr nr, kunde cvr nr, jeres cvr`,
    },
    buyerVatId: {
      anywhere: `deres momsnr, kundens momsnr, købers momsnr, deres vat nr, kundens vat nr, deres se nr, købers vat nr, jeres vat nr, jeres momsnr, deres vat, kundens vat, kundens momsnummer, købers vat, køber vat, køber vat nr, kunde vat nr, kundens se nr, jeres se nr, jeres vat, modtagers vat nr, vat nr kunde`,
    },
    account: {
      anywhere: `reg nr/konto nr, reg/kontonr, reg og kontonr, regnr og kontonr, reg nr og kontonr, kontonr, kontonummer, konto nr, bankkonto, bankkonto nr, bankkontonr, reg nr konto nr, reg kontonr, bankoplysninger, bankoverførsel, betales til konto, reg/konto, reg nr/kontonr, til konto, på konto, vores konto, til vores konto, på vores konto, vores bankkonto, til bankkonto, til kontonr, vor konto`,
      atStart: `konto, bank`,
    },
    bankCode: { anywhere: `bank reg nr, registreringsnr, registreringsnummer`, atStart: `reg nr, reg` },
    buyerAccount: { anywhere: `fra konto, deres konto, trækkes på konto, jeres konto` },
    plusgiro: { anywhere: `svensk plusgiro` },
    ocr: {
      anywhere: `betalings id, betalingsid, fik, fik nr, fik nummer, fik kode, fi kort, fik linje, ocr, ocr linje, ocr nr, betalingsidentifikation, fik betaling, kortart 71, kode 71, indbetalingskort, betalingslinje, giro/fik, fi kreditor`,
    },
    paymentReference: {
      anywhere: `betalingsreference, betalingsref, meddelelse til modtager, angiv ved betaling, besked til modtager, oplys ved betaling, bedes anført ved betaling, anfør ved betaling, oplys, anfør, angiv, angiv reference, husk at oplyse`,
      atStart: `reference, ref, mærk betalingen`,
    },
    order: {
      anywhere: `ordrenr, ordrenummer, ordre nr, deres ordre, deres ordrenr, rekvisition, rekvisitionsnr, rekvisitionsnummer, indkøbsordre, købsordre, jeres ordrenr, rekv nr, indkøbsordrenummer, deres rekv, po nr, bestillingsnr, jeres ordre, jeres ordrenummer`,
    },
    buyerReference: {
      anywhere: `deres ref, deres reference, jeres ref, jeres reference, kundens reference, kundereference, personreference, kontering, rekvirent, deres kontakt, købers reference, bestilt af, bestiller, deres kontaktperson, jeres kontakt, jeres kontaktperson, kundens ref, kunderef, købers ref, rekvireret af, att, attn`,
    },
    preceding: {
      anywhere: `originalfakturanummer, originalfakturanr, vedrører faktura, krediterer faktura, kreditering af faktura, oprindelig faktura, oprindeligt fakturanr, vedr faktura, udligner faktura, krediteret faktura, vedrører fakturanr, modregnes i faktura, original faktura, ref til faktura, krediterer fakturanr, oprindeligt fakturanummer, vedrører faktura nr, vedr fakturanr, krediterer faktura nr, krediteret faktura nr, krediteret fakturanummer, nummer på krediteret faktura`,
    },
    sellerName: { anywhere: `sælger, leverandør` },
    payee: { anywhere: `betalingsmodtager, kreditor, betales til, kontohaver` },
    buyerName: { anywhere: `kundenavn, indbetaler, debitor` },
    otherDate: {
      anywhere: `leveringsdato, lev dato, ordredato, bestillingsdato, udskriftsdato, periode, leverancedato, afregningsperiode, deres ordredato, ydelsesdato, udført dato, leveret, leveret den, afsendt, udført, bestilt, udskrevet, arbejde udført, aflæst`,
    },
    otherNumber: {
      anywhere: `kundenr, kundenummer, kunde nr, debitornr, debitor nr, projektnr, projekt, sagsnr, sagsnummer, sag nr, aftalenr, aftalenummer, følgeseddelnr, følgeseddel nr, leverandørnr, målernr, abonnementsnr, kontraktnr, vores ordrenr, vor ordre, ean nr, ean nummer, ean lokationsnr, kunde id, vort ordrenr, tilbudsnr, medlemsnr, kundekonto, kundekontonr, kundekontonummer, debitorkonto`,
    },
    other: {
      anywhere: `vores ref, vor ref, vores reference, morarente, renter, leveringsbetingelser, leveringsmåde, telefon, tlf, fax, e mail, mail, hjemmeside, bic, swift, rykkergebyr, side, momssats, adresse, gebyr, leveringsadresse, mobil, web, mobilepay, kontaktperson, swift kode`,
      atStart: `beskrivelse, antal, pris, enhed, rabat, beløb, varenr, fragt`,
    },
  },
  sums: {
    total: `beløb, sum, total, i alt, ialt, totalbeløb, fakturabeløb, samlet beløb, samlet, delsum, subtotal`,
    without: `ekskl, eks, eksklusiv, eksklusive, excl, uden, før`,
    with: `inkl, inklusiv, inklusive, incl, med`,
    tax: `moms, afgift, moms og afgifter`,
    toPay: `at betale, til betaling, at indbetale`,
  },
  columns: {
    description: `beskrivelse, varetekst, tekst, produkt, vare, ydelse, betegnelse, varebeskrivelse, specifikation`,
    article: `varenr, varenummer, artikelnr, vare nr, produktnr`,
    quantity: `antal, mængde, timer, stk`,
    unit: `enhed, enh`,
    unitPrice: `pris, enhedspris, stk pris, stykpris, á pris, à pris, pris pr enhed, pris/stk, timepris, pris ekskl moms, pr stk`,
    discount: `rabat, rabat %, rab %`,
    vatRate: `moms, moms %, momssats`,
    lineNet: `beløb, i alt, pris i alt, total, sum, netto, linjetotal, beløb ekskl moms, total ekskl moms, beløb dkk, linjebeløb, i alt dkk, nettobeløb`,
    position: `pos, linje, nr`,
  },
  invoiceTitles: `faktura, samlefaktura, slutfaktura, regning, *faktura, acontofaktura, opkrævning`,
  creditTitles: `kreditnota, kreditering, kreditfaktura`,
  notInvoiceTitles: {
    reminder: `inkassorykker, forfalden faktura, ubetalt faktura, rykker for betaling, rykker, rykkerskrivelse, betalingspåmindelse, påmindelse, 1 rykker, 2 rykker, rykker 1, rykker 2, rykkerbrev, betalingserindring, *rykker, erindringsskrivelse`,
    debt_collection: `inkasso, inkassovarsel, inkassokrav`,
    interest_invoice: `rentenota, rentefaktura`,
    statement: `saldoudtog, fakturaoversigt, debitorudtog, kontoudtog, kontoudskrift, saldoopgørelse, saldomeddelelse, kontooversigt, åbne poster`,
    delivery_note: `leveringsnota, afsendelsesadvis, følgeseddel, pakkeseddel, fragtbrev, leveringsseddel, plukliste`,
    order_confirmation: `opgavebekræftelse, reservationsbekræftelse, ordrebekræftelse, bestillingsbekræftelse, bookingbekræftelse, ordre bekræftelse`,
    purchase_order: `indkøbsordre, rekvisition, købsordre, bestilling`,
    quotation: `prisforslag, priskalkulation, tilbud, pristilbud, overslag, prisoverslag`,
    pro_forma: `proformafaktura, proforma faktura, pro forma faktura`,
    receipt: `betalingskvittering, betalingsbekræftelse, kvittering for betaling, kvittering, kassebon, bon`,
    remittance_advice: `betalingsspecifikation, betalingsadvis, remitteringsadvis, udbetalingsmeddelelse`,
    terms_and_conditions: `salgs og leveringsbetingelser, generelle betingelser, almindelige betingelser, handelsbetingelser, forretningsbetingelser, generelle vilkår, almindelige salgs og leveringsbetingelser, salgsbetingelser`,
    contract: `kontrakt, aftale, lejekontrakt, lejeaftale, samarbejdsaftale, serviceaftale`,
    notice: `prisliste, prisændring, nyhedsbrev, meddelelse, lønseddel, årsrapport, referat`,
  },
  buyerHeadings: `kunde, køber, faktureringsadresse, fakturaadresse, faktura til, leveringsadresse, modtager, indbetaler, til, leveres til, debitor, faktureres til, kundeoplysninger, bestiller`,
  sellerHeadings: `sælger, leverandør, fra, betalingsmodtager, udsteder, kreditor, afsender`,
  datedWords: `af, den, dateret`,
  dateLeads: `den, senest, seneste, inden, til, d`,
  dayWords: `dage, dages, dag, dg, dgr`,
  paying: `betal, indbetal, os i hænde, overfør`,
  byDay: `senest, inden, før`,
  withinDays: `inden for, inden, senest`,
  paidBefore: `modtaget, registreret, bogført`,
  debitServices: 'betalingsservice, leverandørservice',
  directDebit: `trækkes via betalingsservice, tilmeldt betalingsservice, beløbet trækkes, trækkes automatisk`,
  paidAlready: `allerede betalt, er betalt, betalt med kort, kortbetaling, betalt med dankort, fakturaen er betalt`,
  notPaidAlready: `indtil, til, før, hvis, såfremt, når, forrige`,
  reverseCharge: `omvendt betalingspligt, omvendt moms, køber er betalingspligtig for momsen, køber skal afregne moms, momsen afregnes af køber`,
  selfBilling: `selvfakturering, afregningsbilag`,
  earlyPayment: `kontantrabat, kasserabat, skonto, betalingsrabat, rabat ved betaling, rabat ved hurtig betaling`,
  assigned: `er overdraget, overdraget til, er transporteret til, er pantsat, er solgt til, frigørende virkning, kan kun ske til, skal ske til, kan kun betales til, kun gyldig til, kun gyldigt til, er overdraget til, transporteret til, kan alene ske til, skal alene ske til`,
  sellerAfter: `på vegne af, på vegne og for regning af, for regning af, i kommission for, som agent for, agent for, efter fuldmagt fra, er et varemærke tilhørende, er et varemærke ejet af, er et varemærke for, er et varemærke drevet af, er et varemærke der drives af, er et brand under, er et brand drevet af, er et binavn til, er binavn til, binavn til, drives af, drevet af`,
  agentAfter: `repræsenteret ved, administreres af, faktureres af`,
  months: {
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    maj: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    okt: 10,
    nov: 11,
    dec: 12,
  },
  dayFirst: true,
  impliedCurrency: 'DKK',
  country: 'DK',
};
