import type { CheckedRule } from '../../rule.ts';

/** The list of 2015 was replaced on 1 January 2024. */
const NEW_LIST = 2024;

/** The code's generation against the programme's years, its département against the commune's. */
export const codeQp: CheckedRule = {
  codes: ['code_qp_generation', 'code_qp_territoire'],
  titre: 'Code du quartier de la bonne liste et du bon département',
  source: 'Décrets n° 2014-1750 (codes QP) et n° 2023-1314 (codes QN, au 1er janvier 2024)',
  gravite: 'alerte',
  check(programme, index, { departementOfCodeQp }) {
    const { codeQp: code, periode, codeInsee, commune, place } = programme.heading;
    if (code === null) return { missing: "l'en-tête ne donne pas de code de quartier" };
    const departement = departementOfCodeQp(code);
    // What cannot exist is another rule's finding.
    if (departement === null) return [];
    const isNew = /^\s*QN/iu.test(code);
    // What was spent is told the year after, with the codes of then.
    const written = periode === null ? null : periode.fin + (programme.nature === 'previsionnel' ? 0 : 1);
    const found = [];
    if (periode !== null && written !== null && (isNew ? written < NEW_LIST : periode.debut >= NEW_LIST))
      found.push({
        code: 'code_qp_generation',
        gravite: 'alerte' as const,
        message: `Le code « ${code} » est ${isNew ? 'de la liste de 2024' : 'de la liste de 2015'}, le programme est pour ${String(periode.debut)}${periode.fin === periode.debut ? '' : `-${String(periode.fin)}`}.`,
        programme: index,
        place,
      });
    if (codeInsee !== null && !codeInsee.startsWith(departement))
      found.push({
        code: 'code_qp_territoire',
        gravite: 'alerte' as const,
        message: `Le code « ${code} » est du département ${departement}, la commune ${commune ?? ''} (${codeInsee}) est d'un autre.`,
        programme: index,
        place,
      });
    return found;
  },
};
