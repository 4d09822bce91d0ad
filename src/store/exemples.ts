import { z } from 'zod';
import { fold } from '../french/text.ts';
import { exempleSchema, type Exemple } from '../model/exemple.ts';
import type { Store } from './open.ts';

function keyOf({ actionText, description }: Pick<Exemple, 'actionText' | 'description'>): string {
  return fold([actionText, description].filter((part) => part !== null).join(' '));
}

/** Keeps a reader's decision; a later one on the same text replaces it. */
export async function saveExemples({ db }: Store, exemples: readonly Exemple[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const exemple of exemples) {
      const { actionText, description, action, par, date } = exemple;
      const cle = keyOf(exemple);
      if (cle !== '') await trx.replaceInto('exemples').values({ cle, action_texte: actionText, description, action, par, date }).execute();
    }
  });
}

/** Every decision, oldest first. */
export async function readExemples({ db }: Store): Promise<readonly Exemple[]> {
  const rows = await db.selectFrom('exemples').selectAll().orderBy('date').orderBy('cle').execute();
  return z
    .array(exempleSchema)
    .parse(rows.map(({ action_texte: actionText, description, action, par, date }) => ({ actionText, description, action, par, date })));
}
