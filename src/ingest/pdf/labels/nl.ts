import type { Language } from './language.ts';

export const dutch: Language = {
  code: 'nl',
  labels: {
    invoiceNumber: {
      anywhere: `factuurnummer, factuur nr, factuurnr, factuur nummer, factuur no, creditnotanummer, creditnota nr, creditfactuurnummer, creditnummer, nota nummer, notanummer, creditfactuur nr, fact nr, rekeningnummer factuur, creditfactuurnr, creditnotanr, fact nummer, factuur n°, *factuurnummer, *factuurnr, nota nr, notanr, creditnr, credit nr`,
      atStart: `factuur, creditnota, creditfactuur, nota, nummer, documentnummer, documentnr, document nr, declaratienummer, declaratie nr, afrekening nr, afrekeningnummer, bescheidnummer, boekstuknummer, boekstuknr, volgnummer, volgnr`,
    },
    issueDate: {
      anywhere: `factuurdatum, factuur datum, datum factuur, creditnotadatum, datum creditnota, notadatum, uitgiftedatum, fact datum, creditdatum, creditfactuurdatum, factuur dd, gefactureerd, gefactureerd op, opgemaakt op, opgemaakt, opgesteld op, fact dat, afgegeven op, factuur /leverdatum, factuurdatum/leverdatum, factuur en leverdatum`,
      atStart: `datum, documentdatum`,
    },
    dueDate: {
      anywhere: `vervaldatum, vervaldag, te betalen voor, betalen voor, uiterste betaaldatum, betaaldatum, uiterlijk te betalen, te voldoen voor, betalen vóór, uiterste betaaldag, betaling uiterlijk, te betalen uiterlijk, betaal voor, te betalen vóór, vervalt op, uiterlijk betalen op, betaling voor, betaal uiterlijk, uiterlijke betaaldatum, betalingsdatum, uiterlijk, uiterlijk op, vóór uiterlijk, gelieve te betalen voor, te voldoen vóór, overmaken voor, voldaan uiterlijk, dagen uiterlijk, betaalbaar voor, betaalbaar vóór, betaalbaar uiterlijk, laatste betaaldag, laatste betaaldatum, laatste dag van betaling, uiterste datum, betaaldag, betalingsdag, te ontvangen voor, uiterste betalingsdatum, betaling vóór`,
    },
    terms: {
      anywhere: `betalingstermijn, betalingsvoorwaarden, betaaltermijn, betalingsconditie, betalingscondities, betaling binnen, te betalen binnen, betalingsvoorwaarde`,
    },
    currency: { anywhere: `valuta, munt, muntsoort` },
    net: {
      anywhere: `
        totaal excl btw, totaal exclusief btw, bedrag excl btw, bedrag exclusief btw, totaal ex btw, subtotaal, sub totaal, nettobedrag, netto bedrag, totaal netto, netto totaal, subtotaal excl btw, subtotaal exclusief btw, maatstaf van heffing, grondslag, btw grondslag, grondslag btw, belastbaar bedrag, btw grondslag totaal, totaalbedrag excl btw, totaalbedrag exclusief btw, totaal zonder btw, bedrag ex btw, factuurbedrag excl btw, maatstaf, over, totaal excl, totaal exc btw, som excl btw, totaal voor btw, bedrag voor btw, subtotaal ex btw, netto totaal excl btw`,
      atStart: `voor btw, zonder btw, netto, excl btw, exclusief btw, ex btw, grondslag`,
    },
    vat: {
      anywhere: `btw bedrag, bedrag btw, totaal btw, btw totaal, btw hoog, btw laag, btw eur, belasting toegevoegde waarde, omzetbelasting, waarvan btw, bedrag aan btw, btw over, totaalbedrag btw, plus btw`,
      atStart: `btw`,
    },
    rounding: { anywhere: `afronding, afrondingsverschil` },
    gross: {
      anywhere: `totaal incl btw, totaal inclusief btw, bedrag incl btw, bedrag inclusief btw, factuurbedrag, totaalbedrag, factuurtotaal, eindtotaal, totaal factuur, brutobedrag, totaalbedrag incl btw, totaalbedrag inclusief btw, bruto totaal, factuurbedrag incl btw, totaal factuurbedrag, eindbedrag, totaal bedrag, factuur totaal, totaal inc btw, totaal incl, totaalprijs incl btw, som incl btw, totaal met btw, totaal factuur incl btw`,
      atStart: `totaal, incl btw, bruto, inclusief btw, totaal eur`,
    },
    payable: {
      anywhere: `te crediteren bedrag, gecrediteerd bedrag, te betalen, te betalen bedrag, totaal te betalen, nog te betalen, te voldoen, te betalen eur, door u te betalen, openstaand bedrag, te ontvangen, terug te ontvangen, te crediteren, tegoed, uw tegoed, te voldoen bedrag, verschuldigd bedrag, totaal te voldoen, openstaand, te betalen totaal, nog te voldoen, saldo te betalen, creditbedrag, totaal gecrediteerd, in uw voordeel, gecrediteerd bedrag, terug te betalen, restbedrag, over te maken, over te maken bedrag, totaal verschuldigd, totaal te ontvangen, te betalen totaalbedrag, totaal over te maken`,
    },
    prepaid: {
      anywhere: `reeds betaald, betaald, aanbetaling, vooruitbetaald, voorschot, reeds voldaan, al betaald, reeds gefactureerd, vooruitbetaling, ontvangen voorschot, betaald bedrag`,
    },
    earlierBalance: { anywhere: `vorig saldo, openstaand saldo, achterstand, oude saldo, eerder openstaand` },
    organisationNumber: {
      anywhere: `kvk, kvk nr, kvk nummer, kvk no, kamer van koophandel, handelsregister, kvk amsterdam, kvk rotterdam, k v k, k v k nr, ondernemingsnummer, kbo nr, rpr, handelsregisternummer, inschrijvingsnummer, inschrijfnummer`,
    },
    vatId: {
      anywhere: `btw nummer, btw nr, btw id, btw identificatienummer, btw identificatienr, ob nummer, vat nr, vat no, btw no, vat number, ons btw nummer, btw idnr, btw id nr, ob nr, omzetbelastingnummer, btw id nummer`,
    },
    buyerOrganisationNumber: {
      anywhere: `uw kvk, uw kvk nummer, kvk klant, kvk nummer klant, uw ondernemingsnummer, kvk nr klant, klant kvk`,
    },
    buyerVatId: {
      anywhere: `uw btw nummer, uw btw nr, btw nummer klant, btw nr klant, uw btw id, btw nummer afnemer, uw btw identificatienummer, klant btw nummer, btw klant, btw id klant, uw vat nr, klant btw nr, btw nummer koper, uw btw, uw vat nummer, btw nummer opdrachtgever, btw nr afnemer, btw afnemer, btw nr koper, btw id afnemer, btw nr opdrachtgever, btw nummer ontvanger, klant btw, btw id koper, uw btw idnr`,
    },
    account: {
      anywhere: `rekeningnummer, rekening nr, bankrekening, bankrekeningnummer, bankrekening nr, rek nr, banknr, bankrelatie, op rekening, rekeningnr, ons rekeningnummer, op rekeningnummer, bankrek nr, op onze rekening, onze rekening, naar rekening, naar onze rekening, op bankrekening, onze bankrekening`,
      atStart: `bank, rekening`,
    },
    buyerAccount: {
      anywhere: `van uw rekening, uw rekeningnummer, uw rekening, afgeschreven van, uw iban, incasso van rekening, iban klant, wordt afgeschreven van, mandaatreferentie, machtigingskenmerk, wordt geïncasseerd van rekening`,
    },
    ocr: {
      anywhere: `betalingskenmerk, betaalkenmerk, gestructureerde mededeling, ogm, acceptgirokenmerk, kenmerk betaling, betalingskenmerk nr, betalings kenmerk`,
    },
    paymentReference: {
      anywhere: `onder vermelding van, betalingsreferentie, vermelden bij betaling, bij betaling vermelden, mededeling, betaalreferentie, o v v, omschrijving bij betaling, graag vermelden bij betaling, ovv, betalingsref, met vermelding van, gelieve te vermelden, vermeld, vermelding`,
      atStart: `referentie, kenmerk, mededeling`,
    },
    order: {
      anywhere: `bestelnummer, bestelnr, uw bestelnummer, ordernummer, order nr, ordernr, uw ordernummer, uw order, inkoopordernummer, inkooporder, inkoopnummer, uw inkoopnummer, po nummer, uw bestelling, opdrachtnummer klant, bestelbon, uw opdrachtnummer, bestelbonnummer, uw inkoopordernummer, uw ordernr, uw bestelnr`,
    },
    buyerReference: {
      anywhere: `uw referentie, uw ref, uw kenmerk, klantreferentie, referentie klant, ter attentie van, kostenplaats, besteller, referentie afnemer, t a v, tav, besteld door, uw referentienummer, referentie opdrachtgever, contactpersoon klant, uw ref nr, besteld namens`,
    },
    yourContact: {
      anywhere: `uw contactpersoon, uw contact, uw contact persoon, uw aanspreekpunt, uw accountmanager`,
    },
    preceding: {
      anywhere: `referentiefactuurnummer, betreft factuur, creditering van factuur, creditering factuur, oorspronkelijke factuur, inzake factuur, credit op factuur, op factuur, crediteert factuur, creditnota voor factuur, betreft factuurnummer, oorspronkelijk factuurnummer, oorspronkelijke factuurnummer, originele factuur, credit van factuur, gecrediteerde factuur, correctie op factuur, crediteert factuurnummer, betreft factuurnr, credit voor factuur, origineel factuurnummer, nummer van de gecrediteerde factuur, gecrediteerd factuurnummer`,
    },
    sellerName: { anywhere: `leverancier, verkoper` },
    payee: {
      anywhere: `ten name van, t n v, tnv, rekeninghouder, begunstigde, te betalen aan, betaling aan`,
    },
    buyerName: { anywhere: `klantnaam, naam klant` },
    otherDate: {
      anywhere: `leverdatum, leveringsdatum, orderdatum, besteldatum, periode, factuurperiode, printdatum, afleverdatum, datum levering, prestatiedatum, datum van levering, verzenddatum, uitvoeringsdatum, geleverd, geleverd op, uitgevoerd, uitgevoerd op, verzonden, verzonden op, besteld op, afgedrukt, afgedrukt op, geprint op, meterstand op, uw bestelling van, aankomst, vertrek, aankomstdatum, vertrekdatum, incheckdatum, uitcheckdatum, inchecken, uitchecken`,
    },
    otherNumber: {
      anywhere: `klantnummer, klantnr, klant nr, debiteurnummer, debiteurennummer, debiteur nr, debiteurnr, relatienummer, projectnummer, project, projectnr, contractnummer, contractnr, pakbonnummer, pakbon nr, leveranciersnummer, offertenummer, opdrachtnummer, klant id, werknummer, lidnummer, abonnementsnummer, dossiernummer, meternummer, onze order, ons ordernummer, pakbon, klantcode, werkbon, werkbonnummer, ons kenmerk, incassant id, klantrekening, klantaccount, accountnummer, accountnr`,
    },
    other: {
      anywhere: `uw contactpersoon bij ons, uw contact bij ons, uw aanspreekpunt bij ons, onze referentie, onze ref, contactpersoon, rente, leveringsvoorwaarden, telefoon, tel, fax, mobiel, e mail, mail, website, web, internet, bic, swift, pagina, blad, aanmaningskosten, btw tarief, btw percentage, adres, bezoekadres, afleveradres, betaalwijze, postadres, behandeld door, betalingswijze, postbus, kortingspercentage, kredietbeperking, btw verlegd`,
      atStart: `omschrijving, aantal, prijs, eenheid, korting, bedrag, artikel, verzending, stuks`,
    },
  },
  sums: {
    total: `bedrag, totaal, totaalbedrag, subtotaal, factuurbedrag, factuurtotaal, som, eindbedrag`,
    without: `excl, exclusief, ex, zonder, voor`,
    with: `incl, inclusief, inc, met`,
    tax: `btw, b t w, omzetbelasting, belasting`,
    toPay: `te betalen, te voldoen, verschuldigd, over te maken`,
  },
  columns: {
    description: `omschrijving, beschrijving, product, dienst, artikelomschrijving, artikel, specificatie, productomschrijving, werkzaamheden`,
    article: `artikelnr, artikelnummer, art nr, artikel nr, code, artikelcode`,
    quantity: `aantal, uren, stuks, hoeveelheid, qty`,
    unit: `eenheid, eenh`,
    unitPrice: `prijs, stukprijs, eenheidsprijs, prijs per stuk, prijs/stuk, tarief, prijs per eenheid, prijs excl, prijs excl btw, uurtarief, per stuk`,
    discount: `korting, korting %`,
    vatRate: `btw, btw %, btw tarief, btw perc, btw percentage`,
    lineNet: `bedrag, totaal, totaalprijs, bedrag excl btw, totaal excl btw, netto, regeltotaal, subtotaal, bedrag excl, bedrag eur, totaal excl, nettobedrag, bedrag ex btw`,
    position: `regel, pos, nr`,
  },
  invoiceTitles: `factuur, verzamelfactuur, eindfactuur, nota, *factuur, rekening, voorschotfactuur, termijnfactuur`,
  creditTitles: `creditnota, creditfactuur, credit nota, credit factuur, creditering`,
  notInvoiceTitles: {
    reminder: `vriendelijke herinnering, derde aanmaning, betalingsaanmaning, onbetaalde factuur, vervallen factuur, aanmaning, betalingsherinnering, herinnering, eerste aanmaning, tweede aanmaning, laatste aanmaning, herinneringsfactuur, sommatie, eerste herinnering, tweede herinnering, *herinnering, *aanmaning`,
    debt_collection: `incasso, incassokosten, ingebrekestelling, incassobrief, incasso aankondiging`,
    interest_invoice: `rentefactuur, rentenota`,
    statement: `openstaande saldi, klantenoverzicht, overzicht openstaande facturen, rekeningoverzicht, rekeningafschrift, saldo overzicht, openstaande posten, openstaande facturen, saldobevestiging, debiteurenoverzicht, overzicht openstaande posten`,
    delivery_note: `vrachtbon, verzendbon, leverbevestiging, pakbon, leverbon, vrachtbrief, afleverbon, paklijst, leveringsbon, bezorgbon`,
    order_confirmation: `bevestiging van opdracht, werkbevestiging, orderbevestiging, bestelbevestiging, opdrachtbevestiging, boekingsbevestiging, bevestiging van uw bestelling, reserveringsbevestiging`,
    purchase_order: `inkooporder, bestelbon, bestelling, inkoopopdracht`,
    quotation: `prijsaanbieding, kostenraming, prijsofferte, offerte, prijsopgave, begroting`,
    pro_forma: `proformafactuur, proforma factuur, pro forma factuur`,
    receipt: `betalingsbevestiging, bevestiging van betaling, bevestiging betaling, kwitantie, kassabon, betalingsbewijs, bon, betaalbewijs, ontvangstbewijs`,
    remittance_advice: `betaalopdracht, betalingsspecificatie, betaalspecificatie, betalingsadvies, betaaladvies`,
    terms_and_conditions: `algemene voorwaarden, leveringsvoorwaarden, verkoopvoorwaarden, gebruiksvoorwaarden, algemene leveringsvoorwaarden, algemene verkoopvoorwaarden, algemene inkoopvoorwaarden`,
    contract: `contract, overeenkomst, huurovereenkomst, raamovereenkomst, dienstverleningsovereenkomst`,
    notice: `prijslijst, prijswijziging, nieuwsbrief, mededeling aan klanten, loonstrook, jaarrekening, notulen`,
  },
  buyerHeadings: `klant, koper, factuuradres, afleveradres, aan, gefactureerd aan, afnemer, factuur aan, leveradres, verzendadres, bezorgadres, debiteur, klantgegevens, opdrachtgever`,
  sellerHeadings: `verkoper, leverancier, van, afzender, begunstigde, opdrachtnemer`,
  ofBuyer: `klant, van de klant, afnemer, van de afnemer, koper, van de koper, ontvanger, van de ontvanger, opdrachtgever, van de opdrachtgever`,
  datedWords: `van, d d, dd, dd., gedateerd`,
  dateLeads: `op, per, uiterlijk, voor, d`,
  dayWords: `dagen, dag, dgn`,
  paying: `betal, betaal, voldoen, overmaken, over te maken, overgemaakt, overgeboekt, overboek, vereffen`,
  byDay: `uiterlijk, uiterlijk op, voor, vóór, vóór of op, uiterlijk voor, voor of op`,
  withinDays: `binnen`,
  monthEnd: `einde maand, einde van de maand, eind van de maand`,
  stating: `vermeld, vermelding, vermelden, o.v.v, ovv`,
  paidBefore: `ontvangen, verwerkt, geboekt`,
  debitServices: '',
  directDebit: `automatische incasso, automatisch geïncasseerd, automatisch afgeschreven, wordt geïncasseerd, afgeschreven van uw rekening, sepa incasso, domiciliëring, via incasso, incasseren wij, van uw rekening afgeschreven`,
  paidAlready: `reeds voldaan, reeds betaald, is voldaan, betaald via, betaald met, factuur is betaald, al voldaan, is al betaald, is reeds betaald`,
  notPaidAlready: `tot, totdat, zodra, indien, als, vorige`,
  exempt: `vrijgesteld van btw, vrijgesteld van omzetbelasting, btw vrijgesteld, kleineondernemersregeling, kleine ondernemersregeling, kor regeling, kleine onderneming onderworpen aan de vrijstellingsregeling, geen btw verschuldigd, geen btw van toepassing, btw niet van toepassing`,
  untaxed: `vrijgesteld, vrijgestelde, btw vrij, vrijgesteld bedrag, nultarief, nul tarief, geen btw, onbelast, buiten btw`,
  reverseCharge: `btw verlegd, verlegd, verleggingsregeling, intracommunautaire levering, btw verlegd naar afnemer`,
  selfBilling: `self billing, factuur uitgereikt door afnemer, uitgereikt door afnemer`,
  earlyPayment: `betalingskorting, contantkorting, korting voor contante betaling, korting bij betaling, korting bij snelle betaling, kredietbeperkingstoeslag`,
  otherwise: `of, anders`,
  assigned: `gecedeerd, is overgedragen aan, is verpand, verpand aan, bevrijdend betalen, bevrijdende werking, uitsluitend bevrijdend, overgedragen aan, zijn overgedragen, is gecedeerd, bevrijdend worden betaald, bevrijdend betaald, bevrijdend te betalen, alleen geldig aan, uitsluitend worden betaald, bevrijdende betaling`,
  sellerAfter: `namens, uit naam van, in naam en voor rekening van, in naam van, voor rekening van, in opdracht van, als agent voor, als agent van, als vertegenwoordiger van, is een handelsnaam van, een handelsnaam van, handelsnaam van, is een merk van, is een merknaam van, een merk van, is een label van, is een onderdeel van, wordt geëxploiteerd door, geëxploiteerd door, wordt uitgebaat door`,
  agentAfter: `vertegenwoordigd door, beheerd door, wordt beheerd door`,
  amountsIn: `alle bedragen in, alle bedragen zijn in, alle bedragen luiden in, bedragen in, alle prijzen in, alle prijzen zijn in`,
  currencyNames: {
    EUR: `euro`,
    USD: `us dollar, amerikaanse dollar`,
    GBP: `britse ponden`,
  },
  months: {
    jan: 1,
    feb: 2,
    maa: 3,
    mrt: 3,
    apr: 4,
    mei: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    okt: 10,
    nov: 11,
    dec: 12,
  },
  dayFirst: true,
  impliedCurrency: 'EUR',
  country: 'NL',
};
