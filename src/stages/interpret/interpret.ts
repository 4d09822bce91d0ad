import { matchesIn } from '../../french/matches.ts';
import { readUnit } from '../../french/periods.ts';
import { fold } from '../../french/text.ts';
import type { Convention, DocumentDraft, Heading, ProgrammeDraft } from '../../model/draft.ts';
import { nonEmpty, type NonEmpty } from '../../model/collections.ts';
import { cellText, type Layout } from '../../model/grid.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Section } from '../../model/vocabulary.ts';
import { conventionText } from './annexed-convention.ts';
import { isLegalText, readConvention } from './convention.ts';
import { withConvention, withQuartiersOf } from './convention-parts.ts';
import { partiesOf } from './parties.ts';
import type { Unit } from './columns.ts';
import type { Piece } from './heading-piece.ts';
import { joinColumnsApart } from './columns-apart.ts';
import { readFaits } from './faits/read-faits.ts';
import { readFlow, type Flow } from './flow.ts';
import { withHeadedCards } from './fiches/headed-cards.ts';
import { withSheets } from './fiches/with-sheets.ts';
import { withHeadedParts } from './headed-parts.ts';
import { completeHeading, readHeading, withCodeInsee, withCommuneOfOthers } from './heading.ts';
import { sectionIn } from './labels.ts';
import { withLists } from './listes/with-lists.ts';
import { withMeasuresAcross } from './measures-across.ts';
import { documentNature } from './nature.ts';
import { programmeHypotheses } from './programmes.ts';
import { withSpeltHeadings } from './spelt-headings.ts';
import { splitQuartiers } from './quartiers/split-quartiers.ts';
import { withRefused } from './orphans.ts';
import { withTablesBeside } from './tables-beside.ts';
import { Segmenter, type Segment } from './segment.ts';
import { withLinesElsewhere } from './recap-alone.ts';
import { unsureFigures, withOtherReadings } from './other-readings.ts';
import { unreadPages } from './unread-pages.ts';

/** At most this many understandings of a whole document go on to reconcile. */
const MAX_DOCUMENTS = 16;

function linesOf(layout: Layout): Piece[] {
  return layout.blocks.flatMap((block): Piece[] =>
    block.kind === 'text'
      ? [{ text: block.line.text, place: block.line.place, size: block.line.size, bold: block.line.bold }]
      : block.table.cells
          .filter((cell) => cellText(cell) !== '')
          .map((cell) => ({ text: cellText(cell), place: cell.place, size: cell.lines[0]?.size ?? 10, bold: cell.bold })),
  );
}

const UNIT_NOTE =
  /\b(?:montants?|depenses?|couts?|sommes?|chiffres|donnees|tableaux?|valeurs)\b.{0,60}\ben (?:k|m|milliers|millions)|^\W*\(?en (?:k|milliers|millions|m €)/u;

/** "Montants en milliers d'euros": the unit that a title or a note gives for every amount without one. */
function notedUnit(pieces: readonly Piece[]): Unit | null {
  const note = pieces.find((piece) => piece.text.length <= 140 && UNIT_NOTE.test(fold(piece.text)));
  return note === undefined ? null : readUnit(note.text);
}

/** What the footnote signs (1) and (2) mean in this document, when a legend says it. */
function legendOf(pieces: readonly Piece[]): ReadonlyMap<'one' | 'two', Section> {
  const marks = new Map<'one' | 'two', Section>();
  for (const { text } of pieces) {
    for (const match of matchesIn(text, /\(([12])\)\s*([^()]{6,80})/gu)) {
      const section = sectionIn(match[2] ?? '');
      if (section !== null && section !== 'both') marks.set(match[1] === '1' ? 'one' : 'two', section);
    }
  }
  return marks;
}

/** Programmes of different landlords that follow a title which names the quartier, without another quartier or town between: all are for that one. */
function shareQuartiers(segments: readonly Segment[]): void {
  let over: Heading | null = null;
  const landlords = new Set<string>();
  for (const segment of segments) {
    const { heading } = segment;
    const landlord = heading.bailleur === null ? '' : fold(heading.bailleur);
    const isNamed = heading.quartier !== null || heading.codeQp !== null;
    if (isNamed) landlords.clear();
    const isElsewhere = heading.commune !== null && over?.commune !== null && over?.commune !== heading.commune;
    const isUnder = !isNamed && landlord !== '' && !isElsewhere && !landlords.has(landlord);
    if (isNamed) over = landlord === '' ? null : heading;
    else if (!isUnder) over = null;
    else if (over !== null) segment.heading = completeHeading(heading, over, ['quartier', 'codeQp']);
    landlords.add(landlord);
  }
}

/** A programme takes what its own heading leaves out from the programme before it, then from the titles of the document. */
function completeHeadings(segments: readonly Segment[], opening: readonly Piece[], knowledge: Knowledge): void {
  const document = readHeading(opening, knowledge, true);
  let previous: Segment | null = null;
  shareQuartiers(segments);
  for (const segment of segments) {
    if (previous !== null)
      segment.heading = completeHeading(
        segment.heading,
        previous.heading,
        segment.heading.commune === null ? ['commune', 'codeInsee', 'bailleur', 'siren', 'periode'] : ['bailleur', 'siren', 'periode'],
      );
    const fields =
      segments.length === 1
        ? (['periode', 'quartier', 'codeQp', 'bailleur', 'siren', 'logements'] as const)
        : (['periode', 'bailleur', 'siren'] as const);
    segment.heading = completeHeading(
      segment.heading,
      document,
      segment.heading.commune === null ? [...fields, 'commune', 'codeInsee'] : fields,
    );
    segment.heading = withCodeInsee(segment.heading, knowledge);
    previous = segment;
  }
  const headings = segments.map(({ heading }) => heading);
  for (const segment of segments) segment.heading = withCommuneOfOthers(segment.heading, headings, knowledge);
}

/** Combines the understandings of each programme into understandings of the document: the cheapest of all, then one change at a time. */
function combine(programmes: readonly NonEmpty<Hypothesis<ProgrammeDraft>>[]): Hypothesis<readonly ProgrammeDraft[]>[] {
  const best: Hypothesis<readonly ProgrammeDraft[]> = {
    value: programmes.map(([first]) => first.value),
    cost: programmes.reduce((sum, [first]) => sum + first.cost, 0),
    because: programmes.flatMap(([first]) => first.because),
  };
  const changed = programmes.flatMap(([first, ...others], at) =>
    others.map((other) => ({
      value: best.value.map((programme, index) => (index === at ? other.value : programme)),
      cost: best.cost - first.cost + other.cost,
      because: [...best.because, ...other.because.slice(first.because.length)],
    })),
  );
  return [best, ...changed].slice(0, MAX_DOCUMENTS);
}

/**
 * The ways to understand a document, cheapest first: its programmes with their lines, stated totals and headings; what it is when it holds
 * none; what a convention says. No arithmetic: which totals agree is for reconcile.
 */
export function interpret(layouts: NonEmpty<Hypothesis<Layout>>, knowledge: Knowledge): NonEmpty<Hypothesis<DocumentDraft>> {
  const { isWord } = knowledge;
  const asSpelt = layouts.map((layout) => (isWord === undefined ? layout : { ...layout, value: withSpeltHeadings(layout.value, isWord) }));
  const documents = asSpelt.flatMap((layout) => understand(layout, knowledge)).sort((a, b) => a.cost - b.cost);
  return (
    nonEmpty(documents) ?? [
      { value: { nature: 'autre', convention: null, faits: [], programmes: [], roles: [], unreadPages: [] }, cost: 0, because: [] },
    ]
  );
}

/** How many of the first pieces may say what the document is about. */
const OPENING = 60;

/** The text before the first table that holds amounts: the titles of the document. */
function openingOf(flow: Flow): Piece[] {
  const first = flow.items.findIndex(
    (item) => item.kind === 'table' && item.bands.some((band) => band.columns.some(({ amount }) => amount !== null)),
  );
  return flow.items
    .slice(0, first < 0 ? flow.items.length : first)
    .flatMap((item) => (item.kind === 'text' ? [item.piece] : item.pieces))
    .slice(0, OPENING);
}

/** The document as it is understood, table by table, before its programmes are told apart. */
export function flowOf(layout: Layout, knowledge: Knowledge, pieces: readonly Piece[] = linesOf(layout)): Flow {
  const unit = notedUnit(pieces);
  const flow = joinColumnsApart(
    readFlow(withHeadedParts(withMeasuresAcross(withTablesBeside(layout.blocks))), legendOf(pieces), unit, knowledge),
  );
  return withLists(withSheets(withHeadedCards(flow, knowledge), unit, knowledge), unit, knowledge);
}

function understand(layout: Hypothesis<Layout>, knowledge: Knowledge): Hypothesis<DocumentDraft>[] {
  const { blocks } = layout.value;
  const pieces = linesOf(layout.value);
  const flow = flowOf(layout.value, knowledge, pieces);
  const parted = new Segmenter(knowledge).run(flow).flatMap((segment) => splitQuartiers(segment, knowledge));
  completeHeadings(parted, openingOf(flow), knowledge);
  const context = pieces
    .slice(0, OPENING)
    .map((piece) => piece.text)
    .filter((text) => text.length <= 200);
  const tried = parted.map((segment) => programmeHypotheses(segment, context, knowledge));
  const segments = withRefused(
    parted,
    tried.map((hypotheses) => hypotheses.length > 0),
  );
  const found = segments.flatMap((segment, index) => {
    const hypotheses = nonEmpty(segment === parted[index] ? (tried[index] ?? []) : programmeHypotheses(segment, context, knowledge));
    return hypotheses === null ? [] : [hypotheses];
  });
  const own = documentNature(pieces);
  const nature = found.length > 0 ? 'programme' : own === 'programme' ? 'autre' : own;
  const legal = conventionText(own, pieces, blocks);
  const stated: Convention | null = legal === null ? null : readConvention(legal.pieces, legal.blocks, knowledge);
  const convention = withQuartiersOf(
    stated,
    found.map(([first]) => first.value),
    openingOf(flow),
  );
  const landlords = legal === null ? 0 : partiesOf(legal.pieces, knowledge.epciIn).filter(({ kind }) => kind === 'bailleur').length;
  const isAnnexed = own !== 'convention' && own !== 'avenant';
  const ofConvention = (programmes: readonly ProgrammeDraft[]): readonly ProgrammeDraft[] =>
    landlords > 1 ? programmes : withConvention(programmes, convention, isAnnexed);
  const pages = found.map(([first]) => first.value.pages);
  const faits = readFaits(
    pieces,
    convention !== null || isLegalText(pieces),
    found.map(([first]) => first.value),
    knowledge.epciIn,
  );
  const unsure = unsureFigures(layout.value);
  const unread = unreadPages(pieces, new Set(pages.flat()), knowledge);
  return combine(found).map((hypothesis) => ({
    value: {
      nature,
      convention,
      faits,
      programmes: withLinesElsewhere(ofConvention(hypothesis.value), unread, knowledge).map((programme) =>
        withOtherReadings(programme, unsure),
      ),
      roles: flow.roles,
      unreadPages: unread,
    },
    cost: layout.cost + hypothesis.cost,
    because: [...layout.because, ...hypothesis.because],
  }));
}
