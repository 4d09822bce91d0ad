import { describe, expect, it } from 'vitest';
import { LEFT, rows, type LineSpec } from '../support/grids.ts';
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
