import type { Language } from './language.ts';

export const norwegian: Language = {
  code: 'no',
  labels: {
    invoiceNumber: {
      anywhere: `fakturanummer, faktura nr, fakturanr, faktura no, kreditnotanummer, kreditnota nr, kreditnotanr, fakturaens nummer, fakt nr, faktura nummer, *fakturanummer, *fakturanr, regningsnr, regningsnummer, regning nr`,
      atStart: `faktura, kreditnota, samlefaktura, nummer, bilagsnr, bilagsnummer, bilag nr, dokumentnr, dokumentnummer, dokument nr, giro nr, notanr, spesifikasjonsnr, spesifikasjonsnummer, varselnr`,
    },
    issueDate: {
      anywhere: `fakturadato, faktura dato, kreditnotadato, utstedt, utstedt dato, utstedelsesdato, fakturert dato, dato for utstedelse, fakt dato, fakturert, fakturert den, dato faktura`,
      atStart: `dato, dokumentdato`,
    },
    dueDate: {
      anywhere: `forfallsdato, forfall, forfaller, betalingsfrist, betales innen, betalingsforfall, forfallsdag, betales senest, frist for betaling, å betale innen, forfaller til betaling, betal innen, vennligst betal innen, betales innen den, senest den, innen den, forfaller den, bes betalt innen, senest, innen`,
    },
    terms: { anywhere: `betalingsbetingelser, betalingsvilkår, betalingsbet, bet betingelser, kredittid` },
    currency: { anywhere: `valuta, valutakode` },
    net: {
      anywhere: `
        sum eks mva, sum ekskl mva, sum eksklusiv mva, totalt eks mva, total eks mva, beløp eks mva, netto beløp, nettobeløp, sum netto, netto sum, mva grunnlag, avgiftsgrunnlag, grunnlag mva,
        delsum, sum uten mva, avgiftspliktig, avgiftspliktig beløp, sum før mva, beløp ekskl mva, ordresum, nettosum, total ekskl mva, totalt ekskl mva, sum varer, mva grunnlag sum, sum før avgift, sum avgiftspliktig, sum ex mva, totalt ex mva, sum eks avgift, grunnlag for mva, avgiftsgrunnlag totalt`,
      atStart: `før mva, uten mva, netto, eks mva, ekskl mva, grunnlag, uten mva`,
    },
    vat: {
      anywhere: `mva beløp, sum mva, total mva, totalt mva, merverdiavgift, herav mva, mva av, mva nok, avgiftsbeløp, mva kr, mva totalt, mva sum, mva total, utgående mva`,
      atStart: `mva, moms, avgift`,
    },
    rounding: { anywhere: `øreavrunding, øresavrunding, avrunding, øreutjevning, øredifferanse` },
    gross: {
      anywhere: `sum inkl mva, totalt inkl mva, total inkl mva, sum inklusiv mva, beløp inkl mva, fakturabeløp, fakturasum, totalbeløp, totalsum, bruttobeløp, sum med mva, fakturatotal, totalt beløp, sum ink mva, total ink mva, totalt ink mva, totalsum inkl mva, sum totalt, pris inkl mva, totalt inkludert mva, totalpris, fakturert beløp, sum denne faktura`,
      atStart: `totalt, total, sum, brutto, inkl mva, sum nok, totalt nok`,
    },
    payable: {
      anywhere: `krediteres, kreditert beløp, å betale, sum å betale, totalt å betale, beløp å betale, total å betale, til betaling, beløp til betaling, å betale nok, å betale kr, til gode, til gode nok, deres tilgode, tilgode, rest å betale, gjenstår å betale, til utbetaling, krediteres, kreditert beløp, sum kreditert, å betale totalt, til gode beløp, sum til gode, beløp til betaling nok, betales, å innbetale, totalt til betaling, sum til betaling, å betale sum, beløp å innbetale`,
    },
    prepaid: {
      anywhere: `betalt, allerede betalt, forskudd, innbetalt, akonto, fratrukket forskudd, tidligere fakturert, forskuddsbetalt, a konto`,
    },
    earlierBalance: { anywhere: `tidligere saldo, utestående, skyldig fra før, inngående saldo` },
    organisationNumber: {
      anywhere: `org nr, organisasjonsnummer, organisasjonsnr, orgnr, foretaksnummer, foretaksregisteret, org nummer, foretaksnr, org no`,
    },
    vatId: { anywhere: `mva nr, mva nummer, vat nr, vat no, momsnr, mva reg nr, mva registreringsnummer` },
    buyerOrganisationNumber: {
      anywhere: `deres org nr, kundens org nr, kjøpers org nr, kundens organisasjonsnummer, deres organisasjonsnummer, mottakers org nr`,
    },
    buyerVatId: {
      anywhere: `deres mva nr, kundens mva nr, kjøpers mva nr, deres vat nr, kundens vat nr, deres mva nummer, kundens mva nummer, kjøpers mva nummer, kjøpers vat nr, mottakers mva nr, kundens vat, kjøpers vat, deres vat, mva nr kunde, mva nr kjøper`,
    },
    account: {
      anywhere: `kontonr, kontonummer, konto nr, bankkonto, bankkontonr, bankkontonummer, bankgiro, til konto, betales til konto, betales til kontonr, betales til kontonummer, konto nummer, betaling til konto, vår konto, mottakers konto, til kontonummer, til kontonr, til bankkonto, til bankkontonr, vår bankkonto, på konto, på vår konto, vårt kontonummer, til vår konto, til vår bankkonto, innbetales til konto, betal til konto, betal til kontonr, betal til kontonummer, betales til konto nr`,
      atStart: `konto, bank`,
    },
    buyerAccount: { anywhere: `fra konto, belastes konto, deres konto, betalers konto` },
    ocr: {
      anywhere: `kid, kid nr, kid nummer, kid/referanse, kundeidentifikasjon, kundeidentifikasjon kid, kid kode, betalings kid, merk med kid`,
    },
    paymentReference: {
      anywhere: `betalingsreferanse, betalingsref, betalingsid, merkes med, betalingsmelding, melding, merk betalingen, merk betaling med, oppgi ved betaling, ved betaling oppgi, merk betalingen med, oppgi, bruk kid, merk med`,
      atStart: `referanse, ref, merk betalingen`,
    },
    order: {
      anywhere: `ordrenr, ordrenummer, ordre nr, deres ordre, deres ordrenr, bestillingsnr, bestillingsnummer, innkjøpsordre, deres bestilling, rekvisisjon, deres ordrenummer, rekvisisjonsnr, po nr, bestilling`,
    },
    buyerReference: {
      anywhere: `deres ref, deres referanse, kundens referanse, kjøpers referanse, kundereferanse, deres kontakt, bestiller, bestilt av, deres kontaktperson, kundens ref, kunderef, kjøpers ref, bestillers referanse, rekvirent, attn, att`,
    },
    preceding: {
      anywhere: `originalfakturanummer, originalfakturanr, kreditering av faktura, gjelder faktura, krediterer faktura, krediterer fakturanr, krediterer faktura nr, opprinnelig faktura, gjelder fakturanr, gjelder faktura nr, opprinnelig fakturanr, original faktura, kreditert faktura, refererer til faktura, mot faktura, til faktura, ref faktura, opprinnelig fakturanummer, gjelder fakturanummer, krediterer fakturanummer`,
    },
    sellerName: { anywhere: `selger, leverandør` },
    payee: { anywhere: `betalingsmottaker, mottaker av betaling, betales til, betal til, kontoeier` },
    buyerName: { anywhere: `kundenavn, betaler, betalt av, betalers navn, kjøpers navn` },
    otherDate: {
      anywhere: `leveringsdato, lev dato, ordredato, bestillingsdato, utskriftsdato, periode, leveransedato, deres ordredato, avtaledato, tjenestedato, utført dato, faktureringsperiode, levert, levert den, utført, sendt, bestilt, arbeid utført, skrevet ut, utskrevet, avlest, gjelder perioden`,
    },
    otherNumber: {
      anywhere: `kundenr, kundenummer, kunde nr, prosjektnr, prosjekt, prosjektnummer, avtalenr, avtalenummer, pakkseddel, pakkseddelnr, følgeseddelnr, leverandørnr, målernr, abonnementsnr, medlemsnr, vår ordre, avdeling, kontraktsnr, kunde id, ordreref, tilbudsnr, vårt ordrenr, kundekonto, kundekontonr, kundekontonummer`,
    },
    other: {
      anywhere: `vår ref, vår referanse, forsinkelsesrente, leveringsbetingelser, leveringsmåte, telefon, tlf, telefaks, faks, e post, epost, hjemmeside, nettside, bic, swift, purregebyr, side, mva sats, adresse, postadresse, besøksadresse, fakturagebyr, leveringsadresse, vipps, mobil, kontaktperson, web, internett`,
      atStart: `beskrivelse, antall, pris, enhet, rabatt, beløp, varenr, frakt`,
    },
  },
  sums: {
    total: `beløp, sum, total, totalt, totalsum, totalbeløp, fakturabeløp, fakturasum, delsum, sluttsum`,
    without: `eks, ekskl, eksklusiv, eksklusive, uten, før, excl`,
    with: `inkl, inklusiv, inklusive, ink, med`,
    tax: `mva, merverdiavgift, moms, avgift`,
    toPay: `å betale, til betaling, å innbetale`,
  },
  columns: {
    description: `beskrivelse, varetekst, tekst, produkt, vare, varebeskrivelse, tjeneste, betegnelse, varenavn, spesifikasjon`,
    article: `varenr, varenummer, art nr, artikkelnr, prod nr, produktnr`,
    quantity: `antall, ant, mengde, timer`,
    unit: `enhet, enh`,
    unitPrice: `pris, enhetspris, stk pris, à pris, pris/enhet, pris per enhet, stykkpris, timepris, pris eks mva`,
    discount: `rabatt, rab, rabatt %, rab %`,
    vatRate: `mva, mva %, mva sats, mva kode`,
    lineNet: `beløp, sum, netto, totalt, total, beløp eks mva, sum eks mva, nettobeløp, beløp nok, sum nok, netto beløp, linjesum`,
    position: `pos, linje, nr`,
  },
  invoiceTitles: `faktura, samlefaktura, sluttfaktura, delfaktura, regning, *faktura, akontofaktura`,
  creditTitles: `kreditnota, kreditfaktura, kreditering`,
  notInvoiceTitles: {
    reminder: `betalingspurring, forfalt faktura, ubetalt faktura, purring, betalingspåminnelse, påminnelse, purrebrev, 1 purring, 2 purring, purring på faktura, *purring, betalingsoppfordring`,
    debt_collection: `inkasso, inkassovarsel, inkassokrav, betalingsoppfordring inkasso`,
    interest_invoice: `rentenota, rentefaktura`,
    statement: `åpne poster, fakturaoversikt, saldooversikt, kontoutskrift, kontoutdrag, saldoforespørsel, reskontroutskrift, kundeutskrift, saldobekreftelse, kontooversikt`,
    delivery_note: `leveringsmelding, utleveringsseddel, pakkseddel, følgeseddel, fraktbrev, leveringsseddel, plukkliste`,
    order_confirmation: `oppdragsbekreftelse, reservasjonsbekreftelse, ordrebekreftelse, bestillingsbekreftelse, bookingbekreftelse, ordre bekreftelse`,
    purchase_order: `bestilling, innkjøpsordre, rekvisisjon`,
    quotation: `prisforespørsel, kostnadsoverslag, tilbud, pristilbud, prisoverslag, anbud`,
    pro_forma: `proformafaktura, proforma faktura, pro forma faktura`,
    receipt: `betalingskvittering, betalingsbekreftelse, kassekvittering, salgskvittering, kvittering`,
    remittance_advice: `betalingsavis, betalingsspesifikasjon, betalingsmelding, remitteringsmelding, utbetalingsmelding`,
    terms_and_conditions: `alminnelige vilkår, generelle vilkår, salgsvilkår, salgsbetingelser, leveringsvilkår, standardvilkår, vilkår og betingelser, kjøpsvilkår, avtalevilkår`,
    contract: `avtale, kontrakt, leieavtale, leiekontrakt, rammeavtale, serviceavtale`,
    notice: `prisliste, prisjustering, nyhetsbrev, melding til kunder, lønnsslipp, årsregnskap, referat`,
  },
  buyerHeadings: `kunde, kjøper, fakturaadresse, fakturamottaker, faktura til, leveringsadresse, mottaker, betalt av, betaler, til, leveres til, leveranseadresse, faktureres til, bestiller`,
  sellerHeadings: `selger, leverandør, fra, betalingsmottaker, utsteder, avsender`,
  datedWords: `av, den, datert`,
  dayWords: `dager, dagers, dag, dg, dgr`,
  paying: `betal, innbetal, oss i hende, gjør opp`,
  byDay: `innen, senest, før`,
  paidBefore: `mottatt, registrert, bokført`,
  debitServices: 'avtalegiro, efaktura avtalegiro',
  directDebit: `trekkes fra konto, belastes din konto, trekkes via avtalegiro`,
  paidAlready: `allerede betalt, er betalt, betalt med kort, fakturaen er betalt, kortbetaling`,
  reverseCharge: `omvendt avgiftsplikt, snudd avregning, omvendt mva, mva snudd avregning, kjøper beregner merverdiavgift`,
  selfBilling: `selvfakturering, selvfaktura, egenfakturering`,
  assigned: `er overdratt, overdratt til, er overdradd, er transportert til, er pantsatt, er solgt til, befriende virkning, kan bare skje til, kan kun skje til, skal kun skje til, kan bare betales til, kan kun betales til, bare gyldig til, kun gyldig til, er overdratt til, er solgt og overdratt, overdratt, transportert til`,
  sellerAfter: `på vegne av, på oppdrag fra, på oppdrag for, på oppdrag av, i kommisjon for, som agent for, agent for, er et varemerke for, er et varemerke fra, er et varemerke som drives av, er et varemerke som eies av, er et varemerke eid av, er en merkevare fra, er et merkenavn for, er et bifirma til, drives av, drevet av`,
  agentAfter: `representert ved, forvaltes av, administreres av, faktureres av`,
  months: {
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    mai: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    okt: 10,
    nov: 11,
    des: 12,
  },
  dayFirst: true,
  impliedCurrency: 'NOK',
  country: 'NO',
};
