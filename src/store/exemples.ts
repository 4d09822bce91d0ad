import type { Kysely } from 'kysely';
import { z } from 'zod';
import { fold } from '../french/text.ts';
import { exempleSchema, type Exemple } from '../model/exemple.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

type Text = Pick<Exemple, 'actionText' | 'description'>;

function keyOf({ actionText, description }: Text): string {
  return fold([actionText, description].filter((part) => part !== null).join(' '));
}

/** Keeps a reader's decision; a later one on the same text replaces it. */
export async function keepExemple(db: Kysely<Tables>, exemple: Exemple): Promise<void> {
  const { actionText, description, action, par, date } = exemple;
  const cle = keyOf(exemple);
  if (cle !== '') await db.replaceInto('exemples').values({ cle, action_texte: actionText, description, action, par, date }).execute();
}

/** Forgets what someone decided on a text; what another has decided since stays. */
export async function forgetExemple(db: Kysely<Tables>, { par, ...text }: Text & Pick<Exemple, 'par'>): Promise<void> {
  await db.deleteFrom('exemples').where('cle', '=', keyOf(text)).where('par', '=', par).execute();
}

/** Keeps readers' decisions, in order. */
export async function saveExemples({ db }: Store, exemples: readonly Exemple[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const exemple of exemples) await keepExemple(trx, exemple);
  });
}

/** Every decision, oldest first. */
export async function readExemples({ db }: Store): Promise<readonly Exemple[]> {
  const rows = await db.selectFrom('exemples').selectAll().orderBy('date').orderBy('cle').execute();
  return z
    .array(exempleSchema)
    .parse(rows.map(({ action_texte: actionText, description, action, par, date }) => ({ actionText, description, action, par, date })));
}
