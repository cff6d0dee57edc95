-- What a person had deleted may stand in the copy again, because that went back to an older state: a person is asked.
set local search_path = staging_post;

-- deleted: a person's deletion, respected. asked: several at once, or one that contradicts what was decided before; a person says which.
-- wanted: a person said that it is to be put back. returned: it was deleted, and stands again; a person says whether it is to stay.
alter table vanished_invoice drop constraint vanished_invoice_state_check;
alter table vanished_invoice add constraint vanished_invoice_state_check
  check (state in ('deleted', 'asked', 'wanted', 'returned'));
