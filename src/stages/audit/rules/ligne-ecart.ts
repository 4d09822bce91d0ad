import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../french/amounts.ts';
import { reconciledRows, type ReconciledCell } from '../../../model/reconciled-rows.ts';
import type { RowFinding } from '../../../model/row-identities.ts';
import { nameOfLine, shorten } from '../lines.ts';
import type { ProgrammeRule } from '../rule.ts';

function euros(centimes: bigint | null): string {
  return formatEuros(new Decimal(String(centimes ?? 0n)).dividedBy(100));
}

/** `10 000,00 € (« 2025 ») + 11 000,00 € (« 2026 ») = 21 000,00 €, et non 21 500,00 € (« Total »)`. */
function sumOf({ parts, sum, whole }: RowFinding<ReconciledCell>): string {
  const told = parts.map(({ centimes, colonne }) => `${euros(centimes)} (« ${shorten(colonne)} »)`).join(' + ');
  return `${told} = ${euros(sum)}, et non ${euros(whole.centimes)} (« ${shorten(whole.colonne)} »)`;
}

const KINDS = {
  ecart: { code: 'ligne_ecart', gravite: 'erreur', why: '' },
  arrondi: { code: 'ligne_arrondi', gravite: 'info', why: ", que l'arrondi des montants imprimés explique" },
  desaccord: {
    code: 'colonnes_en_desaccord',
    gravite: 'alerte',
    why: ' ; à vérifier : rien ne dit sûrement que ces colonnes s’additionnent',
  },
} as const;

/** Figures of one row that contradict each other, by what the columns say: the document's own error, unless the reading itself is in doubt. */
export const ligneEcart: ProgrammeRule = (programme, index) =>
  reconciledRows(programme.lines, programme.totals).flatMap((finding) => {
    const line = programme.lines[finding.line];
    if (line === undefined) return [];
    const { code, gravite, why } = KINDS[finding.kind];
    const gap = euros((finding.whole.centimes ?? 0n) - finding.sum);
    return [
      {
        code,
        gravite: gravite === 'erreur' && programme.statut === 'a_relire' ? ('alerte' as const) : gravite,
        message: `La ligne « ${nameOfLine(line)} » : ${sumOf(finding)} : écart de ${gap}${why}.`,
        programme: index,
        place: finding.whole.of.draft.place,
      },
    ];
  });
