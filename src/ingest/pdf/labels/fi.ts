import type { Language } from './language.ts';

export const finnish: Language = {
  code: 'fi',
  labels: {
    invoiceNumber: {
      anywhere: `laskun numero, laskunumero, laskun nro, laskun nr, lasku nro, lasku nr, laskunro, lasku numero, hyvityslaskun numero, hyvityslasku nro, laskun no, hyvityslaskun nro, laskutunnus, laskun n:o, *laskunumero, *laskunro`,
      atStart: `lasku, hyvityslasku, numero,
        tositenumero, tosite nro, tositenro, asiakirjanumero, asiakirjan numero, asiakirja nro, dokumentin numero, dokumenttinumero, erittelyn numero, laskuerittelyn numero`,
    },
    issueDate: {
      anywhere: `laskun päiväys, laskupäivä, laskun pvm, laskun päivämäärä, laskupvm, laskutuspäivä, laskun pv, laskutuspvm, lasku päivämäärä, hyvityslaskun päiväys, hyvityslaskun pvm, laskun päivä, laskutettu, laadittu, laskun laatimispäivä, päiväys`,
      atStart: `päiväys, päivämäärä, pvm, pv, päivä`,
    },
    dueDate: {
      anywhere: `eräpäivä, eräpvm, eräpv, maksettava viimeistään, viimeinen maksupäivä, maksupäivä, erääntyy, eräpäivä viimeistään, laskun eräpäivä, viimeistään, eräp, eräpäivään mennessä, maksa viimeistään`,
    },
    terms: { anywhere: `maksuehto, maksuehdot, maksuaika, maksuehto netto` },
    currency: { anywhere: `valuutta, laskun valuutta` },
    net: {
      anywhere: `veroton yhteensä, yhteensä veroton, veroton hinta yhteensä, veroton summa, summa ilman alv, yhteensä ilman alv, alv 0 yhteensä, yhteensä alv 0, veroton hinta, netto yhteensä, nettosumma, verollinen osuus, veron peruste, alv peruste, välisumma, summa veroton, yhteensä alv 0 %, arvonlisäveroton yhteensä, veroton arvo, yhteensä netto, ilman arvonlisäveroa, veroton loppusumma, hinta yhteensä ilman alv, verottomana yhteensä, veroton määrä, verot pois lukien, yhteensä ilman veroa, veroton kokonaissumma, netto alv 0, arvo ilman alv`,
      atStart: `ilman alv, ilman arvonlisäveroa, veroton, netto, ilman alv, alv 0, alv 0 %, peruste`,
    },
    vat: {
      anywhere: `alv yhteensä, arvonlisävero, arvonlisävero yhteensä, vero yhteensä, alv osuus, alv määrä, alv summa, verojen osuus, arvonlisäveron määrä, arvonlisäveron osuus, alv euroa, alv eur, yhteensä alv, vero euroa, veron osuus, veron määrä, josta alv, arvonlisäveroa, alv €`,
      atStart: `alv, vero`,
    },
    rounding: { anywhere: `pyöristys, sentin pyöristys, pyöristysero, loppusumman pyöristys` },
    gross: {
      anywhere: `verollinen yhteensä, yhteensä verollinen, verollinen hinta yhteensä, verollinen summa, yhteensä sis alv, laskun summa, laskun loppusumma, loppusumma, laskun kokonaissumma, kokonaissumma, yhteensä eur, yhteensä euroa, sisältäen alv, verollisena yhteensä, hinta yhteensä sis alv, lasku yhteensä, brutto yhteensä, yhteensä alv sis, laskun summa yhteensä, verollinen määrä, yhteensä sisältäen alv, yhteensä sis arvonlisäveron, kokonaishinta, lasku yhteensä eur, summa yhteensä, yhteissumma, laskun arvo, kokonaismäärä, verollinen loppusumma`,
      atStart: `yhteensä, summa, verollinen, brutto`,
    },
    payable: {
      anywhere: `hyvitys yhteensä, maksettava, maksettavaa, maksettava yhteensä, yhteensä maksettava, maksettavaa yhteensä, maksettava summa, maksettava määrä, maksettavana, yhteensä maksettavaa, maksettava eur, maksettava euroa, hyvitetään, hyvitettävä, hyvitettävää, hyvityksen määrä, hyvitys yhteensä, laskulla maksettavaa, maksettava summa eur, palautetaan, maksettava €, maksu yhteensä, laskun maksettava summa, hyvitettävä yhteensä, maksettavaksi, maksettava loppusumma, maksettavaksi jää, laskutetaan, laskutettava summa`,
    },
    prepaid: {
      anywhere: `ennakkomaksu, maksettu, jo maksettu, suoritettu, ennakko, vähennetään ennakko, aiemmin laskutettu, maksettu osuus`,
    },
    earlierBalance: { anywhere: `aiempi saldo, edellinen saldo, avoimet laskut, aiemmin erääntynyt` },
    organisationNumber: {
      anywhere: `y tunnus, y tunn, ly tunnus, liike ja yhteisötunnus, yritystunnus, business id, fo nummer, y tunnus/alv nro, yhteisötunnus`,
    },
    vatId: {
      anywhere: `alv numero, alv nro, alv nr, alv tunnus, alv rek nro, vat no, vat id, vat nro, vat numero, vat tunnus, alv tunniste, alv no, arvonlisäverotunniste, alv rekisteri, alv rek, alv rekisterinumero, vat`,
    },
    buyerOrganisationNumber: {
      anywhere: `asiakkaan y tunnus, ostajan y tunnus, y tunnuksenne, teidän y tunnus, laskutettavan y tunnus, vastaanottajan y tunnus`,
    },
    buyerVatId: {
      anywhere: `asiakkaan alv numero, ostajan alv numero, ostajan alv tunnus, asiakkaan alv tunnus, asiakkaan alv nro, ostajan alv nro, asiakkaan vat, ostajan vat, teidän alv numero, ostajan vat numero, ostajan vat tunnus, asiakkaan vat numero, teidän vat, teidän alv tunnus, asiakkaan alv, ostajan alv, ostajan arvonlisäverotunniste, alv tunnisteenne, alv numeronne, vastaanottajan alv tunnus, vastaanottajan alv numero`,
    },
    account: {
      anywhere: `tilinumero, tilinro, pankkitili, saajan tilinumero, tili nro, tilinumero iban, saajan tili, pankkiyhteys, pankkiyhteystiedot, pankki, tilille, tilillemme, tilillemme nro, tilillä, pankkitilille, pankkitilillemme`,
    },
    iban: { anywhere: `saajan tilinumero iban, iban tilinumero` },
    buyerAccount: {
      anywhere: `maksajan tilinumero, tililtä nro, tililtä, maksajan tili, veloitetaan tililtä`,
    },
    ocr: {
      anywhere: `viitenumero, viitenro, viite nro, viite, maksun viite, viitenr, rf viite, kansainvälinen viite, viitenumero maksettaessa, maksuviite, käytä viitenumeroa, maksuviitenumero`,
    },
    paymentReference: {
      anywhere: `maksun viesti, viesti saajalle, ilmoita maksettaessa, viestikenttään, viesti, viestiksi, käytä maksaessasi viitettä, käytä viitettä`,
      atStart: `viite, viesti`,
    },
    order: {
      anywhere: `tilausnumero, tilausnro, tilaus nro, tilauksenne, tilaus numero, ostotilaus, ostotilausnumero, tilauksenne nro, tilausnr, tilauksen numero, ostotilausnro, tilausviite, asiakkaan tilausnumero, tilausnumeronne`,
    },
    buyerReference: {
      anywhere: `viitteenne, viitteemme teidän, asiakkaan viite, ostajan viite, tilaajan viite, tilaaja, teidän viite, viitteenne/tilaaja, asiakasviite, laskutusviite, yhteyshenkilönne, tilaajan nimi, asiakkaan yhteyshenkilö, ostajan yhteyshenkilö, tilannut, viitteenne nro`,
    },
    preceding: {
      anywhere: `alkuperäinen lasku, hyvitetään lasku, hyvityslasku laskulle, hyvitettävä lasku, koskee laskua, viittaus laskuun, hyvitettävän laskun numero, alkuperäisen laskun numero, laskun hyvitys, alkuperäinen laskunumero, hyvittää laskun, hyvitys laskuun, alkuperäinen lasku nro, hyvitettävä laskunumero, veloituslasku`,
    },
    sellerName: { anywhere: `myyjä, toimittaja, laskuttaja` },
    payee: { anywhere: `saaja, saajan nimi, maksun saaja` },
    buyerName: { anywhere: `maksaja, asiakkaan nimi, maksajan nimi, ostajan nimi` },
    otherDate: {
      anywhere: `toimituspäivä, toimituspvm, tilauspäivä, tilauspvm, laskutuskausi, laskutusjakso, ajanjakso, suorituspäivä, suorituspvm, tulostettu, työn suorituspäivä, tilauksen pvm, kausi, toimitusaika, toimitettu, lähetetty, tilattu, suoritettu, tulostuspäivä, tulostuspvm, toimituspäivämäärä, tilauspäivämäärä, työ tehty`,
    },
    otherNumber: {
      anywhere: `asiakasnumero, asiakasnro, asiakas nro, asiakasnr, asiakastunnus, projektinumero, projekti, projektinro, sopimusnumero, sopimusnro, lähetenumero, lähete nro, lähetteen numero, toimittajanumero, mittarin numero, käyttöpaikka, kustannuspaikka, ovt tunnus, verkkolaskuosoite, operaattori, operaattoritunnus, välittäjä, välittäjätunnus, työnumero, kohde, myyntitilaus, asiakasno, jäsennumero, asiakastili, asiakastilin numero`,
    },
    other: {
      anywhere: `viitteemme, viivästyskorko, toimitusehto, toimitustapa, puhelin, puh, fax, faksi, sähköposti, kotisivu, kotisivut, www sivut, bic, swift, huomautusmaksu, sivu, alv kanta, alv prosentti, osoite, huomautusaika, laskutuslisä, kotipaikka, toimitusosoite, postiosoite, käyntiosoite, gsm, yhteyshenkilö, maksumuistutus, myyjämme, yhteyshenkilömme, muistutuskulu`,
      atStart: `kuvaus, määrä, hinta, yksikkö, alennus, tuote, tuotenro, rahti, à hinta`,
    },
  },
  sums: {
    total: `summa, yhteensä, loppusumma, kokonaissumma, laskun summa, laskun loppusumma, välisumma, hinta yhteensä`,
    without: `ilman`,
    with: `sis, sisältäen, sisältää`,
    tax: `alv, alv:a, arvonlisävero, arvonlisäveroa, arvonlisäveron, vero, veroa, veron`,
    toPay: `maksettava, maksettavaa, maksettavana, maksettavaksi`,
  },
  columns: {
    description: `kuvaus, tuote, nimike, selite, tuotekuvaus, palvelu, selitys, nimitys, tuotenimi, tuote/palvelu, erittely`,
    article: `tuotenro, tuotenumero, tuotekoodi, koodi, tuote nro, nimikenro`,
    quantity: `määrä, kpl, lukumäärä, toimitettu määrä, tunnit, toim määrä, mmäärä`,
    unit: `yksikkö, yks`,
    unitPrice: `à hinta, a hinta, yksikköhinta, hinta, hinta/yks, á hinta, kpl hinta, yks hinta, veroton hinta, a hinta alv 0 %, à hinta alv 0 %, tuntihinta`,
    discount: `alennus, ale, ale %, alennus %, alen %`,
    vatRate: `alv, alv %, vero %, alv kanta, verokanta`,
    lineNet: `yhteensä, summa, rivisumma, veroton, veroton yhteensä, netto, verotta, yhteensä alv 0 %, yht, rivi yhteensä, verollinen, verollinen yhteensä, yhteensä veroton, rivin summa, veroton summa`,
    position: `rivi, nro, pos`,
  },
  invoiceTitles: `lasku, loppulasku, osalasku, *lasku, koontilasku, kokoomalasku, veloituslasku, ennakkolasku, itselaskutus`,
  creditTitles: `hyvityslasku, hyvitys, hyvityslasku/kreditnota`,
  notInvoiceTitles: {
    reminder: `erääntynyt lasku, maksamaton lasku, 1 maksumuistutus, 2 maksumuistutus, maksumuistutus, huomautus, maksuhuomautus, muistutus, muistutuslasku, karhukirje, karhu, maksukehotus, *muistutus, huomautuslasku`,
    debt_collection: `perintäkirje, maksuvaatimus, perintä, perintätoimeksianto, perintäilmoitus`,
    interest_invoice: `korkolasku, viivästyskorkolasku`,
    statement: `laskuyhteenveto, asiakasote, avoinna olevat laskut, saldoerittely, tiliote, saldovahvistus, asiakastiliote, avoimet laskut, reskontraote, saldoilmoitus, tilierittely`,
    delivery_note: `toimitusvahvistus, noutolista, lähete, lähetyslista, rahtikirja, pakkauslista, toimituslista, keräilylista, *lähete`,
    order_confirmation: `toimeksiannon vahvistus, tilausvahvistus, varausvahvistus, vahvistus tilauksesta, tilauksen vahvistus`,
    purchase_order: `ostotilaus, tilaus`,
    quotation: `hintatarjous, kustannuslaskelma, tarjous, hinta arvio, kustannusarvio`,
    pro_forma: `proformalasku, proforma lasku, pro forma lasku`,
    receipt: `maksutosite, maksuvahvistus, kuitti maksusta, kuitti, maksukuitti, kassakuitti, käteiskuitti`,
    remittance_advice: `maksuerittely, maksuilmoitus, suoritusilmoitus, maksuaviisi`,
    terms_and_conditions: `yleiset ehdot, toimitusehdot, sopimusehdot, yleiset sopimusehdot, myyntiehdot, yleiset toimitusehdot, käyttöehdot`,
    contract: `sopimus, vuokrasopimus, puitesopimus, palvelusopimus`,
    notice: `hinnasto, tiedote, hinnankorotus, uutiskirje, palkkalaskelma, tilinpäätös, pöytäkirja`,
  },
  buyerHeadings: `asiakas, ostaja, laskutusosoite, laskun saaja, laskutettava, toimitusosoite, maksaja, vastaanottaja, laskun vastaanottaja, tilaaja, toimituksen vastaanottaja, asiakkaan tiedot`,
  sellerHeadings: `myyjä, toimittaja, laskuttaja, saaja, lähettäjä`,
  datedWords: `päivätty, pvm`,
  dayWords: `päivää, pv, päivän, vrk, pvä, päivä`,
  paying: `maks, suorit`,
  byDay: `viimeistään, ennen`,
  paidBefore: `saapun, kirjattu, vastaanotet`,
  debitServices: 'suoraveloitus, suoramaksu',
  directDebit: `veloitetaan tililtänne, veloitetaan automaattisesti`,
  paidAlready: `maksettu kortilla, jo maksettu, lasku on maksettu, korttimaksu`,
  reverseCharge: `käännetty verovelvollisuus, käännetty arvonlisävero, ostaja verovelvollinen, avl 8 c, rakennuspalvelun käännetty verovelvollisuus`,
  selfBilling: `itselaskutus`,
  assigned: `on siirretty, siirretty rahoitusyhtiölle, on myyty, on pantattu, vapauttava vaikutus, maksettava ainoastaan, vapauttavasti, vapauttavalla vaikutuksella, vapauttavin vaikutuksin, pätevä vain, on siirretty rahoitusyhtiölle`,
  sellerAfter: ``,
  agentAfter: ``,
  months: {
    tam: 1,
    hel: 2,
    maa: 3,
    huh: 4,
    tou: 5,
    kes: 6,
    hei: 7,
    elo: 8,
    syy: 9,
    lok: 10,
    mar: 11,
    jou: 12,
  },
  dayFirst: true,
  impliedCurrency: 'EUR',
  country: 'FI',
};
