import { fold } from '../../french/text.ts';
import type { LineDraft } from '../../model/draft.ts';
import type { NatureDocument, NatureProgramme } from '../../model/vocabulary.ts';
import type { Piece } from './facts.ts';

const KINDS: readonly (readonly [NatureDocument, RegExp])[] = [
  ['programme', /\b(programme d ?actions?|actions? previsionnelles?|plan d ?actions?|programmation)\b/u],
  ['referentiel', /\b(referentiel|cadre national d utilisation|guide (national|pratique|d utilisation))\b/u],
  ['deliberation', /\b(deliberation|conseil municipal|conseil communautaire|extrait du registre|proces verbal)\b/u],
  ['avenant', /\bavenant\b/u],
  ['convention', /\bconvention\b/u],
  ['bilan', /\bbilan\b/u],
];

/** How many of the first lines of a document hold its title. */
const TITLE_LINES = 12;

/**
 * What a text without programme is, by the first kind its title names. A convention that calls itself an avenant to another contract is a
 * convention; an avenant to a convention is an avenant: the first word printed decides. `programme` is what the title says; whether there is
 * one is told by the tables.
 */
export function documentNature(pieces: readonly Piece[]): NatureDocument {
  const title = pieces.slice(0, TITLE_LINES).filter((piece) => piece.text.length <= 200 && !/^\p{Ll}/u.test(piece.text));
  for (const piece of title) {
    const text = fold(piece.text);
    const named = KINDS.flatMap(([nature, pattern]) => {
      const at = text.search(pattern);
      return at < 0 ? [] : [{ nature, at }];
    }).sort((a, b) => a.at - b.at);
    const [first] = named;
    if (first !== undefined && !/^(vu|considerant|conformement|dans le cadre)\b/u.test(text)) return first.nature;
  }
  return 'autre';
}

/** What the titles say of a programme, before its columns are read: spent, planned, or neither. */
export function titleNature(pieces: readonly Piece[]): NatureProgramme | null {
  const text = fold(pieces.map((piece) => piece.text).join(' '));
  const bilan = /\b(bilan|realise(e|es|s)?|compte rendu)\b/u.test(text);
  const planned = /\b(previsionnel\w*|prevu\w*|projet|programme d actions?|programmation)\b/u.test(text);
  return bilan && !planned ? 'bilan' : null;
}

const PLANNED = /\b(previs\w*|previonn\w*|prevu\w*|estim\w*)\b/u;

/** Planned amounts only, spent only, or both. */
export function programmeNature(lines: readonly LineDraft[], pieces: readonly Piece[]): NatureProgramme {
  const columns = new Set(lines.flatMap((line) => line.amounts.map((amount) => amount.column)));
  let planned = false;
  let spent = false;
  for (const { rubrique, header } of columns) {
    if (rubrique === 'realise') spent = true;
    else if (rubrique === 'prevu' || rubrique === 'surcout' || PLANNED.test(fold(header))) planned = true;
  }
  if (planned && spent) return 'mixte';
  if (spent) return 'bilan';
  return !planned && titleNature(pieces) === 'bilan' ? 'bilan' : 'previsionnel';
}
