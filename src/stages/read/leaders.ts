import type { Glyph } from './painted.ts';

/** So many signs of one kind in a row lead the eye; fewer are an ellipsis, or the blank of a form. */
const FEWEST = 6;
const SIGNS = /^[.…·_]$/u;

/** The glyphs of one word in parts, typed leaders apart from what stands at their ends: no blank need part "Nettoyage" from its dots, nor these from "8 700 €". */
export function atLeaders(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  if (glyphs.length < FEWEST) return [glyphs];
  const parts: Glyph[][] = [];
  let signs: Glyph[] = [];
  const close = (): void => {
    const open = parts.at(-1);
    if (signs.length >= FEWEST) parts.push(signs, []);
    else if (open === undefined) parts.push([...signs]);
    else open.push(...signs);
    signs = [];
  };
  for (const glyph of glyphs) {
    const [first] = signs;
    if (first !== undefined && first.text !== glyph.text) close();
    if (SIGNS.test(glyph.text)) {
      signs.push(glyph);
      continue;
    }
    const open = parts.at(-1);
    if (open === undefined) parts.push([glyph]);
    else open.push(glyph);
  }
  close();
  return parts.filter((part) => part.length > 0);
}
