-- Handing over: who has a book and since when, what a fence is still owed to, probes, and what people are asked.
set local search_path = staging_post;

-- One handover of the authority: begun in the ledger before anything is touched, so that an interruption shows.
create table handover (
  id          bigint generated always as identity primary key,
  book        text not null references book,
  -- Null: the book came from nowhere that we know (it was away, or had no copy yet).
  from_copy   text,
  -- Null: away, to where no worker reaches.
  to_copy     text,
  -- Reserved when it begins, so that no two handovers ever give the same epoch.
  epoch       bigint not null check (epoch > 0),
  -- Who has the book then, in the words of who handed it over; and why.
  holder      text,
  note        text,
  actor       text not null,
  -- The copy that lost the authority could not be fenced, and somebody said: go on.
  without_fence boolean not null default false,
  state       text not null default 'begun' check (state in ('begun', 'done', 'given_up')),
  begun_at    timestamptz not null default now(),
  ended_at    timestamptz,
  foreign key (book, from_copy) references copy (book, name),
  foreign key (book, to_copy) references copy (book, name),
  check ((state = 'begun') = (ended_at is null))
);
create unique index handover_open on handover (book) where state = 'begun';
create index handover_of_book on handover (book, id);

-- What happens when another registered copy's identity is found at the authoritative address: a person is asked, or it
-- is taken as the check-in that it most likely is.
alter table book add column found_check_in text not null default 'ask' check (found_check_in in ('ask', 'accept'));

-- The copy lost the authority without a fence: it is owed one, and what was written there since then is looked for.
alter table copy add column fence_owed_since timestamptz;
alter table copy add column fence_owed_head text;
alter table copy add column fence_tried_at timestamptz;
create index copy_fence_owed on copy (book) where fence_owed_since is not null;

-- Where the accounting program itself tells which copy is authoritative.
create table probe (
  book       text primary key references book,
  kind       text not null check (kind in ('sql', 'http')),
  -- sql: the copy that is asked, and the query.
  copy       text,
  query      text,
  -- http: the address without its secrets; the whole of it sealed, where it has any.
  url        text,
  url_sealed text,
  -- What an answer means: {"anna": "laptop", "": "cloud", "out": "away"}; an answer that is not in it must be a copy's name.
  meanings   jsonb not null default '{}',
  -- Its word is enough also where the copy that loses the authority cannot be fenced.
  without_fence boolean not null default false,
  -- How it answered last: {"answer": "anna", "copy": "laptop"} or {"trouble": {"code": …, "message": …}}.
  last_answer jsonb,
  asked_at   timestamptz,
  actor      text not null,
  set_at     timestamptz not null default now(),
  foreign key (book, copy) references copy (book, name),
  check ((kind = 'sql') = (copy is not null and query is not null)),
  check ((kind = 'http') = (url is not null))
);

-- Invoices whose receipt stood in the copy without its row at the last full audit: what the ledger knows of deletions.
create table vanished_invoice (
  invoice    text primary key references invoice,
  book       text not null references book,
  copy       text not null,
  -- deleted: a person's deletion, respected. asked: several at once, or one that contradicts what was decided before; a person says which.
  -- wanted: a person said that it is to be put back. returned: it was deleted, and stands again, since the copy went back to an
  -- older state; a person says whether it is to stay.
  state      text not null check (state in ('deleted', 'asked', 'wanted', 'returned')),
  seen_at    timestamptz not null default now(),
  decided_by text
);
create index vanished_invoice_of_book on vanished_invoice (book, state);

-- The rows that an invoice is in conflict with, as they stood in the copy, so that both can be shown; and the row that a
-- person said it is.
alter table invoice add column rivals jsonb;
alter table invoice add column link_to text;
