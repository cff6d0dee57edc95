/**
 * What speaks for and against a reading, in log-odds: 2.3 is ten to one. A candidate's score is the sum of what applies
 * to it; the sum 0 is as likely as that the field is not on the page at all. Kept as data, so that it can be weighed anew
 * by measuring (docs/extraction-pdf.md).
 */
export const weights = {
  /** Where the value stands from its label. */
  spot: { after: 3.2, right: 2.9, below: 2.6, before: 2.6, left: -0.4, above: 0.3 },
  /** Whether the phrase means only this field. */
  label: { strong: 1.2, weak: -0.6, weakBesideStrong: -2 },
  /** For each other text between label and value, and for each 100 points between them. */
  textBetween: -0.6,
  per100Points: -0.25,
  /** The text right after the label is something else than this value. */
  placeTaken: -1.5,
  /** The value is all that stands in its place, or more follows it. */
  wholeText: 0.3,
  moreText: -0.2,
  /** The same value found again, by another label. */
  foundAgain: 0.6,
  /** The value also belongs to a label of another kind. */
  claimed: -3,
  /**
   * A person's correction showed that this supplier writes the value here. Twenty to one, and so less than what parts right
   * check digits from wrong ones (identifier), or sums that close from sums that do not (totals).
   */
  learnt: 3,
  /** It stands in the buyer's address, or is known to be the buyer's own. */
  ofBuyer: -6.5,
  ofSeller: 1,
  /** The claim was sold or pledged, and this is said of those who are paid. */
  ofAssignee: -6,

  date: {
    order: -0.9,
    orderOfPage: 2.4,
    orderHinted: 0.8,
    shortYear: -0.4,
    bare: -0.6,
    unlabelled: -0.2,
    stray: 0.3,
    withPlace: 2.6,
    belowTitle: 2.2,
    orderAgainst: -2.5,
    afterNumber: 3,
    inSentence: 3,
    far: -2.5,
  },
  dates: {
    dueIsIssuePlusTerms: 2.5,
    /** No label names the date of issue, and the only date that none explains is the usual days before it is due. */
    onlyOneBeforeDue: 2.5,
    onlyOne: 2.6,
    /** In the row of the invoice's number. */
    besideNumber: 0.8,
    dueBeforeIssue: -6,
    samePlace: -5,
    ordersDiffer: -3,
    dueNotByTerms: -1,
    nearCredited: -1.5,
    /** Until then a discount is given. */
    ofDiscount: -7,
    dueWithin90Days: 0.6,
    dueFarOff: -3.8,
  },

  number: {
    digitsOnly: 0.2,
    short: -1,
    long: -0.6,
    isOtherNumber: -2.5,
    weakAndFar: -2,
    weakAndMore: -1.5,
    /** Written as a date is: right after a label of numbers alone it may be one. */
    likeDate: -2.9,
    /** "Reference" may be the buyer's, or of the payment. */
    ofReference: -1.2,
    besideDate: 1.5,
    inReference: 1.2,
    inTitle: 0.8,
    withCode: 4,
  },

  amount: {
    plain: -1.3,
    notLastInRow: -0.5,
    /** Another in its row has a currency, and this has none. */
    withoutCurrency: -2,
    tableHead: -2.5,
    columnSum: -0.2,
    negative: -0.4,
    onSlip: 3,
    slipUnchecked: 1.5,
    zero: -0.3,
    /** Nothing, beside a rate of 0 %. */
    zeroRate: 0.3,
  },
  totals: {
    closes: 4,
    closesRounded: 2.5,
    breaks: -5,
    payableIsGross: 2.2,
    payableFollows: 3,
    payableExplained: 3,
    payableBreaks: -5,
    rateIsLawful: 1.5,
    /** Not known as lawful, but printed as a percentage. */
    rateIsPrinted: 1.2,
    ratesMixed: 0.2,
    rateTooHigh: -4,
    vatOnTop: -4,
    rowsAgree: 2,
    ofRows: -0.5,
    /** Only what other sums come to tells it. */
    unlabelled: -0.5,
    onlyTotal: 1.5,
    /** What bears VAT and what the page says bears none come to the total with the VAT. */
    withUntaxed: 1,
    /** The only amount on the page that a label calls a sum of any kind. */
    onlySum: 1.2,
    /** The net is all that has a label, and the page does not say that there is no VAT. */
    netAlone: -1.2,
    rounded: 5,
    leftToPay: 3.5,
    grossAsPayable: -1.2,
    payableAsGross: -2,
    linesAgree: 1,
    /** It and others come to a total below them. */
    partOfTotal: -3,
    usesExtra: -0.7,
  },

  identifier: {
    valid: 1.6,
    invalid: -2.5,
    invalidAbroad: -1.7,
    unchecked: -0.3,
    /** A domestic account, which no check holds: it is told, and left to a person. */
    invalidAccount: -3.6,
    ofCountry: 0.5,
    unlabelled: -1.2,
    /** Its company number stands beside it; it stands in the footer, where a seller writes of itself. */
    withOwnNumber: 1.5,
    inFooter: 1.2,
    inLetterhead: 2,
    /** An invoice must have its seller's, and need not have its buyer's. */
    onlyOne: 1.6,
  },
  parties: { numbersAgree: 3, numbersDisagree: -3, nextToEachOther: 0.4 },

  name: {
    none: 0,
    legalForm: 1.8,
    top: 1,
    large: 0.8,
    withNumbers: 1.6,
    repeated: 0.9,
    inAddress: 0.7,
    /** How much of the name a domain on the page has. */
    inDomain: { whole: 3, firstWord: 2.6, beginning: 2, word: 1 },
    inOwnDomain: 2,
    labelled: 3,
    /** A sentence says that it is in its name that an agent writes, or by it that a brand is run; and who these are. */
    told: 6,
    ofAgent: -6,
    /** Who is paid is the seller as a rule. */
    payee: 1.8,
    firstOnPage: 0.6,
    /** In one line or column with an address and the seller's numbers. */
    withAddress: 2.4,
    companyWithAddress: 0.6,
    /** In a letterhead: a street or a town right below it. */
    headsAddress: 1.2,
    /** Named as the one to pay to, over an address. */
    payeeWithAddress: 1,
    longText: -1.5,
    /** It runs off the sheet: what is missing of it nobody knows. */
    cutOff: -4,
    /** Named as the seller's bank. */
    ofBank: -3,
    noLetters: -8,
    aboveBuyer: -0.5,
    /** Nothing but an address stands with it: it may as well be the addressee. */
    onlyAddressed: -5,
    /** The same with a mail address or a telephone, which may be the addressee's as well. */
    addressedWithContacts: -2.5,
    likeAddress: -2.5,
  },

  reference: {
    valid: 1.2,
    invalid: -1.2,
    holdsNumber: 0.8,
    onSlip: 2.5,
    isCustomerNumber: -2,
    noDigits: -6,
    asked: 2.6,
  },
  currency: {
    labelled: 5,
    withPayable: 4.5,
    withTotal: 2,
    written: 1.2,
    ofCountry: 1.4,
    /** Swedish accounts are for kronor. */
    ofGiro: 2.4,
    ofLanguage: 0.8,
    /** Crowns, where none is written and the language is of the country: German and French are of several. */
    implied: 0.6,
    /** No other is written; it heads the amounts of the lines. */
    onlyOne: 0.8,
    headsLines: 1,
    americanElsewhere: -0.7,
  },
} as const;
