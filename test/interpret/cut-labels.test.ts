import { describe, expect, it } from 'vitest';
import { cutTableOf, tableOf, type Row } from '../support/grids.ts';
import { linesOf } from '../support/read-table.ts';

const HEADER: Row = ['Axe', 'Action', 'Description', 'Coût prévu'];
const axes = (table: Parameters<typeof linesOf>[0]) => linesOf(table).map((line) => line.axeText);

describe('the label of a merged cell cut by a page break', () => {
  it('printed on the second page only belongs to the row at the foot of the first too', () => {
    const table = cutTableOf(
      [3],
      HEADER,
      ['Sur-entretien', 'Effacement de tags et graffitis', 'Halls', '800 €'],
      ['', 'Vidéosurveillance (fonctionnement)', 'Trois caméras', '700 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Nuit', '600 €'],
    );
    expect(axes(table)).toEqual(['Sur-entretien', 'Tranquillité résidentielle', 'Tranquillité résidentielle']);
  });

  it('is not taken from the next page where the blank repeats the axe above', () => {
    const table = cutTableOf(
      [4],
      HEADER,
      ['Sur-entretien', 'Effacement de tags et graffitis', 'Halls', '800 €'],
      ['', 'Effacement de tags et graffitis', 'Caves', '800 €'],
      ['', 'Effacement de tags et graffitis', 'Porches', '700 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Nuit', '600 €'],
    );
    expect(axes(table)).toEqual(['Sur-entretien', 'Sur-entretien', 'Sur-entretien', 'Tranquillité résidentielle']);
  });

  it('is taken from the next page where its action belongs to that axe, though blanks repeat elsewhere', () => {
    const table = cutTableOf(
      [4],
      HEADER,
      ['Sur-entretien', 'Effacement de tags et graffitis', 'Halls', '800 €'],
      ['', 'Renforcement nettoyage', 'Caves', '800 €'],
      ['', 'Vidéosurveillance (fonctionnement)', 'Trois caméras', '700 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Nuit', '600 €'],
    );
    expect(axes(table)).toEqual(['Sur-entretien', 'Sur-entretien', 'Tranquillité résidentielle', 'Tranquillité résidentielle']);
  });

  it('is never taken within a page', () => {
    const table = tableOf(
      HEADER,
      ['Sur-entretien', 'Effacement de tags et graffitis', 'Halls', '800 €'],
      ['', 'Renforcement nettoyage', 'Parkings', '700 €'],
      ['Tranquillité résidentielle', 'Surveillance des chantiers', 'Nuit', '600 €'],
    );
    expect(axes(table)).toEqual(['Sur-entretien', 'Sur-entretien', 'Tranquillité résidentielle']);
  });
});
