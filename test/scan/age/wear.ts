/** What paper, copier and scanner do to a page. Lengths in pixels of the scan. */
export interface Wear {
  readonly dpi: number;
  /** Largest skew, degrees either way. */
  readonly skew: number;
  /** Standard deviation of a Gaussian blur; 0 for none. */
  readonly blur: number;
  /** Standard deviation of the noise, in grey levels. */
  readonly noise: number;
  /** Light falling off towards one edge, in grey levels. */
  readonly shadow: number;
  /** Stamps and signatures on the first page. */
  readonly stamps: number;
  /** Specks of dirt on ten thousand pixels. */
  readonly specks: number;
  /** Dark strip along the edges where the lid stood open. */
  readonly border: boolean;
  /** Threshold of a copier that knows black and white only; `null` keeps greys. */
  readonly threshold: number | null;
  /** JPEG quality; ignored for black and white. */
  readonly quality: number;
}

export const WEARS = {
  propre: { dpi: 300, skew: 0.2, blur: 0.4, noise: 3, shadow: 0, stamps: 0, specks: 0, border: false, threshold: null, quality: 90 },
  bureau: { dpi: 200, skew: 2, blur: 0.45, noise: 6, shadow: 30, stamps: 2, specks: 0.3, border: false, threshold: null, quality: 60 },
  photocopie: { dpi: 150, skew: 1.5, blur: 0.5, noise: 14, shadow: 20, stamps: 1, specks: 2, border: true, threshold: 150, quality: 0 },
  epave: { dpi: 110, skew: 2.5, blur: 0.75, noise: 9, shadow: 25, stamps: 0, specks: 0.3, border: true, threshold: null, quality: 35 },
} as const satisfies Readonly<Record<string, Wear>>;

export type WearName = keyof typeof WEARS;
export const WEAR_NAMES = Object.keys(WEARS) as readonly WearName[];
