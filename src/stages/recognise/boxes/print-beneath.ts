import { label, type Component, type Labelled } from '../pixels/components.ts';
import type { Picture } from '../pixels/picture.ts';

/** As many dark pixels in one piece as this are print, a comma at least; the darkest spots of a stamp's own strokes are smaller. */
const PRINT = 20;

/** Those of the pale components under which something dark is printed: a figure that a stamp's letter runs into has less ink than that letter. `pale`: what is lighter is no print. */
export function printBeneath(
  { runs, components }: Labelled,
  pales: ReadonlySet<Component>,
  { width, height, data }: Picture,
  pale: number,
): ReadonlySet<Component> {
  if (pales.size === 0) return pales;
  const dark = { width, height, data: new Uint8Array(width * height) };
  const owner = new Map<number, Component>();
  for (let run = 0; run < runs.y.length; run++) {
    const own = components[runs.component[run] ?? -1];
    if (own === undefined || !pales.has(own)) continue;
    const row = (runs.y[run] ?? 0) * width;
    for (let at = row + (runs.from[run] ?? 0); at < row + (runs.to[run] ?? 0); at++) {
      if ((data[at] ?? 255) > pale) continue;
      dark.data[at] = 1;
      owner.set(at, own);
    }
  }
  const cores = label(dark);
  const over = new Set<Component>();
  for (let run = 0; run < cores.runs.y.length; run++) {
    const core = cores.components[cores.runs.component[run] ?? -1];
    const own = owner.get((cores.runs.y[run] ?? 0) * width + (cores.runs.from[run] ?? 0));
    if (own !== undefined && core !== undefined && core.ink >= PRINT) over.add(own);
  }
  return over;
}
