import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { fieldName } from './field-name.ts';
import { HttpError } from './answer.ts';

/** A correction is a few hundred bytes; a total's scope may name every amount of a long programme. */
const MOST_BYTES = 256 * 1024;

/** The bytes of a request's body, never more than `most`: what is longer is refused before it is read. */
export async function readBody(request: IncomingMessage, most: number = MOST_BYTES): Promise<Buffer> {
  const tooLong = new HttpError(
    413,
    'trop_grand',
    `Ce qui est envoyé dépasse ${String(Math.floor(most / 1024))} ko : rien n’a été retenu.`,
  );
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooLong;
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > most) throw tooLong;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A JSON body that is what the route expects, or a 400 that says so. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/u.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'forme', 'Seul du JSON est attendu ici.');
  const text = (await readBody(request)).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpError(400, 'forme', 'Le JSON reçu est mal formé.');
  }
  return checked(schema, value);
}

export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const what = issue === undefined ? 'une de ses parties' : fieldName(issue.path);
  throw new HttpError(400, 'forme', `La demande n’est pas comprise : ${what} n’a pas la forme attendue.`);
}
