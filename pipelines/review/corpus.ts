import { csvCell } from '../../src/files/csv.ts';
import { fold } from '../../src/french/text.ts';
import type { Corpus } from '../../src/model/review.ts';
import { leftOutInWords } from '../../src/model/counted.ts';
import type { Base, HorsSomme, Rubrique, StatutProgramme, Taxe } from '../../src/model/vocabulary.ts';
import { fromCents } from '../../src/store/cents.ts';
import type { Store } from '../../src/store/open.ts';
import { amountsLeftOut, programmeHeadings, programmeSums, type HeadingRow, type SumRow } from '../../src/store/sums.ts';

export const DIMENSIONS = ['axe', 'annee', 'bailleur', 'commune'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What of the corpus to add up. */
export interface CorpusFilter {
  readonly par: Dimension;
  /** Only programmes of these statuts; absent: all. */
  readonly statut?: readonly StatutProgramme[];
  /** Also programmes that another file holds already, or an earlier version of. */
  readonly doubles: boolean;
}

/** One spelling for names that differ by case and accents alone: the one met first. */
function speller(): (name: string | null) => string | null {
  const known = new Map<string, string>();
  return (name) => {
    if (name === null) return null;
    const folded = fold(name);
    const spelt = known.get(folded) ?? name;
    known.set(folded, spelt);
    return spelt;
  };
}

function years(debut: number | null, fin: number | null): string | null {
  if (debut === null) return null;
  return fin === null || fin === debut ? String(debut) : `${String(debut)}-${String(fin)}`;
}

/** The amounts of the whole base by axe, year, bailleur or commune; each programme once unless asked otherwise. */
export async function corpusOf(store: Store, { par, statut, doubles }: CorpusFilter): Promise<Corpus> {
  const headings = await programmeHeadings(store);
  const wanted = headings.filter(
    (heading) => (doubles || !heading.double) && (statut === undefined || statut.length === 0 || statut.includes(heading.statut)),
  );
  const byId = new Map(wanted.map((heading) => [heading.id, heading]));
  const spell = speller();
  const keyOf = ({ axe, periode_debut, periode_fin }: SumRow, { bailleur, commune, annee_debut, annee_fin }: HeadingRow): string | null => {
    if (par === 'axe') return axe === null ? null : String(axe);
    if (par === 'annee') return years(periode_debut, periode_fin) ?? years(annee_debut, annee_fin);
    return spell(par === 'bailleur' ? bailleur : commune);
  };
  interface Sum {
    readonly cle: string | null;
    readonly rubrique: Rubrique;
    readonly base: Base | null;
    readonly taxe: Taxe | null;
    centimes: bigint;
    prouves: bigint;
    montants: number;
    readonly programmes: Set<string>;
  }
  const sums = new Map<string, Sum>();
  for (const row of await programmeSums(store)) {
    const heading = byId.get(row.programme);
    if (heading === undefined) continue;
    const cle = keyOf(row, heading);
    const key = JSON.stringify([cle, row.rubrique, row.base, row.taxe]);
    const { rubrique, base, taxe } = row;
    const sum = sums.get(key) ?? { cle, rubrique, base, taxe, centimes: 0n, prouves: 0n, montants: 0, programmes: new Set() };
    sum.centimes += BigInt(row.centimes);
    sum.prouves += BigInt(row.prouves);
    sum.montants += row.nombre;
    sum.programmes.add(row.programme);
    sums.set(key, sum);
  }
  const lignes = [...sums.values()]
    .sort((a, b) => compare(a.cle, b.cle) || compare(a.rubrique, b.rubrique) || compare(a.base, b.base) || compare(a.taxe, b.taxe))
    .map(({ centimes, prouves, programmes, ...rest }) => ({
      ...rest,
      montant: fromCents(String(centimes)),
      prouve: fromCents(String(prouves)),
      programmes: programmes.size,
    }));
  const leftOut = new Map<HorsSomme, number>();
  for (const { programme, pourquoi, nombre } of await amountsLeftOut(store))
    if (byId.has(programme)) leftOut.set(pourquoi, (leftOut.get(pourquoi) ?? 0) + nombre);
  const horsSomme = leftOut.size === 0 ? null : leftOutInWords(leftOut);
  return {
    lignes,
    hors_somme: horsSomme,
    programmes: wanted.length,
    ecartes: doubles ? 0 : headings.filter(({ double }) => double).length,
  };
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a.localeCompare(b, 'fr', { numeric: true });
}

/** The table as a French spreadsheet opens it: semicolons, decimal commas, a byte order mark. Text that a spreadsheet would run is neutralised. */
export function corpusCsv({ lignes }: Corpus, par: Dimension): string {
  const heads = [par, 'rubrique', 'base', 'taxes', 'montant_euros', 'dont_prouve_euros', 'nombre_montants', 'nombre_programmes'];
  const rows = lignes.map(({ cle, rubrique, base, taxe, montant, prouve, montants, programmes }) => [
    csvCell(harmless(cle ?? '')),
    rubrique,
    base ?? '',
    taxe ?? '',
    montant.replace('.', ','),
    prouve.replace('.', ','),
    String(montants),
    String(programmes),
  ]);
  return `\ufeff${[heads, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is text all the same. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
