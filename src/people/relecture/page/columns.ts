import type { LigneExport, MontantExport, ProgrammeExport } from '../../../model/contract.ts';
import { RUBRIQUES, years } from './french.ts';

/** A column of amounts of the table on screen: what the cells under it have in common. */
export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly note: string;
  /** An amount of the column, as an example of what its cells are. */
  readonly like: MontantExport;
}

function keysOf(ligne: LigneExport): readonly string[] {
  const met = new Map<string, number>();
  return ligne.montants.map(({ rubrique, colonne, periode }) => {
    const key = JSON.stringify([rubrique, colonne, periode]);
    const count = (met.get(key) ?? 0) + 1;
    met.set(key, count);
    // Two amounts of one line under one heading: each has a column of its own, so that each can be chosen.
    return `${key}#${String(count)}`;
  });
}

/** The columns of a programme, in the order in which they are met from left to right. */
export function columnsOf({ lignes }: ProgrammeExport): readonly Column[] {
  const found = new Map<string, { like: MontantExport; left: number; filled: boolean }>();
  for (const ligne of lignes) {
    const keys = keysOf(ligne);
    ligne.montants.forEach((montant, index) => {
      const key = keys[index] ?? '';
      const known = found.get(key);
      if (known === undefined) found.set(key, { like: montant, left: montant.boite[0], filled: montant.montant !== null });
      else known.filled ||= montant.montant !== null;
    });
  }
  const isOnly = found.size === 1;
  return [...found]
    .sort(([, a], [, b]) => a.left - b.left)
    .map(([key, { like }]) => ({
      key,
      heading: like.colonne === '' ? 'Montant' : like.colonne,
      note: isOnly
        ? RUBRIQUES[like.rubrique]
        : [RUBRIQUES[like.rubrique], years(like.periode?.debut ?? null, like.periode?.fin ?? null)]
            .filter((part) => part !== null)
            .join(', '),
      like,
    }));
}

/** The amounts of a line by column. */
export function amountsByColumn(ligne: LigneExport): ReadonlyMap<string, MontantExport> {
  const keys = keysOf(ligne);
  return new Map(ligne.montants.map((montant, index) => [keys[index] ?? '', montant]));
}

/** Not surely read, not proven by a total, not settled by a reader. */
export function isDoubtful({ confiance, preuves, corrige, montant, texte }: MontantExport): boolean {
  if (corrige?.par === 'relecture' || preuves.length > 0) return false;
  return confiance < 0.9 && (montant !== null || texte.trim() !== '');
}
