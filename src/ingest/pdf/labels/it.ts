import type { Language } from './language.ts';

export const italian: Language = {
  code: 'it',
  labels: {
    invoiceNumber: {
      anywhere: `fattura n, fattura nr, numero fattura, n fattura, nr fattura, num fattura, n° fattura, fattura numero, fattura n°, fattura num, numero della fattura, n della fattura, nota di credito n, nota di credito nr, numero nota di credito, n nota di credito, nota di credito numero, nota credito n, fatt n, parcella n, numero parcella, fattura di vendita n, fattura accompagnatoria n, fattura immediata n, fattura differita n, ricevuta n`,
      atStart: `fattura, numero, n°, nota di credito, documento n, numero documento, n documento, nr documento, n doc, parcella, num documento, documento numero`,
    },
    issueDate: {
      anywhere: `data fattura, data della fattura, data di emissione, data emissione, emessa il, emesso il, data nota di credito, data di fatturazione, data parcella, data della nota di credito`,
      atStart: `data, data documento, data doc, data del documento, in data`,
    },
    dueDate: {
      anywhere: `scadenza, data scadenza, scadenza pagamento, data di scadenza, da pagare entro, da pagare entro il, pagamento entro il, pagamento entro, scadenze, scade il, data scadenza pagamento, pagare entro il, entro il, termine di pagamento, scadenza il, scadenza fattura, data di pagamento, scadenze pagamento`,
    },
    terms: {
      anywhere: `condizioni di pagamento, termini di pagamento, condizioni pagamento, cond pagamento, termini pagamento, pagamento a, modalità e termini di pagamento`,
    },
    currency: { anywhere: `valuta, divisa` },
    net: {
      anywhere: `imponibile, totale imponibile, totale netto, imponibile iva, totale merce, totale merci, subtotale, importo netto, totale senza iva, totale imponibile iva, base imponibile, totale prestazioni, totale iva esclusa, totale netto merce, imponibile totale, totale al netto iva, importo imponibile, totale imponibili, sub totale, totale escluso iva`,
      atStart: `netto, iva esclusa, senza iva`,
    },
    vat: {
      anywhere: `totale iva, totale imposta, importo iva, iva totale, imposta sul valore aggiunto, totale imposte, di cui iva, ammontare iva, imposta iva, totale i v a, importo imposta`,
      atStart: `iva, i v a, imposta`,
    },
    rounding: { anywhere: `arrotondamento, arrotondamenti` },
    gross: {
      anywhere: `totale fattura, totale documento, totale ivato, totale con iva, importo totale, totale complessivo, totale iva inclusa, totale euro, totale generale, totale fattura eur, totale lordo, totale nota di credito, importo totale documento, totale della fattura, totale iva compresa, totale documento eur, importo fattura, totale parcella`,
      atStart: `totale, iva inclusa, totale eur, importo`,
    },
    payable: {
      anywhere: `netto a pagare, totale da pagare, da pagare, totale a pagare, importo da pagare, netto da pagare, totale dovuto, importo dovuto, saldo a pagare, da versare, importo a pagare, a vostro credito, totale da rimborsare, da rimborsare, importo da rimborsare, netto a pagare eur, totale netto a pagare, saldo dovuto, residuo da pagare, totale a vostro credito, da accreditare, importo a saldo, saldo`,
    },
    prepaid: {
      anywhere: `acconto, ritenuta d acconto, acconto versato, acconti, già pagato, anticipo, ritenuta, ritenuta acconto, importo pagato, acconto ricevuto, rit acconto, ritenuta d acconto 20, già versato, a dedurre acconto, anticipo ricevuto`,
    },
    earlierBalance: { anywhere: `saldo precedente, insoluti precedenti, importi insoluti, arretrati` },
    organisationNumber: {
      anywhere: `codice fiscale, cod fisc, cod fiscale, c fiscale, numero rea, n rea, registro imprese n, codice fiscale e registro imprese, codice fiscale e numero iscrizione`,
      atStart: `c f, cf, rea, r e a, registro imprese`,
    },
    vatId: {
      anywhere: `partita iva, p iva, part iva, piva, p i v a, p iva/c f, c f/p iva, codice fiscale e partita iva, cod fiscale e partita iva, p iva e codice fiscale, codice fiscale/partita iva, partita iva e codice fiscale, c f e p iva, p iva e c f, cod fisc e p iva, p iva/cod fisc, partita iva n, p iva n, partita iva/codice fiscale, n partita iva, numero partita iva, cod fisc/p iva, partita iva e c f, p iva cee`,
    },
    buyerOrganisationNumber: {
      anywhere: `codice fiscale cliente, cod fisc cliente, c f cliente, codice fiscale del cliente`,
    },
    buyerVatId: {
      anywhere: `partita iva cliente, p iva cliente, partita iva del cliente, vostra partita iva, vs partita iva, p iva committente, p iva cessionario`,
    },
    account: {
      anywhere: `conto corrente, c/c, numero di conto, coordinate bancarie, conto bancario, c/c bancario, c/c n, conto corrente n, appoggio bancario, banca d appoggio, sul conto, sul conto corrente, banca appoggio, nostro conto, nostra banca`,
      atStart: `banca, conto`,
    },
    buyerAccount: {
      anywhere: `addebito sul vostro conto, vostra banca, vs banca, banca cliente, iban cliente, addebito su iban, vostro conto`,
    },
    paymentReference: {
      anywhere: `causale, causale bonifico, causale di pagamento, causale pagamento, indicare nella causale, causale del bonifico, codice avviso, riferimento pagamento, riferimento per il pagamento, causale versamento`,
      atStart: `riferimento, rif`,
    },
    order: {
      anywhere: `numero ordine, n ordine, ordine n, vostro ordine, vs ordine, ordine, ordine cliente, rif ordine, ordine di acquisto, nr ordine, ordine nr, vs ordine n, riferimento ordine, ordine d acquisto, n° ordine, vostro ordine n, numero d ordine, n d ordine`,
    },
    buyerReference: {
      anywhere: `vostro riferimento, vs riferimento, vs rif, vostro rif, riferimento cliente, rif cliente, alla c a, alla cortese attenzione, all attenzione di, referente cliente, richiesto da, alla cortese attenzione di`,
    },
    preceding: {
      anywhere: `rif fattura, riferimento fattura, fattura di riferimento, fattura originale, storno fattura, a storno della fattura, storno della fattura, relativa alla fattura, rif fattura n, fattura rettificata, a rettifica della fattura, fattura collegata, riferimento fattura n, a storno fattura n, storno fattura n, a storno della fattura n, nota di credito su fattura, fattura stornata, su fattura n, relativa alla fattura n, numero fattura originale`,
    },
    sellerName: { anywhere: `ragione sociale cedente` },
    payee: {
      anywhere: `beneficiario, intestatario, intestato a, intestatario conto, a favore di, conto intestato a`,
    },
    buyerName: { anywhere: `nome cliente, nome del cliente` },
    otherDate: {
      anywhere: `data di consegna, data consegna, data ordine, data dell ordine, periodo, periodo di riferimento, data ddt, data trasporto, data di spedizione, data inizio trasporto, data prestazione, data ritiro, periodo di fatturazione, data di stampa, data d ordine, data bolla, data lettura`,
    },
    otherNumber: {
      anywhere: `codice cliente, cod cliente, n cliente, numero cliente, cliente n, ddt n, n ddt, ddt, d d t n, documento di trasporto n, numero contratto, contratto n, contratto, commessa, n commessa, preventivo n, n preventivo, cig, cup, codice destinatario, codice sdi, codice univoco, cod destinatario, sdi, pratica, polizza, n polizza, pod, pdr, matricola, codice fornitore, cantiere, bolla n, codice contratto, conto cliente, n contratto`,
    },
    other: {
      anywhere: `modalità di pagamento, modalità pagamento, metodo di pagamento, forma di pagamento, tipo pagamento, mezzo di pagamento, telefono, tel, cell, cellulare, fax, e mail, email, pec, sito, sito web, web, pagina, pag, bic, swift, indirizzo, sede legale, sede operativa, sede, capitale sociale, cap soc, aliquota iva, aliquota, note, vettore, trasporto a mezzo, porto, aspetto dei beni, peso, colli, agente, referente, nostro riferimento, ns rif, abi, cab, cin, spese trasporto, spese di trasporto, spese incasso, bollo, imposta di bollo, interessi di mora, resa, cap, domicilio fiscale, regime fiscale, cassa previdenza, contributo integrativo`,
      atStart: `descrizione, quantità, prezzo, articolo, unità, sconto, qta, qtà, um, codice, castelletto iva, spese`,
    },
  },
  sums: {
    total: `totale, importo, importo totale, totale fattura, totale documento, totale complessivo`,
    without: `senza, escluso, al netto di`,
    with: `con, compresa, inclusa`,
    tax: `iva, i v a`,
    toPay: `da pagare, a pagare, dovuto`,
  },
  columns: {
    description: `descrizione, articolo, prestazione, servizio, descrizione articolo, prodotto, descrizione dei beni, descrizione beni/servizi, descrizione beni e servizi, oggetto`,
    article: `codice, cod, cod art, codice articolo, cod articolo, art`,
    quantity: `quantità, qta, qtà, q tà, q, ore, quant`,
    unit: `um, u m, unità, unità di misura`,
    unitPrice: `prezzo unitario, prezzo, prezzo unit, p unitario, prezzo un, importo unitario, prezzo u, tariffa, costo unitario`,
    discount: `sconto, sc, sconto %, sc %`,
    vatRate: `iva, % iva, iva %, aliquota, aliquota iva, c iva, cod iva, aliq iva, al iva`,
    lineNet: `importo, totale, prezzo totale, importo netto, totale riga, imponibile, netto`,
    position: `riga, pos`,
  },
  invoiceTitles: `fattura, fattura immediata, fattura accompagnatoria, fattura differita, fattura di vendita, parcella, fattura di cortesia, fattura di acconto, fattura elettronica, copia di cortesia, fattura cortesia`,
  creditTitles: `nota di credito, nota credito, nota di accredito, nota di variazione in diminuzione`,
  notInvoiceTitles: {
    reminder: `sollecito di pagamento, sollecito, primo sollecito, secondo sollecito, ultimo sollecito, sollecito pagamento, fattura scaduta, fatture scadute, avviso di pagamento, avviso di mancato pagamento, promemoria di pagamento, terzo sollecito, fattura insoluta, fatture insolute, promemoria pagamento, primo sollecito di pagamento, secondo sollecito di pagamento`,
    debt_collection: `messa in mora, diffida ad adempiere, recupero crediti, intimazione di pagamento, costituzione in mora, diffida, ingiunzione di pagamento`,
    interest_invoice: `nota interessi, fattura interessi di mora, addebito interessi, nota di addebito interessi`,
    statement: `estratto conto, situazione contabile, partite aperte, elenco fatture, scadenzario, situazione clienti, conferma saldo, richiesta conferma saldo, elenco fatture aperte, estratto conto cliente`,
    delivery_note: `documento di trasporto, ddt, d d t, bolla di consegna, nota di consegna, distinta di imballaggio, lettera di vettura, bolla`,
    order_confirmation: `conferma d ordine, conferma ordine, conferma di ordine, conferma dell ordine, conferma di prenotazione, conferma prenotazione`,
    purchase_order: `ordine, ordine di acquisto, ordine d acquisto, ordine a fornitore`,
    quotation: `preventivo, offerta, offerta commerciale, quotazione, preventivo di spesa, proposta commerciale, preventivo n`,
    pro_forma: `fattura proforma, fattura pro forma, avviso di parcella, preavviso di fattura, preavviso di parcella`,
    receipt: `ricevuta, ricevuta di pagamento, quietanza, scontrino, ricevuta fiscale, conferma di pagamento, quietanza di pagamento`,
    remittance_advice: `avviso di bonifico, distinta di pagamento, ordine di bonifico, contabile di pagamento`,
    terms_and_conditions: `condizioni generali, condizioni generali di vendita, termini e condizioni, condizioni di vendita, condizioni generali di contratto`,
    contract: `contratto, contratto di locazione, contratto di fornitura, accordo quadro, contratto di servizi`,
    notice: `listino prezzi, busta paga, circolare, verbale, comunicazione, listino, cedolino`,
  },
  buyerHeadings: `cliente, spett le, spettabile, destinatario, intestazione, cessionario/committente, cessionario, committente, fatturare a, indirizzo di fatturazione, indirizzo di consegna, luogo di consegna, destinazione, acquirente, dati cliente, fatturato a, spedire a, dati del cliente, destinazione merce, intestatario fattura, debitore`,
  sellerHeadings: `fornitore, cedente/prestatore, cedente, prestatore, venditore, mittente, emittente, dati fornitore, creditore`,
<<<<<<< HEAD
  ofBuyer: `cliente, del cliente, destinatario, del destinatario, cessionario, del cessionario, committente, del committente, acquirente, dell'acquirente`,
=======
  ofBuyer: `cliente, del cliente, destinatario, del destinatario, acquirente, del committente, committente, cessionario, del cessionario`,
>>>>>>> s9-tongues
  datedWords: `del, in data, data`,
  dateLeads: `il, del, dal, al, entro il, entro, in data, dell, lì`,
  dayWords: `giorni, gg, giorno`,
  paying: `pag, bonific, vers, sald, rimess, accredit`,
  byDay: `entro il, entro e non oltre il, entro, il, non oltre il, entro la data del`,
  withinDays: `entro, a, entro e non oltre`,
  monthEnd: `fine mese, d.f.f.m, dffm`,
  paidBefore: `ricevut, registrat, incassat, pervenut`,
  debitServices: '',
  directDebit: `addebito diretto, rid, addebito sepa, addebito in conto, sarà addebitato sul vostro conto, sdd, addebito diretto sepa, ricevuta bancaria`,
  paidAlready: `fattura pagata, pagato con carta, già saldata, fattura saldata, pagata, pagato in contanti, fattura quietanzata, pagato tramite, già pagata`,
  notPaidAlready: `fino, finché, se, quando, qualora, precedente`,
  reverseCharge: `inversione contabile, reverse charge, operazione non imponibile, cessione intracomunitaria, iva a carico del committente, non imponibile art 41`,
  selfBilling: `autofattura, autofatturazione, emessa dal cessionario`,
  earlyPayment: `sconto per pagamento anticipato, sconto cassa, sconto pagamento anticipato, sconto incondizionato per pronta cassa`,
  otherwise: `oppure, altrimenti`,
  withoutDiscount: `senza`,
  assigned: `credito ceduto a, è stato ceduto, ceduto a, cessione del credito, ceduti a, contratto di factoring, pagamento liberatorio, effetto liberatorio, ceduta a, cessione di credito`,
  sellerAfter: `in nome e per conto di, per conto di, in nome di, è un marchio di, marchio di, è un marchio registrato di`,
  agentAfter: `rappresentata da, rappresentato da`,
  months: {
    gen: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    mag: 5,
    giu: 6,
    lug: 7,
    ago: 8,
    set: 9,
    ott: 10,
    nov: 11,
    dic: 12,
  },
  dayFirst: true,
  impliedCurrency: 'EUR',
  country: 'IT',
};
