import { readFileSync } from 'node:fs';
import type { Random } from '../../generator/random.ts';

/** What sheets of text are made of: the phrases and words of programmes, proper names, and any other words of the language. */
export interface Vocabulary {
  readonly phrases: readonly string[];
  readonly words: readonly string[];
  readonly names: readonly string[];
}

const LABELS = [
  'Commune',
  'Ville',
  'Quartier',
  'Quartier prioritaire',
  'QPV',
  'Code QP',
  'Code du quartier',
  'Bailleur',
  'Organisme',
  'Organisme HLM',
  'Année(s)',
  'Année',
  'Période',
  'Nombre de logements',
  'Nb de logts',
  'Nb logements',
  'Patrimoine concerné',
  'EPCI',
  'Département',
  'Date',
  'Contact',
];
const LANDLORDS = ['Habitat', 'Logement', 'OPH', 'Office public', 'Immobilière', 'Foncière', 'SA HLM', 'Résidences', 'Logis', 'Maisons'];
const HEADINGS = [
  'Montant prévu',
  'Montant prévisionnel',
  'Montant engagé',
  'Montant réalisé',
  'Dépense totale',
  'Dépense valorisée',
  'Dépense valorisée TFPB',
  'Financement bailleur',
  'Autre financement',
  'Taux de valorisation',
  'Coût prévisionnel',
  'Coût réel',
  'Écart',
  'Réalisé',
  'Prévu',
  'Bilan',
  'Prévisionnel',
  'Axes',
  'Actions',
  'Action spécifique',
  'Gestion de droit commun',
  'Observations',
  'Commentaires',
  'Calendrier',
  "en contrepartie de l'abattement",
  "Dépenses au titre de l'abattement",
  'Total',
  'Sous-total',
  'Total axe 3',
  'TOTAL GÉNÉRAL',
  'Montant total prévisionnel',
  'Coût total du programme',
  'Intitulé de l’action',
  'Localisation',
  'Unité : euros',
];

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function amount(random: Random): string {
  const value = random.int(1, 9) * 10 ** random.int(0, 5) + random.int(0, 999);
  const parting = random.pick([' ', '\u202f', '\u00a0', '', '.']);
  const whole = String(value).replace(/\B(?=(\d{3})+(?!\d))/gu, parting);
  return `${whole}${random.chance(0.25) ? `,${random.pick(['00', '50', String(random.int(10, 99))])}` : ''}${random.pick([' €', '€', ' € TTC', ' euros', ' k€', ' €'])}`;
}

function sentence(random: Random, { words, phrases }: Vocabulary): string {
  const rest = Array.from({ length: random.int(1, 9) }, () =>
    random.weighted<() => string>([
      [72, () => random.pick(words)],
      [10, () => random.pick(['de', 'la', 'du', 'des', 'les', 'et', 'à', 'au', "l'entretien", "d'accueil", 'en', 'sur', 'pour', 'par'])],
      [4, () => `(${random.pick(words)})`],
      [4, () => `${random.pick(words)},`],
      [3, () => String(random.int(1, 2030))],
      [2, () => random.pick(['/', '-', '–', ':', '&', '+', ';'])],
      [2, () => amount(random)],
      [3, () => random.pick(phrases)],
    ])(),
  ).join(' ');
  return random.chance(0.7) ? capitalised(rest) : rest;
}

function nameOf(random: Random, { names, words }: Vocabulary): string {
  const name = random.pick(names);
  return random.weighted<() => string>([
    [60, () => name],
    [15, () => `${random.pick(['Cité', 'Quartier', 'Les', 'Le', 'La', 'Grand', 'Résidence', 'Hauts de', 'Zac'])} ${name}`],
    [15, () => `${name} ${random.pick(LANDLORDS)}`],
    [10, () => `${name} - ${capitalised(random.pick(words))}`],
  ])();
}

function field(random: Random, vocabulary: Vocabulary): string {
  const label = random.pick(LABELS);
  const value = random.weighted<() => string>([
    [55, () => nameOf(random, vocabulary)],
    [12, () => `QP${String(random.int(1, 999_999)).padStart(6, '0')}`],
    [12, () => `${String(random.int(2015, 2027))}-${String(random.int(2016, 2030))}`],
    [8, () => String(random.int(2015, 2030))],
    [13, () => `${String(random.int(12, 2400))}${random.pick(['', ' logements', ' logts'])}`],
  ])();
  return `${random.chance(0.2) ? label.toUpperCase() : label}${random.pick([' : ', ': ', ' :', ' '])}${value}`;
}

/** What a cell of a sheet of text says. */
function cellText(random: Random, vocabulary: Vocabulary): string {
  const text = random.weighted<() => string>([
    [36, () => random.pick(vocabulary.phrases)],
    [28, () => sentence(random, vocabulary)],
    [12, () => field(random, vocabulary)],
    [9, () => random.pick(HEADINGS)],
    [9, () => nameOf(random, vocabulary)],
    [3, () => `${String(random.int(1, 8))}${random.pick(['.', ')', ' -', ' –', '°'])} ${random.pick(vocabulary.phrases)}`],
    [
      3,
      () =>
        `${random.pick(['Axe', 'AXE'])} ${String(random.int(1, 8))} ${random.pick([':', '-', '–', ''])} ${random.pick(vocabulary.phrases)}`,
    ],
  ])();
  return random.chance(0.1) ? text.toUpperCase() : text;
}

const FONTS =
  'Liberation Sans,Liberation Sans,Liberation Sans,Liberation Serif,Liberation Serif,Carlito,Carlito,DejaVu Sans,DejaVu Sans,Arimo,Tinos,Nimbus Sans,Nimbus Roman,Liberation Sans Narrow,DejaVu Sans Condensed,DejaVu Serif,Caladea,FreeSans,FreeSerif,TeX Gyre Heros,TeX Gyre Termes,Open Sans,Roboto,Lato,Noto Sans,Noto Serif,Cantarell,EB Garamond,Gentium,Linux Libertine O,Linux Biolinum O,Roboto Condensed,TeX Gyre Pagella,URW Bookman,URW Gothic,Liberation Mono,Comic Neue'.split(
    ',',
  );

/** One sheet of cells of text, in a print as small as 5 points. */
export function textSheetHtml(random: Random, vocabulary: Vocabulary): string {
  const size = 5 + random.next() * random.next() * 6;
  const columns = Math.max(3, Math.round(32 / size) + random.int(-1, 1));
  const rows = Array.from({ length: Math.floor(500 / (size * 2.9)) }, () => {
    const style = [
      `font-family:'${random.pick(FONTS)}'`,
      `font-weight:${random.chance(0.28) ? '700' : '400'}`,
      ...(random.chance(0.06) ? ['font-style:italic'] : []),
      ...(random.chance(0.05) ? [`letter-spacing:${(random.next() * 0.08).toFixed(2)}em`] : []),
      `color:${random.chance(0.8) ? '#000' : random.pick(['#333', '#444', '#1f3864', '#c00000', '#555'])}`,
      ...(random.chance(0.12) ? [`background:${random.pick(['#f2f2f2', '#e7e6e6', '#ddebf7', '#fff2cc', '#d9d9d9'])}`] : []),
      `text-align:${random.pick(['left', 'left', 'left', 'center', 'right'])}`,
      `font-size:${(size * (0.9 + random.next() * 0.25)).toFixed(2)}pt`,
    ];
    return `<tr style="${style.join(';')}">${Array.from({ length: columns }, () => `<td>${cellText(random, vocabulary)}</td>`).join('')}</tr>`;
  });
  const thick = random.pick([0.25, 0.5, 0.75, 1]);
  const border = random.pick([`border:${String(thick)}pt solid #000`, `border-bottom:${String(thick)}pt solid #666`, '']);
  const cell = `padding:${(size * (0.1 + 0.25 * random.next())).toFixed(2)}pt 3pt;line-height:${(1.1 + 0.25 * random.next()).toFixed(2)};${border}`;
  return `<style>@page{size:297mm 210mm;margin:12mm}body{margin:0;height:700px;overflow:hidden}table{border-collapse:collapse;width:100%;table-layout:fixed}td{${cell}}</style><table>${rows.join('')}</table>`;
}

const letters = (text: string): string[] => text.match(/\p{L}+(?:['’-]\p{L}+)*/gu) ?? [];

/** Every text in a JSON file that says something in words. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\p{L}{3}/u.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The words of this project's own data and documents, the names of the communes, and `others`, any other words. */
export function vocabularyOf(names: readonly string[], others: readonly string[]): Vocabulary {
  const json = [
    'data/variantes.json',
    'data/referentiel-2024.json',
    'data/principes.json',
    'data/verbes.json',
    'data/autres-domaines.json',
  ];
  const texts = json.flatMap((file) => textsIn(JSON.parse(readFileSync(file, 'utf8'))));
  const documents = ['docs/guide.md', 'docs/import.md', 'docs/exploitation.md', 'README.md']
    .map((file) => readFileSync(file, 'utf8'))
    .join(' ');
  const own = [...texts.flatMap(letters), ...letters(documents)].filter((word) => word.length < 22);
  const phrases = texts.filter((text) => text.length > 8 && text.length < 140);
  // Words of the trade as often as they are written, and as many of any other kind.
  return { phrases, words: [...own, ...others.slice(0, own.length)], names };
}
