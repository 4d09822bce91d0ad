import type { Picture, PixelBox } from '../pixels/picture.ts';

/** A word as a recogniser gives it. Pixels of the picture it was given; confidence from 0 to 100. */
export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
  readonly box: PixelBox;
}

/** How the picture is laid out: one line of text, a block of several, or scattered text. */
export type PictureLayout = 'line' | 'block' | 'sparse';

/** A recogniser. `read` gives lines of words, top to bottom; an empty list where it sees no text. */
export interface Engine {
  /** It reads pictures asked for together in one go: asking for one after the other would cost many times as much. */
  readonly gathers: boolean;
  read(picture: Picture, layout: PictureLayout): Promise<readonly (readonly RecognisedWord[])[]>;
  close(): Promise<void>;
}
