import { DocumentRejected, rejectedFor } from '../../../model/errors.ts';
import { jpegEntries, readJpeg } from './jpeg.ts';
import type { Picture, Sheet } from './sheet.ts';
import { TiffDirectory } from './tiff-directory.ts';
import { readImage, type TiffImage } from './tiff-image.ts';
import { pictureOfSamples } from './tiff-samples.ts';
import { isPackedAsBytes } from './tiff-unpack.ts';

const LITTLE = Buffer.from([0x49, 0x49, 0x2a, 0x00]);
const BIG = Buffer.from([0x4d, 0x4d, 0x00, 0x2a]);
/** More images than this in one file are no document. */
const MOST_IMAGES = 5000;
const HUFFMAN = 2;
const GROUP_3 = 3;
const GROUP_4 = 4;
const JPEG = 7;
const BLACK_IS_ZERO = 1;
const RGB = 2;
/** In `NewSubfileType`: a smaller copy of another image, or its mask. */
const NO_PAGE = 1 | 4;

export function isTiff(file: Buffer): boolean {
  const mark = file.subarray(0, 4);
  return mark.equals(LITTLE) || mark.equals(BIG);
}

/**
 * The images of a TIFF file, one a page. Faxes and JPEGs stay as they are packed. Throws a `DocumentRejected` when the chain of images turns back on itself, when images
 * share their bytes (together they are no longer than an honest file), or when one of them cannot be shown.
 */
export function tiffSheets(file: Buffer): readonly Sheet[] {
  const sheets: Sheet[] = [];
  const met = new Set<number>();
  let packed = 0;
  for (let offset = TiffDirectory.first(file); offset !== 0;) {
    if (met.has(offset)) throw rejectedFor('image_endommagee', 'the chain of images turns back on itself');
    met.add(offset);
    if (met.size > MOST_IMAGES) throw new DocumentRejected('trop_de_pages', `more than ${String(MOST_IMAGES)} images`);
    const directory = TiffDirectory.at(file, offset);
    offset = directory.next;
    if ((directory.number(254, 0) & NO_PAGE) !== 0) continue;
    const image = readImage(file, directory);
    packed += image.pieces.reduce((sum, { data }) => sum + data.length, 0);
    if (packed > file.length) throw rejectedFor('image_endommagee', 'images share their bytes');
    const { density, orientation } = directory;
    sheets.push({ width: image.width, height: image.height, density, orientation, pictures: picturesOf(image) });
  }
  if (sheets.length === 0) throw new DocumentRejected('sans_page');
  return sheets;
}

function picturesOf(image: TiffImage): readonly Picture[] {
  const { compression } = image;
  if (isPackedAsBytes(compression)) return [pictureOfSamples(image)];
  if (compression >= HUFFMAN && compression <= GROUP_4) return faxPictures(image);
  if (compression === JPEG) return jpegPictures(image);
  throw rejectedFor('image_inconnue', `TIFF compression ${String(compression)}`);
}

function faxPictures({ compression, bits, samples, photometric, faxOptions, pieces }: TiffImage): readonly Picture[] {
  if (bits !== 1 || samples !== 1) throw rejectedFor('image_inconnue', 'a fax in grey');
  const isTwoDimensional = (faxOptions & 1) !== 0;
  const k = compression === GROUP_4 ? -1 : compression === GROUP_3 && isTwoDimensional ? 1 : 0;
  return pieces.map((piece) => {
    const size = `/Columns ${String(piece.width)} /Rows ${String(piece.height)}`;
    const options = `/K ${String(k)} ${size} /EncodedByteAlign ${String(compression === HUFFMAN)} /EndOfLine ${String(compression === GROUP_3)} /BlackIs1 ${String(photometric === BLACK_IS_ZERO)}`;
    const end = compression === GROUP_4 ? '' : ' /EndOfBlock false';
    const entries = `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${options}${end} >>`;
    return { ...piece, entries };
  });
}

function jpegPictures({ photometric, jpegTables, pieces, samples, isPlanar }: TiffImage): readonly Picture[] {
  if (isPlanar && samples > 1) throw rejectedFor('image_inconnue', 'TIFF in planes');
  return pieces.map((piece) => {
    // The tables of all pieces, without their end mark, then the piece without its start mark.
    const data =
      jpegTables === null || jpegTables.length < 4 ? piece.data : Buffer.concat([jpegTables.subarray(0, -2), piece.data.subarray(2)]);
    const head = readJpeg(data);
    if (head.width !== piece.width || head.height < piece.height || head.components !== samples)
      throw rejectedFor('image_endommagee', `a JPEG of ${String(head.width)} x ${String(head.height)}`);
    return { ...piece, height: head.height, data, entries: jpegEntries(head, photometric === RGB && head.components === 3) };
  });
}
