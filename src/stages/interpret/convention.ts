import { readCount } from '../../french/numbers.ts';
import { clean, fold } from '../../french/text.ts';
import type { Convention } from '../../model/draft.ts';
import { cellText, type Block, type Cell, type Table } from '../../model/grid.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Piece } from './heading-piece.ts';
import { codeQpIn, periodIn, quartierName } from './heading-values.ts';
import { conventionCommunes } from './convention-communes.ts';
import { dwellings } from './faits/dwellings.ts';
import { durationIn } from './faits/duration.ts';
import { sentencesOf, type Sentence } from './faits/sentences-of.ts';
import { partiesOf, type Party } from './parties.ts';
import { wholeEpciName } from './epci-name.ts';
import { PROPER_NAME } from './proper-name.ts';
import { quartiersNamed, quartiersWithCodes, type QuartierTold } from './quartiers-told.ts';
import { tableRows } from './table-rows.ts';
import type { Periode } from '../../model/vocabulary.ts';

/** False for a title over the whole table. */
function headsColumn(cell: Cell, table: Table): boolean {
  return table.columnCount === 1 || cell.columnSpan < table.columnCount;
}

/** A table that lists quartiers with their dwellings: one row each. */
function quartiersOfTable(table: Table): QuartierTold[] {
  const rows = tableRows(table);
  const heads = rows.starting(0).map(cellText);
  // A label with its colon stands in no header: the row is of labels and values, "Années : | 2018 | Quartier prioritaire | Berlioz".
  if (heads.some((text) => /:\s*$/u.test(text))) return [];
  const name = rows.starting(0).findIndex((cell) => headsColumn(cell, table) && /\b(quartiers?|qpv)\b/u.test(fold(cellText(cell))));
  const count = heads.findIndex((text) => /\b(logements|logts|patrimoine)\b/u.test(fold(text)));
  if (name < 0) return [];
  const found: QuartierTold[] = [];
  for (let row = 1; row < rows.rowCount; row++) {
    const cells = rows.starting(row);
    const first = cells.find((cell) => cell.column === rows.starting(0)[name]?.column);
    if (first === undefined || cellText(first) === '' || /^\W*total/iu.test(cellText(first))) continue;
    const codeQp = cells.map((cell) => codeQpIn(cellText(cell))).find((code) => code !== null) ?? null;
    const countColumn = rows.starting(0)[count]?.column;
    const dwellings = count < 0 ? null : cells.find((cell) => cell.column === countColumn);
    const nom = quartierName(cellText(first));
    if (nom !== null || codeQp !== null)
      found.push({ nom, codeQp, logements: dwellings === null || dwellings === undefined ? null : readCount(cellText(dwellings)) });
  }
  return found;
}

/** A table of lines may name a quartier in each of its rows. */
function onceEach(listed: readonly QuartierTold[]): QuartierTold[] {
  const key = ({ nom, codeQp }: QuartierTold): string => codeQp ?? fold(nom ?? '');
  return listed.filter((quartier, at) => listed.findIndex((other) => key(other) === key(quartier)) === at);
}

/** The heading of a list of quartiers, without the words of any other column. */
const LIST_OF_QUARTIERS = /^(?:nom des? )?quartiers?(?: prioritaires?)?(?: (?:de la politique )?de la ville)?(?: concernes?)?$/u;

/** A quartier without the town that the text names behind it: "Rêpes – Vesoul (QP070001)". */
function withoutTown(quartier: QuartierTold, communes: readonly string[]): QuartierTold {
  const parts = quartier.nom?.split(/\s+[-–—]\s+/u) ?? [];
  const isTown = parts.length > 1 && communes.some((commune) => fold(commune) === fold(parts.at(-1) ?? ''));
  return isTown ? { ...quartier, nom: parts.slice(0, -1).join(' - ') } : quartier;
}

/** A line that can be a name alone: no sentence, no item of an enumeration, no label. */
function isNameAlone({ text, bold }: Piece): boolean {
  return !bold && /^[\p{Lu}\d]/u.test(text) && !/[.;:!?]\s*$/u.test(text) && text.length <= 60;
}

/** What stands under a heading at its left edge, line after line at one pitch. */
function linesUnder(pieces: readonly Piece[], heading: number): readonly Piece[] {
  const found: Piece[] = [];
  let above = pieces[heading];
  let pitch = Infinity;
  for (const piece of pieces.slice(heading + 1)) {
    if (above === undefined || piece.place.page !== above.place.page) break;
    const step = piece.place.box[1] - above.place.box[1];
    if (step <= 0 || step > Math.min(pitch * 1.15, 3 * piece.size) || Math.abs(piece.place.box[0] - above.place.box[0]) > 2) break;
    pitch = Math.min(pitch, step);
    above = piece;
    found.push(piece);
  }
  return found;
}

/** Quartiers in lines under such a heading, with their codes or all of them names alone: a list of one column draws no table. */
function quartiersOfLines(pieces: readonly Piece[]): QuartierTold[] {
  const quartier = ({ text }: Piece): QuartierTold => ({ nom: quartierName(text), codeQp: codeQpIn(text), logements: null });
  for (const [at, { text }] of pieces.entries()) {
    if (!LIST_OF_QUARTIERS.test(fold(text))) continue;
    const under = pieces.slice(at + 1);
    const end = under.findIndex((piece) => codeQpIn(piece.text) === null);
    if (end !== 0 && under.length > 0) return under.slice(0, end < 0 ? under.length : end).map(quartier);
    const names = linesUnder(pieces, at);
    if (names.length > 0 && names.every(isNameAlone)) return names.map(quartier);
  }
  return [];
}

/** The only quartier of a convention, with the dwellings that its sentences tell of the park there, where they tell one number. */
function withDwellingsTold(quartiers: readonly QuartierTold[], sentences: readonly Sentence[]): readonly QuartierTold[] {
  const [only, another] = quartiers;
  if (only === undefined || another !== undefined || only.logements !== null) return quartiers;
  const told = new Set(sentences.flatMap(({ text }) => dwellings(text).map(({ nombre }) => nombre ?? null)));
  const [logements = null, ...others] = told;
  return others.length > 0 ? quartiers : [{ ...only, logements }];
}

const PARK = new RegExp(
  String.raw`(?:[Pp]arc social d[eu]|[Bb]ailleur(?: social)?|[Oo]rganisme (?:HLM|Hlm))\s*:?\s+(?:du bailleur\s+|d[eu]\s+|le\s+)?${PROPER_NAME}`,
  'u',
);

/** The landlord as the title names it, else the party that is one. */
function bailleurOf(title: string, parties: readonly Party[]): string | null {
  const titled = PARK.exec(title)?.groups?.['name'];
  return titled === undefined ? (parties.find((party) => party.kind === 'bailleur')?.name ?? null) : clean(titled);
}

const EPCI = new RegExp(
  String.raw`(?<epci>(?:[Cc]ommunauté (?:d['’]agglomération|de communes|urbaine)|[Mm]étropole|Eurométropole|[Aa]gglomération|[ÉéEe]tablissement public territorial)\s+(?:(?:de la|de l['’]|du|des|de|d['’])\s*)?${PROPER_NAME})`,
  'u',
);

/** The intercommunality by its legal form as printed, else by a name of the official list. */
function epciOf(title: string, text: string, parties: readonly Party[], knowledge: Knowledge): string | null {
  const party = parties.find((other) => other.kind === 'epci' && EPCI.test(other.name));
  if (party !== undefined) return party.name;
  for (const part of [title, text]) {
    const printed = EPCI.exec(part)?.groups?.['epci'];
    const found = printed === undefined ? knowledge.epciIn(part) : wholeEpciName(clean(printed), part, knowledge.epciIn);
    if (found !== null) return found;
  }
  return null;
}

const SPAN =
  /(?:années?|période|durée|pour|conclue?|convention|contrat|compter|quartiers)[^.;]{0,80}?(20\d\d\s*(?:-|–|à|\/|jusqu['’]en)\s*20\d\d)/iu;

/** What an avenant makes of the years that it recalls: "La convention couvre ainsi les années 2016 à 2023". */
const SETTLED = /\b(?:ainsi(?! que)|desormais|dorenavant)\b/u;
/** Of itself, and of nothing else that it names. */
const OF_ITSELF = /\b(?:convention|avenant)\b/u;
const OF_OTHERS = /\bcontrat de ville\b/u;

/** The years as the title or a span of years has them, else as the clause of the duration tells them; a text that is cited ("Vu le contrat…") has its own. */
function periodOf(title: string, text: string, sentences: readonly Sentence[]): Periode | null {
  const inTitle = periodIn(title);
  if (inTitle !== null && inTitle.fin > inTitle.debut) return inTitle;
  const span = SPAN.exec(text)?.[1];
  const own = sentences.filter(({ folded }) => !folded.startsWith('vu '));
  const years = ({ text: sentence }: Sentence): Periode[] => [durationIn(sentence) ?? []].flat();
  const [settled] = own.filter(({ folded }) => SETTLED.test(folded) && OF_ITSELF.test(folded) && !OF_OTHERS.test(folded)).flatMap(years);
  const [told] = own.flatMap(years);
  return settled ?? (span === undefined ? null : periodIn(span)) ?? told ?? inTitle;
}

const LEGAL = [
  /\barticle (?:\d|premier|1er)/u,
  /\bil (?:est|a ete) convenu\b/u,
  /\bvu (?:la|le|l|les) (?:loi|code|article|decret|contrat|deliberation|cadre)\b/u,
  /\b(?:conclue?|passee?) entre\b|\bentre les soussignes\b|\bd une part\b/u,
  /\bci apres (?:denomme|designe)/u,
  /\b(?:presente convention|present avenant)\b/u,
  // Articles numbered one after the other, and the parties between "Entre" and "Et": "article 1388 bis" is the law's.
  /\barticle (?:1|1er|premier)\b.*\barticle (?:2|ii)\b/u,
  /\bentre (?:l etat|la |le |les |l )(?:(?!\barticle\b).)*\brepresentee? par\b.*\bet (?:l |la |le |les )?\p{L}(?:(?!\barticle\b).)*\brepresentee? par\b/u,
];

/** True for the text of a contract, not the title of its annex. */
export function isLegalText(pieces: readonly Piece[]): boolean {
  const text = fold(pieces.map((piece) => piece.text).join(' '));
  return LEGAL.filter((pattern) => pattern.test(text)).length >= 2;
}

/** What the legal text of a convention says: its parties, quartiers, dwellings and years. `pieces`: its lines in reading order. */
export function readConvention(pieces: readonly Piece[], blocks: readonly Block[], knowledge: Knowledge): Convention {
  const text = clean(pieces.map((piece) => piece.text).join(' '));
  const parties = partiesOf(pieces, knowledge.epciIn);
  const title = clean(
    pieces
      .slice(0, 12)
      .map((piece) => piece.text)
      .join(' '),
  );
  const listed = blocks.flatMap((block) => (block.kind === 'table' ? quartiersOfTable(block.table) : []));
  const lines = listed.length > 0 ? listed : quartiersOfLines(pieces);
  const sentences = sentencesOf(pieces);
  const coded = lines.length > 0 ? lines : quartiersWithCodes(sentences);
  const codes = new Set(coded.flatMap((quartier) => quartier.codeQp ?? []));
  const departement = [...codes].map((code) => knowledge.departementOfCodeQp(code)).find((found) => found !== null) ?? null;
  const communes = conventionCommunes(text, blocks, departement, knowledge);
  return {
    bailleur: bailleurOf(title, parties),
    epci: epciOf(title, text, parties, knowledge),
    communes,
    quartiers: withDwellingsTold(
      onceEach(coded.length > 0 ? coded.map((quartier) => withoutTown(quartier, communes)) : quartiersNamed(sentences, communes)),
      sentences,
    ),
    periode: periodOf(title, text, sentences),
  };
}
