-- A purchase ledger whose owner allows no table of ours beside his: our id in a column of his rows is the receipt
-- (docs/copies.md tells what that promises less). SQLite and PostgreSQL take it as it stands. A unique index over the column
-- makes it certain that nothing is ever there twice:
--   create unique index supplier_invoice_source on supplier_invoice (book, source_id)
--
--   supplier_invoice (id, book, document_type, supplier_name, …, invoice_number, issue_date, …, payable, source_id)
--   supplier_invoice_line, supplier_invoice_document

--! table: supplier_invoice

--! marks
select id as "key", source_id as invoice_id from supplier_invoice where book = :book and source_id is not null

--! find existing
select id as key, document_type, supplier_name, supplier_organisation_number, supplier_vat_id, bankgiro, plusgiro, iban,
  invoice_number, cast(issue_date as varchar(10)) as issue_date, cast(payable as varchar(40)) as payable, currency, source_id
from supplier_invoice
where book = :book and :invoice_number_normalised =
  replace(replace(replace(replace(replace(upper(invoice_number), ' ', ''), '-', ''), '/', ''), '.', ''), '_', '')
order by id

--! insert invoice
insert into supplier_invoice (book, document_type, supplier_name, supplier_organisation_number, supplier_vat_id, bankgiro,
  plusgiro, iban, invoice_number, issue_date, due_date, currency, net, vat, gross, rounding, payable, payment_reference,
  buyer_reference, order_reference, credited_invoice, source_id)
values (:book, :document_type, :supplier_name, :supplier_organisation_number, :supplier_vat_id, :bankgiro,
  :plusgiro, :iban, :invoice_number, :issue_date, :due_date, :currency, :net, :vat, :gross, :rounding, :payable, :payment_reference,
  :buyer_reference, :order_reference, :credited_invoice, :invoice_id)
returning id

--! insert line
insert into supplier_invoice_line (invoice, line_number, description, quantity, unit, unit_price, net, vat_rate)
values (cast(:key as integer), :line_number, :description, :quantity, :unit, :unit_price, :line_net, :vat_rate)

--! insert document
insert into supplier_invoice_document (invoice, sha256, file_name, media_type, content)
values (cast(:key as integer), :sha256, :file_name, :media_type, :content)

--! still there
select 1 from supplier_invoice i where cast(i.id as varchar(20)) = :key
