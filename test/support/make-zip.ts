import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipSpec {
  readonly name: string;
  readonly data: Uint8Array;
  /** Stored as it is instead of deflated. */
  readonly stored?: boolean;
  /** Bits of the general purpose flag; 0x800 says that the name is UTF-8, 1 that the data is enciphered. */
  readonly flags?: number;
  /** What the directory says in place of the truth. */
  readonly statedSize?: number;
  /** Puts the data of an earlier file of the archive, by its number, in place of its own. */
  readonly sameAs?: number;
}

const UTF8 = 0x800;

/** A ZIP archive made by hand, honest or not. */
export function makeZip(files: readonly ZipSpec[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const { name, data, stored = false, flags = UTF8, statedSize = data.length, sameAs } of files) {
    const packed = stored ? Buffer.from(data) : deflateRawSync(data);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(flags, 0);
    fields.writeUInt16LE(stored ? 0 : 8, 2);
    fields.writeUInt32LE(0x5a210000, 4);
    fields.writeUInt32LE(crc32(data), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(statedSize, 16);
    fields.writeUInt16LE(Buffer.byteLength(name), 20);
    const offset = sameAs === undefined ? length : (offsets[sameAs] ?? 0);
    offsets.push(offset);
    if (sameAs === undefined)
      push(Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\u0000'), fields, Buffer.alloc(2), Buffer.from(name), packed]));
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(offset, 12);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003\u0014\u0000'), fields, entry, Buffer.from(name)]));
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(length, 16);
  return Buffer.concat([...parts, central, end]);
}
