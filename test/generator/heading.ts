import type { Periode } from '../../src/model/vocabulary.ts';
import { spell } from './columns.ts';
import type { HeadingContent } from './content.ts';
import type { Random } from './random.ts';
import { QUARTIERS, pickBailleur, pickCommune } from './wording/names.ts';
import { withoutAccents } from './wording/fill.ts';

function departementCode(departement: string): string {
  return departement.length === 3 ? departement : `0${departement}`;
}

export function pickCodeQp(random: Random, departement: string): string {
  const dept = departementCode(departement);
  const old = random.chance(0.55);
  if (random.chance(0.02)) return `QP${dept}${String(random.int(1, 99)).padStart(2, '0')}`;
  return old
    ? `QP${dept}${String(random.int(1, 99)).padStart(3, '0')}`
    : `QN${dept}${String(random.int(1, 60)).padStart(2, '0')}${random.pick(['M', 'I', 'N'])}`;
}

/** Headings of one file: the same town and landlord, one a quartier. */
export function pickHeadings(random: Random, years: Periode, count: number): readonly HeadingContent[] {
  const commune = pickCommune(random);
  const bailleur = pickBailleur(random, commune.nom);
  const withCode = random.chance(0.55);
  return random.sample(QUARTIERS, count).map((quartier) => ({
    commune: commune.nom,
    codeInsee: commune.code,
    departement: commune.departement,
    homonym: commune.homonym,
    quartier,
    codeQp: withCode ? pickCodeQp(random, commune.departement) : null,
    bailleur,
    logements: random.chance(0.9) ? random.pick([random.int(6, 90), random.int(90, 900), random.int(1000, 2600)]) : null,
    years,
  }));
}

export interface LabelledValue {
  readonly field: 'years' | 'commune' | 'quartier' | 'code' | 'bailleur' | 'logements' | 'decoy';
  readonly label: string;
  readonly value: string;
}

export interface HeadingHabits {
  readonly upper: boolean;
  readonly labels: Readonly<Record<Exclude<LabelledValue['field'], 'decoy'>, string>>;
  readonly colon: string;
  readonly codeInQuartier: boolean;
  readonly decoys: readonly LabelledValue[];
}

export function pickHeadingHabits(random: Random, year: number): HeadingHabits {
  const decoys: LabelledValue[] = [
    { field: 'decoy', label: '', value: `PROJET AU 21 11 ${year - 1}` },
    { field: 'decoy', label: 'Version du', value: `${random.int(10, 28)}/0${random.int(1, 9)}/${year}` },
    {
      field: 'decoy',
      label: 'Référent',
      value: `Mme ${random.pick(['Lefebvre', 'Dupont', 'Haddad', 'Nguyen'])} - 03 21 ${random.int(10, 99)} ${random.int(10, 99)} 07`,
    },
    { field: 'decoy', label: "Montant de l'abattement", value: `${random.int(12, 480)} ${random.int(100, 999)} €` },
    { field: 'decoy', label: 'Date de mise à jour', value: `${random.int(1, 28)} mars ${year}` },
  ];
  return {
    upper: random.chance(0.3),
    labels: {
      years: random.weighted([
        [4, 'Année(s)'],
        [3, 'Année'],
        [3, 'Période'],
        [1, 'PERIODE'],
        [2, 'Exercice'],
        [1, 'Années'],
      ]),
      commune: random.weighted([
        [4, 'Ville'],
        [5, 'Commune'],
        [1, 'COMMUNE'],
        [1, 'Territoire'],
      ]),
      quartier: random.weighted([
        [4, 'Quartier prioritaire'],
        [3, 'Quartier'],
        [3, 'QPV'],
        [2, 'Nom du quartier'],
        [1, 'NOM DU QUARTIER'],
        [1, 'Quartier prioritaire de la ville (QPV)'],
      ]),
      code: random.weighted([
        [3, 'N° QPV'],
        [2, 'Code QP'],
        [2, 'Code QPV'],
        [1, 'N°QPV'],
        [1, 'Code du quartier'],
      ]),
      bailleur: random.weighted([
        [4, 'Organisme'],
        [4, 'Bailleur'],
        [2, 'Organisme HLM'],
        [1, 'Bailleur social'],
        [1, 'ORGANISME'],
        [1, 'Organisme Hlm'],
      ]),
      logements: random.weighted([
        [4, 'Nombre de logements dans le quartier'],
        [3, 'Nombre de logements'],
        [2, 'Nb de logts'],
        [2, 'Nb logements'],
        [1, 'Patrimoine'],
        [1, 'Nombre de logements concernés'],
        [1, 'Logements en QPV'],
      ]),
    },
    colon: random.weighted([
      [6, ' : '],
      [2, ': '],
      [1, ' :'],
    ]),
    codeInQuartier: random.chance(0.3),
    decoys: random.chance(0.35) ? random.sample(decoys, random.int(1, 2)) : [],
  };
}

function cased(text: string, habits: HeadingHabits, random: Random): string {
  if (!habits.upper) return text;
  return random.chance(0.5) ? withoutAccents(text).toUpperCase() : text.toUpperCase();
}

export function formatCount(count: number, random: Random): string {
  return count >= 1000 && random.chance(0.5) ? String(count).replace(/(\d{3})$/u, ' $1') : String(count);
}

/** The label and value pieces of one heading, in an order a clerk might choose. */
export function headingPieces(heading: HeadingContent, habits: HeadingHabits, random: Random): readonly LabelledValue[] {
  const mustName = heading.homonym && heading.codeQp === null;
  const communeValue = cased(heading.commune, habits, random) + (mustName ? ` (${heading.departement})` : '');
  const inline = heading.codeQp !== null && habits.codeInQuartier;
  const quartierValue =
    cased(heading.quartier, habits, random) + (inline ? random.pick([` (${heading.codeQp ?? ''})`, ` - ${heading.codeQp ?? ''}`]) : '');
  const dwellings = heading.logements;
  const pieces: LabelledValue[] = [
    { field: 'years', label: habits.labels.years, value: spell(heading.years, random) },
    { field: 'commune', label: habits.labels.commune, value: communeValue },
    { field: 'quartier', label: habits.labels.quartier, value: quartierValue },
    { field: 'bailleur', label: habits.labels.bailleur, value: cased(heading.bailleur, habits, random) },
  ];
  if (heading.codeQp !== null && !inline) pieces.push({ field: 'code', label: habits.labels.code, value: heading.codeQp });
  if (dwellings !== null) {
    const unit =
      habits.labels.logements === 'Patrimoine'
        ? ' logements'
        : random.weighted([
            [5, ''],
            [1, ' logements'],
            [1, ' logts'],
          ]);
    pieces.push({ field: 'logements', label: habits.labels.logements, value: `${formatCount(dwellings, random)}${unit}` });
  }
  const ordered = random.chance(0.3) ? random.shuffle(pieces) : pieces;
  return [...ordered, ...habits.decoys];
}

export function piece(value: LabelledValue, colon: string): string {
  return value.label === '' ? value.value : `${value.label}${colon}${value.value}`;
}
