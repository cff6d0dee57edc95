-- What people corrected in a reading. It holds for every later reading of the same document, too.
set local search_path = staging_post;

create table correction (
  invoice      text not null references invoice,
  -- A field's path: "totals.payable", "payment.accounts".
  field        text not null,
  -- As it stands in the invoice; JSON null: there is none.
  value        jsonb not null,
  was          jsonb not null,
  actor        text not null,
  corrected_at timestamptz not null default now(),
  primary key (invoice, field)
);
