-- Each invoice that moves was looked up in invoice_transition by a function and in invoice_state by its foreign key, which took more
-- than half of the time of a move. The same two tables are now written into the trigger's own condition and into a CHECK:
-- the database evaluates them in place, and still refuses every other move and state, whoever asks.
set local search_path = staging_post;

create or replace function check_invoice_transition() returns trigger language plpgsql as $$
begin
  raise exception 'invoice % cannot go from % to %', old.id, old.state, new.state
    using errcode = 'check_violation', constraint = 'invoice_transition';
end $$;

-- To be called whenever one of the two tables has changed, in the same transaction.
create function hold_states() returns void language plpgsql as $$
declare
  states text[] := array(select s.state from staging_post.invoice_state s order by s.state);
  moves text[] := array(select t.from_state || '>' || t.to_state from staging_post.invoice_transition t order by t);
begin
  alter table staging_post.invoice drop constraint if exists invoice_state_fkey, drop constraint if exists invoice_state;
  execute format('alter table staging_post.invoice add constraint invoice_state check (state = any (%L::text[]))', states);
  drop trigger if exists invoice_transition on staging_post.invoice;
  execute format(
    'create trigger invoice_transition before update of state on staging_post.invoice for each row
     when (old.state <> new.state and (old.state || ''>'' || new.state) <> all (%L::text[]))
     execute function staging_post.check_invoice_transition()', moves);
end $$;

select hold_states();
