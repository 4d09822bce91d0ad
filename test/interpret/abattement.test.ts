import { expect, test } from 'vitest';
import { readFaits } from '../../src/stages/interpret/faits/read-faits.ts';

/** What a sentence of a programme's page says of the abattement: its amount and year. */
function told(text: string): readonly (readonly [string | undefined, number | null])[] {
  const piece = { text, place: { page: 1, box: [0, 0, 100, 10] as const }, size: 10, bold: false };
  return readFaits([piece], false, [{ pages: [1], heading: { quartier: null, codeQp: null } }])
    .filter(({ sujet }) => sujet === 'abattement')
    .map(({ montant, periode }) => [montant?.toFixed(2), periode?.debut ?? null]);
}

test.each([
  ["Montant de l'abattement 2023 : 8535", '8535.00', 2023],
  ["Le montant de l'abattement 2023 était de 598 412 €.", '598412.00', 2023],
  ["Montant de l'abattement de TFPB (2024) = 45 210,50 €", '45210.50', 2024],
  ["Montant total de l'abattement : 2024 €", '2024.00', null],
  ["L'abattement de TFPB pour l'année 2025 est estimé à 54 000 € sur le quartier.", '54000.00', 2025],
  ["L'abattement 2025 s'élève à 12.400 euros", '12400.00', 2025],
])('« %s »', (text, amount, year) => {
  expect(told(text)).toEqual([[amount, year]]);
});

test.each([
  "Montant de l'abattement 2023",
  "Montant de l'abattement 2023 2024 2025",
  "Montant de l'abattement TFPB pour 2024",
  "L'abattement de TFPB est de 30 % pour les logements du quartier",
  "L'abattement 2025 est reconduit",
])('a year is no amount, nor is a rate: « %s »', (text) => {
  expect(told(text)).toEqual([]);
});
