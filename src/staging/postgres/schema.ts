/** The ledger's tables as Kysely sees them; the migrations are their source, this file follows them. */
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { BookReviewPolicy } from '../../invoice/book-review-policy.ts';
import type { Disposition, Invoice, PaymentAccount, Reason } from '../../invoice/invoice.ts';
import type { LearntPlace } from '../../invoice/learnt-place.ts';
import type { InvoiceState } from '../states.ts';

/** Written as text, read as text: `numeric` and `date` never become floats or local dates. */
type Json<T> = ColumnType<T, string, string>;
type Timestamp = ColumnType<Date, Date | string | undefined, Date | string>;

export interface BookTable {
  slug: string;
  name: string;
  organisation_number: string | null;
  vat_id: string | null;
  /** What is done when another registered copy's identity is found at the authoritative address. */
  found_check_in: Generated<'ask' | 'accept'>;
  /** What it wants to be asked about; null: as the default says. */
  review_policy: ColumnType<BookReviewPolicy | null, string | null | undefined, string | null>;
  created_at: Timestamp;
}

export interface BookAddressTable {
  address: string;
  book: string;
}

export interface MailboxTable {
  name: string;
  book: string | null;
  url: string;
  password_sealed: string | null;
  password_env: string | null;
  ca_file: string | null;
  after_stored: Generated<string>;
  uid_validity: string | null;
  uid_next: number | null;
  last_sweep_at: Timestamp | null;
  last_error: string | null;
  last_error_at: Timestamp | null;
  created_at: Timestamp;
}

export interface OriginalTable {
  sha256: string;
  bytes: number;
  created_at: Timestamp;
}

export interface OriginalChunkTable {
  sha256: string;
  ordinal: number;
  content: Buffer;
}

export interface DeliveryTable {
  id: string;
  book: string | null;
  original: string;
  received_at: Timestamp;
  message_id: string | null;
  mail_from: string | null;
  mail_to: Generated<string[]>;
  subject: string | null;
  mail_date: Timestamp | null;
  internal_date: Timestamp | null;
  disposition: Disposition | null;
  reasons: ColumnType<Reason[], string | undefined, string>;
  read_at: Timestamp | null;
  read_attempts: Generated<number>;
  next_read_at: Timestamp;
  last_error: string | null;
}

export type SightingState = 'stored' | 'acknowledged' | 'failing' | 'quarantined' | 'vanished' | 'superseded';

export interface SightingTable {
  id: Generated<number>;
  mailbox: string;
  folder: string;
  uid_validity: string;
  uid: number;
  state: SightingState;
  delivery: string | null;
  announced_bytes: number | null;
  internal_date: Timestamp | null;
  attempts: Generated<number>;
  next_attempt_at: Timestamp;
  last_error: string | null;
  first_seen_at: Timestamp;
  updated_at: Timestamp;
}

export type DocumentKind = 'invoice' | 'attachment' | 'not_invoice' | 'unreadable';

export interface DocumentTable {
  id: string;
  delivery: string;
  path: string;
  ordinal: number;
  file_name: string | null;
  declared_type: string | null;
  media_type: string;
  bytes: number;
  sha256: string;
  kind: DocumentKind;
  reason: ColumnType<Reason | null, string | null | undefined, string | null>;
  original: string | null;
}

export interface InvoiceTable {
  id: string;
  book: string;
  delivery: string;
  arrival: Generated<number>;
  state: InvoiceState;
  document_type: 'invoice' | 'creditNote';
  invoice_number: string | null;
  invoice_number_normalised: string | null;
  supplier_name: string | null;
  supplier_keys: string[];
  issue_date: string | null;
  due_date: string | null;
  currency: string | null;
  payable: string | null;
  data: Json<Invoice>;
  reasons: ColumnType<Reason[], string | undefined, string>;
  batch: string | null;
  cleared_by: string | null;
  /** The rows that it is in conflict with, as they stood in the copy. */
  rivals: ColumnType<Rival[] | null, string | null | undefined, string | null>;
  /** The key of the row that a person said it is. */
  link_to: string | null;
  outcome: 'applied' | 'linked' | null;
  placed_table: string | null;
  placed_key: string | null;
  staged_at: Timestamp;
  applied_at: Timestamp | null;
  state_since: Timestamp;
}

/** A row of a copy that stands against an invoice, for people to compare. */
export interface Rival {
  table: string;
  key: string;
  supplier: string | null;
  invoiceNumber: string;
  issueDate: string | null;
  payable: string | null;
  currency: string | null;
  /** The invoice that it was applied for; null: a person put it there. */
  receiptOf: string | null;
}

export interface InvoiceDocumentTable {
  invoice: string;
  document: string;
  role: 'primary' | 'representation' | 'attachment';
}

export interface CorrectionTable {
  invoice: string;
  field: string;
  value: ColumnType<string | null | PaymentAccount[], string, string>;
  was: ColumnType<string | null | PaymentAccount[], string, never>;
  actor: string;
  corrected_at: Timestamp;
}

export interface SupplierPlaceTable {
  book: string;
  supplier: string;
  field: string;
  account_kind: string;
  supplier_keys: string[];
  place: Json<LearntPlace>;
  invoice: string;
  actor: string;
  learnt_at: Timestamp;
}

export interface EventTable {
  id: Generated<number>;
  at: Timestamp;
  actor: string;
  type: string;
  book: string | null;
  subject: string;
  reason: string | null;
  data: ColumnType<Record<string, unknown>, string | undefined, never>;
}

export interface CopyTable {
  book: string;
  name: string;
  kind: string;
  url: string;
  url_sealed: string | null;
  copy_id: string;
  seen_head: string | null;
  seen_at: Timestamp | null;
  trouble: ColumnType<(Reason & { hint?: string }) | null, string | null | undefined, string | null>;
  trouble_since: Timestamp | null;
  /** The owner's own SQL (docs/mappings/); null: the default schema. */
  mapping: ColumnType<string | null, string | null | undefined, string | null>;
  /** It lost the authority without a fence, at this moment and (as far as the ledger knew) at this head. */
  fence_owed_since: Timestamp | null;
  fence_owed_head: string | null;
  fence_tried_at: Timestamp | null;
  created_at: Timestamp;
}

export interface AuthorityTable {
  book: string;
  copy: string | null;
  epoch: number;
  head: string;
  audited_at: Timestamp | null;
  since: Timestamp;
  actor: string;
}

export interface HandoverTable {
  id: Generated<number>;
  book: string;
  from_copy: string | null;
  to_copy: string | null;
  epoch: number;
  holder: string | null;
  note: string | null;
  actor: string;
  without_fence: Generated<boolean>;
  state: Generated<'begun' | 'done' | 'given_up'>;
  begun_at: Timestamp;
  ended_at: Timestamp | null;
}

export interface ProbeTable {
  book: string;
  kind: 'sql' | 'http';
  copy: string | null;
  query: string | null;
  url: string | null;
  url_sealed: string | null;
  meanings: Json<Record<string, string>>;
  without_fence: boolean;
  last_answer: ColumnType<ProbeAnswer | null, string | null | undefined, string | null>;
  asked_at: Timestamp | null;
  actor: string;
  set_at: Timestamp;
}

/** How a probe answered last: what it said and the copy that this names (null: away), or why there was no answer. */
export type ProbeAnswer = { answer: string; copy: string | null } | { trouble: Reason };

export interface VanishedInvoiceTable {
  invoice: string;
  book: string;
  copy: string;
  state: 'deleted' | 'asked' | 'wanted' | 'returned';
  seen_at: Timestamp;
  decided_by: string | null;
}

export interface BatchTable {
  id: string;
  book: string;
  copy: string;
  copy_id: string;
  epoch: number;
  expected_head: string;
  state: 'intended' | 'acknowledged' | 'abandoned';
  created_at: Timestamp;
  resolved_at: Timestamp | null;
}

export interface ChainLinkTable {
  book: string;
  head: string;
  parent: string | null;
  depth: number;
  batch: string | null;
  epoch: number;
  copy_id: string | null;
  linked_at: Timestamp;
}

export interface ChainReceiptTable {
  book: string;
  head: string;
  ordinal: number;
  invoice: string;
  outcome: 'applied' | 'linked';
  placed_table: string;
  placed_key: string;
}

export interface HealTable {
  id: string;
  book: string;
  copy: string;
  expected_head: string;
  found_head: string | null;
  found_by: 'older_head' | 'other_branch' | 'full_audit';
  lost: number;
  /** Of those, the invoices that are not back yet, in order of arrival. */
  missing: ColumnType<string[], string[] | undefined, string[]>;
  overwritten_seen_at: Timestamp;
  healed_at: Timestamp | null;
}

export interface MarkedCopyTable {
  book: string;
  name: string;
  copy_id: string;
  epoch: number;
  fenced: boolean;
  head: string;
  previous_head: string;
  batch_id: string;
  receipt_count: number;
  company: string | null;
  looked_at: Timestamp | null;
}

export interface OutboxTable {
  book: string;
  copy: string;
  invoice: string;
  ordinal: Generated<number>;
  state: 'intended' | 'standing';
  intended_at: Timestamp;
  placed_table: string | null;
  placed_key: string | null;
  outcome: 'applied' | 'linked' | null;
  batch_id: string | null;
  epoch: number | null;
  applied_at: string | null;
  gone_since: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

export interface DB {
  book: BookTable;
  book_address: BookAddressTable;
  mailbox: MailboxTable;
  original: OriginalTable;
  original_chunk: OriginalChunkTable;
  delivery: DeliveryTable;
  sighting: SightingTable;
  document: DocumentTable;
  invoice_state: { state: InvoiceState };
  invoice_transition: { from_state: InvoiceState; to_state: InvoiceState };
  invoice: InvoiceTable;
  invoice_document: InvoiceDocumentTable;
  correction: CorrectionTable;
  supplier_place: SupplierPlaceTable;
  event: EventTable;
  copy: CopyTable;
  authority: AuthorityTable;
  batch: BatchTable;
  chain_link: ChainLinkTable;
  chain_receipt: ChainReceiptTable;
  heal: HealTable;
  handover: HandoverTable;
  probe: ProbeTable;
  vanished_invoice: VanishedInvoiceTable;
  marked_copy: MarkedCopyTable;
  outbox: OutboxTable;
}

export type Row<Table extends keyof DB> = Selectable<DB[Table]>;
