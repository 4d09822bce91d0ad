import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { Random } from '../../generator/random.ts';
import { imagePdf, JPEG_COLOUR, JPEG_GREY, ONE_BIT, oneBit, type ImagePage } from './image-pdf.ts';
import { dirty, stampSvg, type Picture } from './ink.ts';
import type { Wear } from './wear.ts';

export interface AgeOptions {
  readonly wear: Wear;
  readonly seed: number;
  /** How the sheets lay on the glass: degrees clockwise, per page. */
  readonly turn?: 0 | 90 | 180 | 270;
  /** Only the first pages; all of them where it is not said. */
  readonly pages?: number;
}

/** Prints a PDF, wears it and scans it again: a PDF of pictures. The same seed gives the same scan. */
export async function agePdf(bytes: Uint8Array, { wear, seed, turn = 0, pages: most = Infinity }: AgeOptions): Promise<Uint8Array> {
  const random = new Random(seed);
  const library = await PDFiumLibrary.init();
  const pages: ImagePage[] = [];
  try {
    const document = await library.loadDocument(Uint8Array.from(bytes));
    for (const page of document.pages()) {
      if (pages.length >= most) break;
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const dpi = wear.dpi > 200 ? wear.dpi : wear.dpi * 2;
      const size = { width: Math.round((originalWidth * dpi) / 72), height: Math.round((originalHeight * dpi) / 72) };
      let picture: Picture = { ...size, data: new Uint8Array() };
      await page.render({
        ...size,
        scale: 1,
        colorSpace: 'Gray',
        render: ({ width, height, data }) => {
          picture = { width, height, data: Uint8Array.from(data) };
          return Promise.resolve(new Uint8Array());
        },
      });
      pages.push(await scanOf(picture, [originalWidth, originalHeight], wear, turn, random.fork(), pages.length === 0));
    }
    document.destroy();
  } finally {
    library.destroy();
  }
  return imagePdf(pages);
}

async function scanOf(
  printed: Picture,
  [pointsWide, pointsHigh]: readonly [number, number],
  wear: Wear,
  turn: number,
  random: Random,
  first: boolean,
): Promise<ImagePage> {
  const white = { r: 255, g: 255, b: 255 };
  const [width, height] = [Math.round((pointsWide * wear.dpi) / 72), Math.round((pointsHigh * wear.dpi) / 72)];
  const raw = { raw: { width: printed.width, height: printed.height, channels: 1 as const } };
  const angle = (random.next() * 2 - 1) * wear.skew;
  const turned = await sharp(printed.data, raw)
    .rotate(angle, { background: white })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const left = Math.max(0, Math.floor((turned.info.width - printed.width) / 2));
  const top = Math.max(0, Math.floor((turned.info.height - printed.height) / 2));
  let sheet = sharp(turned.data, { raw: { width: turned.info.width, height: turned.info.height, channels: 1 } }).extract({
    left,
    top,
    width: Math.min(printed.width, turned.info.width),
    height: Math.min(printed.height, turned.info.height),
  });
  sheet = sharp(await sheet.toColourspace('b-w').raw().toBuffer(), raw).resize(width, height, { fit: 'fill', kernel: 'cubic' });
  if (wear.blur >= 0.3) sheet = sheet.blur(wear.blur);
  const plain = { width, height, data: new Uint8Array(await sheet.toColourspace('b-w').raw().toBuffer()) };
  const worn = dirty(plain, wear, random.fork());
  const stamps = first ? Array.from({ length: wear.stamps }, () => stampSvg(width, height, wear.dpi, random)) : [];
  let scan = sharp(worn.data, { raw: { width, height, channels: 1 } });
  if (stamps.length > 0)
    scan = scan.toColourspace('srgb').composite(stamps.map((svg) => ({ input: Buffer.from(svg), blend: 'multiply' as const })));
  if (turn !== 0) scan = sharp(await scan.png().toBuffer()).rotate(turn);
  const sideways = turn % 180 !== 0;
  const pixels: readonly [number, number] = sideways ? [height, width] : [width, height];
  const page = { width: sideways ? pointsHigh : pointsWide, height: sideways ? pointsWide : pointsHigh, pixels };
  if (wear.threshold !== null) {
    const grey = new Uint8Array(await scan.toColourspace('b-w').removeAlpha().raw().toBuffer());
    return { ...page, dictionary: ONE_BIT, data: oneBit(pixels[0], pixels[1], grey, wear.threshold) };
  }
  const colour = stamps.length > 0;
  const jpeg = await scan
    .toColourspace(colour ? 'srgb' : 'b-w')
    .removeAlpha()
    .jpeg({ quality: wear.quality })
    .toBuffer();
  return { ...page, dictionary: colour ? JPEG_COLOUR : JPEG_GREY, data: new Uint8Array(jpeg) };
}
