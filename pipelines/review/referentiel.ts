import { loadReferentiel } from '../../src/stages/classify/data.ts';

/** An axe of the référentiel with its actions, as a reader chooses among them. */
export interface AxeListed {
  readonly numero: number;
  readonly libelle: string;
  readonly actions: readonly { readonly code: string; readonly libelle: string }[];
}

let loaded: readonly AxeListed[] | null = null;

/** The 8 axes and 32 actions, read once. */
export function referentiel(): readonly AxeListed[] {
  loaded ??= loadReferentiel().axes;
  return loaded;
}
