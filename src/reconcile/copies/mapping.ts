/**
 * A mapping: the owner's own SQL for a copy whose tables are not ours. A plain file of statements under headings, so that
 * whoever knows the database can write and read it; docs/mappings/ has worked examples.
 */
import { closestMatch } from 'leven';
import { StagingPostError } from '../../errors.ts';
import { type SqlTemplate, sqlTemplates } from './sql-template.ts';

export interface Mapping {
  /** Where the invoices stand: the name that receipts give to it. */
  table: string;
  /** SELECT of the rows that may be this invoice; its columns are named as in ExistingRow. */
  findExisting: SqlTemplate;
  /** Statements before the invoice is inserted (its supplier, a number of its own). */
  before: SqlTemplate[];
  /** INSERT that gives back the new row's key (RETURNING), unless `key` asks for it. */
  insertInvoice: SqlTemplate;
  key: SqlTemplate | null;
  insertLine: SqlTemplate[];
  insertDocument: SqlTemplate[];
  after: SqlTemplate[];
  /** SELECT that finds a row exactly when the invoice `:key` still stands there. */
  stillThere: SqlTemplate;
  /** SELECT of all rows that bear our id: `key`, `invoice_id`. With it nothing of ours is created there (marked-copy.ts). */
  marks: SqlTemplate | null;
  /** How often those are compared with the outbox, at most. */
  lookEveryMs: number;
}

const headings = [
  'table',
  'find existing',
  'before',
  'insert invoice',
  'key',
  'insert line',
  'insert document',
  'after',
  'still there',
  'marks',
  'look every',
] as const;
type Heading = (typeof headings)[number];
/** The others have their value behind them. */
type StatementHeading = Exclude<Heading, 'table' | 'look every'>;

const invoiceParameters = [
  'invoice_id',
  'book',
  'document_type',
  'is_credit_note',
  'sign',
  'supplier_name',
  'supplier_organisation_number',
  'supplier_vat_id',
  'bankgiro',
  'plusgiro',
  'iban',
  'invoice_number',
  'invoice_number_normalised',
  'issue_date',
  'due_date',
  'currency',
  'net',
  'vat',
  'gross',
  'rounding',
  'payable',
  'payment_reference',
  'buyer_reference',
  'order_reference',
  'credited_invoice',
] as const;
const lineParameters = [
  'line_number',
  'description',
  'quantity',
  'unit',
  'unit_price',
  'line_net',
  'vat_rate',
] as const;
const documentParameters = ['sha256', 'file_name', 'media_type', 'content'] as const;

/** What may be named under each heading. */
export const parametersOf: Readonly<Record<StatementHeading, readonly string[]>> = {
  'find existing': invoiceParameters,
  before: invoiceParameters,
  'insert invoice': invoiceParameters,
  key: invoiceParameters,
  'insert line': [...invoiceParameters, ...lineParameters, 'key'],
  'insert document': [...invoiceParameters, ...documentParameters, 'key'],
  after: [...invoiceParameters, 'key'],
  'still there': ['key'],
  marks: ['book'],
};

/**
 * Reads a mapping file: headings are lines such as "--! insert invoice"; the table stands behind its own ("--! table: ap_bill").
 * @throws StagingPostError `mapping_invalid` with every fault at once
 */
export function parseMapping(text: string): Mapping {
  const faults: string[] = [];
  const sections = sectionsOf(text, faults);
  const templatesOf = (heading: StatementHeading): SqlTemplate[] => {
    const templates = sqlTemplates(sections.get(heading) ?? '');
    for (const { names } of templates) faults.push(...unknownParameters(heading, names));
    return templates;
  };
  const one = (heading: StatementHeading): SqlTemplate | null => {
    const [first, ...others] = templatesOf(heading);
    if (others.length > 0) faults.push(`"${heading}" holds ${others.length + 1} statements; it takes one`);
    return first ?? null;
  };
  const needed = (heading: StatementHeading): SqlTemplate => {
    const template = one(heading);
    if (!template) faults.push(`the heading "--! ${heading}" is missing, or has no statement`);
    return template ?? { sql: '', names: [] };
  };
  const table = (sections.get('table') ?? '').trim();
  if (!/^[\w."]{1,200}$/.test(table)) {
    faults.push('the line "--! table: <name>" is missing, or names no table');
  }
  const lookEvery = (sections.get('look every') ?? '60').trim();
  if (!/^\d{1,6}$/.test(lookEvery)) faults.push('"--! look every" takes a number of seconds');
  const mapping: Mapping = {
    table,
    findExisting: needed('find existing'),
    before: templatesOf('before'),
    insertInvoice: needed('insert invoice'),
    key: one('key'),
    insertLine: templatesOf('insert line'),
    insertDocument: templatesOf('insert document'),
    after: templatesOf('after'),
    stillThere: needed('still there'),
    marks: one('marks'),
    lookEveryMs: Number(lookEvery) * 1_000,
  };
  if (mapping.marks && !mapping.insertInvoice.names.includes('invoice_id')) {
    faults.push('with "--! marks", "insert invoice" must write :invoice_id into a column: it is the receipt');
  }
  if (faults.length === 0) return mapping;
  throw new StagingPostError(
    'mapping_invalid',
    `the mapping is wrong:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    { kind: 'usage', hint: 'docs/mappings/README.md shows how a mapping is written.', details: { faults } },
  );
}

function sectionsOf(text: string, faults: string[]): Map<Heading, string> {
  const sections = new Map<Heading, string>();
  let current: Heading | null = null;
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*--!\s*([^:]+?)\s*(?::\s*(.*?)\s*)?$/.exec(line);
    if (!heading) {
      if (current !== null) sections.set(current, `${sections.get(current) ?? ''}${line}\n`);
      continue;
    }
    const [, name = '', value = ''] = heading;
    const known = headings.find((each) => each === name.toLowerCase());
    if (!known) {
      const meant = closestMatch(name.toLowerCase(), [...headings], { maxDistance: 6 });
      faults.push(`there is no heading "${name}"${meant ? `; did you mean "${meant}"?` : ''}`);
    } else if (sections.has(known)) {
      faults.push(`the heading "${known}" stands there twice`);
    } else {
      sections.set(known, value);
    }
    current = known === 'table' || known === 'look every' ? null : (known ?? null);
  }
  return sections;
}

function unknownParameters(heading: StatementHeading, names: readonly string[]): string[] {
  const known = parametersOf[heading];
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = closestMatch(name, [...known], { maxDistance: 8 });
      return `under "${heading}" there is no :${name}${meant ? `; did you mean :${meant}?` : ''}`;
    });
}
