import { matchesIn } from '../../french/matches.ts';
import { findPeriods } from '../../french/periods.ts';
import { endsMidSentence } from '../../french/mid-sentence.ts';
import { readCount } from '../../french/numbers.ts';
import { remember } from '../../french/remember.ts';
import { clean, fold } from '../../french/text.ts';
import { joinedLines } from './joined-lines.ts';
import { isUnder, SAME_START, withWrappedLabels } from './wrapped-labels.ts';
import { overlap, type Place } from '../../model/geometry.ts';
import type { Periode } from '../../model/vocabulary.ts';

/** A piece of a heading: a printed line or a cell. */
export interface Piece {
  readonly text: string;
  readonly place: Place;
  readonly size: number;
  readonly bold: boolean;
  /** The whole text of a cell, which goes on nowhere else. */
  readonly whole?: true;
}

export type Field = 'periode' | 'commune' | 'quartier' | 'codeQp' | 'bailleur' | 'siren' | 'logements';

/** What a label of a heading introduces: `null` a field nobody asked for, whose value must not run into another's. */
interface Label {
  readonly field: Field | null;
  readonly words: string;
  /** May stand without a colon when it fills the piece (a cell of its own). */
  readonly alone: boolean;
}

const LABELS: readonly Label[] = [
  {
    field: 'codeQp',
    words: String.raw`(?:n ?[°ºo]\.? ?(?:du |de |d')?(?:qpv|qp|quartier(?: prioritaire)?)|code (?:du |de |d')?(?:qpv|qp|quartier(?: prioritaire)?|anct|officiel)|numero (?:du |de )?(?:qpv|qp|quartier)|reference (?:du )?(?:qpv|qp|quartier)|identifiant (?:du )?(?:qpv|qp|quartier)|qpv n ?[°ºo])`,
    alone: true,
  },
  {
    field: 'logements',
    words: String.raw`(?:(?:nombre|nbre|nb|nbr)\.? ?(?:total )?(?:de |d')?(?:logements?|logts?|lgts?|log)\.? (?:[a-z']+ ){0,6}?(?:[a-z]+')?(?:abattement|atfpb|tfpb|qpv|quartier|quartiers prioritaires)(?= *:)|(?:nombre|nbre|nb|nbr)\.? ?(?:total )?(?:de |d')?(?:logements?|logts?|lgts?|log)\.?(?: (?:sociaux|locatifs|locatifs sociaux|concernes?|situes|ouvrant droit|eligibles?|beneficiaires?|hlm|abattus|gérés|geres|du bailleur|de l'organisme))*(?: (?:dans|sur|du|de|en|au sein du|a l'atfpb|a l'abattement|par l'abattement) ?(?:le|la|l')? ?(?:quartier|qpv|perimetre|patrimoine|secteur|territoire|site)?(?: prioritaire)?)*(?: (?:appartenant a|detenus? par|geres? par|possedes? par|propriete d[eu]) ?(?:le |la |l'|une? )?(?:organisme|bailleur|societe)(?: hlm| social)?)?|logements (?:concernes|abattus|exoneres|locatifs|sociaux|eligibles|en qpv|du quartier|dans le quartier|beneficiaires|du bailleur|de l'organisme|geres|detenus|du patrimoine|retenus)(?: (?:dans|sur) le quartier)?|logements|logts|patrimoine(?: (?:concerne|en qpv|du bailleur|dans le quartier|du quartier))?|parc (?:concerne|social|locatif)(?: (?:dans le quartier|du quartier))?|nombre de lots)`,
    alone: true,
  },
  {
    field: 'quartier',
    words: String.raw`(?:(?:nom (?:du |de la |des )?)?quartiers?(?: ?\(s\))?(?: prioritaires?(?: ?\(s\))?)?(?: \(?qpv\)?)?(?: (?:concernes?|de la politique de la ville|politique de la ville|de la ville))*(?: \(qpv\))?|nom (?:du )?qpv|intitule (?:du )?qpv|qpv(?: concernes?)?|secteur|perimetre)`,
    alone: true,
  },
  {
    field: 'commune',
    words: String.raw`(?:(?:nom de la )?(?:communes?|villes?)(?: concernees?| de)?(?: \(s\))?|localite|collectivite|territoire)`,
    alone: true,
  },
  {
    field: 'bailleur',
    words: String.raw`(?:(?:nom (?:de l'|du )?)?(?:organisme(?: (?:hlm|bailleur|de logement social|d'habitation|gestionnaire|proprietaire))?|bailleur(?: (?:social|hlm|concerne|gestionnaire))?|proprietaire(?: bailleur)?|maitre d'ouvrage|societe(?: d'hlm)?|esh))`,
    alone: true,
  },
  { field: 'siren', words: String.raw`(?:n ?[°ºo]\.? ?siren|siren|siret|n ?[°ºo]\.? ?siret)`, alone: true },
  {
    field: 'periode',
    words: String.raw`(?:annees?(?:\(s\))?(?: (?:concernees?|d'exercice|d'application|de programmation|civile|de reference|du programme))?|periode(?: (?:concernee|couverte|du programme|de programmation|de validite))?|exercices?(?:\(s\))?(?: budgetaire)?|programmation|millesime|duree du programme|programme d'actions? (?:annee|de l'annee|pour l'annee)|annees? couvertes?)`,
    alone: true,
  },
  {
    field: null,
    words: String.raw`(?:montant(?: [a-z' ]{0,60})?(?: \d{4})?|abattement(?: [a-z' ]{0,40})?|estimation(?: [a-z' ]{0,40})?|dont(?: [a-z' ]{0,40})?|contact|interlocuteur|referent[e]?|redacteur|service|direction|agence|departement|region|epci|intercommunalite|agglomeration|contrat de ville|date(?: [a-z' ]{0,30})?|version|mise a jour|adresse|telephone|tel|courriel|mail|page|annexe|signataires?|prefecture|convention(?: [a-z' ]{0,30})?|objet|statut|etat|type|nature|taux|base|nombre [a-z' ]{0,40}|nb [a-z' ]{0,30}|reference|n ?[°ºo]|programme|projet)`,
    alone: false,
  },
];

/** Words that end a value though no colon follows: the version of the document. */
const ENDS_VALUE =
  /\s+(?:projet (?:au|du)\b|version (?:du|au|n)\b|mise? a jour\b|maj\b|document (?:du|au)\b|edition (?:du|de)\b|etabli le\b|arrete au\b|date d['’]|(?:nombre|nb|nbre)\.? (?:de|d')\s*$)/u;

/** Another fact after a dash or a slash: dwellings, a year, a code, a label. */
const TAIL =
  /(?<!20\d\d)\s+[–—/|-]\s+(?=\d[\d\s.]*\s*(?:logements|logts|lgts)\b|20\d\d\b|Q[PN]\d|(?:ville|commune|quartier|bailleur|organisme|ann[ée]e)\b).*$/iu;

/** What follows a quartier's code after a dash is no part of its name: "Montanou (QP047002) – Agen". */
const BEHIND_CODE =
  /(?<=(?<![\p{L}\d])Q ?[PN] ?(?=(?:[A-Z]?\d){4})[0-9A-Z]{5,8}\s*\)?)\s*(?:[–—|,]|\s-\s|(?=(?:ann[ée]es?|exercice|p[ée]riode|programme|bilan)\s)).*$/iu;

/** A value ends with its sentence; an abbreviation ("St. Ouen") does not end one. */
const SENTENCE_END = /(?<=[\p{L}\d)]{3}|\s\d{1,2})(?<!\bSte)\.\s+\p{Lu}.*$/u;

/** Lower case and without accents, character for character, so that offsets stay those of the original. */
export function plain(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase();
  return [...text]
    .map((char) => {
      const bare = char.normalize('NFD').charAt(0).toLowerCase();
      return bare.length === char.length ? (bare === '’' ? "'" : bare) : char;
    })
    .join('');
}

/** A number of dwellings beside its label, with no colon between: "Nombre de logements 85". A year is none. */
const COUNT = String.raw`\s+(?!(?:19|20)\d\d\s*$)\d[\d\s.]*(?:logements|logts|lgts)?\s*$`;

/** What behind "QPV :" compares moyens or prices of places: "QPV : 1,3 ETP / 100 logts - Hors QPV : …". It labels no name. */
const COMPARED = /^\s*\d[\d\s.,]*(?:€|k€|eur(?:os?)?\b|etp\b|%)/u;

interface Hit {
  readonly label: Label;
  readonly at: number;
  readonly end: number;
  readonly whole: boolean;
}

/** Each label as it may stand in a text: before a colon, alone, or (dwellings) right before its number. */
const PATTERNS = LABELS.map((label) => ({
  label,
  before: new RegExp(String.raw`(?<![\p{L}\d'])${label.words}(?: ?\([^)]{0,40}\))?\s*(?::|=|⇒|→)`, 'gu'),
  alone: label.alone ? new RegExp(`^${label.words}(?: ?\\([^)]{0,40}\\))?$`, 'u') : null,
  counting: label.field === 'logements' ? new RegExp(`^\\s*${label.words}(?=${COUNT})`, 'u') : null,
}));
const COLON = /[:=⇒→]/u;

/** The same cell is looked at by several readers in turn. */
const labelHits: (text: string) => readonly Hit[] = remember(findLabels);

function findLabels(text: string): readonly Hit[] {
  const flat = plain(text);
  const hits: Hit[] = [];
  for (const { label, before } of COLON.test(flat) ? PATTERNS : []) {
    for (const match of matchesIn(flat, before)) {
      const end = match.index + match[0].length;
      if (label.field !== 'quartier' || !COMPARED.test(flat.slice(end))) hits.push({ label, at: match.index, end, whole: false });
    }
  }
  const chosen: Hit[] = [];
  for (const hit of hits.sort((a, b) => a.at - b.at || b.end - a.end)) {
    const last = chosen.at(-1);
    if (last !== undefined && hit.at < last.end) {
      // "Nombre de logements dans le quartier :" – the longer label wins over one inside it.
      continue;
    }
    chosen.push(hit);
  }
  if (chosen.length === 0) {
    const body = flat.trim();
    for (const { label, alone, counting } of PATTERNS) {
      if (alone?.test(body) === true) return [{ label, at: 0, end: text.length, whole: true }];
      const count = counting?.exec(flat) ?? null;
      if (count !== null) return [{ label, at: 0, end: count[0].length, whole: false }];
    }
  }
  return chosen;
}

export interface Fact {
  readonly field: Field;
  readonly value: string;
  readonly place: Place;
}

function rightOf(piece: Piece, pieces: readonly Piece[]): Piece | null {
  const [, y0, x1, y1] = piece.place.box;
  const candidates = pieces.filter(
    (other) =>
      other !== piece &&
      other.place.page === piece.place.page &&
      other.place.box[0] >= x1 - 2 &&
      overlap(y0, y1, other.place.box[1], other.place.box[3]) > 0.25 * Math.min(y1 - y0, other.place.box[3] - other.place.box[1]),
  );
  // The lines of one value begin at the same x: its first.
  const nearest = Math.min(...candidates.map(({ place }) => place.box[0]));
  const starts = candidates.filter(({ place }) => place.box[0] - nearest < SAME_START);
  return starts.reduce<Piece | null>((best, other) => (best === null || other.place.box[1] < best.place.box[1] ? other : best), null);
}

function below(piece: Piece, pieces: readonly Piece[]): Piece | null {
  const [x0, , x1, y1] = piece.place.box;
  const height = Math.max(piece.size, 8);
  const candidates = pieces.filter(
    (other) =>
      other !== piece &&
      other.place.page === piece.place.page &&
      other.place.box[1] >= y1 - 2 &&
      other.place.box[1] - y1 < 4 * height &&
      overlap(x0, x1 + 60, other.place.box[0], other.place.box[2]) > 0,
  );
  return candidates.reduce<Piece | null>((best, other) => (best === null || other.place.box[1] < best.place.box[1] ? other : best), null);
}

/** What stands under a label, unless it stands lower than what the other labels of its row have under them: a value of another row of theirs. */
function inFirstRow(under: Piece | null, label: Piece, pieces: readonly Piece[]): Piece | null {
  if (under === null) return null;
  const [, y0, , y1] = label.place.box;
  const isBeside = (other: Piece): boolean =>
    other !== label &&
    other.place.page === label.place.page &&
    overlap(y0, y1, other.place.box[1], other.place.box[3]) > 0.5 * (y1 - y0) &&
    isWholeLabel(other.text);
  const isHigher = (other: Piece | null): boolean =>
    other !== null && labelHits(other.text).length === 0 && other.place.box[3] < under.place.box[1] + 1;
  return pieces.some((other) => isBeside(other) && isHigher(below(other, pieces))) ? null : under;
}

/** The first of several numbers under the head of a column: a list of residences counts the dwellings of each, not those of the programme. */
function isListed(value: Piece, pieces: readonly Piece[]): boolean {
  const next = below(value, pieces);
  return next !== null && readCount(value.text) !== null && /^[\d\s.]+$/u.test(next.text) && readCount(next.text) !== null;
}

/** One of a row of labels over a row of values: most cells of its row are labels, and what stands under it is none. */
function isHeadOfColumn(piece: Piece, under: Piece | null, pieces: readonly Piece[]): boolean {
  if (piece.whole !== true || under === null || labelHits(under.text).length > 0) return false;
  const [, y0, , y1] = piece.place.box;
  // Of a heading without rules the values on one line are no cells, and stand in its row all the same.
  const row = pieces.filter(({ place }) => {
    const height = Math.min(y1 - y0, place.box[3] - place.box[1]);
    return place.page === piece.place.page && overlap(y0, y1, place.box[1], place.box[3]) > 0.5 * height;
  });
  return row.length > 2 && row.filter(({ text }) => isWholeLabel(text)).length * 2 > row.length;
}

/** A value with the lines it wraps to: right under it, begun at the same x, with no label of their own to the left. `label`: the value's. */
function wrappedValue(value: Piece, label: Piece, pieces: readonly Piece[]): Piece[] {
  const parts = [value];
  if (value.whole === true) return parts;
  for (let last = value; ;) {
    const next = pieces.find((other) => !parts.includes(other) && isUnder(other, last));
    if (
      next === undefined ||
      parts.length > 2 ||
      labelHits(next.text).length > 0 ||
      nearerLabels(next, label, pieces).some(
        (other) => labelHits(other.text).length > 0 || /:\s*$/u.test(other.text) || isUnknownLabel(other, label),
      )
    )
      return parts;
    parts.push(next);
    last = next;
  }
}

/** Under a label that stands apart from its value, another one that nobody asks for: "Statut de la saisie". */
function isUnknownLabel(other: Piece, label: Piece): boolean {
  return /^\p{Lu}/u.test(other.text) && Math.abs(other.place.box[0] - label.place.box[0]) < SAME_START;
}

/** What stands left of a line that may go on a value: beside the value's own label, set in the middle of its lines, only what stands between. */
function nearerLabels(line: Piece, label: Piece, pieces: readonly Piece[]): Piece[] {
  const left = leftOf(line, pieces);
  return left.filter((other) => other !== label && (!left.includes(label) || other.place.box[0] >= label.place.box[2]));
}

/** What can only go on a name: "de Missillac" under "Organisme : Office public de l'habitat". */
const REST_OF_NAME = /^(?:d[eu]|des|et|sur|en)\s[^.;:]{2,40}$|^d['’][^.;:]{2,40}$/u;

/** The line under a label with its value on which the value goes on, begun at the same x: behind a hyphen or a word that another must follow, where the text beside it left no room for its first word, or with what no text begins with. */
function cutValue(piece: Piece, pieces: readonly Piece[]): Piece | null {
  if (piece.whole === true) return null;
  const [, rest] = wrappedValue(piece, piece, pieces);
  if (rest === undefined) return null;
  const isCut = endsMidSentence(piece.text.trim()) || REST_OF_NAME.test(rest.text) || isCramped(piece, rest, pieces);
  return isCut ? rest : null;
}

function isLeftOf({ place: { page, box } }: Piece, upper: Piece, lower: Piece): boolean {
  return page === upper.place.page && box[2] <= upper.place.box[0] && box[3] > upper.place.box[1] && box[1] < lower.place.box[3];
}

/** Whether what stands right of two lines leaves no room on the upper one for the first word of the lower. */
function isCramped(upper: Piece, lower: Piece, pieces: readonly Piece[]): boolean {
  const [word = ''] = lower.text.split(' ');
  const [x0, , x1] = lower.place.box;
  const width = ((x1 - x0) * word.length) / Math.max(1, lower.text.length);
  const beside = [rightOf(upper, pieces), rightOf(lower, pieces)].flatMap((piece) => piece?.place.box[0] ?? []);
  // In the last of several columns it is the border, where all text ends.
  const border = pieces.some((piece) => isLeftOf(piece, upper, lower))
    ? pieces.filter(({ place }) => place.page === upper.place.page).map(({ place }) => place.box[2])
    : [];
  const limit = beside.length > 0 ? Math.min(...beside) : border.length > 0 ? Math.max(...border) + 0.5 * upper.size : Infinity;
  return x1 < limit && upper.place.box[2] + 0.25 * upper.size + width > limit - 0.5 * upper.size;
}

function leftOf(piece: Piece, pieces: readonly Piece[]): Piece[] {
  const [x0, y0, , y1] = piece.place.box;
  return pieces.filter(
    (other) =>
      other !== piece &&
      other.place.page === piece.place.page &&
      other.place.box[2] <= x0 + 2 &&
      // A label set in the middle of its value's two lines stands beside the half of each.
      overlap(y0, y1, other.place.box[1], other.place.box[3]) > (isWholeLabel(other.text) ? 0.25 : 0.5) * (y1 - y0),
  );
}

function valueOf(text: string): string {
  const cut = ENDS_VALUE.exec(` ${plain(text)}`);
  const whole = cut === null ? text : text.slice(0, Math.max(0, cut.index - 1));
  const kept = whole.replace(SENTENCE_END, '').replace(TAIL, '').replace(BEHIND_CODE, '');
  return clean(kept)
    .replace(/^[\s:=–—,;.|-]+/u, '')
    .replace(/[\s:=–—,;/|-]+$/u, '')
    .trim();
}

/** Dwellings behind a name, set apart by white alone: "Bailleur : Plaine Habitat 284 logements dans le quartier". "Les 408 logements" is a name. */
const DWELLINGS_BEHIND =
  /(?<=[\p{L})])(?<!(?<!\p{L})(?:les|des|aux|ces|cit[ée]s?|ensemble|résidence))\s+\d[\d\s.]*(?:logements|logts|lgts)(?!\p{L}).*$/iu;

function withoutDwellings(field: Field, value: string): string {
  return field === 'bailleur' || field === 'quartier' || field === 'commune' ? value.replace(DWELLINGS_BEHIND, '') : value;
}

/** A number of dwellings ends before the sentence that follows it on its line: "Nombre de logements : 42 L'article 1388 bis …". */
function withoutSentence(field: Field, value: string): string {
  return field === 'logements' ? (/^[\s:]*\d[\d\s.]*(?=\s\p{Lu}\p{L}*['’\s])/u.exec(value)?.[0] ?? value) : value;
}

/** A label and nothing before or behind: with its colon, or one that may stand without. */
export function isWholeLabel(text: string): boolean {
  const [hit] = labelHits(text);
  return hit !== undefined && hit.label.field !== null && hit.at === 0 && hit.end >= text.trimEnd().length;
}

/** The word with which a sentence ends on a line of its own: "Enquête de satisfaction auprès de 60 locataires du" over "quartier". */
function isEndOfText(piece: Piece, pieces: readonly Piece[]): boolean {
  return /^\p{Ll}/u.test(piece.text) && pieces.some((other) => other.text.length > piece.text.length && isUnder(piece, other));
}

/** Every labelled value of a heading: "Ville : LENS", or a cell "Commune" beside a cell "LENS". */
export function labelledFacts(lines: readonly Piece[]): Fact[] {
  const pieces = withWrappedLabels(lines, isWholeLabel);
  const facts: Fact[] = [];
  const used = new Set<Piece>();
  for (const piece of pieces) {
    const hits = labelHits(piece.text);
    hits.forEach((hit, index) => {
      const { field } = hit.label;
      if (field === null || (hit.whole && isEndOfText(piece, pieces))) return;
      const next = hits[index + 1]?.at ?? piece.text.length;
      let value = hit.whole ? '' : valueOf(withoutDwellings(field, withoutSentence(field, piece.text.slice(hit.end, next))));
      let place = piece.place;
      if (value === '' && index === hits.length - 1) {
        const first = inFirstRow(below(piece, pieces), piece, pieces);
        const under = field === 'logements' && first !== null && isListed(first, pieces) ? null : first;
        const beside = isHeadOfColumn(piece, under, pieces) ? null : rightOf(piece, pieces);
        const neighbour = [beside, under].find((other) => other !== null && !used.has(other) && labelHits(other.text).length === 0);
        if (neighbour !== undefined && neighbour !== null) {
          const wrapped = wrappedValue(neighbour, piece, pieces);
          value = valueOf(wrapped.map((part) => part.text).reduce(joinedLines));
          place = neighbour.place;
          for (const part of wrapped) used.add(part);
        }
      } else if (value !== '' && index === hits.length - 1) {
        const rest = cutValue(piece, pieces);
        if (rest !== null) value = valueOf(joinedLines(piece.text.slice(hit.end).trim(), rest.text));
      }
      if (value !== '' && plausible(field, value)) facts.push({ field, value, place });
    });
  }
  return facts;
}

/** "(2) Renforcement …" beside a heading: the number of a section, not of dwellings. */
const LEGEND = /^\(\d\)\s*\p{L}/u;

/** "QPV : 1,2 ETP / 100 logts" compares moyens, "quartier : 174 logts" ends a label that counts dwellings: neither names a quartier. */
const NO_NAME = /€|\bETP\b|\d[.,]\d|\/\s?\d|\battributions?\b|^\d[\d\s.]*(?:logements?|logts?|lgts?)\.?$/iu;

function plausible(field: Field, value: string): boolean {
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

/** True for a text that labels a value of a heading, with or without the value. */
export function isLabel(text: string): boolean {
  return text.length <= 160 && labelHits(text).some((hit) => hit.label.field !== null);
}

/** True for a text that introduces any value, asked for or not: "Montant de l'abattement :". */
export function introduces(text: string): boolean {
  return text.length <= 160 && (/:\s*$/u.test(text) || labelHits(text).length > 0);
}
