-- What a book wants to be asked about before an invoice is applied; null: as the program's default says.
set local search_path = staging_post;

alter table book add column review_policy jsonb;
