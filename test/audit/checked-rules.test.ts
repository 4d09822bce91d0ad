import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Fait } from '../../src/model/fait.ts';
import { CHECKED_RULES } from '../../src/stages/audit/rules/checked/index.ts';
import { DOCUMENT_RULES } from '../../src/stages/audit/rules/document/index.ts';
import { found, lines, notVerifiable, statedTotal, type DocumentSaid } from '../support/audited.ts';
import { placeAt } from '../support/programmes.ts';

/** Each rule on a case that it finds and on one that it passes, with the figures of its message. */
interface Case {
  readonly rule: string;
  readonly fires: DocumentSaid;
  readonly says: RegExp;
  readonly passes: DocumentSaid;
}

const EARLIER = { description: 'Nettoyage renforcé du vendredi' };
const fact = (rest: Partial<Fait>): Fait => ({
  sujet: 'logements',
  valeur: '',
  montant: null,
  nombre: null,
  date: null,
  periode: null,
  phrase: 'dont 41 logements en QPV.',
  place: placeAt(0, 3),
  programme: null,
  ...rest,
});
const shared = 'Accompagnement de dix ménages en situation difficile par une association';
const mediation =
  'Équipe de médiation sociale favorisant le vivre-ensemble auprès des familles et des jeunes, dialogue, prévention des conflits de voisinage en soirée';
const voisins =
  'Engager une réflexion avec le collectif pour la mise en place de voisins bienveillants, actions collectives sur le respect, la propreté et le partage, réunion mensuelle';

const CASES: readonly Case[] = [
  {
    rule: 'valorise_superieur',
    fires: lines({ figures: { total: '1000.00', valorise: '1200.00' } }),
    says: /valorise 1 200,00 € pour une dépense totale de 1 000,00 €/u,
    passes: lines({ figures: { total: '1000.00', valorise: '1000.00' } }),
  },
  {
    rule: 'taux_incoherent',
    fires: lines({ taux: '50', figures: { total: '1000.00', valorise: '700.00' } }),
    says: /taux de 50 % ; 700,00 € valorisés pour 1 000,00 € font 70 %/u,
    passes: lines({ taux: '33', figures: { total: '3000.00', valorise: '1000.00' } }),
  },
  {
    rule: 'taux_incoherent',
    fires: lines({ taux: '100', figures: { total: '45000.00', autre: '20000.00', valorise: '22500.00' } }),
    says: /22 500,00 € valorisés pour 45 000,00 € font 50 %/u,
    passes: lines({ taux: '100', figures: { total: '45000.00', autre: '22500.00', valorise: '22500.00' } }),
  },
  {
    rule: 'realise_superieur',
    fires: lines({ figures: { prevu: '10000.00', realise: '14000.00' } }),
    says: /14 000,00 € pour 10 000,00 € prévus : 40 % de plus \(seuil réglé à 20 %\)/u,
    passes: lines({ figures: { prevu: '1000.00', realise: '1900.00' } }),
  },
  {
    rule: 'report_sans_accord',
    fires: lines({ figures: { prevu: '10.00', reporte: '500.00' } }),
    says: /Report de 500,00 € sans mention/u,
    passes: lines({ description: 'Report validé en comité de pilotage', figures: { prevu: '10.00', reporte: '500.00' } }),
  },
  {
    rule: 'report_sans_accord',
    fires: {
      ...lines({ figures: { prevu: '10.00', reporte: '500.00' } }),
      faits: [fact({ sujet: 'accord_report', programme: 1 }), fact({ sujet: 'clause_report' })],
    },
    says: /Report de 500,00 € sans mention, dans le programme ni dans le texte/u,
    passes: { ...lines({ figures: { prevu: '10.00', reporte: '500.00' } }), faits: [fact({ sujet: 'accord_report', programme: 0 })] },
  },
  {
    rule: 'report_sans_accord',
    fires: lines({ description: 'Report soumis à la validation du comité de pilotage', figures: { prevu: '10.00', reporte: '500.00' } }),
    says: /Report de 500,00 € sans mention/u,
    passes: lines({ description: 'Report vu en COPIL du 3 mars', figures: { prevu: '10.00', reporte: '500.00' } }),
  },
  {
    rule: 'concentration_axe',
    fires: lines({ action: '8.3', figures: { prevu: '9000.00' } }, { action: '7.1', figures: { prevu: '1000.00' } }, { action: '3.1' }),
    says: /L'axe 8 porte 90 % des dépenses prévues \(2026\) : 9 000,00 € sur 10 000,00 € \(seuil réglé à 75 % ; le référentiel n'en fixe pas\)/u,
    passes: lines({ action: '8.3', figures: { prevu: '7000.00' } }, { action: '7.1', figures: { prevu: '3000.00' } }, { action: '3.1' }),
  },
  {
    rule: 'abattement_depasse',
    fires: {
      programmes: [
        {
          lines: [{ figures: { 'realise 2021-2022': '74659.00' } }],
          totals: [statedTotal('abattement 2021-2022', '17116.00')],
        },
      ],
    },
    says: /2021-2022 : 74 659,00 € valorisés ou engagés pour 17 116,00 € d'abattement, 4,4 fois plus/u,
    passes: {
      programmes: [
        { lines: [{ figures: { 'realise 2021-2022': '18000.00' } }], totals: [statedTotal('abattement 2021-2022', '17116.00')] },
      ],
    },
  },
  {
    rule: 'abattement_non_couvert',
    fires: {
      ...lines({ figures: { 'prevu 2026': '400.00' } }),
      faits: [fact({ sujet: 'abattement', montant: new Decimal(1000), periode: { debut: 2026, fin: 2026 } })],
    },
    says: /400,00 € valorisés ou engagés pour 1 000,00 € d'abattement, soit 40 % seulement/u,
    passes: {
      ...lines({ figures: { 'prevu 2026': '900.00' } }),
      faits: [fact({ sujet: 'abattement', montant: new Decimal(1000), periode: { debut: 2026, fin: 2026 } })],
    },
  },
  {
    // 18 000 € with tax for 33 000 €; that it is 15 000 € without tax is the same money.
    rule: 'abattement_non_couvert',
    fires: {
      programmes: [{ lines: [{ figures: { 'prevu 2026 ht': '15000.00', 'prevu 2026 ttc': '18000.00' } }] }],
      faits: [fact({ sujet: 'abattement', montant: new Decimal(33000), periode: { debut: 2026, fin: 2026 } })],
    },
    says: /18 000,00 € valorisés ou engagés pour 33 000,00 € .* colonne « prevu 2026 ttc »\)/u,
    passes: {
      programmes: [{ lines: [{ figures: { 'prevu 2026 ht': '15000.00', 'prevu 2026 ttc': '18000.00' } }] }],
      faits: [fact({ sujet: 'abattement', montant: new Decimal(18000), periode: { debut: 2026, fin: 2026 } })],
    },
  },
  {
    rule: 'total_partage',
    fires: {
      programmes: [
        { lines: [{ figures: { prevu: '300.00' } }], heading: { quartier: 'Les Fleurs' } },
        {
          lines: [{ figures: { prevu: '200.00' } }],
          heading: { quartier: 'Les Pins' },
          totals: [statedTotal('prevu', '200.00', '0-0-prevu', '1-0-prevu')],
        },
      ],
    },
    says: /200,00 €.* additionne aussi des lignes de ce programme ; il est rangé avec le programme « Les Pins »/u,
    passes: {
      programmes: [
        { lines: [{ figures: { prevu: '300.00' } }] },
        { lines: [{ figures: { prevu: '200.00' } }], totals: [statedTotal('prevu', '200.00', '1-0-prevu')] },
      ],
    },
  },
  {
    rule: 'mediateurs_deux_fois',
    fires: lines(
      { action: '1.1', description: 'Gardiens et médiateurs de la tour', figures: { prevu: '4000.00' } },
      { action: '1.2', description: 'Deux médiateurs', figures: { prevu: '6000.00' } },
    ),
    says: /compte des médiateurs en 1\.1 \(4 000,00 €\).*1\.2 en compte aussi \(6 000,00 €\)/u,
    passes: lines(
      { action: '1.1', description: 'Gardiens', figures: { prevu: '4000.00' } },
      { action: '1.2', figures: { prevu: '6000.00' } },
    ),
  },
  {
    rule: 'apres_contrat',
    fires: lines({ figures: { 'prevu 2031': '500.00' } }),
    says: /inscrites pour 2031, après la fin du contrat de ville \(2030\)/u,
    passes: lines({ figures: { 'prevu 2030': '500.00' } }),
  },
  {
    rule: 'renforcement_absent',
    fires: lines({
      action: '1.1',
      description: 'QPV : 1,2 ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts',
      figures: { surcout: '2000.00' },
    }),
    says: /compte 2 000,00 € sans renforcement : 1,2 ETP pour 100 logements dans le quartier, 1,6 ailleurs/u,
    passes: lines({
      action: '1.1',
      description: 'QPV : 1,9 ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts',
      figures: { surcout: '2408.00' },
    }),
  },
  {
    rule: 'presence_inferieure',
    fires: lines({ action: '1.1', description: 'QPV : 1,2 ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts', figures: { surcout: null } }),
    says: /Présence non renforcée .* aucun montant n'est compté/u,
    passes: lines({ action: '1.1', description: 'QPV : 1,9 ETP / 100 logts - Hors QPV : 1,6 ETP / 100 logts', figures: { surcout: null } }),
  },
  {
    rule: 'calcul_arrondi',
    fires: lines({ description: '(env 40 personnes - 8h/an à 25,50€/h)', figures: { prevu: '8200.00' } }),
    says: /40 × 8 × 25,50 = 8 160,00 €, inscrit 8 200,00 € : arrondi de 40,00 €/u,
    passes: lines({ description: '40 personnes, 8 séances', figures: { prevu: '8200.00' } }),
  },
  {
    rule: 'calcul_conforme',
    fires: lines({ description: 'Loyer de 310 € par mois pris en charge', figures: { prevu: '3720.00' } }),
    says: /310 × 12 = 3 720,00 €, exactement le montant inscrit/u,
    passes: lines({ description: 'Loyer pris en charge', figures: { prevu: '3720.00' } }),
  },
  {
    rule: 'calcul_ecart',
    fires: lines({ description: '9 enlèvements à 150 €', figures: { prevu: '2000.00' } }),
    says: /9 × 150 = 1 350,00 €, inscrit 2 000,00 € : écart de 650,00 €/u,
    passes: lines({ description: '9 enlèvements à 150 € et frais de dossier de 650 €', figures: { prevu: '2000.00' } }),
  },
  {
    rule: 'surcout_negatif',
    fires: lines({ description: 'QPV : 2 100€/attribution - Hors QPV : 2 252€/attribution', figures: { surcout: '5000.00' } }),
    says: /surcoût de 5 000,00 € alors que le quartier ne coûte pas plus cher : .* = -152,00 €/u,
    passes: lines({ description: 'QPV : 2 372€/attribution - Hors QPV : 2 252€/attribution', figures: { surcout: '13568.00' } }),
  },
  {
    rule: 'logements_implicites',
    fires: {
      programmes: [
        {
          lines: [{ description: 'QPV : 1 200€ / logt - Hors QPV : 400€ / logt', figures: { surcout: '16000.00' } }],
          heading: { logements: 31 },
        },
      ],
    },
    says: /× 31 logements \(en-tête\) = 24 800,00 €, inscrit 16 000,00 €, ce qui correspond à 20 logements/u,
    passes: {
      programmes: [
        {
          lines: [{ description: 'QPV : 1 200€ / logt - Hors QPV : 400€ / logt', figures: { surcout: '16000.00' } }],
          heading: { logements: 20 },
        },
      ],
    },
  },
  {
    // The text counts the dwellings itself; those refitted are some of the quartier's.
    rule: 'logements_implicites',
    fires: {
      programmes: [
        {
          lines: [
            {
              action: '8.2',
              description: '1 850 € par logement en QPV contre 1 430 € hors QPV, 38 logements',
              figures: { surcout: '17640.00' },
            },
          ],
          heading: { logements: 412 },
        },
      ],
    },
    says: /× 38 logements \(texte\) = 15 960,00 €, inscrit 17 640,00 €, ce qui correspond à 42 logements/u,
    passes: {
      programmes: [
        {
          lines: [
            {
              action: '8.2',
              description: '1 850 € par logement en QPV contre 1 430 € hors QPV, 38 logements',
              figures: { surcout: '15960.00' },
            },
            { action: '8.2', description: '1 850 € par logement en QPV contre 1 430 € hors QPV', figures: { surcout: '15960.00' } },
          ],
          heading: { logements: 412 },
        },
      ],
    },
  },
  {
    rule: 'calcul_ecart',
    fires: lines({ description: 'Secourisme : 14 agents x 320 €', figures: { prevu: '5200.00' } }),
    says: /14 × 320 = 4 480,00 €, inscrit 5 200,00 € : écart de 720,00 €/u,
    passes: lines(
      { description: 'Secourisme : 14 agents x 320 €', taux: '50', figures: { valorise: '2240.00' } },
      { description: 'Secourisme : 14 agents x 320 €', figures: { 'prevu 2025-2027': '13440.00' } },
      { description: '1 850 € par logement en QPV contre 1 430 € hors QPV, 38 logements', figures: { surcout: '15960.00' } },
    ),
  },
  {
    rule: 'code_qp_generation',
    fires: { programmes: [{ lines: [{}], heading: { codeQp: 'QP001003' } }] },
    says: /« QP001003 » est de la liste de 2015, le programme est pour 2026/u,
    passes: { programmes: [{ lines: [{}], heading: { codeQp: 'QP001003', periode: { debut: 2023, fin: 2023 } } }] },
  },
  {
    rule: 'code_qp_generation',
    fires: { programmes: [{ lines: [{}], heading: { codeQp: 'QN00103M', periode: { debut: 2023, fin: 2023 } } }] },
    says: /« QN00103M » est de la liste de 2024, le programme est pour 2023/u,
    passes: { programmes: [{ lines: [{}], nature: 'bilan', heading: { codeQp: 'QN00103M', periode: { debut: 2023, fin: 2023 } } }] },
  },
  {
    rule: 'code_qp_territoire',
    fires: { programmes: [{ lines: [{}], heading: { commune: 'Dijon', codeInsee: '21231' } }] },
    says: /du département 01, la commune Dijon \(21231\) est d'un autre/u,
    passes: { programmes: [{ lines: [{}] }] },
  },
  {
    rule: 'total_double',
    fires: {
      programmes: [
        {
          lines: [{ figures: { prevu: '500.00' } }],
          totals: [statedTotal('prevu', '500.00', '0-0-prevu'), statedTotal('prevu', '650.00', '0-0-prevu')],
        },
      ],
    },
    says: /deux valeurs : 500,00 € \(page 1\), puis 650,00 €/u,
    passes: { programmes: [{ lines: [{ figures: { prevu: '500.00' } }], totals: [statedTotal('prevu', '500.00', '0-0-prevu')] }] },
  },
  {
    rule: 'report_incoherent',
    fires: {
      programmes: [
        {
          lines: [EARLIER],
          totals: [
            statedTotal('abattement 2019-2020', '14656.00'),
            statedTotal('realise 2019-2020', '11535.00'),
            statedTotal('reporte 2021-2022', '3021.00'),
          ],
        },
      ],
    },
    says: /14 656,00 € − 11 535,00 € = 3 121,00 €, le report inscrit est de 3 021,00 €/u,
    passes: {
      programmes: [
        {
          lines: [EARLIER],
          totals: [
            statedTotal('abattement 2019-2020', '14656.00'),
            statedTotal('realise 2019-2020', '11535.00'),
            statedTotal('reporte 2021-2022', '3121.00'),
          ],
        },
      ],
    },
  },
  {
    rule: 'ligne_repetee',
    fires: {
      programmes: ['Nord', 'Sud'].map((quartier) => ({
        lines: [{ description: shared, figures: { prevu: '2500.00' } }],
        heading: { quartier },
      })),
    },
    says: /\(2 500,00 €\) figure à l'identique pour Nord et pour Sud/u,
    passes: {
      programmes: ['2500.00', '2600.00'].map((prevu) => ({
        lines: [{ description: shared, figures: { prevu } }],
        heading: { quartier: prevu },
      })),
    },
  },
  {
    rule: 'meme_texte_deux_actions',
    fires: { programmes: ['7.1', '5.1'].map((action) => ({ lines: [{ action, description: voisins }] })) },
    says: /rangée en 5\.1 ici, le même texte en 7\.1 page 1/u,
    passes: { programmes: ['7.1', '7.1'].map((action) => ({ lines: [{ action, description: voisins }] })) },
  },
  {
    // Médiation may be filed in 5.1 or in 7.1, not in 1.2.
    rule: 'meme_texte_deux_actions',
    fires: { programmes: ['7.1', '1.2'].map((action) => ({ lines: [{ action, description: mediation }] })) },
    says: /rangée en 1\.2 ici, le même texte en 7\.1 page 1/u,
    passes: { programmes: ['7.1', '5.1'].map((action) => ({ lines: [{ action, description: mediation }] })) },
  },
  {
    rule: 'logements_differents',
    fires: { programmes: [{ lines: [EARLIER], heading: { logements: 42 } }], faits: [fact({ nombre: 41, programme: 0 })] },
    says: /L'en-tête compte 42 logements, le texte page 3 41 : « dont 41 logements en QPV\. »/u,
    passes: { programmes: [{ lines: [EARLIER], heading: { logements: 41 } }], faits: [fact({ nombre: 41, programme: 0 })] },
  },
  {
    rule: 'signataire_absent',
    fires: {
      nature: 'convention',
      convention: { bailleur: 'Bugey Habitat', epci: null, communes: ['Oyonnax'], quartiers: [], periode: null },
      faits: [
        fact({ sujet: 'partie', phrase: 'La Ville, représentée par son maire,' }),
        fact({ sujet: 'partie', phrase: '- Bugey Habitat, organisme HLM,' }),
      ],
      programmes: [],
    },
    says: /manquent : l'État, l'intercommunalité\./u,
    passes: {
      nature: 'convention',
      convention: { bailleur: 'Bugey Habitat', epci: 'Haut-Bugey Agglomération', communes: ['Oyonnax'], quartiers: [], periode: null },
      faits: [
        fact({ sujet: 'partie', phrase: 'L’État, représenté par la préfète,' }),
        fact({ sujet: 'partie', phrase: '- Bugey Habitat, organisme HLM,' }),
      ],
      programmes: [],
    },
  },
  {
    rule: 'programme_non_reconnu',
    fires: { programmes: [], unreadPages: [placeAt(4)] },
    says: /aucun programme n'y a été reconnu : ses montants ne sont pas dans la base/u,
    passes: { programmes: [], unreadPages: [] },
  },
  {
    rule: 'article_cgi_errone',
    fires: { programmes: [], faits: [fact({ sujet: 'article_cgi', valeur: '1338 bis' })] },
    says: /cite l'article 1338 bis/u,
    passes: { programmes: [], faits: [fact({ sujet: 'article_cgi', valeur: '1388 bis' })] },
  },
];

describe.each(CASES)('$rule', ({ rule, fires, says, passes }) => {
  it('is found once, with its figures', () => {
    const constats = found(fires, rule);
    expect(constats).toHaveLength(1);
    expect(constats[0]?.message).toMatch(says);
    expect(constats[0]?.gravite).not.toBe('erreur');
  });

  it('is not found where it is kept', () => {
    expect(found(passes, rule)).toEqual([]);
  });
});

/** By principle: the action a line is filed under with words that meet it, and words that do not. */
const PRINCIPLES: readonly (readonly [code: string, action: string, meets: string, vers: string | null, keeps: string])[] = [
  ['video_investissement', '5.2', 'Pose de neuf caméras dans les halls', '8.3', 'Maintenance de neuf caméras'],
  ['video_fonctionnement', '8.3', 'Abonnement et maintenance des caméras', '5.2', 'Pose de caméras'],
  ['sensibilisation_dechets', '7.4', 'Convention pour sensibiliser les habitants au tri', '6.3', 'Chantier de peinture'],
  ['sensibilisation_usages', '7.1', "Sensibilisation aux économies d'énergie", '6.3', 'Repas de quartier'],
  ['vegetalisation', '7.4', "Création d'un jardin partagé", '6.1', 'Chantier jeunes au jardin partagé'],
  ['travaux_local_associatif', '7.5', 'Travaux de remise aux normes du local', '8.1', 'Loyer minoré du local après travaux'],
  ['investissement_axe_7', '7.1', 'Installation de mobilier urbain', '8.1', 'Animation autour du mobilier urbain installé'],
  ['mediation_externalisee', '1.2', 'Médiation de nuit confiée à un prestataire', '5.1', 'Deux médiateurs salariés'],
  ['activites_dsu', '1.3', 'Fête de quartier et ateliers', '7.1', 'Poste chargé des ateliers'],
  ['enquete_satisfaction', '3.1', 'Enquête de satisfaction sur la propreté', '6.4', 'Nettoyage des halls'],
  ['epaves', '3.1', 'Enlèvement de six épaves', '4.3', 'Nettoyage des parkings'],
  [
    'video_investissement',
    '5.2',
    'Système de vidéo-protection : mise en place sur 4 tours',
    '8.3',
    'Remplacement de deux caméras, maintenance',
  ],
  ['travaux_local_associatif', '7.5', "Rénovation électrique du local de l'association", '8.1', 'Local prêté, vacant depuis les travaux'],
  [
    'sensibilisation_dechets',
    '4.4',
    'Information des habitants sur les jours de collecte',
    '6.3',
    'Enlèvement des encombrants, tri en déchetterie',
  ],
  ['activites_dsu', '1.3', 'Goûters et sorties familiales', '7.1', 'Temps passé par le développeur social à préparer la fête'],
  ['investissement_axe_7', '7.1', "Création d'un terrain de pétanque", '8.1', 'Achat de jeux pour enfants (ludothèque)'],
  ['charges_recuperables', '7.2', 'Charges locatives du local prêté', null, 'Suivi des impayés de loyer et de charges'],
  ['agent_communal', '5.1', 'Deux postes de policiers municipaux', null, 'Poste de gardien de nuit en lien avec la police municipale'],
  ['prestation_au_contrat', '3.1', 'Prestation du contrat de nettoyage', null, "Nettoyage au-delà du contrat d'entretien"],
  ['vegetalisation', '7.1', 'Aménagement du jardin partagé', '6.1', "Animation au jardin partagé par l'association"],
  ['vegetalisation', '7.1', 'Création du jardin partagé', '6.1', 'Jardin partagé et repas de quartier'],
  ['vegetalisation', '7.1', 'Plantations du jardin partagé', '6.1', 'Jardin partagé animé par une association'],
  ['tags', '8.1', 'Effacement des tags du porche', '3.2', 'Fresque contre les tags avec les jeunes'],
  ['reparation_vandalisme', '4.4', 'Réparation des bornes après vandalisme', '3.4', 'Pose de bornes enterrées'],
  ['projets_de_locataires', '5.1', 'Projet du collectif d’habitants', '6.2', 'Agents de sécurité en soirée'],
  ['charges_recuperables', '7.5', 'Loyer + ch 300 €', null, 'Loyer 300 € hors charges'],
  ['agent_communal', '5.1', "Salaire d'un agent de la police municipale", null, 'Partenariat avec la police municipale'],
  ['prestation_au_contrat', '3.1', "Prévu au contrat d'entretien", null, "Passage hors contrat d'entretien"],
  ['travaux_local_associatif', '7.5', 'Changement de la porte et des fenêtres du LCR', '8.1', 'Journée portes ouvertes de la salle'],
  ['agent_communal', '5.1', 'Deux agents municipaux payés par le bailleur', null, 'Réunion avec les agents municipaux du quartier'],
  [
    'agent_communal',
    '5.1',
    'Deux ETP de la police municipale',
    null,
    'Équipe de nuit ; appels traités ; police municipale, autres bailleurs',
  ],
  [
    'mediation_externalisee',
    '1.2',
    "Participation à l'association de médiation",
    '5.1',
    'Médiateur en lien avec une association de médiation',
  ],
];

describe.each(PRINCIPLES)('the principle %s', (code, action, meets, vers, keeps) => {
  it('is told with the sentence of the référentiel', () => {
    const constats = found(lines({ action, description: meets, figures: { prevu: '700.00' } }), code);
    expect(constats).toHaveLength(1);
    expect(constats[0]?.message).toContain('700,00 €');
    expect(constats[0]?.message).toMatch(/« .{20,} » \(Référentiel national, juin 2024, /u);
    if (vers !== null) expect(constats[0]?.message).toContain(`la range en ${vers}`);
  });

  it('is kept by other words', () => {
    expect(found(lines({ action, description: keeps, figures: { prevu: '700.00' } }), code)).toEqual([]);
  });
});

describe('the rules together', () => {
  it('each has cases here', () => {
    const covered = new Set(CASES.map(({ rule }) => rule));
    for (const { codes } of [...CHECKED_RULES, ...DOCUMENT_RULES]) for (const code of codes) expect(covered).toContain(code);
  });

  it('say where they are written', () => {
    for (const { source, titre } of [...CHECKED_RULES, ...DOCUMENT_RULES]) {
      expect(source.length).toBeGreaterThan(10);
      expect(titre.length).toBeGreaterThan(10);
    }
  });

  it('that lack their data say so, and only then', () => {
    const bare = notVerifiable(lines({ figures: { prevu: '100.00' } }));
    expect(bare).toContain('dépense valorisée au plus égale à la dépense totale (le programme ne donne pas à la fois');
    expect(bare).toContain("le document ne donne pas le montant de l'abattement");
    expect(notVerifiable(lines({ taux: '100 % hors contrat', figures: { total: '100.00', valorise: '50.00' } }))).toContain(
      'taux de valorisation',
    );
    const both = notVerifiable(lines({ taux: '50', figures: { total: '100.00', valorise: '50.00' } }));
    expect(both).not.toContain('dépense valorisée au plus égale');
    expect(both).not.toContain('taux de valorisation');
  });

  it('that find nothing to compare say so, whatever the columns', () => {
    const apart = notVerifiable(lines({ figures: { total: '100.00' } }, { figures: { valorise: '50.00' } }));
    expect(apart).toContain('dépense valorisée au plus égale');
    expect(notVerifiable(lines({ figures: { 'prevu 2025': '100.00', 'realise 2026': '50.00' } }))).toContain('dépense réalisée proche');
    const unreckoned = notVerifiable(lines({ description: 'Nettoyage', figures: { prevu: '100.00' } }));
    expect(unreckoned).toContain('aucune description ne donne de calcul');
    const bare = {
      ...lines({ figures: { 'prevu 2026': '100.00' } }),
      faits: [fact({ sujet: 'abattement', montant: new Decimal(90), periode: { debut: 2024, fin: 2024 } })],
    };
    expect(notVerifiable(bare)).toContain('ne sont pas donnés pour les mêmes années');
    expect(notVerifiable({ programmes: [{ lines: [{ figures: { prevu: '1.00' } }], heading: { logements: null } }] })).toContain(
      "l'en-tête ne donne pas le nombre de logements",
    );
    expect(notVerifiable({ programmes: [{ lines: [{ figures: { prevu: '1.00' } }], heading: { logements: 12 } }] })).toContain(
      'ni une convention ni le texte',
    );
    const contract = { nature: 'convention' as const, programmes: [] };
    expect(notVerifiable(contract)).toContain("la liste des parties n'a pas été reconnue");
  });

  it('call a contradiction an error only where totals prove both figures', () => {
    const rated = { taux: '50', figures: { total: '1000.00', valorise: '700.00' } };
    const totals = [statedTotal('total', '1000.00', '0-0-total'), statedTotal('valorise', '700.00', '0-0-valorise')];
    expect(found({ programmes: [{ lines: [rated], totals }] }, 'taux_incoherent')[0]?.gravite).toBe('erreur');
    expect(found({ programmes: [{ lines: [rated] }] }, 'taux_incoherent')[0]?.gravite).toBe('alerte');
  });
});
