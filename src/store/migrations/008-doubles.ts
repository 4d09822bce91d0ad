import { z } from 'zod';
import { identityOf } from '../../model/identity.ts';
import type { Connection } from '../connection.ts';

/**
 * Version 8: a programme that several files hold counts once, in the views as in the export. `identite` is what two copies or versions have in common; of each, the
 * file counts whose programme a reader has checked, else whose totals confirm it best, else the first in the order of the export.
 */
const headingSchema = z.object({
  id: z.string(),
  bailleur: z.string().nullable(),
  commune: z.string().nullable(),
  code_insee: z.string().nullable(),
  quartier: z.string().nullable(),
  code_qp: z.string().nullable(),
  annee_debut: z.int().nullable(),
  annee_fin: z.int().nullable(),
});

const SUMS = `count(m.montant_centimes) AS nombre_montants, sum(m.montant_centimes) / 100.0 AS montant,
  sum(CASE WHEN EXISTS (SELECT 1 FROM preuves WHERE preuves.montant = m.id) THEN m.montant_centimes ELSE 0 END) / 100.0 AS montant_prouve`;
const COUNTED = 'p.id NOT IN (SELECT programme_id FROM v_doubles)';

function sums(name: string, columns: string): string {
  return `DROP VIEW ${name}; CREATE VIEW ${name} AS SELECT ${columns}, m.rubrique, m.base, ${SUMS}
    FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme WHERE ${COUNTED} GROUP BY ${columns}, m.rubrique, m.base;`;
}

const totals = (statut: string): string => `(SELECT count(*) FROM totaux t WHERE t.programme = p.id AND t.statut = '${statut}')`;

const VIEWS = `
CREATE VIEW v_doubles AS
SELECT fichier, fichier_retenu, identite, nature, programme_id, document_id FROM (
  SELECT d.fichier, p.identite, p.nature, p.id AS programme_id, p.document AS document_id,
         first_value(p.document) OVER retenu AS retenu, first_value(d.fichier) OVER retenu AS fichier_retenu
  FROM programmes p JOIN documents d ON d.id = p.document
  WHERE p.identite IS NOT NULL
  WINDOW retenu AS (PARTITION BY p.identite, p.nature ORDER BY p.verifie_par IS NULL,
    CASE p.statut WHEN 'reconcilie' THEN 0 WHEN 'ecart' THEN 1 WHEN 'non_verifiable' THEN 2 ELSE 3 END, d.fichier, d.id, p.rang)
) WHERE document_id <> retenu;

DROP VIEW v_montants;
CREATE VIEW v_montants AS
SELECT d.fichier, p.bailleur, p.commune, p.code_insee, p.quartier, p.code_qp, p.annee_debut, p.annee_fin,
       l.section, l.axe, l.action, l.description, m.rubrique, m.periode_debut, m.periode_fin, m.base,
       m.montant_centimes / 100.0 AS montant, m.texte, m.confiance, p.statut AS statut_programme, m.page,
       m.id AS montant_id, l.id AS ligne_id, p.id AS programme_id, d.id AS document_id
FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme JOIN documents d ON d.id = p.document
WHERE ${COUNTED};

${sums('v_axes', 'p.bailleur, p.commune, m.periode_debut, m.periode_fin, l.axe')}
${sums('v_annees', 'm.periode_debut, m.periode_fin')}
${sums('v_bailleurs', 'p.bailleur')}
${sums('v_communes', 'p.commune, p.code_insee')}

DROP VIEW v_programmes;
CREATE VIEW v_programmes AS
SELECT d.fichier, p.bailleur, p.commune, p.code_insee, p.quartier, p.code_qp, p.annee_debut, p.annee_fin, p.nature, p.nombre_logements, p.statut,
       p.id IN (SELECT programme_id FROM v_doubles) AS en_double,
       (SELECT min(page) FROM programme_pages g WHERE g.programme = p.id) AS page,
       (SELECT count(*) FROM lignes l WHERE l.programme = p.id) AS nombre_lignes,
       (SELECT count(m.montant_centimes) FROM lignes l JOIN montants m ON m.ligne = l.id WHERE l.programme = p.id) AS nombre_montants,
       ${totals('conforme')} AS totaux_conformes, ${totals('ecart')} AS totaux_en_ecart, ${totals('non_verifiable')} AS totaux_non_verifiables,
       p.id AS programme_id, d.id AS document_id
FROM programmes p JOIN documents d ON d.id = p.document;
`;

export function doubles(connection: Connection): void {
  connection.exec('ALTER TABLE programmes ADD COLUMN identite TEXT');
  const write = connection.prepare('UPDATE programmes SET identite = ? WHERE id = ?');
  const headings = connection
    .prepare('SELECT id, bailleur, commune, code_insee, quartier, code_qp, annee_debut, annee_fin FROM programmes')
    .all();
  for (const heading of z.array(headingSchema).parse(headings)) write.run(identityOf(heading), heading.id);
  connection.exec(VIEWS);
}
