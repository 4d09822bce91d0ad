import { rejectedFor } from '../../../model/errors.ts';
import { checkSize } from './sheet.ts';
import type { TiffDirectory } from './tiff-directory.ts';

/** A strip or a tile: pixels from the top left, and its bytes as packed. */
export interface TiffPiece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

/** One image of a TIFF file. Numbers are those of the TIFF 6.0 specification. */
export interface TiffImage {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly samples: number;
  readonly isInteger: boolean;
  readonly isPlanar: boolean;
  readonly isLittle: boolean;
  readonly compression: number;
  readonly predictor: number;
  readonly photometric: number;
  /** Of a palette: all reds, greens, blues. */
  readonly palette: readonly number[];
  /** What the samples beyond the colours are. */
  readonly extra: readonly number[];
  /** How a fax of group 3 is coded. */
  readonly faxOptions: number;
  /** Tables that the JPEGs of all pieces share. */
  readonly jpegTables: Buffer | null;
  readonly pieces: readonly TiffPiece[];
}

const JPEG = 7;

/** Throws a `DocumentRejected` when sizes or pieces are not those of an image. */
export function readImage(file: Buffer, directory: TiffDirectory): TiffImage {
  const [width, height] = [directory.number(256, 0), directory.number(257, 0)];
  checkSize(width, height);
  const depths = directory.numbers(258);
  const bits = depths[0] ?? 1;
  if (depths.some((other) => other !== bits)) throw rejectedFor('image_inconnue', 'samples of different depths');
  const compression = directory.number(259, 1);
  const isReversed = directory.number(266, 1) === 2 && compression !== JPEG;
  const pieces = piecesOf(file, directory, width, height);
  return {
    width,
    height,
    bits,
    samples: directory.number(277, 1),
    isInteger: directory.numbers(339).every((format) => format === 1),
    isPlanar: directory.number(284, 1) === 2,
    isLittle: directory.isLittle,
    compression,
    predictor: directory.number(317, 1),
    photometric: directory.number(262, 0),
    palette: directory.numbers(320),
    extra: directory.numbers(338),
    faxOptions: directory.number(292, 0),
    jpegTables: directory.bytes(347),
    pieces: isReversed ? pieces.map((piece) => ({ ...piece, data: reversed(piece.data) })) : pieces,
  };
}

function piecesOf(file: Buffer, directory: TiffDirectory, width: number, height: number): readonly TiffPiece[] {
  const isTiled = directory.has(322);
  const wide = isTiled ? directory.number(322, 0) : width;
  const tall = isTiled ? directory.number(323, 0) : Math.min(height, directory.number(278, height));
  checkSize(wide, tall);
  if (isTiled && wide % 16 !== 0) throw rejectedFor('image_endommagee', `tiles of ${String(wide)} pixels`);
  const offsets = directory.numbers(isTiled ? 324 : 273);
  const counts = directory.numbers(isTiled ? 325 : 279);
  const across = Math.ceil(width / wide);
  const wanted = across * Math.ceil(height / tall);
  if (offsets.length < wanted) throw rejectedFor('image_endommagee', `${String(offsets.length)} pieces of ${String(wanted)}`);
  return offsets.slice(0, wanted).map((offset, index) => {
    // Old writers leave the length of a single strip out.
    const end = offset + (counts[index] ?? (wanted === 1 ? file.length - offset : 0));
    if (end > file.length || end <= offset) throw rejectedFor('image_incomplete', `a piece ends at ${String(end)}`);
    const top = Math.floor(index / across) * tall;
    const size = { width: wide, height: isTiled ? tall : Math.min(tall, height - top) };
    return { left: (index % across) * wide, top, ...size, data: file.subarray(offset, end) };
  });
}

/** Bytes whose first bit is the lowest, the other way round. */
function reversed(data: Buffer): Buffer {
  return Buffer.from(
    data.map((byte) => {
      let turned = 0;
      for (let bit = 0; bit < 8; bit++) turned |= ((byte >> bit) & 1) << (7 - bit);
      return turned;
    }),
  );
}
