import { remember } from '../../french/remember.ts';
import { clean } from '../../french/text.ts';
import { likeness } from './labels.ts';
import { taxonomy } from './taxonomy.ts';
import { findTerms, positionsOf } from './terms.ts';

export interface AxeFound {
  /** 1 to 8, in the référentiel of 2024. */
  readonly axe: number;
  /** 0…1: of the headings at 0.9, nine in ten are right. */
  readonly confidence: number;
}

const NUMBER =
  /^\W*(?:(?:sous[- ]?total|s\/?total|total|totaux)\s*:?\s*(?:de l['’]|pour l['’]|des?\s)?)?(?:(?:axe|th[ée]matique|th[èe]me|volet|objectif|orientation|priorit[ée]|champ|domaine)s?\s*)?(?:n\s?[°o]?\s*)?(?:(?<digit>[1-8])|(?<roman>I{1,3}|IV|VI{0,3}))(?![\d\p{L}])(?!\s*[.,]\s*\d)/iu;
const WORDLESS = /\b(?:sous|s|total|totaux|de|des|pour|l|axes?|th[ée]matiques?|th[èe]mes?|volets?|n\s?[°o]|no|\d+|[ivx]+)\b|[^\p{L}]/giu;
/** `Axe trois`. */
const SPELT = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit'];
const SPELT_NUMBER = new RegExp(`(?<=^\\W*)(axe|volet|th[èe]me)\\s+(${SPELT.join('|')})(?!\\p{L})`, 'iu');
const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];
/** "Résidence des Lilas", "Immeuble A": a place, however near its words are to those of an axe ("Tranquillité résidentielle"). */
const PLACE_WORD = /^\W*(?:r[ée]sidence|immeuble|b[âa]timent|tour|groupe)s?\s+(?:(?:de la|du|des|de|les?|la)\s+|[ld]['’])?(?=\S)/iu;
const LONGEST_PLACE = 5;

function isPlace(flat: string): boolean {
  const word = PLACE_WORD.exec(flat)?.[0];
  const name = word === undefined ? '' : flat.slice(word.length);
  return /^[\p{Lu}\d]/u.test(name) && !/[,/:]/u.test(name) && name.split(' ').length <= LONGEST_PLACE;
}

/** A heading that names this many axes in full is a list of them. */
const LIST_LENGTH = 3;

/**
 * The axe a cell or heading names. Wording decides; a number alone counts only where no wording stands beside it, for some landlords
 * number differently. `null` when nothing fits, or when the text only lists axes.
 */
export const classifyAxe: (text: string) => AxeFound | null = remember((text) => {
  const flat = clean(text).replace(
    SPELT_NUMBER,
    (_, axe: string, spelt: string) => `${axe} ${String(SPELT.indexOf(spelt.toLowerCase()) + 1)}`,
  );
  if (flat === '' || isPlace(flat)) return null;
  const number = printedNumber(flat);
  const scored = scoreAxes(flat);
  const [best, second] = scored;
  if (best === undefined || best.score < 0.3) {
    const isWordless = flat.replace(WORDLESS, '') === '';
    return isWordless && number !== null ? { axe: number, confidence: 0.8 } : null;
  }
  if (scored.filter((axe) => axe.contained).length >= LIST_LENGTH) return null;
  const lead = best.score - (second?.score ?? 0);
  const sure = Math.min(0.99, 0.55 + 0.35 * best.score + 0.6 * Math.min(lead, 0.3));
  const confidence = number === null ? sure : number === best.axe ? Math.min(0.995, sure + 0.08) : sure * 0.9;
  if (lead < 0.03) {
    const tied = scored.filter((axe) => best.score - axe.score < 0.03).find((axe) => axe.axe === number);
    return tied === undefined ? null : { axe: tied.axe, confidence: 0.8 };
  }
  return { axe: best.axe, confidence };
});

function printedNumber(flat: string): number | null {
  const groups = NUMBER.exec(flat)?.groups;
  if (groups?.['digit'] !== undefined) return Number(groups['digit']);
  const roman = ROMANS.indexOf(groups?.['roman'] ?? '');
  return roman === -1 ? null : roman + 1;
}

interface ScoredAxe {
  readonly axe: number;
  readonly score: number;
  /** One of its wordings stands in the text whole. */
  readonly contained: boolean;
}

const TERM_SHARE = 0.35;

function scoreAxes(flat: string): ScoredAxe[] {
  const { lexicon, axeLabels, axeTerms } = taxonomy();
  const stems = lexicon.stems(flat.replace(/^\W*(?:axe|th[èe]me|volet)\b/iu, ''));
  const set = new Set(stems);
  const positions = positionsOf(stems);
  const hits = findTerms(positions, axeTerms);
  return axeLabels.labels
    .map((labels, index): ScoredAxe => {
      const axe = index + 1;
      const like = likeness(set, positions, labels, axeLabels);
      const hit = hits.some(({ term }) => term.axe === axe);
      const score = (1 - TERM_SHARE) * (like?.value ?? 0) + (hit ? TERM_SHARE : 0);
      const contained = labels.some((label) => label.stems.size > 1 && [...label.stems].every((stem) => set.has(stem)));
      return {
        axe,
        score,
        contained: contained || (hit && labels.some((label) => label.stems.size === 1 && [...label.stems].every((stem) => set.has(stem)))),
      };
    })
    .filter((axe) => axe.score > 0)
    .sort((a, b) => b.score - a.score || a.axe - b.axe);
}
