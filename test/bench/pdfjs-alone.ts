import { loadPdfjs } from '../../src/stages/read/pdfjs.ts';

/** Milliseconds pdfjs alone takes for the text and the operator list of every page: the yardstick of the reading time. Loaded as the product loads it. */
export async function pdfjsAlone(bytes: Uint8Array): Promise<number> {
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
