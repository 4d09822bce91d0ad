import { DocumentRejected } from '../../model/errors.ts';

/** How far into a file its header may start: mail gateways and scanners put lines before it. */
const HEADER_REACH = 8192;
const TAIL_REACH = 2048;

/** Throws `vide` or `pas_un_pdf` when the bytes cannot be a PDF. */
export function checkHeader(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DocumentRejected('vide');
  if (!isPdf(bytes)) throw new DocumentRejected('pas_un_pdf');
}

/** Whether the bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, HEADER_REACH)).includes('%PDF-');
}

/** `whole`: ends as a PDF must. `unfinished`: its last marks are missing, but nothing of its contents. `cut`: contents are missing. */
export type Ending = 'whole' | 'unfinished' | 'cut';

/**
 * How the file ends. A library repairs a cut file by taking what is left for all there was; we do not. A file prepared for the web states its length and has
 * an end mark early on, so the marks must come after the last object.
 */
export function endingOf(bytes: Uint8Array): Ending {
  const stated = /\/Linearized\b[^>]*?\/L\s+(\d+)/u.exec(latin1(bytes.subarray(0, HEADER_REACH)))?.[1];
  if (stated !== undefined && bytes.length < Number(stated) - TAIL_REACH) return 'cut';
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  const tail = latin1(bytes.subarray(Math.max(0, end - TAIL_REACH), end));
  if (tail.includes('%%EOF')) return 'whole';
  if (/startxref|\btrailer\b/u.test(tail)) return 'unfinished';
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const mark = all.lastIndexOf('%%EOF');
  return mark >= 0 && all.lastIndexOf('endobj') < mark ? 'whole' : 'cut';
}

/** Why the library could not open the document, in our words. */
export function rejectionFor(error: unknown, ending: Ending, password?: string): DocumentRejected {
  if (error instanceof DocumentRejected) return error;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (error instanceof Error && error.name === 'PasswordException') {
    const isGiven = password !== undefined && password !== '';
    return new DocumentRejected('chiffre', detail, isGiven ? 'mot_de_passe_refuse' : null);
  }
  return new DocumentRejected(ending === 'whole' ? 'corrompu' : 'tronque', detail);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
