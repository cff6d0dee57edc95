/**
 * A company in Fortnox: an API that knows no transactions and no key against doing a thing twice. Every write is preceded by a
 * read, and a write whose answer was lost is followed by one. https://apps.fortnox.se/apidocs
 */
import type { CopyCheck, ExistingInvoice, InvoiceToApply, PlacedInvoice } from '../copy.ts';
import { CopyUnreachableError } from '../errors.ts';
import type { Notes, OwnersBook, OwnersTransaction } from '../owners-book.ts';
import { AnswerLostError, openApiClient } from './api-client.ts';
import { type FortnoxAddress, readFortnoxAddress } from './fortnox-address.ts';
import {
  existingOf,
  type InvoiceRecord,
  isSameInvoice,
  markOf,
  newInvoice,
  newSupplier,
  table,
} from './fortnox-records.ts';
import { FortnoxSession, listAll, refuseNameless, strange } from './fortnox-session.ts';
import { tokenOf } from './fortnox-token.ts';
import { type Pace, paceOf } from './pace.ts';

const timeoutMs = 30_000;
const spanMs = 5_000;

/** The allowance is that of a client in a company, whoever opens it here. */
const paces = new Map<string, Pace>();

export function openFortnox(url: string): OwnersBook {
  const address = readFortnoxAddress(url);
  const client = openApiClient({
    base: address.base,
    pace: paceFor(address),
    token: (renewed) => tokenOf(address, renewed, timeoutMs),
    readProblem,
    timeoutMs,
  });
  const company = async (): Promise<string> => {
    const answer = (await client.ask({ method: 'GET', path: 'companyinformation' })) as {
      CompanyInformation?: { OrganizationNumber?: string };
    } | null;
    const { OrganizationNumber: number } = answer?.CompanyInformation ?? {};
    if (!number) throw strange('the question whose books these are');
    return number.replace(/\D/g, '');
  };
  return {
    kind: 'fortnox',
    canUndo: false,
    lookEveryMs: address.lookEveryMs,
    company,
    async reach() {
      await company();
    },
    async look(_book, keys) {
      const rows = await listAll<InvoiceRecord>(client, 'supplierinvoices', 'SupplierInvoices');
      const there = new Set(rows.map(({ GivenNumber: key }) => String(key)));
      return {
        marks: rows.flatMap((row) => {
          const invoiceId = markOf(row);
          return invoiceId === null ? [] : [{ invoiceId, key: String(row.GivenNumber) }];
        }),
        gone: new Set(keys.filter((key) => !there.has(key))),
      };
    },
    transaction: (notes, work) => work(transactionIn(new FortnoxSession(client), notes, address)),
    async check(): Promise<CopyCheck> {
      return { problems: [], facts: { company: await company(), api: address.base } };
    },
    async close() {},
  };
}

function paceFor({ base, clientId, tenant, requests }: FortnoxAddress): Pace {
  const key = JSON.stringify([base, clientId, tenant, requests]);
  const pace = paces.get(key) ?? paceOf(requests, spanMs);
  paces.set(key, pace);
  return pace;
}

interface ToldProblem {
  message?: unknown;
  Message?: unknown;
  code?: number | string;
  Code?: number | string;
}

/** {"ErrorInformation": {"error": 1, "message": "…", "code": 2000000}}, with small letters or capitals. */
function readProblem(body: unknown): string | null {
  const { ErrorInformation: told } = (body ?? {}) as { ErrorInformation?: ToldProblem };
  const message = told?.message ?? told?.Message;
  const code = told?.code ?? told?.Code;
  return typeof message === 'string' ? `${message}${code === undefined ? '' : ` (${String(code)})`}` : null;
}

/** Whether it is done, the next sweep finds out. */
const later = async () => undefined;

function transactionIn(
  session: FortnoxSession,
  notes: Notes,
  { costAccount }: FortnoxAddress,
): OwnersTransaction {
  const ownRecord = async ({ id, invoice }: InvoiceToApply): Promise<InvoiceRecord | undefined> => {
    for (const { SupplierNumber: number } of await session.suppliersLike(invoice)) {
      const own = (await session.invoicesOf(String(number))).find((record) => markOf(record) === id);
      if (own) return own;
    }
    return undefined;
  };

  /** Says it once; where no answer came, looks whether it is done, and otherwise leaves it to the next sweep. */
  const sayOnce = async <T>(say: () => Promise<T>, isDone: () => Promise<T | undefined>): Promise<T> => {
    await notes.assertHeld();
    try {
      return await say();
    } catch (error) {
      if (!(error instanceof AnswerLostError)) throw error;
      session.forget();
      const done = await isDone();
      if (done !== undefined) return done;
      throw new CopyUnreachableError(error.message, { cause: error, hint: error.hint ?? '' });
    }
  };

  const supplierFor = async (toApply: InvoiceToApply): Promise<string> => {
    const found = async () => (await session.suppliersLike(toApply.invoice))[0];
    const supplier =
      (await found()) ?? (await sayOnce(() => session.addSupplier(newSupplier(toApply)), found));
    return String(supplier.SupplierNumber);
  };

  const placeOne = async (toApply: InvoiceToApply): Promise<PlacedInvoice> => {
    refuseNameless(toApply.invoice);
    let record = await ownRecord(toApply);
    if (!record) {
      await notes.assertHeld();
      await notes.intend(toApply);
      // A file that is refused refuses the invoice before it stands there.
      for (const file of toApply.files) await sayOnce(() => session.fileId(file), later);
      const supplier = await supplierFor(toApply);
      record = await sayOnce(
        () => session.addInvoice(newInvoice(toApply, { supplier, costAccount })),
        () => ownRecord(toApply),
      );
    }
    const placed = { id: toApply.id, table, key: String(record.GivenNumber) };
    await notes.answered(placed);
    for (const file of await session.unconnected(placed.key, toApply.files)) {
      const fileId = await sayOnce(() => session.fileId(file), later);
      await sayOnce(() => session.connect(placed.key, fileId), later);
    }
    return placed;
  };

  return {
    async findExisting(invoices) {
      const found = new Map<string, ExistingInvoice[]>();
      for (const toApply of invoices) {
        const rows: ExistingInvoice[] = [];
        for (const supplier of await session.suppliersLike(toApply.invoice)) {
          const records = await session.invoicesOf(String(supplier.SupplierNumber));
          rows.push(
            ...records
              .filter((record) => isSameInvoice(record, toApply))
              .map((record) => existingOf(record, supplier)),
          );
        }
        if (rows.length > 0) found.set(toApply.id, rows);
      }
      return found;
    },
    // Nothing can be taken back there: what was written is found again under its id.
    savepoint: (work) => work(),
    async place(invoices) {
      const placed: PlacedInvoice[] = [];
      for (const invoice of invoices) placed.push(await placeOne(invoice));
      return placed;
    },
  };
}
