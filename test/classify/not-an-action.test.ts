import { describe, expect, it } from 'vitest';
import { classifyLigne } from '../../src/stages/classify/lignes.ts';
import { labelledLines, SETS, type Labelled, type SetName } from '../bench/mapping/labelled.ts';
import { score } from '../bench/mapping/score.ts';

const cell = (actionText: string) => classifyLigne({ axeText: null, actionText, description: null, section: null }).action;
const alone = (description: string) => classifyLigne({ axeText: null, actionText: null, description, section: null }).action;

describe('what is no action', () => {
  it.each([
    'Total des dépenses de nettoyage',
    'Sous-total axe 3',
    'Axe 3 – Sur-entretien (suite)',
    'Tranquillité résidentielle',
    'Actions',
    'Nombre de logements : 300',
  ])('%s', (text) => {
    expect(cell(text)).toBeNull();
    expect(alone(text)).toBeNull();
  });

  it('a sentence, though its words are those of an action', () => {
    expect(alone('La ville assure le nettoyage des halls et le ramassage des encombrants.')).toBeNull();
    expect(alone('Le bailleur s’engage à effacer les tags dans les meilleurs délais')).toBeNull();
    expect(alone('Effacement des tags dans les meilleurs délais')).toBe('3.2');
  });

  it.each([
    'Réhabilitation thermique de 60 logements',
    'Cotisation au fonds de garantie du logement social',
    'Subvention de fonctionnement à l’école de musique',
    'Taux de chômage des 15-24 ans',
    'Reconduite en 2026',
    'Janvier à mars',
    'Date de dépôt',
    'comme suit :',
    'Sur-entretien',
    'extérieurs',
    'Garantir la tranquillité publique',
    'QPV : quartier prioritaire de la politique de la ville',
    'GUSP : gestion urbaine et sociale de proximité',
  ])('what other documents speak of, alone on its line: %s', (text) => {
    expect(alone(text)).toBeNull();
  });

  it('the title of an axe, not what says more than it', () => {
    expect(cell('Formation et soutien du personnel de proximité')).toBeNull();
    expect(cell('Formation du personnel de proximité au compostage')).toBe('2.1');
    expect(cell('Référent tranquillité résidentielle')).toBe('1.5');
  });

  it('a word alone where it names an action, not where it only belongs to a wording', () => {
    expect(alone('Gardiens')).toBe('1.1');
    expect(alone('jeunes')).toBeNull();
  });

  it('the same words in a programme’s table, where the document files them under an axe', () => {
    expect(classifyLigne({ axeText: 'Axe 8', actionText: null, description: 'Ravalement des façades', section: null }).action).toBe('8.1');
  });

  it('a cell of heading words beside a description that is one', () => {
    expect(classifyLigne({ axeText: null, actionText: 'Action 1', description: 'Effacement des tags', section: null }).action).toBe('3.2');
  });
});

describe('what stands around a programme is no line of it', () => {
  const action = (description: string, isPriced = false) =>
    classifyLigne({ axeText: null, actionText: null, description, section: null, isPriced }).action;
  it.each([
    ['a numbered title', 'IV. Tranquillité résidentielle'],
    ['a title under a lettered part', 'B) Gestion des déchets et encombrants / épaves'],
    ['a title under a number of two parts', '2.1 – Les enjeux de la gestion urbaine de proximité'],
    ['whom to ask, by name', 'Gardienne de l’immeuble : Mme Rousseau, loge 2'],
    ['what happened', 'Les dégradations dans les halls ont doublé depuis la fermeture de la loge'],
    ['how to fill the form', 'Indiquer le sur-entretien et le nettoyage renforcé'],
    ['what counts, in general', 'Sont éligibles le nettoyage renforcé, le gardiennage et la médiation sociale'],
    ['what befell', 'Plusieurs halls ont été squattés pendant l’hiver'],
    ['what somebody else does', 'Les encombrants sont enlevés chaque mardi par la métropole'],
    ['a count', 'Effectif : 6 gardiens et 4 employés d’immeuble'],
    ['a count first', '2 041 logements'],
  ])('%s: %s', (_, text) => {
    expect(action(text)).toBeNull();
  });

  it.each([
    ['public works by what they are done to', 'Remplacement de l’éclairage public du boulevard'],
    ['a price told in a sentence', 'Le prix d’un enlèvement d’épave sur le parking est évalué à 150 €'],
    ['works on a street', 'Travaux de réfection de la rue du Stade'],
    ['a tax by its first word', 'Taxe d’enlèvement des ordures ménagères'],
  ])('%s, priced: %s', (_, text) => {
    expect(action(text, true)).toBeNull();
  });

  it('but a deed told in the same tense, and works on what is the landlord’s, are', () => {
    expect(action('Les tags du hall ont été effacés à trois reprises', true)).toBe('3.2');
    expect(action('Remplacement de l’éclairage des halls et des parkings', true)).toBe('8.1');
  });
});

/** Lots of lines that stand alone and of what resembles them most. */
const NEIGHBOURS: ReadonlySet<SetName> = new Set(['lignes-voisines', 'lignes-parages', 'lignes-lointaines', 'lignes-alentours']);

describe('the labelled lines that may be looked at', () => {
  const figuresOf = (lines: readonly Labelled[]): ReturnType<typeof score> =>
    score(lines.map((line) => ({ line, result: classifyLigne({ ...line, section: null }) })));

  it('keep the figures the bench asks for', () => {
    const figures = figuresOf(SETS.filter((lot) => !NEIGHBOURS.has(lot)).flatMap((lot) => labelledLines('tune', lot)));
    expect(figures.actionRight / (figures.lines - figures.abstained)).toBeGreaterThanOrEqual(0.98);
    expect(figures.abstained / figures.lines).toBeLessThanOrEqual(0.05);
    expect(figures.axeRight / (figures.lines - figures.axeAbstained)).toBeGreaterThanOrEqual(0.98);
    expect(figures.axeAbstained / figures.lines).toBeLessThanOrEqual(0.03);
    expect(figures.confidentRight / figures.confident).toBeGreaterThanOrEqual(0.98);
    expect(figures.distractorsMapped / figures.distractors).toBeLessThan(0.01);
    expect(figures.suggestionsFound).toBe(figures.suggestionsDue);
  });

  it('are hardest where all stand alone, and what stands beside them speaks of the same things', () => {
    const figures = figuresOf([...NEIGHBOURS].flatMap((lot) => labelledLines('tune', lot)));
    expect(figures.actionRight / (figures.lines - figures.abstained)).toBeGreaterThanOrEqual(0.94);
    expect(figures.abstained / figures.lines).toBeLessThanOrEqual(0.1);
    expect(figures.distractorsMapped / figures.distractors).toBeLessThan(0.04);
  });

  it('are at least 600 over the 32 actions, with 200 distractors held out', () => {
    const lines = [...labelledLines('tune'), ...labelledLines('held_out')];
    expect(lines.filter(({ codes }) => codes.length > 0).length).toBeGreaterThanOrEqual(600);
    expect(labelledLines('held_out').filter(({ codes }) => codes.length === 0).length).toBeGreaterThanOrEqual(200);
    expect(new Set(lines.flatMap(({ codes }) => codes)).size).toBe(32);
  });
});
