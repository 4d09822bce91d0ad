/**
 * Version 10: a landlord that the loaded list knows under several names is one (its SIREN), so that a programme which two files hold under two of these names
 * counts once. Without a list, or for a name that is not in it, the name as printed decides, as before.
 */
const NAME = "substr(p.identite, 1, instr(p.identite, '|') - 1)";
const IDENTITY = `coalesce((SELECT n.siren FROM bailleurs_noms n WHERE n.nom_plie = ${NAME}), ${NAME}) || substr(p.identite, instr(p.identite, '|'))`;

export const doublesByLandlord = `
DROP VIEW v_doubles;
CREATE VIEW v_doubles AS
SELECT fichier, fichier_retenu, identite, nature, programme_id, document_id FROM (
  SELECT fichier, identite, nature, programme_id, document_id,
         first_value(document_id) OVER retenu AS retenu, first_value(fichier) OVER retenu AS fichier_retenu
  FROM (SELECT d.fichier, p.identite, ${IDENTITY} AS de_qui, p.nature, p.id AS programme_id, p.document AS document_id, p.verifie_par, p.statut, p.rang
        FROM programmes p JOIN documents d ON d.id = p.document WHERE p.identite IS NOT NULL)
  WINDOW retenu AS (PARTITION BY de_qui, nature ORDER BY verifie_par IS NULL,
    CASE statut WHEN 'reconcilie' THEN 0 WHEN 'ecart' THEN 1 WHEN 'non_verifiable' THEN 2 ELSE 3 END, fichier, document_id, rang)
) WHERE document_id <> retenu;
`;
