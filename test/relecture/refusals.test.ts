import { expect, test } from 'vitest';
import { HttpError } from '../../src/people/relecture/http/answer.ts';
import { checked } from '../../src/people/relecture/http/body.ts';
import { correctionBodySchema, queueQuerySchema } from '../../src/people/relecture/queries.ts';
import type { z } from 'zod';

function refusal(schema: z.ZodType, value: unknown): string {
  try {
    checked(schema, value);
  } catch (error) {
    if (error instanceof HttpError) return error.message;
    throw error;
  }
  throw new Error('accepted');
}

const body = (geste: unknown) => ({ demande: { cible: { sorte: 'montant', id: 'm' }, geste, motif: null }, par: 'Léa', version: 0 });

test.each([
  [body({ type: 'corriger_montant', montant: 'mille' }), 'le montant'],
  [body({ type: 'corriger_action', axe: 3, action: '9.9' }), "l'action"],
  [body({ type: 'corriger_entete', valeurs: { nombre_logements: -1 } }), 'le nombre de logements'],
  [body({ type: 'changer_portee', portee: 'axe', cle: null, termes: [''] }), 'les montants que le total additionne'],
  [{ ...body({ type: 'retirer_ligne' }), par: '' }, 'le nom du lecteur'],
  [{ ...body({ type: 'x' }) }, 'une de ses parties'],
])('a correction that is not understood says what of it in French, never a path of the code', (value, what) => {
  expect(refusal(correctionBodySchema, value)).toBe(`La demande n’est pas comprise : ${what} n’a pas la forme attendue.`);
});

test('so does a filter', () => {
  expect(refusal(queueQuerySchema, { annee: 'hier' })).toContain("l'année n’a pas");
});
