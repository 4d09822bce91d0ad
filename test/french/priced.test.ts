import { describe, expect, it } from 'vitest';
import { amountAlone, namedAmounts, pricedText } from '../../src/french/priced.ts';

describe('the amount that an item of a list states', () => {
  it.each([
    ['Renforcement du nettoyage des halls : 12 500 € TTC', 'Renforcement du nettoyage des halls', '12 500 € TTC'],
    ['Temps de coordination ............ 19 500 € / an', 'Temps de coordination', '19 500 € / an'],
    ['Temps de coordination......19 500 €', 'Temps de coordination', '19 500 €'],
    ['Platines. Coût unitaire estimé à 90 € HT3 664€ / an', 'Platines. Coût unitaire estimé à 90 € HT', '3 664€ / an'],
    ['Surveillance. Devis reçu le 6 janvier 2021. 3 000€ / an', 'Surveillance. Devis reçu le 6 janvier 2021.', '3 000€ / an'],
    ['Rencontre avec la CESF. 6 000 €', 'Rencontre avec la CESF.', '6 000 €'],
    ['Atelier avec Solid’R. 6 000€', 'Atelier avec Solid’R.', '6 000€'],
    ['Permanence. Échéance juin 2019 6 000,00 € par an', 'Permanence. Échéance juin 2019', '6 000,00 € par an'],
    ['Sur-maintenance (écart QPV / hors QPV)16 500 € / an', 'Sur-maintenance (écart QPV / hors QPV)', '16 500 € / an'],
    [
      'Présence renforcée, par rapport au patrimoine hors QPV6 000 € / an',
      'Présence renforcée, par rapport au patrimoine hors QPV',
      '6 000 € / an',
    ],
    ['Médiateur social . . . . . . 4 000 €', 'Médiateur social', '4 000 €'],
    ['Agents – Médiateur social – 11.000,00 € TTC', 'Agents – Médiateur social', '11.000,00 € TTC'],
    ['Tri -- 179 000,00 € HT', 'Tri', '179 000,00 € HT'],
    ['Gestes éco-citoyens… – 700 €', 'Gestes éco-citoyens', '700 €'],
    ['Rondes. Devis en cours. – 41 368 €', 'Rondes. Devis en cours.', '41 368 €'],
    ['Maintenance des portes (17 500 € / an)', 'Maintenance des portes', '17 500 € / an'],
    ['Gestes éco-citoyens - Contact 03 21 53 45 12 – 2,2 k€ TTC', 'Gestes éco-citoyens - Contact 03 21 53 45 12', '2,2 k€ TTC'],
    ['Enquête. Contact 03 21 38 45 12 11 200,00 €', 'Enquête. Contact 03 21 38 45 12', '11 200,00 €'],
    ['Étude. Échéance novembre 2025 – 10 400 € TTC', 'Étude. Échéance novembre 2025', '10 400 € TTC'],
    ["Enlèvement d'épaves 2 véhicules x 2 372 € – 10 900 € TTC", "Enlèvement d'épaves 2 véhicules x 2 372 €", '10 900 € TTC'],
    ['Boîtes vandalisées, 69 unités à 2 372€ – 27 500 € HT', 'Boîtes vandalisées, 69 unités à 2 372€', '27 500 € HT'],
    ['TOTAL AXE 1 231 000 €', 'TOTAL AXE 1', '231 000 €'],
    ['Total axe 7 1 231 000 €', 'Total axe 7', '1 231 000 €'],
    ['Total axe 231 000 €', 'Total axe', '231 000 €'],
    ['Étude 2 000 € – 3 000 €', 'Étude', '2 000 € – 3 000 €'],
    ['Pose de bacs (coût : 3 000 €)', 'Pose de bacs', '3 000 €'],
    ['Veille à 650,50 € de l’heure : 12 000 €', 'Veille à 650,50 € de l’heure', '12 000 €'],
    ['Local (loyer 2 992 € HC) : 17 000 €', 'Local (loyer 2 992 € HC)', '17 000 €'],
    ['Nettoyage des halls 12 500 €', 'Nettoyage des halls', '12 500 €'],
    ['Rondes de nuit, soit 4 500 €', 'Rondes de nuit', '4 500 €'],
    ['Rondes pour un montant de 4 500 €', 'Rondes', '4 500 €'],
    ['3 000 € – Fête des voisins', 'Fête des voisins', '3 000 €'],
    ['Correction de 2024 : - 500 €', 'Correction de 2024', '- 500 €'],
    ['Mise en fourrière, parking de Tour 14 – 36 k€', 'Mise en fourrière, parking de Tour 14', '36 k€'],
    ['Débarras des caves : 5 – 7 k€', 'Débarras des caves', '5 – 7 k€'],
    ['Cités éducatives : 14 k€', 'Cités éducatives', '14 k€'],
    ['Nettoyage : 12 500 € TTC (contrat annuel)', 'Nettoyage (contrat annuel)', '12 500 € TTC'],
    ['Peinture : entre 5 000 et 7 000 €', 'Peinture', 'entre 5 000 et 7 000 €'],
    ['Gardiennage : 12 × 366 €', 'Gardiennage', '12 × 366 €'],
    ['Référent sûreté : néant', 'Référent sûreté', 'néant'],
    ['Référent sûreté – sans coût supplémentaire', 'Référent sûreté', 'sans coût supplémentaire'],
    ['Référent sûreté (-)', 'Référent sûreté', '-'],
  ])('« %s »', (text, label, amountText) => {
    expect(pricedText(text)).toMatchObject({ label, amountText, sure: true });
  });

  it.each([
    '7 enlèvements à 180 €',
    'Achat de matériel : 300 € par gardien',
    'Local associatif (loyer 2 992 € HC)',
    'Fermeture du hall B2 500 €',
    'L’installation de caméras est chiffrée à 8 000 € ; décision reportée',
    'Programme d’actions : 2026',
    'Sur-entretien -',
    'Coût unitaire estimé à 150 €',
  ])('« %s » states none of its own', (text) => {
    expect(pricedText(text)).toBeNull();
  });

  it('does not trust a figure without currency', () => {
    expect(pricedText('Nombre de logements : 1 102')?.sure).toBe(false);
  });
});

describe('amounts with a name each', () => {
  it.each([
    ['Halls – prévu : 3 000 € ; réalisé : 2 800 €', 'Halls', ['prévu 3 000 €', 'réalisé 2 800 €']],
    ['Halls (prévu 3 000 €, réalisé 2 800 €)', 'Halls', ['prévu 3 000 €', 'réalisé 2 800 €']],
    ['Total de l’axe 5 : 13 000 € prévus et 12 000 € réalisés', 'Total de l’axe 5', ['prévus 13 000 €', 'réalisés 12 000 €']],
  ])('« %s »', (text, label, amounts) => {
    const found = namedAmounts(text);
    expect(found?.label).toBe(label);
    expect(found?.amounts.map(({ name, amountText }) => `${name} ${amountText}`)).toEqual(amounts);
  });

  it('needs two of them', () => {
    expect(namedAmounts('Bacs : coût 3 000 €')).toBeNull();
    expect(namedAmounts('Bacs : coût 3 000 €, dont 500 € de la ville')).toBeNull();
  });
});

describe('an amount alone on its line', () => {
  it.each([
    ['12 500 €', '12 500 €'],
    ['......... 9 200,00 € TTC', '9 200,00 € TTC'],
    ['(3 000 €)', '3 000 €'],
  ])('« %s »', (text, amount) => {
    expect(amountAlone(text)).toBe(amount);
  });

  it.each(['2026', 'Page 3', '12 logements'])('« %s » is none', (text) => {
    expect(amountAlone(text)).toBeNull();
  });
});
