-- The Swedish purchase ledger of leverantorsreskontra.sql in the words of MariaDB and MySQL: `key` is a word of theirs and
-- stands in quotes, types in CAST have other names, and the new row's key is asked for. Strings stand in '…', names in "…",
-- || puts texts together, and a backslash is a character like any other: Staging Post sets its session so (sql_mode).
-- The tables must be InnoDB, and no statement may change tables: it would end the transaction.

--! table: levfaktura

--! find existing
select f.lopnr as "key", f.fakturanr as invoice_number,
  case when f.typ = 'K' then 'creditNote' else 'invoice' end as document_type,
  cast(f.fakturadatum as char(10)) as issue_date, cast(abs(f.belopp) as char(20)) as payable, f.valuta as currency,
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
  cast(:payable as decimal(15, 2)) * cast(:sign as signed), cast(:vat as decimal(15, 2)) * cast(:sign as signed),
  :currency, :payment_reference, 'ej attesterad', s.kod, s.nasta_nr - 1
from leverantor l cross join serie s
where l.orgnr = :supplier_organisation_number and s.kod = 'L'

--! key
-- By the voucher number that was taken above. LAST_INSERT_ID() alone would name the supplier's row where no invoice was inserted.
select f.lopnr from levfaktura f join serie s on s.kod = f.ver_serie and s.nasta_nr - 1 = f.ver_nr where s.kod = 'L'

--! insert line
insert into levfaktura_rad (faktura, radnr, text, antal, apris, belopp)
values (cast(:key as signed), :line_number, :description, cast(:quantity as decimal(15, 4)),
  cast(:unit_price as decimal(15, 4)), cast(:line_net as decimal(15, 2)))

--! insert document
insert into levfaktura_fil (faktura, namn, typ, innehall) values (cast(:key as signed), :file_name, :media_type, :content)

--! after
insert into verifikation (serie, nr, datum, text)
select ver_serie, ver_nr, fakturadatum, 'Lev.faktura ' || fakturanr from levfaktura where lopnr = cast(:key as signed);
-- Credit 2440 with what is to be paid, debit 2641 with the VAT and the supplier's cost account with the rest.
insert into verifikationsrad (serie, nr, konto, debet, kredit)
select ver_serie, ver_nr, '2440', 0, belopp from levfaktura where lopnr = cast(:key as signed);
insert into verifikationsrad (serie, nr, konto, debet, kredit)
select ver_serie, ver_nr, '2641', moms, 0 from levfaktura where lopnr = cast(:key as signed) and moms <> 0;
insert into verifikationsrad (serie, nr, konto, debet, kredit)
select f.ver_serie, f.ver_nr, l.kostnadskonto, f.belopp - coalesce(f.moms, 0), 0
from levfaktura f join leverantor l on l.nr = f.leverantor where f.lopnr = cast(:key as signed)

--! still there
select 1 from levfaktura f where cast(f.lopnr as char(20)) = :key
