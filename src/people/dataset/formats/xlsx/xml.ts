/** Characters XML 1.0 cannot hold, and the underscore of a text that looks like the escape for one. */
const ESCAPED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\r]|_(?=x[0-9A-Fa-f]{4}_)/gu;

/**
 * Text between two tags of SpreadsheetML: markup escaped, what XML cannot hold written `_xHHHH_` (ECMA-376, ST_Xstring). A carriage return too, which XML would
 * read as a line feed.
 */
export function xmlText(text: string): string {
  return text
    .replace(ESCAPED, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** `A`, `Z`, `AA`: the letters of a column counted from 0. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
