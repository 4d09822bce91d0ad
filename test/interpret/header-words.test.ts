import { describe, expect, it } from 'vitest';
import { columnKind, headerShare } from '../../src/stages/interpret/header-words.ts';

describe('header share of a text', () => {
  it.each(['Intitulé de l’action', 'Montant prévisionnel en € TTC', 'Calendrier et actions associées', 'Dépense réalisée (2023)'])(
    '« %s » is made of header words only',
    (text) => {
      expect(headerShare(text)).toBe(1);
    },
  );

  it.each(['Lavage des parkings souterrains après chaque marché', 'Fleurissement des pieds d’immeubles avec les écoliers'])(
    '« %s » is text of the body',
    (text) => {
      expect(headerShare(text)).toBeLessThan(0.4);
    },
  );

  it('counts neither years nor linking words', () => {
    expect(headerShare('Coût de la mesure sur 2024')).toBe(1);
    expect(headerShare('2024 – 2025')).toBe(0);
    expect(headerShare('')).toBe(0);
  });
});

describe('kind of a column by its heading', () => {
  it.each([
    ['Axes d’intervention', 'axe'],
    ['Thématique', 'axe'],
    ['Intitulé des actions', 'action'],
    ['Actions de l’axe', 'action'],
    ['Nature de l’opération', 'action'],
    ['Descriptif détaillé', 'description'],
    ['Commentaires', 'description'],
    ['Calendrier et actions associées', 'description'],
    ['Échéance', 'calendrier'],
    ['Taux de valorisation', 'taux'],
    ['% valorisé', 'taux'],
    ['N°', 'numero'],
    ['Nombre de logements', 'quantite'],
    ['Actions spécifiques (1)', 'tick_specifique'],
    ['Renforcement droit commun (2)', 'tick_droit_commun'],
    ['Coût prévisionnel', 'montant'],
    ['Dépense engagée', 'montant'],
    ['Financement bailleur', 'montant'],
    ['Montant valorisé au titre de l’abattement', 'montant'],
  ])('« %s » is %s', (header, kind) => {
    expect(columnKind(header)).toBe(kind);
  });

  it('says nothing of words it does not know', () => {
    expect(columnKind('Divers')).toBeNull();
  });
});
