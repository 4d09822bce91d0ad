import { expect, test } from 'vitest';
import type { Piece } from '../../src/stages/interpret/heading-piece.ts';
import { paragraphs } from '../../src/stages/interpret/paragraphs.ts';

const piece = (x0: number, y0: number, text: string): Piece => ({
  text,
  place: { page: 1, box: [x0, y0, x0 + 6 * text.length, y0 + 12] },
  size: 10,
  bold: false,
});

test('a name cut behind its hyphen goes on under it; a label beside it, or words of another line, do not', () => {
  const cut = piece(50, 33, 'Quartier prioritaire LES HAUTS DE SEINE-');
  expect(paragraphs([cut, piece(176, 44, 'VALLÉE')]).map(({ text }) => text)).toEqual(['Quartier prioritaire LES HAUTS DE SEINE-VALLÉE']);
  expect(paragraphs([cut, piece(400, 44, 'VALLÉE')])).toHaveLength(2);
  expect(paragraphs([cut, piece(50, 44, 'Organisme :')])).toHaveLength(2);
  expect(paragraphs([piece(50, 33, 'Quartier prioritaire LES HAUTS'), piece(176, 44, 'VALLÉE')])).toHaveLength(2);
});

test('a line with room for the first word of the next is the end of its paragraph', () => {
  const full = piece(50, 33, 'L’article 1388 bis du code général des impôts prévoit un abattement de 30 % de la');
  const short = piece(50, 33, 'Organisme : OFFICE PUBLIC DE L’HABITAT DE LE PUY-SAINTE-REPARADE');
  const next = piece(50, 46, 'base et le programme fera l’objet d’un bilan annuel transmis à tous les signataires');
  expect(paragraphs([full, next])).toHaveLength(1);
  expect(paragraphs([short, next])).toHaveLength(2);
});

test('a total with its amount is whole: the title of the section under it stands alone', () => {
  const total = piece(50, 33, 'Total Renforcement des moyens de droit commun et des actions spécifiques (A + B) : 202 594 €');
  expect(paragraphs([total, piece(50, 46, '1 - ACTIONS SPECIFIQUES')])).toHaveLength(2);
  expect(paragraphs([total, piece(50, 46, 'pour les deux quartiers prioritaires')])).toHaveLength(1);
});

test('a line of facts whose last is whole parts from the facts under it; one cut in a label goes on there', () => {
  const facts = piece(50, 33, 'Programme d’actions – abattement de TFPB – Ville de Lorient – QP056002');
  const cut = piece(50, 33, 'Commune : Brignoles – Année : 2028 – Bailleur social : Trois Rivières Habitat – Code');
  expect(paragraphs([facts, piece(50, 46, 'Scorff Habitat - 948 logements')])).toHaveLength(2);
  expect(paragraphs([cut, piece(50, 46, 'QP : QN08336M – QPV : Val d’Argent Nord')])).toHaveLength(1);
});

test('lines of two sizes are two texts', () => {
  const title = piece(50, 33, 'Programme prévisionnel d’actions 2020 – abattement de la taxe foncière');
  expect(paragraphs([title, { ...piece(50, 46, 'Commune : Bar-le-Duc'), size: 8 }])).toHaveLength(2);
});
