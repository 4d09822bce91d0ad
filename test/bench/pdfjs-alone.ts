import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { loadPdfjs } from '../../src/stages/read/pdfjs.ts';

/** pdfjs in a thread of its own, where it finds the engine as it is and leaves it as its package does: nothing of the product is in it. */
export interface PdfjsAlone {
  /** Milliseconds for the text and the operator list of every page: the yardstick of the reading time. Throws where pdfjs cannot read it. */
  time(bytes: Uint8Array): Promise<number>;
  close(): Promise<void>;
}

export function startPdfjsAlone(): PdfjsAlone {
  const worker = new Worker(new URL('pdfjs-alone-worker.mjs', import.meta.url));
  return {
    time: async (bytes) => {
      const answered = once(worker, 'message');
      worker.postMessage(bytes);
      const [milliseconds]: unknown[] = await answered;
      if (typeof milliseconds !== 'number') throw new Error('pdfjs alone cannot read this document');
      return milliseconds;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The same in this process, with the library as the product loads it: faster by what `keepingNatives` spares it, and sharing the product's memory. */
export async function pdfjsBeside(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await loadPdfjs();
  const start = performance.now();
  const task = getDocument({ data: bytes.slice(), isEvalSupported: false, verbosity: 0 });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent();
      await page.getOperatorList();
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
  return performance.now() - start;
}
