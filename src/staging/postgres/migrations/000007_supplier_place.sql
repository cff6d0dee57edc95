-- Where a supplier writes a field, as a person's correction showed: given to the reading of its next papers.
set local search_path = staging_post;

create table supplier_place (
  book          text not null references book,
  -- By what the supplier is known best: "org:5566778899".
  supplier      text not null,
  -- A field's path: "totals.payable", "payment.accounts".
  field         text not null,
  -- Of the accounts, the kind; empty for every other field.
  account_kind  text not null,
  supplier_keys text[] not null,
  place         jsonb not null,
  -- The invoice that was corrected.
  invoice       text not null references invoice,
  actor         text not null,
  learnt_at     timestamptz not null default now(),
  primary key (book, supplier, field, account_kind)
);
