import { parentPort } from 'node:worker_threads';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

// JavaScript, so that the thread starts without a compiler, and nothing but pdfjs runs in it.
parentPort?.on('message', async (bytes) => {
  const start = performance.now();
  const task = getDocument({ data: bytes, isEvalSupported: false, verbosity: 0 });
  try {
    const document = await task.promise;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      await page.getTextContent();
      await page.getOperatorList();
      page.cleanup();
    }
    await task.destroy();
    parentPort?.postMessage(performance.now() - start);
  } catch {
    await task.destroy();
    parentPort?.postMessage(null);
  }
});
