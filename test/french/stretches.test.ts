import { describe, expect, it } from 'vitest';
import { isStretchOfTime, stretchIn } from '../../src/french/stretches.ts';
import { versionIn } from '../../src/french/versions.ts';

describe('stretches of time that head columns', () => {
  it.each([
    'T1',
    'S2',
    '1er trimestre',
    '2ème semestre 2025',
    'Janvier',
    'janv.-mars',
    'Avril à juin',
    'Phase 2',
    'Tranche n° 1',
    'Année 1',
    'N+1',
    'Été',
  ])('« %s » is no name', (text) => {
    expect(isStretchOfTime(text)).toBe(true);
  });

  it.each(['Les Aulnes', '8 Mai 1945', 'Quatre Saisons', 'Tranchée', 'Secteur 1', 'Cité du Printemps', '11 Novembre'])(
    '« %s » may be one',
    (text) => {
      expect(isStretchOfTime(text)).toBe(false);
    },
  );

  it.each([
    ['Échéancier prévisionnel 2025 T1', 't1'],
    ['Montant du 2e semestre 2024', '2e semestre'],
    ['Dépense prévue N+1', 'N+1'],
    ['Réalisé au 30 juin', null],
    ['Dépense prévisionnelle 2025', null],
    ['Surface en m2', null],
  ])('of « %s » is %s', (heading, stretch) => {
    expect(stretchIn(heading)).toBe(stretch);
  });
});

describe('versions that head columns', () => {
  it.each([
    ['Montant prévisionnel initial', 'initiale'],
    ['Budget avant avenant', 'initiale'],
    ['Montant après modification', 'revisee'],
    ['Dépense révisée', 'revisee'],
    ['Modifications', null],
  ])('« %s » is %s', (heading, version) => {
    expect(versionIn(heading)).toBe(version);
  });
});
