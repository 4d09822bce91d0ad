import type { ConstatExport, ProgrammeExport } from '../../model/contract.ts';
import { summable } from '../../model/counted.ts';
import { overlap } from '../../model/geometry.ts';
import type { ProgrammeDoubt } from '../../model/reconciled.ts';
import { rowFindings } from '../../model/row-identities.ts';
import type { StatutProgramme } from '../../model/vocabulary.ts';
import { unprovingTotals } from './sums.ts';
import type { WorkingCopy } from './working-copy.ts';

const UNREADABLE = new Set(['montant_multiple', 'montant_texte', 'montant_formule', 'montant_raye', 'montant_coupe']);

function isAt(
  constat: ConstatExport,
  { page, boite: [x0, y0, x1, y1] }: { readonly page: number; readonly boite: readonly [number, number, number, number] },
): boolean {
  if (constat.page !== page || constat.boite === null) return false;
  const [a0, b0, a1, b1] = constat.boite;
  return (x0 === a0 && y0 === b0 && x1 === a1 && y1 === b1) || (overlap(x0, x1, a0, a1) > 0 && overlap(y0, y1, b0, b1) > 0);
}

/** A constat about an amount that was printed among the tables and found no place: answered by an amount that a reader put there. */
export function isPlaced(copy: WorkingCopy, programme: ProgrammeExport, constat: ConstatExport): boolean {
  return programme.lignes.some(({ montants }) =>
    montants.some((montant) => copy.amountRead(montant.id) === null && isAt(constat, montant)),
  );
}

/** Whether what made the reading of a programme doubtful still does, after corrections. What cannot be told from the contract stays open until a person checks the programme. */
function isOpen(copy: WorkingCopy, programme: ProgrammeExport, doubt: ProgrammeDoubt): boolean {
  const constats = copy.constatsRead(programme.id);
  const amounts = programme.lignes.flatMap(({ montants }) => montants);
  const unsettledTotals = programme.totaux.filter(({ id, statut }) => statut !== 'conforme' && !copy.settled.has(id));
  const isLoose = amounts.some(({ id, montant, preuves }) => montant !== null && preuves.length === 0 && !copy.settled.has(id));
  switch (doubt) {
    case 'montants_sans_place':
      return constats.some((constat) => constat.code === 'montant_non_rattache' && !isPlaced(copy, programme, constat));
    case 'montants_rayes':
    case 'cases_illisibles': {
      const unreadable = constats.filter(({ code }) => UNREADABLE.has(code));
      return amounts.some((montant) => !copy.settled.has(montant.id) && unreadable.some((constat) => isAt(constat, montant)));
    }
    case 'lectures_non_prouvees':
      return isLoose;
    case 'lectures_incertaines':
      return isLoose || unsettledTotals.length > 0;
    case 'totaux_trop_nombreux_en_ecart':
    case 'totaux_incompatibles':
    case 'total_coupe':
      return unsettledTotals.some(({ statut }) => statut === 'ecart');
    case 'perimetre_choisi_par_la_somme': {
      const unproving = unprovingTotals(copy.programmeRead(programme.id));
      return unproving.size === 0 || programme.totaux.some(({ id }) => unproving.has(id) && !copy.rescoped.has(id));
    }
    case 'colonnes_indistinctes':
    case 'lectures_voisines':
    case 'total_parmi_les_lignes':
    case 'unite_non_dite':
    case 'tableau_sans_ligne':
      return true;
  }
}

/** Whether figures of one row contradict each other. */
function hasBrokenRow({ lignes, totaux }: ProgrammeExport): boolean {
  const rows = lignes.map(({ montants }) =>
    montants.map((montant) => ({
      ...summable(montant),
      texte: montant.texte,
      isDoubtful: montant.montant === null && /\d/u.test(montant.texte),
    })),
  );
  const grand = totaux
    .filter(({ portee }) => portee === 'programme')
    .map(({ colonne, rubrique, periode, declare }) => ({ colonne, rubrique, periode, centimes: BigInt(declare.replace('.', '')) }));
  return rowFindings(rows, grand).some(({ kind }) => kind === 'ecart');
}

function statutOf(programme: ProgrammeExport, staysDoubtful: boolean): StatutProgramme {
  const { totaux, doutes } = programme;
  if (doutes.length > 0 || staysDoubtful) return 'a_relire';
  if (totaux.some(({ statut }) => statut === 'ecart') || hasBrokenRow(programme)) return 'ecart';
  return totaux.some(({ statut, termes }) => statut === 'conforme' && termes.length > 0) ? 'reconcilie' : 'non_verifiable';
}

/** What the sums and the doubts that are left say of a programme that corrections touched. */
export function decideStatut(copy: WorkingCopy, programme: ProgrammeExport): void {
  const read = copy.programmeRead(programme.id);
  const isChecked = programme.verifie !== null;
  programme.doutes = isChecked ? [] : programme.doutes.filter((doubt) => isOpen(copy, programme, doubt));
  // A base of before does not say why: only a check of the whole programme answers it.
  const isUnsaid = read !== null && read.statut === 'a_relire' && read.doutes.length === 0;
  programme.statut = statutOf(programme, isUnsaid && !isChecked);
}
