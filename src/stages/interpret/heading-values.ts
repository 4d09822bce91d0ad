import { findPeriods } from '../../french/periods.ts';
import { readCount } from '../../french/numbers.ts';
import { clean, fold } from '../../french/text.ts';
import type { Periode } from '../../model/vocabulary.ts';
import { plain } from './heading-labels.ts';
import type { Field } from './heading-piece.ts';

/** Words that end a value though no colon follows: the version of the document. */
const ENDS_VALUE =
  /\s+(?:projet (?:au|du)\b|version (?:du|au|n)\b|mise? a jour\b|maj\b|document (?:du|au)\b|edition (?:du|de)\b|etabli le\b|arrete au\b|date d['’]|(?:nombre|nb|nbre)\.? (?:de|d')\s*$)/u;

/** Another fact after a dash or a slash: dwellings, a year, a code, a label. */
const TAIL =
  /(?<!20\d\d)\s+[–—/|-]\s+(?=\d[\d\s.]*\s*(?:logements|logts|lgts)\b|20\d\d\b|Q[PN]\d|(?:ville|commune|quartier|bailleur|organisme|ann[ée]e|(?:n ?[°º] ?)?sire[nt])\b).*$/iu;

/** What follows a quartier's code after a dash is no part of its name: "Montanou (QP047002) – Agen". */
const BEHIND_CODE =
  /(?<=(?<![\p{L}\d])Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}\s*\)?)\s*(?:[–—|,]|\s-\s|(?=(?:ann[ée]es?|exercice|p[ée]riode|programme|bilan)\s)).*$/iu;

/** A value ends with its sentence, be it a name as short as "3F"; an abbreviation ("St. Ouen") does not end one. */
const SENTENCE_END = /(?<=[\p{L}\d)]{3}|\s\d{1,2}\p{Lu}?)(?<!\bSte)\.\s+\p{Lu}.*$/u;

export function valueOf(text: string): string {
  const cut = ENDS_VALUE.exec(` ${plain(text)}`);
  const whole = cut === null ? text : text.slice(0, Math.max(0, cut.index - 1));
  const kept = whole.replace(SENTENCE_END, '').replace(TAIL, '').replace(BEHIND_CODE, '');
  return clean(kept)
    .replace(/^[\s:=–—,;.|-]+/u, '')
    .replace(/[\s:=–—,;/|-]+$/u, '')
    .trim();
}

/** Dwellings behind a name, set apart by white alone or in brackets: "Bailleur : Plaine Habitat 284 logements dans le quartier". "Les 408 logements" is a name. */
const DWELLINGS_BEHIND =
  /(?<=[\p{L})])(?<!(?<!\p{L})(?:les|des|aux|ces|cit[ée]s?|ensemble|résidence))\s+\(?\d[\d\s.]*(?:logements|logts|lgts)(?!\p{L}).*$/iu;

/** A QPV code behind the name of a town or a landlord is another fact, set apart by white alone: "Commune : Castres QP081002". */
const CODE_BEHIND = /(?<=\p{L})\s+Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}(?![\p{L}\d]).*$/u;

/** The value of a name without another fact that stands behind it on the line. */
export function withoutNextFact(field: Field, value: string): string {
  if (field !== 'bailleur' && field !== 'quartier' && field !== 'commune') return value;
  const own = value.replace(DWELLINGS_BEHIND, '');
  return field === 'quartier' ? own : own.replace(CODE_BEHIND, '');
}

/** A number of dwellings ends before the sentence that follows it on its line: "Nombre de logements : 42 L'article 1388 bis …". */
export function withoutSentence(field: Field, value: string): string {
  return field === 'logements' ? (/^[\s:]*\d[\d\s.]*(?=\s\p{Lu}\p{L}*['’\s])/u.exec(value)?.[0] ?? value) : value;
}

/** "(2) Renforcement …" beside a heading: the number of a section, not of dwellings. */
const LEGEND = /^\(\d\)\s*\p{L}/u;

/** "QPV : 1,2 ETP / 100 logts" compares moyens, "quartier : 174 logts" ends a label that counts dwellings, "quartiers / hors QPV" is the heading of a column: none names a quartier. */
const NO_NAME = /€|\bETP\b|\d[.,]\d|\/\s?\d|\battributions?\b|^\d[\d\s.]*(?:logements?|logts?|lgts?)\.?$|^hors (?:qpv|quartiers?)\b/iu;

export function plausible(field: Field, value: string): boolean {
  switch (field) {
    case 'periode':
      return findPeriods(value).length > 0;
    case 'logements':
      return !LEGEND.test(value) && readCount(value) !== null;
    case 'codeQp':
      return codeQpIn(value) !== null;
    case 'quartier':
      return /\p{L}/u.test(value) && value.length <= 120 && !NO_NAME.test(value) && !LEGEND.test(value);
    case 'siren':
      return /\d{3}\s?\d{3}\s?\d{3}/u.test(value);
    default:
      return /\p{L}/u.test(value) && value.length <= 120;
  }
}

/** A QPV code as the page writes it, valid or not: `QP` or `QN` and five to eight signs, at least four of them digits. */
export function codeQpIn(text: string): string | null {
  const match = /(?<![\p{L}\d])Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}(?![\p{L}\d])/iu.exec(text);
  return match === null ? null : match[0].replace(/\s/gu, '').toUpperCase();
}

/** The period a heading value states: the span of all it lists when they follow one another. */
export function periodIn(text: string): Periode | null {
  const [first, ...rest] = findPeriods(text);
  if (first === undefined) return null;
  const end = rest.reduce((fin, next) => (next.debut <= fin + 1 ? Math.max(fin, next.fin) : fin), first.fin);
  return { debut: first.debut, fin: end };
}

/** The value of a quartier's name without its code, its quotes, and words that only say that it is one. */
export function quartierName(text: string): string | null {
  const name = text
    .replace(/\(?\s*(?:n ?[°º] ?|code ?:? ?)?(?<![\p{L}\d])Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}(?![\p{L}\d])\s*\)?/giu, ' ')
    .replace(/^\s*(?:[Qq]uartier [Pp]rioritaire|QUARTIER PRIORITAIRE|QPV|qpv)\s+(?:(?:du|de la|des|de|d['’])\s+)?(?=\S)/u, '')
    .replace(/[«»"“”]/gu, ' ')
    .replace(/\(\s*(?:qpv|quartier prioritaire|\d+ (?:logements|logts))\s*\)/giu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+(?:de la|de l['’]|du|des|de|d['’])\s*$/u, '')
    .replace(/^[\s:,;/|–—-]+|[\s:,;/|–—-]+$/gu, '');
  return name === '' || !/\p{L}/u.test(name) ? null : name;
}

/** Same name, however it is written. */
export function sameName(a: string, b: string): boolean {
  return fold(a) === fold(b);
}
