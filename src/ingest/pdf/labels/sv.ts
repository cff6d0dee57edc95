import type { Language } from './language.ts';

export const swedish: Language = {
  code: 'sv',
  labels: {
    invoiceNumber: {
      anywhere: `
        fakturanummer, fakturanumret, faktura nr, faktura no, fakturans nummer, fakturanr/ocr, fakturanummer/ocr, fakturanummer/ocr nr, fakturanr/ocr nr, faktura/ocr nr, faktura/ocr nummer,
        kreditfakturanummer, kreditfaktura nr, kreditnota nr, kreditnotanummer, verifikationsnummer faktura,
        faktura id, fakturabeteckning, ocr/fakturanr, ocr/fakturanummer, självfaktura nr, samlingsfaktura nr, fakt nr, fakturans nr, fakt nummer, *fakturanummer, *fakturanr, avinummer, avi nr, hyresavi nr, räkningsnummer, räkning nr, räkningens nummer, kreditnummer, kreditnr, kredit nr`,
      atStart: `faktura, kreditfaktura, kreditnota, samlingsfaktura, slutfaktura, delfaktura, självfaktura, nr, nummer, specifikationsnummer, specifikationsnr, specifikation nr, dokumentnummer, dokument nr, verifikationsnummer, verifikationsnr, verifikat nr, verifikatnummer, nota nr, notanummer, notans nummer, bilagsnr, bilagsnummer, debiteringsnummer, debiteringsnr, debitering nr, avräkningsnr, avräkningsnummer`,
    },
    issueDate: {
      anywhere: `
        fakturadatum, faktura datum, fakturans datum, fakturadag, kreditfakturadatum, fakturadat, fakt datum,
        faktureringsdatum, utställd, utställd den, utfärdad, utfärdad den, fakturans utställningsdatum, utställningsdatum,
        kreditdatum, fakt dat, faktura dat, fakturerad, fakturerad den, fakturerat den, avidatum, avins datum, aviseringsdatum, räkningsdatum, räkningens datum, beskedsdatum, notadatum, debiteringsdatum, utfärdat, utställt, upprättad, upprättad den, upprättat, faktura /leveransdatum, fakturadatum/leveransdatum, fakturadatum och leveransdatum`,
      atStart: `datum, utskriftsdatum, dokumentdatum`,
    },
    dueDate: {
      anywhere: `
        förfallodatum, förfallodag, förfaller, förfaller till betalning, förf datum, förf dat, ff datum, förfalldatum, förfalldag, förfallodat, betalas senast,
        betalas senast den, att betala senast, betala senast, betala senast den, ska betalas senast,
        sista betalningsdag, sista betaldag, sista betalningsdatum, oss tillhanda, oss tillhanda senast,
        betalning oss tillhanda, betalning oss tillhanda senast, betalningsdatum, oss tillhanda den,
        vara oss tillhanda senast, förfallodatum oss tillhanda, inbetalning senast, betaldatum, betalningsdag, förfaller den, senast den, förfaller till betalning den, förfallodagen, betala före, betalas före, betalning senast, betalas oss senast, senast, sista betaldatum, sista dag för betalning, sista inbetalningsdag, tillhanda senast, betaldag, inbetalas senast`,
    },
    terms: {
      anywhere: `betalningsvillkor, betalningsvilkor, bet villkor, betvillkor, betalvillkor, kredittid, betalningstid`,
      atStart: `villkor`,
    },
    currency: { anywhere: `valuta, valutakod, fakturavaluta` },
    net: {
      anywhere: `
        summa exkl moms, summa exklusive moms, summa exkl mervärdesskatt, summa utan moms, totalt exkl moms,
        totalt exklusive moms, total exkl moms, total exklusive moms, belopp exkl moms, belopp före moms,
        summa före moms, totalt före moms, nettobelopp, netto belopp, summa netto, nettosumma, netto summa,
        fakturanetto, momsunderlag, momsunderlag totalt, underlag moms, momsgrundande belopp, beskattningsunderlag, delsumma,
        momspliktigt belopp, belopp utan moms, summa varor, summa rader, netto totalt, totalt netto,
        varav netto, pris exkl moms, att betala exkl moms, exkl moms totalt, momspliktigt, skattepliktigt belopp, summa ex moms, totalt ex moms, total ex moms, pris före moms, summa arbete och material, delbelopp, momsbas`,
      atStart: `före moms, utan moms, exkl mervärdesskatt, netto, exkl moms, exklusive moms, varuvärde, underlag, ex moms, summa ex moms, total ex moms, totalt ex moms`,
    },
    vat: {
      anywhere: `
        momsbelopp, summa moms, total moms, totalt moms, varav moms, mervärdesskatt, moms sek, moms kr, moms totalt,
        moms total, utgående moms, mervärdesskattebelopp, skattebelopp, momssumma`,
      atStart: `moms, mvs, moms belopp`,
    },
    rounding: {
      anywhere: `
        öresavrundning, öresutjämning, öreutjämning, öresavr, öresutj, avrundning, avrundn, öreavrundning, öresjustering, avrundningsdifferens`,
    },
    gross: {
      anywhere: `
        summa inkl moms, summa inklusive moms, totalt inkl moms, totalt inklusive moms, total inkl
        moms, total inklusive moms, belopp inkl moms, fakturabelopp, fakturasumma, fakturatotal, totalbelopp, totalsumma,
        slutsumma, fakturans totalbelopp, summa med moms, totalt med moms, bruttobelopp, belopp inklusive moms,
        totalt belopp, summa ink moms, totalt ink moms, total ink moms, slutbelopp, pris inkl moms, totalpris, fakturans summa, totalt inkluderat moms, summa att fakturera`,
      atStart: `totalt, total, summa, inkl moms, brutto, summa kronor, totalt sek, summa sek, summa totalt, sek totalt`,
    },
    payable: {
      anywhere: `krediteras, kreditera, kreditbelopp, förfallet belopp,
        att betala, summa att betala, totalt att betala, total att betala, belopp att betala,
        totalbelopp att betala, kvar att betala, återstår att betala, att betala sek, att betala kr, att betala totalt, er
        tillgodo, tillgodo, tillgodohavande, att återfå, att erhålla, summa tillgodo, att kreditera,
        summa kredit, att betala inkl moms, att betala kronor, slutligt att betala, totalt att betala sek, krediteras er,
        att betala nu, betala, belopp att kreditera, summa att erhålla, er till godo, till godo, tillgodo sek, att få tillbaka, att inbetala, betalas, att erlägga, slutsumma att betala, att betala oss`,
    },
    prepaid: {
      anywhere: `
        betalt, redan betalt, tidigare betalt, tidigare inbetalt, förskott, förskottsbetalt, förskottsbetalning, erhållet förskott, erlagt förskott,
        avgår förskott, a conto, avgår a conto, tidigare fakturerat, avgår tidigare fakturerat, avdrag förskott,
        inbetalt belopp, rot avdrag, rut avdrag, avdrag rot, avdrag rut, preliminär skattereduktion, skattereduktion,
        husarbete, betald del`,
    },
    earlierBalance: {
      anywhere: `tidigare saldo, ingående saldo, tidigare skuld, obetalt sedan tidigare, kvarstående skuld, tidigare obetalda fakturor`,
    },
    organisationNumber: {
      anywhere: `
        organisationsnummer, organisationsnr, org nr, org nummer, orgnummer, vårt org nr, företagets org nr, organisationsno,
        org no, säljarens org nr, vårt organisationsnummer, personnummer, org/pers nr, org nr/pers nr, leverantörens org nr, org nr/momsreg nr, org nr/moms nr, org nr/vat nr, org/momsreg nr`,
    },
    vatId: {
      anywhere: `
        momsregistreringsnummer, momsregistreringsnr, moms registreringsnummer, momsreg nr, moms reg
        nr, moms registreringsnr, momsregnummer, momsnummer, moms nr, vat nr, vat nummer, vat no, vat id, vat reg nr, vårt
        vat nr, vårt momsreg nr, vat number, momsreg, mervärdesskattenummer, vat reg no, moms/vat nr, momsreg nr/vat nr, vat nr/momsreg nr,
        skatteregistreringsnummer, säljarens vat nr, mva nr`,
      atStart: `vat`,
    },
    buyerOrganisationNumber: {
      anywhere: `
        ert org nr, ert organisationsnummer, er org nr, kundens org nr, kundens organisationsnummer,
        köparens org nr, kund org nr, köparens organisationsnummer, kundens orgnummer, beställarens org nr, mottagarens org nr`,
    },
    buyerVatId: {
      anywhere: `
        ert vat nr, er vat nr, ert momsreg nr, ert momsregistreringsnummer, ert momsnr, er vat, ert vat, ert vat no,
        kundens vat nr, kundens momsreg nr, köparens vat nr, köparens momsreg nr, kund vat nr, ert vat
        nummer, kundens momsregistreringsnummer, köparens momsregistreringsnummer, kundens vat, kundens vat nummer, kund momsreg nr,
        mottagarens vat nr, ert momsnummer, er momsreg nr, er momsregnr, er momsregistreringsnr, ert momsregnr, köparens momsnummer, köparens momsnr, kundens momsnr, kundens momsnummer, köparens vat, köparens vat nummer, mottagarens momsreg nr, mottagarens vat, vat nr kund, vat nr köpare, momsreg nr kund, momsreg nr köpare, kund vat, köpare vat, beställarens vat nr`,
    },
    bankgiro: {
      anywhere: `
        bankgiro, bankgironr, bankgironummer, bankgiro nr, bankgirot, bg nr, bg, betalas till bankgiro, bankgironumret,
        till bankgiro, till bankgironr, till bg, mottagarens bankgiro, vårt bankgiro, bankgirokonto, vårt bankgirokonto, vårt bankgironummer, vårt bankgironr, på bankgiro, på vårt bankgiro, till vårt bankgiro, vårt bg`,
    },
    plusgiro: {
      anywhere: `plusgiro, plusgironr, plusgironummer, plusgiro nr, plusgirot, pg nr, pg, postgiro, betalas till plusgiro, till plusgiro, postgironr, vårt plusgiro, plusgirokonto, vårt plusgirokonto, på plusgiro, på vårt plusgiro, till vårt plusgiro`,
    },
    account: {
      anywhere: `bankkonto, kontonr, kontonummer, konto nr, clearing och kontonr, clearingnr/kontonr, clearing/kontonr, clearingnummer och kontonummer, clearing och konto, clearing/konto, på konto, till konto, vårt konto, på vårt konto, till vårt konto, vårt bankkonto, till bankkonto, bankkonto nr, vårt kontonr, vårt kontonummer`,
    },
    bankCode: { anywhere: `clearingnr, clearingnummer, clearing nr`, atStart: `clearing` },
    buyerAccount: {
      anywhere: `ert konto, ert bankkonto, från konto, dras från konto, dras från kontot, betalarens konto, ert kontonummer, avsändarens konto, från bankgiro, från kontonr`,
    },
    ocr: {
      anywhere: `
        ocr, ocr nr, ocr nummer, ocr referens, ocr ref, ocr/referens, ocr/referensnummer, ocr referensnummer,
        referensnummer ocr, ocr/fakturanr, ocr/fakturanummer, fakturanr/ocr, fakturanummer/ocr, fakturanummer/ocr nr, fakturanr/ocr nr, faktura/ocr nr, faktura/ocr nummer, ocr kod, ange ocr, ange ocr nr,
        ange ocr nummer, ocr vid betalning, ocr betalningsreferens, betalningsreferens ocr, ocr/betalningsreferens, referens/ocr, ange ocr nummer vid betalning`,
    },
    paymentReference: {
      anywhere: `
        betalningsreferens, betalreferens, ange vid betalning, ange referens, referensnummer,
        referensnr, meddelande vid betalning, betalningsmeddelande, ange alltid, ange som referens, märk betalningen, betalningsid,
        ange vid inbetalning, referens vid betalning, inbetalningsreferens, ange referensnummer, ange, uppge, ange nummer, ange nr, uppge vid betalning`,
      atStart: `referens, ref, märk betalningen, märk betalning`,
    },
    order: {
      anywhere: `
        ordernummer, order nr, ert ordernummer, ert order nr, er order, beställningsnummer,
        beställningsnr, inköpsorder, inköpsordernummer, inköpsorder nr, er beställning, ert
        beställningsnummer, ert ordernr, er orderreferens, po nr, rekvisition, rekvisitionsnummer, rekvisitionsnr, best nr, ert best nr`,
    },
    buyerReference: {
      anywhere: `
        er referens, er ref, ert ref, kundreferens, referens kund, er märkning, ert märke, beställare,         ref kod, referenskod, köparens referens, kundens referens, beställarens referens, beställarens ombud, er beställare, beställt av, er kontakt hos er, ert referensnummer, er referenskod, kundens ref, kund ref, kundens kontakt, kundens kontaktperson, beställarreferens, köparens ref`,
      atStart: `märkning, attention, att`,
    },
    yourContact: {
      anywhere: `er kontakt, er kontaktperson, din kontakt, din kontaktperson, er handläggare`,
    },
    preceding: {
      anywhere: `ursprungsfakturanummer, ursprungsfakturanr, originalfakturanummer, originalfakturanr, debetfakturanummer, debetfakturanr, 
        krediterar faktura, krediterar faktura nr, krediterar fakturanummer, avser faktura, avser
        faktura nr, avser fakturanummer, kreditering av faktura, kreditering av faktura nr, krediterad
        faktura, krediterat fakturanr, ursprunglig faktura, ursprungligt fakturanr, ursprungligt fakturanummer, kredit av
        faktura, till faktura nr, krediterar, avser debetfaktura, ursprungsfaktura, kredit för faktura, kredit till faktura, gäller faktura, debetfaktura,
        kredit avser faktura, avser kreditering av faktura, avser kreditering av fakturanr, ursprunglig fakturanr, original faktura, krediterad faktura nr, krediterad fakturas nummer, nummer på krediterad faktura, krediterad fakturas datum`,
    },
    sellerName: { anywhere: `säljare, leverantör, säljarens namn, utställare, fakturautställare` },
    payee: {
      anywhere: `betalningsmottagare, mottagare av betalning, betala till, betalas till, betalning till, kontoinnehavare`,
    },
    buyerName: { anywhere: `kundnamn, köparens namn, betalningsavsändare, inbetalare, avsändare, betalare` },
    otherDate: {
      anywhere: `
        leveransdatum, leveransdag, lev datum, orderdatum, beställningsdatum, ert orderdatum, utskriftsdatum, utskriven, leveransdat,
        räkenskapsperiod, period, avser perioden, faktureringsperiod, tidsperiod, utförandedatum, arbetsdatum,
        tillhandahållandedatum, tjänstedatum, prestationsdatum, avtalsdatum, datum för leverans, påminnelsedatum, betalningsdatum föregående, avsänt, avsänd, levererad, levererat, leverans den, skickad, skickat, utfört, utfört den, plockat, plockdatum, tryckt, utskrivet, orderdag, beställd, beställt, ankomstdatum, avtal från, gäller från, avläst, avläsningsdatum, datum för utförande, ankomst, avresa, avresedatum, incheckning, utcheckning, utcheckningsdag`,
    },
    otherNumber: {
      anywhere: `
        kundnummer, kund nr, kundnr, kund no, kund id, ert kundnr, ert kundnummer, projektnr, projektnummer, projekt, avtalsnr, avtalsnummer, avtal, kontraktsnr,
        följesedel nr, följesedelsnr, följesedelsnummer, följesedel, leverantörsnr, leverantörsnummer, kostnadsställe, arbetsorder,
        ärendenr, ärendenummer, serienr, anläggnings id, mätarnr, abonnemangsnr, abonnemang, medlemsnr, medlemsnummer, vårt ordernr, vår order, vårt ordernummer, uppdragsnr,
        offertnr, fastighetsbeteckning, objektnr, telefonnr, autogironr, kontraktsnummer, vårt kundnr, uppdrag nr, kundkonto, kundkontonr, kundkontonummer, kundkonto nr, kontonr kund, kundens kontonr`,
    },
    other: {
      anywhere: `
        er kontakt hos oss, er kontaktperson hos oss, din kontakt hos oss, din kontaktperson hos oss, vår referens, vår ref, handläggare, kontaktperson, säljare ref,
        dröjsmålsränta, leveransvillkor, leveranssätt, godkänd för f skatt, innehar f skattsedel, innehar f skatt, innehar f skattebevis, f skatt,
        telefon, tel, tfn, fax, e post, epost, hemsida, webbplats, bic, swift, påminnelseavgift, styrelsens säte,
        sida, sid, clearingnr, clearing, momssats, bankkontonr, adress, postadress, besöksadress, faktureringsavgift, fakturaavgift, godsmärke, webb, internet, mobil,
        mobiltelefon, växel, kundtjänst, swish, swish nr, swishnummer, växelkurs, valutakurs, momskurs`,
      atStart: `
        säte, beskrivning, benämning, antal, à pris, a pris, pris, artikel, art nr, enhet, rabatt,
        frakt, belopp, avdrag, bank, kontakt, specifikation, text`,
    },
  },
  sums: {
    total: `belopp, summa, total, totalt, totalbelopp, totalsumma, slutsumma, fakturabelopp, fakturasumma, delsumma, varuvärde`,
    without: `exkl, exklusive, exl, ex, utan, före`,
    with: `inkl, inklusive, ink, med`,
    tax: `moms, mervärdesskatt, skatt, vat`,
    toPay: `att betala, att erlägga, att inbetala`,
  },
  columns: {
    description: `beskrivning, benämning, specifikation, text, vara/tjänst, vara, produkt, tjänst, artikelbenämning, avser, varubeskrivning, beteckning`,
    article: `art nr, artikelnr, artikelnummer, artikel, artnr, artikel nr, varunr`,
    quantity: `antal, kvantitet, lev antal, mängd, ant, timmar, antal/enhet, lev ant`,
    unit: `enhet, enh`,
    unitPrice: `à pris, a pris, pris, styckpris, pris/enhet, enhetspris, pris/st, st pris, à pris exkl moms, a pris sek, pris exkl moms, timpris`,
    discount: `rabatt, rab, rabatt %, rab %`,
    vatRate: `moms, moms %, momssats, moms sats`,
    lineNet: `belopp, summa, radsumma, totalt, total, nettobelopp, netto, belopp exkl moms, summa exkl moms, belopp sek, summa sek, belopp kr, radbelopp, pris totalt`,
    position: `pos, rad, nr, radnr`,
  },
  invoiceTitles: `
    faktura, samlingsfaktura, delfaktura, slutfaktura, räkning, fakturaspecifikation, självfaktura,
    kontantfaktura, faktura/kvitto, månadsfaktura, hyresavi, *faktura, *räkning, avi, elfaktura`,
  creditTitles: `kreditfaktura, kreditnota, kredit faktura, kreditering, ändringsfaktura, kredit`,
  notInvoiceTitles: {
    reminder: `betalningsuppmaning, kravmeddelande, förfallen faktura, förfallna fakturor, 
      påminnelse, betalningspåminnelse, påminnelsefaktura, betalningserinran, andra påminnelse, påminnelse om betalning,
      sista påminnelse, påminnelse faktura, faktura påminnelse, fakturapåminnelse, *påminnelse, obetald faktura, påminnelseavi`,
    debt_collection: `inkassomeddelande, inkasso, inkassokrav, inkassovarning, kravbrev, betalningskrav, inkassoärende`,
    interest_invoice: `räntefaktura, räntenota`,
    statement: `saldoutdrag, saldomeddelande, fakturaöversikt, öppna poster, sammanställning av fakturor, saldoförfrågan, kontoutdrag, reskontrautdrag, saldobesked, kundreskontra, kundreskontrautdrag, reskontra, saldobekräftelse, kontobesked, kontoöversikt`,
    delivery_note: `leveransbesked, leveransavisering, fraktavisering, godsmottagning, följesedel, leveranssedel, packsedel, fraktsedel, plocklista, *följesedel`,
    order_confirmation: `uppdragsbekräftelse, avropsbekräftelse, orderbekräftelse, ordererkännande, orderbekräftan, bokningsbekräftelse, bekräftelse av order, beställningsbekräftelse, order bekräftelse`,
    purchase_order: `beställning, inköpsorder`,
    quotation: `prisuppgift, prisoffert, kostnadsberäkning, offert, anbud, kostnadsförslag, prisförslag`,
    pro_forma: `pro forma faktura, proformafaktura, proforma faktura, pro forma, proforma`,
    receipt: `betalningsbekräftelse, bekräftelse på betalning, kvittering, kvitto, kassakvitto, betalningskvitto, kvittens`,
    remittance_advice: `betalningsspecifikation, remissa, betalningsavisering, utbetalningsbesked, betalningsavi, utbetalningsavi`,
    terms_and_conditions: `allmänna villkor, allmänna bestämmelser, köpvillkor, avtalsvillkor, försäljningsvillkor, allmänna leveransvillkor, allmänna försäljningsvillkor, användarvillkor`,
    contract: `avtal, hyresavtal, hyreskontrakt, tjänsteavtal, uppdragsavtal, ramavtal, serviceavtal`,
    notice: `prisjustering, prislista, information till kund, nyhetsbrev, meddelande, viktig information, protokoll, årsredovisning, lönespecifikation, kallelse`,
  },
  buyerHeadings: `
    kund, köpare, köparen, beställaren, mottagaren, faktureringsadress, fakturaadress, fakturamottagare, faktureras till, faktura till,
    mottagare, leveransadress, leveransmottagare, godsmottagare, varumottagare, till, betalare, kunduppgifter, levereras till, köparuppgifter, inbetalare, avsändare, beställare, kundadress`,
  sellerHeadings: `säljare, leverantör, från, betalningsmottagare, utställare, fakturautställare, säljaren`,
  ofBuyer: `kundens, kund, köparens, köpare, mottagarens, mottagare, beställarens, beställare`,
  datedWords: `den, av den, daterad, från den`,
  dateLeads: `den, senast, till, d`,
  dayWords: `dagar, dagars, dgr, dag, d`,
  paying: `betal, inbetal, erläg, oss tillhanda, likvid, regler`,
  byDay: `senast, före, innan, allra senast, inom`,
  withinDays: `inom`,
  monthEnd: `löpande månad, leveransmånad, fri månad, månadens slut, månadsskiftet`,
  stating: `ange, anges, angiv, angivande, uppge, uppges, märk, märks`,
  paidBefore: `mottag, inkomm, registrer, bokförd, erhåll`,
  debitServices: 'autogiro',
  directDebit: `dras via autogiro, betalas via autogiro, dras från ditt konto, dras från ert konto, beloppet dras`,
  paidAlready: `betald, redan betald, betalas ej, betalt med kort, kortbetalning, betald med kort, fakturan är betald, slutbetald, är redan betald`,
  notPaidAlready: `till dess, tills, förrän, innan, om, när, föregående, förra`,
  exempt: `momsfri, momsfritt, momsbefriad, momsbefriade, undantagen från moms, undantaget från moms, undantagen från skatteplikt, ej momspliktig, inte momsregistrerad, ej momsregistrerad, utan moms enligt`,
  untaxed: `momsfritt belopp, momsfri försäljning, ej momspliktigt, ej momspliktigt belopp, ej momsbelagt, ej moms, skattefritt, undantaget moms`,
  reverseCharge: `omvänd betalningsskyldighet, omvänd skattskyldighet, omvänd moms, omvänd byggmoms, köparen är skattskyldig, moms redovisas av köparen`,
  selfBilling: `självfakturering, självfaktura`,
  earlyPayment: `kassarabatt, kontantrabatt, skonto, betalningsrabatt, rabatt vid betalning, rabatt vid snabb betalning, rabatt vid tidig betalning`,
  otherwise: `eller, annars`,
  withoutDiscount: `utan`,
  assigned: `överlåten till, överlåtits, är överlåten, är överlåtna, har överlåtit, överlåtes till, överlåts till, är såld till, är belånad, är pantsatt, pantförskriven, pantsatts, befriande verkan, kan endast ske till, får endast ske till, ska endast ske till, sker endast till, kan endast betalas till, får endast betalas till, ska endast betalas till, kan endast göras till, får endast göras till, endast giltig till, endast giltig om, giltigt ske endast till, skall endast ske till, överlåten åt, är överlåtna till, har sålts till, är pantsatta`,
  sellerAfter: `på uppdrag av, i uppdrag av, på uppdrag från, för räkning av, för och på uppdrag av, som ombud för, i egenskap av ombud för, ombud för, som agent för, agent för, i kommission för, är ett varumärke som drivs av, är ett varumärke som ägs av, är ett varumärke som tillhör, är ett varumärke för, är ett varumärke från, är ett varumärke av, är varumärken som drivs av, ett varumärke från, varumärke som drivs av, drivs av, är en bifirma till, är bifirma till, bifirma till, är ett särskilt företagsnamn för`,
  agentAfter: `företrädd av, företräds av, förvaltas av, administreras av, faktureras genom, faktureras av, genom ombud, genom sitt ombud`,
  amountsIn: `alla belopp i, alla belopp är i, alla belopp anges i, samtliga belopp i, samtliga belopp är i, samtliga belopp anges i, alla priser i, alla priser är i`,
  currencyNames: {
    SEK: `svenska kronor, kronor`,
    EUR: `euro`,
    USD: `amerikanska dollar, us dollar`,
    NOK: `norska kronor`,
    DKK: `danska kronor`,
  },
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
  shortYearFirst: true,
  impliedCurrency: 'SEK',
  country: 'SE',
};
