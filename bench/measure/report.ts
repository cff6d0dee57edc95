/** Tallies as data for programs and as tables for people. */
import stringWidth from 'string-width';
import { type Field, fields } from './expected.ts';
import type { Tally } from './tally.ts';

export interface CalibrationBin {
  /** From here, up to the next bin. */
  from: number;
  values: number;
  right: number;
}

export interface GroupReport extends Omit<Tally, 'ms' | 'calibration'> {
  ms: { median: number; p95: number; slowest: number };
  calibration: CalibrationBin[];
}

export function reportOf(tally: Tally): GroupReport {
  const sorted = [...tally.ms].sort((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    ...tally,
    ms: { median: at(0.5), p95: at(0.95), slowest: at(1) },
    calibration: binsOf(tally.calibration),
  };
}

const bins = 10;

export function binsOf(values: Tally['calibration']): CalibrationBin[] {
  return Array.from({ length: bins }, (_, index) => {
    const inside = values.filter(
      ({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins + 1e-9)) === index,
    );
    return {
      from: index / bins,
      values: inside.length,
      right: inside.filter(({ isRight }) => isRight).length,
    };
  });
}

export function tablesOf(groups: Readonly<Record<string, GroupReport>>): string {
  return Object.entries(groups)
    .map(([name, report]) => tablesOfGroup(name, report))
    .join('\n');
}

function tablesOfGroup(name: string, report: GroupReport): string {
  const { documents, invoices, others, crashes, ready, ms } = report;
  const blocks = [
    `\n== ${name}: ${documents} documents, ${invoices} invoices and ${others} other papers; ${ms.median} ms each (95 % within ${ms.p95}), ${crashes.length} crashes`,
    ...crashes.slice(0, 5).map((crash) => `   crash: ${crash}`),
  ];
  if (invoices > 0) {
    blocks.push(
      aligned([
        ['field', 'right', 'wrong', 'absent', 'rightly absent', 'right of those shown'],
        ...fields.flatMap((field) => rowOf(field, report)),
      ]),
      `  straight through: ${share(ready, invoices)}; of these with a wrong field: ${share(report.wrongAmongReady, ready)}, with only lines wrong: ${share(report.wrongLinesAmongReady, ready)}`,
      `  supplier identified: ${share(report.supplierIdentified, invoices)}; an account to pay to, none wrong: ${share(report.payable.anyAccount, report.payable.withAccount)}`,
      `  invoices called no invoice: ${share(report.calledOther, documents - others)}; read beyond those there: ${report.surplus}, of which ready ${report.surplusReady}`,
    );
  }
  if (others > 0 || report.othersReady > 0) {
    blocks.push(
      `  other papers: not staged as invoices ${share(report.othersKnown + report.othersUnknown, others)} (known as none ${report.othersKnown}, put to a person ${report.othersUnknown}); staged for a person as invoices ${report.othersStaged}, as sure invoices ${report.othersReady}`,
    );
  }
  return blocks.join('\n');
}

function rowOf(field: Field, { fields: counted }: GroupReport): string[][] {
  const { right, wrong, absent, correctlyAbsent } = counted[field];
  if (right + wrong + absent + correctlyAbsent === 0) return [];
  return [
    [field, ...[right, wrong, absent, correctlyAbsent].map(String), share(right, right + wrong + absent)],
  ];
}

/** "95.2 % (40 of 42)" */
export function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;
}

export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const pad = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
          return column === 0 ? `  ${cell}${pad}` : pad + cell;
        })
        .join('  '),
    )
    .join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
