import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import yauzl, { type Entry } from 'yauzl';
import { DocumentRejected, rejectedFor } from '../model/errors.ts';
import type { Precision } from '../model/vocabulary.ts';
import type { PathBytes } from './file-name.ts';

/** Where one file stands inside a ZIP archive: enough to read it without the archive's directory. Sizes and places in bytes. */
export interface ZipEntry {
  readonly offset: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly method: number;
  readonly crc32: number;
}

/** One file of an archive. `refusal`: why it must not be read, known from the directory alone. */
export interface ZippedFile {
  /** Its path inside the archive, with `/`. */
  readonly name: string;
  readonly entry: ZipEntry;
  readonly refusal: Precision | null;
}

/** More files than this in one archive are no archive of programmes. */
const MOST_ENTRIES = 200_000;
/** A PDF is compressed already: beyond this ratio a large entry is a bomb. */
const LARGEST_RATIO = 200;
const LARGE = 20_000_000;
const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 30;
const LOCAL_SIGNATURE = 0x04034b50;

/**
 * The files of an archive in the order of their names, folders left out. Nothing is unpacked. Throws a `DocumentRejected` when the archive cannot be read, or
 * when its files share their bytes (entries of an honest archive do not: together they are no longer than it).
 */
export async function listZip(path: PathBytes): Promise<readonly ZippedFile[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const zip = await yauzl.fromRandomAccessReaderPromise(new BlockReader(file), size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    });
    if (zip.entryCount > MOST_ENTRIES) throw rejectedFor('zip_bombe', `${String(zip.entryCount)} entries`);
    const files: ZippedFile[] = [];
    const met = new Map<string, number>();
    let packed = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      packed += entry.compressedSize;
      if (packed > size) throw rejectedFor('zip_bombe', 'entries overlap');
      const times = (met.get(name) ?? 0) + 1;
      met.set(name, times);
      // An archive may hold one name twice: both are documents.
      files.push({ name: times === 1 ? name : `${name}~${String(times)}`, entry: placeOf(entry), refusal: refusalOf(entry, name) });
    }
    return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch (error) {
    if (error instanceof DocumentRejected) throw error;
    throw rejectedFor('zip_illisible', error instanceof Error ? error.message : String(error));
  } finally {
    await file.close();
  }
}

/** The bytes of one file of an archive: never more than the directory says. Throws a `DocumentRejected` when they are not there whole. */
export async function readZipEntry(path: PathBytes, entry: ZipEntry): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    return await unpack(await packedBytes(file, entry), entry);
  } catch (error) {
    if (error instanceof DocumentRejected) throw error;
    throw rejectedFor('zip_illisible', error instanceof Error ? error.message : String(error));
  } finally {
    await file.close();
  }
}

/** The first bytes of a file of an archive, up to `length`: to see what kind of file it is. */
export async function headOfZipEntry(path: PathBytes, entry: ZipEntry, length: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const packed = await packedBytes(file, { ...entry, compressedSize: Math.min(entry.compressedSize, length) });
    if (entry.method === STORED) return packed;
    // What comes after is cut off: what there is of it is asked for.
    return await inflate(packed, { maxOutputLength: length * 1100, finishFlush: 2 });
  } catch {
    return Buffer.alloc(0);
  } finally {
    await file.close();
  }
}

const BLOCK = 1 << 18;

/** Gives the directory of an archive from large blocks: asked for entry by entry, a long one takes seconds. */
class BlockReader extends yauzl.RandomAccessReader {
  #block: Buffer = Buffer.alloc(0);
  #start = 0;

  constructor(private readonly file: FileHandle) {
    super();
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.#take(buffer, offset, length, position).then(
      () => callback(null),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  async #take(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (position < this.#start || position + length > this.#start + this.#block.length) {
      const block = Buffer.alloc(Math.max(BLOCK, length));
      const { bytesRead } = await this.file.read(block, 0, block.length, position);
      this.#block = block.subarray(0, bytesRead);
      this.#start = position;
      if (bytesRead < length) throw new Error('the archive ends early');
    }
    this.#block.copy(buffer, offset, position - this.#start, position - this.#start + length);
  }
}

const inflate = promisify<Buffer, { maxOutputLength: number; finishFlush?: number }, Buffer>(inflateRaw);

async function packedBytes(file: FileHandle, { offset, compressedSize }: ZipEntry): Promise<Buffer> {
  const header = await bytesAt(file, offset, LOCAL_HEADER);
  if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw rejectedFor('zip_illisible', 'no file where the directory says');
  const start = offset + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  return bytesAt(file, start, compressedSize);
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (position + length > size) throw rejectedFor('zip_illisible', 'a file goes beyond the end');
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead !== length) throw rejectedFor('zip_illisible', 'the archive ends early');
  return bytes;
}

async function unpack(packed: Buffer, { method, size, crc32: expected }: ZipEntry): Promise<Buffer> {
  const bytes = method === STORED ? packed : await inflate(packed, { maxOutputLength: Math.max(1, size) });
  if (bytes.length !== size || crc32(bytes) !== expected) throw rejectedFor('zip_illisible', 'not the bytes that were packed');
  return bytes;
}

function placeOf(entry: Entry): ZipEntry {
  return {
    offset: entry.relativeOffsetOfLocalHeader,
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    method: entry.compressionMethod,
    crc32: entry.crc32,
  };
}

function nameOf(entry: Entry): string {
  return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

function refusalOf(entry: Entry, name: string): Precision | null {
  if (/^(?:\/|[a-z]:)/iu.test(name) || name.split('/').includes('..') || name.includes('\u0000')) return 'zip_nom_interdit';
  if (entry.isEncrypted()) return 'zip_chiffre';
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return 'zip_methode';
  if (entry.uncompressedSize > LARGE && entry.uncompressedSize > LARGEST_RATIO * entry.compressedSize) return 'zip_bombe';
  return null;
}
