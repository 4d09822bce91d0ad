import type { ConstatExport, DocumentExport, LigneExport, MontantExport, ProgrammeExport, TotalExport } from '../../../model/contract.ts';
import { isDoubtful } from './columns.ts';
import { totalName } from './french.ts';
import { euros } from './money.ts';
import type { Box, Mark } from './picture.ts';

/** Something of a programme that can be chosen. */
export type Target =
  | {
      readonly sorte: 'montant';
      readonly id: string;
      readonly programme: ProgrammeExport;
      readonly ligne: LigneExport;
      readonly montant: MontantExport;
    }
  | { readonly sorte: 'ligne'; readonly id: string; readonly programme: ProgrammeExport; readonly ligne: LigneExport }
  | { readonly sorte: 'total'; readonly id: string; readonly programme: ProgrammeExport; readonly total: TotalExport };

/** Everything that can be chosen in a document, by its id. */
export function targetsOf({ programmes }: DocumentExport): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>();
  for (const programme of programmes) {
    for (const ligne of programme.lignes) {
      found.set(ligne.id, { sorte: 'ligne', id: ligne.id, programme, ligne });
      for (const montant of ligne.montants) found.set(montant.id, { sorte: 'montant', id: montant.id, programme, ligne, montant });
    }
    for (const total of programme.totaux) found.set(total.id, { sorte: 'total', id: total.id, programme, total });
  }
  return found;
}

/** The boxes of a document's pages: lines below, then totals and amounts, so that a click takes the smallest. */
export function marksOf({ programmes }: DocumentExport): readonly Mark[] {
  const lines = programmes.flatMap(({ lignes }) =>
    lignes.flatMap(({ id, page, boite, suites, action_texte, description }) => [
      { id, page, box: boite, kinds: 'ligne', text: action_texte ?? description ?? '' },
      ...suites.map((suite) => ({ id, page: suite.page, box: suite.boite, kinds: 'ligne', text: '' })),
    ]),
  );
  const totals = programmes.flatMap(({ totaux }) =>
    totaux.map((total) => ({
      id: total.id,
      page: total.page,
      box: total.boite,
      kinds: `total ${total.statut}`,
      text: `${totalName(total)} ${euros(total.declare)}`,
    })),
  );
  const amounts = programmes.flatMap(({ lignes }) =>
    lignes.flatMap(({ montants }) =>
      montants.map((montant) => ({
        id: montant.id,
        page: montant.page,
        box: montant.boite,
        kinds: `montant${isDoubtful(montant) ? ' douteux' : ''}`,
        text: euros(montant.montant),
      })),
    ),
  );
  return [...lines, ...totals, ...amounts];
}

export function touches([ax0, ay0, ax1, ay1]: Box, [bx0, by0, bx1, by1]: Box): boolean {
  return Math.min(ax1, bx1) > Math.max(ax0, bx0) && Math.min(ay1, by1) > Math.max(ay0, by0);
}

/** Findings whose place lies on the target's. */
export function constatsAt({ constats }: DocumentExport, target: Target): readonly ConstatExport[] {
  const { page, boite } = target.sorte === 'montant' ? target.montant : target.sorte === 'ligne' ? target.ligne : target.total;
  return constats.filter((constat) => constat.boite !== null && constat.page === page && touches(constat.boite, boite));
}

/** What to look at in a programme, in the order of the page: totals that disagree, doubtful amounts. */
export function worriesOf({ lignes, totaux }: ProgrammeExport): readonly string[] {
  const worries = [
    ...totaux.filter(({ statut }) => statut === 'ecart').map(({ id, page, boite }) => ({ id, page, top: boite[1] })),
    ...lignes.flatMap(({ montants }) => montants.filter(isDoubtful).map(({ id, page, boite }) => ({ id, page, top: boite[1] }))),
  ];
  return worries.sort((a, b) => a.page - b.page || a.top - b.top).map(({ id }) => id);
}

/** What lights up with something chosen: the amounts of a total, the totals of an amount. */
export function relatedOf(target: Target): readonly string[] {
  if (target.sorte === 'total') return target.total.termes;
  const own = target.sorte === 'montant' ? [target.montant.id] : target.ligne.montants.map(({ id }) => id);
  const totals = target.programme.totaux.filter(({ termes }) => own.some((id) => termes.includes(id))).map(({ id }) => id);
  return target.sorte === 'ligne' ? [...own, ...totals] : totals;
}
