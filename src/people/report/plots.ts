import { Decimal } from 'decimal.js';
import type { ProgrammeExport } from '../../model/contract.ts';
import { oneSpending, summable } from '../../model/counted.ts';
import type { Rubrique } from '../../model/vocabulary.ts';
import { euros, text } from './format.ts';

const AXES = [
  'Présence du personnel de proximité',
  'Formation et soutien du personnel',
  'Sur-entretien',
  'Déchets, encombrants, épaves',
  'Tranquillité résidentielle',
  'Concertation et sensibilisation',
  'Animation, lien social',
  'Petits travaux',
];

interface ByAxe {
  readonly sums: readonly Decimal[];
  /** Headings of the columns that were added up. */
  readonly columns: ReadonlySet<string>;
}

function byAxe({ lignes, annee_debut: first }: ProgrammeExport, rubriques: readonly Rubrique[]): ByAxe {
  const sums = AXES.map(() => new Decimal(0));
  const columns = new Set<string>();
  for (const { axe, montants } of lignes) {
    if (axe === null) continue;
    const own = montants.filter(({ periode }) => periode === null || first === null || periode.debut >= first);
    for (const { colonne, of } of oneSpending(own.map(summable), ...rubriques)) {
      sums[axe - 1] = (sums[axe - 1] ?? new Decimal(0)).plus(of.montant ?? 0);
      if (colonne !== '') columns.add(colonne);
    }
  }
  return { sums, columns };
}

const total = (sums: readonly Decimal[]): Decimal => sums.reduce((all, sum) => all.plus(sum), new Decimal(0));

/** Shares of the axes as bars; planned and spent beside each other where the programme gives both. Empty when there is no money. */
export function axePlot(programme: ProgrammeExport): string {
  const kinds: readonly (readonly Rubrique[])[] = [['prevu', 'surcout'], ['total'], ['valorise']];
  const planned = kinds.map((kind) => byAxe(programme, kind)).find(({ sums }) => total(sums).greaterThan(0)) ?? null;
  const spent = byAxe(programme, ['realise']);
  const series = [
    ...(planned === null ? [] : [{ name: 'prévu', ...planned, kind: '' }]),
    ...(total(spent.sums).greaterThan(0) ? [{ name: 'réalisé', ...spent, kind: ' realise' }] : []),
  ];
  const most = Decimal.max(0, ...series.flatMap(({ sums }) => sums));
  if (most.isZero()) return '';
  const rows = AXES.flatMap((axe, index) => {
    const bars = series
      .filter(({ sums }) => !(sums[index] ?? new Decimal(0)).isZero())
      .map(({ sums, kind, name }) => {
        const sum = sums[index] ?? new Decimal(0);
        const width = sum.dividedBy(most).times(100).toFixed(1);
        const share = sum.dividedBy(total(sums)).times(100).toFixed(1).replace('.', ',');
        const label = `${series.length > 1 ? `${name} : ` : ''}${euros(sum.toFixed(2))}, ${share} %`;
        return `<tr><td class="fond"><span class="barre${kind}" style="width:${width}%"></span></td><td class="n">${label}</td></tr>`;
      });
    return bars.map((bar, at) => bar.replace('<tr>', `<tr><td class="nom">${at === 0 ? text(`${String(index + 1)}. ${axe}`) : ''}</td>`));
  });
  const counted = series.flatMap(({ columns }) => [...columns]).map((column) => `« ${text(column)} »`);
  const note =
    counted.length === 0
      ? ''
      : ` <span class="note">${counted.length > 1 ? 'colonnes comptées' : 'colonne comptée'} : ${counted.join(', ')}</span>`;
  return `<div class="plot"><h4>Part de chaque axe${note}</h4><table class="barres"><tbody>${rows.join('')}</tbody></table></div>`;
}
