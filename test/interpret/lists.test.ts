import { describe, expect, it } from 'vitest';
import { NEW_PAGE, rows, type Item } from '../support/grids.ts';
import { programmeOf, totalsOf, understand, values, wording } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const HEADING = ['Ville : Lens', 'Quartier : Grande Résidence', 'Bailleur : Logis du Nord', 'Année : 2026'] as const;

function list(...items: readonly Item[]): readonly Item[] {
  return [{ text: TITLE, bold: true, size: 14 }, ...HEADING, ...items];
}

const SURENTRETIEN = { text: 'Axe 3 : Sur-entretien', bold: true, size: 11 };
const TRANQUILLITE = { text: 'Axe 5 : Tranquillité résidentielle', bold: true, size: 11 };

describe('a programme without any table', () => {
  it('takes words set in under a bold item for its description, but shows the money in them', () => {
    const item = (text: string, amount: string, y: number): readonly Item[] => [
      { text, bold: true, y },
      { text: amount, x: 400, y },
    ];
    const said = (words: string) =>
      programmeOf(
        ...list(
          SURENTRETIEN,
          ...item('Nettoyage renforcé', '12 500 €', 220),
          { text: words, x: 70, y: 233 },
          ...item('Effacement des tags', '2 500 €', 252),
          { text: 'Intervention sous 48 heures.', x: 70, y: 265 },
        ),
      );
    const plainly = said('Passage du dimanche dans les halls.');
    expect(plainly.lines.map(({ actionText, description }) => [actionText, description])).toEqual([
      [null, 'Nettoyage renforcé Passage du dimanche dans les halls.'],
      [null, 'Effacement des tags Intervention sous 48 heures.'],
    ]);
    expect(plainly.unread).toEqual([]);
    expect(said('La ville y ajoute 3 000 € de produits.').unread).not.toEqual([]);
  });

  it('of a scan whose total a stamp ran into: says it, or that it cannot be told; a heading that it made larger is one of its axes', () => {
    const under = (total: string) =>
      programmeOf(
        ...list(
          { text: '3 - Sur-entretien', bold: true, size: 11 },
          '• Renforcement du nettoyage des halls : 12 500 €',
          '• Effacement de tags : 2 500 €',
          total,
          { text: '5 - Tranquillité résidentielle 4ARSs', bold: true, size: 13.5 },
          '• Vidéosurveillance (fonctionnement) : 3 000 €',
          'Sous-total : 3 000 €',
        ),
      );
    const told = under('Soit un total de 15 000 € pour cet axgEÇU 4 E');
    expect(totalsOf(told).map(({ stated, portee }) => [stated, portee])).toEqual([
      ['15000.00', 'axe'],
      ['3000.00', 'axe'],
    ]);
    expect(told.unread).toEqual([]);
    expect(under('Soit un total de 15,5 k“. pour cet axe').unread).toHaveLength(1);
  });

  it('has no doubt of what a sentence says of the abattement, and of other money all the same', () => {
    const under = (sentence: string) =>
      programmeOf(
        ...list(
          `Conformément à la convention signée en 2015, nous vous adressons nos actions. ${sentence}`,
          SURENTRETIEN,
          '• Renforcement du nettoyage des halls : 12 500 €',
          '• Effacement de tags : 2 500 €',
        ),
      ).unread;
    expect(under("L'abattement est estimé à 198 000 € pour l'année.")).toEqual([]);
    expect(under("Les travaux financés par l'abattement TFPB s'élèvent à 8 000 € pour la réfection des halls.")).toHaveLength(1);
    expect(under("L'abattement est estimé à 198 000 €. La ville y ajoute 3 000 € de produits.")).toHaveLength(1);
    expect(under("L'abattement est estimé à 198 000 €, dont 3 000 € pour des produits.")).toHaveLength(1);
  });

  it('takes what stands beside a label of its heading for no words of the list', () => {
    const heading = rows(['Ville', 'Lens'], ['Quartier', 'Grande Résidence'], ['Nb logements', '439 logements']);
    const programme = programmeOf(
      { text: TITLE, bold: true, size: 14 },
      heading,
      'Les dépenses sont hors charges récupérables.',
      SURENTRETIEN,
      '• Renforcement du nettoyage des halls : 12 500 €',
      '• Effacement de tags : 2 500 €',
    );
    expect(programme.heading).toMatchObject({ quartier: 'Grande Résidence', logements: 439 });
    expect(programme.lines.map(values)).toEqual([['12500.00'], ['2500.00']]);
  });

  it('takes an action whose words name its axe too for an item, though it is set as the headings are', () => {
    const programme = programmeOf(
      ...list(
        'Animation, lien social, vivre ensemble',
        'Soutien aux actions favorisant le vivre-ensemble : 27 620 €',
        'Chantiers d’insertion : 19 000 €',
        'Sous-total : 46 620 €',
      ),
    );
    expect(programme.lines.map(values)).toEqual([['27620.00'], ['19000.00']]);
    expect(totalsOf(programme).map(({ stated }) => stated)).toEqual(['46620.00']);
  });

  it('takes bullets set deeper than the items for what is told of these', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '• Renforcement du nettoyage des halls (12 500 €)',
        { text: '• douze halls concernés', x: 70 },
        { text: '• convention de 2023, 54 000 € sur trois ans', x: 70 },
        '• Effacement de tags (2 500 €)',
        'Le montant total de ces actions est de 15 000 €.',
      ),
    );
    expect(programme.lines.map(values)).toEqual([['12500.00'], ['2500.00']]);
    expect(programme.lines[0]?.description).toContain('douze halls concernés convention de 2023');
    expect(programme.unread).toEqual([]);
  });

  it('reads a name, what is said of it and its cost one under the other, and what each axe costs', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: 'Action 3.1 — Nettoyage des halls', bold: true },
        'Deux passages de plus par semaine.',
        'Budget : 12 500 €',
        { text: 'Action 3.2 — Effacement de tags', bold: true },
        'Sous 48 heures.',
        'Budget : 2 500 €',
        'Budget de l’axe : 15 000 €',
        TRANQUILLITE,
        { text: 'Action 5.1 — Rondes de nuit', bold: true },
        'De novembre à mars.',
        'Budget : 6 000 €',
        'Budget de l’axe : 6 000 €',
      ),
    );
    expect(programme.lines.map(values)).toEqual([['12500.00'], ['2500.00'], ['6000.00']]);
    expect(programme.lines[0]?.description).toContain('Deux passages');
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['15000.00', 'axe', 2],
      ['6000.00', 'axe', 1],
    ]);
  });

  it('reads sentences that point back at their axe, whatever their verb, and leaves the tax beside a total', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '• Renforcement du nettoyage des halls : 12 500 €',
        '• Effacement de tags : 2 500 €',
        'Au titre de cet axe, 15 000 € seront mobilisés.',
        TRANQUILLITE,
        '• Rondes de nuit : 6 000 €',
        '• Surveillance des chantiers : 1 000 €',
        'Ces deux actions coûteront 7 000 €.',
        'Au total, 22 000 € iront à ces actions, pour un abattement estimé à 24 500 €.',
      ),
    );
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['15000.00', 'axe', 2],
      ['7000.00', 'axe', 2],
      ['22000.00', 'programme', 4],
    ]);
  });

  it('takes a total that bears the mark of the heading above for its, whatever axe has that number', () => {
    const programme = programmeOf(
      ...list(
        { text: 'I. Sur-entretien', bold: true },
        'a) Renforcement du nettoyage des halls (12 500 €) ;',
        'b) Effacement de tags (2 500 €) ;',
        'Total I : 15 000 €',
        { text: 'II. Gestion des déchets', bold: true },
        'a) Gestion des encombrants (4 000 €) ;',
        'Total II : 4 000 €',
        { text: 'III. Tranquillité résidentielle', bold: true },
        'a) Rondes de nuit (6 000 €) ;',
        'Total III : 6 500 €',
        { text: 'Total I + II + III : 25 000 €', bold: true },
      ),
    );
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['15000.00', 'axe', 2],
      ['4000.00', 'axe', 1],
      ['6500.00', 'axe', 1],
      ['25000.00', 'programme', 4],
    ]);
  });

  it('reads headings, items and sentences that state totals', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- Renforcement du nettoyage des halls : 12 500 € TTC',
        '- Enlèvement de tags – Effacement sous 48 heures : 2 500 € TTC',
        'Soit un total de 15 000 € TTC pour cet axe.',
        TRANQUILLITE,
        '- Rondes de nuit : 6 000 € TTC',
        'Le montant total du programme d’actions s’élève à 21 000 € TTC.',
      ),
    );
    expect(programme.lines.map(wording)).toEqual([
      'Axe 3 : Sur-entretien | - | Renforcement du nettoyage des halls',
      'Axe 3 : Sur-entretien | Enlèvement de tags | Effacement sous 48 heures',
      'Axe 5 : Tranquillité résidentielle | - | Rondes de nuit',
    ]);
    expect(programme.lines.map(values)).toEqual([['12500.00'], ['2500.00'], ['6000.00']]);
    expect(programme.lines.map(({ amounts }) => amounts[0]?.taxe)).toEqual(['ttc', 'ttc', 'ttc']);
    expect(totalsOf(programme)).toMatchObject([
      { stated: '15000.00', portee: 'axe', covers: ['Renforcement du nettoyage des halls', 'Effacement sous 48 heures'] },
      { stated: '21000.00', portee: 'programme' },
    ]);
    expect(programme.heading).toMatchObject({ commune: 'Lens', quartier: 'Grande Résidence', periode: { debut: 2026, fin: 2026 } });
  });

  it('knows a heading of an axe though its size was seen a little otherwise on another scanned page', () => {
    const programme = programmeOf(
      ...list(
        { text: 'Tranquillité résidentielle', bold: true, size: 13 },
        '• Rondes de nuit (6 000 €)',
        NEW_PAGE,
        { text: 'Animation, lien social et vivre-ensemble', bold: true, size: 11.5 },
        '• Chantiers argent de poche (2 500 €)',
      ),
    );
    expect(programme.lines.map(({ axeText }) => axeText)).toEqual([
      'Tranquillité résidentielle',
      'Animation, lien social et vivre-ensemble',
    ]);
  });

  it.each([
    ['bullets', '• ', ''],
    ['dashes', '– ', ''],
    ['letters as bullets', 'o ', ''],
    ['numbers, which are no codes', '2. ', ''],
    ['nothing', '', ''],
  ])('takes items led by %s', (_, lead) => {
    const programme = programmeOf(...list(SURENTRETIEN, `${lead}Nettoyage des halls : 3 000 €`, `${lead}Lavage des parkings : 1 000 €`));
    expect(programme.lines.map(({ description }) => description)).toEqual(['Nettoyage des halls', 'Lavage des parkings']);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['1000.00']]);
  });

  it('goes on over a line that ends between a unit price and the amount, or inside the amount', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: '- Remplacement de l’éclairage des parkings - Coût unitaire estimé à 5 € HT : 12', y: 400 },
        { text: '700 € TTC', y: 412 },
        { text: '- Analyse de la pratique - Coût unitaire estimé à 650 € HT –', y: 424 },
        { text: '90 000 € TTC', y: 436 },
      ),
    );
    expect(programme.lines.map(values)).toEqual([['12700.00'], ['90000.00']]);
  });

  it('goes on with a unit price under an item whose amount stands apart, and takes a dash for what parts words from amount', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: '- Remise en état des boîtes aux lettres vandalisées, 45 unités à', y: 400 },
        { text: '16 000 €', x: 480, y: 400 },
        { text: '90,50 €', y: 412 },
        { text: '- Formation à l’accueil du public fragilisé - Échéance septembre 2017', y: 440 },
        { text: '– 3 500 €', y: 452 },
      ),
    );
    expect(programme.lines.map(values)).toEqual([['16000.00'], ['3500.00']]);
    expect(programme.unread).toEqual([]);
  });

  it('puts together an amount cut at the end of its line, and leaves a unit price in brackets to the words', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: '- Création de 7 points d’apport volontaire enterrés3', y: 400 },
        { text: '000,00 €', y: 412 },
        { text: '- Soutien au fonctionnement de l’amicale (45€ par', y: 440 },
        { text: '14 400 €', x: 480, y: 440 },
        { text: 'logement)', y: 452 },
      ),
    );
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['14400.00']]);
    expect(programme.unread).toEqual([]);
  });

  it('takes amounts before the words, in brackets, in k€, on the following line and in a column of their own', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- 3 000 € – Nettoyage des halls',
        '- Lavage des parkings (coût : 1 000 €)',
        '- Effacement des tags : 1,5 k€',
        '- Remplacement des platines',
        { text: '2 000 €', x: 60 },
        { text: '- Débarras des caves', y: 600 },
        { text: '700 €', x: 480, y: 600 },
      ),
    );
    expect(programme.lines.map(({ description }) => description)).toEqual([
      'Nettoyage des halls',
      'Lavage des parkings',
      'Effacement des tags',
      'Remplacement des platines',
      'Débarras des caves',
    ]);
    expect(programme.lines.flatMap(values)).toEqual(['3000.00', '1000.00', '1500.00', '2000.00', '700.00']);
  });

  it('reads an action heading with its cost below', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: 'Renforcement du nettoyage', bold: true },
        'Passage supplémentaire dans les halls le samedi.',
        'Coût prévisionnel : 3 000 €',
        { text: 'Enlèvement des tags et graffitis', bold: true },
        'Coût prévisionnel : 1 200 €',
      ),
    );
    expect(programme.lines.map(wording)).toEqual([
      'Axe 3 : Sur-entretien | Renforcement du nettoyage | Passage supplémentaire dans les halls le samedi.',
      'Axe 3 : Sur-entretien | Enlèvement des tags et graffitis | -',
    ]);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['1200.00']]);
  });

  it('tells planned from spent where an item says both', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- Nettoyage des halls – prévu : 3 000 € ; réalisé : 2 800 €',
        '- Lavage des parkings – prévu : 1 000 € ; réalisé : 900 €',
      ),
    );
    expect(programme.nature).toBe('mixte');
    expect(programme.lines.map(values)).toEqual([
      ['3000.00', '2800.00'],
      ['1000.00', '900.00'],
    ]);
    expect(programme.lines[0]?.amounts.map(({ column }) => column.rubrique)).toEqual(['prevu', 'realise']);
  });

  it('keeps items without an amount, ranges and products for what they are', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- Nettoyage des halls : 3 000 €',
        '- Lavage des parkings : pour mémoire',
        '- Peinture des halls : entre 5 000 et 7 000 €',
        '- Abonnement : 12 × 100 €',
        '- Débarras des caves',
      ),
    );
    expect(programme.lines.map(values)).toEqual([['3000.00'], [null], [null], ['1200.00'], [null]]);
    expect(programme.lines.map(({ amounts }) => amounts[0]?.doubt)).toEqual([null, null, 'fourchette', null, null]);
  });

  it('takes neither unit prices nor the abattement for amounts of actions', () => {
    const programme = programmeOf(
      ...list(
        'Pour mémoire, l’avantage fiscal lié à l’abattement est estimé à 86 450 € par an, soit 233 € par logement.',
        'Montant de l’abattement : 86 450 €',
        SURENTRETIEN,
        '- Effacement des tags à 24,50 € de l’heure : 3 000 €',
        '- Lavage des parkings (5 € par logement) : 1 000 €',
      ),
    );
    expect(programme.lines.flatMap(values)).toEqual(['3000.00', '1000.00']);
    expect(programme.totals).toEqual([]);
    expect(programme.unread).toEqual([]);
  });

  it('takes no number of dwellings set apart by a tab for an amount', () => {
    const programme = programmeOf(
      { text: TITLE, bold: true, size: 14 },
      ...HEADING,
      { text: 'Nombre de logements', y: 300 },
      { text: '1 991', x: 300, y: 300 },
      SURENTRETIEN,
      '- Nettoyage des halls : 3 000 €',
      '- Lavage des parkings : 1 000 €',
    );
    expect(programme.lines.flatMap(values)).toEqual(['3000.00', '1000.00']);
    expect(programme.heading.logements).toBe(1991);
  });

  it('shows money among the items that is no item', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- Nettoyage des halls : 3 000 €',
        'Une reprise de peinture de 4 000 € et une autre de 2 000 € sont prévues.',
        '- Lavage des parkings : 1 000 €',
      ),
    );
    expect(programme.lines).toHaveLength(2);
    expect(programme.unread).toHaveLength(1);
  });

  it('reads the recapitulation of axes as totals', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- Nettoyage des halls : 3 000 €',
        '- Lavage des parkings : 1 000 €',
        TRANQUILLITE,
        '- Rondes de nuit : 6 000 €',
        { text: 'Récapitulatif', bold: true },
        'Axe 3 : Sur-entretien : 4 000 €',
        'Axe 5 : Tranquillité résidentielle : 6 000 €',
        'Total : 10 000 €',
      ),
    );
    expect(programme.lines).toHaveLength(3);
    expect(totalsOf(programme).map(({ stated, portee }) => [stated, portee])).toEqual([
      ['4000.00', 'axe'],
      ['6000.00', 'axe'],
      ['10000.00', 'programme'],
    ]);
  });

  it('takes amounts that leading dots touch', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '• Nettoyage des halls......33 150 €',
        '• Effacement des tags......1 980 €',
        'S/T axe 3......35 130 €',
        'TOTAL 2024......35 130 €',
      ),
    );
    expect(programme.lines.map(values)).toEqual([['33150.00'], ['1980.00']]);
    expect(totalsOf(programme).map(({ stated }) => stated)).toEqual(['35130.00', '35130.00']);
  });

  it('goes on over a line that ends within a bracket, though its own number has one', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: '1) Nettoyage des halls : 3 000 €', y: 400 },
        { text: '2) Rabais accordé au local de nettoyage (loyer 2 992 €', y: 424 },
        { text: 'HC) : 13 793 €', y: 436 },
      ),
    );
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['13793.00']]);
  });

  it('goes on over the page with an item whose amount stands apart on its first line', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        { text: '- Nettoyage des halls', y: 600 },
        { text: '3 000 €', x: 480, y: 600 },
        { text: '- Effacement des tags, 7 passages - Coût', y: 620 },
        { text: '3 500 €', x: 480, y: 620 },
        NEW_PAGE,
        'unitaire estimé à 45 € HT',
        { text: '- Débarras des caves', y: 120 },
        { text: '700 €', x: 480, y: 120 },
      ),
    );
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['3500.00'], ['700.00']]);
  });

  it('takes no heading of an axe for a running head, though two quartiers begin a page with it', () => {
    const items: readonly Item[] = [
      SURENTRETIEN,
      '- Nettoyage des halls : 3 000 €',
      '- Lavage des parkings : 1 000 €',
      NEW_PAGE,
      { text: 'Tranquillité résidentielle', bold: true, size: 11 },
      '- Rondes de nuit : 6 000 €',
    ];
    const { programmes } = understand(...list(...items), NEW_PAGE, 'Quartier : La Forge', ...items);
    expect(programmes.map(({ lines }) => lines.map(({ axeText }) => axeText))).toEqual([
      ['Axe 3 : Sur-entretien', 'Axe 3 : Sur-entretien', 'Tranquillité résidentielle'],
      ['Axe 3 : Sur-entretien', 'Axe 3 : Sur-entretien', 'Tranquillité résidentielle'],
    ]);
  });

  it('takes nothing under the grand total for an action', () => {
    const programme = programmeOf(
      ...list(
        SURENTRETIEN,
        '- Nettoyage des halls : 3 000 €',
        '- Lavage des parkings : 1 000 €',
        'Total général : 4 000 €',
        'Abattement 2022 : 98 000 €.',
        'Acompte versé au syndic : 1 200 €',
      ),
    );
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['1000.00']]);
    expect(programme.unread.map(({ text }) => text)).toEqual(['Acompte versé au syndic : 1 200 €']);
  });

  it('begins another programme at another heading', () => {
    const items = [SURENTRETIEN, '- Nettoyage des halls : 3 000 €', '- Lavage des parkings : 1 000 €'];
    const { programmes } = understand(...list(...items), 'Quartier : La Forge', ...items);
    expect(programmes.map(({ heading, lines }) => [heading.quartier, lines.length])).toEqual([
      ['Grande Résidence', 2],
      ['La Forge', 2],
    ]);
  });
});

describe('text that lists money and is no programme', () => {
  it.each([
    [
      'a délibération with abattements',
      [
        'EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL',
        'Objet : abattement de taxe foncière - approbation du programme d’actions',
        'Considérant que le montant de l’abattement s’élève à :',
        '- Pour Logis du Nord : 162 404 €',
        '- Pour Habitat 44 : 264 902 €',
      ],
    ],
    [
      'a letter that speaks of a programme',
      [
        'Objet : transmission du programme d’actions TFPB',
        'Monsieur le Maire,',
        'Vous trouverez ci-joint le programme d’actions. Les dépenses retenues sont :',
        '- Tranquillité résidentielle : 12 000 €',
        '- Sur-entretien : 8 000 €',
      ],
    ],
    [
      'a convention that lists the axes',
      [
        { text: 'Convention d’utilisation de l’abattement de TFPB', bold: true, size: 14 },
        'Les actions relèvent des axes suivants :',
        '- Renforcement de la présence du personnel de proximité ;',
        '- Sur-entretien ;',
        '- Tranquillité résidentielle ;',
        'Le coût de l’abattement est évalué à 184 500 €.',
      ],
    ],
    [
      'an invoice',
      [
        { text: 'FACTURE n° 2026-12', bold: true, size: 14 },
        'Nettoyage des halls : 3 000 €',
        'Lavage des parkings : 1 000 €',
        'Net à payer : 4 000 €',
      ],
    ],
  ] as readonly (readonly [string, readonly Item[]])[])('%s', (_, items) => {
    expect(understand(...items).programmes).toEqual([]);
  });
});
