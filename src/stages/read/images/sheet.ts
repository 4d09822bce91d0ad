import { rejectedFor } from '../../../model/errors.ts';

/** A part of an image as a PDF holds it. Places and sizes in pixels from the top left, as stored. */
export interface Picture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The entries of its dictionary that say how `data` is to be understood. */
  readonly entries: string;
  readonly data: Uint8Array;
}

/** Dots an inch. */
export interface Density {
  readonly x: number;
  readonly y: number;
}

/** One image of a file, and the page to be. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly density: Density | null;
  /** 1 to 8, as EXIF and TIFF number the ways of turning and mirroring. */
  readonly orientation: number;
  /** One that covers the sheet, or strips or tiles that do together. */
  readonly pictures: readonly Picture[];
}

/** A2 in 600 dots an inch has 139 million. */
const MOST_PIXELS = 150e6;

/** Throws when a size is none, or more than can be drawn: asked before anything is unpacked. */
export function checkSize(width: number, height: number): void {
  if (width < 1 || height < 1) throw rejectedFor('image_endommagee', 'no size');
  if (width * height > MOST_PIXELS) throw rejectedFor('image_trop_grande', `${String(width)} x ${String(height)}`);
}
