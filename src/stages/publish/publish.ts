import type { Decimal } from 'decimal.js';
import type {
  ConstatExport,
  ConventionExport,
  DocumentExport,
  FaitExport,
  LigneExport,
  MontantExport,
  ProgrammeExport,
  TotalExport,
} from '../../model/contract.ts';
import type { Convention } from '../../model/draft.ts';
import type { Fait } from '../../model/fait.ts';
import type { Box, Place } from '../../model/geometry.ts';
import { stableId } from '../../model/ids.ts';
import type {
  Constat,
  ReconciledAmount,
  ReconciledDocument,
  ReconciledLine,
  ReconciledProgramme,
  ReconciledTotal,
} from '../../model/reconciled.ts';

/** The contract's document without what only the store knows: names, and whether it was imported. */
export type PublishedDocument = Omit<DocumentExport, 'fichier' | 'noms' | 'statut' | 'raison'>;

function boite([x0, y0, x1, y1]: Box): [number, number, number, number] {
  const round = (value: number): number => Math.round(value * 10) / 10;
  return [round(x0), round(y0), round(x1), round(y1)];
}

function euros(amount: Decimal): string {
  const text = amount.toFixed(2);
  return text === '-0.00' ? '0.00' : text;
}

class Publisher {
  constructor(private readonly sha256: string) {}

  id(...parts: readonly string[]): string {
    return stableId(this.sha256, ...parts);
  }

  montant(amount: ReconciledAmount): MontantExport {
    const { draft } = amount;
    return {
      id: this.id('montant', draft.id),
      rubrique: draft.column.rubrique,
      colonne: draft.column.header,
      periode: draft.column.periode,
      base: draft.base,
      taxe: draft.taxe,
      montant: amount.amount === null ? null : euros(amount.amount),
      texte: amount.text,
      confiance: amount.confidence,
      preuves: amount.proofs.map((proof) => this.id('total', proof)),
      corrige:
        amount.corrected === null
          ? null
          : { par: 'somme_de_controle', avant: amount.corrected.before === null ? null : euros(amount.corrected.before) },
      page: draft.place.page,
      boite: boite(draft.place.box),
    };
  }

  ligne(line: ReconciledLine, index: number): LigneExport {
    const { draft, classification } = line;
    return {
      id: this.id('ligne', draft.id),
      ordre: index + 1,
      section: draft.section,
      axe_texte: draft.axeText,
      action_texte: draft.actionText,
      description: draft.description,
      calendrier: draft.calendrier,
      axe: classification.axe,
      action: classification.action,
      confiance_action: classification.confidence,
      action_suggeree: classification.suggested,
      taux: draft.taux,
      page: draft.place.page,
      boite: boite(draft.place.box),
      suites: draft.continuations.map((place) => ({ page: place.page, boite: boite(place.box) })),
      montants: line.amounts.map((amount) => this.montant(amount)),
    };
  }

  /** `amounts`: ids of the document's amounts; a total over all quartiers sums those of several programmes. */
  total(total: ReconciledTotal, amounts: ReadonlySet<string>): TotalExport {
    const { label, place } = total.draft;
    const { column } = total.scope;
    return {
      id: this.id('total', total.draft.id),
      portee: total.scope.portee,
      cle: total.cle,
      libelle: label,
      colonne: column.header,
      rubrique: column.rubrique,
      periode: column.periode,
      declare: euros(total.declared),
      recalcule: total.recomputed === null ? null : euros(total.recomputed),
      ecart: total.difference === null ? null : euros(total.difference),
      statut: total.statut,
      termes: total.scope.terms.filter((term) => amounts.has(term)).map((term) => this.id('montant', term)),
      page: place.page,
      boite: boite(place.box),
    };
  }

  programme(programme: ReconciledProgramme, amounts: ReadonlySet<string>): ProgrammeExport {
    const { heading } = programme;
    return {
      id: this.programmeId(programme),
      nature: programme.nature,
      annee_debut: heading.periode?.debut ?? null,
      annee_fin: heading.periode?.fin ?? null,
      commune: heading.commune,
      code_insee: heading.codeInsee,
      quartier: heading.quartier,
      code_qp: heading.codeQp,
      bailleur: heading.bailleur,
      siren: heading.siren,
      nombre_logements: heading.logements,
      pages: [...programme.pages],
      lignes: programme.lines.map((line, index) => this.ligne(line, index)),
      totaux: programme.totals.map((total) => this.total(total, amounts)),
      statut: programme.statut,
      doutes: [...programme.doubts],
      verifie: null,
    };
  }

  programmeId(programme: ReconciledProgramme): string {
    return this.id('programme', programme.lines[0]?.draft.id ?? '', String(programme.pages[0] ?? 0));
  }

  constat(constat: Constat, programmes: readonly ReconciledProgramme[]): ConstatExport {
    const programme = constat.programme === null ? undefined : programmes[constat.programme];
    const place: Place | null = constat.place;
    return {
      id: this.id(
        'constat',
        constat.code,
        String(constat.programme),
        place === null ? '' : JSON.stringify([place.page, boite(place.box)]),
        constat.message,
      ),
      code: constat.code,
      gravite: constat.gravite,
      message: constat.message,
      programme: programme === undefined ? null : this.programmeId(programme),
      page: place?.page ?? null,
      boite: place === null ? null : boite(place.box),
    };
  }
}

function fait(value: Fait, id: string, programme: string | null): FaitExport {
  const { sujet, valeur, montant, nombre, date, periode, phrase, place } = value;
  return {
    id,
    sujet,
    valeur,
    montant: montant === null ? null : euros(montant),
    nombre,
    date,
    periode,
    phrase,
    programme,
    page: place.page,
    boite: boite(place.box),
  };
}

function convention(value: Convention): ConventionExport {
  return {
    bailleur: value.bailleur,
    epci: value.epci,
    communes: [...value.communes],
    quartiers: value.quartiers.map(({ nom, codeQp, logements }) => ({ nom, code_qp: codeQp, nombre_logements: logements })),
    annee_debut: value.periode?.debut ?? null,
    annee_fin: value.periode?.fin ?? null,
  };
}

/** Says a decided document in the words of the contract, with ids that depend only on its bytes and on what was read. */
export function publish(document: ReconciledDocument, constats: readonly Constat[], sha256: string, pageCount: number): PublishedDocument {
  const publisher = new Publisher(sha256);
  const lines = document.programmes.flatMap((programme) => programme.lines);
  const amounts = new Set(lines.flatMap((line) => line.amounts.map(({ draft }) => draft.id)));
  const findings = new Map(
    constats.map((constat) => publisher.constat(constat, document.programmes)).map((constat) => [constat.id, constat]),
  );
  return {
    sha256,
    pages: pageCount,
    nature: document.nature,
    convention: document.convention === null ? null : convention(document.convention),
    faits: document.faits.map((each) => {
      const programme = each.programme === null ? undefined : document.programmes[each.programme];
      const id = publisher.id('fait', each.sujet, each.valeur, String(each.programme));
      return fait(each, id, programme === undefined ? null : publisher.programmeId(programme));
    }),
    programmes: document.programmes.map((programme) => publisher.programme(programme, amounts)),
    constats: [...findings.values()],
    corrections: [],
  };
}
