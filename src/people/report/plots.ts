import { Decimal } from 'decimal.js';
import type { ProgrammeExport } from '../../model/contract.ts';
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

function byAxe(programme: ProgrammeExport, rubriques: readonly Rubrique[]): Decimal[] {
  const sums = AXES.map(() => new Decimal(0));
  for (const { axe, montants } of programme.lignes) {
    if (axe === null) continue;
    for (const { rubrique, montant, periode } of montants)
      if (
        rubriques.includes(rubrique) &&
        montant !== null &&
        (periode === null || programme.annee_debut === null || periode.debut >= programme.annee_debut)
      )
        sums[axe - 1] = (sums[axe - 1] ?? new Decimal(0)).plus(montant);
  }
  return sums;
}

const total = (sums: readonly Decimal[]): Decimal => sums.reduce((all, sum) => all.plus(sum), new Decimal(0));

/** Shares of the axes as bars; planned and spent beside each other where the programme gives both. Empty when there is no money. */
export function axePlot(programme: ProgrammeExport): string {
  const kinds: readonly (readonly Rubrique[])[] = [['prevu', 'surcout'], ['total'], ['valorise']];
  const planned = kinds.map((kind) => byAxe(programme, kind)).find((sums) => total(sums).greaterThan(0)) ?? null;
  const spent = byAxe(programme, ['realise']);
  const series = [
    ...(planned === null ? [] : [{ name: 'prévu', sums: planned, kind: '' }]),
    ...(total(spent).greaterThan(0) ? [{ name: 'réalisé', sums: spent, kind: ' realise' }] : []),
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
  return `<h4>Part de chaque axe</h4><table class="barres"><tbody>${rows.join('')}</tbody></table>`;
}
