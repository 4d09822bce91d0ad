import { describe, expect, it } from 'vitest';
import { withFieldDashes } from '../../src/stages/recognise/reading/field-dashes.ts';

const read = (text: string): string =>
  withFieldDashes(text.split(' ').map((each) => ({ text: each, confidence: 80, box: { x0: 0, y0: 0, x1: 1, y1: 1 } })))
    .map((word) => word.text)
    .join(' ');

describe('a dash between a label and its value', () => {
  it.each([
    ['Ville - Saint-Mitre-les-Remparts', 'Ville : Saint-Mitre-les-Remparts'],
    ['Nom du quartier - Les Minguettes', 'Nom du quartier : Les Minguettes'],
    [
      'Bailleur social : Caprelais QPV - Les Minguettes Année(s) : 2017',
      'Bailleur social : Caprelais QPV : Les Minguettes Année(s) : 2017',
    ],
    ['Bailleur © Société immobilière du Vexin', 'Bailleur : Société immobilière du Vexin'],
    ['Quartier : Les Chênes - Beauregard', 'Quartier : Les Chênes - Beauregard'],
    ['Gestion de la ville - Agence', 'Gestion de la ville - Agence'],
    ['Commune : Lens - Bailleur : Logis du Nord', 'Commune : Lens - Bailleur : Logis du Nord'],
    ['Les dépenses du bailleur - hors charges', 'Les dépenses du bailleur - hors charges'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
