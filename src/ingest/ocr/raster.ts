/** A picture in shades of grey, and what is done to it before it is read. Pure: numbers in, numbers out. */

/** Row by row from the top, one byte a pixel: 0 is black, 255 is white. */
export interface Raster {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** Grey from RGBA (ITU-R BT.601 luma); what is transparent is paper. */
export function rasterFromRgba(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Raster {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0; pixel < grey.length; pixel += 1) {
    const at = pixel * 4;
    const alpha = (rgba[at + 3] ?? 255) / 255;
    const luma = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
    grey[pixel] = Math.round(255 + (luma - 255) * alpha);
  }
  return { width, height, grey };
}

/** Smaller, each new pixel the mean of those it stands for; `factor` is a whole number. */
export function shrink({ width, height, grey }: Raster, factor: number): Raster {
  if (factor <= 1) return { width, height, grey };
  const smaller = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
  const result = new Uint8Array(smaller.width * smaller.height);
  for (let y = 0; y < smaller.height; y += 1) {
    for (let x = 0; x < smaller.width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy += 1) {
        const row = (y * factor + dy) * width + x * factor;
        for (let dx = 0; dx < factor; dx += 1) sum += grey[row + dx] ?? 255;
      }
      result[y * smaller.width + x] = Math.round(sum / (factor * factor));
    }
  }
  return { ...smaller, grey: result };
}

/** Turned clockwise by a quarter as often as said. */
export function turn(raster: Raster, quarters: number): Raster {
  const times = ((quarters % 4) + 4) % 4;
  if (times === 0) return raster;
  const { width, height, grey } = raster;
  const turned: Raster =
    times === 2
      ? { width, height, grey: new Uint8Array(grey.length) }
      : { width: height, height: width, grey: new Uint8Array(grey.length) };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        times === 1
          ? [height - 1 - y, x]
          : times === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      turned.grey[toY * turned.width + toX] = grey[y * width + x] ?? 255;
    }
  }
  return turned;
}

/** How large the squares are in which the paper's own brightness is looked for, in pixels. */
const paperSquare = 32;

/**
 * Evens out shadows and yellowed paper: every pixel is measured against the brightness of the paper around it, so that
 * paper becomes white wherever it is, and ink stays as dark as it is against its paper.
 */
export function flatten({ width, height, grey }: Raster): Raster {
  const columns = Math.ceil(width / paperSquare);
  const rows = Math.ceil(height / paperSquare);
  const paper = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      paper[row * columns + column] = brightnessOfPaper(grey, width, height, column, row);
    }
  }
  const smooth = smoothed(paper, columns, rows);
  const result = new Uint8Array(grey.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const ground = interpolated(smooth, columns, rows, x / paperSquare - 0.5, y / paperSquare - 0.5);
      result[at] = Math.min(255, Math.round(((grey[at] ?? 255) * 250) / Math.max(ground, 40)));
    }
  }
  return { width, height, grey: result };
}

/** The brightness that nine of ten pixels of the square do not exceed: paper, not a stray bright spot. */
function brightnessOfPaper(
  grey: Uint8Array,
  width: number,
  height: number,
  column: number,
  row: number,
): number {
  const counts = new Uint32Array(256);
  let pixels = 0;
  const bottom = Math.min(height, (row + 1) * paperSquare);
  const right = Math.min(width, (column + 1) * paperSquare);
  for (let y = row * paperSquare; y < bottom; y += 2) {
    for (let x = column * paperSquare; x < right; x += 2) {
      const value = grey[y * width + x] ?? 255;
      counts[value] = (counts[value] ?? 0) + 1;
      pixels += 1;
    }
  }
  let left = pixels * 0.1;
  for (let value = 255; value >= 0; value -= 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 0;
}

/** Squares full of ink borrow the brightness of their neighbours: the brightest around, then the mean of those. */
function smoothed(values: Float32Array, columns: number, rows: number): Float32Array {
  const around = (from: Float32Array, pick: (near: number[]) => number) => {
    const result = new Float32Array(from.length);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const near: number[] = [];
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            const [x, y] = [column + dx, row + dy];
            if (x >= 0 && y >= 0 && x < columns && y < rows) near.push(from[y * columns + x] ?? 0);
          }
        }
        result[row * columns + column] = pick(near);
      }
    }
    return result;
  };
  const brightest = around(values, (near) => Math.max(...near));
  return around(brightest, (near) => near.reduce((sum, value) => sum + value, 0) / near.length);
}

function interpolated(values: Float32Array, columns: number, rows: number, x: number, y: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), columns - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), rows - 1);
  const right = Math.min(left + 1, columns - 1);
  const bottom = Math.min(top + 1, rows - 1);
  const fx = Math.min(Math.max(x - left, 0), 1);
  const fy = Math.min(Math.max(y - top, 0), 1);
  const at = (column: number, row: number) => values[row * columns + column] ?? 255;
  return (
    (at(left, top) * (1 - fx) + at(right, top) * fx) * (1 - fy) +
    (at(left, bottom) * (1 - fx) + at(right, bottom) * fx) * fy
  );
}

/**
 * Whether lines of writing run across the picture (true) or up and down: across them, light and dark alternate far more
 * strongly than along them.
 */
export function runsAcross(raster: Raster): boolean {
  const small = shrink(raster, Math.max(1, Math.floor(Math.max(raster.width, raster.height) / 800)));
  const rows = new Float64Array(small.height);
  const columns = new Float64Array(small.width);
  for (let y = 0; y < small.height; y += 1) {
    for (let x = 0; x < small.width; x += 1) {
      const ink = 255 - (small.grey[y * small.width + x] ?? 255);
      rows[y] = (rows[y] ?? 0) + ink / small.width;
      columns[x] = (columns[x] ?? 0) + ink / small.height;
    }
  }
  return roughness(rows) >= roughness(columns);
}

/** How much neighbours differ: sum of the squared steps. */
function roughness(profile: Float64Array): number {
  let sum = 0;
  for (let at = 1; at < profile.length; at += 1) sum += ((profile[at] ?? 0) - (profile[at - 1] ?? 0)) ** 2;
  return sum / profile.length;
}

/** As PGM (netpbm, binary): the plainest format that OCR takes. */
export function asPgm({ width, height, grey }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]);
}
