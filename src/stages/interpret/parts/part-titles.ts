import { matchesIn } from '../../../french/matches.ts';
import { readCount } from '../../../french/numbers.ts';
import { clean, fold } from '../../../french/text.ts';
import type { Heading } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { plain } from '../heading-labels.ts';
import { codeQpIn, quartierName } from '../heading-values.ts';
import { totalLabel } from '../labels.ts';
import { LANDLORD } from '../title-segments.ts';

/** What the title of a part of a table, or of one of several tables, names: a quartier or a landlord, with what stands beside the name. */
export interface PartTitle {
  readonly of: 'quartier' | 'bailleur';
  readonly name: string;
  readonly codeQp: string | null;
  readonly logements: number | null;
}

const LONGEST = 140;
const LONGEST_NAME = 70;
const QUARTIER = /^(?:qpv|qp|quartiers? prioritaires?|quartier)(?: (?:de la politique de la ville|n ?[°o]? ?\d+))?\s*:?\s+(?=\S)/u;
const LANDLORD_LABEL = /^(?:bailleur|organisme(?: hlm)?)\s*:\s*(?=\S)/iu;
/** Legal forms and words that landlords' names are made of, also those that are names of nothing else. */
const FORM = /\b(?:sa|sem|seml|scic|coop|esh|oph|opac|sacicap|epl)\b/u;
const DWELLINGS = /^\(?\s*(?:patrimoine : )?\d[\d\s.]*(?:logements?|logts?|lgts?)\b/u;
/** Words of programmes: what bears one is a title of another kind. */
const NO_NAME =
  /\b(?:programm\w*|actions?|axes?|abattements?|tfpb|atfpb|conventions?|montants?|depenses?|totaux|total|bilans?|annees?|tableaux?|annexes?|droit commun|synthese|recapitulatif|hors)\b/u;

function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && /^[\p{Lu}\d]/u.test(text) && /\p{L}{2}/u.test(text) && !NO_NAME.test(fold(text));
}

/** What stands behind a name: dashes, brackets or a comma part it from the rest. */
function parts(text: string): { readonly name: string; readonly rest: readonly string[] } {
  const [name = '', ...rest] = text.split(/\s+[–—|•·]\s+|\s*[|•·:]\s*|\s+-\s+(?=\d|Q[PN])|\s*[(),]\s*|\s{3,}/u).map((part) => part.trim());
  return { name, rest: rest.filter((part) => part !== '') };
}

/** The dwellings that a line counts. */
export function dwellingsIn(text: string): number | null {
  const dwellings = /(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})*|\d+)\s+(?:logements?|logts?|lgts?)\b/iu.exec(text)?.[1];
  return dwellings === undefined ? null : readCount(dwellings);
}

/** Reads a line as the title of a part: "QPV Les Aulnes (QP099001) – 320 logements", "Plaine Habitat – 148 logements"; `null` for any other line. */
export function partTitle(text: string, knowledge: Knowledge): PartTitle | null {
  const whole = clean(text).replace(MARK, '');
  if (whole.length > LONGEST || /[.;]$/u.test(whole) || totalLabel(whole) !== null || /€/u.test(whole)) return null;
  const logements = dwellingsIn(whole);
  const codeQp = codeQpIn(whole);
  const lead = QUARTIER.exec(plain(whole));
  if (lead !== null || codeQp !== null) {
    const behind = whole.slice(lead?.[0].length ?? 0);
    const code = codeQp === null ? -1 : behind.search(/\(?\s*(?:n ?[°º] ?|code ?:? ?)?Q ?[PN] ?\d/iu);
    const own = code > 0 ? behind.slice(0, code) : parts(behind).name;
    const name = quartierName(own);
    return name !== null && isName(name) && knowledge.axe(name) === null ? { of: 'quartier', name, codeQp, logements } : null;
  }
  const label = LANDLORD_LABEL.exec(whole)?.[0] ?? '';
  const { name, rest } = parts(whole.slice(label.length));
  const folded = fold(name);
  const isLandlord = label !== '' || LANDLORD.test(folded) || FORM.test(folded);
  if (!isName(name) || !isLandlord || folded.split(' ').length > 8 || rest.some((part) => !DWELLINGS.test(fold(part)))) return null;
  return { of: 'bailleur', name, codeQp: null, logements };
}

/** "A. ", "2) ", "III – ": the mark of a part before its name. */
const MARK = /^(?:[A-Z]|[IVX]{1,4}|\d{1,2}(?:\.\d)?)\s*[.):–—-]\s+(?=\p{L})/u;
/** A title without the mark before it. */
export function withoutMark(text: string): string {
  return clean(text).replace(MARK, '');
}

/** From here on a name is taken for an action's: landlords are called "Logis Habitat" and "Les Bâtisseurs Réunis". */
const SURE_ACTION = 0.9;

/** Places inside a quartier, which are no part of their own. */
const WITHIN = /^(?:residences?|immeubles?|batiments?|tours?|ilots?|groupes?|secteurs?|rues?|avenues?|agences?|lots?|entrees?|sites?)\b/u;

/** A name that may be anybody's, with the dwellings beside it ("A. Untel (412 logements)"): a part's title where a total repeats the name. `of`: what the heading leaves open. */
export function nameWithDwellings(text: string, of: PartTitle['of'], knowledge: Knowledge): PartTitle | null {
  const whole = clean(text).replace(MARK, '');
  if (whole.length > LONGEST || /[.;]$/u.test(whole) || /€/u.test(whole)) return null;
  const { name, rest } = parts(whole);
  const dwellings = rest.map((part) => /^(\d[\d .\u00a0\u202f]*)\s*(?:logements?|logts?|lgts?)$/iu.exec(part)?.[1]);
  const [only, another] = dwellings;
  if (only === undefined || another !== undefined || rest.length > 1) return null;
  return isName(name) && !isOfOther(name, knowledge) ? { of, name, codeQp: null, logements: readCount(only) } : null;
}

/** A name alone on its line whose dwellings a line under it counts: as above. */
export function nameOverDwellings(text: string, of: PartTitle['of'], logements: number | null, knowledge: Knowledge): PartTitle | null {
  const { name, rest } = parts(clean(text).replace(MARK, ''));
  if (logements === null || rest.length > 0 || totalLabel(name) !== null || /[.;]$|€/u.test(name)) return null;
  return isName(name) && !isOfOther(name, knowledge) ? { of, name, codeQp: null, logements } : null;
}

/** A name that is an axe's, an action's or a place's inside a quartier. */
function isOfOther(name: string, knowledge: Knowledge): boolean {
  return knowledge.axe(name) !== null || (knowledge.action(name)?.confidence ?? 0) >= SURE_ACTION || WITHIN.test(fold(name));
}

const TOTAL_OF =
  /^(?:sous )?(?:totaux|total|montant total|ensemble)(?: general)?(?: (?:de la|de l|du|des|de|d|pour|le|la|l))*(?: (?:bailleur|organisme|quartier|qpv|programme))*(?: (?:de la|de l|du|des|de|d|le|la|l))* /u;
const NOTHING_BUT_TOTAL_OF = new RegExp(`${TOTAL_OF.source}$`, 'u');

/** Whether a label says « total » and this name, and nothing else: "TOTAL Présence Habitat" is of no axe, though its name sounds like one. */
export function isNamedTotal(label: string | null, name: string | null): boolean {
  const [folded, own] = [fold(label ?? ''), fold(name ?? '')];
  // "Total Les Aulnes": the article is the name's, where the name has one.
  return own !== '' && folded.endsWith(` ${own}`) && NOTHING_BUT_TOTAL_OF.test(folded.slice(0, -own.length));
}

/** What a label says behind « total », folded; `null` where it says nothing more, or is none of a total. */
export function namedIn(label: string): string | null {
  const folded = fold(label);
  const name = folded.replace(TOTAL_OF, '');
  return TOTAL_OF.test(folded) && name !== '' ? name : null;
}

/** The same as printed: capitals tell a place from an axe. */
export function namedAsPrinted(label: string): string | null {
  const name = namedIn(label);
  const text = clean(label);
  const starts = matchesIn(text, /(?<=[\s'’:(-])\p{L}/gu).map(({ index }) => index);
  return name === null ? null : text.slice(starts.find((start) => fold(text.slice(start)) === name) ?? 0);
}

/** Words beside the names of a programme in the label of its total. */
const BESIDE_NAMES =
  /\b(?:qpv|quartiers?|prioritaires?|bailleurs?|organismes?|programmes?|annees?|20\d\d|de|du|des|la|le|les|l|d|a|au|sur|pour|et|en)\b/gu;

/** Whether a label says « total » and the programme's landlord or quartier, or both, and no other name: "TOTAL Plaine Habitat Les Aulnes 2025". */
export function isTotalOfProgramme(label: string | null, { bailleur, quartier }: Pick<Heading, 'bailleur' | 'quartier'>): boolean {
  if (isNamedTotal(label, bailleur) || isNamedTotal(label, quartier)) return true;
  const name = label === null ? null : namedIn(label);
  const names = [bailleur, quartier].flatMap((own) => (own === null || fold(own) === '' ? [] : [fold(own)]));
  if (name === null || !names.some((own) => ` ${name} `.includes(` ${own} `))) return false;
  return (
    names
      .reduce((rest, own) => ` ${rest} `.replace(` ${own} `, ' '), name)
      .replace(BESIDE_NAMES, '')
      .trim() === ''
  );
}

/** Whether a label is that of the total of the part so named: "Total Les Aulnes", "Sous-total QPV Les Aulnes". */
export function isTotalOf(label: string | null, name: string): boolean {
  return label !== null && totalLabel(label) !== null && ` ${fold(label)} `.includes(` ${fold(name)} `);
}
