import { rejectedFor } from '../../../model/errors.ts';
import type { Density } from './sheet.ts';

/** Bytes of one value of each type of field: BYTE, ASCII, SHORT, LONG, RATIONAL, and their signed likes. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8 };
const RATIONAL = new Set([5, 10]);

const TAG = { orientation: 274, xResolution: 282, yResolution: 283, resolutionUnit: 296 } as const;
const CENTIMETRES = 3;
const NO_UNIT = 1;

interface Field {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

/** One directory of a TIFF file, or of the EXIF data of another kind of image. */
export class TiffDirectory {
  private constructor(
    private readonly file: Buffer,
    readonly isLittle: boolean,
    private readonly fields: ReadonlyMap<number, Field>,
    /** Where the next one stands; 0 when there is none. */
    readonly next: number,
  ) {}

  /** Where the first directory stands. */
  static first(file: Buffer): number {
    return file.length < 8 ? 0 : uint(file, 4, 4, isLittle(file));
  }

  /** Throws a `DocumentRejected` when it goes beyond the file. */
  static at(file: Buffer, offset: number): TiffDirectory {
    const little = isLittle(file);
    const count = uint(file, offset, 2, little);
    const fields = new Map<number, Field>();
    for (let index = 0; index < count; index++) {
      const at = offset + 2 + 12 * index;
      const type = uint(file, at + 2, 2, little);
      const size = SIZES[type];
      const values = uint(file, at + 4, 4, little);
      if (size === undefined) continue;
      const place = size * values <= 4 ? at + 8 : uint(file, at + 8, 4, little);
      fields.set(uint(file, at, 2, little), { type, count: values, at: place });
    }
    return new TiffDirectory(file, little, fields, uint(file, offset + 2 + 12 * count, 4, little));
  }

  has(tag: number): boolean {
    return this.fields.has(tag);
  }

  numbers(tag: number): readonly number[] {
    const field = this.fields.get(tag);
    if (field === undefined) return [];
    const size = SIZES[field.type] ?? 1;
    checkWithin(this.file, field.at, size * field.count);
    return Array.from({ length: field.count }, (_, index) => {
      const at = field.at + size * index;
      if (!RATIONAL.has(field.type)) return uint(this.file, at, size, this.isLittle);
      const below = uint(this.file, at + 4, 4, this.isLittle);
      return below === 0 ? 0 : uint(this.file, at, 4, this.isLittle) / below;
    });
  }

  number(tag: number, otherwise: number): number {
    const field = this.fields.get(tag);
    if (field === undefined || field.count < 1) return otherwise;
    return this.numbers(tag)[0] ?? otherwise;
  }

  bytes(tag: number): Buffer | null {
    const field = this.fields.get(tag);
    if (field === undefined) return null;
    checkWithin(this.file, field.at, field.count);
    return this.file.subarray(field.at, field.at + field.count);
  }

  get orientation(): number {
    return this.number(TAG.orientation, 1);
  }

  get density(): Density | null {
    const unit = this.number(TAG.resolutionUnit, 2);
    const scale = unit === CENTIMETRES ? 2.54 : 1;
    const [x, y] = [this.number(TAG.xResolution, 0) * scale, this.number(TAG.yResolution, 0) * scale];
    return unit === NO_UNIT || !(x > 0) || !(y > 0) ? null : { x, y };
  }
}

/** How an image is turned and how large it is, from its EXIF data; `null` when these say nothing that can be read. */
export function readExif(exif: Buffer): { readonly orientation: number; readonly density: Density | null } | null {
  try {
    const { orientation, density } = TiffDirectory.at(exif, TiffDirectory.first(exif));
    return { orientation, density };
  } catch {
    return null;
  }
}

function isLittle(file: Buffer): boolean {
  return file[0] === 0x49;
}

function uint(file: Buffer, at: number, size: number, little: boolean): number {
  checkWithin(file, at, size);
  return little ? file.readUIntLE(at, size) : file.readUIntBE(at, size);
}

function checkWithin(file: Buffer, at: number, size: number): void {
  if (at + size > file.length) throw rejectedFor('image_incomplete', `bytes ${String(at)} to ${String(at + size)} are beyond the end`);
}
