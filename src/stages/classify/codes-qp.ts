import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** Codes of quartiers prioritaires: `QP` + département (3 characters) + 3 digits until 2023, `QN` + département + 2 digits + a letter since. */

const BEFORE_2024 = /^QP(?<departement>0\d\d|02[AB]|9[78]\d)\d{3}$/u;
const SINCE_2024 = /^QN(?<departement>0\d\d|02[AB]|9[78]\d)\d{2}[MINC]$/u;
/** Overseas collectivities that have such codes or numbers though they are no département. */
const COLLECTIVITES = ['975', '977', '978', '986', '987', '988'];

const require = createRequire(import.meta.url);
const departementsSchema = z.array(z.object({ code: z.string() }));
let departements: ReadonlySet<string> | null = null;

function knownDepartements(): ReadonlySet<string> {
  departements ??= new Set([
    ...departementsSchema
      .parse(JSON.parse(readFileSync(require.resolve('@etalab/decoupage-administratif/data/departements.json'), 'utf8')))
      .map((departement) => departement.code),
    ...COLLECTIVITES,
  ]);
  return departements;
}

/** Upper case, inner spaces and marks dropped: `qn 059-54m` → `QN05954M`. */
export function normaliseCodeQp(code: string): string {
  return code.toUpperCase().replace(/[\s.\-–_]/gu, '');
}

/** `QP062057` → `62`, `QN02A01M` → `2A`, `QP974012` → `974`; `null` when the code cannot exist. */
export function departementOfCodeQp(code: string): string | null {
  const normal = normaliseCodeQp(code);
  const written = (BEFORE_2024.exec(normal) ?? SINCE_2024.exec(normal))?.groups?.['departement'];
  if (written === undefined) return null;
  const departement = written.startsWith('0') ? written.slice(1) : written;
  return knownDepartements().has(departement) ? departement : null;
}

/** Whether a code of this form can exist; says nothing of whether it was given out. */
export function isPossibleCodeQp(code: string): boolean {
  return departementOfCodeQp(code) !== null;
}
