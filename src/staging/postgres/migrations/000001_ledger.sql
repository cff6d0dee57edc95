-- The ledger: staging's own durable record. docs/protocol.md explains the words, docs/states.md the states.
create schema if not exists staging_post;
set local search_path = staging_post;

-- Books and how mail finds them ------------------------------------------------------------------------------------

create table book (
  -- The slug is the book's identity for ever: ids of deliveries and invoices are derived from it (I3).
  slug                text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name                text not null,
  organisation_number text,
  vat_id              text,
  created_at          timestamptz not null default now()
);

create table book_address (
  address text primary key check (address = lower(address)),
  book    text not null references book
);
create index book_address_of_book on book_address (book);

create table mailbox (
  name            text primary key check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  -- Null: the recipient's address decides.
  book            text references book,
  -- imaps://user@host:port/FOLDER, never with the password.
  url             text not null,
  password_sealed text,
  -- The name of an environment variable that holds the password instead.
  password_env    text,
  ca_file         text,
  after_stored    text not null default 'keep' check (after_stored in ('keep', 'seen') or after_stored like 'move:_%'),
  -- The checkpoint: an optimisation and a detector of restored servers, never the truth (I1-I3 of the faults).
  uid_validity    text,
  uid_next        bigint,
  last_sweep_at   timestamptz,
  last_error      text,
  last_error_at   timestamptz,
  created_at      timestamptz not null default now(),
  check (password_sealed is null or password_env is null)
);

-- What was received ------------------------------------------------------------------------------------------------

-- Raw bytes by content, in chunks so that no mail has to stand in memory whole.
create table original (
  sha256     text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes      bigint not null,
  created_at timestamptz not null default now()
);
create table original_chunk (
  sha256  text not null references original deferrable initially deferred,
  ordinal integer not null,
  content bytea not null,
  primary key (sha256, ordinal)
);
-- Mail and PDFs do not compress; trying costs time.
alter table original_chunk alter column content set storage external;

create table delivery (
  id            text primary key,
  -- Null: no book claims the recipients; a person routes it.
  book          text references book,
  original      text not null references original,
  received_at   timestamptz not null default now(),
  message_id    text,
  mail_from     text,
  mail_to       text[] not null default '{}',
  subject       text,
  mail_date     timestamptz,
  internal_date timestamptz,
  -- Null until it was read.
  disposition   text check (disposition in ('invoice', 'not_invoice', 'needs_review')),
  reasons       jsonb not null default '[]',
  read_at       timestamptz,
  read_attempts integer not null default 0,
  next_read_at  timestamptz not null default now(),
  last_error    text
);
create index delivery_unread on delivery (next_read_at) where disposition is null;
create index delivery_of_book on delivery (book, received_at);
-- "Has this mailbox shown these bytes before?" is asked for every mail.
create index delivery_of_original on delivery (original);

-- Where messages were seen. One row for each place that now holds (or held) a message.
create table sighting (
  id              bigint generated always as identity primary key,
  mailbox         text not null references mailbox,
  folder          text not null,
  uid_validity    text not null,
  uid             bigint not null,
  state           text not null check (state in ('stored', 'acknowledged', 'failing', 'quarantined', 'vanished', 'superseded')),
  delivery        text references delivery,
  -- What the server says about the message there; when it changes under the same UID, the server was restored.
  announced_bytes bigint,
  internal_date   timestamptz,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error      text,
  first_seen_at   timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  check ((state in ('stored', 'acknowledged')) <= (delivery is not null))
);
-- A UID may come to mean another mail after a server was restored: then the old row is superseded.
create unique index sighting_place on sighting (mailbox, folder, uid_validity, uid) where state <> 'superseded';
create index sighting_of_delivery on sighting (delivery);
create index sighting_open on sighting (mailbox, next_attempt_at) where state in ('stored', 'failing');

create table document (
  id            text primary key,
  delivery      text not null references delivery,
  path          text not null,
  ordinal       integer not null,
  file_name     text,
  declared_type text,
  media_type    text not null,
  bytes         bigint not null,
  sha256        text not null,
  kind          text not null check (kind in ('invoice', 'attachment', 'not_invoice', 'unreadable')),
  reason        jsonb,
  -- The bytes, where an invoice needs them in its copy.
  original      text references original,
  unique (delivery, path)
);

-- What was staged --------------------------------------------------------------------------------------------------

create table invoice_state (state text primary key);
create table invoice_transition (
  from_state text not null references invoice_state,
  to_state   text not null references invoice_state,
  primary key (from_state, to_state)
);

create table invoice (
  id                        text primary key,
  book                      text not null references book,
  delivery                  text not null references delivery,
  -- The order of arrival.
  arrival                   bigint generated always as identity unique,
  state                     text not null references invoice_state,
  document_type             text not null check (document_type in ('invoice', 'creditNote')),
  invoice_number            text,
  invoice_number_normalised text,
  supplier_name             text,
  supplier_keys             text[] not null default '{}',
  issue_date                date,
  due_date                  date,
  currency                  text,
  payable                   numeric,
  data                      jsonb not null,
  reasons                   jsonb not null default '[]',
  -- The batch that is being applied with it, only while `applying`.
  batch                     uuid,
  -- A person looked at what seemed a duplicate or a conflict and said: apply it.
  cleared_by                text,
  -- How its receipt reads, only while `applied`.
  outcome                   text check (outcome in ('applied', 'linked')),
  placed_table              text,
  placed_key                text,
  staged_at                 timestamptz not null default now(),
  applied_at                timestamptz,
  state_since               timestamptz not null default now(),
  check ((state = 'applying') = (batch is not null)),
  check ((state = 'applied') = (outcome is not null))
);
create index invoice_work on invoice (book, arrival) where state in ('ready', 'applying');
create index invoice_of_book on invoice (book, state, arrival);
create index invoice_of_delivery on invoice (delivery);
create index invoice_natural_key on invoice (book, invoice_number_normalised);

create table invoice_document (
  invoice  text not null references invoice,
  document text not null references document,
  role     text not null check (role in ('primary', 'representation', 'attachment')),
  primary key (invoice, document)
);
create index invoice_document_of_document on invoice_document (document);

-- The state machine, held by the database as well: states.ts is its one home and fills the two tables.
create function check_invoice_transition() returns trigger language plpgsql as $$
begin
  if not exists (
    select from staging_post.invoice_transition t where t.from_state = old.state and t.to_state = new.state
  ) then
    raise exception 'invoice % cannot go from % to %', old.id, old.state, new.state
      using errcode = 'check_violation', constraint = 'invoice_transition';
  end if;
  return new;
end $$;
create trigger invoice_transition before update of state on invoice
  for each row when (old.state is distinct from new.state)
  execute function check_invoice_transition();

-- History is only added to (I9) ---------------------------------------------------------------------------------------

create table event (
  id      bigint generated always as identity primary key,
  at      timestamptz not null default clock_timestamp(),
  actor   text not null,
  -- What happened, as subject:verb ("invoice:applied").
  type    text not null,
  book    text,
  subject text not null,
  reason  text,
  data    jsonb not null default '{}'
);
create index event_of_subject on event (subject, id);
create index event_of_book on event (book, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
create trigger delivery_kept before delete on delivery for each row execute function refuse_change();
create trigger original_kept before update or delete on original_chunk for each row execute function refuse_change();

-- Copies, authority and the chain of heads --------------------------------------------------------------------------

create table copy (
  book          text not null references book,
  name          text not null check (name ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  kind          text not null,
  -- The address without its password; the whole address sealed, where it had one.
  url           text not null,
  url_sealed    text,
  copy_id       uuid not null unique,
  -- The head last seen there, a link of the chain. Null: nothing known yet.
  seen_head     text,
  seen_at       timestamptz,
  trouble       jsonb,
  trouble_since timestamptz,
  created_at    timestamptz not null default now(),
  primary key (book, name)
);

create table authority (
  book  text primary key references book,
  -- Null: no copy is authoritative, invoices wait.
  copy  text,
  -- The fencing token: it only grows.
  epoch bigint not null check (epoch >= 0),
  -- The tip: the head at which the authoritative copy was last seen.
  head  text not null,
  -- When the receipts themselves were last compared with the ledger.
  audited_at timestamptz,
  since timestamptz not null default now(),
  actor text not null,
  foreign key (book, copy) references copy (book, name)
);
create function epoch_only_grows() returns trigger language plpgsql as $$
begin
  if new.epoch < old.epoch or (new.epoch = old.epoch and new.copy is distinct from old.copy) then
    raise exception 'the epoch of % cannot go from % to %', old.book, old.epoch, new.epoch
      using errcode = 'check_violation', constraint = 'authority_epoch';
  end if;
  return new;
end $$;
create trigger authority_epoch before update on authority for each row execute function epoch_only_grows();

-- One batch: the intent, recorded before the copy is touched.
create table batch (
  id            uuid primary key,
  book          text not null references book,
  copy          text not null,
  copy_id       uuid not null,
  epoch         bigint not null,
  expected_head text not null,
  state         text not null check (state in ('intended', 'acknowledged', 'abandoned')),
  created_at    timestamptz not null default now(),
  resolved_at   timestamptz
);
create unique index batch_open on batch (book) where state = 'intended';

-- A tree of heads: each link is one committed batch on top of its parent.
create table chain_link (
  book       text not null references book,
  head       text not null,
  -- Null: the root, or a head adopted by a full audit.
  parent     text,
  depth      bigint not null,
  batch      uuid,
  epoch      bigint not null,
  copy_id    uuid,
  linked_at  timestamptz not null default now(),
  primary key (book, head)
);
create unique index chain_link_of_batch on chain_link (batch);

create table chain_receipt (
  book         text not null,
  head         text not null,
  ordinal      integer not null,
  invoice      text not null,
  outcome      text not null check (outcome in ('applied', 'linked')),
  placed_table text not null,
  placed_key   text not null,
  primary key (book, head, ordinal),
  foreign key (book, head) references chain_link
);
create index chain_receipt_of_invoice on chain_receipt (book, invoice);

-- One overwrite and its heal.
create table heal (
  id            uuid primary key,
  book          text not null references book,
  copy          text not null,
  expected_head text not null,
  found_head    text,
  -- How it was told: an older head of the chain, another branch, or a full audit.
  found_by      text not null check (found_by in ('older_head', 'other_branch', 'full_audit')),
  lost          integer not null,
  overwritten_seen_at timestamptz not null default now(),
  healed_at     timestamptz
);
create index heal_open on heal (book) where healed_at is null;
create table heal_invoice (
  heal      uuid not null references heal,
  invoice   text not null references invoice,
  healed_at timestamptz,
  primary key (heal, invoice)
);
create index heal_invoice_open on heal_invoice (invoice) where healed_at is null;
