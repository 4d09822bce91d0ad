import type { Random } from '../../generator/random.ts';

/** A picture in grey levels, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Normal deviates, two for each pair of uniform ones. */
export function gaussian(random: Random): () => number {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
    const angle = 2 * Math.PI * random.next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Light, noise, dirt and the dark strip of an open lid, on a copy. */
export function dirty(
  { width, height, data }: Picture,
  wear: { readonly noise: number; readonly shadow: number; readonly specks: number; readonly border: boolean },
  random: Random,
): Picture {
  const normal = gaussian(random.fork());
  const out = new Float32Array(width * height);
  const [dx, dy] = [random.next() * 2 - 1, random.next() * 2 - 1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x;
      const light = wear.shadow * Math.max(0, Math.min(1, 0.5 + 0.5 * (dx * (x / width - 0.5) + dy * (y / height - 0.5)) * 2 - 0.25));
      out[index] = (data[index] ?? 255) * (1 - light / 255) - 4 + wear.noise * normal();
    }
  }
  const put = (x: number, y: number, radius: number, shade: number): void => {
    for (let py = Math.max(0, y - radius); py <= Math.min(height - 1, y + radius); py++)
      for (let px = Math.max(0, x - radius); px <= Math.min(width - 1, x + radius); px++)
        if ((px - x) ** 2 + (py - y) ** 2 <= radius * radius + 0.5) out[py * width + px] = shade;
  };
  const count = Math.round((wear.specks * width * height) / 10_000);
  for (let n = 0; n < count; n++)
    put(random.int(0, width - 1), random.int(0, height - 1), random.chance(0.85) ? 0 : 1, random.int(20, 140));
  if (wear.border) {
    const [left, top] = [random.int(2, Math.round(width / 60)), random.int(2, Math.round(height / 80))];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) if (x < left + 2 * normal() || y < top) out[y * width + x] = 40 + 15 * normal();
  }
  return { width, height, data: Uint8Array.from(out, (value) => Math.max(0, Math.min(255, Math.round(value)))) };
}

/** A rubber stamp or a signature, as SVG to lay over the page: where it falls it lets print show through. */
export function stampSvg(width: number, height: number, dpi: number, random: Random): string {
  const unit = dpi / 72;
  const [x, y] = [Math.round(width * (0.15 + 0.6 * random.next())), Math.round(height * (0.35 + 0.5 * random.next()))];
  const angle = random.int(-20, 20);
  const ink = random.pick(['#4a5fb5', '#b54a55', '#5a5a7a', '#6d7fbf']);
  const body = random.chance(0.5)
    ? `<ellipse rx="${75 * unit}" ry="${38 * unit}" fill="none" stroke="${ink}" stroke-width="${2 * unit}"/>
       <text font-family="Liberation Sans" font-size="${11 * unit}" fill="${ink}" text-anchor="middle" y="${-8 * unit}">REÇU LE</text>
       <text font-family="Liberation Sans" font-size="${13 * unit}" font-weight="bold" fill="${ink}" text-anchor="middle" y="${10 * unit}">${random.int(1, 28)} MARS 20${random.int(16, 25)}</text>`
    : `<path fill="none" stroke="${ink}" stroke-width="${1.6 * unit}" d="M ${-60 * unit} 0 ${Array.from({ length: 7 }, () => `Q ${random.int(-70, 70) * unit} ${random.int(-40, 40) * unit} ${random.int(-60, 70) * unit} ${random.int(-20, 25) * unit}`).join(' ')}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g transform="translate(${x} ${y}) rotate(${angle})" opacity="0.75">${body}</g></svg>`;
}
