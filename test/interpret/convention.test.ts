import { describe, expect, it } from 'vitest';
import { LEFT, NEW_PAGE, rows, type LineSpec } from '../support/grids.ts';
import { understand } from '../support/understand.ts';

const TITLE = 'Convention d’utilisation de l’abattement de TFPB 2025-2030';
const PARTIES = [
  'Entre les soussignés :',
  '- L’État, représenté par Madame la Préfète de l’Ain,',
  '- Haut-Bugey Agglomération, représentée par son président,',
  '- La Ville d’Oyonnax, représentée par son maire,',
  '- Bugey Habitat, organisme HLM, représenté par sa directrice générale,',
  'Il est convenu ce qui suit :',
] as const;
const QUARTIERS = rows(
  ['Quartier', 'Code QPV', 'Nombre de logements'],
  ['La Forge', 'QP001003', '412'],
  ['La Plaine', 'QP001004', '1 087'],
  ['Total', '', '1 499'],
);
const BODY = [
  'Vu le code général des impôts, notamment son article 1388 bis,',
  'Article 1 : Objet',
  'Article 2 : Durée',
  'Article 3 : Suivi',
] as const;

it('names the landlord among parties that a title names one after the other', () => {
  const { convention } = understand(
    'Avenant n° 2 à la convention d’utilisation de l’abattement de TFPB',
    'entre l’État, Bourges Plus, la Ville de Bourges et Val de Berry',
    'Vu le code général des impôts, notamment son article 1388 bis,',
    ...BODY.slice(1),
  );
  expect(convention).toMatchObject({ bailleur: 'Val de Berry', epci: 'Bourges Plus' });
});

describe('a convention annexed to a deliberation', () => {
  const DELIBERATION: readonly LineSpec[] = [
    { text: 'Extrait du registre des délibérations', bold: true },
    { text: 'Vu le contrat de ville signé le 28 juin 2024 ;' },
    { text: 'Le conseil approuve la convention avec Plaine Habitat.' },
  ];
  const annexed = (title: LineSpec) => understand(...DELIBERATION, NEW_PAGE, title, ...PARTIES, ...BODY, QUARTIERS);

  it('is read from the page that its title begins', () => {
    const { nature, convention } = annexed({ text: TITLE, bold: true });
    expect(nature).toBe('deliberation');
    expect(convention).toMatchObject({ bailleur: 'Bugey Habitat', periode: { debut: 2025, fin: 2030 } });
    expect(convention?.quartiers.map(({ nom }) => nom)).toEqual(['La Forge', 'La Plaine']);
  });

  it('is not what a sentence speaks of', () => {
    expect(annexed({ text: 'Convention et pièces sont jointes ; elles ont été transmises au préfet.' }).convention).toBeNull();
  });
});

describe('what a convention says', () => {
  const { nature, convention } = understand(TITLE, ...PARTIES, ...BODY, QUARTIERS);

  it('is read though the file holds no programme', () => {
    expect(nature).toBe('convention');
    expect(convention).not.toBeNull();
  });

  it('names its period', () => {
    expect(convention?.periode).toEqual({ debut: 2025, fin: 2030 });
  });

  it('names its parties', () => {
    expect(convention?.bailleur).toBe('Bugey Habitat');
    expect(convention?.communes).toEqual(['Oyonnax']);
  });

  it('lists its quartiers with codes and dwellings, not their total', () => {
    expect(convention?.quartiers).toEqual([
      { nom: 'La Forge', codeQp: 'QP001003', logements: 412 },
      { nom: 'La Plaine', codeQp: 'QP001004', logements: 1087 },
    ]);
  });
});

describe('a convention that lists its quartiers in one column', () => {
  it('names them by the lines under its heading', () => {
    const list = ['Quartier prioritaire de la ville', 'La Forge QP001003', 'La Plaine QP001004', 'Article 3 : Suivi'];
    expect(understand(TITLE, ...PARTIES, ...BODY.slice(0, 2), ...list).convention?.quartiers).toEqual([
      { nom: 'La Forge', codeQp: 'QP001003', logements: null },
      { nom: 'La Plaine', codeQp: 'QP001004', logements: null },
    ]);
  });
});

describe('a convention that lists its quartiers by their names alone', () => {
  const listed = (...lines: readonly (string | LineSpec)[]) =>
    understand(TITLE, ...PARTIES, ...BODY.slice(0, 2), ...lines, BODY[2]).convention?.quartiers.map(({ nom }) => nom);
  const under = (...texts: readonly string[]): readonly LineSpec[] => texts.map((text, at) => ({ text, y: 500 + 18 * at }));

  it('names them down to the gap that ends the list', () => {
    const text = { text: 'Article 3 : Suivi', y: 565 };
    expect(listed(...under('Quartier prioritaire de la ville', 'La Forge', 'La Plaine'), text)).toEqual(['La Forge', 'La Plaine']);
  });

  it('takes no sentence for a name', () => {
    expect(listed(...under('Quartiers prioritaires', 'Les logements y sont réputés conformes.'))).toEqual([]);
  });
});

describe('the tables of lines in a convention', () => {
  it('name the quartier of each row once', () => {
    const lines = rows(['Quartier', 'Action', 'Montant'], ['La Forge', 'Médiation', '1 200'], ['La Forge', 'Vidéosurveillance', '800']);
    expect(understand(TITLE, ...PARTIES, ...BODY, lines).convention?.quartiers.map(({ nom }) => nom)).toEqual(['La Forge']);
  });

  it('list no labels of a heading that names its quartier between other values', () => {
    const heading = rows(
      ['Années :', '2018', 'Quartier prioritaire', 'La Plaine'],
      ['Organisme', 'Bugey Habitat', 'Montant de l’abattement', '406 301 €'],
    );
    const list = rows(['Quartier prioritaire', 'Nombre de logements'], ['La Forge', '412']);
    expect(understand(TITLE, ...PARTIES, ...BODY, list, heading).convention?.quartiers.map(({ nom }) => nom)).toEqual(['La Forge']);
  });

  it('list no quartiers under a title that says the word', () => {
    const titled = rows(
      ['Renforcement du droit commun (quartiers hors QPV)', LEFT, LEFT],
      ['Thématique', 'Action', 'Montant'],
      ['Sur-entretien', 'Tags', '800'],
    );
    expect(understand(TITLE, ...PARTIES, ...BODY, titled).convention?.quartiers).toEqual([]);
  });
});

describe('documents that are no convention', () => {
  it('say none', () => {
    expect(understand('Délibération du conseil municipal', ...BODY, QUARTIERS).convention).toBeNull();
  });
});

describe('a convention in sentences alone', () => {
  const said = (...sentences: readonly string[]) =>
    understand('Convention d’utilisation de l’abattement de TFPB', ...PARTIES, BODY[0], 'Article 1 : Objet', ...sentences).convention;

  it.each([
    [
      'La convention porte sur La Forge (QP001003), où le bailleur possède 412 logements, et La Plaine (QP001004), où il en possède 1 087.',
      [
        { nom: 'La Forge', codeQp: 'QP001003', logements: 412 },
        { nom: 'La Plaine', codeQp: 'QP001004', logements: 1087 },
      ],
    ],
    [
      'Le bailleur compte 1 499 logements : 412 logements à La Forge (QP001003) et 1 087 logements à La Plaine (QP001004).',
      [
        { nom: 'La Forge', codeQp: 'QP001003', logements: 412 },
        { nom: 'La Plaine', codeQp: 'QP001004', logements: 1087 },
      ],
    ],
    ['Le quartier prioritaire La Forge à Oyonnax (QP001003) est concerné.', [{ nom: 'La Forge', codeQp: 'QP001003', logements: null }]],
    ['Le bailleur possède 188 logements dont 41 à La Forge (QP001003).', [{ nom: 'La Forge', codeQp: 'QP001003', logements: 41 }]],
    [
      'Les quartiers concernés sont La Forge (QP001003) et La Plaine (QP001004), avec 412 logements dans le premier.',
      [
        { nom: 'La Forge', codeQp: 'QP001003', logements: null },
        { nom: 'La Plaine', codeQp: 'QP001004', logements: null },
      ],
    ],
    [
      'Elle concerne les quartiers prioritaires de La Forge, de La Plaine et du Berthelot.',
      [
        { nom: 'La Forge', codeQp: null, logements: null },
        { nom: 'La Plaine', codeQp: null, logements: null },
        { nom: 'Berthelot', codeQp: null, logements: null },
      ],
    ],
    ['Les quartiers prioritaires de la politique de la ville d’Oyonnax font l’objet d’un contrat.', []],
    ['Elle s’applique aux quartiers prioritaires d’Oyonnax.', []],
  ])('its quartiers: « %s »', (text, quartiers) => {
    expect(said(text)?.quartiers).toEqual(quartiers);
  });

  it.each([
    ['La présente convention s’applique du 1er janvier 2025 au 31 décembre 2030.', { debut: 2025, fin: 2030 }],
    ['Elle est conclue pour une durée de six ans à compter du 1er janvier 2025.', { debut: 2025, fin: 2030 }],
  ])('its years: « %s »', (text, periode) => {
    expect(said(text)?.periode).toEqual(periode);
  });

  it('its towns, whose articles "du" and "des" hold', () => {
    expect(said('La Ville du Mans et les communes d’Arnage et de Coulaines sont signataires.')?.communes).toEqual(
      expect.arrayContaining(['Le Mans', 'Arnage', 'Coulaines']),
    );
  });
});

it('the towns of a convention’s list of quartiers are its own', () => {
  const list = rows(['Commune', 'Quartier', 'Nombre de logements'], ['Oyonnax', 'La Forge', '412'], ['Bellignat', 'Le Pré', '40']);
  expect(understand(TITLE, ...PARTIES, ...BODY, list).convention?.communes).toEqual(['Oyonnax', 'Bellignat']);
});

it('a quartier whose name ends with a side of it in small letters', () => {
  const sentence = 'La convention concerne les 648 logements situés dans le quartier prioritaire La Forge nord-est (QP001003) à Oyonnax,';
  expect(understand(TITLE, ...PARTIES, sentence, ...BODY).convention?.quartiers).toEqual([
    { nom: 'La Forge nord-est', codeQp: 'QP001003', logements: 648 },
  ]);
});

describe('a convention for one quartier', () => {
  const OF_ONE = 'Quartier prioritaire de La Forge (QP001003)';
  const RESIDENCES = rows(['Résidence', 'Année', 'Logements'], ['Les Iris', '1974', '182'], ['Les Lilas', '1981', '230']);
  const PROGRAMME = rows(
    ['Axe', 'Action', 'Coût par an'],
    ['Sur-entretien', 'Renforcement nettoyage', '800 €'],
    ['Sur-entretien', 'Enlèvement de tags', '200 €'],
    ['Total', LEFT, '1 000 €'],
  );
  const told = (...sentences: readonly string[]) =>
    understand(TITLE, OF_ONE, ...PARTIES, ...BODY, ...sentences, RESIDENCES, 'Article 4 : Programme d’actions', PROGRAMME);

  it('has the dwellings that a sentence tells, and so has its programme, not those of the first residence', () => {
    const { convention, programmes } = told('Le patrimoine de Bugey Habitat dans le quartier compte 412 logements :');
    expect(convention?.quartiers).toEqual([{ nom: 'La Forge', codeQp: 'QP001003', logements: 412 }]);
    expect(programmes.map(({ heading }) => [heading.bailleur, heading.logements])).toEqual([['Bugey Habitat', 412]]);
  });

  it('has none where its sentences tell two numbers', () => {
    const { convention } = told(
      'Le patrimoine du bailleur dans le quartier compte 412 logements.',
      'Le quartier prioritaire compte 1 087 logements.',
    );
    expect(convention?.quartiers.map(({ logements }) => logements)).toEqual([null]);
  });
});
