import type { Rangee } from './ligne.ts';

/**
 * The three programmes of Lens, 2023 (public document). The spelling is the original's, faults included.
 * `droitCommun` is the table `(2)`, `specifiques` the table `(1)`.
 */
export interface ProgrammeLens {
  readonly quartier: string;
  readonly titre: string;
  readonly logements: number;
  readonly specifiques: readonly Rangee[];
  readonly totalSpecifiques: string;
  readonly droitCommun: readonly Rangee[];
  /** Stands after `rangeesDuSurcout` rows of `droitCommun`. */
  readonly surcout: { readonly libelle: string; readonly montant: string; readonly apres: number };
  readonly totalDroitCommun: string;
  readonly total: string;
  /** The order of the two tables on the page. */
  readonly ordre: 'specifiques_d_abord' | 'droit_commun_d_abord';
}

export const COMMUN = {
  annee: 2023,
  ville: 'LENS',
  projet: 'PROJET AU 21 11 2022',
  organisme: 'PAS-DE-CALAIS HABITAT',
  legende: ['(1) Actions spécifiques', '(2) Renforcement des actions de droit commun'],
  sousTitre: 'ACTIONS PREVISIONNELLES / GESTION URBAINE DE PROXIMITE',
  bandeauSpecifiques: '(1) Actions spécifiques',
  bandeauDroitCommun: '(2) Renforcement des moyens de droit commun (/ quartiers hors QPV)',
  colonneSpecifiques: 'Dépense moyenne prévisionnelle / an pour la période 2023',
  colonneDroitCommun: 'Surcoût',
  libelleDroitCommun: 'Dépense moyenne prévionnelle / an. Période 2023',
  libelleTotal: 'Total Renforcement des moyens de droit commun et des actions spécifiques ( A + B )',
} as const;

const FORMATION = 'Formation/soutien des personnels de proximité';
const TRANQUILLITE = 'Tranquillité résidentielle';
const CONCERTATION = 'Concertation / sensibilisation des locataires';
const ANIMATION = 'Animation, lien social, vivre ensemble';

const FORMATIONS = 'Formations spécifiques (relation client, gestion des conflits, compréhension du fonctionnement social…)';
const SENSIBILISATION =
  'Dispositifs spécifiques à la sensibilisation à la maîtrise des charges, collecte sélective, nouveaux usages, gestes éco-citoyens…';
const VIVRE_ENSEMBLE = 'Soutien aux actions favorisant le « vivre ensemble »';
const INSERTION = "Actions d'insertion (chantiers jeunes, chantiers d'insertion)";
const ACCOMPAGNEMENT = 'Actions d’accompagnement social spécifiques';

const PLANIFICATION =
  'Planification des formations spécifiques aux caracteristiques du quartier. (médiation/conciliation...) - Formation partagée à proposer (équipe ville & équipe Pdch)';
const MISE_EN_PLACE_SOUTIEN =
  "Mise en place d'un dispositif d'accompagnement des collaborateurs de proximité (volet sécurité, procédures) spécifiques aux caractéristiques du quartier. - Formation partagée à proposer (équipe ville & équipe Pdch)";
const MAITRISE_DES_CHARGES = "Actions d'accompagnement à la maitrise des charges et aux gestes éco citoyens";
const ENCOMBRANTS =
  "Mise en place d'actions visant à améliorer la gestion des encombrants / impact sur l'image du quartier\nConvention avec une stucture d'insertion pour la sensibilisation des locataires à la gestion des dépots sauvages (information, formation et communication)";
const DEMOCRATIE =
  "DEMOCRATIE PARTICIPATIVE - Projet INSCREASE Pdch\nAccompagnement des initiatives habitants visant au mieux vivre ensemble, développement d'actions / lien social.\nObjectif : contribuer à une dynamique de projets (inter-bailleurs, associations et autres partenaires locaux)";
const REINVESTIR = 'CADRE DE VIE - Travailler avec des associations pour réinvestir les intérieurs logements';
const CHANTIERS_SUR_TROIS_QPV = `${REINVESTIR}\nPoursuite sur 2023 avec 10 chantiers à répartir sur les 3 QPV`;
const mieuxVivre = (personnes: number): string =>
  `Dispositif Mieux Vivre à la maison - à proposer pour les personnes agées de + de 65 ans\n(env ${personnes} personnes - 10h/an à 24,50€/h)`;

const PRESENCE = 'Renforcement de la présence du personnel de proximité (par rapport à présence dans patrimoine hors QPV)';
const GARDIENNAGE = 'Renforcement du gardiennage, surveillance et proximité relationnel locataires (2)';
const PETITS_TRAVAUX = "Petits travaux d'amélioration de la qualité de service";
const PASSAGE_EN_PAV =
  'Passage en PAV réalisé dans le cadre du programme ANRU 1.\nIntervention de réparation des bornes PAV suite à mauvais usage ou vandalisme';

/** The rows that table `(2)` shows on every page; `vide` is what stands where there is no amount. */
function droitCommun(
  vide: string,
  etp: { readonly qpv: string; readonly montant: string },
  maintenance: { readonly texte: string; readonly montant: string },
  collecte: string,
  remiseEnEtat: { readonly texte: string; readonly montant: string },
): Rangee[] {
  const gestion = 'Gestion des déchets et encombrants / épaves';
  return [
    {
      axe: PRESENCE,
      action: GARDIENNAGE,
      texte: `Base 2021 :\nQPV : ${etp.qpv} ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts`,
      montant: etp.montant,
      codeAxe: 1,
      codeAction: '1.1',
    },
    { axe: 'Sur-entretien', action: 'Renforcement nettoyage (2)', texte: '2023', montant: vide, codeAxe: 3, codeAction: '3.1' },
    { action: 'Enlèvement de tags et graffitis (2)', texte: '2023', montant: vide, codeAxe: 3, codeAction: '3.2' },
    {
      action: 'Renforcement maintenance équipements et amélioration des délais d’intervention (2)',
      ...maintenance,
      codeAxe: 3,
      codeAction: '3.3',
    },
    { action: 'Réparations des équipements vandalisés (ascenseurs…) (2)', texte: '2023', montant: vide, codeAxe: 3, codeAction: '3.4' },
    { axe: gestion, action: 'Renforcement ramassage papiers et détritus (2)', texte: '2023', montant: vide, codeAxe: 4, codeAction: '4.2' },
    { action: 'Amélioration de la collecte des déchets (2)', texte: collecte, montant: vide, codeAxe: 4, codeAction: '4.4' },
    {
      axe: PETITS_TRAVAUX,
      action: 'Surcoûts de remise en état des logements (2)',
      ...remiseEnEtat,
      codeAxe: 8,
      codeAction: '8.2',
    },
  ];
}

const GRANDE_RESIDENCE: ProgrammeLens = {
  quartier: 'GRANDE RESIDENCE',
  titre: 'LENS GRANDE RESIDENCE',
  logements: 1413,
  ordre: 'specifiques_d_abord',
  specifiques: [
    { axe: FORMATION, action: FORMATIONS, texte: PLANIFICATION, montant: '500 €', codeAxe: 2, codeAction: '2.1' },
    { action: 'Dispositifs de soutien', texte: MISE_EN_PLACE_SOUTIEN, montant: '500 €', codeAxe: 2, codeAction: '2.3' },
    {
      axe: TRANQUILLITE,
      action: 'Vidéosurveillance (fonctionnement)',
      texte:
        "Mise en place de vidéosurveillance en cours d'année. (4 entrées) - Degas en prévision suite aux travaux réalisés en 2022\nInstallation en partenariat avec la Police municipale et partage des vidéos si besoin.",
      montant: '28 000 €',
      codeAxe: 5,
      codeAction: '5.2',
      codeSuggere: '8.3',
    },
    { axe: CONCERTATION, action: SENSIBILISATION, texte: MAITRISE_DES_CHARGES, montant: '7 000 €', codeAxe: 6, codeAction: '6.3' },
    {
      action: 'Végétalisation du quartier, renforcement de la biodiversité locale',
      texte: 'Partenariat à poursuivre avec l\'Association "Les Anges Gardins" : Création et animation des jardins partagés "privatisés"',
      montant: '3 000 €',
      codeAxe: 6,
      codeAction: '6.1',
    },
    {
      axe: ANIMATION,
      action: VIVRE_ENSEMBLE,
      texte: `CADRE DE VIE - BIEN-ETRE DANS SON IMMEUBLE - Projet INSCREASE Pdch - Engager une réflexion avec le collectif d'habitants pour le mise en place d'un dispositif "Voisins Bienveillants" - Actions partenariales et collectives sur la thématique respect et propreté à mener (Partenariat possible - Association locale d'insertion / pôle emploi "bailleur 0 chômeur"...) - Réunion mensuelle du collectif pour la mise en place de projets/actions sur le quartier - (lien à faire avec les kapseurs/Afev)\n\n${DEMOCRATIE}`,
      montant: '10 000 €',
      codeAxe: 7,
      codeAction: '7.1',
    },
    {
      texte:
        "Soutien au projet KAPS de l'AFEV - Participation aux actions qui seront mises en place par les Kapseurs sur le quartier (12 kapseurs maxi pour Pdch) ( 2 000€/an + 500€/kapseur)",
      montant: '8 000 €',
      codeAxe: 7,
      codeAction: '7.1',
    },
    {
      texte:
        "Partenariat à poursuivre avec l'Association \"Les Anges Gardins\", l'équipe de proximité et le collectif d'habitants - Formations proposées aux locataires pour consommer mieux et moins cher en lien avec le CCAS et centre social Dumas",
      montant: '500 €',
      codeAxe: 7,
      codeAction: '7.1',
    },
    {
      action: INSERTION,
      texte:
        "Actions d'insertion (Chantier école / chantier insertion) au niveau des halls d'entrée, parties communes ou bas d'immeuble et logements vacants : programme d'intervention à définir avec le service commercial (reconquête commerciale)\nAction interbailleur proposé : partage d'un chantier école avec SIA Habitat",
      montant: '30 000 €',
      codeAxe: 7,
      codeAction: '7.4',
    },
    {
      texte: "Implantation d'un second jardin partagé (réflexion à engager) - (clôture, installation de mobilier...)",
      montant: '40 000 €',
      codeAxe: 7,
      codeAction: '7.4',
      codeSuggere: '6.1',
    },
    { texte: ENCOMBRANTS, montant: '10 000 €', codeAxe: 7, codeAction: '7.4', codeSuggere: '6.3' },
    {
      action: "Services spécifiques au locataires (ex : portage de courses en cas de pannes d'ascenseurs ...)",
      texte:
        "CADRE DE VIE / LIEN SOCIAL / VIVRE ENSEMBLE - Projet INCREASE Pdch\nProposer aux locataires du quartier et plus particulièrement les personnes agées un accompagnement spécifique : visites hebdomadaires en vue de lutter contre l'isolement, conciergerie solidaire ( petits travaux, soutien administratif...) - Partenariat avec les associations à engager ou à renvouveler (type Unicités))\n(Gardiens, Agents de proximité...) : Portage de Pain à mettre en place sur Copeau...",
      montant: '1 000 €',
      codeAxe: 7,
      codeAction: '7.3',
    },
    {
      action: 'Mise à disposition de locaux associatifs ou de services',
      texte:
        "Mise à disposition de locaux à l'attention de l'association La récré des séniors pour effectuer ses activités d'accompagnement des habitants au coeur du quartier\n( loyer + ch 366€ // valorisation TFPB)",
      montant: '4 400 €',
      codeAxe: 7,
      codeAction: '7.5',
    },
    {
      texte:
        "Mise à disposition de locaux à l'attention de l'association Droit au travail avec rabais commercial de 1 492 € par mois\n(Rabais sur loyer de 1 492€ accordé (loyer 2 992€ HC) // valorisation TFPB)",
      montant: '18 000 €',
      codeAxe: 7,
      codeAction: '7.5',
    },
    {
      action: ACCOMPAGNEMENT,
      texte: `${REINVESTIR}\nPoursuite du partenariat avec les Compagnons Bâtisseurs Hauts-de-France sur une base de 10 logements en 2023`,
      montant: '20 000 €',
      codeAxe: 7,
      codeAction: '7.2',
    },
    { texte: mieuxVivre(61), montant: '15 000 €', codeAxe: 7, codeAction: '7.2' },
  ],
  totalSpecifiques: '195 900 €',
  droitCommun: [
    ...droitCommun('-', { qpv: '1,2', montant: '-' }, { texte: '2023', montant: '-' }, PASSAGE_EN_PAV, {
      texte: 'Coût 2021 :\nQPV : 2 372€/attribution - Hors QPV : 2 252€/attribution',
      montant: '13 568 €',
    }),
    {
      axe: `${PETITS_TRAVAUX} (hors quartiers NPNRU)`,
      action: 'Petits travaux d’amélioration du cadre de vie (éclairage, sécurisation des abords, résidentialisation, signalétique…)',
      texte: "IMAGE - CADRE DE VIE - Amélioration de la signalétique des îlots d'habitat\nReport des ateliers GUSP (Crise sanitaire)",
      montant: '20 000 €',
      codeAxe: 8,
      codeAction: '8.1',
    },
  ],
  surcout: { libelle: 'Surcoût estimé (base 2021)', montant: '13 568 €', apres: 8 },
  totalDroitCommun: '33 568 €',
  total: '229 468 €',
};

const SELLIER: ProgrammeLens = {
  quartier: 'SELLIER',
  titre: 'LENS SELLIER',
  logements: 304,
  ordre: 'specifiques_d_abord',
  specifiques: [
    { axe: FORMATION, action: FORMATIONS, texte: PLANIFICATION, montant: '200 €', codeAxe: 2, codeAction: '2.1' },
    { action: 'Dispositifs de soutien', texte: MISE_EN_PLACE_SOUTIEN, montant: '1 000 €', codeAxe: 2, codeAction: '2.3' },
    {
      axe: TRANQUILLITE,
      action: 'Vidéosurveillance (fonctionnement)',
      texte:
        "Mise en place de vidéosurveillance en cours d'année.\nInstallation en partenariat avec la Police municipale et partage des vidéos si besoin.",
      montant: '7 000 €',
      codeAxe: 5,
      codeAction: '5.2',
      codeSuggere: '8.3',
    },
    {
      action: 'Dispositif tranquillité',
      texte:
        'CADRE DE VIE - BIEN-ETRE DANS SON IMMEUBLE - Projet INSCREASE Pdch\n- Engager une réflexion avec l\'association des représentants de locataires pour le mise en place d\'un dispositif "Voisins Bienveillants"\n- Actions partenariales et collectives sur la thématique respect et propreté à mener (Partenariat possible - Association locale d\'insertion / pôle emploi "bailleur 0 chômeur"...)',
      montant: '8 000 €',
      codeAxe: 5,
      codeAction: '5.1',
    },
    { axe: CONCERTATION, action: SENSIBILISATION, texte: MAITRISE_DES_CHARGES, montant: '1 000 €', codeAxe: 6, codeAction: '6.3' },
    { axe: ANIMATION, action: VIVRE_ENSEMBLE, texte: DEMOCRATIE, montant: '3 500 €', codeAxe: 7, codeAction: '7.1' },
    {
      texte:
        'CADRE DE VIE -Action de communication / participation auprès des habitants visant à mieux faire connaître les activités proposées par le centre Vachala',
      montant: '3 500 €',
      codeAxe: 7,
      codeAction: '7.1',
    },
    { action: ACCOMPAGNEMENT, texte: mieuxVivre(52), montant: '12 750 €', codeAxe: 7, codeAction: '7.2' },
    { texte: CHANTIERS_SUR_TROIS_QPV, montant: '2 500 €', codeAxe: 7, codeAction: '7.2' },
    {
      action: INSERTION,
      texte:
        "CADRE DE VIE - Actions d'insertion (Chantier école / chantier insertion) au niveau des halls d'entrée, parties communes ou bas d'immeuble: programme d'intervention à définir avec le service commercial (reconquête commerciale)",
      montant: '10 000 €',
      codeAxe: 7,
      codeAction: '7.4',
    },
    { texte: ENCOMBRANTS, montant: '5 000 €', codeAxe: 7, codeAction: '7.4', codeSuggere: '6.3' },
  ],
  totalSpecifiques: '54 450 €',
  droitCommun: droitCommun('-', { qpv: '1,5', montant: '-' }, { texte: '2023', montant: '-' }, PASSAGE_EN_PAV, {
    texte: '2023',
    montant: '-',
  }),
  surcout: { libelle: 'Surcoût estimé', montant: '0 €', apres: 8 },
  totalDroitCommun: '0 €',
  total: '54 450 €',
};

const LOUCHEUR: ProgrammeLens = {
  quartier: 'Loucheur',
  titre: 'LENS RESIDENCE LOUCHEUR',
  logements: 46,
  ordre: 'droit_commun_d_abord',
  specifiques: [
    { axe: FORMATION, action: FORMATIONS, texte: PLANIFICATION, montant: '100 €', codeAxe: 2, codeAction: '2.1' },
    { action: 'Dispositifs de soutien', texte: MISE_EN_PLACE_SOUTIEN, montant: '500 €', codeAxe: 2, codeAction: '2.3' },
    { axe: CONCERTATION, action: SENSIBILISATION, texte: MAITRISE_DES_CHARGES, montant: '300 €', codeAxe: 6, codeAction: '6.3' },
    { axe: ANIMATION, action: ACCOMPAGNEMENT, texte: CHANTIERS_SUR_TROIS_QPV, montant: '2 500 €', codeAxe: 7, codeAction: '7.2' },
    { texte: mieuxVivre(4), montant: '1 000 €', codeAxe: 7, codeAction: '7.2' },
    { action: INSERTION, texte: ENCOMBRANTS, montant: '600 €', codeAxe: 7, codeAction: '7.4', codeSuggere: '6.3' },
  ],
  totalSpecifiques: '5 000 €',
  droitCommun: droitCommun(
    '',
    { qpv: '1,9', montant: '2 408€' },
    { texte: 'Coût 2021 :\nQPV : 1 258€ / logt - Hors QPV : 470€ / logt', montant: '26 007€' },
    '2023',
    { texte: '2023', montant: '' },
  ),
  surcout: { libelle: 'Surcoût estimé', montant: '28 415 €', apres: 8 },
  totalDroitCommun: '28 415 €',
  total: '33 415 €',
};

export const PROGRAMMES_LENS: readonly ProgrammeLens[] = [GRANDE_RESIDENCE, SELLIER, LOUCHEUR];
