import { describe, expect, test } from 'vitest';
import { epciIn } from '../../src/stages/classify/epci.ts';
import type { Fait } from '../../src/model/fait.ts';
import { readFaits, type Told } from '../../src/stages/interpret/faits/read-faits.ts';

const FORGE: Told = { pages: [1], heading: { quartier: 'La Forge', codeQp: 'QN00103M' } };
const PLAINE: Told = { pages: [2], heading: { quartier: 'La Plaine', codeQp: 'QN00104M' } };

/** The facts of a paragraph on a page. */
function faits(text: string, { page = 1, isLegal = false, programmes = [FORGE] as readonly Told[] } = {}): readonly Fait[] {
  return readFaits([{ text, place: { page, box: [50, 60, 550, 70] }, size: 10, bold: false }], isLegal, programmes, epciIn);
}

function values(sujet: Fait['sujet'], found: readonly Fait[]): readonly string[] {
  return found.filter((each) => each.sujet === sujet).map(({ valeur }) => valeur);
}

describe('that a carrying over was agreed to', () => {
  test.each([
    'Le report des sommes non dépensées a été accepté par les partenaires lors du comité de pilotage du 12 mars 2025.',
    "Le reliquat de 1 300 € a été reporté sur l'année suivante après avis favorable de la Ville et de l'État.",
    "Avec l'accord des signataires, les crédits non consommés en 2024 seront réaffectés en 2025.",
    'Reports validés en COPIL du 4 février 2025.',
    'Un report de 1 300 € est demandé sur 2025. Cette demande a été validée par le comité de pilotage du 12 mars 2025.',
  ])('is told: « %s »', (text) => {
    expect(values('accord_report', faits(text))).toHaveLength(1);
  });

  test('gives both sentences where the second alone does not say what was agreed', () => {
    const [fait] = faits('Un report de 1 300 € est demandé. Il a été validé en comité de pilotage.');
    expect(fait?.phrase).toBe('Un report de 1 300 € est demandé. Il a été validé en comité de pilotage.');
  });

  test.each([
    "Le comité de pilotage se réunira deux fois par an. Toute modification fera l'objet d'un avenant.",
    'Report 2025 : sous réserve de validation par le comité de pilotage.',
    "Le report n'a pas été validé par le comité de pilotage.",
    "Les sommes non utilisées peuvent être reportées avec l'accord des signataires.",
    'Le report sera soumis à la validation du comité de pilotage.',
    'Le programme a été validé en comité de pilotage.',
    'Le reportage photographique a été validé par le comité de pilotage.',
    "Le report n'est pas accepté par le comité de pilotage.",
  ])('is not: « %s »', (text) => {
    expect(values('accord_report', faits(text))).toEqual([]);
  });

  test('is no rule of a contract', () => {
    const rule = "Le report des sommes non utilisées sur l'année N+1 se fait avec l'accord des signataires.";
    expect(values('accord_report', faits(rule, { page: 7, isLegal: true }))).toEqual([]);
  });
});

describe('dwellings of a quartier', () => {
  test.each([
    ['Le bailleur possède 188 logements dont 41 logements en QPV.', ['41']],
    ['Le bailleur possède 188 logements, dont 41 en quartier prioritaire.', ['41']],
    ['Le patrimoine du bailleur sur le quartier compte 389 logements.', ['389']],
    ['Bugey Habitat gère 1 087 logements sociaux au sein du quartier.', ['1087']],
    ["À ce titre, 389 logements sont concernés par l'abattement.", ['389']],
    ['Les 389 logements éligibles ouvrent droit à la mesure.', ['389']],
    ['Le quartier de La Forge compte 412 logements.', ['412']],
    ['389 logements à La Forge et 1 087 logements dans le quartier de La Plaine.', ['1087']],
  ])('« %s »', (text, counts) => {
    expect(values('logements', faits(text))).toEqual(counts);
  });

  test.each([
    'Bugey Habitat gère 12 000 logements dans la région.',
    'Le patrimoine du bailleur compte 75 000 logements.',
    'Réhabilitation de 40 logements du bâtiment C.',
    'Le bailleur possède 120 logements hors quartier prioritaire.',
    'Le quartier compte 60 logements vacants.',
    'Enquête auprès de 60 logements.',
    'Le quartier comptera 80 logements neufs.',
  ])('are not these: « %s »', (text) => {
    expect(values('logements', faits(text))).toEqual([]);
  });

  const both = [FORGE, PLAINE];
  const of = (text: string, programmes: readonly Told[], page = 9): readonly unknown[] =>
    faits(text, { page, programmes }).map(({ valeur, programme }) => [valeur, programme]);

  test('are those of the programme whose quartier they name, wherever that stands', () => {
    const text = 'Le bailleur compte 389 logements dans le quartier de La Forge et 1 087 logements dans le quartier de La Plaine.';
    expect(of(text, both)).toEqual([
      ['389', 0],
      ['1087', 1],
    ]);
  });

  test('of a quartier that is no programme’s are nobody’s', () => {
    expect(of('Le bailleur compte 389 logements dans le quartier de La Plaine.', [FORGE])).toEqual([['389', null]]);
  });

  test('without a name are those of the only programme, and of no one of several', () => {
    expect(of('Le bailleur possède 188 logements dont 41 en QPV.', [FORGE])).toEqual([['41', 0]]);
    expect(of('Le bailleur possède 188 logements dont 41 en QPV.', both)).toEqual([['41', null]]);
  });
});

describe('deadlines and years of a convention', () => {
  const legal = (text: string): readonly Fait[] => faits(text, { isLegal: true, page: 7 });

  test.each([
    ["Le programme de l'année N est transmis au plus tard le 30 avril et le bilan N-1 au plus tard le 31 mai.", ['30 avril', '31 mai']],
    ['Le bailleur remet son programme avant le 15 mars et son bilan avant le 30 juin.', ['15 mars', '30 juin']],
    ['Le bilan est remis le 31 mai au plus tard.', ['31 mai']],
    ['Le 1er janvier, le bailleur envoie son bilan, à remettre avant le 31 mai.', ['31 mai']],
    ['Le bilan 2025 est transmis au plus tard le 31 mars 2026, puis chaque année avant le 30 avril.', ['30 avril', '31 mars 2026']],
    ['Les immeubles achevés avant le 1er janvier 2015 sont exclus.', []],
    ['Le bilan est remis au plus tard à la fin du premier trimestre 2026.', ['fin du premier trimestre 2026']],
  ])('« %s »', (text, days) => {
    expect(values('echeance', legal(text))).toEqual(days);
  });

  test.each([
    ["La présente convention s'applique du 1er janvier 2025 au 31 décembre 2030.", ['2025-2030']],
    ['Elle est conclue pour une durée de six ans, du 1er janvier 2025 au 31 décembre 2030.', ['2025-2030']],
    ['La convention est conclue pour une durée de six ans à compter du 1er janvier 2025.', ['2025-2030']],
    ["La convention prend effet le 1er janvier 2025 et s'achève le 31 décembre 2030.", ['2025-2030']],
    ['La convention est conclue pour une durée de 3 ans à compter du 1er juillet 2024.', ['2024-2027']],
    ['La convention est signée pour une durée indéterminée.', []],
  ])('« %s »', (text, years) => {
    expect(values('duree', legal(text))).toEqual(years);
  });
});

test.each([
  ["Vu l'article 1338 bis du code général des impôts, relatif à l'abattement de taxe foncière,", ['1338 bis']],
  ["Vu l'article 1388 bis du CGI,", ['1388 bis']],
  ["Vu l'article 12 bis du règlement,", []],
])('the article of the tax code: « %s »', (text, articles) => {
  expect(values('article_cgi', faits(text))).toEqual(articles);
});
