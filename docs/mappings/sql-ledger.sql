-- SQL-Ledger and its relatives keep purchase invoices in `ap`, vendors in `vendor`, accounts in `chart`, and the booking
-- of everything in `acc_trans`, where a credit is positive and a debit negative. PostgreSQL only. Vendors are known by
-- their tax number; an invoice of a vendor that is not registered is refused, and so quarantined until somebody enters
-- the vendor and releases it.

--! table: ap

--! find existing
select a.id as key, a.invnumber as invoice_number,
  case when a.amount < 0 then 'creditNote' else 'invoice' end as document_type,
  cast(a.transdate as text) as issue_date, cast(abs(a.amount) as text) as payable, a.curr as currency,
  v.name as supplier_name, v.taxnumber as supplier_vat_id
from ap a join vendor v on v.id = a.vendor_id
where upper(regexp_replace(a.invnumber, '[^[:alnum:]]', '', 'g')) = :invoice_number_normalised

--! insert invoice
insert into ap (invnumber, transdate, duedate, vendor_id, taxincluded, amount, netamount, paid, invoice, curr,
  ordnumber, notes)
select :invoice_number, cast(:issue_date as date), cast(:due_date as date), v.id, false,
  cast(:gross as numeric) * cast(:sign as integer), cast(:net as numeric) * cast(:sign as integer), 0, false,
  cast(:currency as char(3)), :order_reference, :payment_reference
from vendor v where upper(replace(v.taxnumber, ' ', '')) = :supplier_vat_id
returning id

--! after
-- What is owed, as a credit.
insert into acc_trans (trans_id, chart_id, amount, transdate)
select a.id, c.id, a.amount, a.transdate from ap a cross join chart c
where a.id = cast(:key as integer) and c.accno = '2440';
-- The VAT, as a debit.
insert into acc_trans (trans_id, chart_id, amount, transdate)
select a.id, c.id, -(a.amount - a.netamount), a.transdate from ap a cross join chart c
where a.id = cast(:key as integer) and c.accno = '2641' and a.amount <> a.netamount;
-- The rest on the account for what is not sorted yet.
insert into acc_trans (trans_id, chart_id, amount, transdate, memo)
select a.id, c.id, -a.netamount, a.transdate, 'to be sorted' from ap a cross join chart c
where a.id = cast(:key as integer) and c.accno = '4000'

--! still there
select 1 from ap a where cast(a.id as text) = :key
