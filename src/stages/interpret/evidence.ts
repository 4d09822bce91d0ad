import { fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Reason } from '../../model/hypothesis.ts';
import type { Heading, LineDraft } from '../../model/draft.ts';
import type { Column } from './columns.ts';

/** How much speaks for a run of tables being a programme d'actions: reasons add up; at least this much makes one. */
export const ENOUGH = 5;

const CONTEXT: readonly (readonly [RegExp, number, string])[] = [
  [
    /\b(programme|plan|programmation) d ?actions?\b|\bactions? previsionnelles?\b|\bprogramme previsionnel\b/u,
    2,
    "« programme d'actions »",
  ],
  [/\b(tfpb|atfpb|taxe fonciere)\b/u, 1.5, 'TFPB'],
  [/\babattement\b/u, 0.5, 'abattement'],
  [/\b(qpv|quartiers? prioritaires?)\b|\bq[pn](?:\d{3}|02[ab])/u, 1, 'quartier prioritaire'],
  [/\b(gup|gusp|gestion urbaine)\b/u, 0.5, 'gestion urbaine de proximité'],
  [/\bactions? specifiques?\b|\bdroit commun\b/u, 1, 'sections du cadre national'],
];

const AGAINST: readonly (readonly [RegExp, number, string])[] = [
  [
    /\b(facture|devis|acte d engagement|bordereau des prix|chiffre d affaires|prix unitaires?|subventions? (accordees?|sollicitees?|attribuees?)|bon de commande|net a payer|iban|reglement par|acompte)\b/u,
    -4,
    'facture ou devis',
  ],
  [
    /\b(section de fonctionnement|section d investissement|recettes|budget primitif|chapitre|compte administratif|credits ouverts)\b/u,
    -3,
    'budget',
  ],
];

/** So much of it must come from the tables themselves: words around a table of landlords or of budgets make it no programme. */
export const ENOUGH_OWN = 2.5;

/** Without a word of TFPB, programme or quartier around it, a table must name this many axes to be a programme. */
const AXES_ALONE = 3;
const MAX_AXES = 4.5;
const MAX_ACTIONS = 4;

/** Sums by axe of nobody in particular: statistics, not a programme. */
const NOBODYS_SUMS = -6;

function isNobodys(heading: Heading, lines: readonly LineDraft[]): boolean {
  const { commune, quartier, codeQp, bailleur, siren, logements } = heading;
  const isAnonymous = [commune, quartier, codeQp, bailleur, siren, logements].every((fact) => fact === null);
  return (
    isAnonymous &&
    lines.every(({ actionText, description }) => [actionText, description].every((text) => text === null || !/\p{L}{3}/u.test(text)))
  );
}

/** Money of others than a landlord: a table with no other is a town's or a fund's plan, whatever its axes and actions. */
const OTHERS_MONEY = -12;
const OTHERS = /\b(?:ville|commune|communal\w*|municipal\w*|mairie|metropole|agglo\w*|departement\w*|region\w*|etat|caf|subventions?)\b/u;
const LANDLORDS = /\b(?:bailleurs?|organismes?|hlm|a?tfpb|abattement|valoris\w*)\b/u;
/** Projects that asked for a grant, with what each was given. */
const ASKED = /\b(?:demandes?|demandee?s?|sollicitee?s?)\b/u;
const GRANTED = /\b(?:accordee?s?|attribuee?s?|octroyee?s?|proposee?s?|notifiee?s?)\b/u;

/** Whether the figures of a table without landlord or dwellings are all paid by others, or are grants asked and given under titles that say nothing of TFPB. */
function isOthersMoney({ bailleur, siren, logements }: Heading, context: string, columns: readonly Column[]): boolean {
  const headers = columns.filter(({ amount }) => amount !== null).map(({ header }) => fold(header));
  if (bailleur !== null || siren !== null || logements !== null || headers.some((header) => LANDLORDS.test(header))) return false;
  const areOthers = headers.length > 0 && headers.every((header) => OTHERS.test(header));
  return (
    areOthers ||
    (!LANDLORDS.test(context) && headers.some((header) => ASKED.test(header)) && headers.some((header) => GRANTED.test(header)))
  );
}

/** Plans that a landlord also draws up by axes and actions, for all of its towns: of training, of works… */
const OTHER_PLANS = -8;
const OTHER_PLAN =
  /\b(?:plan|programme|programmation|schema)s? (?:\w+ ){0,2}?(?:de|d|des|du) (?:\w+ ){0,2}?(?:formations?|competences|travaux|patrimoine|investissements?|maintenance|relogement|communication|prevention|recrutement|sobriete|energies?|energetiques?|renovations?|rehabilitations?|accessibilite|decarbonation)\b/u;
const LONGEST_TITLE = 120;

/** A title that names another plan, over a table that names no town and no quartier: TFPB is only spoken of beside it, and dwellings are those of the landlord. */
function isOtherPlan({ commune, quartier, codeQp }: Heading, context: readonly string[]): boolean {
  if ([commune, quartier, codeQp].some((fact) => fact !== null)) return false;
  const titles = context.filter((text) => text.length <= LONGEST_TITLE && !/[.;,]$/u.test(text)).map(fold);
  const isOurs = titles.some((text) => /\ba?tfpb\b|\btaxe fonciere\b/u.test(text) && !/^(?:au|de|dans|pour|a) /u.test(text));
  return !isOurs && titles.some((text) => OTHER_PLAN.test(text) && !/\b(?:programme|plan) d ?actions?\b/u.test(text));
}

/** A heading that tells quartier, landlord and dwellings is a programme's: a bill or a budget beside it is spoken of ("Devis en cours"). */
function saysAll({ quartier, codeQp, bailleur, logements }: Heading): boolean {
  return (quartier !== null || codeQp !== null) && bailleur !== null && logements !== null;
}

/** Weighs what stands around and in a run of tables. `heading`: as completed from the document; `context`: the headings near it; `columns`: of its bands. */
export function programmeEvidence(
  heading: Heading,
  context: readonly string[],
  columns: readonly Column[],
  lines: readonly LineDraft[],
  knowledge: Knowledge,
): { total: number; own: number; because: Reason[] } {
  const because: Reason[] = [];
  const add = (what: string, cost: number): void => {
    if (cost !== 0) because.push({ what, cost });
  };
  const text = fold(context.join(' \n '));
  const against = saysAll(heading) ? [] : AGAINST;
  for (const [pattern, weight, what] of [...CONTEXT, ...against]) if (pattern.test(text)) add(what, weight);
  const around = because.length;
  if (columns.some((column) => column.kind === 'axe' && /axe/iu.test(column.header))) add('colonne des axes', 2);
  if (columns.some((column) => column.kind === 'action' && /action/iu.test(column.header))) add('colonne des actions', 1.5);
  const axes = new Set<number>();
  const actions = new Set<string>();
  for (const line of lines) {
    const axe = line.axeText === null ? null : knowledge.axe(line.axeText);
    if (axe !== null && axe.confidence >= 0.7) axes.add(axe.axe);
    const action = line.actionText === null ? null : knowledge.action(line.actionText);
    if (action !== null && action.confidence >= 0.7) actions.add(action.action);
  }
  add('axes du référentiel', Math.min(axes.size * 1.5, MAX_AXES));
  add('actions du référentiel', Math.min(actions.size, MAX_ACTIONS));
  if (isNobodys(heading, lines)) add('sommes par axe sans action, bailleur, commune ni quartier', NOBODYS_SUMS);
  if (isOthersMoney(heading, text, columns)) add("montants d'une collectivité ou subventions, sans bailleur", OTHERS_MONEY);
  if (isOtherPlan(heading, context)) add("plan d'autre chose, sans commune, quartier ni logements", OTHER_PLANS);
  const sum = (reasons: readonly Reason[]): number => reasons.reduce((all, reason) => all + reason.cost, 0);
  const told = because.slice(0, around).some((reason) => reason.cost > 0) || axes.size >= AXES_ALONE;
  return { total: told ? sum(because) : 0, own: sum(because.slice(around)), because };
}
