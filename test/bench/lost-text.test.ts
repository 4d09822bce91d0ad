import { expect, it } from 'vitest';
import { programmePdf } from '../support/programme-pdf.ts';
import type { TypesetDocument } from '../typeset/model.ts';
import { lostTexts } from './lost-text.ts';

function documentOf(...texts: readonly string[]): TypesetDocument {
  const rows = texts.map((text) => ({ cells: [{ text }] }));
  const page = { size: 'A4', orientation: 'landscape', margins: { top: 10, right: 10, bottom: 10, left: 10 } } as const;
  return { title: 'x', font: 'Carlito', size: 9, parts: [{ page, blocks: [{ kind: 'table', columns: [100], rows }] }] };
}

it('finds the rows that a producer did not print, and no others', async () => {
  const printed = ['Renforcement du nettoyage', 'Nettoyage des halls, secteur 7', 'Médiation en soirée'];
  const dropped = 'Enlèvement des véhicules épaves';
  expect(await lostTexts(documentOf(...printed, dropped), programmePdf(7))).toEqual([dropped]);
});

it('minds neither white space and marks nor texts too short to be told from others', async () => {
  const document = documentOf('Nettoyage\ndes  halls - secteur 7', '12 345 €', 'néant');
  expect(await lostTexts(document, programmePdf(7))).toEqual([]);
});
