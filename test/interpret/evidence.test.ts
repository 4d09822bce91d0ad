import { describe, expect, it } from 'vitest';
import { NEW_PAGE, rows } from '../support/grids.ts';
import { programmeOf, understand } from '../support/understand.ts';
import { actions, HALLS, RONDES, TITLE } from './pages.ts';

describe('files that hold no programme', () => {
  it.each([
    [
      'the budget of a town',
      [
        'Budget primitif 2026 – Commune d’Oyonnax',
        'Section de fonctionnement',
        rows(
          ['Chapitre', 'Libellé', 'Dépenses prévues', 'Recettes'],
          ['011', 'Charges à caractère général', '120 000 €', '-'],
          ['012', 'Charges de personnel', '340 000 €', '-'],
          ['Total', '←', '460 000 €', '460 000 €'],
        ),
      ],
    ],
    [
      'the plan of a town’s own services',
      [
        'Ville d’Étampes – Gestion urbaine de proximité – Plan d’actions 2025 des services municipaux',
        rows(
          ['Axe', 'Action', 'Service pilote', 'Budget ville', 'Subvention attendue'],
          ['Propreté', 'Renforcement nettoyage', 'Propreté urbaine', '48 000 €', '0 €'],
          ['Tranquillité', 'Vidéosurveillance (fonctionnement)', 'Police municipale', '64 000 €', '32 000 €'],
          ['Lien social', 'Chantiers jeunes', 'Jeunesse', '15 500 €', '6 000 €'],
          ['Total', '←', '←', '127 500 €', '38 000 €'],
        ),
        'Les bailleurs présentent leurs propres programmes au titre de l’abattement de TFPB.',
      ],
    ],
    [
      'the grants of a contrat de ville',
      [
        'Contrat de ville – Programmation 2025 – quartier prioritaire La Forge',
        rows(
          ['Axe', 'Porteur', 'Intitulé de l’action', 'Coût total', 'Demandé', 'Accordé État'],
          ['Lien social', 'Centre social', 'Chantiers jeunes', '12 600 €', '6 000 €', '4 000 €'],
          ['Tranquillité', 'Régie', 'Médiation de nuit', '38 000 €', '12 000 €', '8 000 €'],
          ['Cadre de vie', 'Association', 'Jardins partagés', '9 400 €', '4 700 €', '3 000 €'],
          ['Total', '←', '←', '60 000 €', '22 700 €', '15 000 €'],
        ),
      ],
    ],
    [
      'a landlord’s plan of training',
      [
        'Plaine Habitat – Direction des ressources humaines',
        'Plan de formation 2026 des personnels de proximité',
        rows(
          ['Axe', 'Action', 'Coût'],
          ['Axe 1 : relation au locataire', 'Gestion des situations conflictuelles', '14 800 €'],
          ['Axe 2 : sécurité', 'Travail isolé', '12 650 €'],
          ['Axe 3 : énergie', 'Maîtrise des charges', '5 400 €'],
          ['Total', '←', '32 850 €'],
        ),
        'La part des quartiers prioritaires est comptée dans les programmes remis au titre de la TFPB.',
      ],
    ],
    [
      'a landlord’s plan of saving energy, with all of its dwellings',
      [
        'Plaine Habitat – Plan de sobriété 2026',
        'Patrimoine de la plaine, 2 310 logements dont 870 en quartier prioritaire.',
        'Les dépenses ne relèvent pas de l’abattement de taxe foncière.',
        rows(
          ['Axe', 'Action', 'Coût 2026'],
          ['Axe 1 : chauffage', 'Robinets thermostatiques', '38 900 €'],
          ['Axe 2 : éclairage', 'LED en parties communes', '52 300 €'],
          ['Axe 4 : sensibilisation des locataires', 'Ateliers éco-gestes', '6 400 €'],
          ['Total', '←', '97 600 €'],
        ),
      ],
    ],
    [
      'an invoice',
      [
        'Facture n° 2026-114',
        'Nettoyage des halls du quartier prioritaire La Forge, remise de tags',
        rows(
          ['Désignation', 'Quantité', 'Prix unitaire', 'Montant HT'],
          ['Effacement de tags et graffitis', '4', '120 €', '480 €'],
          ['Renforcement nettoyage', '2', '80 €', '160 €'],
          ['Net à payer', '←', '←', '640 €'],
        ),
        'IBAN FR76 0000 0000',
      ],
    ],
    [
      'a table of contents',
      [
        'Convention d’utilisation de l’abattement de TFPB',
        'Sommaire',
        rows(['Préambule', '3'], ['Le programme d’actions', '7'], ['Sur-entretien', '9'], ['Tranquillité résidentielle', '12']),
      ],
    ],
    [
      'a convention that lists the axes without any line',
      [
        'Convention d’utilisation de l’abattement de TFPB dans les quartiers prioritaires',
        'Le programme d’actions porte sur les axes suivants :',
        rows(
          ['Axe', 'Exemples d’actions'],
          ['Sur-entretien', 'Renforcement nettoyage'],
          ['Tranquillité résidentielle', 'Surveillance des chantiers'],
        ),
      ],
    ],
    [
      'a list of quartiers with their dwellings',
      [
        'Convention d’utilisation de l’abattement de TFPB',
        rows(
          ['Quartier', 'Code QPV', 'Nombre de logements'],
          ['La Forge', 'QP001003', '412'],
          ['La Plaine', 'QP001004', '87'],
          ['Total', '', '499'],
        ),
      ],
    ],
    [
      'sums by axe of nobody in particular',
      [
        'L’abattement de TFPB en région : bilan 2023, quartiers prioritaires',
        rows(
          ['Axe', 'Dépenses', 'Part'],
          ['Sur-entretien', '19 800 000 €', '64 %'],
          ['Tranquillité résidentielle', '9 700 000 €', '31 %'],
          ['Petits travaux d’amélioration de la qualité de service', '1 600 000 €', '5 %'],
          ['Total', '31 100 000 €', '100 %'],
        ),
      ],
    ],
    ['plain text', ['Note de service', 'Les agents sont invités à relever les compteurs.']],
  ])('%s', (_, items) => {
    expect(understand(...items).programmes).toEqual([]);
  });

  it('not even an empty frame of a programme', () => {
    expect(understand(TITLE, actions(['Sur-entretien', 'Renforcement nettoyage', '', ''])).programmes).toEqual([]);
  });
});

describe('what makes a programme', () => {
  it('is told without the word programme, by its axes and actions', () => {
    expect(programmeOf('Quartier prioritaire La Forge', actions(HALLS, RONDES)).lines).toHaveLength(2);
  });

  it('may spend nothing, where it names its landlord and quartier and says so for each action; a form that nobody filled in is none', () => {
    const dashes = rows(
      ['Axes', 'Actions', 'Dépense prévisionnelle'],
      ['Sur-entretien', 'Renforcement nettoyage', '-'],
      ['Sur-entretien', 'Effacement des tags', '-'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', '-'],
    );
    const heading = ['Ville : Lens', 'Quartier : Grande Résidence', 'Bailleur : Logis du Nord', 'Année : 2026'];
    expect(programmeOf(TITLE, ...heading, dashes).lines).toHaveLength(3);
    expect(understand(TITLE, 'Ville :', 'Quartier :', 'Bailleur :', dashes).programmes).toEqual([]);
  });

  it('is told after a convention too', () => {
    const document = understand('Convention d’utilisation de l’abattement de TFPB', 'Annexe : programme d’actions', actions(HALLS, RONDES));
    expect(document.programmes).toHaveLength(1);
    expect(document.nature).toBe('programme');
  });
});

describe('pages that look like a programme of which nothing was read', () => {
  const RUN_TOGETHER = ['Sur-entretien 98 200 € 90 % 62 700 € Fait', 'Tranquillité résidentielle 33 600 €', 'Gestion des déchets 21 000 €'];

  it('are told', () => {
    const { programmes, unreadPages } = understand('Programme d’actions TFPB', ...RUN_TOGETHER);
    expect(programmes).toEqual([]);
    expect(unreadPages).toHaveLength(1);
  });

  it('are told by their title and the code of a quartier, where a landlord has his own names for axes and actions', () => {
    const title = 'Habitat du Littoral – Feuille de route TFPB 2025';
    const own = ['Bien dans mon hall 46 100 €', 'Tranquille chez moi 52 000 €', 'Caisson mobile 11 250 €', 'Café des habitants 2 400 €'];
    expect(understand(title, 'Chemin Vert (QP062069)', ...own).unreadPages).toHaveLength(1);
    expect(understand(title, ...own).unreadPages).toEqual([]);
    const perQuartier = [1, 2, 3, 4].map((index) => `Quartier ${String(index)} (QP06206${String(index)}) 46 100 €`);
    expect(understand('Annexe : abattement de TFPB, bilan par quartier', ...perQuartier).unreadPages).toEqual([]);
  });

  it('are told where amounts stand in cells of their own without a sign, under a title that says what they are of', () => {
    const bare = ['Sur-entretien', '98 200', 'Tranquillité résidentielle', '33 600', 'Gestion des déchets', '21 000', 'Montants', '4 200'];
    expect(understand('Programme d’actions TFPB', ...bare).unreadPages).toHaveLength(1);
    expect(understand('Budget primitif de la ville', 'Compensation de l’abattement de TFPB', ...bare).unreadPages).toEqual([]);
  });

  it('are told where the actions stand on one page and the amounts on the next', () => {
    const titles = ['Sur-entretien', 'Tranquillité résidentielle', 'Gestion des déchets et encombrants / épaves'];
    const amounts = ['98 200 €', '33 600 €', '21 000 €', '4 200 €'];
    const { programmes, unreadPages } = understand('Programme d’actions TFPB', ...titles, NEW_PAGE, ...amounts);
    expect(programmes).toEqual([]);
    expect(unreadPages).toMatchObject([{ page: 2 }]);
  });

  it('not where the document is about something else', () => {
    expect(understand('Relevé des dépenses', ...RUN_TOGETHER).unreadPages).toEqual([]);
  });

  it('not for a guide that gives examples', () => {
    const example = 'coût réel supporté par l’organisme, écart entre quartiers (exemple : 1 258 € - 470 € = 788 € par logement)';
    const rows = ['Sur-entretien', 'Tranquillité résidentielle', 'Gestion des déchets et encombrants / épaves'].flatMap((axe) => [
      axe,
      example,
    ]);
    expect(understand('Guide d’utilisation de l’abattement de TFPB', ...rows).unreadPages).toEqual([]);
  });

  it('not for a page that a programme was read from', () => {
    expect(understand(TITLE, actions(HALLS, RONDES)).unreadPages).toEqual([]);
  });
});
