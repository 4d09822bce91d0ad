import type { ProgrammeLens } from '../content/lens.ts';
import { COMMUN, PROGRAMMES_LENS } from '../content/lens.ts';
import type { Rangee } from '../content/ligne.ts';
import type { Section } from '../../../src/model/vocabulary.ts';
import { texteLu } from './vrai.ts';
import type { ColonneVraie, LigneVraie, ProgrammeVrai, TotalVrai } from './vrai.ts';

const ANNEE = { debut: COMMUN.annee, fin: COMMUN.annee };

const DEPENSE: ColonneVraie = { titre: COMMUN.colonneSpecifiques, rubrique: 'prevu', periode: ANNEE, base: 'an', taxe: null };
const SURCOUT: ColonneVraie = { titre: COMMUN.colonneDroitCommun, rubrique: 'surcout', periode: ANNEE, base: null, taxe: null };

/** Carries the merged cells down. */
function lignes(rangees: readonly Rangee[], section: Section, colonne: ColonneVraie): LigneVraie[] {
  let axeTexte: string | null = null;
  let actionTexte: string | null = null;
  return rangees.map((rangee) => {
    axeTexte = rangee.axe ?? axeTexte;
    actionTexte = rangee.action ?? actionTexte;
    return {
      section,
      axeTexte,
      actionTexte,
      description: texteLu(rangee.texte),
      calendrier: null,
      axe: rangee.codeAxe,
      action: rangee.codeAction,
      actionSuggeree: rangee.codeSuggere ?? null,
      taux: null,
      montants: [{ colonne, texte: rangee.montant }],
    };
  });
}

function specifiques(programme: ProgrammeLens): ProgrammeVrai['suite'] {
  const section = 'actions_specifiques';
  const total: TotalVrai = {
    portee: 'section',
    cle: section,
    libelle: null,
    texte: programme.totalSpecifiques,
    somme: [DEPENSE],
    couvre: (ligne) => ligne.section === section,
  };
  return [...lignes(programme.specifiques, section, DEPENSE).map((ligne) => ({ ligne })), { total }];
}

/**
 * "Surcoût estimé" sums the rows above it. Where nothing follows it, the total of the section repeats it: one stated total of the section
 * under two names, and a reader that keeps it apart is not wrong.
 */
function droitCommun(programme: ProgrammeLens): ProgrammeVrai['suite'] {
  const section = 'droit_commun';
  const { surcout } = programme;
  const toutes = lignes(programme.droitCommun, section, SURCOUT);
  const avant = toutes.slice(0, surcout.apres);
  const apres = toutes.slice(surcout.apres);
  const repete = apres.length === 0;
  const partiel: TotalVrai = {
    portee: 'autre',
    cle: null,
    libelle: surcout.libelle,
    texte: surcout.montant,
    somme: [SURCOUT],
    couvre: (ligne) => avant.includes(ligne),
    tolere: repete,
  };
  const entier: TotalVrai = {
    portee: 'section',
    cle: section,
    libelle: repete ? [COMMUN.libelleDroitCommun, surcout.libelle] : COMMUN.libelleDroitCommun,
    texte: programme.totalDroitCommun,
    somme: [SURCOUT],
    couvre: (ligne) => ligne.section === section,
  };
  return [...avant.map((ligne) => ({ ligne })), { total: partiel }, ...apres.map((ligne) => ({ ligne })), { total: entier }];
}

function programmeVrai(programme: ProgrammeLens): ProgrammeVrai {
  const tables = [specifiques(programme), droitCommun(programme)];
  const total: TotalVrai = {
    portee: 'programme',
    cle: null,
    libelle: COMMUN.libelleTotal,
    texte: programme.total,
    somme: [DEPENSE, SURCOUT],
    couvre: () => true,
  };
  return {
    nature: 'previsionnel',
    annees: ANNEE,
    commune: 'Lens',
    codeInsee: '62498',
    quartier: programme.quartier,
    codeQp: null,
    bailleur: COMMUN.organisme,
    logements: programme.logements,
    repere: `Quartier prioritaire : ${programme.quartier}`,
    suite: [...(programme.ordre === 'specifiques_d_abord' ? tables : tables.toReversed()).flat(), { total }],
  };
}

export const VERITE_LENS: readonly ProgrammeVrai[] = PROGRAMMES_LENS.map(programmeVrai);
