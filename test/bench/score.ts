import type { DocumentExport, ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import { alignLines, alignProgrammes, matchAmounts } from './align.ts';
import { sameName } from './text.ts';

/** What a reading is compared by: the export of a document without what only the store knows. */
export type DocumentRead = Pick<DocumentExport, 'nature' | 'convention' | 'programmes' | 'constats'>;

export const HEADER_FIELDS = ['commune', 'code_insee', 'quartier', 'code_qp', 'bailleur', 'annees', 'logements'] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

/** Counts that add up over documents. */
export interface Counts {
  documents: number;
  programmes: number;
  programmesFound: number;
  programmesInvented: number;
  /** Documents without programme, and those of them in which none was read. */
  empty: number;
  emptyRight: number;
  /** Programmes invented in documents that hold some. */
  inventedBeside: number;
  header: Record<HeaderField, number>;
  natures: number;
  naturesRight: number;
  convention: number;
  conventionRight: number;
  amounts: number;
  amountsRight: number;
  amountsExtra: number;
  /** Amounts read with a confidence of at least 0.9, and those of them that are right. */
  amountsSure: number;
  amountsSureRight: number;
  lines: number;
  linesAligned: number;
  linesExtra: number;
  axesRight: number;
  actionsRight: number;
  sectionsRight: number;
  totals: number;
  totalsRight: number;
  totalsExtra: number;
  planted: number;
  plantedFound: number;
  clean: number;
  /** Clean programmes of which the reading blames the document. */
  falseAlarms: number;
  /** Clean programmes with a total off its lines that are to be read again: a doubt about the reading, not about the document. */
  alarmsInDoubt: number;
  silent: number;
  statusRight: number;
  perfect: number;
}

export function noCounts(): Counts {
  const header = Object.fromEntries(HEADER_FIELDS.map((field) => [field, 0])) as Record<HeaderField, number>;
  return {
    documents: 0,
    programmes: 0,
    programmesFound: 0,
    programmesInvented: 0,
    empty: 0,
    emptyRight: 0,
    inventedBeside: 0,
    header,
    natures: 0,
    naturesRight: 0,
    convention: 0,
    conventionRight: 0,
    amounts: 0,
    amountsRight: 0,
    amountsExtra: 0,
    amountsSure: 0,
    amountsSureRight: 0,
    lines: 0,
    linesAligned: 0,
    linesExtra: 0,
    axesRight: 0,
    actionsRight: 0,
    sectionsRight: 0,
    totals: 0,
    totalsRight: 0,
    totalsExtra: 0,
    planted: 0,
    plantedFound: 0,
    clean: 0,
    falseAlarms: 0,
    alarmsInDoubt: 0,
    silent: 0,
    statusRight: 0,
    perfect: 0,
  };
}

export function addCounts(into: Counts, other: Counts): void {
  for (const field of HEADER_FIELDS) into.header[field] += other.header[field];
  for (const key of Object.keys(other) as (keyof Counts)[]) {
    if (key !== 'header') into[key] += other[key];
  }
}

/** Counts of one document and, in words, everything that is not right. */
export interface Score {
  readonly counts: Counts;
  readonly differences: readonly string[];
}

class Scorer {
  readonly counts = noCounts();
  readonly differences: string[] = [];

  say(text: string): void {
    this.differences.push(text);
  }

  header(truth: ProgrammeExport, read: ProgrammeExport): void {
    const right: Record<HeaderField, boolean> = {
      commune: sameName(truth.commune, read.commune),
      code_insee: truth.code_insee === read.code_insee,
      quartier: sameName(truth.quartier, read.quartier),
      code_qp: truth.code_qp === read.code_qp,
      bailleur: sameName(truth.bailleur, read.bailleur),
      annees: truth.annee_debut === read.annee_debut && truth.annee_fin === read.annee_fin,
      logements: truth.nombre_logements === read.nombre_logements,
    };
    const shown = (programme: ProgrammeExport, field: HeaderField): string => {
      if (field === 'annees') return `${programme.annee_debut}-${programme.annee_fin}`;
      return String(field === 'logements' ? programme.nombre_logements : programme[field]);
    };
    for (const field of HEADER_FIELDS) {
      if (right[field]) this.counts.header[field] += 1;
      else this.say(`${field}: "${shown(truth, field)}" read as "${shown(read, field)}"`);
    }
  }

  lines(truth: ProgrammeExport, read: ProgrammeExport): boolean {
    const { counts } = this;
    const pairs = alignLines(truth.lignes, read.lignes);
    const seenTruth = new Set(pairs.map(([left]) => left));
    const seenRead = new Set(pairs.map(([, right]) => right));
    counts.lines += truth.lignes.length;
    counts.linesAligned += pairs.length;
    counts.linesExtra += read.lignes.length - pairs.length;
    let wrong = 0;
    const compare = (left: ProgrammeExport['lignes'][number] | undefined, right: ProgrammeExport['lignes'][number] | undefined): void => {
      const match = matchAmounts(left?.montants ?? [], right?.montants ?? []);
      counts.amounts += match.right + match.missing.length;
      counts.amountsRight += match.right;
      counts.amountsExtra += match.extra.length;
      counts.amountsSure += match.sure;
      counts.amountsSureRight += match.sureRight;
      wrong += match.missing.length + match.extra.length;
      const words = (left ?? right)?.description ?? (left ?? right)?.action_texte ?? '';
      if (match.missing.length + match.extra.length > 0 || left === undefined || right === undefined) {
        const where = left === undefined ? 'extra line' : right === undefined ? 'missing line' : 'line';
        this.say(`${where} "${words.slice(0, 50)}": missing [${match.missing.join(', ')}], extra [${match.extra.join(', ')}]`);
      }
    };
    for (const [leftIndex, rightIndex] of pairs) {
      const left = truth.lignes[leftIndex];
      const right = read.lignes[rightIndex];
      if (left === undefined || right === undefined) continue;
      compare(left, right);
      if (left.axe === right.axe) counts.axesRight += 1;
      if (left.action === right.action) counts.actionsRight += 1;
      else
        this.say(
          `action ${left.action ?? 'none'} read as ${right.action ?? 'none'} (axe ${right.axe ?? 'none'}): "${left.action_texte ?? ''}"`,
        );
      if (left.section === right.section) counts.sectionsRight += 1;
    }
    truth.lignes.forEach((line, index) => {
      if (!seenTruth.has(index)) compare(line, undefined);
    });
    read.lignes.forEach((line, index) => {
      if (!seenRead.has(index)) compare(undefined, line);
    });
    return wrong === 0;
  }

  /** A total is right with its scope, value and status; the column only tells equal totals apart. */
  totals(truth: readonly TotalExport[], read: readonly TotalExport[]): boolean {
    const left = [...read];
    let missing = 0;
    for (const total of truth) {
      const same = left.filter(
        (other) =>
          other.portee === total.portee && other.cle === total.cle && other.declare === total.declare && other.statut === total.statut,
      );
      const found = same.find((other) => other.rubrique === total.rubrique) ?? same[0];
      if (found === undefined) {
        missing += 1;
        this.say(
          `total ${total.portee} ${total.cle ?? ''} "${total.libelle ?? ''}" ${total.declare} (${total.statut}, ${total.recalcule ?? 'none'}) not found`,
        );
      } else left.splice(left.indexOf(found), 1);
    }
    for (const total of left) {
      this.say(
        `extra total ${total.portee} ${total.cle ?? ''} "${total.libelle ?? ''}" ${total.declare} (${total.statut}, ${total.recalcule ?? 'none'})`,
      );
    }
    this.counts.totals += truth.length;
    this.counts.totalsRight += truth.length - missing;
    this.counts.totalsExtra += left.length;
    return missing === 0 && left.length === 0;
  }

  /**
   * Totals over several programmes of one table: which programme carries them is not scored, nor whether all do; those of a single line
   * (no label) may be given or not.
   */
  across(truth: readonly TotalExport[], read: readonly TotalExport[]): boolean {
    const same = (a: TotalExport, b: TotalExport): boolean => a.declare === b.declare && a.statut === b.statut;
    const named = truth.filter((total) => total.libelle !== null);
    const found = named.filter((total) => read.some((other) => same(total, other)));
    const extra = read.filter((total) => !truth.some((other) => same(total, other)));
    for (const total of named)
      if (!found.includes(total)) this.say(`total over programmes "${total.libelle ?? ''}" ${total.declare} not found`);
    for (const total of extra) this.say(`extra total autre "${total.libelle ?? ''}" ${total.declare} (${total.statut})`);
    this.counts.totals += named.length;
    this.counts.totalsRight += found.length;
    this.counts.totalsExtra += extra.length;
    return found.length === named.length && extra.length === 0;
  }

  /** `beside`: other programmes of one table, whose wrong readings a total over all of them passes on. */
  alarms(truth: ProgrammeExport, read: ProgrammeExport, beside: readonly ProgrammeExport[]): void {
    const broken = truth.totaux.filter((total) => total.statut === 'ecart');
    const alarmed = read.totaux.filter((total) => total.statut === 'ecart');
    // An amount that contradicts others of its own row is an error of the document too, though every total agrees.
    if (broken.length > 0 || truth.statut === 'ecart') {
      this.counts.planted += 1;
      const seen = broken.every((total) => alarmed.some((other) => other.declare === total.declare && other.ecart === total.ecart));
      if (seen && read.statut === 'ecart') this.counts.plantedFound += 1;
      else this.say(`planted error not found (statut ${read.statut})`);
    } else {
      this.counts.clean += 1;
      const isPassedOn = alarmed.every(({ portee }) => portee === 'autre') && beside.some(({ statut }) => statut === 'a_relire');
      if (alarmed.length > 0 && (read.statut === 'a_relire' || (isPassedOn && read.statut !== 'ecart'))) {
        this.counts.alarmsInDoubt += 1;
        this.say('a total off its lines, in a programme to be read again');
      } else if (alarmed.length > 0 || read.statut === 'ecart') {
        this.counts.falseAlarms += 1;
        this.say(`false alarm (statut ${read.statut})`);
      }
    }
    if (truth.statut === read.statut) this.counts.statusRight += 1;
    else this.say(`statut ${truth.statut} read as ${read.statut}`);
  }

  programme(truth: ProgrammeExport, read: ProgrammeExport, shared: boolean, beside: readonly ProgrammeExport[]): void {
    const before = this.differences.length;
    this.header(truth, read);
    const amountsRight = this.lines(truth, read);
    const own = (total: TotalExport): boolean => !shared || total.portee !== 'autre';
    const totalsRight = this.totals(truth.totaux.filter(own), read.totaux.filter(own));
    this.alarms(truth, read, shared ? beside : []);
    if (!amountsRight && read.statut === 'reconcilie') {
      this.counts.silent += 1;
      this.say('SILENT: reconcilie with a wrong or missing amount');
    }
    const sameLines = truth.lignes.length === read.lignes.length;
    if (amountsRight && totalsRight && sameLines) this.counts.perfect += 1;
    if (this.differences.length > before) this.differences.splice(before, 0, `— ${truth.commune ?? ''} / ${truth.quartier ?? ''}`);
  }

  convention(truth: DocumentRead, read: DocumentRead): void {
    if (truth.convention === null) return;
    const left = truth.convention;
    const right = read.convention;
    const quartiers = (value: typeof left): string =>
      value.quartiers
        .map((each) => `${each.nom ?? ''} ${each.code_qp ?? ''} ${each.nombre_logements ?? ''}`)
        .sort()
        .join('|')
        .toLowerCase();
    const checks: readonly (readonly [string, boolean, string])[] = [
      ['bailleur', sameName(left.bailleur, right?.bailleur ?? null), `${left.bailleur} / ${right?.bailleur}`],
      ['epci', sameName(left.epci, right?.epci ?? null), `${left.epci} / ${right?.epci}`],
      ['communes', sameName(left.communes.join(), (right?.communes ?? []).join()), `${left.communes.join()} / ${right?.communes.join()}`],
      [
        'quartiers',
        right !== null && quartiers(left) === quartiers(right),
        `${quartiers(left)} / ${right === null ? 'none' : quartiers(right)}`,
      ],
      [
        'annees',
        left.annee_debut === right?.annee_debut && left.annee_fin === right.annee_fin,
        `${left.annee_debut}-${left.annee_fin} / ${right?.annee_debut}-${right?.annee_fin}`,
      ],
    ];
    for (const [what, right, detail] of checks) {
      this.counts.convention += 1;
      if (right) this.counts.conventionRight += 1;
      else this.say(`convention ${what}: ${detail}`);
    }
  }
}

/** Do the programmes share one table, so that they list the same lines? */
function oneTable(truth: DocumentRead): boolean {
  const words = truth.programmes.map((programme) =>
    programme.lignes.map((line) => `${line.action_texte ?? ''} ${line.description ?? ''}`).join('|'),
  );
  return truth.programmes.length > 1 && new Set(words).size === 1;
}

/** Scores the reading of one document against its truth. */
export function scoreDocument(truth: DocumentRead, read: DocumentRead): Score {
  const scorer = new Scorer();
  const { counts } = scorer;
  counts.documents = 1;
  counts.natures = 1;
  if (truth.nature === read.nature) counts.naturesRight = 1;
  else scorer.say(`nature ${truth.nature ?? 'none'} read as ${read.nature ?? 'none'}`);
  const pairs = alignProgrammes(truth.programmes, read.programmes);
  counts.programmes = truth.programmes.length;
  counts.programmesFound = pairs.length;
  counts.programmesInvented = read.programmes.length - pairs.length;
  if (truth.programmes.length > 0) counts.inventedBeside = counts.programmesInvented;
  else {
    counts.empty = 1;
    counts.emptyRight = read.programmes.length === 0 ? 1 : 0;
  }
  const shared = oneTable(truth);
  truth.programmes.forEach((programme, index) => {
    const pair = pairs.find(([left]) => left === index);
    const found = pair === undefined ? undefined : read.programmes[pair[1]];
    if (found !== undefined) {
      scorer.programme(programme, found, shared, read.programmes);
      return;
    }
    scorer.say(`programme ${programme.quartier ?? ''} not found`);
    counts.lines += programme.lignes.length;
    counts.amounts += programme.lignes.reduce((sum, line) => sum + line.montants.filter((amount) => amount.montant !== null).length, 0);
    counts.totals += programme.totaux.length;
    if (programme.statut === 'ecart') counts.planted += 1;
    else counts.clean += 1;
  });
  if (shared) {
    const others = (document: DocumentRead): TotalExport[] =>
      document.programmes.flatMap((programme) => programme.totaux.filter((total) => total.portee === 'autre'));
    if (!scorer.across(others(truth), others(read))) counts.perfect = Math.max(0, counts.perfect - 1);
  }
  const seen = new Set(pairs.map(([, right]) => right));
  read.programmes.forEach((programme, index) => {
    if (seen.has(index)) return;
    counts.amountsExtra += programme.lignes.reduce(
      (sum, line) => sum + line.montants.filter((amount) => amount.montant !== null).length,
      0,
    );
    if (programme.statut === 'ecart') counts.falseAlarms += 1;
    if (programme.statut === 'reconcilie') counts.silent += 1;
    scorer.say(
      `invented programme ${programme.commune ?? ''} / ${programme.quartier ?? ''}, ${programme.lignes.length} lines, ${programme.statut}`,
    );
  });
  const errors = read.constats.filter((constat) => constat.gravite === 'erreur');
  if (truth.programmes.every((programme) => programme.statut !== 'ecart') && errors.length > 0) {
    if (truth.programmes.length === 0) counts.falseAlarms += 1;
    scorer.say(`constats of level erreur on a clean document: ${errors.map((constat) => constat.code).join(', ')}`);
  }
  scorer.convention(truth, read);
  return { counts, differences: scorer.differences };
}
