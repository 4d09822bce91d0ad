import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../src/stages/recognise/reading/lexicon.ts';
import { repaired } from '../../src/stages/recognise/reading/repair.ts';

const lexicon = openLexicon();

describe('the lexicon', () => {
  it('knows words in their forms, and neither parts of words nor words with a letter too many', () => {
    for (const word of ['foncière', 'œuvre', 'août', 'abattement', 'locataires', 'État'])
      expect([word, lexicon.has(word)]).toEqual([word, true]);
    for (const word of ['fonciére', 'locatair', 'abattementx', 'aofit', '', 'ﬁ']) expect([word, lexicon.has(word)]).toEqual([word, false]);
  });
});

describe('a word as recognised', () => {
  it.each([
    ['Fonciére', 'Foncière'],
    ["I'abattement", "l'abattement"],
    ["1'ensemble", "l'ensemble"],
    ['ceuvre', 'œuvre'],
    ['aofit', 'août'],
    ['résidentieI', 'résidentiel'],
    ['logernents', 'logements'],
    ["d'amelioration,", "d'amélioration,"],
    ['HIm', 'Hlm'],
    ['Totai', 'Total'],
    ['Tôtal', 'Total'],
    ['pilotäge', 'pilotage'],
    ['Sous-tota}', 'Sous-total'],
    ['SOUS-FOTAL', 'SOUS-TOTAL'],
    ['Résidentielie', 'Résidentielle'],
  ])('%s is put right: %s', (read, right) => {
    expect(repaired(read, lexicon)).toBe(right);
  });

  it('a label misread is put right; the same as a name stays', () => {
    for (const label of ['Bailieur', 'Batileur', 'Barileur']) expect(repaired(label, lexicon, true)).toBe('Bailleur');
    expect([repaired('Quarter', lexicon, true), repaired('Quarter', lexicon)]).toEqual(['Quartier', null]);
    expect([repaired('Vite', lexicon, true), repaired('vite', lexicon), repaired('Date', lexicon, true)]).toEqual(['Ville', null, null]);
    expect(repaired('Batileur', lexicon)).toBeNull();
  });

  it.each([
    ['vatorisée', 'valorisée'],
    ['Sous-tatal', 'Sous-total'],
    ['Organtsme', 'Organisme'],
    ['ocements', 'logements'],
    ['sensibilisatron', 'sensibilisation'],
    ['vidéosurveiliance', 'vidéosurveillance'],
  ])('%s, near one word that programmes use, is put right: %s', (read, right) => {
    expect(repaired(read, lexicon)).toBe(right);
  });

  it.each(['Bailleau', 'Communay', 'Pardies', 'VILLY', 'triennale', 'Année(s)'])(
    '%s is a name or another form of a word that programmes use, and stays',
    (read) => {
      expect(repaired(read, lexicon)).toBeNull();
    },
  );

  it.each([
    'Cambrai',
    'Tournai',
    'Lillers',
    'Marle',
    'Kerangoff',
    'QP062001',
    'TFPB',
    "d'insertion",
    '12',
    '1 250',
    'pm',
    '2023-2024',
    'marche',
    'Etat',
    'R+1',
    'C.D.C.',
    'IRIS',
    '€',
    'caves}',
    'LILLERS',
    'NPNRU',
    'Villeneuve-Loubet',
  ])('%s is left as it is', (read) => {
    expect(repaired(read, lexicon)).toBeNull();
  });
});
