import { expect, it } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import type { Place } from '../../src/model/geometry.ts';
import { withLinesElsewhere } from '../../src/stages/interpret/recap-alone.ts';
import { rows, type Row } from '../support/grids.ts';
import { understand } from '../support/understand.ts';
import { TITLE } from './pages.ts';

const PAGE: Place = { page: 3, box: [0, 0, 595, 842] };

const programmeOf = (header: Row, ...lines: readonly Row[]) =>
  understand(TITLE, 'Bailleur : Plaine Habitat – Quartier La Forge (QP099001)', rows(header, ...lines)).programmes;

const AXES = programmeOf(
  ['Axe', 'Prévu', 'Réalisé'],
  ['Sur-entretien', '1 500 €', '1 400 €'],
  ['Tranquillité résidentielle', '600 €', '650 €'],
  ['Total', '2 100 €', '2 050 €'],
);

it('a summary of axes beside a page that looks like a programme holds that page as unread', () => {
  expect(AXES.map(({ lines }) => lines.length)).toEqual([2]);
  const [programme] = withLinesElsewhere(AXES, [PAGE], knowledge);
  expect(programme?.unread).toEqual([...(AXES[0]?.unread ?? []), { text: 'page 3', place: PAGE }]);
});

it('it stands where no such page is, and so does a programme with actions', () => {
  expect(withLinesElsewhere(AXES, [], knowledge)).toEqual(AXES);
  const actions = programmeOf(
    ['Action', 'Montant prévisionnel'],
    ['Effacement de tags et graffitis', '800 €'],
    ['Renforcement du nettoyage', '700 €'],
  );
  expect(actions.map(({ lines }) => lines.length)).toEqual([2]);
  expect(withLinesElsewhere(actions, [PAGE], knowledge)).toEqual(actions);
});
