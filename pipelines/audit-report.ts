import { createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { systemReason } from '../src/files/system-reason.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { chromiumPath, printToPdf } from '../src/people/report/chromium.ts';
import type { ReportFinding } from '../src/people/report/findings.ts';
import { reportDocument, reportHead, reportTail, type ReportFacts, type ReportOverview } from '../src/people/report/report.ts';
import { productVersion } from '../src/product.ts';
import { CATALOGUE } from '../src/stages/audit/catalogue.ts';
import { settingsInWords } from '../src/stages/audit/settings.ts';
import type { AuditedDocument, AuditOfBase } from './audit-base.ts';
import { openDrawer, type Drawer } from './place-pictures.ts';

export interface ReportOptions {
  readonly base: string;
  /** As typed. */
  readonly filtre: string;
  /** `.html` or `.pdf`. */
  readonly sortie: string;
  readonly date: Date;
}

/** About the programme as a whole: its heading's picture would say nothing. */
const WITHOUT_PLACE: ReadonlySet<string> = new Set(['regles_non_verifiables', 'programme_non_verifiable']);

function overviewOf({ document, constats }: AuditedDocument): ReportOverview {
  const count = (gravite: string): number => constats.filter((constat) => constat.gravite === gravite).length;
  return {
    fichier: document.fichier,
    programmes: document.programmes.length,
    erreurs: count('erreur'),
    alertes: count('alerte'),
    infos: count('info'),
  };
}

async function findingsOf(
  { document, chemins, constats }: AuditedDocument,
  drawer: Drawer,
): Promise<{ findings: ReportFinding[]; hasFile: boolean }> {
  const placed = constats.flatMap((constat) =>
    constat.page === null || constat.boite === null || WITHOUT_PLACE.has(constat.code)
      ? []
      : [{ constat, page: constat.page, box: constat.boite }],
  );
  const pictures =
    document.sha256 === null
      ? []
      : await drawer.draw(
          chemins,
          document.sha256,
          placed.map(({ page, box }) => ({ page, box })),
        );
  const byConstat = new Map(placed.map(({ constat }, index) => [constat, pictures[index] ?? null]));
  const findings = constats.map((constat) => ({
    ...constat,
    titre: constat.regle.titre,
    source: constat.regle.source,
    picture: byConstat.get(constat) ?? null,
  }));
  return { findings, hasFile: placed.length === 0 || pictures.some((picture) => picture !== null) };
}

async function* htmlOf(audit: AuditOfBase, facts: ReportFacts): AsyncGenerator<string> {
  const drawer = openDrawer();
  try {
    yield reportHead(facts, audit.documents.map(overviewOf));
    for (const audited of audit.documents) {
      const { findings, hasFile } = await findingsOf(audited, drawer);
      yield reportDocument(audited.document, findings, hasFile);
    }
    yield reportTail(
      facts,
      CATALOGUE,
      audit.documents.map(({ document }) => document),
    );
  } finally {
    await drawer.close();
  }
}

/** Writes the report whole or not at all. Throws a `CommandError` for another kind of file, a folder that cannot be written, or no browser to print with. */
export async function writeReport(audit: AuditOfBase, { base, filtre, sortie, date }: ReportOptions): Promise<string> {
  const path = resolve(sortie);
  const isPdf = /\.pdf$/iu.test(path);
  if (!isPdf && !/\.html?$/iu.test(path))
    throw new CommandError('rapport', `Le rapport « ${sortie} » doit finir en .html ou .pdf.`, EXIT.usage);
  const browser = isPdf ? chromiumPath() : null;
  if (isPdf && browser === null)
    throw new CommandError(
      'rapport_sans_navigateur',
      'Pour un rapport PDF il faut Chromium (ou la variable CHROMIUM) ; un rapport .html s’imprime depuis tout navigateur.',
      EXIT.usage,
    );
  const listes = audit.listes.map(
    ({ liste, fichier, empreinte, lignes }) =>
      `${liste} : ${fichier}, ${String(lignes)} ${lignes > 1 ? 'lignes' : 'ligne'}, SHA-256 ${empreinte}`,
  );
  const facts: ReportFacts = {
    version: productVersion(),
    date,
    base: basename(base),
    filtre,
    reglages: settingsInWords(audit.reglages),
    listes,
    nonVerifiables: audit.nonVerifiables,
  };
  const folder = isPdf ? await mkdtemp(join(tmpdir(), 'tfpb-rapport-')) : dirname(path);
  const draft = join(folder, `.rapport-${randomUUID()}.html`);
  try {
    const file = createWriteStream(draft, { flags: 'wx' });
    await once(file, 'open');
    for await (const chunk of htmlOf(audit, facts)) if (!file.write(chunk)) await once(file, 'drain');
    file.end();
    await once(file, 'close');
    if (browser === null) await rename(draft, path);
    else await printToPdf(browser, draft, path);
    return path;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError('rapport', `Le rapport « ${sortie} » ne peut pas être écrit : ${systemReason(error)}.`, EXIT.usage);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
    if (isPdf) await rm(folder, { recursive: true, force: true });
  }
}
