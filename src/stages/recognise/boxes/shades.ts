import type { Bits, Picture, PixelBox } from '../pixels/picture.ts';
import type { Regions } from './regions.ts';

/** A ground this much darker than the page's paper is a colour of its own. */
const DARKER = 0.95;
const STEP = 6;

/** Cells whose paper is darker than the page's. */
export function shadedRegions(picture: Picture, ink: Bits, regions: Regions): { readonly box: PixelBox; readonly shade: number }[] {
  const { width, height, data } = picture;
  const sums = new Float64Array(regions.boxes.length);
  const counts = new Float64Array(regions.boxes.length);
  for (let y = 2; y < height; y += STEP)
    for (let x = 2; x < width; x += STEP) {
      const region = regions.at(x, y);
      const index = y * width + x;
      if (region < 0 || ink.data[index] === 1) continue;
      sums[region] = (sums[region] ?? 0) + (data[index] ?? 255);
      counts[region] = (counts[region] ?? 0) + 1;
    }
  const means = Array.from(sums, (sum, region) => ((counts[region] ?? 0) < 20 ? 255 : sum / (counts[region] ?? 1)));
  const cells = means.filter((_, region) => region !== regions.outside).sort((a, b) => a - b);
  // The lightest cells are bare paper, whatever the light: the table's own measure.
  const paper = cells[Math.floor(cells.length * 0.8)] ?? 255;
  return regions.boxes.flatMap((box, region) => {
    const mean = means[region] ?? 255;
    return region !== regions.outside && mean < DARKER * paper ? [{ box, shade: Number((mean / 255).toFixed(2)) }] : [];
  });
}
