import { z } from 'zod';
import { leftOutOf, type Summable } from '../../model/counted.ts';
import { baseSchema, rubriqueSchema, taxeSchema } from '../../model/vocabulary.ts';
import type { Connection } from '../connection.ts';

/**
 * Version 9: an amount that must not be added up with the others of its rubrique says why in `hors_somme`, and no view counts it: the same expense without and with
 * tax, for each year and for the period, as a whole and in parts. Sums tell amounts with tax from those without.
 */
const rowSchema = z.object({
  id: z.string(),
  ligne: z.string(),
  programme: z.string(),
  annee_debut: z.number().nullable(),
  rubrique: rubriqueSchema,
  colonne: z.string(),
  periode_debut: z.number().nullable(),
  periode_fin: z.number().nullable(),
  base: baseSchema.nullable(),
  taxe: taxeSchema.nullable(),
  centimes: z.string().nullable(),
});

const SUMS = `count(m.montant_centimes) AS nombre_montants, sum(m.montant_centimes) / 100.0 AS montant,
  sum(CASE WHEN EXISTS (SELECT 1 FROM preuves WHERE preuves.montant = m.id) THEN m.montant_centimes ELSE 0 END) / 100.0 AS montant_prouve`;

function sums(name: string, columns: string): string {
  return `DROP VIEW ${name}; CREATE VIEW ${name} AS SELECT ${columns}, m.rubrique, m.base, m.taxe, ${SUMS}
    FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme
    WHERE p.id NOT IN (SELECT programme_id FROM v_doubles) AND m.hors_somme IS NULL GROUP BY ${columns}, m.rubrique, m.base, m.taxe;`;
}

const VIEWS = `
DROP VIEW v_montants;
CREATE VIEW v_montants AS
SELECT d.fichier, p.bailleur, p.commune, p.code_insee, p.quartier, p.code_qp, p.annee_debut, p.annee_fin,
       l.section, l.axe, l.action, l.description, m.rubrique, m.periode_debut, m.periode_fin, m.base, m.taxe,
       m.montant_centimes / 100.0 AS montant, m.hors_somme, m.texte, m.confiance, p.statut AS statut_programme, m.page,
       m.id AS montant_id, l.id AS ligne_id, p.id AS programme_id, d.id AS document_id
FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme JOIN documents d ON d.id = p.document
WHERE p.id NOT IN (SELECT programme_id FROM v_doubles);

${sums('v_axes', 'p.bailleur, p.commune, m.periode_debut, m.periode_fin, l.axe')}
${sums('v_annees', 'm.periode_debut, m.periode_fin')}
${sums('v_bailleurs', 'p.bailleur')}
${sums('v_communes', 'p.commune, p.code_insee')}
`;

export function horsSomme(connection: Connection): void {
  connection.exec('ALTER TABLE montants ADD COLUMN hors_somme TEXT');
  const write = connection.prepare('UPDATE montants SET hors_somme = ? WHERE id = ?');
  const rows = connection
    .prepare(
      `SELECT m.id, m.ligne, l.programme, p.annee_debut, m.rubrique, m.colonne, m.periode_debut, m.periode_fin, m.base, m.taxe,
         CAST(m.montant_centimes AS TEXT) AS centimes
       FROM montants m JOIN lignes l ON l.id = m.ligne JOIN programmes p ON p.id = l.programme ORDER BY l.programme, l.rang, m.rang`,
    )
    .all();
  const programmes = new Map<string, { readonly first: number | null; readonly lines: Map<string, Summable[]> }>();
  for (const row of z.array(rowSchema).parse(rows)) {
    const { ligne, programme, annee_debut: first, periode_debut: debut, periode_fin: fin, centimes, ...rest } = row;
    const periode = debut === null || fin === null ? null : { debut, fin };
    const { lines } = programmes.get(programme) ?? { lines: new Map<string, Summable[]>() };
    lines.set(ligne, [...(lines.get(ligne) ?? []), { ...rest, periode, centimes: centimes === null ? null : BigInt(centimes) }]);
    programmes.set(programme, { first, lines });
  }
  for (const { first, lines } of programmes.values()) for (const [id, why] of leftOutOf([...lines.values()], first)) write.run(why, id);
  connection.exec(VIEWS);
}
