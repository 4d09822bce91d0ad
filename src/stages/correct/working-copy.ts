import type { ConstatExport, DocumentExport, LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../model/contract.ts';

/** A document as its corrections change it: without the names, which only the store knows. */
export type CorrectableDocument = Omit<DocumentExport, 'fichier' | 'noms'>;

/** Something that corrections are about, with what it belongs to. */
export type Found =
  | { readonly sorte: 'programme'; readonly programme: ProgrammeExport }
  | { readonly sorte: 'ligne'; readonly programme: ProgrammeExport; readonly ligne: LigneExport }
  | { readonly sorte: 'montant'; readonly programme: ProgrammeExport; readonly ligne: LigneExport; readonly montant: MontantExport }
  | { readonly sorte: 'total'; readonly programme: ProgrammeExport; readonly total: TotalExport };

/** A reading being corrected: the programmes are copies and may be changed; what was read stays beside them. */
export class WorkingCopy {
  readonly programmes: ProgrammeExport[];
  /** Ids of programmes that a correction has touched: the others stay as they were read. */
  readonly touched = new Set<string>();
  /** Ids of amounts and totals whose value a reader gave or confirmed. */
  readonly settled = new Set<string>();
  /** Ids of totals whose terms a reader chose. */
  readonly rescoped = new Set<string>();
  readonly #read: ReadonlyMap<string, ProgrammeExport>;
  readonly #amountsRead: ReadonlyMap<string, MontantExport>;

  constructor(readonly reading: CorrectableDocument) {
    this.programmes = reading.programmes.map(copyOf);
    this.#read = new Map(reading.programmes.map((programme) => [programme.id, programme]));
    this.#amountsRead = new Map(
      reading.programmes.flatMap(({ lignes }) =>
        lignes.flatMap(({ montants }) => montants.map((montant) => [montant.id, montant] as const)),
      ),
    );
  }

  /** What was read under this id; `null` for what a reader added. */
  programmeRead(id: string): ProgrammeExport | null {
    return this.#read.get(id) ?? null;
  }

  amountRead(id: string): MontantExport | null {
    return this.#amountsRead.get(id) ?? null;
  }

  /** Every amount as it stands now, by its id. */
  amounts(): ReadonlyMap<string, MontantExport> {
    const lignes = this.programmes.flatMap((programme) => programme.lignes);
    return new Map(lignes.flatMap(({ montants }) => montants.map((montant) => [montant.id, montant] as const)));
  }

  /** Every total of the document: one of a programme may sum amounts of others. */
  totals(): readonly TotalExport[] {
    return this.programmes.flatMap(({ totaux }) => totaux);
  }

  constatsRead(programme: string): readonly ConstatExport[] {
    return this.reading.constats.filter((constat) => constat.programme === programme);
  }

  /** Everything that a correction may be about, as it stands now. */
  all(): Generator<Found> {
    return everything(this.programmes);
  }

  /** The same, as it was read. */
  allRead(): Generator<Found> {
    return everything(this.reading.programmes);
  }
}

/** A programme whose lines, amounts and totals may be given other values; lists and boxes are replaced, never changed. */
function copyOf(programme: ProgrammeExport): ProgrammeExport {
  return {
    ...programme,
    lignes: programme.lignes.map((ligne) => ({ ...ligne, montants: ligne.montants.map((montant) => ({ ...montant })) })),
    totaux: programme.totaux.map((total) => ({ ...total })),
  };
}

function* everything(programmes: readonly ProgrammeExport[]): Generator<Found> {
  for (const programme of programmes) {
    yield { sorte: 'programme', programme };
    for (const ligne of programme.lignes) {
      yield { sorte: 'ligne', programme, ligne };
      for (const montant of ligne.montants) yield { sorte: 'montant', programme, ligne, montant };
    }
    for (const total of programme.totaux) yield { sorte: 'total', programme, total };
  }
}

export function idOf(found: Found): string {
  switch (found.sorte) {
    case 'programme':
      return found.programme.id;
    case 'ligne':
      return found.ligne.id;
    case 'montant':
      return found.montant.id;
    case 'total':
      return found.total.id;
  }
}
