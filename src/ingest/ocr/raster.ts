/** A picture in shades of grey, smaller and turned. Pure: numbers in, numbers out. */

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

/** Larger, each new pixel between the four that it came from; `factor` need not be whole. */
export function enlarged({ width, height, grey }: Raster, factor: number): Raster {
  const larger = { width: Math.round(width * factor), height: Math.round(height * factor) };
  const result = new Uint8Array(larger.width * larger.height);
  const columns = betweens(width, larger.width, factor);
  const rows = betweens(height, larger.height, factor);
  let at = 0;
  for (const row of rows) {
    const top = row.before * width;
    const bottom = row.after * width;
    for (const { before, after, share } of columns) {
      const upper = (grey[top + before] ?? 255) * (1 - share) + (grey[top + after] ?? 255) * share;
      const lower = (grey[bottom + before] ?? 255) * (1 - share) + (grey[bottom + after] ?? 255) * share;
      // Cut to a whole number, so half a one more rounds it.
      result[at++] = upper * (1 - row.share) + lower * row.share + 0.5;
    }
  }
  return { ...larger, grey: result };
}

/** For each new row or column the two that it lies between, and how far it is on its way from the first to the second. */
function betweens(
  length: number,
  newLength: number,
  factor: number,
): { before: number; after: number; share: number }[] {
  return Array.from({ length: newLength }, (_, index) => {
    const from = Math.min(Math.max((index + 0.5) / factor - 0.5, 0), length - 1);
    const before = Math.floor(from);
    return { before, after: Math.min(before + 1, length - 1), share: from - before };
  });
}

/** What lies within, in pixels, with so many blank ones around it; what reaches beyond the picture is left out. */
export function part(
  { width, height, grey }: Raster,
  within: { left: number; top: number; right: number; bottom: number },
  blank: number,
): Raster {
  const left = Math.max(0, Math.floor(within.left));
  const top = Math.max(0, Math.floor(within.top));
  const right = Math.max(left, Math.min(width, Math.ceil(within.right)));
  const bottom = Math.max(top, Math.min(height, Math.ceil(within.bottom)));
  const cut = { width: right - left + 2 * blank, height: bottom - top + 2 * blank };
  const result = new Uint8Array(cut.width * cut.height).fill(255);
  for (let y = top; y < bottom; y += 1) {
    const row = grey.subarray(y * width + left, y * width + right);
    result.set(row, (y - top + blank) * cut.width + blank);
  }
  return { ...cut, grey: result };
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

/** As PGM (netpbm, binary): the plainest format that OCR takes. */
export function asPgm({ width, height, grey }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]);
}
