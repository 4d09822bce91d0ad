import type { Box } from '../model/geometry.ts';
import type {
  ConstatExport,
  CorrectionExport,
  FaitExport,
  LigneExport,
  MontantExport,
  ProgrammeExport,
  TotalExport,
} from '../model/contract.ts';
import type { HorsSomme, Periode } from '../model/vocabulary.ts';
import { identityOf } from '../model/identity.ts';
import { toCents, toCentsOrNull } from './cents.ts';
import type { Tables } from './tables.ts';

/** What the contract says as rows of the database. `rang` is the place among its siblings. */

export function programmeRow(document: string, rang: number, programme: ProgrammeExport): Tables['programmes'] {
  const { pages: _pages, lignes: _lignes, totaux: _totaux, doutes: _doutes, verifie, ...columns } = programme;
  return {
    document,
    rang,
    ...columns,
    verifie_par: verifie?.par ?? null,
    verifie_date: verifie?.date ?? null,
    identite: identityOf(programme),
  };
}

export function doubtRows({ id, doutes }: ProgrammeExport): Tables['doutes'][] {
  return doutes.map((doute, rang) => ({ programme: id, rang, doute }));
}

export function termRows({ id, termes }: TotalExport): Tables['termes'][] {
  return termes.map((montant, rang) => ({ total: id, rang, montant }));
}

export function proofRows({ id, preuves }: MontantExport): Tables['preuves'][] {
  return preuves.map((total, rang) => ({ montant: id, rang, total }));
}

export function constatRow(document: string, rang: number, { boite, ...constat }: ConstatExport): Tables['constats'] {
  return { ...constat, document, rang, ...(boite === null ? { x0: null, y0: null, x1: null, y1: null } : edges(boite)) };
}

export function etatRow(
  document: string,
  { id: correction, numero, programme, cible, etat }: CorrectionExport,
): Tables['corrections_etats'] {
  return { correction, document, numero, programme, cible, etat };
}

export function lineRow(programme: string, rang: number, ligne: LigneExport): Tables['lignes'] {
  const { boite, suites: _suites, montants: _montants, ...columns } = ligne;
  return { programme, rang, ...columns, ...edges(boite) };
}

/** `horsSomme`: the amounts of its programme that no sum counts. */
export function amountRow(
  ligne: string,
  rang: number,
  amount: MontantExport,
  horsSomme: ReadonlyMap<string, HorsSomme>,
): Tables['montants'] {
  const { boite, periode, montant, corrige, preuves: _preuves, ...columns } = amount;
  return {
    ligne,
    rang,
    ...columns,
    ...span(periode),
    montant_centimes: toCentsOrNull(montant),
    corrige_par: corrige?.par ?? null,
    corrige_avant_centimes: toCentsOrNull(corrige?.avant ?? null),
    hors_somme: horsSomme.get(amount.id) ?? null,
    ...edges(boite),
  };
}

export function totalRow(programme: string, rang: number, total: TotalExport): Tables['totaux'] {
  const { boite, periode, declare, recalcule, ecart, termes: _termes, ...columns } = total;
  return {
    programme,
    rang,
    ...columns,
    ...span(periode),
    declare_centimes: toCents(declare),
    recalcule_centimes: toCentsOrNull(recalcule),
    ecart_centimes: toCentsOrNull(ecart),
    ...edges(boite),
  };
}

export function factRow(document: string, rang: number, { boite, periode, montant, ...columns }: FaitExport): Tables['faits'] {
  return { document, rang, ...columns, montant_centimes: toCentsOrNull(montant), ...span(periode), ...edges(boite) };
}

export function edges([x0, y0, x1, y1]: Box): { x0: number; y0: number; x1: number; y1: number } {
  return { x0, y0, x1, y1 };
}

function span(periode: Periode | null): { periode_debut: number | null; periode_fin: number | null } {
  return { periode_debut: periode?.debut ?? null, periode_fin: periode?.fin ?? null };
}
