-- A full audit walks through the invoices beside the receipts of a copy, both in the order of their bytes, so that neither
-- side is ever held whole: the key itself gives that order, whatever language the database is in.
set local search_path = staging_post;

alter table invoice alter column id type text collate "C";

-- invoice_of_book (book, state, arrival) answers all that it was for; every index less makes each move of an invoice cheaper.
drop index invoice_work;
