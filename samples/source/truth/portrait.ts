import type { ActionPortrait, AxePortrait, ProgrammePortrait } from '../content/portrait.ts';
import { ENTETE_PORTRAIT } from '../content/portrait.ts';
import type { StylePortrait } from '../layout/portrait.ts';
import { nomAxe, sousTotal } from '../layout/portrait.ts';
import { texteLu } from './vrai.ts';
import type { ColonneVraie, LigneVraie, ProgrammeVrai, TotalVrai } from './vrai.ts';

const { annee, colonnes } = ENTETE_PORTRAIT;
const PERIODE = { debut: annee, fin: annee };
const PREVU: ColonneVraie = { titre: colonnes.prevu, rubrique: 'prevu', periode: PERIODE, base: null, taxe: 'ttc' };
const VALORISE: ColonneVraie = { titre: colonnes.valorise, rubrique: 'valorise', periode: PERIODE, base: null, taxe: 'ttc' };

type Montants = { readonly prevu: number | null; readonly valorise: number | null };

export function verite(programme: ProgrammePortrait, style: StylePortrait): ProgrammeVrai {
  const texte = (value: number | null): string => (value === null ? style.neant : texteLu(style.ecrit(value)));
  const montants = ({ prevu, valorise }: Montants): LigneVraie['montants'] => [
    { colonne: PREVU, texte: texte(prevu) },
    { colonne: VALORISE, texte: texte(valorise) },
  ];
  const ligne = (axe: AxePortrait, action: ActionPortrait): LigneVraie => ({
    section: null,
    axeTexte: nomAxe(axe),
    actionTexte: action.libelle,
    description: action.description,
    calendrier: action.calendrier,
    axe: axe.numero,
    action: action.code,
    actionSuggeree: null,
    taux: action.taux === null ? null : String(action.taux),
    montants: montants(action),
  });
  const totaux = (declares: Montants, total: Pick<TotalVrai, 'portee' | 'cle' | 'libelle' | 'couvre'>): { readonly total: TotalVrai }[] => [
    { total: { ...total, texte: texte(declares.prevu), somme: [PREVU] } },
    { total: { ...total, texte: texte(declares.valorise), somme: [VALORISE] } },
  ];
  return {
    nature: 'previsionnel',
    annees: PERIODE,
    commune: ENTETE_PORTRAIT.commune,
    codeInsee: ENTETE_PORTRAIT.codeInsee,
    quartier: ENTETE_PORTRAIT.quartier,
    codeQp: ENTETE_PORTRAIT.codeQp,
    bailleur: ENTETE_PORTRAIT.bailleur,
    logements: ENTETE_PORTRAIT.logements,
    repere: ENTETE_PORTRAIT.titre,
    suite: [
      ...programme.axes.flatMap((axe) => [
        ...axe.actions.map((action) => ({ ligne: ligne(axe, action) })),
        ...totaux(axe.sousTotal, {
          portee: 'axe',
          cle: String(axe.numero),
          libelle: [sousTotal(axe), nomAxe(axe)],
          couvre: (candidate) => candidate.axe === axe.numero,
        }),
      ]),
      ...totaux(programme.total, { portee: 'programme', cle: null, libelle: ENTETE_PORTRAIT.total, couvre: () => true }),
    ],
  };
}
