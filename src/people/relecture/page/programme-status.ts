import type { DocumentExport, ProgrammeExport } from '../../../model/contract.ts';
import { statutBadge } from './badge.ts';
import { h } from './dom.ts';
import { counted, DOUTES, programmeName, STATUTS_SENS } from './french.ts';
import { lastApplied } from './journal.ts';
import { worriesOf } from './targets.ts';

/** What the buttons over a programme do. */
export interface ProgrammeCommands {
  readonly nextWorry: () => void;
  readonly verify: (verifie: boolean) => void;
  readonly nextProgramme: () => void;
  readonly undo: () => void;
  readonly heading: () => void;
  /** Another programme of the document. */
  readonly choose: (programme: string) => void;
}

/** How a programme stands, why, and what can be done with it as a whole. */
export function programmeStatus(
  document: DocumentExport,
  programme: ProgrammeExport,
  commands: ProgrammeCommands,
): { readonly badge: HTMLElement; readonly nodes: readonly (HTMLElement | string)[] } {
  const { statut, doutes, verifie, totaux } = programme;
  const worries = worriesOf(programme).length;
  const agreeing = totaux.filter((total) => total.statut === 'conforme').length;
  const badge = statutBadge(statut);
  const button = (label: string, key: string, run: () => void, disabled = false): HTMLElement =>
    h('button', { type: 'button', onclick: run, disabled }, `${label} `, h('kbd', { 'aria-hidden': 'true' }, key));
  const nodes = [
    h(
      'p',
      { class: 'ligne-statut' },
      badge,
      ` ${STATUTS_SENS[statut]}. `,
      totaux.length === 0 ? '' : `${counted(agreeing, 'total conforme', 'totaux conformes')} sur ${String(totaux.length)}. `,
      worries === 0 ? '' : h('strong', {}, `${counted(worries, 'endroit', 'endroits')} à regarder.`),
    ),
    doutes.length === 0 ? '' : h('ul', { class: 'doutes' }, ...doutes.map((doute) => h('li', {}, DOUTES[doute]))),
    h(
      'div',
      { class: 'commandes' },
      button('À regarder', 'n', commands.nextWorry, worries === 0),
      verifie === null
        ? h(
            'button',
            { type: 'button', class: 'principal', onclick: () => commands.verify(true) },
            'Marquer comme vérifié ',
            h('kbd', { 'aria-hidden': 'true' }, 'v'),
          )
        : h('button', { type: 'button', onclick: () => commands.verify(false) }, `Vérifié par ${verifie.par} – revenir dessus`),
      button('Programme suivant', 's', commands.nextProgramme),
      button('Annuler', 'u', commands.undo, lastApplied(document) === null),
      button('En-tête', 'e', commands.heading),
      document.programmes.length > 1 ? chooser(document, programme, commands.choose) : null,
    ),
  ];
  return { badge, nodes };
}

function chooser({ programmes }: DocumentExport, programme: ProgrammeExport, choose: (programme: string) => void): HTMLElement {
  const select = h(
    'select',
    { 'aria-label': 'Programme du document', onchange: () => choose(select.value) },
    ...programmes.map((each, index) => h('option', { value: each.id }, `${String(index + 1)}. ${programmeName(each)}`)),
  );
  select.value = programme.id;
  return select;
}
