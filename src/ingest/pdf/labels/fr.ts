import type { Language } from './language.ts';

export const french: Language = {
  code: 'fr',
  labels: {
    invoiceNumber: {
      anywhere: `n° de facture, no de facture, numéro de facture, facture n°, facture no, facture numéro, n° facture, num facture, numéro facture, référence facture, n° d avoir, numéro d avoir, avoir n°, n° avoir, no d avoir, no facture, numéro de l avoir, avoir no, numéro de la facture, avoir numéro, facture d avoir n°, n facture, nº de facture, n de facture, fact n°, facture num, n° fact, note d honoraires n°, `,
      atStart: `facture, avoir, n°, numéro, n° de document, document n°, numéro de document, n° document, n° de pièce, pièce n°, numéro de pièce, n° pièce, n° de note, note n°, numéro de note, n° de relevé, relevé n°`,
    },
    issueDate: {
      anywhere: `date de facture, date de la facture, date facture, date de facturation, date d émission, émise le, émis le, date d avoir, date de l avoir, facture du, facturé le, établie le, date d établissement, fait le, date avoir, établi le, date émission, facturée le, dressée le, date fact, émission, date de l avis, date d avis`,
      atStart: `date, date du document`,
    },
    dueDate: {
      anywhere: `date d échéance, échéance, date échéance, à payer avant le, à payer avant, date limite de paiement, payable avant le, payable le, à régler avant le, date limite de règlement, date de paiement, à régler le, échéance le, à payer au plus tard le, date de règlement, échéance de paiement, à régler au plus tard le, payable au plus tard le, échéance au, date limite, règlement avant le, payable jusqu au, à payer le, au plus tard le, échéant le, paiement pour le, à payer pour le, règlement pour le, régler cette facture pour le, exigible le, date d exigibilité, au plus tard, payable à échéance le, à échéance du, règlement attendu le`,
    },
    terms: {
      anywhere: `conditions de paiement, condition de paiement, conditions de règlement, modalités de paiement, délai de paiement, condition de règlement, délai de règlement, modalités de règlement, termes de paiement`,
    },
    currency: { anywhere: `devise, monnaie` },
    net: {
      anywhere: `total ht, montant ht, total hors taxes, total hors taxe, sous total ht, net ht, base ht, montant hors taxes, sous total, total net ht, montant total ht, total h t, base imposable, montant net ht, total général ht, somme ht, montant h t, total hors tva, montant hors tva, total htva, montant htva, base hors taxes, montant net, sous total hors taxes, total prestations ht, total honoraires ht, honoraires ht, prix ht, total marchandises ht, montant avant tva, total avant tva`,
      atStart: `hors taxes, hors taxe, hors tva, ht, hors taxes, base, h t`,
    },
    vat: {
      anywhere: `montant tva, total tva, montant de la tva, tva totale, total taxes, total des taxes, taxe sur la valeur ajoutée, dont tva, total t v a, montant des taxes, montant de tva, total de la tva, montant total tva, tva collectée, tva due, montant taxe, montant t v a, total taxe`,
      atStart: `tva, taxe, taxes, t v a`,
    },
    rounding: { anywhere: `arrondi, différence d arrondi, écart d arrondi` },
    gross: {
      anywhere: `total ttc, montant ttc, total toutes taxes comprises, montant total ttc, total général, montant total, total facture, total de la facture, montant de la facture, total t t c, montant toutes taxes comprises, total général ttc, somme totale, montant facture, total tva comprise, total tvac, montant tvac, prix total ttc, total tva incluse, montant total de la facture, total avoir, montant de l avoir, montant total de l avoir, total de l avoir, total en euros, prix ttc, montant de cette facture, soit ttc, total net ttc, somme ttc, total honoraires ttc, total des honoraires`,
      atStart: `total, ttc, toutes taxes comprises, total eur, montant`,
    },
    payable: {
      anywhere: `montant crédité, montant de l avoir, net à payer, à payer, montant à payer, reste à payer, solde à payer, total à payer, somme à payer, montant dû, net à régler, solde dû, à régler, montant à régler, net à payer ttc, total dû, reste dû, net à déduire, net à votre crédit, montant à rembourser, à rembourser, net à payer eur, en votre faveur, solde, montant crédité, à votre crédit, montant net à payer, total net à payer, reste à régler, solde à régler, total à régler, à déduire, net en votre faveur, net à rembourser, montant remboursé, total dû ttc, net ttc à payer, total à votre charge, montant exigible, à nous régler, somme à régler, somme due`,
    },
    prepaid: {
      anywhere: `virement reçu, virements reçus, acompte, acomptes, déjà payé, déjà réglé, acompte versé, acomptes versés, acompte reçu, montant déjà réglé, montant payé, avance, paiement reçu, règlement reçu, règlement déjà effectué, montant réglé, acompte payé, déjà versé, acompte perçu`,
    },
    earlierBalance: {
      anywhere: `solde précédent, ancien solde, solde antérieur, impayés, report, solde impayé`,
    },
    organisationNumber: {
      anywhere: `siret, siren, n° siret, n° siren, no siret, rcs, r c s, n° rcs, siret/siren, numéro siret, numéro siren, rcs paris, rcs lyon, n° d entreprise, numéro d entreprise, siren/siret, no siren, numéro ide, immatriculation, bce`,
    },
    vatId: {
      anywhere: `n° tva, no tva, numéro de tva, tva intracommunautaire, n° tva intracommunautaire, n° de tva, tva intra, n° tva intra, identifiant tva, numéro tva, tva intracom, n° intra, n° tva intracom, id tva, code tva, numéro de tva intracommunautaire, no tva intracommunautaire, tva n°, identification tva, n° d identification tva, no de tva, tva no, n° intracommunautaire, n° de tva intracommunautaire, tva ue, vat, num tva, notre n° tva, n° id tva, n° ident tva, n° tva ue, tva intra communautaire, n° tva intra communautaire, numéro de tva intracom`,
      atStart: `tva`,
    },
    buyerOrganisationNumber: {
      anywhere: `siret client, siren client, votre siret, votre siren, siret du client, siren du client, n° siret client, n° siren client, siren acheteur`,
    },
    buyerVatId: {
      anywhere: `n° tva client, tva client, votre n° tva, votre tva, tva intracommunautaire client, n° tva intracommunautaire client, n° tva acheteur, n° de tva client, n° tva du client, votre numéro de tva, tva du client, votre tva intracommunautaire, tva intra client, n° tva intra client, no tva client, numéro de tva client, votre n° de tva, votre no tva, tva acheteur, n° de tva du client, tva preneur, n° tva preneur, tva du preneur, n° tva du preneur, n° tva destinataire, tva destinataire, n° tva intra du client, n° tva intracommunautaire du client, identifiant tva client, votre n° tva intracommunautaire, n° tva intracom client, tva intracommunautaire du client, n° de tva preneur, n° de tva du preneur, votre n° de tva intracommunautaire, tva intracom client`,
    },
    account: {
      anywhere: `rib, compte bancaire, n° de compte, numéro de compte, coordonnées bancaires, compte n°, domiciliation, no de compte, code banque, compte no, références bancaires, relevé d identité bancaire, sur le compte, sur notre compte, notre compte, notre compte bancaire, au compte, vers le compte`,
      atStart: `banque`,
    },
    buyerAccount: {
      anywhere: `prélevé sur, prélevé sur votre compte, votre compte, votre rib, votre iban, sera prélevé, référence mandat, rum, prélèvement sur le compte, iban débité, compte débité, iban client, iban du client, mandat de prélèvement`,
    },
    ocr: { anywhere: `communication structurée, référence qr, référence rf` },
    paymentReference: {
      anywhere: `référence de paiement, référence paiement, référence à rappeler, à rappeler lors du paiement, à rappeler, communication, référence de règlement, référence du virement, libellé du virement, référence virement, motif de paiement, motif du virement, libellé virement, à rappeler lors du règlement, référence à indiquer, réf paiement, réf de paiement, réf à rappeler, motif, en rappelant, en rappelant la référence, en indiquant, rappeler la référence, indiquer la référence, merci de rappeler, avec la référence`,
      atStart: `référence, réf, communication, libellé`,
    },
    order: {
      anywhere: `n° de commande, no de commande, numéro de commande, commande n°, bon de commande, votre commande, commande, n° commande, votre bon de commande, bon de commande n°, réf commande, référence commande, n° bc, bc n°, votre n° de commande, référence de commande, n° de bon de commande, votre commande n°, numéro commande, commande no`,
    },
    buyerReference: {
      anywhere: `votre référence, votre réf, v/réf, v/ref, réf client, référence client, vos références, vos réf, référence acheteur, service exécutant, code service, à l attention de, votre contact, commandé par, donneur d ordre, votre interlocuteur, référence du client, réf du client, réf acheteur, demandeur, contact client`,
    },
    preceding: {
      anywhere: `facture liée, facture d origine, annule la facture, avoir sur facture, avoir sur facture n°, relatif à la facture, facture initiale, concerne la facture, référence facture d origine, facture annulée, facture origine, avoir sur la facture, facture de référence, facture concernée, annule facture, facture corrigée, avoir relatif à la facture, relative à la facture, annule et remplace la facture, facture d origine n°, facture initiale n°, concerne la facture n°, sur facture n°, relatif à la facture n°, facture créditée, n° de facture d origine, numéro de facture d origine, avoir sur facture no, relatif à la facture no, numéro de la facture créditée`,
    },
    sellerName: { anywhere: `fournisseur, vendeur, raison sociale, émetteur` },
    payee: {
      anywhere: `bénéficiaire, titulaire du compte, titulaire, à l ordre de, ordre, payable à, à payer à, règlement à l ordre de`,
    },
    buyerName: { anywhere: `nom du client, nom client` },
    otherDate: {
      anywhere: `date de livraison, date livraison, date de commande, date commande, période, date de prestation, livré le, période de facturation, date d exécution, date d expédition, commande du, date d impression, imprimé le, date d intervention, livraison du, expédié le, date de la prestation, date du contrat, date de vente, terminé le, terminée le, effectué le, effectuée le, réalisé le, réalisée le, exécuté le, chantier terminé le, commandé le, votre commande du, édité le, édition du, expédition du, relevé le, travaux du, travaux achevés le`,
    },
    otherNumber: {
      anywhere: `n° client, numéro client, code client, client n°, numéro de client, n° de client, compte client, référence interne, n° de contrat, numéro de contrat, contrat n°, contrat, n° bl, bon de livraison, bl n°, n° de dossier, dossier, n° projet, projet, numéro de projet, n° devis, devis n°, n° adhérent, code ape, ape, naf, code naf, n° abonné, n° de série, réf marché, identifiant client, n° fournisseur, no client, n° de bon de livraison, bon de livraison n°, n° affaire, affaire, chantier, no de client, notre commande, ics, n° ics, numéro de dossier, devis, id client, compte client n°, n° compte client, n° de compte client, numéro de compte client`,
    },
    other: {
      anywhere: `établie à, émise à, fait à, notre référence, notre réf, n/réf, nos références, contact, contact commercial, pénalités, pénalités de retard, taux de tva, taux tva, indemnité forfaitaire, escompte, conditions de livraison, téléphone, tél, fax, portable, courriel, e mail, email, mail, site, site web, bic, swift, page, capital, capital social, au capital de, adresse, mode de règlement, mode de paiement, adresse de livraison, adresse de facturation, interlocuteur, suivi par, moyen de paiement, siège social, gérant, forme juridique, transporteur, vendeur ref, représentant, règlement, notes, banque bic, code swift`,
      atStart: `désignation, description, quantité, qté, prix, unité, remise, article, port, frais de port, taux`,
    },
  },
  sums: {
    total: `total, montant, montant total, somme, sous total, total facture, total général, montant facture, montant de la facture`,
    without: `ht, h t, hors taxes, hors taxe, hors tva`,
    with: `ttc, t t c, toutes taxes comprises, tva comprise, tva incluse, taxes comprises`,
    tax: ``,
    toPay: `à payer, à régler, à verser, dû, restant dû`,
  },
  columns: {
    description: `désignation, description, libellé, article, produit, prestation, désignation des produits, intitulé, détail, prestations`,
    article: `référence, réf, code article, code, réf article, réf produit`,
    quantity: `quantité, qté, qte, nombre, heures, nb`,
    unit: `unité, u`,
    unitPrice: `prix unitaire, pu, p u, pu ht, p u ht, prix unitaire ht, prix, prix u ht, tarif, prix unit ht, prix unit, pu h t, prix u, taux horaire, tarif unitaire`,
    discount: `remise, rem, remise %, rem %`,
    vatRate: `tva, taux tva, % tva, tva %, taux`,
    lineNet: `montant ht, total ht, montant, total, prix ht, prix total, prix total ht, montant h t, total h t, total ligne, total ligne ht, montant net, montant net ht`,
    position: `n°, ligne, pos`,
  },
  invoiceTitles: `facture, facture client, facture proportionnelle, note d honoraires, facture de vente, facture d acompte, facture de solde, facture définitive, facture fournisseur`,
  creditTitles: `avoir, facture d avoir, note de crédit, avoir client, facture avoir, note d avoir`,
  notInvoiceTitles: {
    reminder: `avis de retard, avis de retard de paiement, avis d impayé, troisième relance, relance, rappel, lettre de relance, rappel de paiement, dernière relance, première relance, deuxième relance, relance client, relance facture, facture impayée, 1er rappel, 2e rappel, dernier rappel, rappel de facture, relance amiable, deuxième rappel, premier rappel`,
    debt_collection: `dernier avis avant poursuites, mise en demeure de payer, mise en demeure, recouvrement, sommation de payer, mise en recouvrement`,
    interest_invoice: `facture d intérêts, note d intérêts`,
    statement: `état des factures, relevé de situation, liste des factures, relevé de compte, relevé, relevé de factures, extrait de compte, situation de compte, balance client, relevé client, état de compte`,
    delivery_note: `avis d expédition, note de livraison, bulletin de livraison, bon de livraison, bordereau de livraison, bordereau d expédition, bon d expédition, liste de colisage, bon de préparation`,
    order_confirmation: `confirmation de la commande, confirmation de commande, accusé de réception de commande, accusé de commande, arc, accusé de réception, confirmation de réservation`,
    purchase_order: `bon de commande, commande`,
    quotation: `estimatif, devis estimatif, proposition de prix, devis, offre de prix, proposition commerciale, estimation, offre`,
    pro_forma: `facture proforma, facture pro forma, pro forma, proforma`,
    receipt: `accusé de paiement, attestation de paiement, confirmation de paiement, preuve de paiement, reçu de règlement, accusé de règlement, accusé de réception de paiement, reçu, quittance, ticket de caisse, reçu de paiement, quittance de loyer, justificatif de paiement`,
    remittance_advice: `avis de virement effectué, avis de paiement, avis de virement, bordereau de paiement, avis de règlement`,
    terms_and_conditions: `conditions générales de vente, conditions générales, cgv, conditions d utilisation, conditions générales d utilisation, conditions générales d achat, conditions générales de vente et de livraison`,
    contract: `contrat, contrat de location, convention, contrat de prestation, contrat de service, bail`,
    notice: `liste de prix, note d information, lettre d information, tarifs, bulletin de paie, bulletin de salaire, procès verbal, compte rendu`,
  },
  buyerHeadings: `client, acheteur, adresse de facturation, adresse de livraison, facturé à, destinataire, livré à, facturer à, adressé à, adresse facturation, adresse livraison, facturation, livraison, à l attention de, vendu à, donneur d ordre, pour, preneur, débiteur, informations client`,
  sellerHeadings: `vendeur, fournisseur, émetteur, prestataire, expéditeur, bénéficiaire, de`,
  datedWords: `du, en date du, le, établie le, datée du, datee du`,
  dateLeads: `le, au, du, avant`,
  dayWords: `jours, jour, j, jrs`,
  paying: `pay, paie, paiement, régl, règle, vir, verse, acquitt, solde`,
  byDay: `avant le, au plus tard le, pour le, jusqu au, le, au plus tard, avant`,
  withinDays: `sous, dans les, dans un délai de, à`,
  paidBefore: `reçu, encaissé, comptabilis, enregistr`,
  debitServices: '',
  directDebit: `prélèvement, prélèvement automatique, sera prélevé, prélevé sur votre compte, prélèvement sepa, domiciliation bancaire, prélèvement bancaire`,
  paidAlready: `facture acquittée, payée le, réglé par carte, payé par carte, déjà réglée, facture réglée, facture payée, payé par, réglée par, acquittee le`,
  notPaidAlready: `jusqu, tant que, si, lorsque, dès que, précédente, dernière`,
  reverseCharge: `autoliquidation, auto liquidation, tva due par le preneur, autoliquidation de la tva, exonération de tva, livraison intracommunautaire, tva acquittée par le destinataire`,
  selfBilling: `autofacturation, auto facturation`,
  earlyPayment: `escompte, escompte pour paiement, escompte pour règlement anticipé, avec escompte, sous déduction d escompte`,
  assigned: `cédée à, a été cédée, est cédée, sont cédées, cette créance, subrogée, subrogation, paiement libératoire, règlement libératoire, effet libératoire, libératoire, cédé à, cédées à, affacturage, subrogé, valable que, cession de créance`,
  sellerAfter: `au nom et pour le compte de, au nom et pour compte de, pour le compte de, pour compte de, au nom de, agissant pour le compte de, en qualité de mandataire de, mandataire de, est une marque de, est une marque de la société, est une marque exploitée par, est une marque déposée de, une marque de, marque exploitée par, est une enseigne de, est une enseigne exploitée par, enseigne exploitée par, est le nom commercial de, est un nom commercial de, nom commercial de, est exploité par, est exploitée par, exploité par, exploitée par`,
  agentAfter: `représenté par, représentée par, géré par, gérée par`,
  months: {
    janv: 1,
    jan: 1,
    fév: 2,
    fev: 2,
    mar: 3,
    avr: 4,
    mai: 5,
    juin: 6,
    juil: 7,
    aoû: 8,
    aou: 8,
    sep: 9,
    oct: 10,
    nov: 11,
    déc: 12,
    dec: 12,
  },
  dayFirst: true,
  impliedCurrency: 'EUR',
  country: 'FR',
};
