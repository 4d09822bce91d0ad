import { formatDay } from '../../french/dates.ts';
import { partyKind, type PartyKind } from '../../french/party-kind.ts';
import type { DocumentExport, FaitExport } from '../../model/contract.ts';
import { RAISONS } from '../../model/errors.ts';
import { escapeHtml } from '../overlay/escape.ts';
import { findingsBlock, type ReportFinding } from './findings.ts';
import { euros, text, years } from './format.ts';
import { programmeSection, programmeTitle } from './programme.ts';
import { STYLE } from './style.ts';

/** What the report says of itself, so that another can make it again. */
export interface ReportFacts {
  readonly version: string;
  readonly date: Date;
  readonly base: string;
  /** As typed: `--annee 2023`. */
  readonly filtre: string;
  readonly reglages: readonly string[];
  readonly listes: readonly string[];
  /** Rules over the whole database that lacked their data. */
  readonly nonVerifiables: readonly string[];
}

export interface ReportOverview {
  readonly fichier: string;
  readonly programmes: number;
  readonly erreurs: number;
  readonly alertes: number;
  readonly infos: number;
}

function date(value: Date): string {
  return new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(value);
}

/** The first page: what was audited, and each document with what was found in it, worst first. */
export function reportHead(facts: ReportFacts, overview: readonly ReportOverview[]): string {
  const sum = (key: 'programmes' | 'erreurs' | 'alertes' | 'infos'): number => overview.reduce((all, each) => all + each[key], 0);
  const rows = overview
    .map(
      ({ fichier, programmes, erreurs, alertes, infos }) =>
        `<tr><td>${escapeHtml(fichier)}</td><td class="n">${String(programmes)}</td><td class="n">${erreurs > 0 ? `<b class="erreur">${String(erreurs)}</b>` : '0'}</td><td class="n">${String(alertes)}</td><td class="n">${String(infos)}</td></tr>`,
    )
    .join('\n');
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rapport de vérification des programmes d'actions TFPB</title><style>${STYLE}</style></head><body>
<h1>Rapport de vérification<br>des programmes d'actions TFPB</h1>
<p>${date(facts.date)} — tfpb ${escapeHtml(facts.version)}</p>
<dl><dt>base</dt><dd>${escapeHtml(facts.base)}</dd><dt>sélection</dt><dd>${facts.filtre === '' ? 'tous les documents' : escapeHtml(facts.filtre)}</dd>
<dt>documents</dt><dd>${String(overview.length)}</dd><dt>programmes</dt><dd>${String(sum('programmes'))}</dd>
<dt>constats</dt><dd>${String(sum('erreurs'))} erreurs, ${String(sum('alertes'))} alertes, ${String(sum('infos'))} informations</dd></dl>
<p class="note">Une <b>erreur</b> : des chiffres imprimés dans le document se contredisent, ou le fichier n'a pas pu être lu. Une <b>alerte</b> : une règle du référentiel ou un seuil réglé
demande qu'une personne regarde. Une <b>information</b> : à savoir, sans suite nécessaire. Une règle qui manque de données est dite « non vérifiable » : elle n'est jamais comptée comme respectée.</p>
<h3>Documents, du plus au moins préoccupant</h3>
<table><thead><tr><th>fichier</th><th class="n">programmes</th><th class="n">erreurs</th><th class="n">alertes</th><th class="n">informations</th></tr></thead><tbody>${rows}</tbody></table>
`;
}

const SUJETS: Readonly<Record<FaitExport['sujet'], string>> = {
  partie: 'partie',
  duree: 'durée',
  signature: 'signature',
  deliberation: 'délibération',
  echeance: 'échéance',
  logements: 'logements en quartier',
  abattement: "montant de l'abattement",
  accord_report: 'accord sur un report',
  clause_report: 'clause de report',
  clause_fongibilite: 'clause de fongibilité',
  article_cgi: 'article du CGI cité',
};

const PARTIES: Readonly<Record<PartyKind, string>> = {
  etat: 'partie : État',
  epci: 'partie : intercommunalité',
  commune: 'partie : commune',
  bailleur: 'partie : bailleur',
  autre: 'partie',
};

function factName({ sujet, phrase }: FaitExport): string {
  return sujet === 'partie' ? PARTIES[partyKind(phrase)] : SUJETS[sujet];
}

/** `2025-01-31` as people write it. */
function valueText({ valeur, montant, date: day }: FaitExport): string {
  if (montant !== null) return euros(montant);
  return text(day !== null && day === valeur ? formatDay(day) : valeur);
}

function factsTable(faits: readonly FaitExport[]): string {
  if (faits.length === 0) return '';
  const rows = faits.map((fait) => {
    return `<tr><td>${factName(fait)}</td><td>${valueText(fait)}</td><td>« ${text(fait.phrase)} »</td><td class="n">${String(fait.page)}</td></tr>`;
  });
  return `<h4>Ce que dit le texte</h4><table class="faits"><thead><tr><th>fait</th><th>valeur</th><th>phrase</th><th class="n">page</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

/** Whose convention it is, for which years, and its quartiers. */
function conventionBlock(convention: DocumentExport['convention']): string {
  if (convention === null) return '';
  const { bailleur, epci, communes, quartiers, annee_debut: from, annee_fin: to } = convention;
  const listed = quartiers.map(
    ({ nom, code_qp: code, nombre_logements: dwellings }) =>
      `<tr><td>${text(nom)}</td><td>${text(code)}</td><td class="n">${text(dwellings)}</td></tr>`,
  );
  const table =
    listed.length === 0
      ? ''
      : `<table><thead><tr><th>quartier</th><th>code</th><th class="n">logements</th></tr></thead><tbody>${listed.join('\n')}</tbody></table>`;
  return `<h4>La convention</h4><dl><dt>bailleur</dt><dd>${text(bailleur)}</dd><dt>intercommunalité</dt><dd>${text(epci)}</dd>
<dt>communes</dt><dd>${text(communes.length === 0 ? null : communes.join(', '))}</dd><dt>années</dt><dd>${from === null ? text(null) : years(from, to)}</dd></dl>${table}`;
}

/** One document: its identity, what its text says, its programmes, its findings with their pictures. */
export function reportDocument(document: DocumentExport, findings: readonly ReportFinding[], hasFile: boolean): string {
  const { fichier, sha256, pages, nature, raison, programmes, faits } = document;
  const own = (id: string | null): readonly ReportFinding[] => findings.filter(({ programme }) => programme === id);
  const note =
    hasFile || findings.every(({ page }) => page === null)
      ? ''
      : `<p class="note">Le fichier n'est plus à sa place, ou a changé : les images des pages manquent.</p>`;
  return `<section class="document">
<h2>${escapeHtml(fichier)}</h2>
<dl><dt>empreinte SHA-256</dt><dd class="empreinte">${text(sha256)}</dd><dt>pages</dt><dd>${text(pages)}</dd><dt>nature</dt><dd>${text(nature)}</dd>
<dt>programmes</dt><dd>${programmes.length === 0 ? 'aucun' : programmes.map((programme) => escapeHtml(programmeTitle(programme))).join('<br>')}</dd></dl>
${raison === null ? '' : `<p><b class="erreur">Rejeté.</b> ${escapeHtml(RAISONS[raison].message)} ${escapeHtml(RAISONS[raison].conseil)}</p>`}${note}
${findingsBlock('Constats sur le document', own(null))}
${conventionBlock(document.convention)}
${factsTable(faits)}
${programmes.map((programme) => programmeSection(programme, findingsBlock('Constats', own(programme.id)))).join('\n')}
</section>
`;
}

/** The rules that were applied, and the signature: what, when, with which version and settings, on which bytes. */
export function reportTail(
  facts: ReportFacts,
  rules: readonly { readonly titre: string; readonly source: string }[],
  files: readonly { readonly fichier: string; readonly sha256: string | null }[],
): string {
  const seen = new Set<string>();
  const rows = rules
    .filter(({ titre }) => !seen.has(titre) && seen.add(titre))
    .map(({ titre, source }) => `<tr><td>${escapeHtml(titre)}</td><td>${escapeHtml(source)}</td></tr>`);
  const hashes = files.map(({ fichier, sha256 }) => `<tr><td>${escapeHtml(fichier)}</td><td class="empreinte">${text(sha256)}</td></tr>`);
  return `<section class="document"><h2>Règles appliquées</h2>
<table><thead><tr><th>règle</th><th>source</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
${facts.nonVerifiables.length === 0 ? '' : `<h3>Non vérifiable sur cette base, faute de données</h3><ul>${facts.nonVerifiables.map((each) => `<li>${escapeHtml(each)}</li>`).join('')}</ul>`}
<footer><h3>Pour refaire ce rapport</h3>
<dl><dt>produit par</dt><dd>tfpb ${escapeHtml(facts.version)}</dd><dt>le</dt><dd>${date(facts.date)} (${facts.date.toISOString()})</dd>
<dt>base</dt><dd>${escapeHtml(facts.base)}</dd><dt>sélection</dt><dd>${facts.filtre === '' ? 'tous les documents' : escapeHtml(facts.filtre)}</dd>
<dt>réglages</dt><dd>${facts.reglages.map(escapeHtml).join('<br>')}</dd><dt>listes chargées</dt><dd>${facts.listes.length === 0 ? 'aucune' : facts.listes.map(escapeHtml).join('<br>')}</dd></dl>
<table><thead><tr><th>fichier</th><th>empreinte SHA-256</th></tr></thead><tbody>${hashes.join('\n')}</tbody></table></footer></section>
</body></html>
`;
}
