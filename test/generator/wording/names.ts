import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Random } from '../random.ts';

const require = createRequire(import.meta.url);
const communeSchema = z.array(
  z.looseObject({
    code: z.string(),
    nom: z.string(),
    type: z.string(),
    departement: z.string().optional(),
    population: z.number().optional(),
  }),
);
const epciSchema = z.array(z.looseObject({ nom: z.string(), membres: z.array(z.looseObject({ code: z.string() })) }));

export interface CommuneName {
  readonly code: string;
  readonly nom: string;
  readonly departement: string;
  /** Is there another commune of this name? */
  readonly homonym: boolean;
}

let loaded: readonly CommuneName[] | null = null;
let epciOf: ReadonlyMap<string, string> | null = null;

const MIN_POPULATION = 4000;

/** Towns large enough to hold social housing, with the official spelling and code. */
export function communes(): readonly CommuneName[] {
  if (loaded !== null) return loaded;
  const all = communeSchema
    .parse(require('@etalab/decoupage-administratif/data/communes.json'))
    .filter((each) => each.type === 'commune-actuelle');
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each.nom, (counts.get(each.nom) ?? 0) + 1);
  loaded = all
    .filter((each) => (each.population ?? 0) >= MIN_POPULATION && each.departement !== undefined)
    .map((each) => ({ code: each.code, nom: each.nom, departement: each.departement ?? '', homonym: (counts.get(each.nom) ?? 0) > 1 }));
  return loaded;
}

/** The intercommunal body of a commune, as the official list spells it. */
export function epciName(codeInsee: string): string | null {
  if (epciOf === null) {
    const all = epciSchema.parse(require('@etalab/decoupage-administratif/data/epci.json'));
    epciOf = new Map(all.flatMap((epci) => epci.membres.map((membre) => [membre.code, epci.nom] as const)));
  }
  return epciOf.get(codeInsee) ?? null;
}

const FAMOUS = [
  '62498',
  '62041',
  '59350',
  '59512',
  '93066',
  '13055',
  '69259',
  '76540',
  '38185',
  '80021',
  '76351',
  '95018',
  '31555',
  '72181',
  '54395',
  '2A004',
  '97411',
  '83137',
];

export function pickCommune(random: Random): CommuneName {
  const list = communes();
  if (random.chance(0.25)) {
    const code = random.pick(FAMOUS);
    const found = list.find((each) => each.code === code);
    if (found !== undefined) return found;
  }
  return random.pick(list);
}

export const QUARTIERS: readonly string[] = [
  'Grande Résidence',
  'Les Hauts de Seine-Vallée',
  'Centre Ville',
  'La Madeleine',
  'Le Clos Saint-Jacques',
  'Les Provinces',
  'Cité du Bois Joli',
  'Le Plateau',
  'Les Aubépines',
  'Bellevue',
  'Saint-Exupéry',
  'Le Val Fleuri',
  'Les Quatre Vents',
  'Cité 4 - Fosse 12',
  'La Croix Rouge',
  'Europe - Schweitzer',
  'Les Marronniers',
  "L'Épeule Nord",
  'Le Grand Parc',
  'Résidence Jean Moulin',
  'Sellier',
  'Les Tarterêts Sud',
  'Mont-Saint-Martin',
  'La Source',
  'Le Haut du Lièvre Est',
  'Pierre Rollin',
  'Les Chênes - Beauregard',
  'Rives de la Scarpe',
  "Val d'Argent Nord",
  'Berlioz - Ravel',
  'Les Fontaines',
  'Les Cèdres',
  'Quartier Est',
  'La Houssière',
  'Les Oudairies Bis',
  'Perseigne',
  'Les Portes du Midi',
  'Faubourg de Béthune Sud',
  'La Solidarité',
  'Kerangoff',
  'Les Minguettes Ouest',
  'Cœur de Ville',
  'Zup Nord',
  'Prairie du Canal',
  'Cité Péchiney',
  'Champ de Mars',
  'Jean Jaurès / Gagarine',
  'Saint-Pol - Jeu de Mail',
  'Le Banat',
  'Ronquières',
];

const BAILLEUR_STEMS = [
  'Val de Lys',
  'Artois',
  'Seine Vexin',
  'Loire Océan',
  'Midi Garonne',
  'Picardie',
  'Beffroi',
  'Cap',
  'Horizon',
  'Terres du Nord',
  'Rhône Isère',
  'Armorique',
  'Plaine',
  'Cévennes',
  'Vallée',
  'Trois Rivières',
];

/** A plausible landlord: invented names on the patterns real ones follow. */
export function pickBailleur(random: Random, commune: string): string {
  const stem = random.pick(BAILLEUR_STEMS);
  return random.weighted<string>([
    [4, `${stem} Habitat`],
    [2, `Habitat ${random.pick(['76', '62', '44', 'Plus', 'Sud', 'Grand Est', 'du Littoral'])}`],
    [2, `Office public de l'habitat de ${commune}`],
    [1, `OPH ${stem}`],
    [2, `SA d'HLM ${stem}`],
    [2, `${stem} Logement`],
    [1, `OPAC de ${commune}`],
    [1, `${random.pick(['Logi', 'Immo', 'Domo', 'Cap'])}${random.pick(['cité', 'relais', 'vie', 'nord', 'ouest'])}`],
    [1, random.pick(['SIVRA', 'SEMILOG', 'ODALYS HLM', 'S.A. LE FOYER LYSOIS', 'CLH 3F', 'LMN Habitat', 'SOGIVAL', '1001 Foyers Habitat'])],
    [
      1,
      `Le Foyer ${random.pick(['Rémois', 'Picard', 'Normand', 'Stéphanais', 'Lorrain'])} de ${random.pick(['l’Est', 'la Plaine', 'la Lys'])}`,
    ],
    [1, `${random.pick(['Partenaires', 'Toit et', 'Maisons et'])} ${random.pick(['Foyers', 'Joie', 'Jardins', 'Quartiers'])}`],
    [1, `Société immobilière du ${random.pick(['Grand Littoral', 'Haut Pays', 'Bas Vexin'])}`],
  ]);
}

export const ASSOCIATIONS: readonly string[] = [
  'Les Jardins de Cocagne du Val',
  'La Clé des Champs',
  'Le Fil d’Ariane',
  'Récré des Séniors',
  'Horizon Jeunes',
  'Unis pour la Cité',
  'Ensemble 62',
  'La Boîte à Outils',
  'Les Petits Débrouillards',
  'Médiation Plus',
  'Couleurs Quartier',
  'Régie Nord Service',
  'Le Bras Tendu',
  'Toit Accueil',
  'Les Anges Jardiniers',
  'Solid’R',
  'Vivre en Cité',
  'Interval',
  'Cap Insertion',
  'ACSO',
  'La Passerelle',
  'Main dans la main',
];
export const RESIDENCES: readonly string[] = [
  'Jean Mermoz',
  'Les Tilleuls',
  'Louise Michel',
  'Pasteur',
  'Les Glycines',
  'Dumas',
  'Allende',
  'Branly',
  'Marcel Paul',
  'Les Érables',
  'Vachala',
  'Copernic',
  'Les Bleuets',
  'Picasso',
  'Ambroise Croizat',
  'Foch',
  'Tour 14',
];
export const FIRMS: readonly string[] = [
  'Net’Express',
  'SAMSIC',
  'ProPreté 59',
  'Otis',
  'Sécuritas Nord',
  'Verdure SARL',
  'Allô Débarras',
  'Atout Services',
  'Qualimétrie',
  'GMS Maintenance',
];
export const MONTHS: readonly string[] = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
