/** What a book wants to be asked about, beyond the project's own policy (docs/extraction-pdf.md). */

/** What is left out is as the project's default says. */
export interface BookReviewPolicy {
  /** Least confidence by the field's path, from 0 to 1. */
  certain?: Readonly<Record<string, number>>;
  /** Paths of fields that must be there although most invoices can do without. */
  needed?: readonly string[];
  /** Least confidence of the supplier's name where it alone tells who that is; null: a name is not enough. */
  nameAlone?: number | null;
  /** Amounts to pay above which a person looks: decimal strings by currency. */
  payableMax?: Readonly<Record<string, string>>;
}
