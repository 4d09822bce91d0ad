/**
 * The programme of Lillers, 2023 (annex of a public convention, known from a scan). Text repaired where the scan's recognition wrecked it.
 * Two of its columns are left out: see the README of the samples.
 */

export const BANDEAU_LILLERS = {
  contrat: "CONTRAT DE VILLE DE LA COMMUNAUTE D'AGGLOMERATION BETHUNE BRUAY ARTOIS LYS ROMANE",
  titre: "Programme d'actions lié à l'abattement de TFPB 2023",
  periode: 'PERIODE 2023',
  commune: 'COMMUNE : LILLERS',
  quartier: ['NOM DU QUARTIER :', 'VILLE CENTRE'],
  abattement: "Montant de l'abattement 2023 : 8535",
  organisme: ['ORGANISME :', 'Pas-de-Calais habitat'],
  logements: 'Nombre de logements dans le quartier : 42',
  qpv: 'N°QPV QP062057',
  engage: "Montant engagé par l'organisme 2023",
} as const;

/** The amount columns, in their order. `rubrique` and `annees` are what the heading says. */
export const COLONNES_LILLERS = [
  { cle: 'abattement2016', groupe: 'BILAN 2016-2018', titre: 'MONTANT ABATTEMENT 2016-2018', rubrique: 'abattement', annees: [2016, 2018] },
  {
    cle: 'reporte2016',
    groupe: 'BILAN 2016-2018',
    titre: 'MONTANT NON ENGAGE REPORTE SUR LA PERIODE 2019-2020',
    rubrique: 'reporte',
    annees: [2019, 2020],
  },
  {
    cle: 'abattement2019',
    groupe: 'BILAN 2019-2020',
    titre: 'MONTANT ABATTEMENT BIENNAL 2019-2020',
    rubrique: 'abattement',
    annees: [2019, 2020],
  },
  {
    cle: 'engage2019',
    groupe: 'BILAN 2019-2020',
    titre: "MONTANT ENGAGE EN CONTREPARTIE DE L'ABATTEMENT",
    rubrique: 'realise',
    annees: [2019, 2020],
  },
  {
    cle: 'reporte2019',
    groupe: 'BILAN 2019-2020',
    titre: 'MONTANT NON ENGAGE REPORTE SUR LA PERIODE 2021-2022',
    rubrique: 'reporte',
    annees: [2021, 2022],
  },
  {
    cle: 'engage2021',
    groupe: 'BILAN 2021-2022',
    titre: "MONTANT ENGAGE EN CONTREPARTIE DE L'ABATTEMENT",
    rubrique: 'realise',
    annees: [2021, 2022],
  },
  {
    cle: 'reporte2021',
    groupe: 'BILAN 2021-2022',
    titre: 'MONTANT NON ENGAGE REPORTE SUR LA PERIODE 2023',
    rubrique: 'reporte',
    annees: [2023, 2023],
  },
  { cle: 'valorise2023', groupe: '2023', titre: 'Dépense valorisée TFPB au titre de 2023 (a)', rubrique: 'valorise', annees: [2023, 2023] },
  {
    cle: 'reaffecte2023',
    groupe: '2023',
    titre: "montant réaffecté à l'année 2023 (action reportée) (b)",
    rubrique: 'reporte',
    annees: [2023, 2023],
  },
  { cle: 'total2023', groupe: '2023', titre: 'Total prévisionnel 2023 (a+b)', rubrique: 'total', annees: [2023, 2023] },
] as const;

export type ColonneLillers = (typeof COLONNES_LILLERS)[number]['cle'];
export type MontantsLillers = Readonly<Partial<Record<ColonneLillers, string>>>;

export interface ActionLillers {
  readonly libelle: string;
  /** In the codes of the référentiel of 2024, inside the axe. */
  readonly code: string;
  readonly montants: MontantsLillers;
}

export interface AxeLillers {
  readonly numero: number;
  readonly libelle: string;
  readonly actions: readonly ActionLillers[];
  readonly sousTotal: MontantsLillers;
}

const action = (code: string, libelle: string, montants: MontantsLillers = {}): ActionLillers => ({ code, libelle, montants });

const RIEN: MontantsLillers = {
  engage2019: '0.00 €',
  engage2021: '0.00 €',
  valorise2023: '0.00 €',
  reaffecte2023: '0.00 €',
  total2023: '0.00 €',
};

export const AXES_LILLERS: readonly AxeLillers[] = [
  {
    numero: 1,
    libelle: 'Renforcement de la présence du personnel de proximité',
    actions: [
      action('1.1', 'Renforcement du gardiennage et surveillance'),
      action('1.2', 'Agents de médiation sociale'),
      action('1.3', 'Agents de développement social et urbain'),
      action('1.4', 'Coordonnateur hlm de la gestion de proximité'),
      action('1.5', 'Référents sécurité'),
    ],
    sousTotal: RIEN,
  },
  {
    numero: 2,
    libelle: 'Formation/soutien des personnels de proximité',
    actions: [
      action('2.1', 'Formations spécifiques (relation client, gestion des conflits, compréhension du fonctionnement social…)'),
      action('2.2', 'Sessions de coordination inter-acteurs'),
      action('2.3', 'Dispositifs de soutien'),
    ],
    sousTotal: RIEN,
  },
  {
    numero: 3,
    libelle: 'Sur-entretien',
    actions: [
      action('3.1', 'Renforcement nettoyage'),
      action('3.2', 'Enlèvement de tags et graffitis'),
      action('3.3', "Renforcement maintenance équipements et amélioration des délais d'intervention"),
      action('3.4', 'Réparations des équipements vandalisés (ascenseurs…)', { engage2019: '1965.00 €', engage2021: '14407.00 €' }),
    ],
    sousTotal: { ...RIEN, engage2019: '1965.00 €', engage2021: '14407.00 €' },
  },
  {
    numero: 4,
    libelle: 'Gestion des déchets et encombrants / épaves',
    actions: [
      action('4.1', 'Gestion des encombrants', { engage2019: '65.00 €' }),
      action('4.2', 'Renforcement ramassage papiers et détritus'),
      action('4.3', 'Enlèvement des épaves'),
      action('4.4', 'Amélioration de la collecte des déchets'),
    ],
    sousTotal: { ...RIEN, engage2019: '65.00 €' },
  },
  {
    numero: 5,
    libelle: 'Tranquillité résidentielle',
    actions: [
      action('5.1', 'Dispositif tranquillité'),
      action('5.2', 'Vidéosurveillance'),
      action('5.3', 'Surveillance des chantiers'),
      action('5.4', 'Analyse des besoins en vidéosurveillance'),
    ],
    sousTotal: RIEN,
  },
  {
    numero: 6,
    libelle: 'Concertation / sensibilisation des locataires',
    actions: [
      action('6.2', 'Participation / implication / formation des locataires et associations de locataires', { engage2019: '1000.00 €' }),
      action(
        '6.3',
        'Dispositif spécifique à la sensibilisation, à la maîtrise des charges, collecte sélective, nouveaux usages, gestes éco-citoyens',
        { engage2019: '7755.00 €' },
      ),
      action('6.4', 'Enquêtes de satisfaction territorialisées'),
    ],
    sousTotal: { ...RIEN, engage2019: '8755.00 €' },
  },
  {
    numero: 7,
    libelle: 'Animation, lien social, vivre ensemble',
    actions: [
      action('7.1', 'Soutien aux actions favorisant le « vivre ensemble »', { engage2019: '250.00 €' }),
      action('7.2', "Actions d'accompagnement social spécifiques", { engage2019: '500.00 €' }),
      action('7.3', "Services spécifiques aux locataires (Ex : portage de courses en cas de pannes d'ascenseurs)"),
      action('7.4', "Actions d'insertion (chantiers jeunes, chantiers d'insertion)"),
      action('7.5', 'Mise à disposition de locaux associatifs ou de services'),
    ],
    sousTotal: { ...RIEN, engage2019: '750.00 €' },
  },
  {
    numero: 8,
    libelle: "Petits travaux d'amélioration de la qualité de service (hors quartiers NPNRU)",
    actions: [
      action('8.1', "Petits travaux d'amélioration du cadre de vie"),
      action('8.2', 'Surcoût de remise en état des logements'),
      action('8.3', 'Travaux de sécurisation (gestion des caves, digicode, Vigik)', {
        engage2021: '60252.00 €',
        valorise2023: '72000.00 €',
        total2023: '72000.00 €',
      }),
    ],
    sousTotal: { ...RIEN, engage2021: '60252.00 €', valorise2023: '72000.00 €', total2023: '72000.00 €' },
  },
];

export const TOTAL_LILLERS: { readonly libelle: string; readonly montants: MontantsLillers } = {
  libelle: 'MONTANT TOTAL PREVISIONNEL',
  montants: {
    abattement2016: '18423.00 €',
    reporte2016: '8830.00 €',
    abattement2019: '14 656.00 €',
    engage2019: '11535.00 €',
    reporte2019: '3121.00 €',
    engage2021: '74 659.00 €',
    reporte2021: '- €',
    valorise2023: '72 000.00 €',
    reaffecte2023: '- €',
    total2023: '72 000.00 €',
  },
};
