import { expect, it } from 'vitest';

const { push } = Array.prototype;
const { stringify, parse } = JSON;

it('loads the PDF library without its slower replacements of what the engine does itself', async () => {
  const { loadPdfjs } = await import('../../src/stages/read/pdfjs.ts');
  const { getDocument } = await loadPdfjs();
  // The first document loads what the library had left for later.
  await getDocument({ data: new Uint8Array([37, 80, 68, 70]), verbosity: 0 }).promise.catch(() => null);
  expect([Array.prototype.push, JSON.stringify, JSON.parse]).toEqual([push, stringify, parse]);
});
