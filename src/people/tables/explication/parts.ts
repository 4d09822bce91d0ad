import { Decimal } from 'decimal.js';
import { formatEuros } from '../../../french/amounts.ts';
import type { ColonneExpliquee, Explication, Perimetre, ProgrammeExplique, TotalExplique } from '../../../model/explication.ts';
import { ranges } from './ranges.ts';
import { RUBRIQUES, STATUTS_PROGRAMME, STATUTS_TOTAL } from '../../statuts.ts';

/** An explanation as a reader goes through it: headings, and sentences in levels. A terminal and a page show the same. */
export interface Part {
  /** 0: a heading; 1 and more: a sentence, the deeper the more of a detail. */
  readonly level: number;
  readonly text: string;
  /** What was chosen, among others that were not. */
  readonly isChosen?: boolean;
  /** Something a person should look at. */
  readonly isDoubt?: boolean;
}

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 });
const cost = (value: number): string => tenths.format(value);
const euros = (amount: string): string => formatEuros(new Decimal(amount));

const NATURES: Readonly<Record<Explication['nature'], string>> = {
  programme: "un programme d'actions",
  convention: 'une convention',
  avenant: 'un avenant',
  deliberation: 'une délibération',
  bilan: 'un bilan',
  referentiel: 'le référentiel',
  autre: "un document d'une autre nature",
};

const PORTEES = { axe: 'un axe', section: 'une section', programme: 'tout le programme', autre: 'une partie du programme' } as const;
const BASES = { an: 'par an', periode: 'pour toute la période' } as const;
const UNITES = { euro: null, kilo: 'en milliers d’euros', million: 'en millions d’euros' } as const;

function columnText({ colonne, en_tete, role, rubrique, periode, base, taxe, unite, raison }: ColonneExpliquee): string {
  const facts = [
    rubrique === null ? null : RUBRIQUES[rubrique],
    periode === null ? null : periode.debut === periode.fin ? String(periode.debut) : `${periode.debut}-${periode.fin}`,
    base === null ? null : BASES[base],
    taxe === null ? null : taxe.toUpperCase(),
    unite === null ? null : UNITES[unite],
  ].filter((fact) => fact !== null);
  const name = en_tete === '' ? 'sans en-tête' : `« ${en_tete} »`;
  const at = colonne === null ? name : `colonne ${String(colonne + 1)}, ${name}`;
  return `${at} : ${[role, ...facts].join(', ')} — ${raison}`;
}

/** Tables in order, each with its columns; `null` for what was found in running text. */
function byTable(all: readonly ColonneExpliquee[]): { readonly where: string; readonly texts: readonly string[] }[] {
  const tables = new Map<string, string[]>();
  for (const column of all) {
    const { page, table } = column;
    const where = page === null ? 'dans le texte' : `page ${String(page)}, tableau ${String((table ?? 0) + 1)}`;
    const texts = tables.get(where) ?? [];
    if (texts.length === 0) tables.set(where, texts);
    texts.push(columnText(column));
  }
  return [...tables].map(([where, texts]) => ({ where, texts }));
}

/** Tables whose columns are the same are told once: many a document repeats one heading over each axe. */
function columns(all: readonly ColonneExpliquee[]): Part[] {
  const parts: Part[] = [{ level: 0, text: 'Colonnes' }];
  const alike = new Map<string, { readonly places: string[]; readonly texts: readonly string[] }>();
  for (const { where, texts } of byTable(all)) {
    const key = texts.join('\n');
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { places: [where], texts });
    else known.places.push(where);
  }
  if (alike.size === 0) parts.push({ level: 1, text: "Aucun tableau n'a de colonnes qui se comprennent." });
  for (const { places, texts } of alike.values()) {
    const [first = '', ...others] = places;
    const also = others.length === 0 ? '' : ` (de même : ${others.join(' ; ')})`;
    parts.push({ level: 1, text: `${first.charAt(0).toUpperCase()}${first.slice(1)}${also}` });
    for (const text of texts) parts.push({ level: 2, text });
  }
  return parts;
}

/** What a margin means for whoever reads the figures. */
function marginText(margin: number | null, least: number, what: string): Part {
  if (margin === null) return { level: 1, text: `Aucune autre ${what} n'était possible.` };
  const isSmall = margin < least;
  const sense = isSmall
    ? `au-dessous de ${cost(least)} : l'autre est presque aussi vraisemblable, une personne doit regarder`
    : `il faudrait moins de ${cost(least)} pour que le doute demande une relecture`;
  return { level: 1, text: `Marge sur la suivante : ${cost(margin)} (${sense}).`, isDoubt: isSmall };
}

function understandings({ comprehensions, marge, marge_minimale }: Explication): Part[] {
  return [
    { level: 0, text: 'Compréhensions du document, la retenue en premier' },
    ...comprehensions.map(({ retenue, cout, cout_lecture, cout_sommes, raisons }): Part => {
      const why = raisons.length === 0 ? (retenue ? 'la plus directe' : 'autre découpage') : raisons.map(({ quoi }) => quoi).join(' ; ');
      return {
        level: 1,
        text: `coût ${cost(cout)} (lecture ${cost(cout_lecture)}, totaux ${cost(cout_sommes)}) : ${why}`,
        isChosen: retenue,
      };
    }),
    marginText(marge, marge_minimale, 'compréhension'),
  ];
}

/** `kept`: the one that was chosen, where this is another; `own`: the column of the total. */
function scopeText(scope: Perimetre, kept: Perimetre | null, own: string): string {
  const { portee, lignes, colonne, somme, ecart, cout, cout_libelle, cout_ecart, raisons } = scope;
  const covered = lignes.length === 0 ? 'aucune ligne' : ranges(lignes);
  const other = colonne === own || colonne === '' ? '' : ` de la colonne « ${colonne} »`;
  const sum =
    somme === null ? 'sans montant à additionner' : `somme ${euros(somme)}${ecart === '0.00' ? '' : `, écart ${euros(ecart ?? '0')}`}`;
  const penalty = cout_ecart === 0 ? '' : ` = ${cost(cout_libelle)} + ${cost(cout_ecart)} faute d'accord`;
  const isSame = kept !== null && kept.lignes.join() === lignes.join() && kept.colonne === colonne;
  const what = isSame ? `${PORTEES[portee]}, les mêmes lignes` : `${PORTEES[portee]}, ${covered}${other}, ${sum}`;
  return `${what} : ${raisons.join(' ; ') || 'rien ne le précise'} (coût ${cost(cout)}${penalty})`;
}

function total({ libelle, page, colonne, declare, statut, perimetres }: TotalExplique): Part[] {
  const name = libelle === null ? 'total sans libellé' : `« ${libelle} »`;
  const kept = perimetres.find(({ retenu }) => retenu) ?? null;
  const said = statut === null ? 'répète un total déjà compté' : STATUTS_TOTAL[statut];
  return [
    {
      level: 2,
      text: `${name}, page ${String(page)}, colonne « ${colonne} » : ${euros(declare)}, ${said}`,
      isDoubt: statut === 'ecart',
    },
    ...perimetres.map((scope): Part => ({ level: 3, text: scopeText(scope, scope.retenu ? null : kept, colonne), isChosen: scope.retenu })),
  ];
}

function confidences({ confiances }: ProgrammeExplique): string {
  const texts = confiances.map(
    ({ confiance, prouves, montants }) =>
      `${String(montants)} à ${cost(confiance * 100)} %${prouves ? ', prouvés par un total' : ', sans total qui les prouve'}`,
  );
  return texts.length === 0 ? 'Aucun montant.' : `Confiance des montants : ${texts.join(' ; ')}.`;
}

function programme(each: ProgrammeExplique, number: number, least: number): Part[] {
  const { titre, statut, pages, lignes, doutes, marge, totaux, chiffres } = each;
  const where = `page${pages.length > 1 ? 's' : ''} ${pages.join(', ')}`;
  return [
    { level: 0, text: `Programme ${String(number)} : ${titre} — ${STATUTS_PROGRAMME[statut]}` },
    { level: 1, text: `${String(lignes)} ligne${lignes > 1 ? 's' : ''}, ${where}. ${confidences(each)}` },
    ...doutes.map((doute): Part => ({ level: 1, text: `À relire : ${doute}.`, isDoubt: true })),
    {
      level: 1,
      text: totaux.length === 0 ? 'Aucun total imprimé : rien ne confirme les montants.' : 'Totaux, et ce que chacun peut couvrir',
    },
    ...totaux.flatMap(total),
    ...(chiffres.length === 0
      ? []
      : [{ level: 1, text: 'Chiffres qui se lisent de plusieurs façons' }, marginText(marge, least, 'lecture')]),
    ...chiffres.map(({ page, retenu, lectures }): Part => ({
      level: 2,
      text: `page ${String(page)}, « ${retenu} » : ${lectures.map(({ texte, cout }) => `« ${texte} » (coût ${cost(cout)})`).join(', ')}`,
    })),
  ];
}

/** How a document was understood, from the surest signs to each total. */
export function explicationParts(explication: Explication): Part[] {
  const { nature, indices, programmes, marge_minimale } = explication;
  const signs = indices.map(({ quoi, poids }) => `${quoi} (${poids > 0 ? '+' : ''}${cost(poids)})`);
  return [
    { level: 0, text: `Compris comme ${NATURES[nature]}` },
    ...(signs.length === 0 ? [] : [{ level: 1, text: `Ce qui le dit : ${signs.join(', ')}.` }]),
    ...columns(explication.colonnes),
    ...(programmes.length === 0 ? [{ level: 0, text: "Aucun programme : rien n'a été additionné" }] : understandings(explication)),
    ...programmes.flatMap((each, index) => programme(each, index + 1, marge_minimale)),
  ];
}
