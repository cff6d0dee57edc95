-- No question asks for it: what a heal waits for is looked up by the heal. Without it the mark that an invoice is back changes no index.
set local search_path = staging_post;

drop index heal_invoice_open;
