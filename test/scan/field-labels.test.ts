import { describe, expect, it } from 'vitest';
import { withFieldLabels } from '../../src/stages/recognise/reading/field-labels.ts';
import { openLexicon } from '../../src/stages/recognise/reading/lexicon.ts';

const lexicon = openLexicon();
const read = (text: string): string =>
  withFieldLabels(
    text.split(' ').map((each) => ({ text: each, confidence: 80, box: { x0: 0, y0: 0, x1: 1, y1: 1 } })),
    false,
    lexicon,
  )
    .map((word) => word.right ?? word.text)
    .join(' ');

describe('the label of a field', () => {
  it.each([
    ['Quartier pnontaire : Centre Ville', 'Quartier prioritaire : Centre Ville'],
    ['Code QPV : QN98727N Quartier pnontaire : Centre Ville', 'Code QPV : QN98727N Quartier prioritaire : Centre Ville'],
    ['Batteur : Logis du Nord', 'Bailleur : Logis du Nord'],
    ['QPV": Les Pins', 'QPV: Les Pins'],
    ['NOM DU QUARTIER ! Le Grand Parc', 'NOM DU QUARTIER : Le Grand Parc'],
    ['Orgarésme. PICARDIE LOGEMENT', 'Organisme: PICARDIE LOGEMENT'],
    ['Quartier prioritaire" ZUP NORD', 'Quartier prioritaire: ZUP NORD'],
    ['Années. 2022', 'Années: 2022'],
    ['Annéets) : 2021', 'Année(s) : 2021'],
    ['N° OPV : QN08301M', 'N° QPV : QN08301M'],
    ['Nombre de logements:5', 'Nombre de logements:5'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'Valeur : 12 000 €',
    'Nature : travaux',
    'Acteurs : le bailleur et la ville',
    'renforcer la présence dans le quartier. Le bailleur',
    'quartier. Un gardien est recruté',
    'Pilotage : agence de Lens',
    'Coût : 12 000 €',
    'Salaire : 1 poste',
    'Rédacteur : M. Martin',
    'Résidence sociale : 12 logements',
    'Partenaires : associations du quartier, centre social',
    'Ville, bailleur, associations',
  ])('%s stays as it is', (text) => {
    expect(read(text)).toBe(text);
  });
});
