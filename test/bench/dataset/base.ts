import { Connection } from '../../../src/store/connection.ts';
import Sqlite from 'better-sqlite3';
import { openStore } from '../../../src/store/open.ts';

/** Lines of one programme, and amounts of one line. */
const LINES = 25;
const COLUMNS = 4;
const TOTALS = 12;
export const AMOUNTS_A_DOCUMENT = LINES * COLUMNS;

/**
 * Makes a database of `documents` documents, each with one programme of 100 amounts: the shape and the text lengths of real ones, values that differ. Written
 * in SQL, since it is the export that is measured and not the import.
 */
export async function makeBase(path: string, documents: number): Promise<void> {
  await (await openStore(path, 'ecriture')).close();
  const database = new Connection(new Sqlite(path));
  database.exec(`
    PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN;
    CREATE TEMP TABLE serie (n INTEGER PRIMARY KEY);
    WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${documents}) INSERT INTO serie SELECT n FROM s;
    CREATE TEMP TABLE rangs (r INTEGER PRIMARY KEY);
    WITH RECURSIVE s (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < ${LINES - 1}) INSERT INTO rangs SELECT n FROM s;
    CREATE TEMP VIEW d AS SELECT n, printf('%064x', n) AS id, printf('%016x', n) AS p FROM serie;
    INSERT INTO documents (id, fichier, sha256, pages, statut, raison, nature, lu_par)
      SELECT id, printf('programme-%06d.pdf', n), id, 6, 'importe', NULL, 'programme', '0.1.0' FROM d;
    INSERT INTO noms SELECT id, 0, printf('programme-%06d.pdf', n) FROM d;
    INSERT INTO programmes (id, document, rang, nature, annee_debut, annee_fin, commune, code_insee, quartier, code_qp, bailleur, siren, nombre_logements, statut)
      SELECT p, id, 0, 'mixte', 2015 + n % 10, 2015 + n % 10, 'Commune n° ' || (n % 400), printf('%05d', 62000 + n % 400),
      'Quartier ' || (n % 1500), printf('QN062%02dM', n % 100), 'Bailleur social n° ' || (n % 60), NULL, 100 + n % 900,
      CASE n % 10 WHEN 0 THEN 'ecart' WHEN 1 THEN 'a_relire' ELSE 'reconcilie' END FROM d;
    INSERT INTO programme_pages SELECT p, r, r + 1 FROM d, rangs WHERE r < 4;
    INSERT INTO lignes SELECT p || printf('l%02d', r), p, r, r + 1, CASE WHEN r < 15 THEN 'actions_specifiques' ELSE 'droit_commun' END,
      'Renforcement de la présence du personnel de proximité', 'Renforcement du gardiennage et surveillance',
      'Présence renforcée sur la résidence n° ' || (n * 7 + r) || ' : deux agents, du lundi au samedi, avec passage quotidien dans les parties communes',
      NULL, 1 + r % 8, (1 + r % 8) || '.1', 0.98, NULL, NULL, 1 + r / 8, 36.5, 100.1 + r * 20, 800.2, 118.3 + r * 20 FROM d, rangs;
    INSERT INTO totaux SELECT p || printf('t%02d', r), p, r, 'axe', 1 + r % 8, 'Sous-total axe ' || (1 + r % 8), 'Dépense prévisionnelle', 'prevu', 2023, 2023,
      n * 100 + r, n * 100 + r, 0, 'conforme', 3, 700.0, 110.5, 790.0, 121.5 FROM d, rangs WHERE r < ${TOTALS};
    INSERT INTO montants SELECT p || printf('l%02dm%d', l.r, c.r), p || printf('l%02d', l.r), c.r,
      CASE c.r WHEN 0 THEN 'prevu' WHEN 1 THEN 'realise' WHEN 2 THEN 'valorise' ELSE 'abattement' END,
      'Dépense moyenne prévisionnelle / an pour la période 2023', 2023, 2023, 'an', NULL, (n * 7919 + l.r * 104729 + c.r * 1299709) % 20000000,
      ((n * 7919 + l.r * 104729 + c.r * 1299709) % 20000000) / 100 || ' €', 0.99, NULL, NULL, 1 + l.r / 8, 697.1, 100.1 + l.r * 20, 805.1, 118.3 + l.r * 20, NULL
      FROM d, rangs l, rangs c WHERE c.r < ${COLUMNS};
    INSERT INTO preuves SELECT id, 0, substr(id, 1, 16) || 't00' FROM montants;
    INSERT INTO constats SELECT p || 'c' || r, id, r, 'lignes_sans_total', 'info', 'Trois lignes ne sont couvertes par aucun total.', p, 2, NULL, NULL, NULL, NULL
      FROM d, rangs WHERE r < 2;
    COMMIT;`);
  database.close();
}
