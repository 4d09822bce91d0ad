import { basename } from 'node:path';

/** A path as the system gives it: bytes, since a file name need not be valid UTF-8. */
export type PathBytes = Buffer;

/** The path as text: bytes that are not UTF-8 are written `\xE9`, so that two names never become one. */
export function pathText(path: PathBytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(path);
  } catch {
    return decodeLossless(path);
  }
}

/** The base name of a path as text: what is shown and exported. */
export function nameText(path: PathBytes): string {
  return basename(pathText(path));
}

function decodeLossless(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    text += length === 0 ? `\\x${bytes.toString('hex', at, at + 1).toUpperCase()}` : bytes.toString('utf8', at, at + length);
    at += Math.max(1, length);
  }
  return text;
}

/** Bytes of the valid UTF-8 character that begins at `at`; 0 when none does. */
function sequenceLength(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    const slice = bytes.subarray(at, at + length);
    if (Buffer.from(slice.toString('utf8'), 'utf8').equals(slice)) return length;
  }
  return 0;
}
