import type { AmountColumn, AmountDraft, Convention, Heading, TotalDraft } from '../../src/model/draft.ts';
import type { Place } from '../../src/model/geometry.ts';
import type { Fait } from '../../src/model/fait.ts';
import type { Classification, Constat, ReconciledDocument } from '../../src/model/reconciled.ts';
import type { NatureDocument, NatureProgramme, Periode, Rubrique } from '../../src/model/vocabulary.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';
import { classifyLigne } from '../../src/stages/classify/lignes.ts';
import { constatsOfDocument, notVerifiableIn } from './constats.ts';
import { amount, CLASSIFIED, HEADING, line, placeAt, PREVU, programme, scope, total } from './programmes.ts';

/** Documents for the rules of the audit, written as what a line says: figures, words, where it is filed. */

export interface LigneSaid {
  readonly action?: string;
  readonly description?: string | null;
  readonly taux?: string;
  /** Figures by column: `{ prevu: '100.00' }`; `prevu 2025` gives the column its years. */
  readonly figures?: Readonly<Record<string, string | null>>;
}

export interface ProgrammeSaid {
  readonly lines: readonly LigneSaid[];
  readonly totals?: readonly TotalDraft[];
  readonly heading?: Partial<Heading>;
  readonly nature?: NatureProgramme;
}

export interface DocumentSaid {
  readonly programmes: readonly ProgrammeSaid[];
  readonly nature?: NatureDocument;
  readonly convention?: Convention | null;
  readonly faits?: readonly Fait[];
  readonly unreadPages?: readonly Place[];
}

/** `realise 2021-2022` → that column; `prevu 2026 ttc` → with tax. */
export function column(named: string): AmountColumn {
  const [rubrique = 'prevu', years = '', taxe] = named.split(' ');
  const [debut, fin] = years.split('-').map(Number);
  const periode: Periode | null = debut === undefined || debut === 0 ? PREVU.periode : { debut, fin: fin ?? debut };
  return { ...PREVU, header: named, rubrique: rubrique as Rubrique, periode, taxe: taxe === 'ht' || taxe === 'ttc' ? taxe : null };
}

function classificationOf({ action, description }: LigneSaid): Classification {
  if (action === undefined) return CLASSIFIED;
  const axe = Number(action.slice(0, 1));
  const { principes } = classifyLigne({
    axeText: `Axe ${String(axe)}`,
    actionText: LABELS[action] ?? action,
    description: description ?? null,
    section: null,
  });
  return { ...CLASSIFIED, axe, action, principes };
}

/** Wordings of the actions the tests file lines under, so that the principles are met as in a document. */
const LABELS: Readonly<Record<string, string>> = {
  '1.1': 'Renforcement du gardiennage et surveillance',
  '1.2': 'Agents de médiation sociale',
  '1.3': 'Agents de développement social et urbain',
  '3.1': 'Renforcement nettoyage',
  '4.1': 'Gestion des encombrants',
  '4.4': 'Amélioration de la collecte des déchets',
  '5.1': 'Dispositif tranquillité',
  '5.2': 'Vidéosurveillance (fonctionnement)',
  '7.1': 'Soutien aux actions favorisant le vivre ensemble',
  '7.4': "Actions d'insertion (chantiers jeunes, chantiers d'insertion)",
  '7.5': 'Mise à disposition de locaux associatifs ou de services',
};

export function documentSaid({
  programmes,
  nature = 'programme',
  convention = null,
  faits = [],
  unreadPages = [],
}: DocumentSaid): ReconciledDocument {
  const classified = programmes.map(({ lines, totals = [], heading = {}, nature: own = 'previsionnel' }, at) => {
    const drafts = lines.map((said, index) => ({
      ...line(
        `${String(at)}-${String(index)}`,
        ...Object.entries(said.figures ?? {}).map(([named, figure]): AmountDraft =>
          amount(`${String(at)}-${String(index)}-${named}`, figure, column(named)),
        ),
      ),
      place: placeAt(index),
      description: said.description ?? null,
      taux: said.taux ?? null,
    }));
    return {
      draft: programme(drafts, totals, { nature: own, heading: { ...HEADING, ...heading } }),
      classifications: lines.map(classificationOf),
      cles: totals.map((each) => each.scopes.map(() => null)),
    };
  });
  return reconcile([{ value: { nature, convention, faits, programmes: classified, roles: [], unreadPages }, cost: 0, because: [] }]);
}

/** One programme of these lines. */
export function lines(...said: readonly LigneSaid[]): DocumentSaid {
  return { programmes: [{ lines: said }] };
}

/** The findings of one code, their no-break spaces shown as spaces. */
export function found(said: DocumentSaid, code: string): readonly Constat[] {
  return constatsOfDocument(documentSaid(said))
    .filter((constat) => constat.code === code)
    .map((constat) => ({ ...constat, message: constat.message.replaceAll('\u00a0', ' ') }));
}

export function notVerifiable(said: DocumentSaid): string {
  return notVerifiableIn(documentSaid(said));
}

/** A grand total of a column, over nothing: as tables state the abattement of a period. */
export function statedTotal(named: string, figure: string, ...terms: readonly string[]): TotalDraft {
  return total(named, figure, scope(terms, { column: column(named) }));
}
