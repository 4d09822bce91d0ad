import { stretchIn } from '../../french/stretches.ts';
import { fold } from '../../french/text.ts';
import { versionIn } from '../../french/versions.ts';
import type { AmountDraft, AmountReading, Unread } from '../../model/draft.ts';
import type { ProgrammeDoubt, ReconciledAmount, ReconciledLine, ReconciledTotal } from '../../model/reconciled.ts';
import { agreeingRows, reconciledRows } from '../../model/reconciled-rows.ts';
import { saysTotal } from '../../model/row-equations.ts';
import type { StatutProgramme } from '../../model/vocabulary.ts';
import { hasHiddenTotal } from './hidden-total.ts';
import { hasIncompatible } from './incompatible-totals.ts';
import { saidByTotals } from './said-totals.ts';
import { MANY_SLIPS, slipsBehind } from './slips.ts';

/** Below this margin another understanding is nearly as good: a person must look. Natural units of cost. */
export const SMALL_MARGIN = 0.75;

/** Confidence that value, rubrique and period are all right, as measured on generated documents (docs/bench.md). */
const CONFIDENCE = { proven: 0.995, unproven: 0.97, broken: 0.93, unnamedColumn: 0.9, doubtful: 0.4 } as const;

export function confidenceOf(draft: AmountDraft, reading: AmountReading, proven: boolean, broken: boolean): number {
  if (draft.doubt !== null) return CONFIDENCE.doubtful;
  const base = proven ? CONFIDENCE.proven : broken ? CONFIDENCE.broken : CONFIDENCE.unproven;
  const named = draft.column.sure || proven ? base : Math.min(base, CONFIDENCE.unnamedColumn);
  // A total that adds up has settled what the first reading left open; one that the sums chose stays less sure.
  return Number((proven && reading === draft.readings[0] ? named : named * Math.exp(-reading.cost)).toFixed(3));
}

/** So many axes or shares without any amount, whose totals state some. */
const MANY_EMPTY = 2;

/** More totals disagree than slips of an author explain, or the lines of whole parts are missing: rows or columns were misunderstood. */
function looksMisread(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): boolean {
  const parts = totals.filter(({ statut, scope }) => statut === 'ecart' && (scope.portee === 'axe' || scope.portee === 'autre'));
  // An axe told in a summary and under its table, in several columns, is one.
  const empty = parts.filter(({ recomputed }) => recomputed?.isZero() === true);
  const names = new Set(empty.map(({ cle, draft }) => (cle === null ? String(draft.label) : `axe ${cle}`)));
  return names.size >= MANY_EMPTY || slipsBehind(lines, totals) >= MANY_SLIPS;
}

/** Digits (one group of thousands) that a cut must take away at least: fewer are a digit too many or too few, the document's own error. */
const CUT_DIGITS = 3;

/** A total whose figures are the first or the last ones of the sum of its lines: a line end or the border of its cell cuts it. */
function looksCut({ statut, declared, recomputed }: ReconciledTotal): boolean {
  if (statut !== 'ecart' || recomputed === null || declared.isZero() || declared.isNegative() || recomputed.isNegative()) return false;
  const [euros, whole] = [declared.trunc().toFixed(0), recomputed.trunc().toFixed(0)];
  const isHead = declared.isInteger() && whole.startsWith(euros) && whole.length - euros.length >= CUT_DIGITS;
  const isTail = recomputed.toFixed(2).endsWith(declared.toFixed(2)) && whole.length - euros.length >= 1 && euros.length === CUT_DIGITS;
  return isHead || isTail;
}

/** Which of two times of a year a heading tells, planned or done: "Réalisé 2025, dont valorisé" beside "Prévisionnel 2025, dont valorisé". */
function timeOf(header: string): string {
  const folded = fold(header);
  if (/\b(?:realise\w*|bilan|execute\w*|constate\w*|consomme\w*)\b/u.test(folded)) return 'fait';
  return /\b(?:previsionnel\w*|prevu\w*|programme\w*|budget\w*)\b/u.test(folded) ? 'prevu' : '';
}

/**
 * Two amounts of a line that nothing tells apart: columns whose headings were not understood. One whose words name no rubrique has that of most tables, which tells it
 * from no other column that has it ("FEcart" beside "Dépense prévisionnelle"). Quarters of a year are told apart ("T1", "T2"), from their total too, and
 * so are what was first decided from what it was changed to ("Montant initial", "Montant modifié"), and what all years cost from what each does ("Coût sur trois ans", "Soit par
 * an").
 */
function hasTwins(line: ReconciledLine): boolean {
  const columns = line.amounts
    .filter(({ amount, draft }) => amount !== null && draft.column.rubrique !== 'autre')
    .map(({ draft: { column, taxe } }) => ({
      isUntold: !column.sure && /\p{L}/u.test(column.header),
      kind: [column.rubrique, column.periode?.debut, column.periode?.fin, taxe].join('|'),
      time: timeOf(column.header),
      parts: [stretchIn(column.header) ?? (saysTotal(column.header) ? 'total' : null), versionIn(column.header) ?? 'initiale', column.base],
    }));
  return columns.some((column, at) =>
    columns.some(
      (other, index) =>
        index > at &&
        other.kind === column.kind &&
        (other.time === column.time || other.isUntold || column.isUntold) &&
        !column.parts.some((part, rank) => part !== null && (other.parts[rank] ?? part) !== part),
    ),
  );
}

/** From this cost on, readings of a cell's pixels disagree: natural units. */
const IN_DOUBT = 0.1;

function costOf(readings: readonly AmountReading[], text: string): number {
  return readings.find((reading) => reading.text === text)?.cost ?? 0;
}

/** The ids of amounts that nothing chose, and what surely read figures of their row come to: two places of the picture say the same. */
function saidByRows(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): ReadonlySet<string> {
  const isSure = ({ draft, text, proofs, corrected }: ReconciledAmount): boolean =>
    proofs.length > 0 || (corrected === null && costOf(draft.readings, text) < IN_DOUBT);
  return new Set(
    agreeingRows(lines, totals).flatMap((cells) =>
      cells
        .filter((cell) => cell.corrected === null && cells.every((other) => other === cell || isSure(other)))
        .map(({ draft }) => draft.id),
    ),
  );
}

function isSureTotal({ draft, declared }: ReconciledTotal): boolean {
  return (draft.readings.find(({ amount }) => amount?.equals(declared) === true)?.cost ?? 0) < IN_DOUBT;
}

/** Figures whose pixels were read in several ways, none of which the sums confirm. */
function hasUnsettled(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): boolean {
  const amounts = lines.flatMap((line) => line.amounts);
  const said = saidByRows(lines, totals);
  const saidTotals = saidByTotals(totals, isSureTotal);
  return (
    amounts.some(
      ({ draft, text, proofs, corrected, amount }) =>
        (proofs.length === 0 && corrected === null && costOf(draft.readings, text) >= IN_DOUBT && !said.has(draft.id)) ||
        // Leaving an amount out closes too many sums to prove that it is none.
        (amount === null && (corrected?.before ?? null) !== null),
    ) || totals.some((total) => total.statut !== 'conforme' && !isSureTotal(total) && !saidTotals.has(total))
  );
}

/**
 * Beside amounts that totals prove, one read from a picture that none proves: agreeing readings of one picture may share a fault. Under a total that
 * disagrees, readings that agree are as sure as a picture can be: the error is the document's, and said.
 */
function hasUnproven(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): boolean {
  const proves = totals.some((total) => total.statut === 'conforme' && total.scope.terms.length > 0);
  const blamed = blamedBy(totals);
  const said = saidByRows(lines, totals);
  const isOpen = lines.some((line) =>
    line.amounts.some(({ amount, text, proofs, draft }) => {
      const isSure = costOf(draft.readings, text) < IN_DOUBT || said.has(draft.id);
      return amount !== null && proofs.length === 0 && draft.readings[0].cost > 0 && !(blamed.has(draft.id) && isSure);
    }),
  );
  return proves && isOpen;
}

/** Beside amounts under headings that totals prove, one under no heading at all that none proves: the rest of a table read apart from it, or text that only looks like a list. */
function hasStray(lines: readonly ReconciledLine[]): boolean {
  const stated = lines.flatMap((line) => line.amounts).filter(({ amount }) => amount !== null && !amount.isZero());
  const isHeaded = ({ draft }: ReconciledAmount): boolean => draft.column.sure && draft.column.header !== '';
  return (
    stated.some((one) => isHeaded(one) && one.proofs.length > 0) &&
    stated.some((one) => !one.draft.column.sure && one.draft.column.header === '' && one.proofs.length === 0)
  );
}

const UNIT = /€|euros?\b|\beur\b|millions?\b|milliers?\b/iu;
/** Fewer amounts than this may well be small ones. */
const FEWEST_SMALL = 5;
const THOUSAND = 1000;

/**
 * No unit is printed anywhere, all amounts are below a thousand, and some have one decimal ("19,1"): thousands of euros, most likely. Sums agree in any
 * unit, so nothing else would tell.
 */
function hasNoUnit(lines: readonly ReconciledLine[]): boolean {
  const amounts = lines.flatMap((line) => line.amounts).filter(({ amount }) => amount !== null && !amount.isZero());
  return (
    amounts.length >= FEWEST_SMALL &&
    amounts.every(
      ({ amount, text, draft }) => amount?.abs().lt(THOUSAND) === true && !UNIT.test(text) && !UNIT.test(draft.column.header),
    ) &&
    amounts.some(({ text }) => /\d[.,]\d$/u.test(text.trim()))
  );
}

/** Figures of one row that contradict each other. */
function brokenRows(lines: readonly ReconciledLine[], totals: readonly ReconciledTotal[]): readonly (readonly ReconciledAmount[])[] {
  return reconciledRows(lines, totals)
    .filter(({ kind }) => kind === 'ecart')
    .map(({ whole, parts }) => [whole.of, ...parts.map(({ of }) => of)]);
}

/** Totals that disagree, and the amounts that they sum. */
function blamedBy(totals: readonly ReconciledTotal[]): ReadonlySet<string> {
  return new Set(totals.filter((total) => total.statut === 'ecart').flatMap((total) => total.scope.terms));
}

/**
 * Whether a row that does not add up has a figure that was read from a picture and that no total proves: it may be what is wrong. One that was surely read, under a total that disagrees
 * as well, is as printed: the error is the document's, and said.
 */
function isLoose(cells: readonly ReconciledAmount[], blamed: ReadonlySet<string>): boolean {
  return cells.some(({ draft, proofs, text }) => {
    const isSure = blamed.has(draft.id) && costOf(draft.readings, text) < IN_DOUBT;
    return proofs.length === 0 && draft.readings[0].cost > 0 && !isSure;
  });
}

/** A table whose rows are not among the lines, no amount. */
function isTable({ isEmptyTable, isUnreadTable }: Unread): boolean {
  return isEmptyTable === true || isUnreadTable === true;
}

/** What keeps a programme from being proven or blamed: the reading itself is in doubt. */
function doubtsOf(
  lines: readonly ReconciledLine[],
  totals: readonly ReconciledTotal[],
  unread: readonly Unread[],
  margin: number,
): readonly ProgrammeDoubt[] {
  const amounts = lines.flatMap((line) => line.amounts);
  const words = amounts.filter(({ draft }) => draft.doubt === 'texte' || draft.doubt === 'formule');
  const broken = totals.some((total) => total.statut === 'ecart');
  const doubts: readonly (readonly [ProgrammeDoubt, boolean])[] = [
    ['montants_sans_place', unread.some((each) => !isTable(each))],
    ['tableau_sans_ligne', unread.some(isTable)],
    ['lectures_incertaines', hasUnsettled(lines, totals) || brokenRows(lines, totals).some((cells) => isLoose(cells, blamedBy(totals)))],
    ['lectures_non_prouvees', hasUnproven(lines, totals) || hasStray(lines)],
    ['total_parmi_les_lignes', hasHiddenTotal(lines, totals)],
    [
      'cases_illisibles',
      amounts.some(({ draft }) => draft.doubt === 'plusieurs_montants' || draft.doubt === 'coupe') ||
        words.some(({ text }) => broken || /\d/u.test(text)),
    ],
    ['montants_rayes', amounts.some(({ draft }) => draft.doubt === 'raye')],
    ['colonnes_indistinctes', lines.some(hasTwins)],
    ['totaux_trop_nombreux_en_ecart', looksMisread(lines, totals)],
    ['totaux_incompatibles', hasIncompatible(totals)],
    ['total_coupe', totals.some(looksCut)],
    ['perimetre_choisi_par_la_somme', totals.some((total) => total.choseScope)],
    ['unite_non_dite', hasNoUnit(lines)],
    ['lectures_voisines', margin < SMALL_MARGIN],
  ];
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

/** The contract's word for what the sums say of a programme, with the doubts that make a person look. */
export function programmeStatut(
  lines: readonly ReconciledLine[],
  totals: readonly ReconciledTotal[],
  unread: readonly Unread[],
  margin: number,
): { readonly statut: StatutProgramme; readonly doubts: readonly ProgrammeDoubt[] } {
  const doubts = doubtsOf(lines, totals, unread, margin);
  if (doubts.length > 0) return { statut: 'a_relire', doubts };
  if (totals.some((total) => total.statut === 'ecart') || brokenRows(lines, totals).length > 0) return { statut: 'ecart', doubts };
  const covered = totals.some((total) => total.statut === 'conforme' && total.scope.terms.length > 0);
  return { statut: covered ? 'reconcilie' : 'non_verifiable', doubts };
}
