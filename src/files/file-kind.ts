/** A PDF may begin after some junk; readers look for its mark in this many first bytes. */
export const HEAD_LENGTH = 8192;

/** What a file is, as far as an import cares. `image`: a picture of a page, which only character recognition can read. */
export type FileKind = 'pdf' | 'zip' | 'image' | 'other';

const APPLE_DOUBLE = [0x00, 0x05, 0x16, 0x07];
const IMAGE_MARKS: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** What a name alone tells; `null` when the first bytes must be looked at. */
export function kindOfName(name: string): FileKind | null {
  // macOS leaves a "._name.pdf" beside each file it copies: attributes, not a document.
  if (name.startsWith('._')) return null;
  if (/\.pdf$/iu.test(name)) return 'pdf';
  return /\.zip$/iu.test(name) ? 'zip' : null;
}

/** What the first bytes of a file tell. A file named `.pdf` is one whatever it holds: whoever reads it says what is wrong. */
export function kindOfBytes(head: Uint8Array, name: string): FileKind {
  if (startsWith(head, APPLE_DOUBLE) && name.startsWith('._')) return 'other';
  if (/\.pdf$/iu.test(name)) return 'pdf';
  if (IMAGE_MARKS.some((mark) => startsWith(head, mark))) return 'image';
  return Buffer.from(head.buffer, head.byteOffset, head.length).includes('%PDF-') ? 'pdf' : 'other';
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
