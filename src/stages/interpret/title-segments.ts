import { clean, fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isLabel } from './heading-labels.ts';
import type { Piece } from './heading-piece.ts';
import { codeQpIn, quartierName } from './heading-values.ts';
import type { Guess } from './titles.ts';

/** What a part of a title says, dashes or bars between the parts: "Podeliha – Programme d'actions 2024", "Niort – Tour Chabot – QP079002". */
type Kind = 'titre' | 'service' | 'quartier' | 'code' | 'commune' | 'logements' | 'fact' | 'name' | 'autre';

/** Words of titles, of institutions and of tables: what bears one is no landlord's own name. */
const NO_NAME =
  /\b(programm\w*|actions?|quartiers?|qpv|abattements?|tfpb|atfpb|conventions?|avenants?|nombre|communes?|villes?|axes?|travaux|gestion|totaux|total|logements|republique|francaise|prefecture|prefet|departement\w*|region\w*|metropole|agglomeration|communaute|etat|directions?|services?|agence|contrat|annexes?|politique|projet|version|document|tableaux?|suivi|reporting|bilans?|exercice|page|confidentiel|liberte|montants?|depenses?|euros?|ttc|ht|previsionnel\w*|realise\w*|annees?|periode|fait|objet|titre|partie|section|sous|recapitulati\w*|synthese|fiches?|liste|details?|renforcement|cadre|mise|plan|dispositif|mairie|conseil|comite|gusp|gup|dsu|ccas|npnru|anru|anct|deliberation|seance|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|articles?|chapitres?|paragraphes?|considerant|decide|vu)\b/u;

/** Words that the names of landlords are made of. */
export const LANDLORD =
  /\b(habitat|hlm|h l m|logis|logement|oph|opac|opdhlm|immobiliere?|foncier|fonciere|foyer|patrimoine|residences?|demeures?|office public|maisons?|societe (?:anonyme|immobiliere))\b/u;

export const TITLE = /\b(programme|programmation|plan) d ?actions?\b|\b(bilan|reporting|suivi|tfpb|atfpb|abattement)\b/u;

/** A part of an organisation, beside its name. */
const SERVICE =
  /^(?:agence|direction|delegation|antenne)(?: (?:\w+ ){0,2}(?:de|du|des|d|territoriale?|regionale?|commerciale?|proximite)\b|$)/u;

const LONGEST_NAME = 6;

/** How a name begins: with a capital, be it behind the small letters of a brand ("m2A Habitat"). */
export const BEGINS_NAME = /^(?:\p{Ll}{1,2}\d*)?\p{Lu}/u;

/** Short, begun as a name is, and made of words only. */
export function isName(part: string): boolean {
  const folded = fold(part);
  return (
    BEGINS_NAME.test(part) &&
    /^[\p{L}\d'’.& -]+$/u.test(part) &&
    /\p{L}{3}/u.test(part) &&
    folded.split(' ').length <= LONGEST_NAME &&
    !NO_NAME.test(folded) &&
    !/\d{3}/u.test(part)
  );
}

/** `departement`: that of a QPV code beside it, which tells communes of one name apart. */
function kindOf(part: string, knowledge: Knowledge, departement: string | null = null): Kind {
  const folded = fold(part);
  if (isLabel(part) && /[:=]/u.test(part)) return 'fact';
  const code = codeQpIn(part);
  const coded = code === null ? null : quartierName(part);
  if (code !== null && coded === null) return 'code';
  // Behind the name, in brackets: a code in the midst of words is one of a sentence.
  if (coded !== null && /\)\s*$/u.test(part) && isName(coded)) return 'name';
  if (/^(qpv|quartiers?)\b/u.test(folded)) return 'quartier';
  if (/^\d[\d\s.]*(logements|logts|lgts)\b/u.test(folded)) return 'logements';
  if (TITLE.test(folded)) return 'titre';
  if (SERVICE.test(folded)) return 'service';
  const bare = part.replace(/^(?:ville|commune)\s+(?:de\s+|du\s+|des\s+|d['’]\s*)/iu, '');
  if (knowledge.commune(bare, departement) !== null) return 'commune';
  return isName(part) ? 'name' : 'autre';
}

/** Costs above that of every guess by wording: a name told by its place alone counts only where nothing else does. */
export const BY_CODE = 1.5;
/** A whole part that says "quartier" before its code, dashes of the name included. */
const NAMED = 0.9;
const BY_PLACE = 3;
const ABOVE_TITLE = 4;
export const BESIDE_TITLE = 5;
const LONGEST_TITLE = 110;

const QUARTIER_WORD = /^(?:qpv|quartiers?(?: prioritaires?)?)\s+(?:(?:de la|du|des|de)\s+|de l['’]|d['’])?/iu;

/** True for a landlord's name told by its place alone. */
export function isByPlace(guess: { readonly cost?: number }): boolean {
  return guess.cost !== undefined && guess.cost >= BY_PLACE;
}

/** True for a quartier's name told by standing beside the title alone. */
export function isBesideTitle(guess: { readonly cost?: number }): boolean {
  return guess.cost === BESIDE_TITLE;
}

/** "Montauban / QPV Nord - Centre / QP082001": slashes part it, and dashes belong to the names. */
function isSlashed(text: string): boolean {
  return text.split(/\s+\/\s+/u).length > 2;
}

/** So many names in a line of their own are those of one quartier; the second of two may be its landlord. */
const MANY = 3;

/** Whether a town is so called; where the département is known, a town in it. */
function isCommune(name: string, departement: string | null, knowledge: Knowledge): boolean {
  const found = knowledge.commune(name, departement);
  return found !== null && (departement === null || found.codeInsee?.startsWith(departement) === true);
}

/**
 * The quartier of a title whose parts longer dashes or bars set apart: hyphens are those of its name ("Abattement TFPB – QPV Kerguillette - Petit Paradis – Lorient"), unless what
 * stands behind one is a landlord, or a commune where the title has no part for that: one that lies where the code beside it says.
 */
function hyphenedGuesses({ text, place }: Piece, departement: string | null, knowledge: Knowledge): Guess[] {
  const parts = clean(text).split(/\s+[–—|•·]\s+/u);
  const hasCommune = parts.some((part) => kindOf(part, knowledge) === 'commune');
  return parts.flatMap((part): Guess[] => {
    const names = part.replace(QUARTIER_WORD, '').split(/\s+-\s+/u);
    const isOwn = (name: string): boolean =>
      isName(name) && !LANDLORD.test(fold(name)) && (hasCommune || !isCommune(name, departement, knowledge));
    if (names.length < (parts.length < 2 ? MANY : 2) || !QUARTIER_WORD.test(part) || !names.every(isOwn)) return [];
    return [{ field: 'quartier', value: names.join(' - '), place, cost: NAMED }];
  });
}

/** What a title says behind a colon: "les actions de 2023", "bilan 2022". */
const ACTIONS_OF_YEAR = /^(?:(?:les|nos) )?actions (?:de |pour |en )?(?:l annee )?20\d\d$/u;

/** "Bois du Château : les actions de 2023": whose actions these are, or where. */
function beforeColon({ text, place }: Piece, knowledge: Knowledge): Guess[] {
  const { name, rest } = /^(?<name>[^:]+?)\s*:\s*(?<rest>[^:]+)$/u.exec(clean(text))?.groups ?? {};
  if (name === undefined || rest === undefined || isLabel(name) || text.length > LONGEST_TITLE) return [];
  const isTitle = TITLE.test(fold(rest)) || ACTIONS_OF_YEAR.test(fold(rest));
  const isPlace = kindOf(name, knowledge) === 'name' && !LANDLORD.test(fold(name));
  return isTitle && isPlace ? [{ field: 'quartier', value: name, place, cost: BESIDE_TITLE }] : [];
}

/**
 * What the parts of a title tell by their place: the name right before a QPV code is the quartier's; a name at the head of a line whose other parts
 * are the title, the commune, the quartier or labelled facts is the landlord's.
 */
export function segmentGuesses(piece: Piece, knowledge: Knowledge): Guess[] {
  const parts = clean(piece.text)
    .split(isSlashed(piece.text) ? /\s+\/\s+/u : /\s+[–—|•·-]\s+|\s*[|•·]\s*|\s{3,}/u)
    .map((part) => part.trim());
  if (parts.length < 2) return beforeColon(piece, knowledge);
  const code = codeQpIn(piece.text);
  const departement = code === null ? null : knowledge.departementOfCodeQp(code);
  const kinds = parts.map((part) => kindOf(part, knowledge, departement));
  const guesses: Guess[] = [...hyphenedGuesses(piece, departement, knowledge)];
  parts.forEach((part, index) => {
    if (kinds[index] === 'commune' && (isSlashed(piece.text) || (index === 0 && code !== null)))
      guesses.push({ field: 'commune', value: part, place: piece.place, cost: BY_CODE });
    if (kinds[index] === 'quartier' && kinds[index + 1] === 'code') {
      const name = quartierName(part.replace(QUARTIER_WORD, ''));
      if (name !== null) guesses.push({ field: 'quartier', value: name, place: piece.place, cost: NAMED });
    }
    if (kinds[index] !== 'name') return;
    if (kinds[index + 1] === 'code') guesses.push({ field: 'quartier', value: part, place: piece.place, cost: BY_CODE });
    else if (codeQpIn(part) !== null) {
      // "Bien-Assis (QP003004)": the name and its code as one part.
      const name = quartierName(part);
      if (name !== null) guesses.push({ field: 'quartier', value: name, place: piece.place, cost: BY_CODE });
    } else {
      if (index === 0 && kinds.some((kind) => kind !== 'name' && kind !== 'autre'))
        guesses.push({ field: 'bailleur', value: part, place: piece.place, cost: BY_PLACE });
      // "Programme d'actions 2025 – Les Aulnes": whose it is, or where.
      if (kinds.includes('titre') && piece.text.length <= LONGEST_TITLE && !LANDLORD.test(fold(part)))
        guesses.push({ field: 'quartier', value: part, place: piece.place, cost: BESIDE_TITLE });
    }
  });
  return guesses;
}

/** One or two words in small letters. */
const LOGO = /^\p{Ll}[\p{L}’'-]{2,}(?: [\p{L}’'-]{2,})?$/u;

/** A name alone on the line over the title, as on a letterhead: the landlord's. */
export function nameOverTitle(above: Piece | undefined, title: Piece, knowledge: Knowledge): Guess[] {
  if (above === undefined || above.place.page !== title.place.page || !TITLE.test(fold(title.text)) || title.text.length > 120) return [];
  const gap = title.place.box[1] - above.place.box[3];
  const text = clean(above.text);
  if (gap < -2 || gap > 2.5 * title.size) return [];
  // A logo may be written without a capital, in larger type.
  const isLogo = above.size > 1.2 * title.size && LOGO.test(text) && !NO_NAME.test(fold(text)) && knowledge.commune(text, null) === null;
  if (!isLogo && kindOf(text, knowledge) !== 'name') return [];
  return [{ field: 'bailleur', value: text, place: above.place, cost: ABOVE_TITLE }];
}

/** "Dreux - Les Bâtes Tabellionne" right over the title of a programme: the town, and where in it. */
export function placeOverTitle(above: Piece | undefined, title: Piece, knowledge: Knowledge): Guess[] {
  if (above === undefined || above.place.page !== title.place.page || !TITLE.test(fold(title.text))) return [];
  const gap = title.place.box[1] - above.place.box[3];
  if (gap < -2 || gap > title.size || above.size < title.size) return [];
  const [town, name, ...others] = clean(above.text).split(/\s+[–—|•·-]\s+/u);
  if (town === undefined || name === undefined || others.length > 0 || LANDLORD.test(fold(name))) return [];
  return kindOf(town, knowledge) === 'commune' && kindOf(name, knowledge) === 'name'
    ? [{ field: 'quartier', value: name, place: above.place, cost: BESIDE_TITLE }]
    : [];
}

/** What lines that were taken for one paragraph tell by themselves: their parts beside a code, and a name over the first of them. */
export function lineGuesses(lines: readonly Piece[], joined: readonly Piece[], knowledge: Knowledge): Guess[] {
  return lines.flatMap((line, index) =>
    joined.includes(line)
      ? []
      : [
          ...segmentGuesses(line, knowledge).filter(({ cost }) => cost <= BY_CODE),
          ...(isFirstOf(line, joined) ? nameOverTitle(lines[index - 1], line, knowledge) : []),
        ],
  );
}

/** The paragraph that a line begins keeps its place. */
function isFirstOf(line: Piece, joined: readonly Piece[]): boolean {
  return joined.some(({ place }) => place === line.place);
}
