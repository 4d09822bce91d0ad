import { describe, expect, it } from 'vitest';
import type { Page } from '../../src/model/page.ts';
import { cardOf } from '../../src/stages/audit/catalogue.ts';
import { auditPages } from '../../src/stages/audit/pages.ts';

const PAGE: Page = { number: 3, width: 595, height: 842, source: 'texte', words: [], rules: [], fills: [], defect: null };

describe('pages', () => {
  it('that were read are not spoken of', () => {
    expect(auditPages([PAGE])).toEqual([]);
  });

  it.each(['page_sans_texte', 'texte_sans_unicode', 'page_illisible'] as const)('with %s are said, with their number', (defect) => {
    expect(auditPages([PAGE, { ...PAGE, number: 4, defect }])).toMatchObject([{ code: defect, gravite: 'alerte', place: { page: 4 } }]);
  });

  it('with a layer of recognised text are said', () => {
    expect(auditPages([{ ...PAGE, source: 'mixte' }])).toMatchObject([{ code: 'texte_reconnu', place: { page: 3 } }]);
  });

  it.each(['page_blanche', 'reconnaissance_echouee', 'caracteres_inconnus', 'pieces_non_lues'])(
    'found %s: the reading says so, not the référentiel',
    (code) => {
      expect(cardOf(code).source).toBe('Lecture du document par tfpb');
    },
  );
});
