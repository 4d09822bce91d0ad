import { isCurrent } from '../../../pipelines/stage-versions.ts';
import { EXIT, explainRejection } from '../../model/errors.ts';
import type { RaisonRejet } from '../../model/vocabulary.ts';
import { filePaths } from '../../store/files.ts';
import { openStore } from '../../store/open.ts';
import { documentsByStages, programmesOfStatut, rejectedFiles, summarise, unrecognisedPages } from '../../store/summary.ts';
import { baseArguments } from './common-options.ts';
import type { Run } from './context.ts';
import { shownPath } from './shown-path.ts';
import { printable } from './terminal.ts';
import { counted, number, programmeName, shellWord, statuts } from './wording.ts';

/** `12 chiffre, 3 tronque`: the most frequent first. */
function byReason(rejected: readonly { readonly raison: RaisonRejet }[]): string {
  const counts = new Map<RaisonRejet, number>();
  for (const { raison } of rejected) counts.set(raison, (counts.get(raison) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([raison, count]) => `${number(count)} ${raison}`)
    .join(', ');
}

/** `tfpb etat`: what the database holds, what was rejected and what to do about it, what awaits a reader. */
export const etat: Run = async (_paths, { terminal: { out, paint }, options }) => {
  const { base } = options;
  const store = await openStore(base, 'lecture');
  try {
    const summary = await summarise(store);
    const programmes = Object.values(summary.programmes).reduce((sum, value) => sum + value, 0);
    await out(`${paint.strong(`Base ${printable(base)}`)}\n`);
    await out(
      `  ${counted(summary.documents - summary.rejetes, 'document importé', 'documents importés')}, ${counted(summary.rejetes, 'rejeté', 'rejetés')}\n`,
    );
    await out(`  ${counted(programmes, 'programme', 'programmes')}${programmes === 0 ? '' : ` : ${statuts(summary.programmes)}`}\n`);
    if (summary.doubles > 0)
      await out(
        `    dont ${number(summary.doubles)} en double : un autre fichier contient le même programme (copie ou autre version). L'export en tables, la page de relecture et\n` +
          '    les vues ne comptent que le mieux lu des deux ; pour tous les garder : tfpb export --avec-doubles\n',
      );
    await out(
      `  ${counted(summary.lignes, 'ligne', 'lignes')}, ${counted(summary.montants, 'montant', 'montants')} ; totaux : ${counted(summary.conformes, 'conforme', 'conformes')}, ` +
        `${number(summary.ecarts)} en écart, ${counted(summary.nonVerifiables, 'non vérifiable', 'non vérifiables')}\n`,
    );

    const outdated = (await documentsByStages(store))
      .filter(({ etapes }) => !isCurrent(etapes))
      .reduce((sum, { nombre }) => sum + nombre, 0);
    if (outdated > 0) {
      const what = counted(outdated, 'document a été lu', 'documents ont été lus');
      await out(`  ${what} par une version de tfpb qui lisait autrement : relancez l'import de leur dossier pour les relire\n`);
    }

    const rejected = await rejectedFiles(store);
    const again = ['tfpb', 'import', '--reprendre-rejets', ...baseArguments(options)].map(shellWord).join(' ');
    if (rejected.length > 0) await out(`\n${paint.strong('Rejetés')}  ${paint.faint(`(pour les essayer tous de nouveau : ${again})`)}\n`);
    if (rejected.length > 1) await out(`  ${byReason(rejected)}\n`);
    const paths = await filePaths(store);
    for (const { id, fichier, raison, precision } of rejected) {
      const { message, conseil } = explainRejection(raison, precision);
      await out(`  ${paint.bad(printable(fichier))} (${raison})\n      ${message} ${conseil}\n`);
      for (const path of paths.get(id) ?? []) await out(`      ${paint.faint(shownPath(path))}\n`);
    }

    const toRead = await programmesOfStatut(store, 'a_relire');
    const unrecognised = await unrecognisedPages(store);
    if (toRead.length + unrecognised.length > 0) await out(`\n${paint.strong('À relire')}\n`);
    for (const programme of toRead) {
      const page = programme.page === null ? '' : `, page ${programme.page}`;
      await out(`  ${paint.warn(printable(programme.fichier))}${page} : ${printable(programmeName(programme))}\n`);
    }
    for (const { fichier, page } of unrecognised) {
      const where = page === null ? '' : `, page ${String(page)}`;
      await out(`  ${paint.warn(printable(fichier))}${where} : l'air d'un programme, mais aucun n'y a été reconnu\n`);
    }
    return EXIT.done;
  } finally {
    await store.close();
  }
};
