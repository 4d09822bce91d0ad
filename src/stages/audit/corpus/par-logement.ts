import type { CorpusRule, OfficialLists, Placed } from './corpus.ts';
import { at, nameOf } from './corpus.ts';
import { withoutVersions } from './versions.ts';
import { median, spendingOf, spread } from './money.ts';

/** With fewer programmes there is no telling what is usual. */
const FEWEST = 8;
const FAR = 3.5;

const euros = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** What each programme spends per dwelling, where it says both. */
function knownOf(programmes: readonly Placed[], lists: OfficialLists): readonly { readonly placed: Placed; readonly value: number }[] {
  return withoutVersions(programmes, lists).flatMap((placed) => {
    const { nombre_logements: dwellings } = placed.programme;
    const spent = spendingOf(placed.programme).toNumber();
    return dwellings === null || dwellings === 0 || spent <= 0 ? [] : [{ placed, value: spent / dwellings }];
  });
}

/** Spending per dwelling far from the other programmes of the database. */
export const parLogement: CorpusRule = {
  codes: ['par_logement_atypique'],
  titre: 'Montant par logement comparable aux autres programmes de la base',
  source: 'Statistique de la base (médiane et écart absolu médian) ; aucun texte ne fixe de montant par logement',
  gravite: 'info',
  lacks(programmes, lists) {
    const { length } = knownOf(programmes, lists);
    return length < FEWEST
      ? `programmes de la base avec un nombre de logements et des dépenses : ${String(length)}, il en faut ${String(FEWEST)}`
      : null;
  },
  check(programmes, lists) {
    const known = knownOf(programmes, lists);
    if (known.length < FEWEST) return [];
    const values = known.map(({ value }) => value);
    const [centre, width] = [median(values), spread(values)];
    if (width === 0) return [];
    return known
      .filter(({ value }) => Math.abs(value - centre) / width > FAR)
      .map(({ placed, value }) =>
        at(
          placed,
          'par_logement_atypique',
          'info',
          `${nameOf(placed)} : ${euros.format(value)} € par logement, loin de la médiane de ${euros.format(centre)} € (écart absolu médian ${euros.format(width)} €, n = ${String(values.length)}).`,
        ),
      );
  },
};
