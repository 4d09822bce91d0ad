import { columnKind } from './header-words.ts';
import { fold } from '../../french/text.ts';
import type { LineDraft } from '../../model/draft.ts';
import type { NatureDocument, NatureProgramme } from '../../model/vocabulary.ts';
import type { Piece } from './heading-piece.ts';

const KINDS: readonly (readonly [NatureDocument, RegExp])[] = [
  ['programme', /\b(programme d ?actions?|actions? previsionnelles?|plan d ?actions?|programmation)\b/u],
  [
    'referentiel',
    /\b(referentiel|cadre national d utilisation|guide (?:(?:national|departemental|regional|local|metropolitain|intercommunal) )?(?:d utilisation|pratique)|guide national)\b/u,
  ],
  ['deliberation', /\b(deliberation|conseil municipal|conseil communautaire|extrait du registre|proces verbal)\b/u],
  ['avenant', /\bavenant\b/u],
  ['convention', /\bconvention\b/u],
  ['bilan', /\bbilan\b/u],
];

/** How many of the first lines of a document hold its title. */
const TITLE_LINES = 12;
/** Lines this early may be a title in plain type; later ones show by their type. */
const FIRST_LINES = 5;
const LARGER = 1.15;
/** A title is a line, not a sentence. */
const LONGEST_TITLE = 90;

/** So near the top a letter greets whom it is written to. */
const GREETING_LINES = 40;

const GREETING =
  /^(?:(?:cher|chere|chers|cheres|et|le|la|l|les|madame|monsieur|mesdames|messieurs|maire|president|presidente|directeur|directrice|prefet|prefete|sous|general|generale|adjoint|adjointe|delegue|deleguee|ministre|collegue|collegues) ?)+$/u;

/** "Monsieur le directeur général," on a line of its own, and nothing that he does. */
function isGreeting({ text }: Piece): boolean {
  const folded = fold(text);
  return /,\s*$/u.test(text) && /\b(madame|monsieur|mesdames|messieurs|collegues?)\b/u.test(folded) && GREETING.test(folded);
}

/** A letter is not what its subject names: it greets, and it has a subject or takes its leave. */
function isLetter(pieces: readonly Piece[]): boolean {
  if (!pieces.slice(0, GREETING_LINES).some(isGreeting)) return false;
  return pieces.some(({ text }) => {
    const folded = fold(text);
    return /^(objet|ref|references?)\b/u.test(folded) || /\b(salutations|agreer|saurais? gre|cordialement)\b/u.test(folded);
  });
}

/**
 * What a text without programme is, by the first kind its title names. A convention that calls itself an avenant to another contract is a
 * convention; an avenant to a convention is an avenant: the first word printed decides. `programme` is what the title says; whether there is
 * one is told by the tables.
 */
export function documentNature(pieces: readonly Piece[]): NatureDocument {
  if (isLetter(pieces)) return 'autre';
  const sizes = pieces.map((piece) => piece.size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const title = pieces
    .slice(0, TITLE_LINES)
    .filter(
      (piece, at) =>
        piece.text.length <= 200 && !/^\p{Ll}/u.test(piece.text) && (at < FIRST_LINES || piece.bold || piece.size > usual * LARGER),
    );
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

/** Where a convention ends and what is annexed to it begins. */
const ANNEXED = /^annexes?\b.{0,40}$|^fait a .{0,60}\d/u;
const NAMES_PROGRAMME = /\b(?:programmes? d ?actions?|bilan|abattement|tfpb)\b/u;

/** The last line of a sentence, however short, is no title: "année, le bilan quantitatif et qualitatif des actions conduites l'année précédente." */
const ENDS_SENTENCE = /^\p{Ll}.*\.$/u;

/** The titles of the programme itself: those behind the convention that it is annexed to, whose articles speak of bilans too. */
function titlesOf(pieces: readonly Piece[]): readonly string[] {
  const short = pieces.filter(({ text }) => text.length <= LONGEST_TITLE && !ENDS_SENTENCE.test(text));
  const titles = short.map(({ text }) => fold(text));
  // "Annexe : programme d'actions" is a title of what it begins.
  const annexed = titles.slice(
    Math.max(
      0,
      titles.findLastIndex((text) => ANNEXED.test(text)),
    ),
  );
  return (annexed.some((text) => NAMES_PROGRAMME.test(text)) ? annexed : titles).filter((text) => !/^article \d/u.test(text));
}

/** What the titles over a programme say of it: a bilan, when one of them says so and none says prévisionnel. */
export function titleNature(pieces: readonly Piece[]): NatureProgramme | null {
  const titles = titlesOf(pieces);
  const bilan = titles.some(
    (text) =>
      /\b(bilan|compte rendu d execution|actions realisees|depenses realisees)\b/u.test(text) &&
      !/\b(fera l objet|sera|transmis|presente)\b/u.test(text),
  );
  // The heading of a column that a page break parted from its table ("Calendrier prévisionnel") is no title.
  const isPlan = (text: string): boolean => /\bprevisionnel/u.test(text) && columnKind(text) !== 'calendrier';
  return bilan && !titles.some(isPlan) ? 'bilan' : null;
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
