import { expect, it } from 'vitest';
import { LEFT, rows, type Row } from '../support/grids.ts';
import { programmeOf } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const across = (text: string): Row => [text, LEFT, LEFT];

it('a title that bears the number between those of two axes names one, in whatever words', () => {
  const { lines } = programmeOf(
    TITLE,
    'Ville : Oyonnax',
    rows(
      ['Action', 'Calendrier', 'Montant prévisionnel'],
      across('1. Présence de proximité'),
      ['Gardien remplaçant', '2026', '13 200 €'],
      across('2. Mieux faire au quotidien'),
      ['Effacement de tags et graffitis', '2026', '1 890 €'],
      across('3. Gestion des déchets et encombrants'),
      ['Gestion des encombrants', '2026', '8 300 €'],
    ),
  );
  expect(lines.map(({ axeText }) => axeText)).toEqual([
    '1. Présence de proximité',
    '2. Mieux faire au quotidien',
    '3. Gestion des déchets et encombrants',
  ]);
});

it('a note without such a number leaves the axe as it is', () => {
  const { lines } = programmeOf(
    TITLE,
    'Ville : Oyonnax',
    rows(
      ['Action', 'Calendrier', 'Montant prévisionnel'],
      across('1. Présence de proximité'),
      ['Gardien remplaçant', '2026', '13 200 €'],
      across('Résidence des Lilas'),
      ['Second gardien', '2026', '1 890 €'],
      across('2. Sur-entretien'),
      ['Renforcement nettoyage', '2026', '8 300 €'],
    ),
  );
  expect(lines.map(({ axeText }) => axeText)).toEqual(['1. Présence de proximité', '1. Présence de proximité', '2. Sur-entretien']);
});

it('the name of an axe among items that all have numbers is a title though nothing but its missing number sets it off', () => {
  const items = (second: string) =>
    programmeOf(
      TITLE,
      'Ville : Oyonnax',
      rows(
        ['Action', 'Montant prévisionnel'],
        ['1) Renforcement du gardiennage', '13 200 €'],
        ['2) Agents de médiation sociale', '1 000 €'],
        [second, ''],
        ['9) Renforcement du nettoyage', '1 890 €'],
        ['10) Effacement de tags et graffitis', '8 300 €'],
      ),
    ).lines.map(({ axeText, actionText }) => [axeText, actionText]);
  expect(items('Sur-entretien')).toEqual([
    [null, '1) Renforcement du gardiennage'],
    [null, '2) Agents de médiation sociale'],
    ['Sur-entretien', '9) Renforcement du nettoyage'],
    ['Sur-entretien', '10) Effacement de tags et graffitis'],
  ]);
  expect(items('3) Sur-entretien')).toHaveLength(5);
});
