import type { ProgrammeExport } from '../../model/contract.ts';
import { escapeHtml } from '../overlay/escape.ts';
import { euros, text, years } from './format.ts';
import { axePlot } from './plots.ts';
import { sumsOf } from './sums.ts';

const STATUTS = {
  reconcilie: 'réconcilié : tous les totaux imprimés de ses lignes tombent juste',
  ecart: "en écart : un total imprimé ne tombe pas juste, ou les colonnes d'une ligne se contredisent",
  a_relire: 'à relire : la lecture elle-même est douteuse',
  non_verifiable: 'non vérifiable : aucun total imprimé ne couvre les lignes',
} as const;
const NATURES = { previsionnel: 'prévisionnel', bilan: 'bilan', mixte: 'prévisionnel et bilan' } as const;

/** Columns of amounts that hold at least one figure, in the order of the page. */
function columnsOf(programme: ProgrammeExport): readonly string[] {
  const seen = new Map<string, boolean>();
  for (const { montants } of programme.lignes)
    for (const { colonne, montant } of montants) seen.set(colonne, (seen.get(colonne) ?? false) || montant !== null);
  return [...seen].filter(([, filled]) => filled).map(([column]) => column);
}

/** Headings wider than this many columns leave no room for the lines: the figures then stand one under the other. */
const MOST_COLUMNS = 4;

/** Widths and sizes of the printed table: millimetres of a column of amounts, points of its heading; a letter's width in its size, small and capital. */
const COLUMN = { few: 26, many: 21, wide: 60 } as const;
const HEADING = { size: 7, least: 4.5, small: 0.62, capital: 0.78 } as const;
const POINTS_A_MM = 72 / 25.4;
/** What a cell keeps free on both sides. */
const PADDING = 3;

/** The size at which the longest word of the headings stands on one line. */
function headingSize(heads: readonly string[], millimetres: number): number {
  const widths = heads
    .flatMap((head) => head.split(/\s+/u))
    .map((word) => word.length * (word === word.toLowerCase() ? HEADING.small : HEADING.capital));
  const fits = ((millimetres - PADDING) * POINTS_A_MM) / Math.max(1, ...widths);
  return Math.max(HEADING.least, Math.min(HEADING.size, Math.floor(fits * 10) / 10));
}

function linesTable(programme: ProgrammeExport): string {
  const columns = columnsOf(programme);
  const isWide = columns.length > MOST_COLUMNS;
  // A list of actions without a word beside them: the room goes to their titles.
  const hasText = programme.lignes.some(({ description }) => description !== null);
  const heads = isWide ? ['montants'] : columns.map((column) => (column === '' ? 'montant' : column));
  const rows = programme.lignes.map((ligne) => {
    const suggested = ligne.action_suggeree === null ? '' : ` <span class="note">→ ${escapeHtml(ligne.action_suggeree)}</span>`;
    const cells = isWide
      ? [
          ligne.montants
            .filter(({ montant }) => montant !== null)
            .map(({ colonne, montant }) => (colonne === '' ? euros(montant) : `${text(colonne)} : ${euros(montant)}`))
            .join('<br>'),
        ]
      : columns.map((column) =>
          ligne.montants
            .filter(({ colonne }) => colonne === column)
            .map(({ montant }) => euros(montant))
            .join('<br>'),
        );
    return `<tr><td class="c">${String(ligne.ordre)}</td><td class="k">${text(ligne.action ?? (ligne.axe === null ? null : `${String(ligne.axe)}.?`))}${suggested}</td><td${hasText ? ' class="i"' : ''}>${text(ligne.action_texte)}</td>${hasText ? `<td>${text(ligne.description)}</td>` : ''}${cells.map((cell) => `<td class="${isWide ? '' : 'n '}m">${cell === '' ? '–' : cell}</td>`).join('')}</tr>`;
  });
  const width = isWide ? COLUMN.wide : columns.length > 2 ? COLUMN.many : COLUMN.few;
  return `<table class="lignes" style="--m:${String(width)}mm;--t:${String(headingSize(heads, width))}pt"><thead><tr><th class="c">n°</th><th class="k">action</th><th${hasText ? ' class="i"' : ''}>intitulé</th>${hasText ? '<th>description</th>' : ''}${heads.map((head) => `<th class="${isWide ? '' : 'n '}m" style="white-space:normal">${text(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** What tells one programme from another. */
export function programmeTitle({ commune, quartier, code_qp: code, bailleur, annee_debut: from, annee_fin: to }: ProgrammeExport): string {
  const parts = [commune, quartier ?? code, bailleur, from === null ? null : years(from, to)].filter((part) => part !== null);
  return parts.length === 0 ? 'Programme sans en-tête' : parts.join(', ');
}

/** A programme: its heading, its table, its sums, its axes. */
export function programmeSection(programme: ProgrammeExport, findings: string): string {
  const { commune, code_insee: insee, quartier, code_qp: code, bailleur, nombre_logements: dwellings, nature, statut, pages } = programme;
  return `<section class="programme">
<h3>${escapeHtml(programmeTitle(programme))}</h3>
<dl><dt>commune</dt><dd>${text(commune)}${insee === null ? '' : ` (${escapeHtml(insee)})`}</dd><dt>quartier</dt><dd>${text(quartier)}${code === null ? '' : ` (${escapeHtml(code)})`}</dd>
<dt>bailleur</dt><dd>${text(bailleur)}</dd><dt>années, nature</dt><dd>${years(programme.annee_debut, programme.annee_fin)}, ${NATURES[nature]}</dd>
<dt>logements</dt><dd>${text(dwellings)}</dd><dt>pages</dt><dd>${pages.join(', ')}</dd><dt>statut</dt><dd>${STATUTS[statut]}</dd></dl>
<h4>Les lignes</h4>
${linesTable(programme)}
${axePlot(programme)}
<h4>Les totaux, recalculés</h4>
${sumsOf(programme)}
${findings}
</section>`;
}
