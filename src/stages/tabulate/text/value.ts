const SIGN = '[-–—−+±(<>≈~]*\\s*';
const NUMBER = "\\d[\\d\\s.,:/\\u00a0\\u202f'’]*";
const UNIT = '\\s*(?:%|‰|[kKMm]?\\s?€|[kKMm]€|euros?|EUR|HT|TTC|ETP|h|ans?|x)?';
const MARKS = '\\s*[)*†‡]*(?:\\s?\\(?[\\da-z*]{1,2}\\))?\\s*';
const VALUE = new RegExp(`^${SIGN}(?:${NUMBER}${UNIT}(?:\\s?/\\s?(?:an|mois|logement))?${MARKS})$`, 'u');
const NOTHING = /^(?:[-–—−]+|[-–—−]\s*€|\.{1,3}|…|:|n\.?\s?[acds]\.?|s\/o|néant|pm|p\.m\.|x|\*)$/iu;

/** No word for none is longer: behind a letter, a longer text is no value, and most texts are told so. */
const LONGEST_NOTHING = 5;

/** Whether a text is a value as tables hold them in columns: an amount, a number, a percentage, a year, a mark for none. */
export function isValue(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_NOTHING && /^[a-z]/i.test(trimmed)) return false;
  return VALUE.test(trimmed) || NOTHING.test(trimmed);
}

/** Years head columns as often as they fill them. */
const YEARS = /^\W*(?:19|20)\d\d(?:\W+(?:19|20)\d\d)?\W*$/u;

export function isYears(text: string): boolean {
  return YEARS.test(text);
}

/** A value with figures in it that are no years. */
export function isFigure(text: string): boolean {
  return /\d/u.test(text) && isValue(text) && !isYears(text);
}

const MONEY = /^[-–]?\s?\d[\d\s.,]*(?:,\d{2}|€|k€|eur(?:os?)?)$/iu;

/** An amount of money, told by its currency or its cents. */
export function isMoney(text: string): boolean {
  return MONEY.test(text.trim());
}

const BARE_TOTAL = /^(?:sous[\s-]?total|total)\s*:?$/iu;

/** The whole label of a row of totals: what stands below it, or above it, is of another row. */
export function isTotalWord(text: string): boolean {
  return BARE_TOTAL.test(text.trim());
}

/** The label of a row of totals, whatever else it says. */
export function isTotalLabel(text: string): boolean {
  return /^(?:sous[\s-]?total|total|montant total)\b/iu.test(text.trim());
}

const LEADERS = /^(?:[.…·_]\s?){4,}$|[.…·_]{4,}/u;

/** Dots that lead the eye to a page number: a table of contents, not a table. */
export function hasLeaders(text: string): boolean {
  return LEADERS.test(text);
}

const BULLET =
  /^(?:[•◦▪▫■□●○‣⁃∙·*➢➤►✓✔❖o§\uf0b7\uf0a7\uf0d8\uf0fc–—-]|\(?\d{1,2}[.)°]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/iu;

/** A bullet or the number of an item: what stands before the text of a list. */
export function isBullet(text: string): boolean {
  return BULLET.test(text.trim());
}
