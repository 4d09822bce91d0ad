import { remember } from '../../french/remember.ts';
import { likeness, type Label, type LabelSet, type Likeness } from './labels.ts';
import { taxonomy } from './taxonomy.ts';
import { positionsOf } from './terms.ts';

/** The title of an axe, word for word, is no action of it; what is as near to an action's wording is that action. */
export const isAxeHeading: (printed: string) => boolean = remember((printed) => {
  const text = printed.replace(CODE, '');
  const { lexicon, axeLabels, actionLabels } = taxonomy();
  const isNumbered = AXE_NAMED.test(text);
  const stems = lexicon.stems(text.replace(PLACE, '').replace(AXE_NUMBER, '').replace(TAIL, ''));
  if (stems.length === 0) return false;
  const set = new Set(stems);
  const isSame = (label: Label): boolean => label.stems.size === set.size && [...label.stems].every((stem) => set.has(stem));
  if (axeLabels.labels.some((list) => list.some(isSame)) && !actionLabels.labels.some((list) => list.some(isSame))) return true;
  const positions = positionsOf(stems);
  const nearest = (labels: LabelSet): Likeness | null =>
    labels.labels
      .map((list) => likeness(set, positions, list, labels))
      .reduce((best, like) => ((like?.value ?? 0) > (best?.value ?? 0) ? like : best), null);
  const axe = nearest(axeLabels);
  if (axe === null || axe.value <= (nearest(actionLabels)?.value ?? 0)) return false;
  // A word of its own makes it more than a title: `référent tranquillité résidentielle`, `formation du personnel au compostage`.
  return isNumbered ? axe.value >= AXE_NUMBERED : axe.value >= AXE_WORD_FOR_WORD && stems.every((stem) => axe.label.stems.has(stem));
});

/** The code of an account before the axe: "TFPB7 – Axe 7 …". */
const CODE = /^\W*\p{L}+\d{1,3}\s*[–—:|-]\s*(?=axe\b)/iu;
const AXE_NUMBER =
  /^\W*(?:(?:axe|th[èe]me|th[ée]matique|volet|partie|priorit[ée])\s*(?:n\s?[°o]\s*)?(?:[1-8]|[ivx]{1,4}(?![\p{L}]))?(?=[^\p{L}\p{N}])|[1-8](?=\W)|(?:[ivx]{1,4}|[a-h])\s*[.)–—:-])/iu;
/** `QPV Bellevue – …`: where, before what. */
const PLACE = /^\W*(?:qpv|quartier|r[ée]sidence|secteur|ville|commune|site)s?\s[^–—:|]{2,60}\s[–—:|-]\s*(?=\p{L})/iu;
/** `(suite)`, `: 45 000 €` behind a title. */
const TAIL = /\s*(?:\([^)]*\)|[:–—-]?\s*[\d\s.,]+€?)\s*$/u;
const AXE_NAMED = /^\W*(?:axe|th[èe]me|volet)\b/iu;
const AXE_WORD_FOR_WORD = 0.9;
const AXE_NUMBERED = 0.6;
