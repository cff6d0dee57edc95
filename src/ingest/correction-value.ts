/** What a person typed as the value of a field, to what stands in the invoice. Check digits are held to: a slip of the pen has none. */
import { closestMatch } from 'leven';
import { StagingPostError } from '../errors.ts';
import { type CorrectableField, type Correction, correctableFields } from '../invoice/correction.ts';
import type { PaymentAccount } from '../invoice/invoice.ts';
import { normaliseAmount } from '../invoice/money.ts';
import { isBankgiro, isPlusgiro, normaliseBankgiro, normalisePlusgiro } from './checks/giro.ts';
import { isIban, normaliseIban } from './checks/iban.ts';
import { isOrganisationNumber, swedishOrganisationNumber } from './checks/organisation-number.ts';
import { checkVatId, normaliseVatId } from './checks/vat-id.ts';

/**
 * "totals.payable=1 250,00" → the field and its value; "dueDate=" says that there is none.
 * @throws StagingPostError `correction_invalid`
 */
export function parseCorrection(text: string, actor: string): Correction {
  const [name = '', ...rest] = text.split('=');
  if (rest.length === 0) throw invalid(`"${text}" says no value`, 'Write field=value, or field= for none.');
  const field = fieldNamed(name.trim());
  const typed = rest.join('=').trim();
  if (field === 'payment.accounts') return { field, value: accountsFrom(typed), actor };
  return { field, value: typed === '' ? absent(field) : readers[field](typed), actor };
}

function fieldNamed(name: string): CorrectableField {
  const known = correctableFields.find((field) => field === name);
  if (known) return known;
  const meant =
    correctableFields.find((field) => field.split('.').at(-1) === name) ??
    closestMatch(name, [...correctableFields], { maxDistance: 6 });
  throw invalid(
    `there is no field "${name}"${meant ? `; did you mean ${meant}?` : ''}`,
    `Fields are ${correctableFields.join(', ')}.`,
  );
}

function absent(field: CorrectableField): null {
  if (field === 'documentType')
    throw invalid('every invoice is of some type', 'It is invoice or creditNote.');
  return null;
}

const text = (typed: string) => typed.replace(/\s+/g, ' ');

const readers: Record<Exclude<CorrectableField, 'payment.accounts'>, (typed: string) => string> = {
  documentType(typed) {
    if (typed === 'invoice' || typed === 'creditNote') return typed;
    throw invalid(`"${typed}" is no type`, 'It is invoice or creditNote.');
  },
  invoiceNumber: text,
  issueDate: date,
  dueDate: date,
  currency(typed) {
    if (/^[A-Z]{3}$/i.test(typed)) return typed.toUpperCase();
    throw invalid(`"${typed}" is no currency`, 'It is three letters, such as SEK.');
  },
  'seller.name': text,
  'seller.organisationNumber'(typed) {
    const swedish = swedishOrganisationNumber(typed);
    if (swedish === null) return typed.replace(/\s/g, '');
    if (isOrganisationNumber(swedish)) return swedish;
    throw invalid(
      `the check digit of ${typed} does not fit`,
      'Look at the paper once more: one digit is wrong.',
    );
  },
  'seller.vatId': vatId,
  'buyer.name': text,
  'buyer.vatId': vatId,
  'totals.net': amount,
  'totals.vat': amount,
  'totals.gross': amount,
  'totals.rounding': amount,
  'totals.payable': amount,
  'payment.reference': text,
  'references.order': text,
  'references.buyer': text,
};

function date(typed: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed));
  if (isDate && new Date(typed).toISOString().startsWith(typed)) return typed;
  throw invalid(`"${typed}" is no date`, 'Write it as 2026-11-30.');
}

function amount(typed: string): string {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/,(\d{1,2})$/, '.$1');
  if (/^-?\d+(\.\d{1,4})?$/.test(plain)) return normaliseAmount(plain);
  throw invalid(`"${typed}" is no amount`, 'Write it as 1250.00.');
}

function vatId(typed: string): string {
  const normalised = normaliseVatId(typed);
  if (normalised === null)
    throw invalid(`"${typed}" is no VAT number`, 'It begins with its country: SE556677889901.');
  if (checkVatId(normalised) !== 'invalid') return normalised;
  throw invalid(
    `the check digits of ${typed} do not fit`,
    'Look at the paper once more: one digit is wrong.',
  );
}

/** "bankgiro:5402-9681 iban:SE35…": all accounts, one after the other. */
function accountsFrom(typed: string): PaymentAccount[] {
  if (typed === '') return [];
  return typed.split(/[\s,]+(?=[a-z]+:)/i).map(accountFrom);
}

function accountFrom(typed: string): PaymentAccount {
  const [kind = '', id = ''] = typed.split(/:(.*)/s);
  const read = (normalised: string | null, isRight: boolean, as: 'bankgiro' | 'plusgiro' | 'iban') => {
    if (normalised !== null && isRight) return { kind: as, id: normalised };
    throw invalid(
      `the check digits of ${as} ${id} do not fit`,
      'Look at the paper once more: one digit is wrong.',
    );
  };
  const [bankgiro, plusgiro, iban] = [normaliseBankgiro(id), normalisePlusgiro(id), normaliseIban(id)];
  switch (kind.toLowerCase()) {
    case 'bankgiro':
      return read(bankgiro, bankgiro !== null && isBankgiro(bankgiro), 'bankgiro');
    case 'plusgiro':
      return read(plusgiro, plusgiro !== null && isPlusgiro(plusgiro), 'plusgiro');
    case 'iban':
      return read(iban, iban !== null && isIban(iban), 'iban');
    case 'other':
      return { kind: 'other', id: id.trim() };
    default:
      throw invalid(`"${typed}" is no account`, 'Write bankgiro:5402-9681, plusgiro:…, iban:… or other:…');
  }
}

function invalid(message: string, hint: string): StagingPostError {
  return new StagingPostError('correction_invalid', message, { kind: 'usage', hint });
}
