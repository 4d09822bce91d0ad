import { inflateRawSync, inflateSync } from 'node:zlib';

/** A compressed part longer than this is not checked: no text is. */
const LONGEST_CHECKED = 64 * 1024 * 1024;
/** Wrong checksums in fewer parts than this do not tell a sloppy producer from damage. */
const FEWEST_SLOPPY = 4;
/** An object's dictionary stands within so many bytes before its data. */
const DICTIONARY_REACH = 8192;

/** Parts that say nothing of the text: pictures, font outlines, colour profiles, attachments. */
const WITHOUT_TEXT =
  /\/Image\b|\/Length1\b|\/(?:Type1C|CIDFontType0C|OpenType)\b|\/Metadata\b|\/EmbeddedFile\b|\/Alternate\b|\/ShadingType\b|\/FunctionType\b/u;
const DEFLATED = /\/(?:Filter|F)\s*\[?\s*\/(?:FlateDecode|Fl)\b/u;

/** Bytes that no PDF has outside its data and its strings: control characters, and the zeros a failed copy leaves. */
const NOT_TEXT = /[\u0001-\u0008\u000e-\u001f\u007f]|\u0000{8}/u;
const STRING = /\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\)/gu;
const COMMENT = /%[^\r\n]*/gu;

/**
 * What is wrong with the parts of a file that text comes from, or `null`. A reading library takes what it gets out of a damaged part for all of it: half a
 * page would be read as a whole one. Every compressed part carries its own checksum, and what stands around them is plain text; here both count.
 */
export function damageOf(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Enciphered parts cannot be checked without their key.
  if (file.includes('/Encrypt')) return null;
  let checked = 0;
  let mismatched = 0;
  let outside = Math.max(0, file.indexOf(' obj'));
  for (const { start, end, deflated } of dataParts(file)) {
    if (start > outside && isGarbled(file.toString('latin1', outside, start)))
      return `not text between bytes ${String(outside)} and ${String(start)}`;
    outside = end;
    if (!deflated) continue;
    checked++;
    const state = stateOf(file.subarray(start, end));
    if (state === 'broken') return `damaged data at byte ${String(start)}`;
    if (state === 'mismatch') mismatched++;
  }
  if (isGarbled(file.toString('latin1', outside, Math.max(outside, file.lastIndexOf('endobj')))))
    return `not text after byte ${String(outside)}`;
  // A producer that never gets a checksum right is sloppy; one wrong among right ones is damage.
  return mismatched > 0 && (mismatched < checked || checked < FEWEST_SLOPPY) ? `${String(mismatched)} wrong checksums` : null;
}

function isGarbled(text: string): boolean {
  return NOT_TEXT.test(text) && NOT_TEXT.test(text.replace(STRING, '').replace(COMMENT, ''));
}

interface DataPart {
  readonly start: number;
  readonly end: number;
  /** Compressed, with a checksum, and text may come from it. */
  readonly deflated: boolean;
}

function* dataParts(file: Buffer): Generator<DataPart> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const start = dataStart(file, at + 6);
    if (start === null) continue;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY_REACH), at);
    const dictionary = before.slice(before.lastIndexOf(' obj') + 4);
    const end = dataEnd(file, start, dictionary);
    if (end === null) continue;
    yield { start, end, deflated: DEFLATED.test(dictionary) && !WITHOUT_TEXT.test(dictionary) };
    at = end;
  }
}

function dataStart(file: Buffer, at: number): number | null {
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1;
  return file[at] === 0x0a ? at + 1 : null;
}

function dataEnd(file: Buffer, start: number, dictionary: string): number | null {
  const stated = /\/Length\s+(\d+)(?!\s+\d+\s+R)/u.exec(dictionary)?.[1];
  const end = start + Number(stated ?? -1);
  if (stated !== undefined && /^\s*endstream/u.test(file.toString('latin1', end, end + 12))) return end;
  const mark = file.indexOf('endstream', start);
  return mark < 0 ? null : mark;
}

/** `mismatch`: unpacks, but to something other than what was packed. */
function stateOf(data: Buffer): 'whole' | 'mismatch' | 'broken' {
  if (data.length < 3) return 'whole';
  try {
    inflateSync(data, { maxOutputLength: LONGEST_CHECKED });
    return 'whole';
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') return 'whole';
  }
  try {
    // Without its frame: complete all the same?
    inflateRawSync(data.subarray(2), { maxOutputLength: LONGEST_CHECKED });
    return 'mismatch';
  } catch {
    return 'broken';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
