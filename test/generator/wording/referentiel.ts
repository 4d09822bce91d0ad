/**
 * The axes and actions as three versions of the national framework word them, for printing only: the product has its own vocabulary
 * and must find these without knowing this list. The 2015 model has no 6.1 (planting), so its own numbers differ from the 2024 codes.
 */

export type Version = '2015' | '2021' | '2024';

interface AxeWording {
  readonly number: number;
  readonly labels: Readonly<Record<Version, readonly string[]>>;
}

const all = (...labels: string[]): Record<Version, readonly string[]> => ({ '2015': labels, '2021': labels, '2024': labels });

export const AXES: readonly AxeWording[] = [
  {
    number: 1,
    labels: {
      '2015': ['Renforcement de la présence du personnel de proximité', 'Renforcement de la présence de personnel de proximité'],
      '2021': [
        'Renforcement de la présence du personnel de proximité (par rapport à présence dans patrimoine hors QPV)',
        'Renforcement de la présence du personnel de proximité',
      ],
      '2024': [
        'Renforcement de la présence du personnel de proximité (par rapport à la présence dans le patrimoine hors QPV)',
        'Renforcement de la présence de personnel de proximité',
      ],
    },
  },
  {
    number: 2,
    labels: {
      '2015': ['Formation/soutien des personnels de proximité', 'Formation et soutien des personnels de proximité'],
      '2021': ['Formation/soutien des personnels de proximité', 'Formation spécifique et soutien au personnel de proximité'],
      '2024': ['Formation / soutien des personnels de proximité', 'Formation/soutien au personnel de proximité'],
    },
  },
  { number: 3, labels: all('Sur-entretien', 'Sur entretien', 'Surentretien') },
  {
    number: 4,
    labels: {
      '2015': ['Gestion des déchets et encombrants / épaves', 'Gestion des déchets, encombrants, épaves'],
      '2021': ['Gestion des déchets et encombrants / épaves', 'Gestion des déchets et des encombrants'],
      '2024': ['Gestion des déchets, encombrants / épaves', 'Gestion des déchets et encombrants/épaves'],
    },
  },
  { number: 5, labels: all('Tranquillité résidentielle', 'Tranquillité Résidentielle', 'La tranquillité résidentielle') },
  {
    number: 6,
    labels: all(
      'Concertation / sensibilisation des locataires',
      'Concertation/sensibilisation des locataires',
      'Concertation et sensibilisation',
    ),
  },
  {
    number: 7,
    labels: all(
      'Animation, lien social, vivre ensemble',
      'Animation, lien social et vivre-ensemble',
      'Animation, lien social, vivre-ensemble',
    ),
  },
  {
    number: 8,
    labels: {
      '2015': [
        "Petits travaux d'amélioration de la qualité de service (hors quartiers NPNRU)",
        "Petits travaux d'amélioration de la qualité de service",
      ],
      '2021': [
        "Petits travaux d'amélioration de la qualité de service",
        "Petits travaux d'amélioration de la qualité de service (hors NPNRU)",
      ],
      '2024': ["Petits travaux d'amélioration de la qualité de service", 'Petits travaux d’amélioration de la qualité de service'],
    },
  },
];

interface ActionWording {
  readonly code: string;
  readonly labels: readonly string[];
}

/** In the order of the 2024 framework. */
export const ACTIONS: readonly ActionWording[] = [
  {
    code: '1.1',
    labels: [
      'Renforcement du gardiennage et surveillance',
      'Renforcement du gardiennage, surveillance et proximité relationnelle locataires',
      'Renforcement du gardiennage et de la surveillance',
    ],
  },
  { code: '1.2', labels: ['Agents de médiation sociale', 'Agent de médiation sociale', 'Médiation sociale (agents)'] },
  {
    code: '1.3',
    labels: [
      'Agents de développement social et urbain',
      'Agent de développement social et urbain',
      'Agents de développement social urbain (DSU)',
    ],
  },
  {
    code: '1.4',
    labels: [
      'Coordonnateur Hlm de la gestion de proximité',
      'Coordonnateur de la gestion de proximité',
      'Coordinateur HLM de la gestion de proximité',
    ],
  },
  { code: '1.5', labels: ['Référents sécurité', 'Référent sécurité', 'Référent sûreté / sécurité'] },
  {
    code: '2.1',
    labels: [
      'Formations spécifiques (relation client, gestion des conflits, compréhension du fonctionnement social...)',
      'Formations spécifiques (relation client, gestion des conflits, compréhension du fonctionnement social…)',
      'Formations spécifiques',
    ],
  },
  {
    code: '2.2',
    labels: ['Sessions de coordination inter-acteurs', 'Sessions de coordination interacteurs', 'Session de coordination inter-acteurs'],
  },
  { code: '2.3', labels: ['Dispositifs de soutien', 'Dispositif de soutien', 'Dispositifs de soutien aux équipes'] },
  { code: '3.1', labels: ['Renforcement nettoyage', 'Renforcement du nettoyage', 'Renforcement du nettoyage des parties communes'] },
  { code: '3.2', labels: ['Effacement de tags et graffitis', 'Enlèvement de tags et graffitis', 'Enlèvement des tags et graffitis'] },
  {
    code: '3.3',
    labels: [
      "Renforcement maintenance équipements et amélioration des délais d'intervention",
      'Renforcement maintenance équipements et amélioration des délais d’intervention',
      "Renforcement de la maintenance des équipements et amélioration des délais d'intervention",
    ],
  },
  {
    code: '3.4',
    labels: [
      'Réparations des équipements vandalisés (ascenseurs...)',
      'Réparations des équipements vandalisés (ascenseurs…)',
      'Réparation des équipements vandalisés',
    ],
  },
  { code: '4.1', labels: ['Gestion des encombrants', 'Gestion des encombrants et dépôts sauvages', 'Enlèvement des encombrants'] },
  {
    code: '4.2',
    labels: [
      'Renforcement ramassage papiers et détritus',
      'Renforcement du ramassage des papiers et détritus',
      'Ramassage papiers et détritus',
    ],
  },
  { code: '4.3', labels: ['Enlèvement des épaves', 'Enlèvement d’épaves', 'Enlèvement des véhicules épaves'] },
  {
    code: '4.4',
    labels: ['Amélioration de la collecte des déchets', 'Amélioration de la collecte', 'Amélioration de la collecte des déchets ménagers'],
  },
  { code: '5.1', labels: ['Dispositif tranquillité', 'Dispositifs de tranquillité', 'Dispositif de tranquillité résidentielle'] },
  { code: '5.2', labels: ['Vidéosurveillance (fonctionnement)', 'Vidéosurveillance', 'Vidéo-surveillance (fonctionnement)'] },
  { code: '5.3', labels: ['Surveillance des chantiers', 'Surveillance de chantiers'] },
  { code: '5.4', labels: ['Analyse des besoins en vidéosurveillance', 'Analyse des besoins en vidéo-surveillance'] },
  {
    code: '6.1',
    labels: [
      'Végétalisation du quartier, renforcement de la biodiversité locale',
      'Végétalisation du quartier, renforcement de la biodiversité locale,',
      'Végétalisation du quartier et biodiversité locale',
    ],
  },
  {
    code: '6.2',
    labels: [
      'Participation / implication / formation des locataires et associations de locataires',
      'Participation/implication/formation des locataires et associations de locataires',
      'Participation, implication et formation des locataires et de leurs associations',
    ],
  },
  {
    code: '6.3',
    labels: [
      'Dispositifs spécifiques à la sensibilisation à la maîtrise des charges, collecte sélective, nouveaux usages, gestes éco-citoyens, etc.',
      'Dispositifs spécifiques à la sensibilisation à la maîtrise des charges, collecte sélective, nouveaux usages, gestes éco-citoyens…',
      'Dispositif spécifique à la sensibilisation, à la maîtrise des charges, collecte sélective, nouveaux usages, gestes éco-citoyens',
    ],
  },
  { code: '6.4', labels: ['Enquêtes de satisfaction territorialisées', 'Enquête de satisfaction territorialisée'] },
  {
    code: '7.1',
    labels: [
      'Soutien aux actions favorisant le « vivre ensemble »',
      'Soutien aux actions favorisant le "vivre ensemble"',
      'Soutien aux actions favorisant le vivre-ensemble',
    ],
  },
  {
    code: '7.2',
    labels: [
      "Actions d'accompagnement social spécifiques",
      'Actions d’accompagnement social spécifiques',
      "Actions d'accompagnement social spécifique",
    ],
  },
  {
    code: '7.3',
    labels: [
      "Services spécifiques aux locataires (ex : portage de courses en cas de pannes d'ascenseurs)",
      "Services spécifiques au locataires (ex : portage de courses en cas de pannes d'ascenseurs ...)",
      'Services spécifiques aux locataires',
    ],
  },
  {
    code: '7.4',
    labels: [
      "Actions d'insertion (chantiers jeunes, chantiers d'insertion)",
      'Actions d’insertion (chantiers jeunes, chantiers d’insertion)',
      "Actions d'insertion",
    ],
  },
  {
    code: '7.5',
    labels: [
      'Mise à disposition de locaux associatifs ou de services',
      'Mise à disposition de locaux associatifs ou de service',
      'Mise à disposition de locaux',
    ],
  },
  {
    code: '8.1',
    labels: [
      "Petits travaux d'amélioration du cadre de vie (réfection hall d'immeubles / cages d'escaliers, éclairage, sécurisation abords, résidentialisation, signalétique...)",
      'Petits travaux d’amélioration du cadre de vie (éclairage, sécurisation des abords, résidentialisation, signalétique…)',
      "Petits travaux d'amélioration du cadre de vie",
    ],
  },
  { code: '8.2', labels: ['Surcoûts de remise en état des logements', 'Surcoût de remise en état des logements'] },
  {
    code: '8.3',
    labels: [
      'Travaux de sécurisation (gestion des caves, digicodes, Vigik...)',
      'Travaux de sécurisation (gestion des caves, digicode, Vigik)',
      'Travaux de sécurisation',
    ],
  },
];

export const axeOf = (code: string): number => Number(code.slice(0, 1));

/** The number the action has in its own version of the framework: without 6.1, the 2015 model counts axe 6 from the participation on. */
export function numberInVersion(code: string, version: Version): string {
  if (version !== '2015' || axeOf(code) !== 6) return code;
  return `6.${Number(code.slice(2)) - 1}`;
}

export function axeLabels(number: number, version: Version): readonly string[] {
  return AXES.find((axe) => axe.number === number)?.labels[version] ?? [];
}

export function actionLabels(code: string): readonly string[] {
  return ACTIONS.find((action) => action.code === code)?.labels ?? [];
}

/** Codes a programme of this version can list. */
export function codesOf(version: Version): readonly string[] {
  return ACTIONS.map((action) => action.code).filter((code) => version !== '2015' || code !== '6.1');
}
