import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, UP, type Item } from '../support/grids.ts';
import { programmeOf, totalsOf, understand, values, wording } from '../support/understand.ts';

const HEADING: readonly Item[] = [
  { text: 'Programme d’actions TFPB – fiches actions', bold: true, size: 14 },
  'Ville : Lens',
  'Quartier : Grande Résidence',
  'Bailleur : Logis du Nord',
  'Année : 2026',
];

function drawn(axe: string, action: string, description: string, ...amounts: readonly (readonly [string, string])[]): Item {
  return rows(['Axe', axe], ['Intitulé de l’action', action], ['Description', description], ['Calendrier', 'Toute l’année'], ...amounts);
}

const HALLS = drawn('Sur-entretien', 'Renforcement nettoyage', 'Lavage des halls', ['Coût prévisionnel', '3 000 €']);
const RONDES = drawn('Tranquillité résidentielle', 'Surveillance des chantiers', 'Rondes de nuit', ['Coût prévisionnel', '6 000 €']);
const WORDINGS = [
  'Sur-entretien | Renforcement nettoyage | Lavage des halls',
  'Tranquillité résidentielle | Surveillance des chantiers | Rondes de nuit',
];

describe('one sheet an action', () => {
  it('reads drawn tables of keys and values as lines', () => {
    const programme = programmeOf(
      ...HEADING,
      { text: 'FICHE ACTION N° 1', bold: true },
      HALLS,
      { text: 'FICHE ACTION N° 2', bold: true },
      RONDES,
    );
    expect(programme.lines.map(wording)).toEqual(WORDINGS);
    expect(programme.lines.map(({ calendrier }) => calendrier)).toEqual(['Toute l’année', 'Toute l’année']);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00']]);
    expect(programme.heading).toMatchObject({ quartier: 'Grande Résidence', commune: 'Lens' });
  });

  it('reads sheets whose keys are questions', () => {
    const asked = (title: string, axe: string, why: string, how: string, cost: string): Item =>
      rows(
        [title, LEFT, LEFT, LEFT],
        ['Thème', axe, LEFT, LEFT],
        ['Pourquoi ?', why, LEFT, LEFT],
        ['Comment ?', how, LEFT, LEFT],
        ['Quand ?', 'Mai', 'Combien ?', cost],
      );
    const programme = programmeOf(
      ...HEADING,
      asked('Fiche 1 : Halls propres', 'Axe 3 – Sur-entretien', 'Halls sales.', 'Passage du dimanche', '3 000 €'),
      asked('Fiche 2 : Rondes de nuit', 'Axe 5 – Tranquillité résidentielle', 'Bruit.', 'Deux veilleurs', '6 000 €'),
      'Total des deux fiches : 9 000 €',
    );
    expect(programme.lines.map(wording)).toEqual([
      'Axe 3 – Sur-entretien | Halls propres | Halls sales. Passage du dimanche',
      'Axe 5 – Tranquillité résidentielle | Rondes de nuit | Bruit. Deux veilleurs',
    ]);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00']]);
    expect(totalsOf(programme).map(({ stated }) => stated)).toEqual(['9000.00']);
  });

  it('takes the title over a drawn sheet, and what each payer bears beside a key over several rows', () => {
    const sheet = (axe: string, words: string, landlord: string, town: string, cost: string): Item =>
      rows(
        ['Axe', axe, LEFT],
        ['Description', words, LEFT],
        ['Plan de financement', 'Logis du Nord', landlord],
        [UP, 'Ville', town],
        [UP, 'Coût total', cost],
      );
    const programme = programmeOf(
      ...HEADING,
      'Action n° 1 – Renforcement nettoyage',
      sheet('Sur-entretien', 'Lavage des halls', '2 000 €', '1 000 €', '3 000 €'),
      'Action n° 2 – Surveillance des chantiers',
      sheet('Tranquillité résidentielle', 'Rondes de nuit', '4 000 €', '2 000 €', '6 000 €'),
    );
    expect(programme.lines.map(wording)).toEqual(WORDINGS);
    expect(programme.lines.map(({ amounts }) => amounts.map(({ column }) => column.rubrique))).toEqual([
      ['autre', 'autre', 'total'],
      ['autre', 'autre', 'total'],
    ]);
    expect(programme.lines.map(values)).toEqual([
      ['2000.00', '1000.00', '3000.00'],
      ['4000.00', '2000.00', '6000.00'],
    ]);
  });

  it('takes the key behind an empty value for no value', () => {
    const sheet = (axe: string, action: string, words: string, cost: string): Item =>
      rows(
        ['Axe', axe, LEFT, LEFT],
        ['Intitulé de l’action', action, LEFT, LEFT],
        ['Description', words, LEFT, LEFT],
        ['Dépense prévisionnelle', cost, 'Indicateurs de suivi', 'Voir annexe 3'],
      );
    const programme = programmeOf(
      ...HEADING,
      sheet('Sur-entretien', 'Renforcement nettoyage', 'Lavage des halls', ''),
      sheet('Tranquillité résidentielle', 'Surveillance des chantiers', 'Rondes de nuit', '6 000 €'),
    );
    expect(programme.lines.map(values)).toEqual([[null], ['6000.00']]);
    expect(programme.lines.map(({ amounts }) => amounts.map(({ readings: [{ text }] }) => text))).toEqual([[''], ['6 000 €']]);
  });

  it('a lone mark between keys parts no sheet, and what a sheet without a title costs is told where it finds no place', () => {
    const lines = (axe: string, action: string, amount: string, between: readonly Item[] = []): readonly Item[] => [
      `Axe : ${axe}`,
      `Action : ${action}`,
      'Contenu : Toute la résidence',
      ...between,
      `Dépense prévisionnelle : ${amount}`,
    ];
    const others = [
      ...lines('Sur-entretien', 'Renforcement nettoyage', '3 000 €'),
      ...lines('Tranquillité résidentielle', 'Surveillance des chantiers', '6 000 €'),
      ...lines('Sur-entretien', 'Enlèvement des tags', '500 €'),
    ];
    const dusty = programmeOf(...HEADING, ...others, ...lines('Sur-entretien', 'Effacement de graffitis', '1 000 €', ['-']));
    expect(dusty.lines.map(values)).toEqual([['3000.00'], ['6000.00'], ['500.00'], ['1000.00']]);
    const cut = programmeOf(...HEADING, ...others, ...lines('Sur-entretien', 'Effacement de graffitis', '1 000 €', ['Décision du comité']));
    expect(cut.lines).toHaveLength(3);
    expect(cut.unread.map(({ text }) => text)).toEqual(['Dépense prévisionnelle : 1 000 €']);
  });

  it('takes of the options of a form those that are ticked', () => {
    const form = (axe: string, type: string, action: string, amount: string): Item =>
      rows(['Intitulé', action], ['Axe de rattachement', axe], ['Type', type], ['Coût total', amount]);
    const programme = programmeOf(
      ...HEADING,
      form('☐ Sur-entretien ☒ Tranquillité résidentielle', '☒ action spécifique ☐ droit commun', 'Rondes de nuit', '6 000 €'),
      form('☑ Sur-entretien ☐ Tranquillité résidentielle', '[ ] action spécifique [x] droit commun', 'Lavage des halls', '3 000 €'),
    );
    expect(programme.lines.map(({ axeText, actionText, section }) => [axeText, actionText, section])).toEqual([
      ['Tranquillité résidentielle', 'Rondes de nuit', 'actions_specifiques'],
      ['Sur-entretien', 'Lavage des halls', 'droit_commun'],
    ]);
  });

  it('takes the heading that every sheet repeats for that of the programme', () => {
    const pages = [HALLS, RONDES, HALLS].flatMap((sheet, at): readonly Item[] => [
      ...(at === 0 ? [] : [NEW_PAGE]),
      'Logis du Nord – Lens – Quartier Grande Résidence (QN06201M) – 1 413 logements – Programme d’actions TFPB 2026',
      { text: `FICHE ACTION N° ${String(at + 1)}`, bold: true },
      sheet,
    ]);
    expect(programmeOf(...pages).heading).toMatchObject({ quartier: 'Grande Résidence', commune: 'Lens', logements: 1413 });
  });

  it('reads cards: axe, title and words in lines over the names of their amounts, and what they come to', () => {
    const card = (axe: string, title: string, words: string, ...amounts: readonly string[]): readonly Item[] => [
      axe,
      title,
      words,
      rows(['Coût prévisionnel', amounts[0] ?? ''], ['Part TFPB', amounts[1] ?? '']),
    ];
    const programme = programmeOf(
      ...HEADING,
      ...card('AXE 3 · Sur-entretien', 'Renforcement nettoyage', 'Lavage des halls', '3 000 €', '3 000 €'),
      ...card('AXE 5 · Tranquillité résidentielle', 'Surveillance des chantiers', 'Rondes de nuit', '6 000 €', '2 000 €'),
      'Total des deux actions',
      rows(['Coût prévisionnel', '9 000 €'], ['Part TFPB', '5 500 €']),
    );
    expect(programme.lines.map((line) => [line.actionText, line.description, ...values(line)])).toEqual([
      ['Renforcement nettoyage', 'Lavage des halls', '3000.00', '3000.00'],
      ['Surveillance des chantiers', 'Rondes de nuit', '6000.00', '2000.00'],
    ]);
    expect(programme.lines[0]?.amounts.map(({ column }) => column.rubrique)).toEqual(['prevu', 'valorise']);
    expect(totalsOf(programme).map(({ stated, covers }) => [stated, covers.length])).toEqual([
      ['9000.00', 2],
      ['5500.00', 2],
    ]);
  });

  it('takes what an action costs from the sum of the table below its sheet, whose details are no actions', () => {
    const sheet = (number: string, axe: string, action: string, ...costs: readonly (readonly [string, string])[]): readonly Item[] => [
      rows(['Fiche n°', number], ['Intitulé de l’action', action], ['Axe du cadre national', axe], ['Public visé', 'Tous les locataires']),
      'Budget de l’action',
      rows(['Poste', 'Montant TTC'], ...costs),
    ];
    const programme = programmeOf(
      ...HEADING,
      ...sheet(
        '1',
        '3 – Sur-entretien',
        'Renforcement nettoyage',
        ['Prestataire', '2 500 €'],
        ['Matériel', '500 €'],
        ['Coût total de l’action', '3 000 €'],
      ),
      ...sheet(
        '2',
        '5 – Tranquillité résidentielle',
        'Rondes',
        ['Agents', '5 000 €'],
        ['Formation', '1 000 €'],
        ['Coût total de l’action', '6 000 €'],
      ),
    );
    expect(programme.lines.map(wording)).toEqual([
      '3 – Sur-entretien | Renforcement nettoyage | Tous les locataires',
      '5 – Tranquillité résidentielle | Rondes | Tous les locataires',
    ]);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00']]);
    expect(programme.totals).toEqual([]);
  });

  it('takes the amounts under a row of years, never a year', () => {
    const sheet = (axe: string, action: string, ...amounts: readonly string[]): Item =>
      rows(['Axe', axe, '', ''], ['Action', action, '', ''], ['Budget prévisionnel', '2025', '2026', '2027'], ['Coût TTC', ...amounts]);
    const programme = programmeOf(
      ...HEADING,
      sheet('Sur-entretien', 'Renforcement nettoyage', '42 000 €', '42 500 €', '43 000 €'),
      { text: 'Deuxième action', bold: true },
      sheet('Tranquillité résidentielle', 'Surveillance des chantiers', '25 000 €', '26 000 €', '26 500 €'),
    );
    expect(programme.lines.map(values)).toEqual([
      ['42000.00', '42500.00', '43000.00'],
      ['25000.00', '26000.00', '26500.00'],
    ]);
    expect(programme.lines[0]?.amounts.map(({ column }) => column.periode?.debut)).toEqual([2025, 2026, 2027]);
    // One planned figure a year and no other word of it: it is a programme of these years.
    expect(
      understand(...HEADING.slice(0, 4), sheet('Sur-entretien', 'Renforcement nettoyage', '1 €', '2 €', '3 €')).programmes[0]?.heading
        .periode,
    ).toEqual({
      debut: 2025,
      fin: 2027,
    });
  });

  it('takes dwellings that every sheet repeats for those of the programme, others for those of the action', () => {
    const sheet = (axe: string, action: string, dwellings: string): Item =>
      rows(['Nombre de logements', dwellings], ['Axe', axe], ['Action', action], ['Coût prévisionnel', '3 000 €']);
    const read = (first: string, second: string) =>
      programmeOf(
        ...HEADING,
        { text: 'FICHE ACTION N° 1', bold: true },
        sheet('Sur-entretien', 'Renforcement nettoyage', first),
        { text: 'FICHE ACTION N° 2', bold: true },
        sheet('Tranquillité résidentielle', 'Surveillance des chantiers', second),
      ).heading.logements;
    expect(read('1 105', '1 105')).toBe(1105);
    expect(read('120', '85')).toBeNull();
  });

  it('takes the title beside the number of a sheet', () => {
    const sheet = (number: string, title: string, axe: string): Item =>
      rows([`Action n° ${number}`, title], ['Axe de rattachement', axe], ['Objectif visé', 'Du calme'], ['Coût total', '3 000 €']);
    const programme = programmeOf(
      ...HEADING,
      sheet('1', 'Surveillance des chantiers', 'Tranquillité résidentielle'),
      sheet('2', 'Renforcement nettoyage', 'Sur-entretien'),
    );
    expect(programme.lines.map(({ actionText }) => actionText)).toEqual(['Surveillance des chantiers', 'Renforcement nettoyage']);
  });

  it('takes the total of the expenses of a balanced budget, neither its details nor what pays for them', () => {
    const budget = (detail: string, grant: string, total: string): Item =>
      rows(
        ['Dépenses', 'Montant', 'Recettes', 'Montant'],
        ['Prestation', detail, 'Logis du Nord', '20 000 €'],
        ['Téléphonie', '600 €', 'Autres', grant],
        ['Total des dépenses', total, 'Total des recettes', total],
      );
    const programme = programmeOf(
      ...HEADING,
      { text: 'Action 1 – Surveillance des chantiers', bold: true },
      'Axe : Tranquillité résidentielle',
      budget('38 000 €', '18 600 €', '38 600 €'),
      { text: 'Action 2 – Renforcement nettoyage', bold: true },
      'Axe : Sur-entretien',
      budget('21 400 €', '2 000 €', '22 000 €'),
    );
    expect(programme.lines.map(values)).toEqual([['38600.00'], ['22000.00']]);
    expect(programme.lines.map(({ actionText }) => actionText)).toEqual(['Surveillance des chantiers', 'Renforcement nettoyage']);
  });

  it('keeps on the sheet what only the sheet says: its period, and keys nobody knows', () => {
    const sheet = (axe: string, action: string, period: string, cost: string): Item =>
      rows(['Axe', axe], ['Action', action], ['Diagnostic', 'Rassemblements en soirée'], ['Période', period], ['Coût prévisionnel', cost]);
    const programme = programmeOf(
      ...HEADING,
      { text: 'FICHE ACTION N° 1', bold: true },
      sheet('Sur-entretien', 'Renforcement nettoyage', 'Permanente', '3 000 €'),
      { text: 'FICHE ACTION N° 2', bold: true },
      sheet('Tranquillité résidentielle', 'Surveillance des chantiers', '2025', '6 000 €'),
    );
    expect(programme.lines.map(({ description, calendrier }) => [description, calendrier])).toEqual([
      ['Rassemblements en soirée', 'Permanente'],
      ['Rassemblements en soirée', '2025'],
    ]);
    expect(programme.heading.periode).toEqual({ debut: 2026, fin: 2026 });
  });

  it('takes the title under a bare number, though a line of the heading follows it', () => {
    const sheet = (number: string, title: string, axe: string, cost: string): readonly Item[] => [
      { text: `FICHE ACTION ${number}`, bold: true },
      { text: title, bold: true, size: 13 },
      'Logis du Nord – Lens – 410 logements',
      `Axe : ${axe}`,
      'Description : 18 immeubles',
      `Coût prévisionnel : ${cost}`,
    ];
    const programme = programmeOf(
      ...HEADING,
      ...sheet('1', 'Renforcer le nettoyage des halls', 'Sur-entretien', '3 000 €'),
      ...sheet('2', 'Rondes de nuit', 'Tranquillité résidentielle', '6 000 €'),
    );
    expect(programme.lines.map(wording)).toEqual([
      'Sur-entretien | Renforcer le nettoyage des halls | 18 immeubles',
      'Tranquillité résidentielle | Rondes de nuit | 18 immeubles',
    ]);
  });

  it('parts two facts of the heading under one key', () => {
    const sheet = (axe: string, action: string, cost: string): Item =>
      rows(['Commune / Quartier', 'Lens – Grande Résidence'], ['Axe', axe], ['Action', action], ['Coût prévisionnel', cost]);
    const programme = programmeOf(
      { text: 'Programme d’actions TFPB 2026', bold: true, size: 14 },
      { text: 'FICHE ACTION N° 1', bold: true },
      sheet('Sur-entretien', 'Renforcement nettoyage', '3 000 €'),
      { text: 'FICHE ACTION N° 2', bold: true },
      sheet('Tranquillité résidentielle', 'Surveillance des chantiers', '6 000 €'),
    );
    expect(programme.heading).toMatchObject({ commune: 'Lens', quartier: 'Grande Résidence' });
    expect(programme.lines).toHaveLength(2);
  });

  it('reads plain lines, values that wrap, and the total under them', () => {
    const programme = programmeOf(
      ...HEADING,
      { text: 'Fiche action n°1', bold: true },
      'Axe : Sur-entretien',
      'Action : Renforcement nettoyage',
      'Descriptif : Lavage des',
      { text: 'halls', y: 263 },
      'Nombre de logements concernés : 40',
      'Coût : 3 000 €',
      { text: 'Fiche action n°2', bold: true },
      'Axe : Tranquillité résidentielle',
      'Action : Surveillance des chantiers',
      'Descriptif : Rondes de nuit',
      'Nombre de logements concernés : 12',
      'Coût : 6 000 €',
      'Le coût total des actions s’élève à 9 000 €.',
    );
    expect(programme.lines.map(wording)).toEqual(WORDINGS);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00']]);
    expect(totalsOf(programme).map(({ stated, portee }) => [stated, portee])).toEqual([['9000.00', 'programme']]);
    expect(programme.heading.logements).toBeNull();
  });

  it('reads values that a tab sets apart, and keys over two lines', () => {
    const tab = (y: number, key: string, value: string): Item[] => [
      { text: key, y, bold: true },
      { text: value, x: 250, y },
    ];
    const sheet = (y: number, axe: string, action: string, amount: string): Item[] => [
      ...tab(y, 'Axe :', axe),
      ...tab(y + 12, 'Action :', action),
      ...tab(y + 24, 'Dépense prévisionnelle', amount),
      { text: 'valorisée :', y: y + 34, bold: true },
    ];
    const programme = programmeOf(
      ...HEADING,
      ...sheet(300, 'Sur-entretien', 'Renforcement nettoyage', '3 000 €'),
      ...sheet(400, 'Tranquillité résidentielle', 'Surveillance des chantiers', '6 000 €'),
    );
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00']]);
    expect(programme.lines[0]?.amounts[0]?.column).toMatchObject({ rubrique: 'valorise', header: 'Dépense prévisionnelle valorisée' });
  });

  it('keeps planned and valued amounts apart, and the rate', () => {
    const sheet = rows(
      ['Axe', 'Sur-entretien'],
      ['Action', 'Renforcement nettoyage'],
      ['Coût prévisionnel', '3 000 €'],
      ['Taux de valorisation', '50 %'],
      ['Dépense valorisée TFPB', '1 500 €'],
    );
    const programme = programmeOf(...HEADING, sheet, RONDES);
    expect(programme.lines[0]?.amounts.map(({ column }) => column.rubrique)).toEqual(['prevu', 'valorise']);
    expect(programme.lines[0]?.taux).toBe('50');
  });

  const SUMMARY = (halls: string, sum: string): Item =>
    rows(
      ['N°', 'Action', 'Coût prévisionnel'],
      ['1', 'Renforcement nettoyage', halls],
      ['2', 'Surveillance des chantiers', '6 000 €'],
      ['', 'TOTAL', sum],
    );

  it.each(['before', 'after'])('takes a summary %s the sheets for their total, never for lines again', (place) => {
    const summary = [{ text: 'Récapitulatif', bold: true }, SUMMARY('3 000 €', '9 000 €')];
    const programme = programmeOf(...HEADING, ...(place === 'before' ? summary : []), HALLS, RONDES, ...(place === 'after' ? summary : []));
    expect(programme.lines.map(wording)).toEqual(WORDINGS);
    expect(totalsOf(programme)).toMatchObject([{ stated: '9000.00', portee: 'programme', covers: ['Lavage des halls', 'Rondes de nuit'] }]);
  });

  it('shows where the summary contradicts a sheet', () => {
    const programme = programmeOf(...HEADING, HALLS, RONDES, SUMMARY('3 500 €', '9 500 €'));
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00']]);
    expect(totalsOf(programme)).toMatchObject([
      { stated: '3500.00', portee: 'autre', covers: ['Lavage des halls'] },
      { stated: '9500.00', portee: 'programme' },
    ]);
  });

  it('tells by the figures which sheet a row of the summary repeats that bears the name of its neighbour', () => {
    const tags = drawn('Sur-entretien', 'Effacement de tags', 'Peinture', ['Coût prévisionnel', '800 €']);
    const epaves = drawn('Gestion des déchets', 'Enlèvement des épaves', 'Fourrière', ['Coût prévisionnel', '700 €']);
    const summary = rows(
      ['N°', 'Action', 'Coût prévisionnel'],
      ['1', 'Surveillance des chantiers', '3 000 €'],
      ['2', 'Surveillance des chantiers', '6 000 €'],
      ['3', 'Effacement de tags', '800 €'],
      ['4', 'Enlèvement des épaves', '700 €'],
      ['', 'TOTAL', '10 500 €'],
    );
    const programme = programmeOf(...HEADING, HALLS, RONDES, tags, epaves, summary);
    expect(programme.lines.map(values)).toEqual([['3000.00'], ['6000.00'], ['800.00'], ['700.00']]);
    expect(totalsOf(programme).map(({ stated }) => stated)).toEqual(['10500.00']);
  });

  it('leaves the sheets of associations alone', () => {
    const sheet = (action: string, amount: string): Item =>
      rows(['Porteur', 'Association Les Amis'], ['Action', action], ['Coût total', amount], ['Subvention demandée', '1 000 €']);
    const { programmes } = understand(
      { text: 'Contrat de ville – appel à projets associatif', bold: true, size: 14 },
      sheet('Accompagnement à la scolarité', '12 000 €'),
      sheet('Festival des cultures urbaines', '9 000 €'),
    );
    expect(programmes).toEqual([]);
  });
});
