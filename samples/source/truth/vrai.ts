import type { Base, NatureProgramme, Periode, Portee, Rubrique, Section, StatutProgramme, Taxe } from '../../../src/model/vocabulary.ts';
import type { LigneAttendue, MontantAttendu, ProgrammeAttendu, TotalAttendu } from '../../../test/samples/expected.ts';

/** What a sample says, before it is known on which page it came to stand. Amounts are text as printed. */
export interface ColonneVraie {
  readonly titre: string;
  readonly rubrique: Rubrique;
  readonly periode: Periode | null;
  readonly base: Base | null;
  readonly taxe: Taxe | null;
}

export interface LigneVraie {
  readonly section: Section | null;
  readonly axeTexte: string | null;
  readonly actionTexte: string | null;
  readonly description: string | null;
  readonly calendrier: string | null;
  readonly axe: number | null;
  readonly action: string | null;
  readonly actionSuggeree: string | null;
  readonly taux: string | null;
  readonly montants: readonly { readonly colonne: ColonneVraie; readonly texte: string }[];
}

export interface TotalVrai {
  readonly portee: Portee;
  readonly cle: string | null;
  readonly libelle: string | readonly string[] | null;
  readonly texte: string;
  /** The columns it sums: its own, unless it sums several tables. */
  readonly somme: readonly [ColonneVraie, ...ColonneVraie[]];
  readonly couvre: (ligne: LigneVraie) => boolean;
  readonly tolere?: boolean;
}

export interface ProgrammeVrai {
  readonly nature: NatureProgramme;
  readonly annees: Periode;
  readonly commune: string;
  readonly codeInsee: string;
  readonly quartier: string;
  readonly codeQp: string | null;
  readonly bailleur: string;
  readonly logements: number;
  /** Words that stand on the first page of the programme and not before. */
  readonly repere: string;
  /** Lines and totals in the order of the pages. */
  readonly suite: readonly ({ readonly ligne: LigneVraie } | { readonly total: TotalVrai })[];
}

/** One space between words. */
export function texteLu(texte: string): string {
  return texte.replaceAll(/\s+/gu, ' ').trim();
}

/** Cents of an amount as printed; null when there is none. Only the ways to write an amount that the samples use. */
export function centimes(texte: string): number | null {
  const nu = texte.replaceAll(/[\s€]/gu, '');
  if (nu === '' || nu === '-' || nu === 'néant') return null;
  const parts = /^(\d+)(?:[.,](\d{2}))?$/u.exec(nu);
  if (parts === null) throw new Error(`not an amount: ${texte}`);
  return Number(parts[1]) * 100 + Number(parts[2] ?? '0');
}

export function euros(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function montantAttendu(colonne: ColonneVraie, texte: string, page: number): MontantAttendu {
  const cents = centimes(texte);
  const { titre, rubrique, periode, base, taxe } = colonne;
  return { rubrique, colonne: titre, periode, base, taxe, montant: cents === null ? null : euros(cents), texte, page };
}

function ligneAttendue(ligne: LigneVraie, ordre: number, page: number): LigneAttendue {
  const lu = (texte: string | null): string | null => (texte === null ? null : texteLu(texte));
  return {
    ordre,
    section: ligne.section,
    axe_texte: lu(ligne.axeTexte),
    action_texte: lu(ligne.actionTexte),
    description: lu(ligne.description),
    calendrier: lu(ligne.calendrier),
    axe: ligne.axe,
    action: ligne.action,
    action_suggeree: ligne.actionSuggeree,
    taux: ligne.taux,
    page,
    montants: ligne.montants.filter(({ texte }) => texte !== '').map(({ colonne, texte }) => montantAttendu(colonne, texte, page)),
  };
}

function totalAttendu(total: TotalVrai, lignes: readonly LigneVraie[], page: number): TotalAttendu {
  const sommables = lignes.map((ligne) => ({
    couverte: total.couvre(ligne),
    cents: ligne.montants.filter(({ colonne }) => total.somme.includes(colonne)).map(({ texte }) => centimes(texte)),
  }));
  const verifiable = sommables.some(({ cents }) => cents.some((value) => value !== null));
  const [premiere, ...autres] = total.somme;
  const colonne = autres.length === 0 ? premiere : null;
  const declare = centimes(total.texte);
  if (declare === null) throw new Error(`a total without amount: ${total.texte}`);
  const somme = sommables.flatMap(({ couverte, cents }) => (couverte ? cents : [])).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return {
    portee: total.portee,
    cle: total.cle,
    libelle: typeof total.libelle === 'string' || total.libelle === null ? total.libelle : [...total.libelle],
    colonne: colonne?.titre ?? null,
    rubrique: colonne?.rubrique ?? null,
    periode: premiere.periode,
    declare: euros(declare),
    recalcule: verifiable ? euros(somme) : null,
    ecart: verifiable ? euros(declare - somme) : null,
    statut: !verifiable ? 'non_verifiable' : declare === somme ? 'conforme' : 'ecart',
    page,
  };
}

/** Finds the page of a text at or after an earlier one. */
export type Chercheur = (texte: string, depuis: number) => number;

/** Long enough not to be met elsewhere; a bare year or a dash is not. */
const TEXTE_PROPRE = 12;

function repereLigne(ligne: LigneVraie): string {
  const description = ligne.description ?? '';
  return description.length >= TEXTE_PROPRE ? description : (ligne.actionTexte ?? description);
}

function repereTotal(total: TotalVrai): string {
  return typeof total.libelle === 'string' ? total.libelle : (total.libelle?.[0] ?? total.texte);
}

function statut(totaux: readonly TotalAttendu[]): StatutProgramme {
  if (totaux.some((total) => total.statut === 'ecart')) return 'ecart';
  return totaux.some((total) => total.statut === 'conforme') ? 'reconcilie' : 'non_verifiable';
}

/** @param depuis the page the search for the programme starts at */
export function programmeAttendu(programme: ProgrammeVrai, trouve: Chercheur, depuis: number): ProgrammeAttendu {
  const lignesVraies = programme.suite.flatMap((item) => ('ligne' in item ? [item.ligne] : []));
  const debut = trouve(programme.repere, depuis);
  let page = debut;
  const lignes: LigneAttendue[] = [];
  const totaux: TotalAttendu[] = [];
  const toleres: TotalAttendu[] = [];
  for (const item of programme.suite) {
    if ('ligne' in item) {
      page = trouve(repereLigne(item.ligne), page);
      lignes.push(ligneAttendue(item.ligne, lignes.length + 1, page));
    } else {
      page = trouve(repereTotal(item.total), page);
      (item.total.tolere === true ? toleres : totaux).push(totalAttendu(item.total, lignesVraies, page));
    }
  }
  return {
    nature: programme.nature,
    annee_debut: programme.annees.debut,
    annee_fin: programme.annees.fin,
    commune: programme.commune,
    code_insee: programme.codeInsee,
    quartier: programme.quartier,
    code_qp: programme.codeQp,
    bailleur: programme.bailleur,
    siren: null,
    nombre_logements: programme.logements,
    pages: Array.from({ length: page - debut + 1 }, (_, index) => debut + index),
    lignes,
    totaux,
    totaux_toleres: toleres,
    statut: statut(totaux),
  };
}
