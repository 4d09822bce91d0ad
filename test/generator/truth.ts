import type { DocumentExport, LigneExport, ProgrammeExport, TotalExport } from '../../src/model/contract.ts';
import type { NatureDocument } from '../../src/model/vocabulary.ts';
import { headingPath } from './content.ts';
import type { LineContent, ProgrammeContent, SectionContent, TotalContent } from './content.ts';

/**
 * The truth of a document in the shape of the export. What a page alone decides is filled in as follows: ids are running numbers, boxes are
 * zeros, pages are 1, confidences are 1; none of these are scored. See README.md for how doubtful points of the contract are read.
 */

const NO_BOX: [number, number, number, number] = [0, 0, 0, 0];

function decimal(cents: number): string {
  const sign = cents < 0 ? '-' : '';
  const positive = Math.abs(cents);
  return `${sign}${Math.floor(positive / 100)}.${String(positive % 100).padStart(2, '0')}`;
}

function oneSpaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function lineTruth(line: LineContent, section: SectionContent, programme: ProgrammeContent, ordre: number, id: string): LigneExport {
  const described = oneSpaced([...line.descriptions, line.quantite ?? '', line.observations ?? ''].join(' '));
  const calendarAlone = described === '' && line.calendrier !== null;
  const description = calendarAlone ? line.calendrier : described;
  return {
    id,
    ordre,
    section: line.section ?? section.section,
    axe_texte: oneSpaced(line.axeText),
    action_texte: line.actionText === null ? null : oneSpaced(line.actionText),
    description: description === null || description === '' ? null : oneSpaced(description),
    calendrier: calendarAlone || line.calendrier === null ? null : oneSpaced(line.calendrier),
    axe: line.axe,
    action: line.action,
    confiance_action: 1,
    action_suggeree: null,
    taux: line.taux,
    page: 1,
    boite: NO_BOX,
    suites: [],
    montants: line.amounts.map((amount, index) => {
      const column = section.columns[index];
      if (column === undefined) throw new Error('an amount without a column');
      return {
        id: `${id}-m${index + 1}`,
        rubrique: column.rubrique,
        colonne: oneSpaced(headingPath(column)),
        periode: column.periode ?? programme.heading.years,
        base: column.base,
        taxe: column.taxe,
        montant: amount.cents === null ? null : decimal(amount.cents),
        texte: amount.text,
        confiance: 1,
        preuves: [],
        corrige: null,
        page: 1,
        boite: NO_BOX,
      };
    }),
  };
}

/** The exact sum of the printed lines in the scope of a total; null when its column holds no line amount at all. */
export function recompute(total: TotalContent, programme: ProgrammeContent): number | null {
  let sum = 0;
  let any = false;
  for (const { section, column } of total.terms) {
    for (const line of programme.sections[section]?.lines ?? []) {
      const cents = line.amounts[column]?.cents ?? null;
      if (cents === null) continue;
      any = true;
      if (total.keys.has(line.key)) sum += cents;
    }
  }
  return any ? sum : null;
}

function totalTruth(total: TotalContent, programme: ProgrammeContent, id: string): TotalExport {
  const recalcule = recompute(total, programme);
  const ecart = recalcule === null ? null : total.declared - recalcule;
  return {
    id,
    portee: total.portee,
    cle: total.cle,
    libelle: total.libelle === null ? null : oneSpaced(total.libelle),
    colonne: oneSpaced(total.colonne),
    rubrique: total.rubrique,
    periode: total.periode ?? programme.heading.years,
    declare: decimal(total.declared),
    recalcule: recalcule === null ? null : decimal(recalcule),
    ecart: ecart === null ? null : decimal(ecart),
    statut: ecart === null ? 'non_verifiable' : ecart === 0 ? 'conforme' : 'ecart',
    termes: [],
    page: 1,
    boite: NO_BOX,
  };
}

/** A stated total over several programmes of one table, as those with a column per quartier have. */
export interface AcrossTotal {
  readonly libelle: string | null;
  readonly colonne: string;
  readonly rubrique: TotalContent['rubrique'];
  readonly periode: TotalContent['periode'];
  readonly declared: number;
  /** What it sums. */
  readonly terms: readonly {
    readonly programme: number;
    readonly section: number;
    readonly column: number;
    readonly keys: ReadonlySet<number>;
  }[];
}

function acrossTruth(total: AcrossTotal, programmes: readonly ProgrammeContent[], id: string): TotalExport {
  const amounts = total.terms.flatMap(({ programme, section, column, keys }) =>
    (programmes[programme]?.sections[section]?.lines ?? []).flatMap((line) => {
      const cents = keys.has(line.key) ? (line.amounts[column]?.cents ?? null) : null;
      return cents === null ? [] : [cents];
    }),
  );
  const recalcule = amounts.length === 0 ? null : amounts.reduce((sum, cents) => sum + cents, 0);
  const ecart = recalcule === null ? null : total.declared - recalcule;
  return {
    id,
    portee: 'autre',
    cle: null,
    libelle: total.libelle,
    colonne: oneSpaced(total.colonne),
    rubrique: total.rubrique,
    periode: total.periode ?? programmes[0]?.heading.years ?? null,
    declare: decimal(total.declared),
    recalcule: recalcule === null ? null : decimal(recalcule),
    ecart: ecart === null ? null : decimal(ecart),
    statut: ecart === null ? 'non_verifiable' : ecart === 0 ? 'conforme' : 'ecart',
    termes: [],
    page: 1,
    boite: NO_BOX,
  };
}

export function programmeTruth(programme: ProgrammeContent, id: string): ProgrammeExport {
  let ordre = 0;
  const lignes = programme.sections.flatMap((section) =>
    section.lines.map((line) => {
      ordre += 1;
      return lineTruth(line, section, programme, ordre, `${id}-l${ordre}`);
    }),
  );
  const totaux = programme.totals.map((total, index) => totalTruth(total, programme, `${id}-t${index + 1}`));
  const statut = totaux.some((total) => total.statut === 'ecart')
    ? 'ecart'
    : totaux.some((total) => total.statut === 'conforme')
      ? 'reconcilie'
      : 'non_verifiable';
  const { heading } = programme;
  return {
    id,
    nature: programme.nature,
    annee_debut: heading.years.debut,
    annee_fin: heading.years.fin,
    commune: heading.commune,
    code_insee: heading.codeInsee,
    quartier: heading.quartier,
    code_qp: heading.codeQp,
    bailleur: heading.bailleur,
    siren: null,
    nombre_logements: heading.logements,
    pages: [1],
    lignes,
    totaux,
    statut,
    doutes: [],
    verifie: null,
  };
}

export interface DocumentTruthParts {
  readonly name: string;
  readonly nature: NatureDocument;
  readonly convention: DocumentExport['convention'];
  readonly programmes: readonly ProgrammeContent[];
  /** Totals over several programmes: they stand with the first. */
  readonly across?: readonly AcrossTotal[];
}

export function documentTruth(parts: DocumentTruthParts): DocumentExport {
  return {
    fichier: `${parts.name}.pdf`,
    noms: [`${parts.name}.pdf`],
    sha256: null,
    pages: null,
    statut: 'importe',
    raison: null,
    nature: parts.nature,
    convention: parts.convention,
    faits: [],
    programmes: parts.programmes.map((programme, index) => {
      const id = `${parts.name}-p${index + 1}`;
      const truth = programmeTruth(programme, id);
      const across =
        index > 0 ? [] : (parts.across ?? []).map((total, place) => acrossTruth(total, parts.programmes, `${id}-a${place + 1}`));
      return across.length === 0 ? truth : { ...truth, totaux: [...truth.totaux, ...across] };
    }),
    constats: [],
    corrections: [],
  };
}
