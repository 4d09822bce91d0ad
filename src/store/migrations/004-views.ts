/**
 * The views that answer the usual questions: amounts by axe, by year, by bailleur, by commune; programmes at a glance; findings where they stand. Sums never mix
 * what may not be added up: rubriques, amounts a year and for a whole period.
 */
const SUMS = `count(m.montant_centimes) AS nombre_montants, sum(m.montant_centimes) / 100.0 AS montant,
  sum(CASE WHEN EXISTS (SELECT 1 FROM preuves WHERE preuves.montant = m.id) THEN m.montant_centimes ELSE 0 END) / 100.0 AS montant_prouve`;
const JOINED = 'FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme';

function sums(name: string, columns: string): string {
  return `CREATE VIEW ${name} AS SELECT ${columns}, m.rubrique, m.base, ${SUMS} ${JOINED} GROUP BY ${columns}, m.rubrique, m.base;`;
}

const totals = (statut: string): string => `(SELECT count(*) FROM totaux t WHERE t.programme = p.id AND t.statut = '${statut}')`;

export const views = `
DROP VIEW v_axes;
${sums('v_axes', 'p.bailleur, p.commune, m.periode_debut, m.periode_fin, l.axe')}
${sums('v_annees', 'm.periode_debut, m.periode_fin')}
${sums('v_bailleurs', 'p.bailleur')}
${sums('v_communes', 'p.commune, p.code_insee')}

CREATE VIEW v_programmes AS
SELECT d.fichier, p.bailleur, p.commune, p.code_insee, p.quartier, p.code_qp, p.annee_debut, p.annee_fin, p.nature, p.nombre_logements, p.statut,
       (SELECT min(page) FROM programme_pages g WHERE g.programme = p.id) AS page,
       (SELECT count(*) FROM lignes l WHERE l.programme = p.id) AS nombre_lignes,
       (SELECT count(m.montant_centimes) FROM lignes l JOIN montants m ON m.ligne = l.id WHERE l.programme = p.id) AS nombre_montants,
       ${totals('conforme')} AS totaux_conformes, ${totals('ecart')} AS totaux_en_ecart, ${totals('non_verifiable')} AS totaux_non_verifiables,
       p.id AS programme_id, d.id AS document_id
FROM programmes p JOIN documents d ON d.id = p.document;

CREATE VIEW v_constats AS
SELECT d.fichier, c.gravite, c.code, c.message, c.page, p.bailleur, p.commune, p.quartier, p.annee_debut, p.annee_fin, p.statut AS statut_programme,
       c.id AS constat_id, c.programme AS programme_id, d.id AS document_id
FROM constats c JOIN documents d ON d.id = c.document LEFT JOIN programmes p ON p.id = c.programme;
`;
