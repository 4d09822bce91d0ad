import { remember } from '../src/french/remember.ts';
import type { Knowledge } from '../src/model/knowledge.ts';
import { classifyAxe } from '../src/stages/classify/axes.ts';
import { departementOfCodeQp } from '../src/stages/classify/codes-qp.ts';
import { communeIn, findCommune, nearCommune } from '../src/stages/classify/communes.ts';
import { epciIn } from '../src/stages/classify/epci.ts';
import { classifyLigne } from '../src/stages/classify/lignes.ts';
import { openLexicon, type Lexicon } from '../src/stages/recognise/reading/lexicon.ts';

function hint(departement: string | null): { departement?: string } {
  return departement === null ? {} : { departement };
}

/** What the classify stage knows of the référentiel and of places, for the interpreter to ask. */
export const knowledge: Knowledge = {
  axe: (text) => classifyAxe(text),
  // The same cell is looked at by columns, rows, scopes and evidence, and the next document repeats its wording.
  action: remember((text) => {
    const { action, confidence } = classifyLigne({ axeText: null, actionText: text, description: null, section: null });
    return action === null || confidence === null ? null : { action, confidence };
  }),
  commune: (text, departement) => findCommune(text, hint(departement)),
  communesIn: (text, departement) => communeIn(text, hint(departement)),
  departementOfCodeQp,
  epciIn,
};

let opened: Lexicon | null = null;

/** Read when a scan first asks. */
function lexicon(): Lexicon {
  opened ??= openLexicon();
  return opened;
}

/** The same for a document all of whose words were read from scans. */
export const knowledgeOfScans: Knowledge = {
  ...knowledge,
  isWord: (word) => lexicon().has(word),
  nearCommune: (text, departement) => nearCommune(text, hint(departement)),
};
