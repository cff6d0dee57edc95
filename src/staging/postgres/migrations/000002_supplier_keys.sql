-- What a supplier was paid with before is looked up for every invoice that is staged (supplier-accounts.ts).
set local search_path = staging_post;

create index invoice_supplier on invoice using gin (supplier_keys);
