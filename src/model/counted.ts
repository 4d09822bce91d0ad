import { stretchIn } from '../french/stretches.ts';
import { fold } from '../french/text.ts';
import { versionIn } from '../french/versions.ts';
import type { MontantExport, ProgrammeExport } from './contract.ts';
import type { Base, HorsSomme, Periode, Rubrique, Taxe } from './vocabulary.ts';

/** What tells whether an amount of a line may be added up with the others of its rubrique. */
export interface Summable {
  readonly id: string;
  readonly rubrique: Rubrique;
  /** The heading of its column. */
  readonly colonne: string;
  readonly periode: Periode | null;
  readonly base: Base | null;
  readonly taxe: Taxe | null;
  /** In cents; `null` for an empty cell. */
  readonly centimes: bigint | null;
}

interface Stated extends Summable {
  readonly centimes: bigint;
}

const TAX = /\btva\b/u;
const UNIT_PRICE = /\b(?:prix|couts?|montants?|tarifs?) (?:unitaires?|horaires?|par (?:logements?|logts?|lgts?|unites?|heures?))\b/u;
const DIFFERENCE = /\b(?:ecarts?|differences?|soldes?|disponibles?|variations?|evolutions?|ajustements?|modifications?)\b/u;
/** Figures that a heading says are no expense of their own: nothing is to be added up with them. */
function notAnExpense({ colonne, taxe, rubrique }: Summable): HorsSomme | null {
  const heading = fold(colonne);
  if (taxe === null && TAX.test(heading)) return 'taxe';
  if (UNIT_PRICE.test(heading)) return 'prix_unitaire';
  return rubrique === 'autre' && DIFFERENCE.test(heading) ? 'difference' : null;
}

function yearsOf({ debut, fin }: Periode): readonly number[] {
  return Array.from({ length: fin - debut + 1 }, (_, index) => debut + index);
}

function isWithin(part: Periode | null, whole: Periode | null): part is Periode {
  return (
    part !== null && whole !== null && part.debut >= whole.debut && part.fin <= whole.fin && yearsOf(part).length < yearsOf(whole).length
  );
}

function spanKey({ periode }: Summable): string {
  return periode === null ? '' : `${String(periode.debut)}-${String(periode.fin)}`;
}

type Out = Map<string, HorsSomme>;

/** The same expense without and with tax: the second counts. */
function leaveTaxOut(amounts: readonly Stated[], out: Out): void {
  for (const amount of amounts)
    if (amount.taxe === 'ht' && amounts.some((other) => other.taxe === 'ttc' && spanKey(other) === spanKey(amount)))
      out.set(amount.id, 'hors_taxes');
}

/** Years beside the whole period: the years count where the table has a column for each of them, else the whole. `cells`: those of the line, empty ones included. */
function leavePeriodsOut(amounts: readonly Stated[], cells: readonly Summable[], out: Out): void {
  for (const whole of amounts) {
    const { periode } = whole;
    const parts = amounts.filter((part) => isWithin(part.periode, periode));
    if (periode === null || parts.length === 0) continue;
    const told = new Set(cells.flatMap((cell) => (isWithin(cell.periode, periode) ? yearsOf(cell.periode) : [])));
    if (yearsOf(periode).every((year) => told.has(year))) out.set(whole.id, 'total_de_colonnes');
    else for (const part of parts) out.set(part.id, 'part_d_un_total');
  }
}

/** The same expense as first decided and as changed since: the second counts. */
function leaveVersionsOut(amounts: readonly Stated[], out: Out): void {
  for (const amount of amounts) {
    const isReplaced = (other: Stated): boolean => spanKey(other) === spanKey(amount) && versionIn(other.colonne) === 'revisee';
    const version = versionIn(amount.colonne) ?? (amount.rubrique === 'autre' ? null : 'initiale');
    if (version === 'initiale' && amounts.some(isReplaced)) out.set(amount.id, 'version_remplacee');
  }
}

/** "1er semestre", "2e semestre": each a stretch of its own of the period that they share. */
function areStretches(amounts: readonly Summable[]): boolean {
  const stretches = amounts.map(({ colonne }) => stretchIn(colonne));
  return !stretches.includes(null) && new Set(stretches).size === amounts.length;
}

/** Columns of one kind and period beside each other: a total counts and its parts do not; of those that nothing tells apart, the first. Other funding adds up, and so do the quarters of a year. */
function leaveTwinsOut(amounts: readonly Stated[], out: Out): void {
  const groups = new Map<string, Stated[]>();
  for (const amount of amounts) groups.set(spanKey(amount), [...(groups.get(spanKey(amount)) ?? []), amount]);
  for (const twins of groups.values()) {
    if (twins.length < 2) continue;
    const sum = twins.reduce((all, { centimes }) => all + centimes, 0n);
    const total = twins.find(
      ({ centimes, colonne }) =>
        /^(?:total|ensemble|cumul)\b/u.test(fold(colonne)) || (twins.length > 2 && centimes !== 0n && centimes * 2n === sum),
    );
    const kept = total ?? twins[0];
    if (total === undefined && (kept?.rubrique === 'autre' || areStretches(twins))) continue;
    for (const twin of twins) if (twin !== kept) out.set(twin.id, total === undefined ? 'colonne_indistincte' : 'part_d_un_total');
  }
}

/** Amounts a year and for a whole period are told apart by their base, where the period is more than a year; one that does not say goes with the second. */
function kindOf({ rubrique, base, periode }: Summable): string {
  const isYearly = base === 'an' && periode?.debut !== undefined && periode.debut !== periode.fin;
  return `${rubrique} ${isYearly ? 'an' : ''}`;
}

/**
 * The amounts of one line that must not be added up with the others of their rubrique and base, and why: the same expense stands in another column of the line, with
 * its tax, as a whole or in parts. Any others may be: the sums people see (workbook, report, review page, rules, views of the database) all ask here.
 */
export function leftOutOfLine(cells: readonly Summable[]): ReadonlyMap<string, HorsSomme> {
  const out: Out = new Map();
  for (const cell of cells) {
    const why = cell.centimes === null ? null : notAnExpense(cell);
    if (why !== null) out.set(cell.id, why);
  }
  for (const kind of new Set(cells.map(kindOf))) {
    const own = cells.filter((cell) => kindOf(cell) === kind);
    const open = (): Stated[] => own.filter((cell): cell is Stated => cell.centimes !== null && !out.has(cell.id));
    leaveTaxOut(open(), out);
    leaveVersionsOut(open(), out);
    leavePeriodsOut(open(), own, out);
    leaveTwinsOut(open(), out);
  }
  return out;
}

/**
 * What a line spends, as one figure: the amounts that may be added up of the first of these rubriques that it states, all of one base. A rubrique is another way to
 * look at the same money; two of them never add up.
 */
export function oneSpending<Cell extends Summable>(cells: readonly Cell[], ...rubriques: readonly Rubrique[]): readonly Cell[] {
  const out = leftOutOfLine(cells);
  const open = cells.filter(({ id, centimes }) => centimes !== null && !out.has(id));
  const [own = []] = rubriques.map((wanted) => open.filter(({ rubrique }) => rubrique === wanted)).filter((found) => found.length > 0);
  return own.filter((cell) => own[0] !== undefined && kindOf(cell) === kindOf(own[0]));
}

/** An amount of the contract as the sums see it. */
export function summable<Amount extends MontantExport>(amount: Amount): Summable & { readonly of: Amount } {
  const { id, rubrique, colonne, periode, base, taxe, montant } = amount;
  return { id, rubrique, colonne, periode, base, taxe, centimes: montant === null ? null : BigInt(montant.replace('.', '')), of: amount };
}

/**
 * The amounts of a programme's lines that no sum counts, and why; the history it also tells, of years before its own (`first`), belongs to other programmes. One that
 * tells nothing else has its years wrong, or its heading.
 */
export function leftOutOf(lines: readonly (readonly Summable[])[], first: number | null): ReadonlyMap<string, HorsSomme> {
  const out: Out = new Map(lines.flatMap((cells) => [...leftOutOfLine(cells)]));
  const stated = lines.flat().filter(({ centimes }) => centimes !== null);
  const earlier = stated.filter(({ periode }) => first !== null && periode !== null && periode.debut < first);
  if (earlier.length < stated.length) for (const { id } of earlier) out.set(id, 'annees_anterieures');
  return out;
}

/** As {@link leftOutOf}, of a programme of the contract. */
export function leftOut({ lignes, annee_debut: first }: Pick<ProgrammeExport, 'lignes' | 'annee_debut'>): ReadonlyMap<string, HorsSomme> {
  return leftOutOf(
    lignes.map(({ montants }) => montants.map(summable)),
    first,
  );
}

/** Each reason in words, as the end of a sentence. */
export const HORS_SOMME: Readonly<Record<HorsSomme, string>> = {
  hors_taxes: 'hors taxes, à côté du même montant toutes taxes comprises',
  taxe: 'la taxe seule',
  version_remplacee: 'montant initial, à côté du montant modifié',
  total_de_colonnes: 'total pour la période, à côté de chacune de ses années',
  part_d_un_total: "part d'un total qui est dans une autre colonne de la ligne",
  prix_unitaire: 'prix unitaire',
  difference: 'différence ou solde',
  colonne_indistincte: 'seconde colonne de même nature et de même période, que rien ne distingue de la première',
  annees_anterieures: 'années antérieures à celles du programme, rappelées pour mémoire',
};

/** « 12 hors taxes, à côté du même montant toutes taxes comprises ; 3 prix unitaire »: how many amounts no sum counts, by reason. */
export function leftOutInWords(counts: ReadonlyMap<HorsSomme, number>): string {
  return [...counts].map(([why, count]) => `${String(count)} (${HORS_SOMME[why]})`).join(' ; ');
}
