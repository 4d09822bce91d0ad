/** Grey pixels, one byte each (0 black, 255 white), row by row from the top. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Ink (1) or paper (0), one byte a pixel, row by row from the top. */
export interface Bits {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Whole pixels: left, top, and the first column and row outside. */
export interface PixelBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The box around others, of which there is one at least. */
export function boxOver(boxes: readonly PixelBox[]): PixelBox {
  return {
    x0: Math.min(...boxes.map((box) => box.x0)),
    y0: Math.min(...boxes.map((box) => box.y0)),
    x1: Math.max(...boxes.map((box) => box.x1)),
    y1: Math.max(...boxes.map((box) => box.y1)),
  };
}

/** The part of a picture inside `box`, with `margin` pixels of white around. */
export function cut(picture: Picture, box: PixelBox, margin: number): Picture {
  const x0 = Math.max(0, Math.floor(box.x0));
  const y0 = Math.max(0, Math.floor(box.y0));
  const wide = Math.max(1, Math.min(picture.width, Math.ceil(box.x1)) - x0);
  const high = Math.max(1, Math.min(picture.height, Math.ceil(box.y1)) - y0);
  const width = wide + 2 * margin;
  const data = new Uint8Array(width * (high + 2 * margin)).fill(255);
  for (let y = 0; y < high; y++) {
    const from = (y0 + y) * picture.width + x0;
    data.set(picture.data.subarray(from, from + wide), (y + margin) * width + margin);
  }
  return { width, height: high + 2 * margin, data };
}
