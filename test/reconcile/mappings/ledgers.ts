/** Other people's accounting tables, as the worked examples of docs/mappings/ expect them. */
import { readFileSync } from 'node:fs';
import type { RunByHand } from '../support/database.ts';

export const mappingText = (name: string): string => readFileSync(`docs/mappings/${name}.sql`, 'utf8');

/** What the kinds of database call it. */
export interface LedgerTypes {
  key: string;
  bytes: string;
}

export async function createLeverantorsreskontra(run: RunByHand, { key, bytes }: LedgerTypes): Promise<void> {
  for (const statement of [
    `create table leverantor (nr ${key}, namn varchar(100) not null, orgnr varchar(20) unique, momsregnr varchar(20),
       bankgiro varchar(20), plusgiro varchar(20), iban varchar(40), kostnadskonto varchar(10) not null)`,
    `create table levfaktura (lopnr ${key}, leverantor integer not null references leverantor (nr),
       fakturanr varchar(50) not null, typ char(1) not null, fakturadatum date not null, forfallodatum date,
       belopp numeric(15, 2) not null, moms numeric(15, 2), valuta char(3) not null, ocr varchar(30),
       status varchar(20) not null, ver_serie char(1) not null, ver_nr integer not null, unique (ver_serie, ver_nr))`,
    `create table levfaktura_rad (faktura integer not null references levfaktura (lopnr), radnr integer not null,
       text varchar(200), antal numeric(15, 4), apris numeric(15, 4), belopp numeric(15, 2))`,
    `create table levfaktura_fil (faktura integer not null references levfaktura (lopnr), namn varchar(200) not null,
       typ varchar(100), innehall ${bytes} not null)`,
    'create table serie (kod char(1) primary key, nasta_nr integer not null)',
    `create table verifikation (serie char(1) not null, nr integer not null, datum date not null, text varchar(200),
       primary key (serie, nr))`,
    `create table verifikationsrad (serie char(1) not null, nr integer not null, konto varchar(10) not null,
       debet numeric(15, 2) not null, kredit numeric(15, 2) not null)`,
    "insert into serie values ('L', 101)",
  ]) {
    await run(statement);
  }
}

export async function createSqlLedger(run: RunByHand): Promise<void> {
  for (const statement of [
    'create sequence id',
    `create table vendor (id integer default nextval('id') primary key, name varchar(64), taxnumber varchar(32))`,
    `create table chart (id integer default nextval('id') primary key, accno text not null, description text)`,
    `create table ap (id integer default nextval('id') primary key, invnumber text, transdate date default current_date,
       vendor_id integer, taxincluded boolean, amount numeric, netamount numeric, paid numeric, datepaid date,
       duedate date, invoice boolean default false, ordnumber text, curr char(3), notes text)`,
    `create table acc_trans (trans_id integer, chart_id integer not null, amount numeric, transdate date default current_date,
       memo text)`,
    `insert into chart (accno, description) values ('2440', 'Leverantörsskulder'), ('2641', 'Ingående moms'), ('4000', 'Inköp')`,
    `insert into vendor (name, taxnumber) values ('Norrby Kakel AB', 'SE556677889901')`,
  ]) {
    await run(statement);
  }
}
