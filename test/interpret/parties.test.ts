import { describe, expect, it } from 'vitest';
import { epciIn } from '../../src/stages/classify/epci.ts';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { partiesOf } from '../../src/stages/interpret/parties.ts';

function piecesOf(...texts: readonly string[]) {
  return texts.map((text, index): Piece => {
    const y = 60 + 24 * index;
    return { text, place: { page: 1, box: [50, y, 50 + text.length * 5, y + 10] }, size: 10, bold: false };
  });
}

function parties(...texts: readonly string[]) {
  return partiesOf(piecesOf(...texts), epciIn).map(({ kind, name }) => ({ kind, name }));
}

describe('parties of a convention', () => {
  it('an intercommunality whose name has a comma of its own', () => {
    const opening = ['Entre :', '- L’État, représenté par le préfet du Pas-de-Calais'];
    const found = (name: string) => parties(...opening, `- ${name}, représentée par son président`, 'Préambule').at(-1)?.name;
    expect(found('La Communauté d’agglomération de Béthune-Bruay, Artois-Lys Romane')).toBe(
      'Communauté d’agglomération de Béthune-Bruay, Artois-Lys Romane',
    );
    expect(found('La Communauté d’agglomération de Lens-Liévin')).toBe('Communauté d’agglomération de Lens-Liévin');
  });

  it('a landlord keeps the capital word that its name begins with, and no word of what it is in general', () => {
    const found = (name: string) =>
      parties('Entre :', '- L’État, représenté par le préfet du Nord', `- ${name}, représentée par sa directrice`, 'Préambule').at(-1)
        ?.name;
    expect(found('La Société Dauphinoise pour l’Habitat')).toContain('Société Dauphinoise pour l’Habitat');
    expect(found('la société Habitat du Nord')).toBe('Habitat du Nord');
  });

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

  it('each with its whole sentence, over all its lines, as the page has it', () => {
    const found = partiesOf(
      piecesOf(
        'Entre :',
        '- L’État, représenté par Madame la Préfète, dont les services sont',
        'place Briand ; et',
        '- Le Mans Métropole, représentée par son président,',
        'Préambule',
      ),
      epciIn,
    );
    expect(found.map(({ phrase }) => phrase)).toEqual(
      [
        '- L’État, représenté par Madame la Préfète, dont les services sont place Briand ;',
        'et',
        '- Le Mans Métropole, représentée par son président,',
      ].filter((phrase) => phrase !== 'et'),
    );
  });

  it.each([
    ['- Le Mans Métropole, représentée par son président', 'Le Mans Métropole'],
    ['- La Métropole de Lyon, représentée par son président', 'Métropole de Lyon'],
    ['- L’agglomération du Grand Lac, représentée par son président', 'agglomération du Grand Lac'],
  ])('keep the article of a name, not that of a word: %s', (text, name) => {
    expect(parties('Entre :', text, 'Préambule').map((each) => each.name)).toEqual([name]);
  });

  it.each([
    ['- la structure intercommunale Val de Garonne Agglomération, représentée par son président', 'Val de Garonne Agglomération'],
    ['- l’établissement public de coopération intercommunale Le Grand Chalon, représenté par son président', 'Le Grand Chalon'],
    [
      '- l’établissement public territorial Plaine Commune, représenté par son président',
      'établissement public territorial Plaine Commune',
    ],
  ])('name an intercommunality without the words that only say that it is one: %s', (text, name) => {
    expect(parties('Entre :', text, 'Préambule')).toEqual([{ kind: 'epci', name }]);
  });

  it('none where no list of parties opens', () => {
    expect(parties('Programme d’actions', '- Logis du Rhône')).toEqual([]);
  });
});

it('parties of a running text, each with who represents it', () => {
  const opening = [
    'Entre l’État, représenté par la préfète de l’Ain, Haut-Bugey Agglomération,',
    'représentée par son président, M. Paul Martin,',
  ];
  expect(
    parties(
      ...opening,
      'la ville d’Oyonnax, représentée par son maire, et Bugey Habitat,',
      'office public de l’habitat, représenté par sa directrice,',
      'Vu',
    ),
  ).toEqual([
    { kind: 'etat', name: 'État' },
    { kind: 'epci', name: 'Haut-Bugey Agglomération' },
    { kind: 'commune', name: 'ville d’Oyonnax' },
    { kind: 'bailleur', name: 'Bugey Habitat' },
  ]);
});
