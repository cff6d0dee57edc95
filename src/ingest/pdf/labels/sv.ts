import type { Language } from './language.ts';

export const swedish: Language = {
  code: 'sv',
  labels: {
    invoiceNumber: {
      anywhere: `
        fakturanummer, faktura nr, faktura no, fakturans nummer, fakturanr/ocr, fakturanummer/ocr,
        kreditfakturanummer, kreditfaktura nr, kreditnota nr, kreditnotanummer`,
      atStart: `faktura, kreditfaktura, kreditnota, samlingsfaktura`,
    },
    issueDate: {
      anywhere: `
        fakturadatum, faktura datum, fakturans datum, fakturadag, kreditfakturadatum, utställd`,
      atStart: `datum, utskriftsdatum`,
    },
    dueDate: {
      anywhere: `
        förfallodatum, förfallodag, förfaller, förfaller till betalning, förf datum, betalas senast,
        att betala senast, betala senast, ska betalas senast, sista betalningsdag, sista betaldag,
        sista betalningsdatum, oss tillhanda, oss tillhanda senast, betalningsdatum`,
    },
    terms: { anywhere: `betalningsvillkor, betalningsvilkor, bet villkor, betvillkor` },
    currency: { anywhere: `valuta, valutakod, fakturavaluta` },
    net: {
      anywhere: `
        summa exkl moms, summa exklusive moms, summa utan moms, totalt exkl moms, totalt exklusive
        moms, total exkl moms, belopp exkl moms, belopp före moms, summa före moms, nettobelopp, netto
        belopp, summa netto, nettosumma, netto summa, fakturanetto, momsunderlag, underlag moms,
        momsgrundande belopp, beskattningsunderlag, delsumma`,
      atStart: `netto, exkl moms, exklusive moms, varuvärde, underlag`,
    },
    vat: {
      anywhere: `
        momsbelopp, summa moms, total moms, totalt moms, varav moms, mervärdesskatt, moms sek, moms kr`,
      atStart: `moms, mvs, utgående moms`,
    },
    rounding: {
      anywhere: `
        öresavrundning, öresutjämning, öreutjämning, öresavr, öresutj, avrundning, avrundn`,
    },
    gross: {
      anywhere: `
        summa inkl moms, summa inklusive moms, totalt inkl moms, totalt inklusive moms, total inkl
        moms, belopp inkl moms, fakturabelopp, fakturasumma, fakturatotal, totalbelopp, totalsumma,
        slutsumma`,
      atStart: `totalt, total, summa, inkl moms, brutto, summa kronor, totalt sek, summa sek`,
    },
    payable: {
      anywhere: `
        att betala, summa att betala, totalt att betala, total att betala, belopp att betala,
        totalbelopp att betala, kvar att betala, att betala sek, att betala kr, att betala totalt, er
        tillgodo, tillgodo, tillgodohavande, att återfå, att erhålla, summa tillgodo, att kreditera,
        summa kredit`,
    },
    organisationNumber: {
      anywhere: `organisationsnummer, organisationsnr, org nr, org nummer, orgnummer, vårt org nr`,
    },
    vatId: {
      anywhere: `
        momsregistreringsnummer, momsregistreringsnr, moms registreringsnummer, momsreg nr, moms reg
        nr, momsregnummer, momsnummer, moms nr, vat nr, vat nummer, vat no, vat id, vat reg nr, vårt
        vat nr, vårt momsreg nr`,
      atStart: `vat, momsreg`,
    },
    buyerOrganisationNumber: {
      anywhere: `
        ert org nr, ert organisationsnummer, er org nr, kundens org nr, kundens organisationsnummer,
        köparens org nr, kund org nr`,
    },
    buyerVatId: {
      anywhere: `
        ert vat nr, er vat nr, ert momsreg nr, ert momsregistreringsnummer, ert momsnr, er vat,
        kundens vat nr, kundens momsreg nr, köparens vat nr, köparens momsreg nr, kund vat nr, ert vat
        nummer`,
    },
    bankgiro: {
      anywhere: `
        bankgiro, bankgironr, bankgironummer, bankgiro nr, bg nr, bg, betalas till bankgiro`,
    },
    plusgiro: {
      anywhere: `plusgiro, plusgironr, plusgironummer, plusgiro nr, pg nr, pg, postgiro`,
    },
    iban: { anywhere: `iban, iban nr, iban nummer` },
    ocr: {
      anywhere: `
        ocr, ocr nr, ocr nummer, ocr referens, ocr ref, ocr/referens, ocr/referensnummer,
        referensnummer (ocr), ocr/fakturanr, ocr/fakturanummer`,
    },
    paymentReference: {
      anywhere: `
        betalningsreferens, betalreferens, ange vid betalning, ange referens, referensnummer,
        referensnr, meddelande vid betalning`,
    },
    order: {
      anywhere: `
        ordernummer, order nr, ert ordernummer, ert order nr, er order, beställningsnummer,
        beställningsnr, inköpsorder, inköpsordernummer, inköpsorder nr, er beställning, ert
        beställningsnummer`,
    },
    buyerReference: {
      anywhere: `
        er referens, er ref, ert ref, kundreferens, referens kund, er märkning, ert märke, beställare`,
    },
    preceding: {
      anywhere: `
        krediterar faktura, krediterar faktura nr, krediterar fakturanummer, avser faktura, avser
        faktura nr, avser fakturanummer, kreditering av faktura, kreditering av faktura nr, krediterad
        faktura, ursprunglig faktura, ursprungligt fakturanr, ursprungligt fakturanummer, kredit av
        faktura, till faktura nr`,
    },
    other: {
      anywhere: `
        kundnummer, kund nr, leveransdatum, leveransdag, orderdatum, vår referens, vår ref,
        dröjsmålsränta, leveransvillkor, leveranssätt, godkänd för f skatt, innehar f skattsedel,
        telefon, tel, fax, e post, epost, hemsida, bic, swift, påminnelseavgift, styrelsens säte,
        sida, clearingnr, kontonr, momssats, projektnr, projekt`,
      atStart: `
        säte, beskrivning, benämning, antal, à pris, a pris, pris, artikel, art nr, enhet, rabatt,
        frakt, belopp, avdrag, rot avdrag, rut avdrag`,
    },
  },
  invoiceTitles: `
    faktura, samlingsfaktura, delfaktura, slutfaktura, räkning, fakturaspecifikation, självfaktura,
    kontantfaktura`,
  creditTitles: `kreditfaktura, kreditnota, kredit faktura, kreditering, ändringsfaktura`,
  notInvoiceTitles: [
    {
      code: 'reminder',
      what: 'a reminder',
      phrases: `
        påminnelse, betalningspåminnelse, påminnelsefaktura, betalningserinran, andra påminnelse,
        sista påminnelse`,
    },
    {
      code: 'debt_collection',
      what: 'a debt collection demand',
      phrases: `inkasso, inkassokrav, inkassovarning`,
    },
    {
      code: 'statement',
      what: 'a statement of account',
      phrases: `kontoutdrag, reskontrautdrag, saldobesked, kundreskontra`,
    },
    { code: 'interest_invoice', what: 'a claim for late interest', phrases: `räntefaktura, räntenota` },
    {
      code: 'order_confirmation',
      what: 'an order confirmation',
      phrases: `
        orderbekräftelse, ordererkännande, orderbekräftan, bokningsbekräftelse, beställning,
        inköpsorder`,
    },
    {
      code: 'delivery_note',
      what: 'a delivery note',
      phrases: `följesedel, leveranssedel, packsedel, fraktsedel`,
    },
    { code: 'quotation', what: 'a quotation', phrases: `offert, anbud, kostnadsförslag` },
    {
      code: 'pro_forma',
      what: 'a pro forma invoice',
      phrases: `proformafaktura, proforma faktura, pro forma faktura, proforma`,
    },
    {
      code: 'terms_and_conditions',
      what: 'terms and conditions',
      phrases: `allmänna villkor, leveransvillkor och, köpvillkor, avtalsvillkor`,
    },
  ],
  buyerHeadings: `
    kund, köpare, köparen, beställaren, mottagaren, faktureringsadress, fakturaadress, fakturamottagare, faktureras till, faktura till,
    mottagare, leveransadress, leveransmottagare, till, betalare`,
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
  impliedCurrency: 'SEK',
};
