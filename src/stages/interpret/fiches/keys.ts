import { remember } from '../../../french/remember.ts';
import { fold } from '../../../french/text.ts';
import { columnKind, headerShare, type ColumnKind } from '../header-words.ts';
import { totalLabel } from '../labels.ts';
import { isOtherMoney } from '../other-money.ts';
import { saysAxe } from '../says-axe.ts';

/** "Dépense moyenne prévisionnelle / an pour la période 2020 à 2024 en euros" is among the longest. */
const LONGEST_KEY = 90;
/** Keys may be items of a list, and dust before one looks like its dash. */
const KEY_AND_VALUE = new RegExp(String.raw`^(?:[-–—•·*]\s+)?(?<key>[^:]{2,${String(LONGEST_KEY)}}?)\s*:\s*(?<value>.*)$`, 'u');
/** Total words that cover more than one action: no key of a sheet. */
const OVER_SEVERAL = /\b(?:axes?|programme|general|sous|global|actions|ensemble)\b/u;

/** "Axe du cadre national", "Axe de la convention concerné": whose axe it is makes the key longer, and no other. */
const AXE_OF = /^axes? (?:du|de la|de l) (?:cadre|referentiel|convention|programme|avenant)\b[a-z ]{0,30}$/u;

/** What the key of a sheet introduces: the kinds of columns; `null` for words that are no key. */
export const keyKind: (text: string) => ColumnKind | null = remember((text) => {
  const key = text.replace(/\s*[:=]?\s*$/u, '');
  if (AXE_OF.test(fold(key))) return 'axe';
  if (
    key === '' ||
    key.length > LONGEST_KEY ||
    /:|\. |\d\s?[km]?€|\d[\s.,]\d/iu.test(key) ||
    headerShare(key) < 0.5 ||
    sheetTitle(key) !== null
  )
    return null;
  // "Programme d'actions 2026 : fiches descriptives" is a title.
  if (/^(?:programme|plan|bilan)\b.*\b20\d\d$/u.test(fold(key))) return null;
  // "Axe 3 : Sur-entretien" is a heading, and the abattement is no cost of an action.
  if (saysAxe(key) || isOtherMoney(key)) return null;
  if (totalLabel(key) !== null && OVER_SEVERAL.test(fold(key))) return null;
  const kind = columnKind(key);
  return kind === 'tick_specifique' || kind === 'tick_droit_commun' ? null : kind;
});

/** "Axe : Sur-entretien": a key and its value in one line; `null` when the words before the colon are no key. */
export function keyAndValue(text: string): { readonly key: string; readonly value: string } | null {
  const match = KEY_AND_VALUE.exec(text);
  const key = match?.groups?.['key'];
  return key === undefined || keyKind(key) === null ? null : { key, value: match?.groups?.['value'] ?? '' };
}

const TITLE = /^(?:\d+[.)] )?(?:fiche|action|operation|projet)s?\b(?: (?:action|projet|operation|descriptive))?(?: n)? ?o?\s*\d{1,3}\b/u;

/** The title over a sheet ("Fiche action n° 3 : Rondes de nuit"), and the words behind its number; `null` for any other text. */
export function sheetTitle(text: string): { readonly words: string } | null {
  if (text.length > 200 || !TITLE.test(fold(text.replace(/[°º]/gu, ' ')))) return null;
  return { words: text.replace(/^.*?\d{1,3}\s*[:.–—-]?\s*/u, '').trim() };
}
