import type { Decimal } from 'decimal.js';
import type { Explication, Perimetre, ProgrammeExplique, TotalExplique } from '../src/model/explication.ts';
import type { Heading } from '../src/model/draft.ts';
import type { Reason } from '../src/model/hypothesis.ts';
import type { ReconciledProgramme } from '../src/model/reconciled.ts';
import { DOUTES } from '../src/stages/audit/rules/a-relire.ts';
import { understoodColumns, type UnderstoodColumn } from '../src/stages/interpret/column-reasons.ts';
import { weigh, type WeighedProgramme, type WeighedScope, type WeighedTotal } from '../src/stages/reconcile/explain.ts';
import { SMALL_MARGIN } from '../src/stages/reconcile/statut.ts';
import { knowledge } from './knowledge.ts';
import type { DocumentUnderstood } from './read-document.ts';

/** Hundredths: finer costs say nothing. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An infinite margin: there is nothing else to choose. */
function marge(margin: number): number | null {
  return Number.isFinite(margin) ? round(margin) : null;
}

function euros(amount: Decimal | null): string | null {
  return amount === null ? null : amount.toFixed(2);
}

const ROLES: Readonly<Record<UnderstoodColumn['kind'], string>> = {
  axe: 'axe',
  action: 'action',
  description: 'description',
  calendrier: 'calendrier',
  taux: 'taux',
  numero: 'numéro',
  quantite: 'quantité',
  tick_specifique: 'case « action spécifique »',
  tick_droit_commun: 'case « droit commun »',
  montant: 'montant',
};

function colonne({ at, header, kind, amount, because }: UnderstoodColumn): Explication['colonnes'][number] {
  return {
    page: at?.page ?? null,
    table: at?.table ?? null,
    colonne: at?.column ?? null,
    en_tete: header,
    role: ROLES[kind],
    rubrique: amount?.rubrique ?? null,
    periode: amount?.periode ?? null,
    base: amount?.base ?? null,
    taxe: amount?.taxe ?? null,
    unite: amount?.unit ?? null,
    raison: because,
  };
}

function perimetre({ scope, sum, penalty, isChosen }: WeighedScope, declared: Decimal, orders: ReadonlyMap<string, number>): Perimetre {
  const { portee, terms, column } = scope.value;
  return {
    retenu: isChosen,
    portee,
    lignes: [...new Set(terms.flatMap((id) => orders.get(id) ?? []))].sort((a, b) => a - b),
    colonne: column.header,
    somme: euros(sum),
    ecart: euros(sum === null ? null : declared.minus(sum)),
    cout_libelle: round(scope.cost),
    cout_ecart: penalty,
    cout: round(scope.cost + penalty),
    raisons: scope.because.map(({ what }) => what),
  };
}

function total(
  { draft, declared, scopes }: WeighedTotal,
  decided: ReconciledProgramme,
  orders: ReadonlyMap<string, number>,
): TotalExplique {
  const perimetres = scopes.map((scope) => perimetre(scope, declared, orders)).sort((a, b) => a.cout - b.cout);
  const kept = perimetres.find(({ retenu }) => retenu);
  const next = perimetres.find(({ retenu }) => !retenu);
  return {
    libelle: draft.label,
    page: draft.place.page,
    colonne: draft.column.header,
    declare: declared.toFixed(2),
    statut: decided.totals.find((other) => other.draft.id === draft.id)?.statut ?? null,
    marge: kept === undefined || next === undefined ? null : round(next.cout - kept.cout),
    perimetres,
  };
}

function titre({ commune, quartier, bailleur, periode }: Heading): string {
  const years = periode === null ? null : periode.debut === periode.fin ? String(periode.debut) : `${periode.debut}-${periode.fin}`;
  return [commune, quartier, bailleur, years].filter((part) => part !== null).join(', ') || 'programme sans en-tête';
}

function confiances({ lines }: ReconciledProgramme): ProgrammeExplique['confiances'] {
  const counts = new Map<string, ProgrammeExplique['confiances'][number]>();
  for (const { amount, confidence, proofs } of lines.flatMap(({ amounts }) => amounts)) {
    if (amount === null) continue;
    const prouves = proofs.length > 0;
    const key = `${confidence}|${prouves}`;
    counts.set(key, { confiance: confidence, prouves, montants: (counts.get(key)?.montants ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.confiance - a.confiance || Number(b.prouves) - Number(a.prouves));
}

function programme(decided: ReconciledProgramme, { margin, totals, figures }: WeighedProgramme): ProgrammeExplique {
  const orders = new Map(decided.lines.flatMap(({ draft }, index) => draft.amounts.map(({ id }) => [id, index + 1] as const)));
  return {
    titre: titre(decided.heading),
    pages: [...decided.pages],
    lignes: decided.lines.length,
    statut: decided.statut,
    doutes: decided.doubts.map((doubt) => DOUTES[doubt]),
    marge: marge(margin),
    confiances: confiances(decided),
    totaux: totals.map((each) => total(each, decided, orders)),
    chiffres: figures.map(({ page, readings, chosen }) => ({
      page,
      retenu: chosen.text,
      lectures: readings.map(({ text, cost }) => ({ texte: text, cout: round(cost) })),
    })),
  };
}

/** How a document was understood and what else was weighed, from what its reading left. */
export function explainTables({ layout, weighed, decided }: DocumentUnderstood): Explication {
  const { understandings, margin, programmes } = weigh(weighed);
  // What all understandings share tells that this is a programme; the rest tells them apart.
  const isShared = (reason: Reason): boolean => understandings.every(({ because }) => because.includes(reason));
  const indices = new Map(understandings[0].because.filter(isShared).map(({ what, cost }) => [what, cost]));
  const empty: WeighedProgramme = { margin: Infinity, totals: [], figures: [] };
  return {
    nature: decided.nature,
    indices: [...indices].map(([quoi, poids]) => ({ quoi, poids: round(poids) })),
    colonnes: understoodColumns(layout, knowledge).map(colonne),
    comprehensions: understandings.map(({ reading, sums, because }, index) => ({
      retenue: index === 0,
      cout_lecture: round(reading),
      cout_sommes: round(sums),
      cout: round(reading + sums),
      raisons: because.filter((reason) => !isShared(reason)).map(({ what, cost }) => ({ quoi: what, cout: round(cost) })),
    })),
    marge: marge(margin),
    marge_minimale: SMALL_MARGIN,
    programmes: decided.programmes.map((each, index) => programme(each, programmes[index] ?? empty)),
  };
}
