import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { clean, fold } from '../../french/text.ts';

interface Epci {
  /** Without its legal form: "Porte du Hainaut". */
  readonly bare: string;
  readonly folded: string;
  /** "La", when its name carries the article: "CA de la Porte du Hainaut". */
  readonly article: string;
}

const FORM = /^(?:CA|CC|CU|M[ée]tropole|Communaut[ée] [^ ]+)\s+(?:(?<article>de la|de l['’]|du|des|de|d['’])\s*)?/u;
const SHORTEST = 8;

const require = createRequire(import.meta.url);
let known: readonly Epci[] | null = null;

function load(): readonly Epci[] {
  if (known !== null) return known;
  const raw: unknown = JSON.parse(readFileSync(require.resolve('@etalab/decoupage-administratif/data/epci.json'), 'utf8'));
  known = z
    .array(z.object({ nom: z.string() }))
    .parse(raw)
    .map(({ nom }) => {
      const bare = nom.replace(FORM, '');
      return { bare, folded: ` ${fold(bare)} `, article: FORM.exec(nom)?.groups?.['article'] === 'de la' ? 'La' : '' };
    })
    .filter(({ folded }) => folded.trim().length >= SHORTEST && folded.trim().includes(' '))
    .sort((a, b) => b.folded.length - a.folded.length);
  return known;
}

/**
 * The intercommunality that a text names by the name the official list gives it, without its legal form; the longest wins. `null` when none
 * is named. Source: code officiel géographique, through @etalab/decoupage-administratif.
 */
export function epciIn(text: string): string | null {
  const folded = ` ${fold(text)} `;
  const found = load().find((epci) => folded.includes(epci.folded));
  if (found === undefined) return null;
  return clean(`${found.article} ${found.bare}`);
}
