-- A full audit walks through the invoices of a book beside the receipts of a copy, both in the order of their bytes, so
-- that neither is ever held whole.
set local search_path = staging_post;

create index invoice_in_byte_order on invoice (book, id collate "C");
