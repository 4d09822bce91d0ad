import { fold } from '../src/french/text.ts';
import type { ConstatExport, DocumentExport, ProgrammeExport } from '../src/model/contract.ts';
import type { Principe } from '../src/model/principe.ts';
import type { Gravite } from '../src/model/vocabulary.ts';
import type { OfficialLists } from '../src/stages/audit/corpus/corpus.ts';
import { auditCorpus, uncheckedCorpus } from '../src/stages/audit/corpus/index.ts';
import { CATALOGUE, cardOf } from '../src/stages/audit/catalogue.ts';
import type { RuleCard } from '../src/stages/audit/rule.ts';
import { DEFAULT_SETTINGS, type AuditSettings } from '../src/stages/audit/settings.ts';
import { taxonomy } from '../src/stages/classify/taxonomy.ts';
import { openStore } from '../src/store/open.ts';
import { bailleursByName, loadedLists, quartiersByCode, type LoadedList } from '../src/store/official-lists.ts';
import { filePaths } from '../src/store/files.ts';
import { readDocuments } from '../src/store/read.ts';
import { programmeHeadings } from '../src/store/sums.ts';
import { constatsWith } from './with-settings.ts';

/** What of a database to look at. Absent: everything. */
export interface AuditFilter {
  readonly regle?: string;
  /** At least this serious. */
  readonly gravite?: Gravite;
  /** Part of a landlord's name. */
  readonly bailleur?: string;
  readonly annee?: number;
}

/** A finding with the rule behind it. `id` is `null` for what only documents together say: nothing of that is stored. */
export interface AuditedConstat extends Omit<ConstatExport, 'id'> {
  readonly id: string | null;
  readonly regle: RuleCard;
}

export interface AuditedDocument {
  readonly document: DocumentExport;
  /** Where its bytes were last met. */
  readonly chemins: readonly string[];
  readonly constats: readonly AuditedConstat[];
}

export interface AuditOfBase {
  /** The rule asked for, when no rule of tfpb and no finding of the database has that code: it was surely mistyped. */
  readonly regleInconnue: string | null;
  /** False when landlord and year leave no programme of a database that has some: nothing was looked at, which is not the same as nothing found. */
  readonly programmesChoisis: boolean;
  /** Worst first: errors, then alerts, then the name. */
  readonly documents: readonly AuditedDocument[];
  readonly erreurs: number;
  readonly alertes: number;
  readonly infos: number;
  /** Of all these, those on programmes that another file holds too, which the export in tables leaves out; and those that only the documents set beside each other give, which are stored nowhere. */
  readonly horsExport: { readonly doubles: number; readonly comparaisons: number };
  /** Rules over the database that it does not let judge, each with what is missing, in words. */
  readonly nonVerifiables: readonly string[];
  readonly listes: readonly LoadedList[];
  /** The thresholds that were applied. */
  readonly reglages: AuditSettings;
}

const SERIOUS: Readonly<Record<Gravite, number>> = { erreur: 2, alerte: 1, info: 0 };

/** Every code `--regle` may ask for: those of the rules, and the written principles of the référentiel, which have codes of their own. */
export function ruleCodes(): readonly string[] {
  return [...new Set([...CATALOGUE.flatMap(({ codes }) => codes), ...principles().map(({ code }) => code)])];
}

/** The written principles of the référentiel, each a rule with its sentence. */
export function principles(): readonly Principe[] {
  return taxonomy().principes.map(({ principe }) => principe);
}
export { CATALOGUE, DEFAULT_SETTINGS, type AuditSettings };

/** Part of the landlord's name. */
export function holdsName({ bailleur }: Pick<ProgrammeExport, 'bailleur'>, part: string): boolean {
  return bailleur !== null && fold(bailleur).includes(fold(part));
}

function covers(programme: ProgrammeExport, { bailleur, annee }: AuditFilter): boolean {
  const isTheirs = bailleur === undefined || holdsName(programme, bailleur);
  const isThen =
    annee === undefined ||
    (programme.annee_debut !== null && programme.annee_debut <= annee && annee <= (programme.annee_fin ?? programme.annee_debut));
  return isTheirs && isThen;
}

/** Which programmes of a document the filter takes; `null` when it asks nothing of programmes. */
function chosenProgrammes(document: DocumentExport, filter: AuditFilter): ReadonlySet<string> | null {
  if (filter.bailleur === undefined && filter.annee === undefined) return null;
  return new Set(document.programmes.filter((programme) => covers(programme, filter)).map(({ id }) => id));
}

/** Where a programme opens: the place that its list of rules without data was given when it was read. */
function headingPlace(document: DocumentExport, programme: string): { readonly page: number; readonly boite: Boite } | null {
  const opening = document.constats.find((constat) => constat.programme === programme && constat.code === 'regles_non_verifiables');
  return opening === undefined || opening.page === null || opening.boite === null ? null : { page: opening.page, boite: opening.boite };
}
type Boite = NonNullable<ConstatExport['boite']>;

/** Landlords under the one name of the list its reader has loaded: spellings of one are set beside each other. */
function withOfficialNames(document: DocumentExport, { bailleurs }: OfficialLists): DocumentExport {
  const programmes = document.programmes.map((programme) => {
    const official = programme.bailleur === null ? undefined : bailleurs?.get(fold(programme.bailleur));
    return official === undefined ? programme : { ...programme, bailleur: official.nom };
  });
  return { ...document, programmes };
}

/** Every finding of the database, with those that only the whole of it gives, filtered and sorted. Throws a `CommandError` when it cannot be used. */
export async function auditBase(base: string, filter: AuditFilter = {}, settings: AuditSettings = DEFAULT_SETTINGS): Promise<AuditOfBase> {
  const store = await openStore(base, 'lecture');
  try {
    const documents: DocumentExport[] = [];
    for await (const document of readDocuments(store)) documents.push({ ...document, constats: [...constatsWith(document, settings)] });
    const lists = { quartiers: await quartiersByCode(store), bailleurs: await bailleursByName(store) };
    const found = new Map<DocumentExport, AuditedConstat[]>();
    const named = new Map(documents.map((document) => [withOfficialNames(document, lists), document]));
    for (const { code, gravite, message, document: as, programme, page, boite } of auditCorpus([...named.keys()], lists)) {
      const document = named.get(as) ?? as;
      const place = boite === null ? headingPlace(document, programme.id) : { page, boite };
      const constats = found.get(document) ?? [];
      constats.push({
        id: null,
        code,
        gravite,
        message,
        programme: programme.id,
        page: place?.page ?? page,
        boite: place === null ? null : [...place.boite],
        regle: cardOf(code),
      });
      found.set(document, constats);
    }
    const paths = await filePaths(store);
    const doubles = new Set((await programmeHeadings(store)).filter(({ double }) => double).map(({ id }) => id));
    const { regle } = filter;
    const isKnown =
      regle === undefined ||
      ruleCodes().includes(regle) ||
      documents.some((document) => [...document.constats, ...(found.get(document) ?? [])].some(({ code }) => code === regle));
    const programmes = documents.flatMap((document) => document.programmes);
    const audited = documents.flatMap((document): AuditedDocument[] => {
      const chosen = chosenProgrammes(document, filter);
      if (chosen !== null && chosen.size === 0) return [];
      const own = document.constats.map((constat): AuditedConstat => ({ ...constat, regle: cardOf(constat.code) }));
      const constats = [...own, ...(found.get(document) ?? [])].filter(
        ({ code, gravite, programme }) =>
          (filter.regle === undefined || code === filter.regle) &&
          (filter.gravite === undefined || SERIOUS[gravite] >= SERIOUS[filter.gravite]) &&
          (chosen === null || programme === null || chosen.has(programme)),
      );
      if (filter.regle !== undefined && constats.length === 0) return [];
      const kept = chosen === null ? document : { ...document, programmes: document.programmes.filter(({ id }) => chosen.has(id)) };
      return [{ document: kept, chemins: paths.get(document.sha256 ?? '') ?? [], constats }];
    });
    const count = (gravite: Gravite, { constats }: AuditedDocument): number =>
      constats.filter((constat) => constat.gravite === gravite).length;
    const sum = (gravite: Gravite): number => audited.reduce((all, document) => all + count(gravite, document), 0);
    const all = audited.flatMap(({ constats }) => constats);
    const compared = all.filter(({ id }) => id === null).length;
    const doubled = all.filter(({ id, programme }) => id !== null && programme !== null && doubles.has(programme)).length;
    return {
      regleInconnue: isKnown ? null : regle,
      programmesChoisis: programmes.length === 0 || programmes.some((programme) => covers(programme, filter)),
      documents: audited.sort(
        (a, b) =>
          count('erreur', b) - count('erreur', a) ||
          count('alerte', b) - count('alerte', a) ||
          a.document.fichier.localeCompare(b.document.fichier, 'fr'),
      ),
      erreurs: sum('erreur'),
      alertes: sum('alerte'),
      infos: sum('info'),
      horsExport: { doubles: doubled, comparaisons: compared },
      nonVerifiables: uncheckedCorpus(documents, lists),
      listes: await loadedLists(store),
      reglages: settings,
    };
  } finally {
    await store.close();
  }
}
