/** The reliability plot: how often a value was right, against how sure the reader said it was. An SVG that stands alone. */
import type { CalibrationBin } from './report.ts';

const side = 420;
const margin = 60;
const colours = ['#1d4e89', '#b3541e', '#2f6b3a', '#5a3d7a'] as const;

/** One line for each series of bins; bins that hold nothing are left out. */
export function reliabilityPlot(series: Readonly<Record<string, readonly CalibrationBin[]>>): string {
  const x = (share: number) => margin + share * side;
  const y = (share: number) => margin + (1 - share) * side;
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => [
    `<line x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}" stroke="#e5e5e5"/>`,
    `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="#e5e5e5"/>`,
    `<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${tick}</text>`,
    `<text x="${x(0) - 8}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  ]);
  const lines = Object.entries(series).flatMap(([name, bins], index) => {
    const colour = colours[index % colours.length] ?? 'black';
    const filled = bins.filter(({ values }) => values > 0);
    const points = filled.map(({ mean, values, right }) => ({
      left: x(mean),
      top: y(right / values),
      ...interval(right, values),
      values,
    }));
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.map(({ left, top }) => `${left.toFixed(1)},${top.toFixed(1)}`).join(' ')}"/>`,
      ...points.map(
        ({ left, low, high }) =>
          `<line x1="${left.toFixed(1)}" y1="${y(low).toFixed(1)}" x2="${left.toFixed(1)}" y2="${y(high).toFixed(1)}" stroke="${colour}" stroke-opacity="0.5"/>`,
      ),
      ...points.map(
        ({ left, top, values }) =>
          `<circle cx="${left.toFixed(1)}" cy="${top.toFixed(1)}" r="${(2 + Math.log10(values)).toFixed(1)}" fill="${colour}"><title>${values} values</title></circle>`,
      ),
      `<text x="${x(0) + 12}" y="${y(1) + 18 + index * 16}" fill="${colour}">${escaped(name)}, ${filled.reduce((sum, { values }) => sum + values, 0)} values</text>`,
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side + 2 * margin} ${side + 2 * margin}" font-family="sans-serif" font-size="12">`,
    '<title>How far a confidence can be believed</title>',
    '<rect width="100%" height="100%" fill="white"/>',
    ...ticks,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#999999" stroke-dasharray="4 4"/>`,
    ...lines,
    `<text x="${x(0.5)}" y="${y(0) + 40}" text-anchor="middle">confidence that the reader gave</text>`,
    `<text x="16" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 16 ${y(0.5)})">share that was right (bars: 95 % interval)</text>`,
    '</svg>',
    '',
  ].join('\n');
}

/** Wilson's interval: what the share may be when so many of so many were right. */
export function interval(right: number, values: number): { low: number; high: number } {
  const z = 1.96;
  const share = right / values;
  const middle = (share + z ** 2 / (2 * values)) / (1 + z ** 2 / values);
  const half =
    (z / (1 + z ** 2 / values)) * Math.sqrt((share * (1 - share)) / values + z ** 2 / (4 * values ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

function escaped(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}
