/** Text as it stands in XML, and files as they stand there. */

export interface CarriedFile {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** "2026-11-02" → "20261102" */
export function withoutHyphens(date: string): string {
  return date.replaceAll('-', '');
}

/** UN/ECE Recommendation 20 codes. */
const unitCodes: Record<string, string> = { st: 'C62', tim: 'HUR', m: 'MTR', l: 'LTR', kg: 'KGM' };

export function unitCode(unit: string): string {
  return unitCodes[unit] ?? 'C62';
}
