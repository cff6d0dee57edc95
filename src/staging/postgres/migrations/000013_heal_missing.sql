-- A heal knows itself what it waits for: the ids that are not back yet, in one row, where each of them was a row that was written when the
-- overwrite was seen, changed when the heal was closed, and held by two foreign keys.
set local search_path = staging_post;

alter table heal add column missing text[] not null default '{}';
update heal set missing = array(
  select h.invoice from heal_invoice h join invoice i on i.id = h.invoice
  where h.heal = heal.id and h.healed_at is null order by i.arrival);
drop table heal_invoice;
