import { formatDay } from '../../french/dates.ts';
import { journalValue } from '../../french/journal-value.ts';
import type { ConstatExport } from '../../model/contract.ts';
import type { Correction } from '../../model/correction.ts';
import { stableId } from '../../model/ids.ts';
import type { SorteCible } from '../../model/vocabulary.ts';
import { isPlaced } from './statut.ts';
import type { CorrectableDocument, WorkingCopy } from './working-copy.ts';

/** What of a reading is in doubt: a person who checked the whole programme has answered it. */
const DOUBTS = new Set([
  'montant_non_rattache',
  'montant_fourchette',
  'montant_multiple',
  'montant_formule',
  'montant_texte',
  'programme_a_relire',
]);

const CIBLE: Readonly<Record<SorteCible, string>> = { montant: 'montant', ligne: 'ligne', total: 'total', programme: 'programme' };

/** A finding in the words of the contract; its id depends on what it says only. */
export function constatOf(sha256: string | null, constat: Omit<ConstatExport, 'id'>): ConstatExport {
  const { code, programme, page, boite, message } = constat;
  return { id: stableId(sha256 ?? '', 'constat', code, String(programme), JSON.stringify([page, boite]), message), ...constat };
}

/** The findings of a reading, without those that a reader answered; and who checked what. */
export function constatsAfter(copy: WorkingCopy): ConstatExport[] {
  const programmes = new Map(copy.programmes.map((programme) => [programme.id, programme]));
  const kept = copy.reading.constats.flatMap((constat): ConstatExport[] => {
    const programme = constat.programme === null ? undefined : programmes.get(constat.programme);
    if (programme === undefined || !copy.touched.has(programme.id)) return [constat];
    if (constat.code === 'montant_non_rattache' && isPlaced(copy, programme, constat)) return [];
    return programme.verifie !== null && DOUBTS.has(constat.code) ? [{ ...constat, gravite: 'info' }] : [constat];
  });
  const checked = copy.programmes.flatMap(({ id, verifie, pages }) =>
    verifie === null
      ? []
      : [
          constatOf(copy.reading.sha256, {
            code: 'programme_verifie',
            gravite: 'info',
            message: `Programme vérifié par ${verifie.par} le ${formatDay(verifie.date)}.`,
            programme: id,
            page: pages[0] ?? null,
            boite: null,
          }),
        ],
  );
  return [...kept, ...checked];
}

/** A correction that finds its place no more: never lost silently. */
export function orphan(reading: CorrectableDocument, correction: Correction, numero: number): ConstatExport {
  const { cible, avant, apres, par, date, reperes } = correction;
  const repere = reperes.find(({ sorte, id }) => sorte === cible.sorte && id === cible.id);
  const change = correction.geste.type === 'verifier' ? 'vérification' : `${journalValue(avant)} → ${journalValue(apres)}`;
  return constatOf(reading.sha256, {
    code: 'correction_orpheline',
    gravite: 'alerte',
    message: `La correction n° ${String(numero)} de ${par}, du ${formatDay(date)} (${CIBLE[cible.sorte]} : ${change}), ne s'applique plus à la lecture présente : à refaire, ou à annuler.`,
    programme: null,
    page: repere?.page ?? null,
    boite: repere?.page === null ? null : (repere?.boite ?? null),
  });
}

/** Two readers who decided otherwise on the same thing, without seeing each other's decision: the later one counts. */
export function divergence(reading: CorrectableDocument, earlier: Correction, later: Correction, programme: string): ConstatExport {
  const repere = later.reperes.find(({ sorte, id }) => sorte === later.cible.sorte && id === later.cible.id);
  return constatOf(reading.sha256, {
    code: 'corrections_divergentes',
    gravite: 'alerte',
    message: `Deux lecteurs ont décidé différemment (${CIBLE[later.cible.sorte]}) : ${earlier.par} ${journalValue(earlier.apres)} le ${formatDay(earlier.date)}, ${later.par} ${journalValue(later.apres)} le ${formatDay(later.date)} ; la seconde décision est retenue.`,
    programme,
    page: repere?.page ?? null,
    boite: repere?.page === null ? null : (repere?.boite ?? null),
  });
}
