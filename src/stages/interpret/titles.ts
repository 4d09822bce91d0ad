import { matchesIn } from '../../french/matches.ts';
import { findPeriods } from '../../french/periods.ts';
import { clean, fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { isWholeLabel, plain } from './heading-labels.ts';
import type { Field, Piece } from './heading-piece.ts';
import { codeQpIn, quartierName } from './heading-values.ts';
import type { Place } from '../../model/geometry.ts';
import { nameOverCode } from './name-over-code.ts';
import { endsSentence } from './sentences.ts';
import { BEGINS_NAME, isName, LANDLORD, nameOverTitle, placeOverTitle, segmentGuesses } from './title-segments.ts';

export interface Guess {
  readonly field: Field;
  readonly value: string;
  readonly place: Place;
  readonly cost: number;
}

/** "Le Pré Haut (QN099001) compte 320 logements": the name that a text begins with, before its code. */
const CODED = /^(?<name>\p{Lu}[\p{L}\d'’-]*(?:\s+[\p{L}\d'’-]+){0,5})\s*\(\s*(?:n ?[°º] ?|code ?:? ?)?Q ?[PN] ?\d/iu;

/** A dot that ends a sentence, not an abbreviation ("S.A. LE FOYER", "St. Ouen"). */
const FULL_STOP = String.raw`(?<=\p{L}{3}|\d)\.`;
/** What ends a name in a sentence. "Est" is a verb before another word, and else a side of the quartier: "le quartier Haut du Lièvre Est (QN06823M)". */
const STOP = String.raw`(?=\s*(?:[–—|•·;,:(«»]|\s-\s|${FULL_STOP}(?:\s|$)|$|\b(?:pour|par|conclue?|entre|annees?|periode|(?:commune|ville)(?= (?:de|du|des|d')(?! la (?:ville|commune)\b)| ?:)|quartiers?|qpv|sur|dans|au titre|programme|bailleur|organisme|situe|et le|et la|avec|ci-apres|represente|en date|est(?= (?!au titre|pour|par|dans|sur|(?:de la|a la) (?:ville|commune))\p{L})|sont|a ete|du \d|\d{4})\b))`;

const QUARTIER = new RegExp(
  String.raw`\b(?:quartiers? prioritaires?(?: de la politique de la ville| de la ville)?(?: \(qpv\))?|qpv|quartiers?)\s*:?\s+(?:(?:de la|de l'|du|des|de|d')\s*)?(?<name>(?:«[^»]+»|[\p{L}\d][\p{L}\d'’./-]*(?:\s+[\p{L}\d'’./-]+){0,6}?))(?:(?=\s+a\s+\p{L})|${STOP})`,
  'giu',
);
/** What goes on the word "quartier", names it no more than "les quartiers de la Ville de Lens" does; "Ville Ouest" is a name. */
const NO_QUARTIER = /^(?:prioritaires?|politique|ville|concern|hors|du|de|et)\b/iu;
/** A name with a dash of its own, inside a sentence: "le quartier Europe - Schweitzer (QN04901N), commune de…". */
const DASHED = new RegExp(
  String.raw`\b(?:quartiers?(?: prioritaires?)?|qpv)\s+(?<name>[\p{L}\d][\p{L}\d'’./-]*(?:\s+[\p{L}\d'’./-]+){0,4}?\s+[-–]\s+[\p{L}\d][\p{L}\d'’./-]*(?:\s+[\p{L}\d'’./-]+){0,4}?)(?=\s*\(q[np]\d|,?\s+(?:de la )?(?:commune|ville) d)`,
  'giu',
);
const COMMUNE = new RegExp(
  String.raw`\b(?:commune|ville|mairie|territoire)\s+(?:de la ville |de la commune )?(?:de |d'|du |des )?(?<name>[\p{L}][\p{L}'’-]*(?:\s+[\p{L}'’-]+){0,5}?)(?:(?=\s*\))|${STOP})`,
  'giu',
);
/** The département behind the name of a commune: "Saint-Denis (93)". */
const DEPARTEMENT = /^\s*\((?:2[AB]|97\d|\d{2})\)/iu;
const BAILLEUR = new RegExp(
  String.raw`\b(?:bailleur(?: social)?|organisme(?: hlm)?|parc (?:social )?(?:du bailleur|de))\s*:?\s+(?<name>[\p{L}\d][\p{L}\d'’.&-]*(?:\s+[\p{L}\d'’.&-]+){0,6}?)${STOP}`,
  'giu',
);
/** "établi par Habitat 44 pour le quartier…": the landlord of a sentence. */
const AUTHOR =
  /\b(?:etabli|presente|propose|porte|mis en oeuvre|elabore) par (?:le bailleur |l'organisme )?(?<name>[\p{L}\d].{2,70}?)(?=\s+(?:pour|au titre|dans|sur|en faveur|concernant)\b|[,;]|(?<=\p{L}{3}|\d)\.)/giu;
/** "quartier X à Marseille": a commune after its quartier. */
const PLACE = /\ba (?<name>\p{L}[\p{L}'’-]*(?:[ -][\p{L}'’-]+){0,4}?)(?=\s*[,.;(]|\s+(?:pour|au titre|sur|dans|en)\b|$)/giu;
/** A service of the town, as its stamp names it: "Service Habitat", "Direction du Logement". */
const TOWN_SERVICE = /^(?:services?|directions?) (?:de la |de l |du |des )?(?:habitat|logement|patrimoine|foncier)$/u;
/** Words of titles and headings; of a commune or ville, where a landlord's name does not go on behind it ("Plaine Commune Habitat"). */
const NO_LANDLORD =
  /\b(programme|actions?|quartiers?|qpv|abattement|tfpb|taxes?|convention|nombre|(?:commune|ville)(?! (?:et )?(?:habitat|logis|logement|immobilier))|axes?|travaux|gestion|total|logements)\b/u;

/** The legal form of any landlord and nothing else: no name. */
const FORM_ALONE =
  /^(?:l )?(?:office public (?:de l |d )?(?:habitat|hlm)|oph|opac|esh|s ?a d hlm|sa hlm|societe anonyme d hlm|entreprise sociale pour l habitat|organisme hlm|bailleur social)$/u;

/** A legal form and the town it is of: a name, unless a letterhead has another over it in larger type. */
const FORM_OF_TOWN = new RegExp(
  String.raw`${FORM_ALONE.source.slice(0, -1)} (?:de |du |d )(?:la |l )?(?:ville |commune |agglomeration )?\S`,
  'u',
);

/** What a landlord is called whose legal form a part of a title gives: by the name over it, where there is one. */
function landlordNamed(part: string, piece: Piece, pieces: readonly Piece[]): string {
  const over = nameOver(pieces, piece);
  if (over === null) return part;
  if (FORM_ALONE.test(fold(part))) return clean(over.text);
  return FORM_OF_TOWN.test(fold(part)) && over.size > piece.size + 1 ? clean(over.text) : part;
}

/** The name on the line right over another, beginning with it: "DOMANYS" over "Office public de l'habitat". */
function nameOver(pieces: readonly Piece[], { place, size }: Piece): Piece | null {
  const above = pieces.find((other) => {
    const gap = place.box[1] - other.place.box[3];
    return other.place.page === place.page && gap > -2 && gap < size && Math.abs(other.place.box[0] - place.box[0]) < size;
  });
  return above !== undefined && isName(clean(above.text)) ? above : null;
}

/** A title is a line; a sentence that introduces the programme may fill a paragraph. */
const LONGEST_LINE = 110;
const LONGEST = 420;

const MANY_PARTS = 4;
const LONGEST_PART = 70;

/** The first sentences of a long text. */
function opening(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = text.slice(0, LONGEST).lastIndexOf('. ');
  return end < 0 ? '' : text.slice(0, end + 1);
}

/** The sentence that introduces the programme itself says more of it than the titles of the convention it is annexed to. */
const INTRODUCTION = /^(?:le )?(?:present )?programme (?:d ?actions? |relatif )?.*\bau titre d(?:e|es|u)\b/u;

/** Whether a text introduces the programme, be it behind a sentence of its own for the landlord: "Bailleur : SA Untel. Programme relatif au quartier…". */
function introducesProgramme(text: string): boolean {
  return text.split(/(?<=\.)\s+(?=\p{Lu})/u).some((sentence) => INTRODUCTION.test(fold(sentence)));
}

/** A title of the convention that the programme is annexed to: its years are those of the convention. */
const CONVENTION = /^(?!.*\b(?:programm\w*|bilan)\b).*\b(?:convention|contrat de ville|avenant)\b/u;

/** "Bilan 2023 et programme d'actions 2024": the title of several, each of which may have its own with its years. */
function isOfSeveral(text: string): boolean {
  const folded = fold(text);
  return /\bbilan\b/u.test(folded) && /\bprogramm\w*/u.test(folded) && new Set(findPeriods(text).map(({ debut }) => debut)).size > 1;
}

/** The title that a programme bears where it is annexed to something else. */
const OWN_TITLE = /^(?:annexes?\b.*\bprogramme d ?actions?|programme d ?actions?)\b/u;
const LONGEST_OWN_TITLE = 90;

/** A line that holds nothing but the years: "2017-2019" under "Programme d'actions". */
const YEARS_ALONE = /^\D{0,12}20\d\d(?:\s?(?:[-–—/]|à|au)\s?20\d\d)?\D{0,12}$/u;

/** The place in a heading where the programme itself begins, behind the convention it is annexed to; 0 where there is none. */
export function ownBeginning(pieces: readonly Piece[]): number {
  return Math.max(
    0,
    pieces.findLastIndex(({ text }) => text.length <= LONGEST_OWN_TITLE && !endsSentence(text) && OWN_TITLE.test(fold(text))),
  );
}

/** Years told before the programme's own title are those of the convention, of use where the programme tells none, even in a sentence. */
const OF_CONVENTION = 4;

/** "Agde, QPV Centre-Ville": what stands before the quartier and a comma. */
function beforeQuartier(part: string): string {
  return /^(?<name>[^,]+),\s*(?:le )?(?:quartier|qpv)\b/iu.exec(part)?.groups?.['name'] ?? part;
}

/** What the lines of a title suggest where no label says it. Lower cost is surer. */
export function titleGuesses(pieces: readonly Piece[], knowledge: Knowledge): Guess[] {
  const guesses: Guess[] = [];
  const add = (field: Field, value: string, piece: Piece, cost: number): void => {
    if (value !== '') guesses.push({ field, value, place: piece.place, cost });
  };
  const own = ownBeginning(pieces);
  for (const [index, piece] of pieces.entries()) {
    guesses.push(
      ...segmentGuesses(piece, knowledge),
      ...nameOverTitle(pieces[index - 1], piece, knowledge),
      ...placeOverTitle(pieces[index - 1], piece, knowledge),
      ...nameOverCode(pieces, index, knowledge),
    );
    const text = opening(clean(piece.text));
    const flat = plain(text);
    const prose = introducesProgramme(text) ? -1 : text.length > LONGEST_LINE ? 2 : 0;
    const code = codeQpIn(text);
    if (code !== null) add('codeQp', code, piece, 0);
    const coded = quartierName(CODED.exec(text)?.groups?.['name'] ?? '');
    if (coded !== null && isName(coded) && knowledge.commune(coded, null) === null) add('quartier', coded, piece, 1.5 + prose);
    const segments = text.split(/\s+[–—|•·-]\s+|\s*[–—|•·]\s*|\s{3,}/u).map((part) => part.trim());
    for (const match of [...matchesIn(flat, DASHED), ...matchesIn(flat, QUARTIER)]) {
      const name = match.groups?.['name'];
      if (name === undefined) continue;
      const at = match.index + match[0].lastIndexOf(name);
      const value = quartierName(text.slice(at, at + name.length));
      if (value !== null && /^[\p{Lu}«\d]/u.test(text.slice(at, at + 1)) && (!NO_QUARTIER.test(value) || /^Ville \p{Lu}/u.test(value)))
        add('quartier', value, piece, 1 + prose);
    }
    for (const match of matchesIn(flat, COMMUNE)) {
      const name = match.groups?.['name'];
      if (name === undefined) continue;
      const at = match.index + match[0].lastIndexOf(name);
      const value = text.slice(at, at + name.length);
      const [departement = ''] = DEPARTEMENT.exec(text.slice(at + name.length)) ?? [];
      if (/^\p{Lu}/u.test(value) && knowledge.commune(value, null) !== null) add('commune', `${value}${departement}`, piece, 1 + prose);
    }
    for (const match of matchesIn(flat, BAILLEUR)) {
      const name = match.groups?.['name'];
      if (name === undefined) continue;
      const at = match.index + match[0].lastIndexOf(name);
      const value = text.slice(at, at + name.length);
      if (BEGINS_NAME.test(value) && !/^hlm$/iu.test(value)) add('bailleur', value.replace(/(?<=\p{L}{3})\.$/u, ''), piece, 1 + prose);
    }
    for (const [pattern, field] of [
      [AUTHOR, 'bailleur'],
      [PLACE, 'commune'],
    ] as const) {
      for (const match of matchesIn(flat, pattern)) {
        const name = match.groups?.['name'];
        if (name === undefined) continue;
        const at = match.index + match[0].indexOf(name);
        const value = text.slice(at, at + name.length);
        const isName = field === 'bailleur' ? /^(?:\d+ )?\p{Lu}/u.test(value) : knowledge.commune(value, null) !== null;
        if (/^[\p{Lu}\d]/u.test(value) && isName) add(field, value, piece, 2 + prose);
      }
    }
    const dwellings = /(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})*|\d+)\s+(?:logements|logts|lgts)\b/iu.exec(text);
    if (dwellings?.[1] !== undefined) add('logements', dwellings[1], piece, 1 + prose);
    if (
      /\b(programme|programmation|actions?|tfpb|atfpb|abattement|annee|exercice|periode|bilan|previsionnel\w*|gestion urbaine|plan)\b/u.test(
        fold(text),
      ) ||
      YEARS_ALONE.test(text)
    ) {
      if (findPeriods(text).length > 0)
        add('periode', text, piece, 1 + prose + (index < own ? OF_CONVENTION : CONVENTION.test(fold(text)) || isOfSeveral(text) ? 0.5 : 0));
    }
    // A long line of many short parts is a heading, no sentence.
    if (text.length > LONGEST_LINE && (segments.length < MANY_PARTS || segments.some((part) => part.length > LONGEST_PART))) continue;
    for (const part of segments) {
      if (part.length < 3 || part.length > LONGEST_PART) continue;
      const folded = fold(part);
      // One such word alone is the head of a column: "Résidence".
      if (
        LANDLORD.test(folded) &&
        folded.includes(' ') &&
        folded.split(' ').length <= 8 &&
        BEGINS_NAME.test(part) &&
        !isWholeLabel(part) &&
        !NO_LANDLORD.test(folded) &&
        !TOWN_SERVICE.test(folded) &&
        codeQpIn(part) === null
      )
        add('bailleur', landlordNamed(part, piece, pieces), piece, 2);
      // "QPV Bois du Château (QN05605M), Lorient"
      for (const name of new Set([part, part.split(/\)?\s*,\s*/u).at(-1) ?? part, beforeQuartier(part)])) {
        const [commune] = knowledge.communesIn(name, null);
        if (commune !== undefined && fold(commune.nom) === fold(name)) add('commune', name, piece, 2.5);
      }
    }
  }
  return guesses.sort((a, b) => a.cost - b.cost);
}
