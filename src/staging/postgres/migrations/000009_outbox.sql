-- Copies in which we may have no tables of our own (an accounting API, a database of a strict owner): what our tables would
-- say stands here instead. Nothing refers to `copy`, since a copy is looked at before it is registered.
set local search_path = staging_post;

create table marked_copy (
  book          text not null,
  name          text not null,
  -- As the row of `staging_post_copy` in other copies.
  copy_id       text not null,
  epoch         bigint not null,
  fenced        boolean not null,
  head          text not null,
  previous_head text not null,
  batch_id      text not null,
  receipt_count bigint not null,
  -- Whose books these are, as they say themselves: another company's at the same address is not written to.
  company       text,
  -- When all its marks were compared with the outbox last.
  looked_at     timestamptz,
  primary key (book, name)
);

create table outbox (
  book         text not null,
  copy         text not null,
  invoice      text not null,
  -- In the order in which they were meant to be written: what an older state of the copy lacks is the end of it.
  ordinal      bigint generated always as identity,
  -- intended: written down before the request that creates it. standing: a receipt, as in `staging_post_receipt`.
  state        text not null check (state in ('intended', 'standing')),
  intended_at  timestamptz not null default now(),
  -- What the owner's system answered: where it put the invoice.
  placed_table text,
  placed_key   text,
  outcome      text check (outcome in ('applied', 'linked')),
  batch_id     text,
  epoch        bigint,
  applied_at   text,
  -- Since when its row is gone from the copy, while others that are newer stand.
  gone_since   timestamptz,
  primary key (book, copy, invoice),
  check (state = 'intended' or (placed_key is not null and outcome is not null and batch_id is not null))
);
create index outbox_of_batch on outbox (book, copy, batch_id);
create index outbox_in_order on outbox (book, copy, ordinal);
