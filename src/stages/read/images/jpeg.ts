import { rejectedFor } from '../../../model/errors.ts';
import { checkSize, type Density, type Sheet } from './sheet.ts';
import { readExif } from './tiff-directory.ts';

/** What a JPEG says of itself before its pixels. */
export interface JpegHead {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Written by Adobe's software or as it does: four colours are then stored as their opposites. */
  readonly isAdobe: boolean;
  readonly density: Density | null;
  readonly orientation: number;
}

const MARKER = {
  sof0: 0xc0,
  sof2: 0xc2,
  sof15: 0xcf,
  dht: 0xc4,
  jpg: 0xc8,
  dac: 0xcc,
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
};
const INCH = 1;
const CENTIMETRE = 2;
const COLOURS: Readonly<Record<number, string>> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

export function isJpeg(file: Buffer): boolean {
  return file[0] === 0xff && file[1] === MARKER.soi && file[2] === 0xff;
}

export function jpegSheet(file: Buffer): Sheet {
  const head = readJpeg(file);
  const { width, height, density, orientation } = head;
  return { width, height, density, orientation, pictures: [{ left: 0, top: 0, width, height, entries: jpegEntries(head), data: file }] };
}

/** The dictionary entries of a JPEG that a PDF holds as it is. */
export function jpegEntries({ components, isAdobe }: Pick<JpegHead, 'components' | 'isAdobe'>, isPlainRgb = false): string {
  const opposite = components === 4 && isAdobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  const plain = isPlainRgb ? ' /DecodeParms << /ColorTransform 0 >>' : '';
  return `/ColorSpace ${COLOURS[components] ?? ''} /BitsPerComponent 8 /Filter /DCTDecode${opposite}${plain}`;
}

/** Goes through the file to its end mark. Throws a `DocumentRejected` when that is missing, or the coding is one that PDFs do not have. */
export function readJpeg(file: Buffer): JpegHead {
  let frame: Pick<JpegHead, 'width' | 'height' | 'components'> | null = null;
  let isAdobe = false;
  let jfif: Density | null = null;
  let exif: ReturnType<typeof readExif> = null;
  let scans = 0;
  for (let at = 2; ;) {
    const marker = file[at + 1];
    if (marker === undefined) throw rejectedFor('image_incomplete', 'no end mark');
    if (file[at] !== 0xff) throw rejectedFor('image_endommagee', `no marker at ${String(at)}`);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === MARKER.eoi) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= MARKER.soi)) {
      at += 2;
      continue;
    }
    if (at + 4 > file.length) throw rejectedFor('image_incomplete', 'cut in a marker');
    const length = file.readUInt16BE(at + 2);
    const end = at + 2 + length;
    if (length < 2) throw rejectedFor('image_endommagee', 'a segment without length');
    if (end > file.length) throw rejectedFor('image_incomplete', 'cut in a segment');
    const segment = file.subarray(at + 4, end);
    if (isFrame(marker)) frame = readFrame(marker, segment);
    else if (marker === MARKER.app0) jfif ??= readJfif(segment);
    else if (marker === MARKER.app1 && segment.toString('latin1', 0, 6) === 'Exif\0\0') exif ??= readExif(segment.subarray(6));
    else if (marker === MARKER.app14 && segment.toString('latin1', 0, 5) === 'Adobe') isAdobe = true;
    at = end;
    if (marker === MARKER.sos) {
      scans += 1;
      at = endOfScan(file, end);
    }
  }
  if (frame === null || scans === 0) throw rejectedFor('image_endommagee', 'no picture before the end mark');
  return { ...frame, isAdobe, density: jfif ?? exif?.density ?? null, orientation: exif?.orientation ?? 1 };
}

function isFrame(marker: number): boolean {
  return marker >= MARKER.sof0 && marker <= MARKER.sof15 && marker !== MARKER.dht && marker !== MARKER.jpg && marker !== MARKER.dac;
}

function readFrame(marker: number, segment: Buffer): Pick<JpegHead, 'width' | 'height' | 'components'> {
  if (segment.length < 6) throw rejectedFor('image_endommagee', 'a short frame header');
  const components = segment[5] ?? 0;
  const [bits, height, width] = [segment[0], segment.readUInt16BE(1), segment.readUInt16BE(3)];
  if (marker > MARKER.sof2 || bits !== 8 || COLOURS[components] === undefined || height === 0)
    throw rejectedFor('image_inconnue', `JPEG frame ${marker.toString(16)}, ${String(bits)} bits, ${String(components)} components`);
  checkSize(width, height);
  return { width, height, components };
}

function readJfif(segment: Buffer): Density | null {
  if (segment.length < 12 || segment.toString('latin1', 0, 5) !== 'JFIF\0') return null;
  const unit = segment[7];
  const scale = unit === INCH ? 1 : unit === CENTIMETRE ? 2.54 : 0;
  const [x, y] = [segment.readUInt16BE(8) * scale, segment.readUInt16BE(10) * scale];
  return x > 0 && y > 0 ? { x, y } : null;
}

/** The first marker after coded pixels: in these, 0xFF is followed by 0 or a restart mark. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw rejectedFor('image_incomplete', 'cut in its pixels');
}
