-- A copy whose invoices stand in its owner's own tables carries the SQL that puts them there (docs/mappings/).
set local search_path = staging_post;

alter table copy add column mapping text;
