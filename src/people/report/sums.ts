import { Decimal } from 'decimal.js';
import type { LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../model/contract.ts';
import { STATUTS_TOTAL } from '../statuts.ts';
import { columnText, euros, text } from './format.ts';

interface Term {
  readonly ligne: LigneExport;
  readonly montant: MontantExport;
}

function isInScope({ portee, cle }: TotalExport, { axe, section }: LigneExport): boolean {
  if (portee === 'programme') return true;
  return portee === 'axe' ? String(axe) === cle : portee === 'section' && section === cle;
}

/**
 * The line amounts that a total sums, as it names them; for a base of before, when they can be told again from its scope and column. They must give exactly what was recomputed.
 * `null` otherwise.
 */
export function termsOf(programme: ProgrammeExport, total: TotalExport): readonly Term[] | null {
  const proven = programme.lignes.flatMap((ligne) =>
    ligne.montants.filter(({ preuves }) => preuves.includes(total.id)).map((montant) => ({ ligne, montant })),
  );
  const inColumn = ({ rubrique, periode, montant }: MontantExport, wide: boolean): boolean =>
    montant !== null && (wide || (rubrique === total.rubrique && JSON.stringify(periode) === JSON.stringify(total.periode)));
  const scoped = (wide: boolean): Term[] =>
    programme.lignes
      .filter((ligne) => isInScope(total, ligne))
      .flatMap((ligne) => ligne.montants.filter((montant) => inColumn(montant, wide)).map((montant) => ({ ligne, montant })));
  const named = programme.lignes.flatMap((ligne) =>
    ligne.montants.filter(({ id, montant }) => montant !== null && total.termes.includes(id)).map((montant) => ({ ligne, montant })),
  );
  for (const terms of [named, proven, scoped(false), scoped(true)]) {
    if (terms.length === 0) continue;
    const sum = terms.reduce((all, { montant }) => all.plus(montant.montant ?? 0), new Decimal(0));
    if (total.recalcule !== null && sum.equals(total.recalcule)) return terms;
  }
  return null;
}

export function totalName({ libelle, portee, cle }: TotalExport): string {
  // "SOUS-TOTAL" under each axe: which one is told, or the rows could not be told apart.
  const names = libelle === null || portee !== 'axe' || cle === null || new RegExp(`(?<!\\d)${cle}(?!\\d)`, 'u').test(libelle);
  if (libelle !== null) return names ? libelle : `${libelle} (axe ${cle})`;
  const scope = {
    axe: `axe ${cle ?? ''}`,
    section: cle === 'droit_commun' ? 'renforcement du droit commun' : 'actions spécifiques',
    programme: 'programme',
    autre: 'autre',
  };
  return `(sans libellé : ${scope[portee].trim()})`;
}

function row(label: string, amount: string, kind = ''): string {
  return `<tr${kind === '' ? '' : ` class="${kind}"`}><td>${label}</td><td class="n">${amount}</td></tr>`;
}

/** One total set out as on paper: the terms one under the other, a line, the sum, what is printed, the difference. */
export function addition(programme: ProgrammeExport, total: TotalExport): string {
  const terms = termsOf(programme, total);
  const rows = terms === null ? [row('somme des lignes de son périmètre', euros(total.recalcule))] : termRows(terms);
  const isWrong = total.statut === 'ecart';
  return `<h4>${text(totalName(total))} <span class="note">page ${String(total.page)}, ${columnText(total.colonne)}</span></h4>
<table class="addition"><tbody>${rows.join('')}
${row('Somme recalculée', euros(total.recalcule), 'trait')}${row('Total imprimé', euros(total.declare), 'declare')}
${row('Écart (imprimé − recalculé)', euros(total.ecart), isWrong ? 'declare faux' : '')}</tbody></table>`;
}

/** More terms than this are summed by axe: the lines stand in the table above. */
const MOST_ROWS = 12;

function termRows(terms: readonly Term[]): string[] {
  const shown = terms.filter(({ montant }) => Number(montant.montant) !== 0);
  if (shown.length <= MOST_ROWS)
    return shown.map(({ ligne, montant }) =>
      row(`ligne ${String(ligne.ordre)} (${text(ligne.action ?? 'sans action')})`, euros(montant.montant)),
    );
  const byAxe = new Map<string, { sum: Decimal; count: number }>();
  for (const { ligne, montant } of shown) {
    const name = ligne.axe === null ? 'sans axe' : `axe ${String(ligne.axe)}`;
    const known = byAxe.get(name) ?? { sum: new Decimal(0), count: 0 };
    byAxe.set(name, { sum: known.sum.plus(montant.montant ?? 0), count: known.count + 1 });
  }
  return [...byAxe]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { sum, count }]) => row(`${name} (${String(count)} ${count > 1 ? 'lignes' : 'ligne'})`, euros(sum.toFixed(2))));
}

/** So many totals of nothing are counted, not listed. */
const MANY_ZEROS = 4;

/** Every stated total in one table, then the sums of those that disagree and of the grand totals. */
export function sumsOf(programme: ProgrammeExport): string {
  const { totaux } = programme;
  if (totaux.length === 0) return "<p>Aucun total n'est imprimé : les montants sont lus, rien ne les prouve.</p>";
  const isSilent = (total: TotalExport): boolean => Number(total.declare) === 0 && total.statut !== 'ecart';
  const silent = totaux.filter(isSilent).length;
  const rows = totaux
    .filter((total) => silent < MANY_ZEROS || !isSilent(total))
    .map(
      (total) =>
        `<tr><td>${text(totalName(total))}</td><td>${text(total.colonne)}</td><td class="n">${euros(total.declare)}</td><td class="n">${euros(total.recalcule)}</td><td class="n${total.statut === 'ecart' ? ' faux' : ''}">${euros(total.ecart)}</td><td class="s">${STATUTS_TOTAL[total.statut]}</td><td class="n">${String(total.page)}</td></tr>`,
    )
    .join('\n');
  const posed = totaux.filter((total) => total.statut === 'ecart' || (total.portee === 'programme' && total.recalcule !== null));
  return `<table class="totaux"><thead><tr><th>total</th><th>colonne</th><th class="n">imprimé</th><th class="n">recalculé</th><th class="n">écart</th><th>statut</th><th class="n">page</th></tr></thead><tbody>${rows}</tbody></table>
${silent < MANY_ZEROS ? '' : `<p class="note">Et ${String(silent)} totaux à 0,00 €, sans écart.</p>`}
${posed.map((total) => addition(programme, total)).join('\n')}`;
}
