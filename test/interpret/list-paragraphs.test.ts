import { expect, test } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { listParagraphs } from '../../src/stages/interpret/listes/list-paragraphs.ts';

const LONG = 'Les priorités retenues portent sur la propreté des parties communes, la tranquillité résidentielle et le lien';

const row = (y0: number, text: string): Piece => ({
  text,
  place: { page: 1, box: [50, y0, 50 + 4.5 * text.length, y0 + 10.8] },
  size: 9.5,
  bold: false,
});

test('lines of a scan that stand a little higher or lower than printed are one paragraph all the same', () => {
  // One line in ten a point too high: the closest two lines of the page are not what its lines usually are.
  const tops = [100, 111.7, 122.5, 134.3, 146];
  const pieces = [...tops.map((y0) => row(y0, LONG)), row(200, LONG), row(212.3, 'social.')];
  expect(listParagraphs(pieces).at(-1)?.text).toBe(`${LONG} social.`);
});

test('a line that closes the bracket of the text above it goes on with it, and so does its amount behind a dash', () => {
  const texts = listParagraphs([
    row(100, '- Sur-maintenance des équipements (écart'),
    row(112, 'QPV / hors QPV) - Coût unitaire estimé à 45,50 € HT'),
    row(124, '– 12 000 €'),
    row(140, '- Effacement de tags – 8 100 €'),
  ]).map(({ text }) => text);
  expect(texts).toEqual([
    'Sur-maintenance des équipements (écart QPV / hors QPV) - Coût unitaire estimé à 45,50 € HT – 12 000 €',
    'Effacement de tags – 8 100 €',
  ]);
});

test('the unit of an amount goes on with it, though a scan measures a sign alone larger than the words before it', () => {
  const texts = listParagraphs([
    row(100, '- Dispositifs de soutien aux équipes ................................ 21 306'),
    { ...row(112, '€'), size: 11 },
    row(126, '- Formations spécifiques ................................................. 330 €'),
    { ...row(140, 'Sous-total : 21 636 €'), size: 11 },
  ]).map(({ text }) => text);
  expect(texts).toEqual([
    'Dispositifs de soutien aux équipes ................................ 21 306 €',
    'Formations spécifiques ................................................. 330 €',
    'Sous-total : 21 636 €',
  ]);
});

test('an amount on a line of its own in the column of the others is set apart, whatever sign the words above end with', () => {
  const apart = (y0: number, text: string): Piece => ({ ...row(y0, text), place: { page: 1, box: [400, y0, 450, y0 + 10.8] } });
  const found = listParagraphs([
    row(100, '- Remise en peinture des halls'),
    apart(100, '3 400 € HT'),
    row(114, '- Frais de fonctionnement du dispositif'),
    apart(114, '19 500 € HT'),
    row(128, '- Audit de sûreté'),
    apart(128, '1 000 € HT'),
    row(142, '- Installation de bancs et de tables de pique-nique - En lien avec les habitants et Solid’R.'),
    apart(153, '19 512 € HT'),
    row(168, '- Agents de prévention'),
    apart(168, '7 000 € HT'),
  ]);
  expect(found.map(({ amounts }) => amounts)).toEqual([['3 400 € HT'], ['19 500 € HT'], ['1 000 € HT'], ['19 512 € HT'], ['7 000 € HT']]);
});

test('a figure set apart whose currency the line below begins with is an amount, though the words beside it count dwellings', () => {
  const apart = (y0: number, text: string): Piece => ({ ...row(y0, text), place: { page: 1, box: [495, y0, 525, y0 + 10.8] } });
  const found = listParagraphs([
    row(100, '- Soutien au fonctionnement de l’amicale des locataires (150 € par logement)'),
    apart(100, '4 000'),
    row(112, '€'),
    row(130, '- Campagne de communication'),
    apart(130, '1 389 €'),
    row(150, '- Rondes de nuit'),
    apart(150, '2 000 €'),
  ]);
  expect(found.map(({ amounts }) => amounts)).toEqual([['4 000 €'], ['1 389 €'], ['2 000 €']]);
});

test('an amount in the column of the others is that of the words which left it no room, though they end with a price', () => {
  const apart = (y0: number, text: string): Piece => ({ ...row(y0, text), place: { page: 1, box: [400, y0, 450, y0 + 10.8] } });
  const found = listParagraphs([
    row(100, '1. Remise en peinture des halls'),
    apart(100, '3 400 € HT'),
    row(114, '2. Audit de sûreté'),
    apart(114, '1 000 € HT'),
    row(128, '3. Enquête triennale, échantillon de 79 ménages - Coût unitaire estimé à 1 200€ HT'),
    apart(139, '28 723 € HT'),
    row(153, '4. Agents de prévention'),
    apart(153, '7 000 € HT'),
  ]);
  expect(found.map(({ amounts }) => amounts)).toEqual([['3 400 € HT'], ['1 000 € HT'], ['28 723 € HT'], ['7 000 € HT']]);
});

test('boxes, ticked or not, are one kind of bullet; a text set in under one goes on behind its comma, and a header on the next page does not', () => {
  const at = (piece: Piece, x: number, page = 1): Piece => {
    const [x0, y0, x1, y1] = piece.place.box;
    return { ...piece, place: { page, box: [x0 + x, y0, x1 + x, y1] } };
  };
  const paragraphs = listParagraphs([
    row(100, '☒ Sensibilisation à la maîtrise des charges,'),
    at(row(100, '3 875 €'), 380),
    at(row(112, 'nouveaux usages'), 17),
    row(130, '☒ Formation des locataires'),
    at(row(130, '2 400 €'), 380),
    row(148, '☐ Enquêtes de satisfaction'),
    at(row(40, 'Action'), 17, 2),
  ]);
  expect(paragraphs.map(({ text, bullet }) => [text, bullet])).toEqual([
    ['Sensibilisation à la maîtrise des charges, nouveaux usages', '☐'],
    ['Formation des locataires', '☐'],
    ['Enquêtes de satisfaction', '☐'],
    ['Action', null],
  ]);
});
