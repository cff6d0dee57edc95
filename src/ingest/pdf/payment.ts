/** Where to pay and with which reference: labelled accounts and references, and the giro slip's line. */
import type { Check, PaymentAccount, Reason } from '../../invoice/invoice.ts';
import { normaliseBankgiro, normalisePlusgiro } from '../checks/giro.ts';
import { type GiroSlipLine, readGiroSlipLine } from '../checks/giro-slip.ts';
import { isOcr } from '../checks/payment-reference.ts';
import type { InvoiceWriter } from '../invoice-writer.ts';
import { type Candidate, candidatesFor, choose, evidenceOf, type Search } from './candidates.ts';
import type { Cell } from './layout.ts';
import {
  bankgiroAtStart,
  ibanAtStart,
  ocrAtStart,
  plusgiroAtStart,
  referenceAtStart,
} from './values/numbers.ts';

export interface PaymentFound {
  checks: Check[];
  doubts: Reason[];
  /** The amount on the giro slip, or null. */
  slipAmount: string | null;
}

export function readPayment(
  search: Search,
  buyerCells: ReadonlySet<Cell>,
  writer: InvoiceWriter,
): PaymentFound {
  const slip = findSlip(search);
  readAccounts(search, buyerCells, slip?.line ?? null, writer);
  const reference = readReference(search, slip, writer);
  return { ...reference, slipAmount: slip?.line.amount ?? null };
}

const accountKinds = [
  ['bankgiro', bankgiroAtStart],
  ['plusgiro', plusgiroAtStart],
  ['iban', ibanAtStart],
] as const;

function readAccounts(
  search: Search,
  buyerCells: ReadonlySet<Cell>,
  slip: GiroSlipLine | null,
  writer: InvoiceWriter,
): void {
  const { accounts } = writer.invoice.payment;
  for (const [kind, parse] of accountKinds) {
    for (const candidate of candidatesFor(search, kind, parse)) {
      const account = { kind, id: candidate.value };
      if (buyerCells.has(candidate.spot.cell) || isKnown(account, accounts)) continue;
      writer.note(`payment.accounts.${accounts.length}`, evidenceOf(candidate));
      accounts.push(account);
    }
  }
  const onSlip = slip ? accountOnSlip(slip) : null;
  if (!slip || !onSlip || isKnown(onSlip, accounts)) return;
  writer.note(`payment.accounts.${accounts.length}`, {
    source: 'pdf-text',
    where: 'the line of the giro slip',
    text: slip.text,
    confidence: slip.accountPasses ? 0.9 : 0.5,
  });
  accounts.push(onSlip);
}

function accountOnSlip({ account, accountKind }: GiroSlipLine): PaymentAccount | null {
  const id =
    accountKind === 'bankgiro' ? normaliseBankgiro(account) : accountKind ? normalisePlusgiro(account) : null;
  return id && accountKind ? { kind: accountKind, id } : null;
}

function isKnown(account: PaymentAccount, accounts: readonly PaymentAccount[]): boolean {
  return accounts.some((known) => known.kind === account.kind && known.id === account.id);
}

/** The slip's line is printed at the foot; its pieces may stand in several cells of the row. */
function findSlip({ layout }: Search): { line: GiroSlipLine; page: number } | null {
  for (const row of [...layout.rows].reverse()) {
    const line = readGiroSlipLine(row.cells.map((cell) => cell.text).join(' '));
    if (line) return { line, page: row.page };
  }
  return null;
}

function readReference(
  search: Search,
  slip: { line: GiroSlipLine; page: number } | null,
  writer: InvoiceWriter,
): { checks: Check[]; doubts: Reason[] } {
  const ocr = choose(candidatesFor(search, 'ocr', ocrAtStart));
  const doubts = rivalsOf(ocr.best, ocr.rivals);
  if (ocr.best) {
    writer.invoice.payment.reference = ocr.best.value;
    writer.note('payment.reference', evidenceOf(ocr.best));
    if (slip && slip.line.reference !== ocr.best.value) {
      doubts.push({
        code: 'references_disagree',
        message: `the page says OCR ${ocr.best.value}, its giro slip says ${slip.line.reference}`,
      });
    }
    return { checks: [ocrCheck(ocr.best.value)], doubts };
  }
  if (slip) {
    writer.invoice.payment.reference = slip.line.reference;
    writer.note('payment.reference', {
      source: 'pdf-text',
      where: `page ${slip.page}, the line of the giro slip`,
      text: slip.line.text,
      confidence: slip.line.referencePasses ? 0.95 : 0.5,
    });
    return { checks: [ocrCheck(slip.line.reference)], doubts };
  }
  const other = choose(candidatesFor(search, 'paymentReference', referenceAtStart));
  if (other.best) {
    writer.invoice.payment.reference = other.best.value;
    writer.note('payment.reference', evidenceOf(other.best));
  }
  return { checks: [], doubts: [...doubts, ...rivalsOf(other.best, other.rivals)] };
}

function rivalsOf(best: Candidate<string> | null, rivals: readonly string[]): Reason[] {
  if (!best || rivals.length === 0) return [];
  return [
    {
      code: 'several_references',
      message: `more than one payment reference stands on the page: ${[best.value, ...rivals].join(', ')}`,
    },
  ];
}

function ocrCheck(reference: string): Check {
  const passed = isOcr(reference);
  return {
    rule: 'luhn:paymentReference',
    passed,
    message: passed
      ? `OCR reference ${reference} has a right check digit`
      : `OCR reference ${reference} has a wrong check digit`,
  };
}
