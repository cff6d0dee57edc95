/** What a picture is printed on, and the print apart from it: dark on light, whatever it was. Pure. */
import type { Raster } from './raster.ts';

/** The ground is looked for at points so many pixels apart, each time in a window of three times three such squares. */
const square = 16;

/** Grain of paper and camera: what differs from the ground by less is the ground. */
const grain = 14;

/** More than 255: what is printed in grey is ink as well, and would be lost beside black. */
const fullInk = 400;

/**
 * Ink on white, as dark as it differs from what it is printed on. So shadows and yellowed paper become white, and so do
 * panels and bars: letters left white in them come out dark.
 */
export function inkOnWhite({ width, height, grey }: Raster): Raster {
  const columns = Math.ceil(width / square);
  const rows = Math.ceil(height / square);
  const grounds = groundsOf({ width, height, grey }, columns, rows);
  const result = new Uint8Array(grey.length);
  for (let y = 0; y < height; y += 1) {
    const top = clamp(Math.floor(y / square - 0.5), rows);
    const bottom = clamp(top + 1, rows);
    for (let x = 0; x < width; x += 1) {
      const left = clamp(Math.floor(x / square - 0.5), columns);
      const right = clamp(left + 1, columns);
      const value = grey[y * width + x] ?? 255;
      // At the edge of a panel both grounds are near: a pixel is printed on the one that it is likest.
      let ground = grounds[top * columns + left] ?? 255;
      for (const near of [
        grounds[top * columns + right] ?? 255,
        grounds[bottom * columns + left] ?? 255,
        grounds[bottom * columns + right] ?? 255,
      ]) {
        if (Math.abs(value - near) < Math.abs(value - ground)) ground = near;
      }
      const ink = Math.max(0, Math.abs(value - ground) - grain);
      result[y * width + x] =
        255 - Math.min(255, Math.round((ink * fullInk) / Math.max(ground, 255 - ground)));
    }
  }
  return { width, height, grey: result };
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1);
}

const levels = 32;

/** The brightness that is commonest around each point: print covers less than half of what it stands on. */
function groundsOf({ width, height, grey }: Raster, columns: number, rows: number): Uint8Array {
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
  return grounds;
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
