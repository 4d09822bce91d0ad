import type { ProgrammeExport } from '../../../model/contract.ts';
import type { CorpusRule, OfficialLists, Placed } from './corpus.ts';
import { at, identityIn, nameOf } from './corpus.ts';
import { spendingOf } from './money.ts';
import { formatEuros } from '../../../french/amounts.ts';

/** Lines and figures, whatever the file's name and layout. */
function contentOf({ lignes }: ProgrammeExport): string {
  return lignes.map(({ action, montants }) => `${action ?? ''} ${montants.map(({ montant }) => montant ?? '').join(' ')}`).join('\n');
}

export function groupBy(programmes: readonly Placed[], key: (placed: Placed) => string | null): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  for (const placed of programmes) {
    const name = key(placed);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [placed]);
    else group.push(placed);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** One of each: a programme in several files, or in several versions, counts once. The first in the order given stays. */
export function withoutVersions(programmes: readonly Placed[], lists: OfficialLists): readonly Placed[] {
  const seen = new Set<string>();
  return programmes.filter((placed) => {
    const identity = identityIn(placed.programme, lists);
    if (identity === null) return true;
    const key = `${identity}|${placed.programme.nature}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function linesOf({ programme: { lignes } }: Placed): string {
  return `${String(lignes.length)} ${lignes.length > 1 ? 'lignes' : 'ligne'}`;
}

/** One programme in several files: the same twice, or two versions that differ. */
export const versions: CorpusRule = {
  codes: ['programme_en_double', 'programme_deux_versions'],
  titre: 'Un programme présent une seule fois dans la base',
  source: 'Comparaison des documents de la base (bailleur, commune, quartier, années, nature)',
  gravite: 'alerte',
  lacks(programmes, lists) {
    const unknown = programmes.filter(({ programme }) => identityIn(programme, lists) === null).length;
    if (unknown === 0) return null;
    return `${String(unknown)} ${unknown > 1 ? 'programmes ne disent' : 'programme ne dit'} pas de quel bailleur, quartier et année ${unknown > 1 ? 'ils sont' : 'il est'}`;
  },
  check(programmes, lists) {
    const key = (placed: Placed): string | null => {
      const identity = identityIn(placed.programme, lists);
      return identity === null ? null : `${identity}|${placed.programme.nature}`;
    };
    return groupBy(programmes, key).flatMap(([first, ...others]) =>
      others.flatMap((other) => {
        if (first === undefined || first.document.sha256 === other.document.sha256) return [];
        const where = `« ${first.document.fichier} » (page ${String(first.programme.pages[0] ?? 1)})`;
        if (contentOf(first.programme) === contentOf(other.programme))
          return [at(other, 'programme_en_double', 'info', `${nameOf(other)} : le même programme est déjà dans ${where}.`)];
        const [before, now] = [spendingOf(first.programme), spendingOf(other.programme)];
        return [
          at(
            other,
            'programme_deux_versions',
            'alerte',
            `${nameOf(other)} : une autre version est dans ${where} : ${linesOf(first)} pour ${formatEuros(before)}, ici ${String(other.programme.lignes.length)} pour ${formatEuros(now)}.`,
          ),
        ];
      }),
    );
  },
};
