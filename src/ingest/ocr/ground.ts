/** What a picture is printed on, and the print apart from it: dark on light, whatever it was. Pure. */
import type { Raster } from './raster.ts';

/** The ground is looked for at points so many pixels apart, each time in a window of three times three such squares. */
const square = 16;

/** Grain of clean paper: what differs from the ground by less is the ground. A camera in bad light has more, but not any. */
const leastGrain = 14;
const mostGrain = 26;

/** More than 255: what is printed in grey is ink as well, and would be lost beside black. */
const fullInk = 400;

/** Print that goes beyond the grain by less is not made full ink: spots and folds do too; nor is what noise might be. */
const palestPrint = 30;
const palestInGrains = 3;

/** One pixel of so many is print where anything is printed at all. */
const pixelsPerPrint = 60;

/**
 * Ink on white, as dark as it differs from what it is printed on. So shadows and yellowed paper become white, and so do
 * panels and bars: letters left white in them come out dark.
 */
export function inkOnWhite({ width, height, grey }: Raster): Raster {
  const columns = Math.ceil(width / square);
  const rows = Math.ceil(height / square);
  const { grounds, reaches, grain } = groundsOf({ width, height, grey }, columns, rows);
  const between = weightsAlong(width);
  const result = new Uint8Array(grey.length);
  for (let y = 0; y < height; y += 1) {
    const top = clamp(Math.floor(y / square - 0.5), rows);
    const bottom = clamp(top + 1, rows);
    const down = weightAt(y);
    for (let x = 0; x < width; x += 1) {
      const left = clamp(Math.floor(x / square - 0.5), columns);
      const right = clamp(left + 1, columns);
      const value = grey[y * width + x] ?? 255;
      // At the edge of a panel both grounds are near: a pixel is printed on the one that it is likest.
      const [upperLeft, upperRight] = [top * columns + left, top * columns + right];
      const [lowerLeft, lowerRight] = [bottom * columns + left, bottom * columns + right];
      let ground = grounds[upperLeft] ?? 255;
      for (const near of [upperRight, lowerLeft, lowerRight]) {
        const other = grounds[near] ?? 255;
        if (Math.abs(value - other) < Math.abs(value - ground)) ground = other;
      }
      const across = between[x] ?? 0;
      const reach =
        (reaches[upperLeft] ?? 255) * (1 - across) * (1 - down) +
        (reaches[upperRight] ?? 255) * across * (1 - down) +
        (reaches[lowerLeft] ?? 255) * (1 - across) * down +
        (reaches[lowerRight] ?? 255) * across * down;
      const ink = Math.max(0, Math.abs(value - ground) - grain);
      // Labels in pale grey are no less meant than what is black.
      const gain = Math.max(fullInk / Math.max(ground, 255 - ground), 255 / reach);
      result[y * width + x] = 255 - Math.min(255, Math.round(ink * gain));
    }
  }
  return { width, height, grey: result };
}

/** How far a pixel is on its way from the middle of one square to that of the next. */
function weightAt(pixel: number): number {
  const place = pixel / square - 0.5;
  return place - Math.floor(place);
}

function weightsAlong(length: number): Float32Array {
  return Float32Array.from({ length }, (_, pixel) => weightAt(pixel));
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}

const levels = 32;

interface Grounds {
  /** The brightness that is commonest around each point: print covers less than half of what it stands on. */
  grounds: Uint8Array;
  /** By how much the print at each point goes beyond the grain. */
  reaches: Uint8Array;
  grain: number;
}

function groundsOf({ width, height, grey }: Raster, columns: number, rows: number): Grounds {
  const counts = new Uint16Array(columns * rows * levels);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / square) * columns;
    for (let x = 0; x < width; x += 1) {
      const at = (row + Math.floor(x / square)) * levels + ((grey[y * width + x] ?? 255) >> 3);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  const grounds = new Uint8Array(columns * rows);
  const around = new Uint32Array(levels);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      around.fill(0);
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const from = (clamp(row + dy, rows) * columns + clamp(column + dx, columns)) * levels;
          for (let level = 0; level < levels; level += 1)
            around[level] = (around[level] ?? 0) + (counts[from + level] ?? 0);
        }
      }
      grounds[row * columns + column] = commonest(around);
    }
  }
  return { grounds, ...reachesOf(counts, grounds) };
}

function reachesOf(counts: Uint16Array, grounds: Uint8Array): Pick<Grounds, 'reaches' | 'grain'> {
  const farthest = [...grounds].map((ground, index) =>
    farthestOf(counts.subarray(index * levels, (index + 1) * levels), ground),
  );
  // More than a tenth of any page is blank, and what is seen there is grain.
  const blank = Math.min(
    mostGrain,
    [...farthest].sort((a, b) => a - b)[Math.floor(farthest.length / 10)] ?? 0,
  );
  const grain = Math.max(leastGrain, blank);
  const least = Math.max(palestPrint, palestInGrains * blank);
  return {
    grain,
    reaches: Uint8Array.from(farthest, (each) => Math.min(255, Math.max(least, each - grain))),
  };
}

/** How far from the ground the print in a square goes, darker or lighter. */
function farthestOf(counts: Uint16Array, ground: number): number {
  const spread = [...counts]
    .map((count, level) => ({ count, distance: Math.abs(level * 8 + 4 - ground) }))
    .sort((a, b) => b.distance - a.distance);
  const wanted = spread.reduce((sum, { count }) => sum + count, 0) / pixelsPerPrint;
  let seen = 0;
  const print = spread.find(({ count }) => {
    seen += count;
    return seen > wanted;
  });
  return print?.distance ?? 0;
}

/** The mean of the fullest five levels beside each other: grain spreads a ground over several. */
function commonest(counts: Uint32Array): number {
  let [best, bestWeight, bestCount] = [255, 0, -1];
  for (let from = 0; from < levels; from += 1) {
    let [count, weight] = [0, 0];
    for (let level = Math.max(0, from - 2); level <= Math.min(levels - 1, from + 2); level += 1) {
      count += counts[level] ?? 0;
      weight += (counts[level] ?? 0) * (level * 8 + 4);
    }
    if (count > bestCount) [best, bestWeight, bestCount] = [from, weight, count];
  }
  return bestCount > 0 ? Math.round(bestWeight / bestCount) : best;
}
