import type { Transaction } from 'kysely';
import type { LigneExport } from '../src/model/contract.ts';
import type { Correction } from '../src/model/correction.ts';
import { correct } from '../src/stages/correct/correct.ts';
import type { JournalState } from '../src/store/append-correction.ts';
import { forgetExemple, keepExemple } from '../src/store/exemples.ts';
import type { Tables } from '../src/store/tables.ts';

/**
 * What a correction teaches: where a reader files a line is where the same text belongs from the next import on. One that is cancelled is forgotten, and one that is
 * brought back is learned again.
 */
export async function learn(trx: Transaction<Tables>, { journal, reading, current }: JournalState, added: Correction): Promise<void> {
  const source = rootOf(added, journal);
  if (source?.geste.type !== 'corriger_action') return;
  const { corrections } = correct(reading, [...journal, added]).document;
  const cible = corrections.find(({ id }) => id === source.id)?.cible ?? source.cible.id;
  // The text as it is read, since it is readings that are to be filed.
  const ligne = lineOf(reading.programmes, cible) ?? lineOf(current.programmes, cible);
  if (ligne === null) return;
  const text = { actionText: ligne.action_texte, description: ligne.description };
  const applied = corrections
    .filter(({ etat, cible: id, geste }) => etat === 'appliquee' && id === cible && geste === 'corriger_action')
    .at(-1);
  const decided = [...journal, added].find(({ id }) => id === applied?.id);
  if (decided?.geste.type !== 'corriger_action') return forgetExemple(trx, { ...text, par: source.par });
  const { axe, action } = decided.geste;
  // An axe without an action says too little to file others by it.
  if (action === null && axe !== null) return;
  await keepExemple(trx, { ...text, action, par: decided.par, date: decided.date.slice(0, 10) });
}

/** What a chain of cancellations is about in the end. */
function rootOf(correction: Correction, journal: readonly Correction[]): Correction | null {
  const { geste } = correction;
  if (geste.type !== 'annuler') return correction;
  const cancelled = journal.find(({ id }) => id === geste.correction);
  return cancelled === undefined ? null : rootOf(cancelled, journal);
}

function lineOf(programmes: JournalState['reading']['programmes'], id: string): LigneExport | null {
  return programmes.flatMap(({ lignes }) => lignes).find((ligne) => ligne.id === id) ?? null;
}
