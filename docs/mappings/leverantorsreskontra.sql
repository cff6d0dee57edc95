-- A Swedish purchase ledger (leverantörsreskontra): invoices get a running number of the ledger's own (löpnummer), and are
-- booked as a voucher in a series. SQLite and PostgreSQL take it as it stands.
--
--   leverantor (nr, namn, orgnr, momsregnr, bankgiro, plusgiro, iban, kostnadskonto)
--   levfaktura (lopnr, leverantor, fakturanr, typ, fakturadatum, forfallodatum, belopp, moms, valuta, ocr, status, ver_serie, ver_nr)
--   levfaktura_rad, levfaktura_fil
--   serie (kod, nasta_nr); verifikation (serie, nr, datum, text); verifikationsrad (serie, nr, konto, debet, kredit)

--! table: levfaktura

--! find existing
select f.lopnr as key, f.fakturanr as invoice_number,
  case when f.typ = 'K' then 'creditNote' else 'invoice' end as document_type,
  cast(f.fakturadatum as varchar(10)) as issue_date, cast(abs(f.belopp) as varchar(20)) as payable, f.valuta as currency,
  l.namn as supplier_name, l.orgnr as supplier_organisation_number, l.momsregnr as supplier_vat_id,
  l.bankgiro as bankgiro, l.plusgiro as plusgiro, l.iban as iban
from levfaktura f join leverantor l on l.nr = f.leverantor
where upper(replace(replace(replace(f.fakturanr, '-', ''), ' ', ''), '/', '')) = :invoice_number_normalised

--! before
-- An unknown supplier is entered with what its invoice says; a person completes it.
insert into leverantor (namn, orgnr, momsregnr, bankgiro, plusgiro, iban, kostnadskonto)
select :supplier_name, :supplier_organisation_number, :supplier_vat_id, :bankgiro, :plusgiro, :iban, '4000'
where not exists (select 1 from leverantor where orgnr = :supplier_organisation_number);
-- The next number of the series is taken in this same transaction: none is skipped, none is given twice.
update serie set nasta_nr = nasta_nr + 1 where kod = 'L'

--! insert invoice
insert into levfaktura (leverantor, fakturanr, typ, fakturadatum, forfallodatum, belopp, moms, valuta, ocr, status,
  ver_serie, ver_nr)
select l.nr, :invoice_number, case when :document_type = 'creditNote' then 'K' else 'F' end,
  cast(:issue_date as date), cast(:due_date as date),
  cast(:payable as numeric(15, 2)) * cast(:sign as integer), cast(:vat as numeric(15, 2)) * cast(:sign as integer),
  :currency, :payment_reference, 'ej attesterad', s.kod, s.nasta_nr - 1
from leverantor l cross join serie s
where l.orgnr = :supplier_organisation_number and s.kod = 'L'
returning lopnr

--! insert line
insert into levfaktura_rad (faktura, radnr, text, antal, apris, belopp)
values (cast(:key as integer), :line_number, :description, cast(:quantity as numeric(15, 4)),
  cast(:unit_price as numeric(15, 4)), cast(:line_net as numeric(15, 2)))

--! insert document
insert into levfaktura_fil (faktura, namn, typ, innehall) values (cast(:key as integer), :file_name, :media_type, :content)

--! after
insert into verifikation (serie, nr, datum, text)
select ver_serie, ver_nr, fakturadatum, 'Lev.faktura ' || fakturanr from levfaktura where lopnr = cast(:key as integer);
-- Credit 2440 with what is to be paid, debit 2641 with the VAT and the supplier's cost account with the rest.
insert into verifikationsrad (serie, nr, konto, debet, kredit)
select ver_serie, ver_nr, '2440', 0, belopp from levfaktura where lopnr = cast(:key as integer);
insert into verifikationsrad (serie, nr, konto, debet, kredit)
select ver_serie, ver_nr, '2641', moms, 0 from levfaktura where lopnr = cast(:key as integer) and moms <> 0;
insert into verifikationsrad (serie, nr, konto, debet, kredit)
select f.ver_serie, f.ver_nr, l.kostnadskonto, f.belopp - coalesce(f.moms, 0), 0
from levfaktura f join leverantor l on l.nr = f.leverantor where f.lopnr = cast(:key as integer)

--! still there
select 1 from levfaktura f where cast(f.lopnr as varchar(20)) = :key
