import { expect, test } from 'vitest';
import { epciIn } from '../../src/stages/classify/epci.ts';
import { readFaits } from '../../src/stages/interpret/faits/read-faits.ts';

/** What a sentence of a programme's page says of the abattement: its amount and year. */
function told(text: string): readonly (readonly [string | undefined, number | null])[] {
  const piece = { text, place: { page: 1, box: [0, 0, 100, 10] as const }, size: 10, bold: false };
  return readFaits([piece], false, [{ pages: [1], heading: { quartier: null, codeQp: null } }], epciIn)
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

test.each([
  ["L'abattement dont bénéficie le bailleur s'élève à 9 870 euros.", '9870.00', null],
  ["En 2024, l'abattement dont bénéficie le bailleur s'élève à 9 870 euros.", '9870.00', 2024],
  ["L'abattement accordé à Bugey Habitat au titre de l'année 2025 représente 12 400 €.", '12400.00', 2025],
  ["Le bailleur bénéficie en 2024 d'un abattement de 9 870 €.", '9870.00', 2024],
  ["Bugey Habitat a bénéficié d'un abattement de TFPB estimé à 9 870,50 €.", '9870.50', null],
])('in a sentence: « %s »', (text, amount, year) => {
  expect(told(text)).toEqual([[amount, year]]);
});

test.each([
  "Le bailleur bénéficie d'un abattement de 30 % de la base.",
  "L'abattement dont bénéficie le bailleur finance des actions dont le coût s'élève à 9 870 €.",
  "L'abattement représente 160 € par logement.",
  "L'abattement s'élève à 160 €/logement.",
])('another sum: « %s »', (text) => {
  expect(told(text)).toEqual([]);
});
