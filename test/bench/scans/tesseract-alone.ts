import { findBoxes } from '../../../src/stages/recognise/boxes/find-boxes.ts';
import { openTesseractJs } from '../../../src/stages/recognise/engine/tesseract-js.ts';
import type { OpenScan } from '../../../src/stages/recognise/open-recogniser.ts';
import { straighten, sweep } from '../../../src/stages/recognise/straighten.ts';
import { processorMs } from './processor.ts';

/** Milliseconds of processor tesseract.js takes to read the cleaned pages whole, once each: the yardstick of the time a scan takes. */
export async function tesseractAlone(scan: OpenScan, pages: number): Promise<number> {
  const engine = await openTesseractJs('fra');
  let milliseconds = 0;
  for (let number = 1; number <= pages; number += 1) {
    const drawn = await scan.draw(number);
    const { clean } = findBoxes(straighten(sweep(drawn), drawn.dpi));
    const start = processorMs();
    await engine.read(clean, 'sparse');
    milliseconds += processorMs() - start;
  }
  await engine.close();
  return milliseconds;
}
