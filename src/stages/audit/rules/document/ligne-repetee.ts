import { formatEuros } from '../../../../french/amounts.ts';
import { fold } from '../../../../french/text.ts';
import type { Constat } from '../../../../model/reconciled.ts';
import type { DocumentRule } from '../../rule.ts';
import { nameOfLine, stated } from '../../lines.ts';

/** A bare year or a few words are everybody's. */
const SHORTEST = 30;

/** The same description with the same amount on several quartiers: shared spending, or one spending counted twice. */
export const ligneRepetee: DocumentRule = {
  codes: ['ligne_repetee'],
  titre: 'Même action et même montant sur plusieurs quartiers',
  source:
    'Référentiel national, juin 2024, points de vigilance (doubles financements) ; une répartition entre quartiers peut être convenue localement',
  gravite: 'info',
  check({ programmes }) {
    const seen = new Map<string, { readonly programme: number; readonly quartier: string }>();
    const found: Constat[] = [];
    programmes.forEach((programme, index) => {
      for (const line of programme.lines) {
        const { description } = line.draft;
        if (description === null || description.length < SHORTEST) continue;
        for (const amount of stated(line)) {
          if (amount.amount.isZero()) continue;
          const { rubrique } = amount.draft.column;
          const key = `${fold(description)}|${rubrique}|${amount.amount.toFixed(2)}`;
          const before = seen.get(key);
          const quartier = programme.heading.quartier ?? programme.heading.codeQp ?? `programme ${String(index + 1)}`;
          if (before === undefined) seen.set(key, { programme: index, quartier });
          else if (before.programme !== index)
            found.push({
              code: 'ligne_repetee',
              gravite: 'info',
              message: `La ligne « ${nameOfLine(line)} » (${formatEuros(amount.amount)}) figure à l'identique pour ${before.quartier} et pour ${quartier} : vérifier que la dépense n'est pas comptée deux fois.`,
              programme: index,
              place: amount.draft.place,
            });
        }
      }
    });
    return found;
  },
};
