import type { Decimal } from 'decimal.js';
import { formatEuros } from '../src/french/amounts.ts';
import type {
  ConstatExport,
  CorrectionExport,
  DocumentExport,
  LigneExport,
  MontantExport,
  ProgrammeExport,
  TotalExport,
} from '../src/model/contract.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { overlap } from '../src/model/geometry.ts';
import { stableId } from '../src/model/ids.ts';
import type { ReconciledDocument } from '../src/model/reconciled.ts';
import { cardOf } from '../src/stages/audit/catalogue.ts';
import type { RuleCard } from '../src/stages/audit/rule.ts';
import { filePaths } from '../src/store/files.ts';
import { openStore, type Store } from '../src/store/open.ts';
import { readDocuments, readerOf } from '../src/store/read.ts';
import { bytesAt } from './locate-bytes.ts';
import type { Picture } from './pictures-job.ts';
import { openDrawer } from './place-pictures.ts';
import { understandDocument } from './read-document.ts';

/** One sum a value stands in. */
export interface EquationSeen {
  readonly total: TotalExport;
  /** This total proves the value. */
  readonly prouve: boolean;
}

/** One way a value could have been read. `cout`: 0 is surest. */
export interface AlternativeSeen {
  readonly lecture: string;
  readonly cout: number;
}

/** Everything about one value: what it is, where, why it was read so, what it stands in, what was found about it. */
export interface Explanation {
  readonly sorte: 'montant' | 'ligne' | 'total' | 'programme' | 'constat';
  readonly document: DocumentExport;
  readonly programme: ProgrammeExport | null;
  readonly ligne: LigneExport | null;
  readonly montant: MontantExport | null;
  readonly total: TotalExport | null;
  readonly constat: ConstatExport | null;
  /** The rule behind the finding. */
  readonly regle: RuleCard | null;
  readonly page: number | null;
  readonly boite: readonly [number, number, number, number] | null;
  readonly equations: readonly EquationSeen[];
  readonly constats: readonly ConstatExport[];
  /** What readers did to it, or to what it belongs to or holds. */
  readonly corrections: readonly CorrectionExport[];
  /** `null`: the file is not there any more, so it cannot be read again. */
  readonly alternatives: readonly AlternativeSeen[] | null;
  /** Why the line is filed where it is, in words; empty when the file cannot be read again. */
  readonly raisons: readonly string[];
  readonly picture: Picture | null;
  readonly lu_par: string;
  readonly chemins: readonly string[];
}

type Found = Pick<Explanation, 'sorte' | 'programme' | 'ligne' | 'montant' | 'total' | 'constat' | 'page' | 'boite'>;

const NOTHING = { programme: null, ligne: null, montant: null, total: null, constat: null } as const;

function find(document: DocumentExport, id: string): Found | null {
  for (const programme of document.programmes) {
    if (programme.id === id) return { ...NOTHING, sorte: 'programme', programme, page: programme.pages[0] ?? null, boite: null };
    for (const ligne of programme.lignes) {
      if (ligne.id === id) return { ...NOTHING, sorte: 'ligne', programme, ligne, page: ligne.page, boite: ligne.boite };
      const montant = ligne.montants.find((each) => each.id === id);
      if (montant !== undefined)
        return { ...NOTHING, sorte: 'montant', programme, ligne, montant, page: montant.page, boite: montant.boite };
    }
    const total = programme.totaux.find((each) => each.id === id);
    if (total !== undefined) return { ...NOTHING, sorte: 'total', programme, total, page: total.page, boite: total.boite };
  }
  const constat = document.constats.find((each) => each.id === id);
  if (constat === undefined) return null;
  const programme = document.programmes.find((each) => each.id === constat.programme) ?? null;
  return { ...NOTHING, sorte: 'constat', programme, constat, page: constat.page, boite: constat.boite };
}

function touches(a: readonly number[], b: readonly number[]): boolean {
  const [ax0 = 0, ay0 = 0, ax1 = 0, ay1 = 0] = a;
  const [bx0 = 0, by0 = 0, bx1 = 0, by1 = 0] = b;
  return overlap(ax0, ax1, bx0, bx1) > 0 && overlap(ay0, ay1, by0, by1) > 0;
}

/** Findings whose place lies on the value's, or on its line's; of a programme all of its own. */
function constatsAt({ constats }: DocumentExport, { sorte, programme, page, boite, ligne, constat }: Found): readonly ConstatExport[] {
  if (sorte === 'programme') return constats.filter((each) => each.programme === programme?.id);
  return constats.filter((each) => {
    if (each === constat || each.boite === null || each.page === null) return false;
    const own = boite !== null && each.page === page && touches(each.boite, boite);
    return own || (ligne !== null && each.page === ligne.page && touches(each.boite, ligne.boite));
  });
}

/** The journal about a value: of an amount also what was done to its line, of a line also what was done to its amounts, of a programme everything. */
function correctionsOf({ corrections }: DocumentExport, { programme, ligne, montant, total, constat }: Found): readonly CorrectionExport[] {
  if (constat !== null) return [];
  const [target] = [montant, ligne, total, programme].filter((each) => each !== null);
  const about = new Set([
    target?.id,
    ...(montant === null ? [] : [ligne?.id]),
    ...(montant === null ? (ligne?.montants ?? []) : []).map(({ id }) => id),
  ]);
  return corrections.filter(({ cible, programme: id }) => about.has(cible) || (target === programme && id === programme?.id));
}

/** Sums it stands in; of a programme those of the whole and those that disagree; of a finding those stated at its place. */
function equationsOf({ sorte, programme, montant, ligne, total, page, boite }: Found): readonly EquationSeen[] {
  if (programme === null) return [];
  const seen = (each: TotalExport): EquationSeen => ({ total: each, prouve: false });
  if (sorte === 'programme') return programme.totaux.filter((each) => each.portee === 'programme' || each.statut === 'ecart').map(seen);
  if (sorte === 'constat')
    return programme.totaux.filter((each) => boite !== null && each.page === page && touches(each.boite, boite)).map(seen);
  if (total !== null) return [{ total, prouve: total.statut === 'conforme' }];
  const amounts = montant !== null ? [montant] : (ligne?.montants ?? []);
  const proofs = new Set(amounts.flatMap(({ preuves }) => preuves));
  const axe = ligne?.axe ?? null;
  return programme.totaux
    .filter(
      (each) =>
        proofs.has(each.id) ||
        amounts.some(
          ({ id, rubrique, periode, montant: value }) =>
            (value !== null && each.termes.includes(id)) ||
            // A base of before does not say what totals sum.
            (value !== null &&
              each.termes.length === 0 &&
              rubrique === each.rubrique &&
              JSON.stringify(periode) === JSON.stringify(each.periode) &&
              (each.portee === 'programme' ||
                (each.portee === 'axe' && each.cle === String(axe)) ||
                (each.portee === 'section' && each.cle === ligne?.section))),
        ),
    )
    .map((each) => ({ total: each, prouve: proofs.has(each.id) }));
}

/** « 3 montants, 1 case sans montant »: what a scope sums, and what stands in it without an amount. */
function amountsIn(terms: readonly string[], filled: ReadonlySet<string>): string {
  const count = terms.filter((term) => filled.has(term)).length;
  const empty = terms.length - count;
  const blank = empty === 0 ? '' : `, ${String(empty)} ${empty > 1 ? 'cases' : 'case'} sans montant`;
  return `${String(count)} ${count > 1 ? 'montants' : 'montant'}${blank}`;
}

function readAgain(
  decided: ReconciledDocument,
  sha256: string,
  { montant, ligne, total }: Found,
): Pick<Explanation, 'alternatives' | 'raisons'> {
  const shown = (readings: readonly { text: string; amount: Decimal | null; cost: number }[]): AlternativeSeen[] =>
    readings.map(({ text, amount, cost }) => ({
      lecture: `« ${text} » → ${amount === null ? 'aucun montant' : formatEuros(amount)}`,
      cout: cost,
    }));
  const filled = new Set(
    decided.programmes.flatMap(({ lines }) =>
      lines.flatMap(({ amounts }) => amounts.flatMap(({ draft, amount }) => (amount === null ? [] : [draft.id]))),
    ),
  );
  for (const programme of decided.programmes) {
    for (const line of programme.lines) {
      const amount = montant === null ? undefined : line.amounts.find(({ draft }) => stableId(sha256, 'montant', draft.id) === montant.id);
      if (amount !== undefined)
        return { alternatives: shown(amount.draft.readings), raisons: line.classification.because.map(({ what }) => what) };
      if (montant === null && ligne !== null && stableId(sha256, 'ligne', line.draft.id) === ligne.id)
        return { alternatives: [], raisons: line.classification.because.map(({ what }) => what) };
    }
    const stated = total === null ? undefined : programme.totals.find(({ draft }) => stableId(sha256, 'total', draft.id) === total.id);
    if (stated !== undefined)
      return {
        alternatives: shown(stated.draft.readings),
        raisons: stated.draft.scopes.map(
          ({ value, cost }) =>
            `périmètre possible : ${value.portee}, ${amountsIn(value.terms, filled)} (coût ${cost.toFixed(2).replace('.', ',')})`,
        ),
      };
  }
  return { alternatives: [], raisons: [] };
}

/** The reading transaction ends here: the database has one connection, and the questions that follow need it. */
async function search(store: Store, id: string): Promise<{ document: DocumentExport; found: Found } | null> {
  for await (const document of readDocuments(store)) {
    const found = find(document, id);
    if (found !== null) return { document, found };
  }
  return null;
}

/** What is known of the value with this id (line, amount, total, programme or constat). Throws a `CommandError` when there is none. */
export async function explain(base: string, id: string): Promise<Explanation> {
  const store = await openStore(base, 'lecture');
  try {
    const hit = await search(store, id);
    if (hit === null)
      throw new CommandError(
        'id_inconnu',
        `Aucune valeur de la base ne porte l'identifiant « ${id} ». Les identifiants sont dans l'export et dans tfpb audit --verbeux.`,
        EXIT.usage,
      );
    const { document, found } = hit;
    const chemins = (await filePaths(store)).get(document.sha256 ?? '') ?? [];
    return {
      ...found,
      document,
      regle: found.constat === null ? null : cardOf(found.constat.code),
      equations: equationsOf(found),
      constats: constatsAt(document, found),
      corrections: correctionsOf(document, found),
      ...(await readFileAgain(chemins, document.sha256, found)),
      lu_par: await readerOf(store, document.sha256 ?? ''),
      chemins,
    };
  } finally {
    await store.close();
  }
}

async function readFileAgain(
  chemins: readonly string[],
  sha256: string | null,
  found: Found,
): Promise<Pick<Explanation, 'alternatives' | 'raisons' | 'picture'>> {
  const nothing = { alternatives: null, raisons: [], picture: null };
  if (sha256 === null) return nothing;
  for (const chemin of chemins) {
    const bytes = await bytesAt(chemin, sha256).catch(() => null);
    if (bytes === null) continue;
    const understood = await understandDocument(new Uint8Array(bytes), { maxPages: 10_000, sha256 }).catch(() => null);
    const drawer = openDrawer();
    try {
      const { page, boite } = found;
      const [picture] = page === null || boite === null ? [null] : await drawer.draw([chemin], sha256, [{ page, box: boite }]);
      return { ...(understood === null ? nothing : readAgain(understood.decided, sha256, found)), picture: picture ?? null };
    } finally {
      await drawer.close();
    }
  }
  return nothing;
}
