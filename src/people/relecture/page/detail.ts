import type { ConstatExport, ProgrammeExport } from '../../../model/contract.ts';
import type { LectureAnswer } from './answers.ts';
import { isDoubtful } from './columns.ts';
import { h } from './dom.ts';
import { GRAVITES, STATUTS_TOTAL, totalName } from './french.ts';
import { euros, eurosOfCents, sumOf, toCents } from './money.ts';
import { gapText, previewOf } from './sums.ts';
import { actionLabel, axeLabel } from './state.ts';
import type { Target } from './targets.ts';

/** What can be done with what is chosen: a button, the key that does the same. */
export interface Command {
  readonly label: string;
  readonly key: string;
  readonly run: () => void;
}

interface Detail {
  readonly target: Target;
  /** All programmes of the document. */
  readonly programmes: readonly ProgrammeExport[];
  /** `null` while they are looked for. */
  readonly lectures: readonly LectureAnswer[] | null;
  readonly constats: readonly ConstatExport[];
  readonly commands: readonly Command[];
  readonly onLecture: (lecture: LectureAnswer) => void;
}

/** Everything about what is chosen: what was read, how sure it is, what proves it, how else it could be read, what can be done. */
export function detailOf({ target, programmes, lectures, constats, commands, onLecture }: Detail): readonly Node[] {
  return [
    h(
      'div',
      { class: 'faits' },
      h('h2', {}, titleOf(target)),
      h('dl', {}, ...factsOf(target).map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value)))),
      ...readings(target, lectures, onLecture),
      target.sorte === 'montant' ? sumsOf(target.id, programmes) : null,
      constats.length === 0
        ? null
        : h(
            'ul',
            { class: 'constats' },
            ...constats.map(({ gravite, message }) => h('li', { class: gravite }, h('strong', {}, `${GRAVITES[gravite]} : `), message)),
          ),
    ),
    h(
      'div',
      { class: 'commandes', role: 'group', 'aria-label': 'Ce que vous pouvez faire' },
      ...commands.map(({ label, key, run }) =>
        h('button', { type: 'button', onclick: run }, label, ' ', h('kbd', { 'aria-hidden': 'true' }, key)),
      ),
    ),
  ];
}

/** The sums that an amount is part of, as they stand, or would stand with what is being typed. */
function sumsOf(id: string, programmes: readonly ProgrammeExport[]): HTMLElement {
  const sums = previewOf(programmes, id, undefined);
  if (sums.length === 0) return h('p', { class: 'note' }, 'Aucun total imprimé ne l’additionne.');
  return h(
    'ul',
    { class: 'sommes', 'aria-label': 'Sommes dont il fait partie' },
    ...sums.map((sum) => h('li', { 'data-somme': sum.total.id, class: sum.ecart === 0n ? '' : 'faux' }, ...sumWords(sum))),
  );
}

function sumWords({ total, somme, ecart }: ReturnType<typeof previewOf>[number]): readonly (Node | string)[] {
  return [
    `${totalName(total)} : somme ${eurosOfCents(somme)}, imprimé ${euros(total.declare)}, `,
    h('strong', {}, ecart === 0n ? 'écart nul' : `écart ${gapText(ecart)}`),
  ];
}

/** Shows the sums as they would be with this amount; `undefined` goes back to what stands. */
export function previewSums(
  place: HTMLElement,
  programmes: readonly ProgrammeExport[],
  montant: string,
  value: string | null | undefined,
): void {
  for (const sum of previewOf(programmes, montant, value)) {
    const line = place.querySelector(`[data-somme="${CSS.escape(sum.total.id)}"]`);
    line?.replaceChildren(...sumWords(sum));
    line?.classList.toggle('faux', sum.ecart !== 0n);
  }
}

function titleOf(target: Target): string {
  if (target.sorte === 'montant') return `Montant de la ligne ${String(target.ligne.ordre)}`;
  if (target.sorte === 'ligne') return `Ligne ${String(target.ligne.ordre)}`;
  return totalName(target.total);
}

type Fact = readonly [label: string, value: string];

function factsOf(target: Target): readonly Fact[] {
  if (target.sorte === 'total') {
    const { declare, recalcule, ecart, statut, termes, page } = target.total;
    return [
      ['Imprimé', euros(declare)],
      ['Somme', `${euros(recalcule)} (${String(termes.length)} ${termes.length > 1 ? 'cases' : 'case'})`],
      ['Écart', ecart === null ? '–' : gapText(toCents(ecart))],
      ['Statut', STATUTS_TOTAL[statut]],
      ['Page', String(page)],
    ];
  }
  if (target.sorte === 'ligne') {
    const { axe, action, confiance_action, axe_texte, page, montants } = target.ligne;
    return [
      ['Référentiel', action !== null ? `${action} ${actionLabel(action)}` : axe === null ? 'rien' : `axe ${String(axe)} ${axeLabel(axe)}`],
      ...(confiance_action === null ? [] : [['Confiance', percent(confiance_action)] as const]),
      ...(axe_texte === null ? [] : [['Axe, tel que lu', axe_texte] as const]),
      ['Montants', eurosOfCents(sumOf(montants.map(({ montant }) => montant)))],
      ['Page', String(page)],
    ];
  }
  const { montant, programme } = target;
  const proofs = programme.totaux.filter(({ id }) => montant.preuves.includes(id)).map(totalName);
  return [
    ['Lu', montant.montant === null ? 'aucun montant' : euros(montant.montant)],
    ['Imprimé', montant.texte === '' ? 'case vide' : `« ${montant.texte} »`],
    ['Colonne', montant.colonne === '' ? '–' : montant.colonne],
    ...(montant.corrige === null
      ? []
      : [
          [
            'Avant',
            `${euros(montant.corrige.avant)} (changé ${montant.corrige.par === 'relecture' ? 'par un lecteur' : 'par une somme de contrôle'})`,
          ] as const,
        ]),
    [
      'Sûreté',
      proofs.length > 0
        ? `prouvé par ${proofs.join(' ; ')}`
        : isDoubtful(montant)
          ? `douteux (confiance ${percent(montant.confiance)})`
          : `confiance ${percent(montant.confiance)}, aucun total ne le prouve`,
    ],
  ];
}

function percent(value: number): string {
  return `${String(Math.round(value * 100))} %`;
}

function readings(target: Target, lectures: readonly LectureAnswer[] | null, onLecture: (lecture: LectureAnswer) => void): readonly Node[] {
  if (target.sorte === 'ligne') return [];
  if (lectures === null) return isWorth(target) ? [h('p', { class: 'note' }, 'Recherche d’autres lectures…')] : [];
  if (lectures.length === 0)
    return isWorth(target) ? [h('p', { class: 'note' }, 'Pas d’autre lecture : comparez avec la page, puis confirmez ou corrigez.')] : [];
  const present = target.sorte === 'montant' ? target.montant.montant : target.total.declare;
  return [
    h('p', { class: 'note' }, 'Lectures possibles, de la plus sûre à la moins sûre :'),
    h(
      'div',
      { class: 'lectures', role: 'group', 'aria-label': 'Lectures possibles' },
      ...lectures
        .slice(0, 9)
        .map((lecture, index) =>
          h(
            'button',
            { type: 'button', 'aria-pressed': String(lecture.montant === present), onclick: () => onLecture(lecture) },
            h('kbd', { 'aria-hidden': 'true' }, String(index + 1)),
            ` ${euros(lecture.montant)}`,
            h('span', { class: 'note' }, ` « ${lecture.texte} »`),
          ),
        ),
    ),
  ];
}

function isWorth(target: Target): boolean {
  return target.sorte === 'montant' ? isDoubtful(target.montant) : target.sorte === 'total' && target.total.statut === 'ecart';
}
