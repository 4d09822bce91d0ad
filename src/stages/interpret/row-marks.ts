/** A box ticked in a cell of its own. */
export function isTick(text: string | null): boolean {
  return text !== null && /^[x×✓✔☒☑1oO]$|^oui$/iu.test(text.trim());
}

/** What a sign of the table means, or how to reach the sender: "☑ action menée", "☎ 03 80 …". */
export function isLegend(text: string): boolean {
  return /^[☐☑☒✓✔✗✘□■▢▣●○◯◦▲△★☆☎✆✉→*†‡]\s*\p{L}/u.test(text.trim());
}

/** Marks a row with the section its footnote sign names: "Renforcement nettoyage (2)". */
export function sectionMark(text: string | null): 'one' | 'two' | null {
  const mark = text === null ? null : /\(([12])\)\s*$/u.exec(text.trim());
  return mark === null ? null : mark[1] === '1' ? 'one' : 'two';
}

/** "80 %" is 80; a rate in words stays as read. */
export function percentIn(text: string | null): string | null {
  const percent = text === null ? null : /^\D{0,3}(\d{1,3}(?:[.,]\d+)?)\s*%?$/u.exec(text.trim());
  return percent?.[1]?.replace(',', '.') ?? (text !== null && /\d|\p{L}/u.test(text) ? text : null);
}
