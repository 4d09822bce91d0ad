import { describe, expect, it } from 'vitest';
import type { Piece } from '../../src/stages/interpret/facts.ts';
import { partiesOf } from '../../src/stages/interpret/parties.ts';

function parties(...texts: readonly string[]) {
  const pieces = texts.map((text, index): Piece => {
    const y = 60 + 24 * index;
    return { text, place: { page: 1, box: [50, y, 50 + text.length * 5, y + 10] }, size: 10, bold: false };
  });
  return partiesOf(pieces);
}

describe('parties of a convention', () => {
  it('several communes together', () => {
    const found = parties(
      'Entre :',
      '- L’État, représenté par la préfète de l’Isère',
      '- Les communes d’Échirolles et de Fontaine, représentées par leurs maires respectifs',
      'Il est convenu',
    );
    expect(found.map(({ kind, name }) => [kind, name])).toContainEqual(['commune', 'communes d’Échirolles et de Fontaine']);
  });

  it('one a dash', () => {
    expect(
      parties(
        'Entre :',
        '- L’État, représenté par le préfet de l’Ain',
        '- La Métropole de Lyon, représentée par son président',
        '- La commune d’Oyonnax, représentée par son maire',
        '- Logis du Rhône, société anonyme d’HLM, représentée par son directeur',
        'Préambule',
      ),
    ).toEqual([
      { kind: 'etat', name: 'État' },
      { kind: 'epci', name: 'Métropole de Lyon' },
      { kind: 'commune', name: 'commune d’Oyonnax' },
      { kind: 'bailleur', name: 'Logis du Rhône' },
    ]);
  });

  it('one going on over several lines', () => {
    expect(
      parties(
        'Entre les soussignés :',
        '- La Communauté d’agglomération du',
        'Bassin de Bourg, représentée par',
        'sa présidente',
        'Article 1 : Objet',
      ),
    ).toEqual([{ kind: 'epci', name: 'Communauté d’agglomération du Bassin de Bourg' }]);
  });

  it('none where no list of parties opens', () => {
    expect(parties('Programme d’actions', '- Logis du Rhône')).toEqual([]);
  });
});
