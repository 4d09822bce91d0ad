import { Decimal } from 'decimal.js';
import type { ConstatExport, DocumentExport, LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../model/contract.ts';
import type { AmountColumn, AmountDoubt, Convention, Heading } from '../../model/draft.ts';
import type { Fait } from '../../model/fait.ts';
import type { Box, Place } from '../../model/geometry.ts';
import type { Principe } from '../../model/principe.ts';
import type { ReconciledAmount, ReconciledDocument, ReconciledLine, ReconciledProgramme, ReconciledTotal } from '../../model/reconciled.ts';
import { SECTIONS } from '../../model/vocabulary.ts';
import type { CorrectableDocument } from './working-copy.ts';

/** Which findings tell what a cell held instead of an amount. */
const DOUBTS: Readonly<Record<string, AmountDoubt>> = {
  montant_fourchette: 'fourchette',
  montant_multiple: 'plusieurs_montants',
  montant_formule: 'formule',
  montant_texte: 'texte',
  montant_raye: 'raye',
  montant_coupe: 'coupe',
};

/** Findings that stand at the heading of a programme, where it has one. */
const AT_HEADING = new Set([
  'entete_incomplet',
  'commune_inconnue',
  'code_qp_impossible',
  'programme_a_relire',
  'programme_non_verifiable',
  'regles_non_verifiables',
]);

export interface AsReconciledOptions {
  /** Findings of the reading. */
  readonly constats: readonly ConstatExport[];
  /** Ids of amounts whose value a reader gave or confirmed. */
  readonly settled: ReadonlySet<string>;
  readonly principles: (action: string, text: string | null) => readonly Principe[];
}

function placeOf({ page, boite }: { readonly page: number; readonly boite: Box }): Place {
  return { page, box: boite };
}

/**
 * A document of the contract as the audit reads one. What the contract does not keep is missing (alternative readings, amounts without place, the unit a total is
 * printed in), so that the audit of it tells less than the audit of the reading; but two documents that differ by corrections alone differ in their findings by what
 * the corrections changed.
 */
export function asReconciled(document: CorrectableDocument, options: AsReconciledOptions): ReconciledDocument {
  const programmes = document.programmes.map((programme) => programmeOf(programme, options));
  const rank = new Map(document.programmes.map(({ id }, index) => [id, index]));
  return {
    nature: document.nature ?? 'autre',
    convention: document.convention === null ? null : conventionOf(document.convention),
    faits: document.faits.map((fait): Fait => {
      const { sujet, valeur, montant, nombre, date, periode, phrase, programme } = fait;
      const value = montant === null ? null : new Decimal(montant);
      return {
        sujet,
        valeur,
        montant: value,
        nombre,
        date,
        periode,
        phrase,
        place: placeOf(fait),
        programme: programme === null ? null : (rank.get(programme) ?? null),
      };
    }),
    programmes,
    roles: [],
    unreadPages: [],
    cost: 0,
    margin: Number.POSITIVE_INFINITY,
  };
}

function conventionOf({
  bailleur,
  epci,
  communes,
  quartiers,
  annee_debut,
  annee_fin,
}: NonNullable<DocumentExport['convention']>): Convention {
  return {
    bailleur,
    epci,
    communes,
    quartiers: quartiers.map(({ nom, code_qp, nombre_logements }) => ({ nom, codeQp: code_qp, logements: nombre_logements })),
    periode: annee_debut === null ? null : { debut: annee_debut, fin: annee_fin ?? annee_debut },
  };
}

function programmeOf(programme: ProgrammeExport, options: AsReconciledOptions): ReconciledProgramme {
  const own = options.constats.filter((constat) => constat.programme === programme.id);
  const lines = programme.lignes.map((ligne) => lineOf(ligne, own, options));
  const drafts = new Map(lines.flatMap((line) => line.amounts.map(({ draft }) => [draft.id, draft.column] as const)));
  return {
    nature: programme.nature,
    heading: headingOf(programme, own),
    pages: programme.pages,
    lines,
    totals: programme.totaux.map((total) => totalOf(total, own, drafts)),
    unread: [],
    statut: programme.statut,
    doubts: programme.doutes,
  };
}

function headingOf(programme: ProgrammeExport, own: readonly ConstatExport[]): Heading {
  const { annee_debut, annee_fin, commune, code_insee, quartier, code_qp, bailleur, siren, nombre_logements } = programme;
  const said = own.find(({ code, page, boite }) => AT_HEADING.has(code) && page !== null && boite !== null);
  return {
    periode: annee_debut === null ? null : { debut: annee_debut, fin: annee_fin ?? annee_debut },
    commune,
    codeInsee: code_insee,
    quartier,
    codeQp: code_qp,
    bailleur,
    siren,
    logements: nombre_logements,
    place: said === undefined || said.page === null || said.boite === null ? null : { page: said.page, box: said.boite },
  };
}

function columnOf(
  { colonne, rubrique, periode }: Pick<MontantExport, 'colonne' | 'rubrique' | 'periode'>,
  unit: AmountColumn['unit'],
): AmountColumn {
  return { header: colonne, rubrique, periode, base: null, taxe: null, unit, sure: true };
}

function isHere(constat: ConstatExport, { page, boite }: { readonly page: number; readonly boite: Box }): boolean {
  return constat.page === page && constat.boite !== null && constat.boite.every((edge, index) => edge === boite[index]);
}

function amountOf(montant: MontantExport, own: readonly ConstatExport[], settled: ReadonlySet<string>): ReconciledAmount {
  const amount = montant.montant === null ? null : new Decimal(montant.montant);
  const isSettled = settled.has(montant.id);
  const doubt = isSettled ? undefined : own.find((constat) => DOUBTS[constat.code] !== undefined && isHere(constat, montant));
  const isChosen = montant.corrige?.par === 'somme_de_controle' && !isSettled;
  const before = montant.corrige?.avant ?? null;
  return {
    draft: {
      id: montant.id,
      column: { ...columnOf(montant, 'euro'), base: montant.base, taxe: montant.taxe },
      place: placeOf(montant),
      taxe: montant.taxe,
      base: montant.base,
      readings: [{ text: montant.texte, amount, cost: 0 }],
      doubt: doubt === undefined ? null : (DOUBTS[doubt.code] ?? null),
    },
    amount,
    text: montant.texte,
    confidence: montant.confiance,
    proofs: montant.preuves,
    corrected: isChosen ? { before: before === null ? null : new Decimal(before) } : null,
  };
}

function lineOf(ligne: LigneExport, own: readonly ConstatExport[], { settled, principles }: AsReconciledOptions): ReconciledLine {
  const amounts = ligne.montants.map((montant) => amountOf(montant, own, settled));
  return {
    draft: {
      id: ligne.id,
      section: ligne.section,
      axeText: ligne.axe_texte,
      actionText: ligne.action_texte,
      description: ligne.description,
      calendrier: ligne.calendrier,
      taux: ligne.taux,
      place: placeOf(ligne),
      continuations: ligne.suites.map(placeOf),
      amounts: amounts.map(({ draft }) => draft),
    },
    classification: {
      axe: ligne.axe,
      action: ligne.action,
      confidence: ligne.confiance_action,
      suggested: ligne.action_suggeree,
      principes: ligne.action === null ? [] : principles(ligne.action, ligne.description ?? ligne.action_texte),
      because: [],
    },
    amounts,
  };
}

function totalOf(total: TotalExport, own: readonly ConstatExport[], columns: ReadonlyMap<string, AmountColumn>): ReconciledTotal {
  const isRounded = own.some((constat) => constat.code === 'total_arrondi' && isHere(constat, total));
  const column = columnOf(total, isRounded ? 'kilo' : (columns.get(total.termes[0] ?? '')?.unit ?? 'euro'));
  const declared = new Decimal(total.declare);
  const section = SECTIONS.find((each) => each === total.cle) ?? null;
  const scope = { portee: total.portee, section, axeText: null, terms: total.termes, column, columnAmounts: [] };
  return {
    draft: {
      id: total.id,
      label: total.libelle,
      column,
      place: placeOf(total),
      readings: [{ text: total.declare, amount: declared, cost: 0 }],
      scopes: [{ value: scope, cost: 0, because: [] }],
    },
    scope,
    cle: total.cle,
    declared,
    recomputed: total.recalcule === null ? null : new Decimal(total.recalcule),
    difference: total.ecart === null ? null : new Decimal(total.ecart),
    statut: total.statut,
    choseScope: false,
  };
}
