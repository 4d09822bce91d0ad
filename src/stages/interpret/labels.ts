import { remember } from '../../french/remember.ts';
import { fold } from '../../french/text.ts';
import type { Section } from '../../model/vocabulary.ts';

const SPECIFIC = /\bactions? (?:specifiques?|propres (?:au|aux|a ce|a chaque|du) (?:quartiers?|qpv))\b/u;
const COMMON =
  /\b(gestion (?:courante|ordinaire) renforcee|renforcement (?:de la )?gestion (?:courante|ordinaire)|renforcement (des |de )?(actions |moyens )?(de )?(gestion )?(de )?droit commun|(moyens|gestion|actions) de (gestion de )?droit comm(?:un?)?|droit comm(?:un?)?)\b/u;

/** The section a title, label or row names; `both` for a legend, or a label that covers the two. */
export function sectionIn(text: string): Section | 'both' | null {
  const folded = fold(text);
  const specific = SPECIFIC.test(folded);
  const common = COMMON.test(folded);
  if (specific && common) return 'both';
  if (specific) return 'actions_specifiques';
  return common ? 'droit_commun' : null;
}

/** A section's title, not prose that mentions it: short, and nearly nothing but its name. */
export function sectionTitle(text: string): Section | null {
  const section = sectionIn(text);
  if (section === null || section === 'both') return null;
  const words = fold(text)
    .replace(SPECIFIC, ' ')
    .replace(COMMON, ' ')
    .split(' ')
    .filter(
      (word) =>
        word.length > 2 &&
        !/^(par|rapport|aux?|quartiers?|reste|parc|patrimoine|hors|qpv|les|des|mises?|oeuvre|dans|cadre|titre|tfpb|atfpb|partie|tableau|section|bloc|volet|programme|axe|axes|moyens|gestion|tableaux|actions?|pour|\d+)$/u.test(
          word,
        ),
    );
  return words.length <= 2 && text.length < 120 ? section : null;
}

/** How far a stated total reaches, as its label says; the rows decide the rest. */
export type TotalReach = 'axe' | 'section' | 'programme' | 'partie' | 'inconnu';

export interface TotalLabel {
  readonly reach: TotalReach;
  readonly section: Section | null;
  /** The label uses the word total (or a synonym), so that the row can be nothing else. */
  readonly sure: boolean;
}

const TOTAL_WORD =
  /^s t\b|^st axe\b|^tot\b|^ensemble$|\b(s tot|ss tot|s ?\/? ?totaux|sous totaux|sous total|s total|ss total|soustotal|total|totaux|totale|cumul|somme totale|ensemble (du programme|des actions|des axes|des depenses))\b/u;
const SUB = /^s t\b|^st axe\b|\b(s tot|ss tot|sous totaux|sous total|s total|ss total|soustotal|s totaux)\b/u;
const GRAND =
  /\b(total general|totaux generaux|total global|grand total|total du programme|total programme|total (des )?(actions|depenses) du programme|montant total|total des deux sections|total tous axes|total toutes actions|total (general )?du quartier|ensemble (?:du programme|des actions|des axes|des depenses)|total (?:des |de )?(?:deux|trois|quatre|toutes(?: les)?) (?:parties|sections|volets|tableaux)|total de la programmation|total annuel|cout total|budget total|depense totale|total tfpb)\b/u;

/** "Sous-total 1ère partie", "Total volet 2": what stands under one of several titles. */
const OF_PART =
  /\btotal (?:de la |du )?(?:(?:\d ?(?:ere|re|er|eme|nde?|e)|premiere?|deuxieme|seconde?|troisieme) (?:partie|volet|section|tableau)|(?:partie|volet|section|tableau) (?:\d|[abc]|i{1,3}))$/u;

/** "Budget de l'axe", "Dépense prévue pour cet axe": what an axe costs is what its lines come to, without the word total. */
const OF_AXE =
  /^(?:le |la |les )?(?:montants?|couts?|budgets?|depenses?|sommes?|enveloppes?|credits?|charges?)(?: \w+){0,2} (?:(?:de|pour|sur) (?:l |cet )|d )axe(?: n)?(?: o)?(?: \d)?$/u;

/** "Budget du quartier", "Coût prévisionnel du programme": the same of all actions. */
const OF_WHOLE =
  /^(?:le |la |les )?(?:montants?|couts?|budgets?|depenses?|enveloppes?)(?: (?:global|globale|annuel|annuelle|previsionnel|previsionnelle|prevu|prevue|alloue|allouee))*? (?:du|de ce|pour le|pour ce) (?:quartier|qpv|programme)(?: d ?actions?)?(?: (?:pour )?20\d\d)?$/u;

/** "Dépensé, tous axes réunis": what all axes come to, without the word total. */
const OF_ALL =
  /^(?:montants?|couts?|budgets?|depenses?|sommes?|engages?|realises?|prevus?|valorises?)(?: \w+){0,2} (?:tous (?:les )?(?:huit |\d )?axes|toutes (?:les )?actions)(?: (?:reunie?s|confondue?s|compris(?:es)?))?$/u;

/** "Total I + II + III": all parts from the first on, three at least. */
const CHAIN = /(?<![\p{L}\d])(?:I\s*\+\s*II\s*\+\s*III|1\s*\+\s*2\s*\+\s*3|A\s*\+\s*B\s*\+\s*C)(?![\p{L}\d])/u;

/** "Ensemble des trois quartiers": what all parts come to, without the word total. */
const OF_PARTS =
  /^(?:l )?ensemble des (?:(?:deux|trois|quatre|cinq|six|sept|huit|\d{1,2}) )?(?:quartiers?(?: prioritaires?)?|qpv|bailleurs|organismes)$/u;

/** "Total du droit commun et des actions": the end of the line cuts the other section's name. */
const CUT_BOTH = /\bdroit commun et (?:des |les )?actions$/u;

/** Reads a label as that of a total; `null` when it is none. */
export const totalLabel: (text: string) => TotalLabel | null = remember((text) => {
  const folded = fold(text);
  if (folded === '') return null;
  const startsTotal =
    /^(\(?\d\)? )?(le |les )?(montants? |cout |couts |depenses? |budget )?(s total|ss total|sous total|sous totaux|soustotal|totaux|total|totale|cumul|ensemble (du|des)|somme totale|grand total)\b/u.test(
      folded,
    );
  const named = TOTAL_WORD.test(folded) && (startsTotal || folded.split(' ').length <= 12);
  const section = sectionIn(text);
  const plus = /\ba\s*\+\s*b\b|\b1\s*\+\s*2\b|\(\s*1\s*\)\s*\+\s*\(\s*2\s*\)|\ba et b\b/iu.test(text.replace(/[()]/gu, ' '));
  if (plus && (named || section !== null)) return { reach: 'programme', section: null, sure: true };
  if (OF_AXE.test(folded)) return { reach: 'axe', section: null, sure: true };
  if (OF_WHOLE.test(folded) || OF_ALL.test(folded)) return { reach: 'programme', section: null, sure: true };
  if (OF_PARTS.test(folded)) return { reach: 'inconnu', section: null, sure: true };
  if (named && CHAIN.test(text)) return { reach: 'programme', section: null, sure: true };
  if (!named) return null;
  // No "vivre ensemble".
  if (folded === 'ensemble') return { reach: 'programme', section: null, sure: true };
  if (section === 'both' || CUT_BOTH.test(folded)) return { reach: 'programme', section: null, sure: true };
  if (section !== null) return { reach: 'section', section, sure: true };
  if (/\baxes? \d.*\b(?:a|et|au) (?:l )?(?:axe )?\d/u.test(folded)) return { reach: 'inconnu', section: null, sure: true };
  if (/\baxes? (n )?\d\b|\baxe\b(?! s)/u.test(folded) && !/\b(tous|toutes|ensemble|des|les|huit|8) (les )?(huit |8 )?axes\b/u.test(folded))
    return { reach: 'axe', section: null, sure: true };
  if (OF_PART.test(folded)) return { reach: 'section', section: null, sure: true };
  if (LETTERED.test(folded)) return { reach: 'section', section: null, sure: true };
  if (SUB.test(folded)) return { reach: 'inconnu', section: null, sure: true };
  if (/\btotal (1|2|a|b|i|ii)\b/u.test(folded) && !/\btotal à/iu.test(text)) return { reach: 'section', section: null, sure: true };
  if (GRAND.test(folded)) return { reach: 'programme', section: null, sure: true };
  return { reach: 'inconnu', section: null, sure: true };
});

/** "Sous-total (B)": axes have numbers. */
const LETTERED = /\btotal [abc]$/u;

/** "Total A", "Sous-total partie 2": a mark that parts bear, and axes, which have numbers, do not. */
export function marksPart(text: string): boolean {
  return LETTERED.test(fold(text)) || OF_PART.test(fold(text));
}

/** "Total C": a mark that others come before. */
export function marksLaterPart(text: string): boolean {
  return /\btotal [bc]$/u.test(fold(text));
}

/** True for a label made of the words of the amount column itself ("Surcoût estimé", "Dépense moyenne prévisionnelle / an"): an unnamed total. */
export function isSubtotalLabel(text: string): boolean {
  return SUB.test(fold(text));
}

/** "dont loge du gardien": a share of the amount above it. */
export function isDetail(text: string): boolean {
  return /^dont\b/u.test(fold(text));
}

/** The mark that a heading begins with ("III. Gestion des déchets", "Axe 2 – Sur-entretien"). */
function markOf(heading: string): string | null {
  const mark = /^(?:[Aa]xe\s+|AXE\s+)?([IVX]{1,4}|\d{1,2}|[A-Z])(?:\s*[.):–—-]|\s+(?=\p{Lu}))/u.exec(heading)?.[1];
  return mark === undefined ? null : fold(mark);
}

/** "Total III" below "III. Gestion des déchets", "Total E" below "E | Petits travaux": the mark of the heading above. */
export function bearsMark(label: string, heading: string): boolean {
  const mark = markOf(heading);
  return mark !== null && new RegExp(`\\btotal (?:du |de la |de l )?${mark}$`, 'u').test(fold(label));
}

/** "Sous-total axe 2" of "Axe 2 – Gestion des déchets": the number that the document gives its axe, whatever the référentiel's is. */
export function bearsNumber(label: string, heading: string): boolean {
  const mark = markOf(heading);
  return mark !== null && new RegExp(`\\btotal (?:du |de la |de |pour )?(?:l )?axe (?:n )?(?:o )?${mark}$`, 'u').test(fold(label));
}
