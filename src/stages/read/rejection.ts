import { DocumentRejected } from '../../model/errors.ts';

/** How far into a file its header may start: mail gateways and scanners put lines before it. */
const HEADER_REACH = 1024 * 8;
const TAIL_REACH = 2048;

/** What is wrong with the bytes before any reading; throws `vide` or `pas_un_pdf`. */
export function checkHeader(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new DocumentRejected('vide');
  if (!latin1(bytes.subarray(0, HEADER_REACH)).includes('%PDF-')) throw new DocumentRejected('pas_un_pdf');
}

/**
 * Whether the end of the file is missing: neither its last marks nor a cross-reference table stand near its end, or it is shorter than it says of
 * itself (a file prepared for the web states its length).
 */
export function isTruncated(bytes: Uint8Array): boolean {
  const start = latin1(bytes.subarray(0, HEADER_REACH));
  const stated = /\/Linearized\b[^>]*?\/L\s+(\d+)/u.exec(start)?.[1];
  if (stated !== undefined && bytes.length < Number(stated) - TAIL_REACH) return true;
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  const tail = latin1(bytes.subarray(Math.max(0, end - TAIL_REACH), end));
  return !/%%EOF|startxref|\btrailer\b/u.test(tail);
}

/** Why the library could not open the document, in our words. */
export function rejectionFor(error: unknown, bytes: { readonly truncated: boolean }): DocumentRejected {
  if (error instanceof DocumentRejected) return error;
  const name = error instanceof Error ? error.name : '';
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  if (name === 'PasswordException') return new DocumentRejected('chiffre', detail);
  if (bytes.truncated) return new DocumentRejected('tronque', detail);
  return new DocumentRejected('corrompu', detail);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
