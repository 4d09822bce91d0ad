import { findBoxes } from '../../../src/stages/recognise/boxes/find-boxes.ts';
import { modelFolder } from '../../../src/stages/recognise/engine/models.ts';
import { createWorker, OEM, PSM } from 'tesseract.js';
import type { OpenScan } from '../../../src/stages/recognise/open-recogniser.ts';
import { straighten, sweep } from '../../../src/stages/recognise/straighten.ts';
import { processorMs } from './processor.ts';

/** Milliseconds of processor tesseract.js takes to read the cleaned pages whole, once each: the yardstick of the time a scan takes. */
export async function tesseractAlone(scan: OpenScan, pages: number): Promise<number> {
  const options = { langPath: modelFolder('fra'), gzip: true, cacheMethod: 'none' };
  const worker = await createWorker('fra', OEM.LSTM_ONLY, options);
  await worker.setParameters({ user_defined_dpi: '300', debug_file: '/dev/null', tessedit_pageseg_mode: PSM.SPARSE_TEXT });
  let milliseconds = 0;
  for (let number = 1; number <= pages; number += 1) {
    const drawn = await scan.draw(number);
    const { clean } = findBoxes(straighten(sweep(drawn), drawn.dpi));
    const image = Buffer.concat([Buffer.from(`P5\n${String(clean.width)} ${String(clean.height)}\n255\n`, 'latin1'), clean.data]);
    const start = processorMs();
    await worker.recognize(image, {}, { blocks: true, text: false });
    milliseconds += processorMs() - start;
  }
  await worker.terminate();
  return milliseconds;
}
