import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, type TableSpec } from '../support/grids.ts';
import { hypothesesOf, programmeOf, totalsOf, value } from '../support/understand.ts';
import { actions, CAMERAS, HALLS, PARKINGS, RONDES, TITLE } from './pages.ts';

const OPENING = [TITLE, 'Quartier : La Forge', 'Année : 2026'] as const;
const DETAIL = actions(HALLS, PARKINGS, RONDES, CAMERAS);

describe('a summary that repeats amounts', () => {
  it('by axe gives totals of the axes, never lines', () => {
    const summary = rows(
      ['Axe', 'Montant prévu'],
      ['Sur-entretien', '1 500 €'],
      ['Tranquillité résidentielle', '1 000 €'],
      ['Total', '2 500 €'],
    );
    const programme = programmeOf(...OPENING, DETAIL, NEW_PAGE, 'Récapitulatif', summary);
    expect(programme.lines).toHaveLength(4);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['1500.00', 'axe', 2],
      ['1000.00', 'axe', 2],
      ['2500.00', 'programme', 4],
    ]);
  });

  it('by axe does so too where its columns cut the name of one of them, while lines under axes stay lines', () => {
    const summary = rows(
      ['Axe', '', 'Montant prévu'],
      ['Sur-entretien', '', '1 500 €'],
      ['Tranquillité résidentielle', '', '1 000 €'],
      ['Petits travaux d’amélioration de', 'la qualité de service', '-'],
    );
    const programme = programmeOf(...OPENING, DETAIL, NEW_PAGE, 'Récapitulatif', summary);
    expect(programme.lines).toHaveLength(4);
    const lines = rows(
      ['Axe', 'Action', 'Montant prévu'],
      ['Petits travaux d’amélioration de la qualité de service', 'bancs et qualité de service', '1 500 €'],
    );
    expect(programmeOf(...OPENING, DETAIL, NEW_PAGE, lines).lines).toHaveLength(5);
  });

  it('by axe does so too where each row has its share', () => {
    const summary = rows(
      ['Axe', 'Montant prévu', 'Part'],
      ['Sur-entretien', '1 500 €', '60 %'],
      ['Tranquillité résidentielle', '1 000 €', '40 %'],
      ['Ensemble du programme', '2 500 €', '100 %'],
    );
    const programme = programmeOf(...OPENING, DETAIL, NEW_PAGE, 'Récapitulatif', summary);
    expect(programme.lines).toHaveLength(4);
    expect(totalsOf(programme).map(({ stated, portee }) => [stated, portee])).toEqual([
      ['1500.00', 'axe'],
      ['1000.00', 'axe'],
      ['2500.00', 'programme'],
    ]);
  });

  it('before the detail does so too', () => {
    const summary = rows(
      ['Axe', 'Montant prévu'],
      ['Sur-entretien', '1 500 €'],
      ['Tranquillité résidentielle', '1 000 €'],
      ['Total', '2 500 €'],
    );
    const programme = programmeOf(...OPENING, 'Synthèse', summary, NEW_PAGE, DETAIL);
    expect(programme.lines).toHaveLength(4);
    expect(totalsOf(programme).map(({ portee }) => portee)).toEqual(['axe', 'axe', 'programme']);
  });

  it('by axe does so too where an axe without an amount stands among the others', () => {
    const summary = rows(
      ['', 'Montant prévu'],
      ['3 - Sur-entretien', '1 500 €'],
      ['4 - Gestion des déchets et encombrants / épaves', ''],
      ['5 - Tranquillité résidentielle', '1 000 €'],
    );
    const programme = programmeOf(...OPENING, DETAIL, NEW_PAGE, 'Récapitulatif', summary);
    expect(programme.lines).toHaveLength(4);
    expect(totalsOf(programme).map(({ stated, portee }) => [stated, portee])).toEqual([
      ['1500.00', 'axe'],
      ['1000.00', 'axe'],
    ]);
  });

  it('by axe does so too where the page left its heading behind', () => {
    const detail = rows(
      ['Action', 'Calendrier', 'Réalisé 2025', 'Prévu 2026'],
      [{ text: 'Sur-entretien', bold: true }, LEFT, LEFT, LEFT],
      ['Effacement de tags et graffitis', 'Toute l’année', '700 €', '800 €'],
      ['Renforcement nettoyage', 'T1 2026', '600 €', '700 €'],
      [{ text: 'Tranquillité résidentielle', bold: true }, LEFT, LEFT, LEFT],
      ['Surveillance des chantiers', 'Mensuel', '500 €', '600 €'],
    );
    const summary: TableSpec = {
      ...rows(
        ['Sur-entretien', '1 300 €'],
        ['Tranquillité résidentielle', '500 €'],
        ['Concertation et sensibilisation des locataires', '-'],
      ),
      widths: [275, 110],
    };
    const programme = programmeOf(...OPENING, detail, NEW_PAGE, 'Récapitulatif', summary);
    expect(programme.lines).toHaveLength(3);
    expect(
      programme.totals.map((total) => [value(total), total.scopes.map((scope) => scope.value.column.rubrique).includes('realise')]),
    ).toEqual([
      ['1300.00', true],
      ['500.00', true],
    ]);
  });

  it('by section gives totals of the sections', () => {
    const summary = rows(['Section', 'Montant prévu'], ['Actions spécifiques', '800 €'], ['Renforcement du droit commun', '600 €']);
    const programme = programmeOf(
      ...OPENING,
      'Actions spécifiques',
      actions(HALLS),
      'Renforcement du droit commun',
      actions(RONDES),
      NEW_PAGE,
      'Récapitulatif',
      summary,
    );
    expect(programme.lines).toHaveLength(2);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers])).toEqual([
      ['800.00', 'section', ['Peinture des halls']],
      ['600.00', 'section', ['Rondes de nuit']],
    ]);
  });
});

describe('tables by axe that are no summaries', () => {
  it('a programme that has one line for each axe keeps its lines', () => {
    const table = rows(
      ['Axe', 'Dépense prévisionnelle'],
      ['Sur-entretien', '1 500 €'],
      ['Tranquillité résidentielle', '1 000 €'],
      ['Gestion des déchets, encombrants / épaves', '300 €'],
    );
    expect(programmeOf(...OPENING, table).lines).toHaveLength(3);
  });
});

describe('rows of axes that carry their sum above their lines', () => {
  const table = (...foot: readonly (readonly string[])[]) =>
    rows(
      ['Actions', 'Montant prévisionnel'],
      ['Axe 3 – Sur-entretien', '1 500 €'],
      ['Effacement de tags', '800 €'],
      ['Nettoyage des parkings', '700 €'],
      ['Axe 4 – Gestion des déchets et encombrants', '400 €'],
      ['Encombrants', '400 €'],
      ...foot,
    );

  it('are totals of the lines under them, also where an action bears the name of its axe', () => {
    const programme = programmeOf(...OPENING, table(['Total', '1 900 €']));
    expect(programme.lines.map(({ axeText, actionText }) => [axeText?.slice(0, 5), actionText])).toEqual([
      ['Axe 3', 'Effacement de tags'],
      ['Axe 3', 'Nettoyage des parkings'],
      ['Axe 4', 'Encombrants'],
    ]);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['1500.00', 'axe', 2],
      ['400.00', 'axe', 1],
      ['1900.00', 'programme', 3],
    ]);
  });

  it('are so too around an axe on which nothing is spent, its lines being its own', () => {
    const programme = programmeOf(
      ...OPENING,
      rows(
        ['Actions', 'Montant prévisionnel'],
        ['Axe 3 – Sur-entretien', '1 500 €'],
        ['Effacement de tags', '800 €'],
        ['Nettoyage des parkings', '700 €'],
        ['Axe 5 – Tranquillité résidentielle', LEFT],
        ['Surveillance des chantiers', ''],
        ['Axe 4 – Gestion des déchets et encombrants', '900 €'],
        ['Encombrants', '400 €'],
        ['Épaves', '500 €'],
        ['Total', '2 400 €'],
      ),
    );
    expect(programme.lines.map(({ axeText }) => axeText?.slice(0, 5))).toEqual(['Axe 3', 'Axe 3', 'Axe 5', 'Axe 4', 'Axe 4']);
    expect(totalsOf(programme).map(({ stated, portee, covers }) => [stated, portee, covers.length])).toEqual([
      ['1500.00', 'axe', 2],
      ['900.00', 'axe', 2],
      ['2400.00', 'programme', 5],
    ]);
  });

  it('may be lines too, at a cost, and never without somebody looking', () => {
    const [asTotals, asLines] = hypothesesOf(...OPENING, table());
    expect(asLines?.cost).toBeGreaterThan(asTotals?.cost ?? Infinity);
    const [programme] = asLines?.value.programmes ?? [];
    expect(programme?.lines).toHaveLength(5);
    expect(programme?.unread.map(({ text }) => text)).toEqual(['1 500 €', '400 €']);
  });

  it('are none where the lines under them name an axe of their own', () => {
    expect(hypothesesOf(...OPENING, DETAIL)).toHaveLength(1);
  });
});
