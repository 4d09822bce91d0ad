/** An invented programme in the manner of a text processor: real town, invented landlord, neighbourhood, code, associations and figures. */

export const ENTETE_PORTRAIT = {
  annee: 2025,
  commune: 'Montluçon',
  codeInsee: '03185',
  quartier: 'Les Glycines',
  codeQp: 'QN00391M',
  bailleur: 'Les Foyers de la Vallée',
  logements: 386,
  titre: "Programme d'actions prévisionnel 2025",
  sousTitre: "Utilisation de l'abattement de la taxe foncière sur les propriétés bâties (TFPB)",
  introduction:
    "Le présent programme est annexé à la convention d'utilisation de l'abattement de TFPB du quartier. Il a été arrêté après le diagnostic en marchant du 8 octobre 2024, conduit avec la ville, les services de l'État et l'amicale des locataires. Pour mémoire, les actions menées en 2024 avaient représenté 148 300 €, dont 96 400 € au titre de l'abattement, et le coût d'un logement remis en location s'établit à 3 150 € dans le quartier.",
  cloture: 'Fait à Montluçon, le 14 janvier 2025',
  recapitulatif: 'Tableau récapitulatif',
  total: 'TOTAL DU PROGRAMME',
  colonnes: {
    action: 'Actions',
    description: "Contenu de l'action",
    calendrier: 'Calendrier',
    prevu: 'Dépense totale prévisionnelle (€ TTC)',
    taux: 'Taux de valorisation',
    valorise: 'Dépense valorisée TFPB (€ TTC)',
    axe: 'Axe',
  },
} as const;

export interface ActionPortrait {
  /** In the codes of the référentiel. */
  readonly code: string;
  readonly libelle: string;
  readonly description: string;
  readonly calendrier: string;
  /** Whole euros; null where the page says that there is none. */
  readonly prevu: number | null;
  /** Percent. */
  readonly taux: number | null;
  readonly valorise: number | null;
}

export interface AxePortrait {
  readonly numero: number;
  readonly libelle: string;
  readonly actions: readonly ActionPortrait[];
  /** As printed, in the table of the axe and again in the recapitulative table. */
  readonly sousTotal: { readonly prevu: number; readonly valorise: number };
}

export interface ProgrammePortrait {
  readonly axes: readonly AxePortrait[];
  readonly total: { readonly prevu: number; readonly valorise: number };
}

function action(
  code: string,
  libelle: string,
  description: string,
  calendrier: string,
  montants: readonly [prevu: number, taux: number, valorise: number] | null,
): ActionPortrait {
  const [prevu, taux, valorise] = montants ?? [null, null, null];
  return { code, libelle, description, calendrier, prevu, taux, valorise };
}

export const PORTRAIT: ProgrammePortrait = {
  axes: [
    {
      numero: 1,
      libelle: 'Renforcement de la présence du personnel de proximité',
      actions: [
        action(
          '1.2',
          'Agents de médiation sociale',
          'Un poste de médiateur à mi-temps, présent en fin de journée sur la place et dans les halls',
          "Toute l'année",
          [21_600, 100, 21_600],
        ),
        action(
          '1.4',
          'Coordonnateur Hlm de la gestion de proximité',
          'Part du temps de la responsable de site consacrée au quartier (0,3 ETP)',
          "Toute l'année",
          [14_850, 50, 7_425],
        ),
      ],
      sousTotal: { prevu: 36_450, valorise: 29_025 },
    },
    {
      numero: 2,
      libelle: 'Formation / soutien des personnels de proximité',
      actions: [
        action(
          '2.1',
          'Formations spécifiques (relation client, gestion des conflits, compréhension du fonctionnement social...)',
          'Deux journées « gestion des conflits » pour six gardiens du quartier',
          'Mars 2025',
          [2_400, 100, 2_400],
        ),
      ],
      sousTotal: { prevu: 2_400, valorise: 2_400 },
    },
    {
      numero: 3,
      libelle: 'Sur-entretien',
      actions: [
        action(
          '3.1',
          'Renforcement nettoyage',
          "Second passage hebdomadaire dans les halls des tours A à F, hors contrat d'entretien",
          'De janvier à décembre',
          [18_720, 80, 14_976],
        ),
        action(
          '3.2',
          'Enlèvement de tags et graffitis',
          'Intervention sous 48 heures, forfait de 24 passages',
          'À la demande',
          [3_360, 100, 3_360],
        ),
        action(
          '3.4',
          'Réparations des équipements vandalisés',
          'Portes de hall, boîtes aux lettres et éclairages de coursive',
          'À la demande',
          [9_845, 100, 9_845],
        ),
      ],
      sousTotal: { prevu: 31_925, valorise: 28_181 },
    },
    {
      numero: 4,
      libelle: 'Gestion des déchets, encombrants / épaves',
      actions: [
        action(
          '4.1',
          'Gestion des encombrants',
          "Quatre collectes en pied d'immeuble avec la régie de quartier, 650 € par collecte",
          'Un samedi par trimestre',
          [2_600, 100, 2_600],
        ),
        action(
          '4.4',
          'Amélioration de la collecte des déchets',
          "Étude d'implantation de trois points d'apport volontaire",
          'Second semestre',
          [7_200, 50, 3_600],
        ),
      ],
      sousTotal: { prevu: 9_800, valorise: 6_200 },
    },
    {
      numero: 5,
      libelle: 'Tranquillité résidentielle',
      actions: [
        action(
          '5.1',
          'Dispositif tranquillité',
          'Correspondants de nuit, du jeudi au dimanche de 20 h à 2 h, part du bailleur',
          "D'avril à octobre",
          [24_300, 100, 24_300],
        ),
        action('5.4', 'Analyse des besoins en vidéosurveillance', 'Diagnostic pris en charge par la commune', 'Premier semestre', null),
      ],
      sousTotal: { prevu: 24_300, valorise: 24_300 },
    },
    {
      numero: 6,
      libelle: 'Concertation / sensibilisation des locataires',
      actions: [
        action(
          '6.1',
          'Végétalisation du quartier, renforcement de la biodiversité locale',
          "Deux bacs potagers par résidence, animés avec l'association Graines de cour",
          'Printemps',
          [5_400, 100, 5_400],
        ),
        action(
          '6.2',
          'Participation / implication / formation des locataires et associations de locataires',
          "Fête des voisins et marches exploratoires, avec l'amicale des locataires",
          'Juin 2025',
          [1_850, 100, 1_850],
        ),
        action(
          '6.3',
          'Dispositifs spécifiques à la sensibilisation à la maîtrise des charges, collecte sélective, nouveaux usages, gestes éco-citoyens, etc.',
          "Ateliers sur les économies d'eau et d'énergie dans l'appartement témoin",
          'Automne',
          [3_150, 100, 3_150],
        ),
      ],
      sousTotal: { prevu: 10_400, valorise: 10_400 },
    },
    {
      numero: 7,
      libelle: 'Animation, lien social, vivre ensemble',
      actions: [
        action(
          '7.1',
          'Soutien aux actions favorisant le « vivre ensemble »',
          "Participation aux soirées d'été du centre social",
          'Juillet et août',
          [4_500, 100, 4_500],
        ),
        action(
          '7.4',
          "Actions d'insertion (chantiers jeunes, chantiers d'insertion)",
          "Chantier jeunes : peinture de quatre cages d'escalier, huit participants",
          'Vacances de printemps',
          [8_640, 75, 6_480],
        ),
        action(
          '7.5',
          'Mise à disposition de locaux associatifs ou de services',
          "Local du 12 rue des Glycines prêté à l'épicerie solidaire (loyer de 410 € par mois)",
          "Toute l'année",
          [4_920, 100, 4_920],
        ),
      ],
      sousTotal: { prevu: 18_060, valorise: 15_900 },
    },
    {
      numero: 8,
      libelle: "Petits travaux d'amélioration de la qualité de service",
      actions: [
        action(
          '8.1',
          "Petits travaux d'amélioration du cadre de vie (éclairage, sécurisation des abords, résidentialisation, signalétique...)",
          'Éclairage à détection de présence dans les halls 2 à 10',
          'Deuxième trimestre',
          [22_500, 60, 13_500],
        ),
        action(
          '8.3',
          'Travaux de sécurisation (gestion des caves, digicodes, Vigik...)',
          'Remplacement des platines Vigik des tours B et D',
          'Troisième trimestre',
          [16_275, 100, 16_275],
        ),
      ],
      sousTotal: { prevu: 38_775, valorise: 29_775 },
    },
  ],
  total: { prevu: 172_110, valorise: 146_181 },
};

/** Changes one axe of the programme. */
function avecAxe(numero: number, change: (axe: AxePortrait) => AxePortrait): ProgrammePortrait {
  return { ...PORTRAIT, axes: PORTRAIT.axes.map((axe) => (axe.numero === numero ? change(axe) : axe)) };
}

/** The same programme with one fault each: nothing else is put right after it, as on a page that somebody typed. */
export const FAUTES = {
  /** The grand total has one digit wrong: 172 710 for 172 110. */
  chiffre: { ...PORTRAIT, total: { ...PORTRAIT.total, prevu: 172_710 } },
  /** The sub-total of axe 3 has two digits swapped, in both places: 39 125 for 31 925. */
  interversion: avecAxe(3, (axe) => ({ ...axe, sousTotal: { ...axe.sousTotal, prevu: 39_125 } })),
  /** The first row of axe 7 (4 500 €) was left out; the totals still count it. */
  'ligne-manquante': avecAxe(7, (axe) => ({ ...axe, actions: axe.actions.slice(1) })),
  /** The first row of axe 4 (2 600 €) stands there twice; the totals count it once. */
  'ligne-double': avecAxe(4, (axe) => ({ ...axe, actions: [...axe.actions.slice(0, 1), ...axe.actions] })),
} as const satisfies Record<string, ProgrammePortrait>;
