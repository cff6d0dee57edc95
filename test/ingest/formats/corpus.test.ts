/** E-invoices that nobody here wrote, against what an independent reader says is in them. */
import { describe, expect, test } from '@jest/globals';
import { type Finding, nothingStaged } from '../../../src/ingest/formats/format.ts';
import { readDocument } from '../../../src/ingest/formats/read-document.ts';
import { mediaTypes } from '../../../src/ingest/mime/media-type.ts';
import { defaultReadingLimits } from '../../../src/ingest/reading-limits.ts';
import { type CorpusFile, corpusFiles, corpusMissing, hasCorpus } from '../../support/corpus.ts';
import { differences } from './expected-invoice.ts';

/** How many files in a thousand may differ before it is a fault of ours. */
const differingPerThousand = 5;

function read(file: string, mediaType: string): Promise<Finding> {
  return readDocument(file, mediaType, false, { limits: defaultReadingLimits });
}

async function faultsIn(files: readonly CorpusFile[], mediaType: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, file, expected } of files) {
    const finding = await read(file, mediaType);
    const [found] = finding.invoices;
    const differing = found
      ? differences(found.invoice, expected)
      : [`not read as an invoice: ${finding.reason?.message}`];
    if (finding.invoices.length > 1) differing.push(`read as ${finding.invoices.length} invoices`);
    if (differing.length > 0) faults.push(`${name}: ${differing.join('; ')}`);
  }
  return faults;
}

function allowed(files: readonly CorpusFile[]): number {
  return Math.floor((files.length * differingPerThousand) / 1000);
}

(hasCorpus ? describe : describe.skip)('real e-invoices', () => {
  test('every field of every XML file is what an independent reader finds in it', async () => {
    const files = corpusFiles('einvoice-xml');
    const faults = await faultsIn(files, mediaTypes.xml);
    expect(files.length).toBeGreaterThan(0);
    expect(faults.length > allowed(files) ? faults : []).toEqual([]);
  });

  test('a PDF with an e-invoice inside is read from its data, whatever the data is called', async () => {
    const files = corpusFiles('hybrid-pdf');
    const faults = await faultsIn(files, mediaTypes.pdf);
    expect(files.length).toBeGreaterThan(0);
    expect(faults.length > allowed(files) ? faults : []).toEqual([]);
  });

  test('the files inside an e-invoice become documents of it, one by one, by their names', async () => {
    const faults: string[] = [];
    for (const { name, file, expected } of corpusFiles('einvoice-xml')) {
      const carried = expected.attachments as { filename: string | null }[];
      const { embedded, invoices } = await read(file, mediaTypes.xml);
      const names = embedded.map(({ fileName }) => fileName);
      const wanted = carried.map(({ filename }) => filename ?? null);
      if (invoices.length !== 1 || names.join('|') !== wanted.join('|')) {
        faults.push(`${name}: ${names.join(', ')}; expected ${wanted.join(', ')}`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('damaged XML is put to a person, with what is wrong with it', async () => {
    const files = corpusFiles('hostile').filter(({ name }) => name.endsWith('.xml'));
    const findings = await Promise.all(files.map(({ file }) => read(file, mediaTypes.xml)));
    expect(files.length).toBeGreaterThan(0);
    expect(findings).toEqual(
      files.map(() => nothingStaged('unreadable', expect.objectContaining({ code: 'xml_damaged' }) as never)),
    );
  });
});

if (!hasCorpus) {
  test(corpusMissing, () => {
    expect(hasCorpus).toBe(false);
  });
}
