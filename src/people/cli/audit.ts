import {
  auditBase,
  DEFAULT_SETTINGS,
  holdsName,
  ruleCodes,
  type AuditedConstat,
  type AuditedDocument,
  type AuditFilter,
  type AuditOfBase,
  type AuditSettings,
} from '../../../pipelines/audit-base.ts';
import { unknownNames } from '../../../pipelines/unknown-names.ts';
import { CommandError, EXIT } from '../../model/errors.ts';
import type { Gravite } from '../../model/vocabulary.ts';
import { baseArguments, type CommonOptions } from './common-options.ts';
import type { Run } from './context.ts';
import { nearest } from './suggest.ts';
import type { Thresholds } from './thresholds.ts';
import { printable, type Paint } from './terminal.ts';
import { refuseUnknownNames } from './unknown-names.ts';
import { counted, place, shellWord } from './wording.ts';

interface AuditOptions extends CommonOptions {
  readonly strict?: true;
  readonly regle?: string;
  readonly gravite?: Gravite;
  readonly bailleur?: string;
  readonly annee?: number;
  readonly rapport?: string;
  readonly seuil?: Thresholds;
}

/** `tfpb audit`: errors and alerts by document, worst first, each with its place and its rule. Infos show with `--verbeux` or when asked for. */
export const audit: Run<AuditOptions> = async (_paths, { terminal, log, options }) => {
  const { regle, gravite, bailleur, annee, rapport, base } = options;
  const filter: AuditFilter = {
    ...(regle === undefined ? {} : { regle }),
    ...(gravite === undefined ? {} : { gravite }),
    ...(bailleur === undefined ? {} : { bailleur }),
    ...(annee === undefined ? {} : { annee }),
  };
  const found = await auditBase(base, filter, settingsOf(options.seuil ?? {}));
  if (found.regleInconnue !== null) {
    const near = nearest(found.regleInconnue, ruleCodes());
    const guess = near === null ? '' : ` Vouliez-vous dire ${near} ?`;
    throw new CommandError(
      'usage',
      `Aucune règle n'a le code « ${printable(found.regleInconnue)} ».${guess} Les codes : tfpb referentiel regles`,
      EXIT.usage,
    );
  }
  if (!found.programmesChoisis) {
    if (bailleur !== undefined)
      refuseUnknownNames(await unknownNames(base, { bailleur: [bailleur] }, { bailleur: holdsName, commune: () => true }));
    if (options.strict === true) throw new CommandError('usage', nobody(filter), EXIT.usage);
  }
  const end = options.strict === true && found.erreurs > 0 ? EXIT.doneWithRejects : EXIT.done;
  if (rapport !== undefined) {
    const { writeReport } = await import('../../../pipelines/audit-report.ts');
    const path = await writeReport(found, { base, filtre: filterText(filter), sortie: rapport, date: new Date() });
    log.say(`Rapport écrit : ${printable(path)}`);
    log.event('info', 'rapport', { chemin: path });
    if (!found.programmesChoisis) await terminal.out(`${nobody(filter)}\n`);
    return end;
  }
  if (!found.programmesChoisis) {
    await terminal.out(`${nobody(filter)}\n`);
    return end;
  }
  const showsInfos = log.isVerbose || gravite === 'info' || regle !== undefined;
  let isFirst = true;
  for (const audited of found.documents) {
    const shown = audited.constats.filter((constat) => constat.gravite !== 'info' || showsInfos);
    if (shown.length === 0) continue;
    await terminal.out(`${isFirst ? '' : '\n'}${heading(audited, terminal.paint)}\n`);
    isFirst = false;
    for (const constat of shown) await terminal.out(constatText(constat, terminal.paint, log.isVerbose));
  }
  const { erreurs, alertes, infos } = found;
  const verdict =
    erreurs + alertes === 0 ? 'Rien à signaler' : `${counted(erreurs, 'erreur', 'erreurs')}, ${counted(alertes, 'alerte', 'alertes')}`;
  const more = infos > 0 && !showsInfos ? ` ${counted(infos, 'information', 'informations')} de plus avec --gravite info.` : '';
  await terminal.out(`${isFirst ? '' : '\n'}${verdict}.${more}${notExported(found)}${unchecked(found)}\n`);
  if (erreurs + alertes > 0)
    log.say(`Rapport à imprimer : ${['tfpb', 'audit', ...baseArguments(options), '--rapport', 'rapport.html'].map(shellWord).join(' ')}`);
  return end;
};

/** A rule that lacks its data is not a rule that is kept. */
function unchecked({ nonVerifiables }: AuditOfBase): string {
  return nonVerifiables.length === 0
    ? ''
    : `\nNon vérifiable sur cette base, faute de données : ${nonVerifiables.map(printable).join(' ; ')}.`;
}

/** Why the export counts fewer findings. */
function notExported({ horsExport: { doubles, comparaisons } }: AuditOfBase): string {
  const parts = [
    ...(doubles > 0
      ? [
          `${counted(doubles, 'porte sur un programme', 'portent sur des programmes')} en double, que l'export en tables ne garde qu'avec --avec-doubles`,
        ]
      : []),
    ...(comparaisons > 0
      ? [
          `${counted(comparaisons, "naît de la comparaison des documents et n'est jamais exporté", 'naissent de la comparaison des documents et ne sont jamais exportés')}`,
        ]
      : []),
  ];
  return parts.length === 0 ? '' : `\nL'export en a moins (informations comprises) : ${parts.join(' ; ')}.`;
}

function settingsOf(asked: Thresholds): AuditSettings {
  const share = (percent: number | undefined, usual: number): number => (percent === undefined ? usual : percent / 100);
  return {
    concentration: share(asked.concentration, DEFAULT_SETTINGS.concentration),
    depassement: share(asked.depassement, DEFAULT_SETTINGS.depassement),
    depassementEuros: asked['depassement-euros'] ?? DEFAULT_SETTINGS.depassementEuros,
    abattement: share(asked.abattement, DEFAULT_SETTINGS.abattement),
  };
}

/** Nothing looked at must not read like nothing found. */
function nobody({ bailleur, annee }: AuditFilter): string {
  const asked = filterText({ ...(bailleur === undefined ? {} : { bailleur }), ...(annee === undefined ? {} : { annee }) });
  return `Aucun programme de la base ne répond à ${printable(asked)} : rien n'a été contrôlé.`;
}

function filterText(filter: AuditFilter): string {
  return Object.entries(filter)
    .map(([name, value]) => `--${name} ${String(value)}`)
    .join(' ');
}

function heading({ document, constats }: AuditedDocument, paint: Paint): string {
  const count = (gravite: Gravite): number => constats.filter((constat) => constat.gravite === gravite).length;
  const facts = [counted(count('erreur'), 'erreur', 'erreurs'), counted(count('alerte'), 'alerte', 'alertes')].join(', ');
  return `${paint.strong(printable(document.fichier))} ${paint.faint(`(${facts})`)}`;
}

function constatText({ id, gravite, code, message, page, boite, regle }: AuditedConstat, paint: Paint, showsId: boolean): string {
  const colour = { erreur: paint.bad, alerte: paint.warn, info: paint.faint }[gravite];
  const where = paint.faint(`${place(page, boite)} [${code}]${showsId && id !== null ? ` ${id}` : ''}`);
  return `  ${colour(gravite.padEnd(6))}  ${printable(message)}\n          ${where}\n          ${paint.faint(printable(regle.source))}\n`;
}
