import { matchesIn } from '../../french/matches.ts';
import { remember } from '../../french/remember.ts';
import type { Field } from './heading-piece.ts';

/** What a label of a heading introduces: `null` a field nobody asked for, whose value must not run into another's. */
interface Label {
  readonly field: Field | null;
  readonly words: string;
  /** May stand without a colon when it fills the piece (a cell of its own). */
  readonly alone: boolean;
}

const LABELS: readonly Label[] = [
  {
    field: 'codeQp',
    words: String.raw`(?:n ?[°ºo]\.? ?(?:du |de |d')?(?:qpv|qp|quartier(?: prioritaire)?)|code (?:du |de |d')?(?:qpv|qp|quartier(?: prioritaire)?|anct|officiel)|numero (?:du |de )?(?:qpv|qp|quartier)|reference (?:du )?(?:qpv|qp|quartier)|identifiant (?:du )?(?:qpv|qp|quartier)|qpv n ?[°ºo])`,
    alone: true,
  },
  {
    field: 'logements',
    words: String.raw`(?:(?:nombre|nbre|nb|nbr)\.? ?(?:total )?(?:de |d')?(?:logements?|logts?|lgts?|log)\.? (?:[a-z']+ ){0,6}?(?:[a-z]+')?(?:abattement|atfpb|tfpb|qpv|quartier|quartiers prioritaires)(?= *:)|(?:nombre|nbre|nb|nbr)\.? ?(?:total )?(?:de |d')?(?:logements?|logts?|lgts?|log)\.?(?: (?:sociaux|locatifs|locatifs sociaux|concernes?|situes|ouvrant droit|eligibles?|beneficiaires?|hlm|abattus|gérés|geres|du bailleur|de l'organisme))*(?: (?:dans|sur|du|de|en|au sein du|a l'atfpb|a l'abattement|par l'abattement) ?(?:le|la|l')? ?(?:quartier|qpv|perimetre|patrimoine|secteur|territoire|site)?(?: prioritaire)?)*(?: (?:appartenant a|detenus? par|geres? par|possedes? par|propriete d[eu]) ?(?:le |la |l'|une? )?(?:organisme|bailleur|societe)(?: hlm| social)?)?|logements (?:concernes|beneficiant|beneficiaires|ouvrant droit|eligibles|soumis|situes|pris en compte|retenus)(?: (?:[a-z]+')?[a-z]+){1,5}|logements (?:concernes|abattus|exoneres|locatifs|sociaux|eligibles|en qpv|du quartier|dans le quartier|beneficiaires|du bailleur|de l'organisme|geres|detenus|du patrimoine|retenus)(?: (?:dans|sur) le quartier)?|logements|logts|patrimoine(?: (?:concerne|en qpv|du bailleur|dans le quartier|du quartier))?|parc (?:concerne|social|locatif)(?: (?:dans le quartier|du quartier))?|nombre de lots)`,
    alone: true,
  },
  {
    field: 'quartier',
    words: String.raw`(?:(?:nom (?:du |de la |des )?)?quartiers?(?: ?\(s\))?(?: prioritaires?(?: ?\(s\))?)?(?: \(?qpv\)?)?(?: (?:concernes?|de la politique de la ville|politique de la ville|de la ville))*(?: \(qpv\))?|nom (?:du )?qpv|intitule (?:du )?qpv|qpv(?: concernes?)?|secteur|perimetre)`,
    alone: true,
  },
  {
    field: 'commune',
    words: String.raw`(?:(?:nom de la )?(?:communes?|villes?)(?: concernees?| de)?(?: \(s\))?|localite|collectivite|territoire)`,
    alone: true,
  },
  {
    field: 'bailleur',
    words: String.raw`(?:(?:nom (?:de l'|du )?)?(?:organisme(?: (?:hlm|bailleur|de logement social|d'habitation|gestionnaire|proprietaire))?|bailleur(?: (?:social|hlm|concerne|gestionnaire))?|proprietaire(?: bailleur)?|maitre d'ouvrage|societe(?: d'hlm)?|esh))`,
    alone: true,
  },
  { field: 'siren', words: String.raw`(?:n ?[°ºo]\.? ?siren|siren|siret|n ?[°ºo]\.? ?siret)`, alone: true },
  {
    field: 'periode',
    words: String.raw`(?:annees?(?:\(s\))?(?: (?:concernees?|d'exercice|d'application|de programmation|civile|de reference|du programme))?|periode(?: (?:concernee|couverte|du programme|de programmation|de validite))?|exercices?(?:\(s\))?(?: budgetaire)?|programmation|millesime|duree du programme|programme d'actions? (?:annee|de l'annee|pour l'annee)|annees? couvertes?)`,
    alone: true,
  },
  {
    field: null,
    words: String.raw`(?:montant(?: [a-z' ]{0,60})?(?: \d{4})?|abattement(?: [a-z' ]{0,40})?|estimation(?: [a-z' ]{0,40})?|dont(?: [a-z' ]{0,40})?|contact|interlocuteur|referent[e]?|redacteur|service|direction|agence|departement|region|epci|intercommunalite|agglomeration|contrat de ville|date(?: [a-z' ]{0,30})?|version|mise a jour|adresse|telephone|tel|courriel|mail|page|annexe|signataires?|prefecture|convention(?: [a-z' ]{0,30})?|objet|statut|etat|type|nature|taux|base|nombre [a-z' ]{0,40}|nb [a-z' ]{0,30}|reference|n ?[°ºo]|programme|projet)`,
    alone: false,
  },
];

/** Lower case and without accents, character for character, so that offsets stay those of the original. */
export function plain(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase();
  return [...text]
    .map((char) => {
      const bare = char.normalize('NFD').charAt(0).toLowerCase();
      return bare.length === char.length ? (bare === '’' ? "'" : bare) : char;
    })
    .join('');
}

/** A number of dwellings beside its label, with no colon between: "Nombre de logements 85". A year is none. */
const COUNT = String.raw`\s+(?!(?:19|20)\d\d\s*$)\d[\d\s.]*(?:logements|logts|lgts)?\s*$`;

/** What behind "QPV :" compares moyens or prices of places: "QPV : 1,3 ETP / 100 logts - Hors QPV : …". It labels no name. */
const COMPARED = /^\s*\d[\d\s.,]*(?:€|k€|eur(?:os?)?\b|etp\b|%)/u;

interface Hit {
  readonly label: Label;
  readonly at: number;
  readonly end: number;
  readonly whole: boolean;
}

/** Each label as it may stand in a text: before a colon, alone, or (dwellings) right before its number. */
const PATTERNS = LABELS.map((label) => ({
  label,
  before: new RegExp(String.raw`(?<![\p{L}\d'])${label.words}(?: ?\([^)]{0,40}\))?\s*(?::|=|⇒|→)`, 'gu'),
  alone: label.alone ? new RegExp(`^${label.words}(?: ?\\([^)]{0,40}\\))?$`, 'u') : null,
  counting: label.field === 'logements' ? new RegExp(`^\\s*${label.words}(?=${COUNT})`, 'u') : null,
}));
const COLON = /[:=⇒→]/u;

/** The same cell is looked at by several readers in turn. */
export const labelHits: (text: string) => readonly Hit[] = remember(findLabels);

function findLabels(text: string): readonly Hit[] {
  const flat = plain(text);
  const hits: Hit[] = [];
  for (const { label, before } of COLON.test(flat) ? PATTERNS : []) {
    for (const match of matchesIn(flat, before)) {
      const end = match.index + match[0].length;
      if (label.field !== 'quartier' || !COMPARED.test(flat.slice(end))) hits.push({ label, at: match.index, end, whole: false });
    }
  }
  const chosen: Hit[] = [];
  for (const hit of hits.sort((a, b) => a.at - b.at || b.end - a.end)) {
    const last = chosen.at(-1);
    if (last !== undefined && hit.at < last.end) {
      // "Nombre de logements dans le quartier :" – the longer label wins over one inside it.
      continue;
    }
    chosen.push(hit);
  }
  if (chosen.length === 0) {
    const body = flat.trim();
    for (const { label, alone, counting } of PATTERNS) {
      if (alone?.test(body) === true) return [{ label, at: 0, end: text.length, whole: true }];
      const count = counting?.exec(flat) ?? null;
      if (count !== null) return [{ label, at: 0, end: count[0].length, whole: false }];
    }
  }
  return chosen;
}

/** A label and nothing before or behind: with its colon, or one that may stand without. */
export function isWholeLabel(text: string): boolean {
  const [hit] = labelHits(text);
  return hit !== undefined && hit.label.field !== null && hit.at === 0 && hit.end >= text.trimEnd().length;
}

/** True for a text that labels a value of a heading, with or without the value. */
export function isLabel(text: string): boolean {
  return text.length <= 160 && labelHits(text).some((hit) => hit.label.field !== null);
}

/** True for a text that introduces any value, asked for or not: "Montant de l'abattement :". */
export function introduces(text: string): boolean {
  return text.length <= 160 && (/:\s*$/u.test(text) || labelHits(text).length > 0);
}
