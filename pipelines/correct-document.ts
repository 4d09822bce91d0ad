import type { ConstatExport } from '../src/model/contract.ts';
import type { Correction } from '../src/model/correction.ts';
import type { Box } from '../src/model/geometry.ts';
import type { ReconciledDocument } from '../src/model/reconciled.ts';
import { audit } from '../src/stages/audit/audit.ts';
import { DEFAULT_SETTINGS, type AuditSettings } from '../src/stages/audit/settings.ts';
import { departementOfCodeQp, isPossibleCodeQp } from '../src/stages/classify/codes-qp.ts';
import { principlesMet } from '../src/stages/classify/principes.ts';
import { asReconciled } from '../src/stages/correct/as-reconciled.ts';
import { constatOf } from '../src/stages/correct/constats.ts';
import { correct, type CorrectableDocument } from '../src/stages/correct/correct.ts';

export type { CorrectableDocument } from '../src/stages/correct/correct.ts';

/**
 * A reading as its journal changes it: pure. `reading` is what was read, never a document corrected before; `corrections` are all of its journal, in order.
 * Amounts, totals, proofs, statuts and constats are consistent afterwards; `corrections` of the outcome says what became of each.
 *
 * 1. Correct. 2. Audit the reading and the corrected document alike: the findings that only the first gives are answered, those that only the second gives are new.
 */
export function applyCorrections<T extends CorrectableDocument>(reading: T, corrections: readonly Correction[]): T {
  if (corrections.length === 0) return reading;
  const { document, settled } = correct(reading, corrections);
  const { constats } = reading;
  const before = findingsOfReading(reading);
  const after = findings(document, asReconciled(document, { constats, settled, principles: principlesMet }));
  const [were, are] = [new Map(before.map(keyed)), new Map(after.map(keyed))];
  const kept = document.constats.flatMap((constat): ConstatExport[] => {
    const key = keyOf(constat);
    const [was, is] = [were.get(key), are.get(key)];
    if (was === undefined) return [constat];
    if (is === undefined) return [];
    return was.gravite === is.gravite ? [constat] : [{ ...constat, gravite: is.gravite }];
  });
  const there = new Set(kept.map(keyOf));
  const fresh = after.filter((constat) => !were.has(keyOf(constat)) && !there.has(keyOf(constat)));
  return { ...document, constats: [...new Map([...kept, ...fresh].map((constat) => [constat.id, constat])).values()] };
}

/** A reader corrects one document many times over: its reading is audited once. */
const audited = new WeakMap<CorrectableDocument, readonly ConstatExport[]>();

function findingsOfReading(reading: CorrectableDocument): readonly ConstatExport[] {
  const known = audited.get(reading);
  if (known !== undefined) return known;
  const found = findings(reading, asReconciled(reading, { constats: reading.constats, settled: new Set(), principles: principlesMet }));
  audited.set(reading, found);
  return found;
}

/** What the audit finds in a document, in the words of the contract. */
export function findings(
  { sha256, programmes }: CorrectableDocument,
  decided: ReconciledDocument,
  settings: AuditSettings = DEFAULT_SETTINGS,
): readonly ConstatExport[] {
  const reference = { isPossibleCodeQp, departementOfCodeQp, settings };
  return audit(decided, reference).map(({ code, gravite, message, programme, place }) =>
    constatOf(sha256, {
      code,
      gravite,
      message,
      programme: programme === null ? null : (programmes[programme]?.id ?? null),
      page: place?.page ?? null,
      boite: place === null ? null : boite(place.box),
    }),
  );
}

function boite([x0, y0, x1, y1]: Box): [number, number, number, number] {
  return [x0, y0, x1, y1];
}

/** Same finding: same code at the same place with the same words; a total that rounding may explain is told by where it stands. */
export function keyOf({ code, programme, page, boite: box, message }: ConstatExport): string {
  return JSON.stringify([code, programme, page, box, message]);
}

function keyed(constat: ConstatExport): readonly [string, ConstatExport] {
  return [keyOf(constat), constat];
}
