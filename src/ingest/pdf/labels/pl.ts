import type { Language } from './language.ts';

export const polish: Language = {
  code: 'pl',
  labels: {
    invoiceNumber: {
      anywhere: `faktura nr, faktura vat nr, nr faktury, numer faktury, faktura numer, faktura vat numer, nr faktury vat, numer faktury vat, faktura końcowa nr, faktura zaliczkowa nr, faktura korygująca nr, faktura vat korygująca nr, faktura korygująca vat nr, faktura korygująca numer, nr faktury korygującej, numer faktury korygującej, korekta nr, faktura sprzedaży nr, faktura zbiorcza nr, faktura marża nr`,
      atStart: `faktura, faktura vat, numer, nr, nr dokumentu, numer dokumentu, dokument nr`,
    },
    issueDate: {
      anywhere: `data wystawienia, data wystawienia faktury, wystawiono dnia, wystawiono, wystawiona dnia, data faktury, miejsce i data wystawienia, data i miejsce wystawienia, data wystawienia korekty, wystawiono w dniu, wystawiona w dniu`,
      atStart: `data, z dnia, dnia, data dokumentu`,
    },
    dueDate: {
      anywhere: `termin płatności, termin zapłaty, data płatności, płatne do, płatność do, płatne do dnia, płatność do dnia, do zapłaty do, do zapłaty do dnia, zapłata do, zapłata do dnia, prosimy o zapłatę do, prosimy o zapłatę do dnia, termin płatności do, zapłacić do, zapłacić do dnia, termin płatności upływa, data wymagalności`,
    },
    terms: {
      anywhere: `warunki płatności, forma i termin płatności, sposób i termin płatności, płatność w terminie, płatne w terminie`,
    },
    currency: { anywhere: `waluta, waluta faktury` },
    net: {
      anywhere: `razem netto, suma netto, wartość netto razem, wartość netto ogółem, kwota netto, łącznie netto, ogółem netto, netto razem, wartość netto, podstawa opodatkowania, razem wartość netto, suma wartości netto, łączna wartość netto`,
      atStart: `netto, bez vat`,
    },
    vat: {
      anywhere: `kwota vat, podatek vat, suma vat, razem vat, vat razem, wartość vat, podatek od towarów i usług, kwota podatku, kwota podatku vat, w tym vat, podatek razem, łącznie vat, suma podatku, wartość podatku vat`,
      atStart: `vat, podatek, ptu`,
    },
    rounding: { anywhere: `zaokrąglenie` },
    gross: {
      anywhere: `razem brutto, suma brutto, kwota brutto, wartość brutto, wartość brutto razem, wartość brutto ogółem, łącznie brutto, ogółem brutto, brutto razem, wartość faktury, kwota faktury, razem wartość brutto, łączna kwota, łączna wartość brutto, suma wartości brutto`,
      atStart: `razem, brutto, ogółem, suma, łącznie, z vat`,
    },
    payable: {
      anywhere: `do zapłaty, razem do zapłaty, do zapłaty razem, kwota do zapłaty, pozostało do zapłaty, pozostaje do zapłaty, suma do zapłaty, łącznie do zapłaty, należność, należność ogółem, należność razem, do zapłaty pln, do zapłaty eur, do zwrotu, kwota do zwrotu, razem do zwrotu, kwota należności ogółem, kwota należności, ogółem do zapłaty, pozostało do zapłacenia, do zapłacenia, należność do zapłaty, kwota zwrotu`,
    },
    prepaid: {
      anywhere: `zapłacono, wpłacono, zaliczka, otrzymana zaliczka, zapłacona zaliczka, kwota zapłacona, rozliczona zaliczka, zaliczki, opłacono, wpłacona zaliczka, już zapłacono`,
    },
    earlierBalance: {
      anywhere: `zaległość, zaległości, poprzednie saldo, saldo poprzednie, saldo z poprzedniego okresu, zaległość z poprzednich faktur`,
    },
    organisationNumber: { anywhere: `regon, krs, nr regon, numer regon, nr krs, numer krs` },
    vatId: {
      anywhere: `nip, nr nip, numer nip, nip ue, vat ue, nr vat ue, numer vat ue, nip sprzedawcy, nip/vat ue, nr vat, numer identyfikacji podatkowej`,
    },
    buyerOrganisationNumber: { anywhere: `regon nabywcy, krs nabywcy` },
    buyerVatId: {
      anywhere: `nip nabywcy, nip odbiorcy, nip klienta, nip kupującego, nip ue nabywcy, nip zamawiającego`,
    },
    account: {
      anywhere: `nr konta, numer konta, nr rachunku, numer rachunku, rachunek bankowy, konto bankowe, konto, rachunek, nr konta bankowego, numer konta bankowego, numer rachunku bankowego, nr rachunku bankowego, na konto, na rachunek, konto nr, rachunek nr, na rachunek bankowy, na nasze konto, konto pln, konto eur, nrb`,
      atStart: `bank`,
    },
    buyerAccount: { anywhere: `z państwa konta, z rachunku, konto nabywcy, rachunek nabywcy` },
    paymentReference: {
      anywhere: `tytuł przelewu, tytułem, tytuł płatności, w tytule przelewu, w tytule przelewu prosimy podać, w tytule prosimy podać, opis przelewu, numer referencyjny płatności, w tytule płatności`,
      atStart: `tytuł`,
    },
    order: {
      anywhere: `nr zamówienia, numer zamówienia, zamówienie nr, zamówienie, państwa zamówienie, nr zamówienia klienta, zamówienie klienta, numer zamówienia klienta, zamówienie numer, dotyczy zamówienia, do zamówienia nr`,
    },
    buyerReference: {
      anywhere: `osoba zamawiająca, zamówił, zamówiła, państwa referencje, referencje klienta, wasz znak, państwa znak, do rąk, osoba kontaktowa nabywcy, referencja nabywcy`,
    },
    preceding: {
      anywhere: `do faktury nr, do faktury, korekta do faktury, dotyczy faktury, dotyczy faktury nr, do faktury vat nr, faktura korygowana, nr faktury korygowanej, numer faktury korygowanej, korygowana faktura, faktura pierwotna, korekta faktury nr, dot faktury nr, dotyczy dokumentu, numer faktury pierwotnej, nr faktury pierwotnej, koryguje fakturę, koryguje fakturę nr, korekta do faktury nr`,
    },
    sellerName: { anywhere: `nazwa sprzedawcy` },
    payee: {
      anywhere: `odbiorca płatności, właściciel konta, właściciel rachunku, posiadacz rachunku, beneficjent`,
    },
    buyerName: { anywhere: `nazwa nabywcy, nazwa klienta` },
    otherDate: {
      anywhere: `data sprzedaży, data dostawy, data wykonania usługi, data zakończenia dostawy, data dostawy lub wykonania usługi, data dokonania dostawy, data zakończenia usługi, data zamówienia, okres rozliczeniowy, data wydruku, za okres, okres, data zapłaty, data otrzymania zaliczki, data wydania, data wysyłki, data odczytu, data umowy, data dostawy/wykonania usługi`,
    },
    otherNumber: {
      anywhere: `nr klienta, numer klienta, kod klienta, id klienta, nr umowy, numer umowy, umowa nr, nr wz, wz nr, nr projektu, numer projektu, projekt, nr kontrahenta, kod kontrahenta, pkwiu, nr bdo, numer bdo, bdo, nr ksef, numer ksef, nr licznika, nr zlecenia, numer zlecenia, zlecenie nr, nr oferty, oferta nr, konto klienta, nr konta klienta, nr abonenta, numer dostawcy, nr dostawcy`,
    },
    other: {
      anywhere: `sposób zapłaty, sposób płatności, forma płatności, metoda płatności, forma zapłaty, miejsce wystawienia, telefon, tel, fax, faks, e mail, strona, strona www, bic, swift, kod swift, adres, osoba kontaktowa, wystawił, wystawiła, fakturę wystawił, osoba upoważniona do wystawienia, osoba upoważniona do odbioru, odebrał, słownie, słownie złotych, uwagi, stawka vat, kapitał zakładowy, sąd rejonowy, mechanizm podzielonej płatności, odsetki, opiekun klienta, nasz znak, handlowiec, adres do korespondencji, warunki dostawy, środek transportu`,
      atStart: `nazwa, ilość, cena, rabat, wartość, w tym, stawka, jm, lp`,
    },
  },
  sums: {
    total: `razem, suma, kwota, wartość, łącznie, ogółem, łączna kwota`,
    without: `netto, bez vat, bez podatku`,
    with: `brutto, z vat, z podatkiem`,
    tax: ``,
    toPay: `do zapłaty`,
  },
  columns: {
    description: `nazwa towaru lub usługi, nazwa, nazwa towaru/usługi, opis, towar/usługa, nazwa usługi, nazwa towaru, wyszczególnienie, przedmiot, nazwa towaru, opis usługi`,
    article: `kod, indeks, kod towaru, symbol, nr artykułu, kod produktu`,
    quantity: `ilość, liczba`,
    unit: `jm, j m, jedn, jednostka, jedn miary, jednostka miary`,
    unitPrice: `cena netto, cena jedn, cena jednostkowa, cena, cena jedn netto, cena jednostkowa netto, cena netto pln, cena j netto`,
    discount: `rabat, rabat %`,
    vatRate: `vat, stawka vat, vat %, stawka, % vat`,
    lineNet: `wartość netto, netto, wartość, kwota netto, wartość netto pln`,
    position: `lp, l p, poz`,
  },
  invoiceTitles: `faktura, faktura vat, faktura końcowa, faktura zaliczkowa, faktura sprzedaży, faktura zbiorcza, faktura marża, rachunek, duplikat faktury, faktura vat marża`,
  creditTitles: `faktura korygująca, faktura vat korygująca, faktura korygująca vat, korekta faktury, faktura korekta, nota kredytowa, nota uznaniowa, korekta faktury vat`,
  notInvoiceTitles: {
    reminder: `wezwanie do zapłaty, przypomnienie o płatności, przypomnienie o zapłacie, przypomnienie o niezapłaconej fakturze, upomnienie, monit, przypomnienie, ponaglenie, ponaglenie do zapłaty, drugie wezwanie do zapłaty, ponowne wezwanie do zapłaty, ostateczne wezwanie do zapłaty, wezwanie do uregulowania należności, przypomnienie o terminie płatności`,
    debt_collection: `przedsądowe wezwanie do zapłaty, ostateczne przedsądowe wezwanie do zapłaty, windykacja, wezwanie przedsądowe`,
    interest_invoice: `nota odsetkowa`,
    statement: `wyciąg z konta, zestawienie należności, potwierdzenie salda, uzgodnienie sald, zestawienie faktur, stan rozrachunków, wykaz należności, zestawienie sald, zestawienie rozrachunków, saldo kontrahenta, zestawienie nieuregulowanych faktur`,
    delivery_note: `dokument wz, wydanie zewnętrzne, list przewozowy, dowód dostawy, specyfikacja wysyłkowa, dokument dostawy, lista pakowa, wz`,
    order_confirmation: `potwierdzenie zamówienia, potwierdzenie przyjęcia zamówienia, potwierdzenie rezerwacji, potwierdzenie zlecenia`,
    purchase_order: `zamówienie, zamówienie zakupu`,
    quotation: `oferta, oferta handlowa, oferta cenowa, wycena, kosztorys, kosztorys ofertowy`,
    pro_forma: `faktura pro forma, faktura proforma, faktura vat pro forma`,
    receipt: `potwierdzenie płatności, pokwitowanie, paragon, dowód wpłaty, potwierdzenie wpłaty, paragon fiskalny, potwierdzenie zapłaty, kasa przyjmie`,
    remittance_advice: `awizo płatności, potwierdzenie przelewu`,
    terms_and_conditions: `ogólne warunki sprzedaży, ogólne warunki, regulamin, ogólne warunki umów, ogólne warunki dostaw`,
    contract: `umowa, umowa najmu, umowa o świadczenie usług, umowa ramowa, umowa zlecenia`,
    notice: `cennik, lista płac, protokół, zawiadomienie, informacja o zmianie cen, pasek płacowy`,
  },
  buyerHeadings: `nabywca, odbiorca, kupujący, klient, zamawiający, płatnik, adres dostawy, adresat, dane nabywcy, faktura dla, usługobiorca, adres wysyłki, wystawiona dla, dłużnik`,
  sellerHeadings: `sprzedawca, wystawca, dostawca, usługodawca, sprzedający, dane sprzedawcy, wystawca faktury, wierzyciel`,
<<<<<<< HEAD
  ofBuyer: `nabywcy, nabywca, klienta, klient, odbiorcy, odbiorca, zamawiającego, kupującego`,
=======
  ofBuyer: `nabywcy, odbiorcy, klienta, kupującego, zamawiającego`,
>>>>>>> s9-tongues
  datedWords: `z dnia, z, dnia`,
  dateLeads: `dnia, do, do dnia, dn, w dniu`,
  dayWords: `dni, dzień, dnia`,
  paying: `zapłac, zapłat, płat, wpłac, wpłat, przel, uregul, uiśc`,
  byDay: `do, do dnia, najpóźniej do, najpóźniej do dnia, w terminie do, w terminie do dnia, nie później niż`,
  withinDays: `w ciągu, w terminie`,
  monthEnd: `koniec miesiąca, od końca miesiąca`,
  paidBefore: `otrzym, zaksięg, odnotow`,
  debitServices: '',
  directDebit: `polecenie zapłaty, zostanie pobrana z konta, zostanie pobrana z rachunku, pobrane z państwa rachunku`,
  paidAlready: `faktura opłacona, faktura zapłacona, zapłacono kartą, zapłacono gotówką, zapłacono przelewem, zapłacono w całości, opłacono kartą, zapłacono całość`,
  notPaidAlready: `do momentu, dopóki, jeżeli, jeśli, gdy, poprzednia`,
  reverseCharge: `odwrotne obciążenie, podatek rozlicza nabywca, wewnątrzwspólnotowa dostawa towarów`,
  selfBilling: `samofakturowanie`,
  earlyPayment: `skonto, rabat za wcześniejszą płatność, rabat za wcześniejszą zapłatę, przy płatności do`,
  otherwise: `lub, albo`,
  withoutDiscount: `bez`,
  assigned: `wierzytelność została przeniesiona, cesja wierzytelności, przelew wierzytelności, scedowana na, scedowane na, została scedowana na, cesja na rzecz, umowa faktoringu, zbyta na rzecz`,
  sellerAfter: `w imieniu i na rzecz, jest marką, jest znakiem towarowym`,
  agentAfter: `reprezentowana przez, reprezentowany przez`,
  months: {
    sty: 1,
    lut: 2,
    mar: 3,
    kwi: 4,
    maj: 5,
    cze: 6,
    lip: 7,
    sie: 8,
    wrz: 9,
    paź: 10,
    lis: 11,
    gru: 12,
  },
  dayFirst: true,
  impliedCurrency: 'PLN',
  country: 'PL',
};
