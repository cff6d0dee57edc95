import type { Language } from './language.ts';

export const german: Language = {
  code: 'de',
  labels: {
    invoiceNumber: {
      anywhere: `
        rechnungsnummer, rechnungs nr, rechnung nr, rechnung #, rechnungsnr, rechnungs no, rechnung nummer, re nr, rg nr, belegnummer, beleg nr,
        gutschriftsnummer, gutschriftnummer, gutschrift nr, gutschrifts nr, stornorechnung nr, stornorechnungsnummer, handelsrechnung nr, handelsrechnung 380 nr,
        korrekturrechnung nr, schlussrechnung nr, teilrechnung nr, abschlagsrechnung nr, rechnungsbeleg nr, faktura nr, fakturanummer, rechnungskorrektur nr, fakturanr, rechn nr, rechnungs id, storno nr, rechn nummer, fakt nr, *rechnungsnummer, *rechnungsnr, honorarnote nr, honorarnotennummer, beitragsrechnung nr`,
      atStart: `rechnung, gutschrift, stornorechnung, rechnungskorrektur, schlussrechnung, teilrechnung, abschlagsrechnung, beleg, sammelrechnung, korrekturrechnung, handelsrechnung, handelsrechnung 380, rechnungs, nr, nummer, dokumentnummer, dokumentennummer, dokument nr, dokumentnr, quittungsnummer, abrechnungsnummer, abrechnungs nr, abrechnung nr, bescheidnummer, bescheid nr, buchungsbeleg nr, nota nr, liquidation nr`,
    },
    issueDate: {
      anywhere: `rechnungsdatum, rechnung datum, rechnungs datum, gutschriftsdatum, gutschriftdatum, belegdatum, ausstellungsdatum, ausgestellt am, rechnung vom, stornodatum, rechnungsdat, re datum, rg datum, fakturadatum, erstellt am, erstellt, rechn datum, rechn dat, fakt datum, fakturiert am, bescheiddatum, abrechnungsdatum, avisdatum, ausgestellt, ausgefertigt am, ausgefertigt, rechnungs /leistungsdatum, rechnungs /lieferdatum, rechnungsdatum/leistungsdatum, rechnungsdatum/lieferdatum, rechnungs und leistungsdatum, rechnungs und lieferdatum, rechnungsdatum und lieferdatum, rechnungsdatum und leistungsdatum`,
      atStart: `datum, dokumentdatum`,
    },
    dueDate: {
      anywhere: `
        fällig am, fällig, fälligkeit, fälligkeitsdatum, zahlbar bis, zahlbar bis zum, zahlungsziel, zu zahlen bis, zahlbar spätestens, fällig zum, fällig bis,
        zahlung bis, zahlungstermin, bitte zahlen sie bis, bitte überweisen sie bis, bitte überweisen sie bis zum, überweisung bis, fälligkeitstag, netto bis, zahlbar netto bis, zahlungsfrist, zahlbar ohne abzug bis, ohne abzug bis, zahlbar am, um überweisung bis, bitte überweisen sie den betrag bis, spätestens bis, spätestens am, spätestens zum, begleichen sie bis, zahlbar bis spätestens, fälligkeit am, zahlungseingang bis, zahlbar rein netto bis, zahltag, zahlungsdatum, zahldatum, letzter zahlungstag, letzter zahltag, zahlung fällig am, zahlung fällig, zahlungsfälligkeit, fälliger termin, zahlung spätestens, spätester zahlungstermin, zahlungseingang spätestens`,
    },
    terms: {
      anywhere: `zahlungsbedingungen, zahlungsbedingung, zahlungskonditionen, zahlungsziel, zahlbar innerhalb, zahlungsfrist, zahlbar innerhalb von, zahlung innerhalb, zahlungsbed`,
    },
    currency: { anywhere: `währung, rechnungswährung, belegwährung` },
    net: {
      anywhere: `
        rechnungssumme netto, nettobetrag, netto betrag, summe netto, nettosumme, netto summe, gesamt netto, gesamtbetrag netto, summe exkl mwst, summe ohne mwst, summe ohne ust, zwischensumme, zwischensumme netto, rechnungsbetrag netto, warenwert netto,
        gesamtsumme netto, netto gesamt, nettowert, rechnungssumme ohne ust, rechnungssumme ohne umsatzsteuer, betrag netto, betrag ohne mwst, steuerbasisbetrag, bemessungsgrundlage, steuerbasis, netto gesamtbetrag, nettogesamtbetrag, gesamt exkl mwst, gesamt ohne mwst,
        total netto, total exkl mwst, gesamt zzgl mwst, gesamtnetto, gesamtbetrag ohne ust, entgelt netto, basisbetrag, rechnungsnettobetrag, summe positionen netto, mwst basis, netto warenwert, betrag exkl mwst, netto total, summe zzgl mwst, nettorechnungsbetrag, gesamtsumme ohne mwst, gesamtsumme ohne ust, summe vor steuern, gesamt vor mwst, zwischensumme ohne mwst, nettopreis gesamt, rechnungsbetrag ohne mwst`,
      atStart: `vor mwst, vor steuern, ohne mwst, ohne ust, netto, warenwert, exkl mwst, positionssumme`,
    },
    vat: {
      anywhere: `
        mwst betrag, ust betrag, mehrwertsteuer, umsatzsteuer, gesetzliche mwst, gesetzliche ust, zzgl mwst, zzgl ust, zzgl gesetzl mwst, zzgl gesetzliche mwst, steuerbetrag, summe mwst, summe ust, gesamt mwst, umsatzsteuerbetrag, mehrwertsteuerbetrag, enthaltene mwst, enthaltene ust, steuer gesamt, mwst gesamt, ust gesamt,
        davon mwst, plus mwst, summe steuer, zzgl mehrwertsteuer, zzgl umsatzsteuer, zuzüglich mwst, zuzüglich ust, zuzüglich umsatzsteuer, zuzügl mwst, zuzügl ust, gesamtsteuerbetrag, total mwst, mwst total, summe umsatzsteuer, summe mehrwertsteuer, darin enthaltene mwst, darin enthaltene ust, gesetzl mwst, gesetzl ust`,
      atStart: `mwst, ust, steuer, umsatzst, mws, vat`,
    },
    rounding: { anywhere: `rundung, rundungsdifferenz, rundungsbetrag` },
    gross: {
      anywhere: `
        rechnungssumme brutto, gesamtbetrag, bruttobetrag, bruttosumme, brutto summe, gesamtsumme, summe brutto, gesamt brutto, rechnungsbetrag, rechnungssumme, endbetrag, endsumme, gesamtbetrag brutto, gesamtsumme brutto, summe inkl mwst, summe inkl ust, rechnungsgesamtbetrag, rechnungsendbetrag, betrag brutto, total inkl mwst, gesamt inkl mwst, gesamt inkl ust, rechnungsbetrag brutto, gesamtbetrag inkl mwst,
        betrag inkl mwst, gesamtpreis, bruttogesamtbetrag, gesamtrechnungsbetrag, gutschriftsbetrag, gutschriftbetrag, brutto gesamt, rechnungstotal, gesamtbetrag inkl ust, auszahlungsbetrag, rechnungsendsumme, gesamthonorar, endpreis, gesamt inklusive mwst, gesamtsumme inkl mwst, summe inklusive mwst, summe mit mwst, bruttorechnungsbetrag, gesamtpreis brutto, gesamtkosten, rechnungsbetrag inkl mwst`,
      atStart: `gesamt, summe, total, brutto, gesamt eur, gesamt €, summe eur, inkl mwst, betrag`,
    },
    payable: {
      anywhere: `wird erstattet, erstattung, zahlbetrag, offene forderung, gesamtforderung, zu zahlen, zu zahlender betrag, zahlungsbetrag, zu zahlen eur, offener betrag, restbetrag, noch zu zahlen, fälliger betrag, zu überweisen, überweisungsbetrag, zahlbarer betrag, verbleibender betrag, restzahlung, fälliger gesamtbetrag, zu begleichen, zahllast, noch offen, noch zu zahlender betrag, bitte überweisen sie, erstattungsbetrag, zu erstatten, zu ihren gunsten, guthaben, zahlungsbetrag eur, wird gutgeschrieben, gutgeschriebener betrag, zu bezahlen, zu zahlender gesamtbetrag, zu bezahlender betrag, zahlbar, zu zahlende summe, zu überweisender betrag, zu zahlen sind, endbetrag zu zahlen`,
    },
    prepaid: {
      anywhere: `erhaltene anzahlungen, anzahlung, anzahlungen, bereits gezahlt, bereits bezahlt, abzüglich anzahlung, geleistete zahlungen, vorauszahlung, abschlagszahlung, abschlagszahlungen, bisherige zahlungen, erhaltene zahlungen, abzgl anzahlung, abzüglich abschlagszahlung, gezahlt, geleistete anzahlung, erhaltene abschläge, abzüglich erhaltener zahlungen, abzgl vorauszahlung, bereits geleistete zahlungen`,
    },
    earlierBalance: {
      anywhere: `alter saldo, saldovortrag, rückstand, offene posten, vorheriger saldo, übertrag aus vorperiode`,
    },
    organisationNumber: {
      anywhere: `hrb, hra, handelsregister, handelsregisternummer, hrb nr, handelsregister nr, registernummer, registergericht, amtsgericht, firmenbuchnummer, firmenbuch nr, hr nr, handelsreg nr, uid, fn`,
    },
    vatId: {
      anywhere: `ust id nr, ust id, ustid nr, ustid, ust idnr, umsatzsteuer id, umsatzsteuer id nr, umsatzsteuer identifikationsnummer, umsatzsteuer ident nr, ust ident nr, uid nr, uid nummer, vat id, vat nr, vat no, mwst nr, mwst nummer, umsatzsteueridentifikationsnummer, ust nr, unsere ust id nr, vat id nr, ustidentnr, ust identnr, eu ust id, umsatzsteuernummer, vat reg no, umsatzsteueridentnr, umsatzsteuer idnr, ust identifikationsnummer, ust id no, mwst id, steuer id, steuer identnr`,
    },
    buyerOrganisationNumber: { anywhere: `ihre handelsregisternummer, ihre registernummer` },
    buyerVatId: {
      anywhere: `ihre ust id nr, ihre ust id, ihre ustid, ihre ust idnr, kunden ust id, ust id des kunden, ust id kunde, kunden ust id nr, ust id nr des kunden, ust id nr kunde, ust id nr des leistungsempfängers, ust idnr des kunden, ihre uid, ihre umsatzsteuer id, ust id käufer, ihre ustid nr, ihre vat nr, ihre uid nr, ust id empfänger, umsatzsteuer id kunde, kunde ust id, kunde ust id nr, ust id nr empfänger, ust idnr kunde, ust idnr leistungsempfänger, ust idnr des leistungsempfängers, ust id leistungsempfänger, ust id des leistungsempfängers, ust id auftraggeber, ust idnr auftraggeber, ihre umsatzsteuer identifikationsnummer, ihre umsatzsteuer id nr, ust idnr käufer, ust id nr käufer, ihre vat id, ihre vat id nr, kunden ustid, kunden ust idnr, ust id nr leistungsempfänger, ust idnr empfänger, ihre ustidnr`,
    },
    account: {
      anywhere: `kontonummer, kto nr, konto nr, bankverbindung, konto, kto, bankkonto, auf unser konto, unser konto, auf das konto, auf konto, auf unser bankkonto, unsere bankverbindung, auf unser konto nr`,
      atStart: `bank`,
    },
    bankCode: { anywhere: `bankleitzahl, blz` },
    buyerAccount: {
      anywhere: `ihr konto, von ihrem konto, wird von ihrem konto, mandatsreferenz, ihre iban, abgebucht, wir buchen, eingezogen, kunden iban, iban des kunden, zahlerkonto, zahler iban, wird von konto, lastschrift von, käufer iban, debitor iban`,
    },
    iban: { anywhere: `verkäufer iban` },
    ocr: { anywhere: `qr referenz, esr referenz, esr nr, rf referenz` },
    paymentReference: {
      anywhere: `verwendungszweck, zahlungsreferenz, referenznummer, bitte bei zahlung angeben, bei zahlung angeben, bei zahlung bitte angeben, zahlungszweck, überweisungszweck, kundenreferenz zahlung, betreff der zahlung, referenz bei zahlung, zahlungs referenz, bitte angeben, kassenzeichen, zahlungsverwendung, unter angabe von, unter angabe der nummer, geben sie bitte an, unter angabe`,
      atStart: `referenz, betreff`,
    },
    order: {
      anywhere: `bestellnummer, bestell nr, bestellung nr, bestellung, ihre bestellung, ihre bestellnummer, ihre bestell nr, bestellung nr kunde, auftragsnummer kunde, ihre bestellung nr, po nr, bestellreferenz, ihr auftrag, kundenbestellnummer, bestellnr, kunden bestellnr, ihr auftrag nr, kundenauftragsnummer, ihre auftragsnummer`,
    },
    buyerReference: {
      anywhere: `ihr zeichen, ihre referenz, ihre ref, referenz des käufers, käuferreferenz, leitweg id, ihre kundenreferenz, ihre nachricht, ihr ansprechpartner bei ihnen, kundenreferenz, besteller, kostenstelle, ihr ansprechpartner im haus, ihr bezug, ihre bestellreferenz, bestellt von, bestellt durch, ihre zeichen, kundenref, kunden referenz, referenz kunde, ihr besteller, zu händen, zhd, z hd`,
    },
    yourContact: {
      anywhere: `ihr kontakt, ihr ansprechpartner, ihre ansprechpartnerin, ihr ansprechpartner/in, ihre kontaktperson, ihr sachbearbeiter, ihre sachbearbeiterin, ihr betreuer, ihr kundenbetreuer`,
    },
    preceding: {
      anywhere: `ursprungsrechnungsnummer, ursprungsrechnungsnr, originalrechnungsnummer, originalrechnungsnr, bezugsrechnungsnummer, zu rechnung, zu rechnung nr, zur rechnung, zur rechnung nr, ursprungsrechnung, originalrechnung, storno zu rechnung, storno der rechnung, korrektur zu rechnung, bezug rechnung, vorangegangene rechnung, gutschrift zu rechnung, bezieht sich auf rechnung, stornierte rechnung, betrifft rechnung, korrigierte rechnung, ursprüngliche rechnung, zu rechnungsnummer, ursprüngliche rechnungsnummer, zur rechnungsnummer, original rechnung, korrektur der rechnung, gutschrift zur rechnung, gutschrift zu rechnung nr, bezugsrechnung, ursprungsrechnung nr, bezug zu rechnung, bezug auf rechnung, storno zu rechnung nr, referenzrechnung, nummer der gutgeschriebenen rechnung, gutgeschriebene rechnung, stornierte rechnungsnummer`,
    },
    sellerName: { anywhere: `rechnungssteller` },
    payee: {
      anywhere: `zahlungsempfänger, kontoinhaber, kontoname, verkäufer kontoname, empfänger der zahlung, zahlbar an, zahlung an`,
    },
    buyerName: { anywhere: `kundenname` },
    otherDate: {
      anywhere: `lieferdatum, leistungsdatum, liefer und leistungsdatum, liefer bzw leistungsdatum, bestelldatum, auftragsdatum, leistungszeitraum, lieferzeitraum, abrechnungszeitraum, zeitraum, druckdatum, versanddatum, lieferung vom, lieferscheindatum, leistungsmonat, bestellung vom, berechnungszeitraum, valuta, skonto bis, vertragsdatum, leistung vom, liefertermin, leistungszeitpunkt, lieferdat, eingangsdatum, stylesheet version, geliefert am, ausgeführt am, erbracht am, durchgeführt am, ausgeführt, geliefert, bestellt am, gedruckt am, versendet am, versandt am, leistung erbracht am, montage am, abgelesen am, ablesedatum, auftrag vom, ihre bestellung vom, ihr auftrag vom, anreise, abreise, anreisedatum, abreisedatum, anreisetag, abreisetag, ankunft, check in, check out`,
    },
    otherNumber: {
      anywhere: `kundennummer, kunden nr, kundennr, kd nr, kunde nr, auftragsnummer, auftrags nr, auftrag nr, lieferschein nr, lieferscheinnummer, lieferschein, projektnummer, projekt nr, projekt, vertragsnummer, vertrags nr, lieferantennummer, lieferanten nr, angebotsnummer, angebot nr, vorgangsnummer, vorgang, debitorennummer, debitor nr, mitgliedsnummer, zählernummer, steuernummer, steuer nr, st nr, globale nummer, versicherungsnummer, kunden id, objekt nr, baustelle, debitorennr, objektnummer, gläubiger id, gläubiger identifikationsnummer, vorgangsnr, artikelnummer, leistungsempfänger nr, aktenzeichen, lieferantennr, auftragsnr, unsere auftragsnummer, sachbearbeiter, kundenkonto, kundenkontonummer, kundenkonto nr, debitorenkonto, kontonummer kunde`,
    },
    other: {
      anywhere: `ihr kontakt bei uns, ihr kontakt in unserem haus, ihr kontakt in unserem hause, ihr ansprechpartner bei uns, ihr ansprechpartner in unserem haus, ihr ansprechpartner in unserem hause, ihre ansprechpartnerin bei uns, ihre ansprechpartnerin in unserem haus, ihre ansprechpartnerin in unserem hause, ihre kontaktperson bei uns, ihre kontaktperson in unserem haus, ihre kontaktperson in unserem hause, unser zeichen, unsere referenz, ansprechpartner, verzugszinsen, lieferbedingungen, versandart, telefon, tel, telefax, fax, mobil, e mail, mail, internet, website, web, bic, swift, seite, geschäftsführer, geschäftsführung, sitz, sitz der gesellschaft, skonto, mahngebühr, steuersatz, mwst satz, ust satz, anschrift, adresse, finanzamt, lieferadresse, gerichtsstand, zahlungsart, zahlungsweise, bearbeiter, gesamtbetrag der zuschläge, gesamtbetrag der abschläge, ust idnr des leistenden, betreff, vorstand, aufsichtsrat, kundendienst, inhaber`,
      atStart: `berechnung, berechnungen, beschreibung, menge, preis, einheit, rabatt, artikel, versand, name, nummer, abschlag, zuschlag`,
    },
  },
  sums: {
    total: `betrag, summe, gesamt, gesamtsumme, gesamtbetrag, rechnungsbetrag, rechnungssumme, zwischensumme, total, warenwert`,
    without: `exkl, excl, exklusive, ohne, zzgl, zuzüglich, vor`,
    with: `inkl, incl, inklusive, mit, einschl, einschließlich`,
    tax: `mwst, ust, mehrwertsteuer, umsatzsteuer, steuer, gesetzlicher mwst, ges mwst`,
    toPay: `zu zahlen, zu überweisen, zu bezahlen, zu begleichen, fällig`,
  },
  columns: {
    description: `beschreibung, bezeichnung, artikelbezeichnung, leistung, artikel, produkt, text, leistungsbeschreibung, artikelbeschreibung, position, gegenstand, ware, tätigkeit`,
    article: `art nr, artikelnummer, artikel nr, artikelnr, sachnr, artnr`,
    quantity: `menge, anzahl, stunden, stück, std, menge einheit, anz`,
    unit: `einheit, einh, me`,
    unitPrice: `einzelpreis, preis, e preis, ep, einzel, einzel/€, nettopreis, stückpreis, preis/einheit, einzelpreis eur, preis netto, ep eur, einheitspreis, e preis eur, einzelpreis netto, einzelpreis €, stundensatz, ep netto`,
    discount: `rabatt, rabatt %, rab`,
    vatRate: `mwst, ust, mwst %, ust %, steuersatz, steuer, mwst satz, ust satz, st satz, steuersatz %`,
    lineNet: `gesamt, gesamtpreis, betrag, summe, nettobetrag, gesamt/€, gp, entgelt, gesamtbetrag, gesamt eur, betrag eur, gesamtpreis eur, summe netto, netto, total, g preis, gesamt netto, betrag netto, gp eur, gesamtpreis netto, summe eur, gesamt €, betrag €, gp netto`,
    position: `pos, position, nr, lfd nr, pos nr`,
  },
  invoiceTitles: `rechnung, *rechnung, handelsrechnung, faktura, rechnungsbeleg, beitragsrechnung, honorarnote, honorarrechnung`,
  creditTitles: `gutschrift, stornorechnung, storno, rechnungskorrektur, korrekturrechnung, kreditnota, rechnungsgutschrift, rechnungsstorno, gutschriftsanzeige, kaufmännische gutschrift`,
  notInvoiceTitles: {
    reminder: `zahlungsmahnung, mahnung und zahlungsaufforderung, überfällige rechnung, mahnung, zahlungserinnerung, erste mahnung, zweite mahnung, letzte mahnung, 1 mahnung, 2 mahnung, 3 mahnung, mahnschreiben, *mahnung, erinnerung, zahlungsaufforderung`,
    debt_collection: `inkasso, inkassoschreiben, mahnbescheid, inkassoforderung`,
    interest_invoice: `zinsrechnung, verzugszinsrechnung`,
    statement: `rechnungsübersicht, kontenübersicht, kontoauszug, saldenbestätigung, offene posten liste, saldomitteilung, kontokorrent, offene posten, saldenmitteilung, op liste, forderungsaufstellung`,
    delivery_note: `versandschein, warenlieferschein, abholschein, lieferschein, packliste, packzettel, frachtbrief, warenbegleitschein, *lieferschein, lieferavis, versandanzeige`,
    order_confirmation: `terminbestätigung, bestätigung ihrer bestellung, bestätigung ihres auftrags, auftragsbestätigung, bestellbestätigung, buchungsbestätigung, *auftragsbestätigung, reservierungsbestätigung`,
    purchase_order: `bestellung, auftrag, einkaufsbestellung`,
    quotation: `preisauskunft, kostenschätzung, richtpreisangebot, angebot, kostenvoranschlag, offerte, preisangebot, *angebot`,
    pro_forma: `proformarechnung, proforma rechnung, pro forma rechnung`,
    receipt: `zahlungseingangsbestätigung, bestätigung des zahlungseingangs, empfangsbestätigung, quittung, kassenbon, kassenbeleg, zahlungsbestätigung, zahlungsbeleg, zahlungsquittung`,
    remittance_advice: `zahlungsübersicht, zahlungsavis, zahlungsmitteilung, avis`,
    terms_and_conditions: `allgemeine geschäftsbedingungen, agb, lieferbedingungen, nutzungsbedingungen, verkaufsbedingungen, allgemeine lieferbedingungen, vertragsbedingungen, allgemeine einkaufsbedingungen, allgemeine verkaufs und lieferbedingungen`,
    contract: `vertrag, mietvertrag, rahmenvertrag, dienstleistungsvertrag, servicevertrag`,
    notice: `preisliste, preisanpassung, rundschreiben, newsletter, protokoll, information, kundeninformation, lohnabrechnung, gehaltsabrechnung, jahresabschluss`,
  },
  buyerHeadings: `kunde, käufer, käufer/leistungsempfänger, leistungsempfänger, rechnungsempfänger, rechnungsadresse, rechnungsanschrift, lieferadresse, lieferanschrift, empfänger, rechnung an, warenempfänger, abweichender warenempfänger, auftraggeber, an, lieferung an, käuferin, versandadresse, leistungsort, besteller, kundenadresse, rechnung geht an, debitor`,
  sellerHeadings: `verkäufer, verkäuferin, rechnungsaussteller, lieferant, rechnungssteller, von, absender, leistungserbringer, auftragnehmer, zahlungsempfänger, leistender unternehmer, rechnungsersteller`,
  ofBuyer: `kunde, kunden, des kunden, der kundin, empfänger, des empfängers, rechnungsempfänger, des rechnungsempfängers, leistungsempfänger, des leistungsempfängers, auftraggeber, des auftraggebers, käufer, des käufers`,
  datedWords: `vom, von, v, per, datum`,
  dateLeads: `am, vom, zum, der, dem, den, spätestens, bis`,
  dayWords: `tage, tagen, tag, tg, kalendertage, kalendertagen, werktagen`,
  paying: `zahl, bezahl, auszugleich, anzuweis, einzuzahl, überweis, begleich, ausgleich, entricht, fällig`,
  byDay: `bis, zum, bis zum, bis spätestens, spätestens, spätestens bis, spätestens am, bis einschließlich, bis spätestens zum, bis spätestens am`,
  withinDays: `innerhalb, innerhalb von, binnen`,
  monthEnd: `monatsende, ende des monats, monatsletzten`,
  stating: `angabe, angeben, anzugeben, geben sie, gib, nennung, nennen, vermerk`,
  paidBefore: `eingegangen, erhalten, verbucht, berücksichtig, gebucht`,
  debitServices: '',
  directDebit: `lastschrift, wird von konto, sepa lastschrift, lastschriftverfahren, wird abgebucht, von ihrem konto abgebucht, bankeinzug, einzugsermächtigung, ziehen wir ein, wird eingezogen, buchen wir, per lastschrift, von ihrem konto ab, lastschrifteinzug`,
  paidAlready: `bereits bezahlt, betrag dankend erhalten, dankend erhalten, ist bereits bezahlt, bezahlt per, bezahlt mit, rechnung ist bezahlt, betrag erhalten, wurde bereits beglichen, bereits beglichen, keine zahlung erforderlich`,
  notPaidAlready: `bis, sobald, wenn, falls, sofern, vorherige, vorige, letzte`,
  exempt: `kleinunternehmer, kleinunternehmerin, kleinunternehmerregelung, § 19 ustg, § 19 abs, keine umsatzsteuer, ohne umsatzsteuer, umsatzsteuerfrei, umsatzsteuerbefreit, steuerfrei nach, steuerfrei gemäß, von der umsatzsteuer befreit, kein ausweis von umsatzsteuer, keine mehrwertsteuer, nicht mehrwertsteuerpflichtig, unecht steuerbefreit`,
  untaxed: `steuerfrei, steuerfreie umsätze, steuerfreie leistungen, steuerfreier betrag, steuerfreier umsatz, ust frei, mwst frei, mehrwertsteuerfrei, nicht steuerbar, von der mwst ausgenommen, durchlaufende posten`,
  reverseCharge: `steuerschuldnerschaft des leistungsempfängers, umkehr der steuerschuldnerschaft, steuerschuldner ist der leistungsempfänger, innergemeinschaftliche lieferung, übergang der steuerschuld`,
  selfBilling: `selbst ausgestellte rechnung, selbstabrechnung, gutschriftsverfahren, abrechnungsgutschrift, selbstfakturierung`,
  earlyPayment: `skonto, skonto bis, skontobetrag, skontofähig, skontosatz, skontofrist, skontodatum, skontoabzug, skontierbar, abzgl skonto, abzüglich skonto, skontozahlung, skontowert`,
  otherwise: `oder, bzw, sonst`,
  withoutDiscount: `ohne`,
  assigned: `abgetreten, abtretung an, schuldbefreiender wirkung, befreiender wirkung, schuldbefreiend, verkauft und abgetreten, verpfändet an, abgetreten an, mit befreiender wirkung, schuldbefreiende wirkung, nur gültig an, sind abgetreten, verkauft an, factoringvertrag, factoringvertrages, factoringvertrags`,
  sellerAfter: `im namen und für rechnung von, im namen und für rechnung der, im namen und für rechnung des, im namen und auf rechnung von, im namen und auf rechnung der, im namen und im auftrag von, im namen und im auftrag der, im namen von, im namen der, im auftrag von, im auftrag der, im auftrag des, für rechnung von, für rechnung der, auf rechnung von, auf rechnung der, als vertreter der, als vertreterin der, als agent der, als agentin der, als agent für, handelnd für, ist eine marke der, ist eine marke von, ist eine marke des, eine marke der, eine marke von, ist eine handelsmarke der, ist eine eingetragene marke der, ist ein geschäftsbereich der, ein geschäftsbereich der, ist ein angebot der, ist ein service der, wird betrieben von der, wird betrieben von, wird von der, betrieben von der, betrieben von, betrieben durch die, betrieben durch`,
  agentAfter: `vertreten durch, vertreten durch die, verwaltet durch, verwaltet durch die, verwaltet von`,
  amountsIn: `alle beträge in, beträge in, sämtliche beträge in, alle beträge sind in, alle beträge verstehen sich in, alle preise in, alle preise sind in, alle preise verstehen sich in`,
  currencyNames: {
    EUR: `euro`,
    CHF: `schweizer franken`,
    USD: `us dollar`,
    SEK: `schwedischen kronen`,
    GBP: `britischen pfund`,
  },
  months: {
    jan: 1,
    jän: 1,
    feb: 2,
    mär: 3,
    mar: 3,
    mrz: 3,
    apr: 4,
    mai: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    okt: 10,
    nov: 11,
    dez: 12,
  },
  dayFirst: true,
  impliedCurrency: 'EUR',
  country: 'DE',
};
