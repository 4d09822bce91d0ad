import { EXIT } from '../../model/errors.ts';
import { openStore } from '../../store/open.ts';
import { findings, type Finding } from '../../store/summary.ts';
import type { CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { printable, type Paint } from './terminal.ts';
import { counted, place } from './wording.ts';

interface AuditOptions extends CommonOptions {
  readonly strict?: true;
}

/** `tfpb audit`: errors and alerts by document, each with its place on the page. Infos show with `--verbeux`. */
export const audit: Run<AuditOptions> = async (_paths, { terminal, log, options }) => {
  const store = await openStore(options.base, 'lecture');
  const all = await findings(store).finally(() => store.close());
  const shown = all.filter(({ gravite }) => gravite !== 'info' || log.isVerbose);
  let document: string | null = null;
  for (const finding of shown) {
    if (finding.document !== document) {
      await terminal.out(`${document === null ? '' : '\n'}${terminal.paint.strong(printable(finding.fichier))}\n`);
      document = finding.document;
    }
    await terminal.out(findingText(finding, terminal.paint));
  }
  const errors = all.filter(({ gravite }) => gravite === 'erreur').length;
  const alerts = all.filter(({ gravite }) => gravite === 'alerte').length;
  const verdict =
    errors + alerts === 0 ? 'Rien à signaler' : `${counted(errors, 'erreur', 'erreurs')}, ${counted(alerts, 'alerte', 'alertes')}`;
  await terminal.out(`${shown.length === 0 ? '' : '\n'}${verdict}.\n`);
  return options.strict === true && errors > 0 ? EXIT.doneWithRejects : EXIT.done;
};

function findingText({ gravite, code, message, page, boite }: Finding, paint: Paint): string {
  const colour = { erreur: paint.bad, alerte: paint.warn, info: paint.faint }[gravite];
  return `  ${colour(gravite.padEnd(6))}  ${printable(message)}\n          ${paint.faint(`${place(page, boite)} [${code}]`)}\n`;
}
