import { fold } from '../../../french/text.ts';

interface Titled {
  readonly text: string;
  readonly bold: boolean;
  readonly size: number;
}

const LONGEST = 140;
/** What the title of a programme d'actions says: the thing itself, or the abattement and what is done for it. */
const PROGRAMME =
  /\b(?:programme|plan|programmation) (?:previsionnel )?(?:d ?actions?|triennal|pluriannuel|annuel)\b|\bactions? previsionnelles?\b|\bprogrammation (?:tfpb|atfpb|des actions)\b|\bbilan\b.*\b(?:tfpb|atfpb|abattement|programme|actions)\b|\b(?:tfpb|atfpb|abattement)\b.*\b(?:programme|actions|bilan|contreparties?|fiches?)\b|\b(?:programme|actions|utilisation|fiches?|contreparties?)\b.*\b(?:tfpb|atfpb|abattement|taxe fonciere)\b/u;
/** A letter or a délibération speaks of a programme in its subject; a paper lists it among its annexes. */
const ONLY_SPEAKS_OF = /^(?:objet|vu|considerant|article|ref|references?|pj|pieces? jointes?|ci joint|concerne|ordre du jour)\b/u;
const SENTENCE = /[.;,]$/u;

/** The subject of a letter, which is its title where the letter holds the programme itself. */
const SUBJECT = /^\s*objet\s*:\s*/iu;

/** Whether the subject of a letter names a programme: its title, if the letter goes on to give it whole. */
export function subjectBefore(lines: readonly Titled[]): boolean {
  return lines.some(({ text }) => {
    const said = text.replace(SUBJECT, '');
    return said !== text && isProgrammeTitle({ text: `${said.charAt(0).toUpperCase()}${said.slice(1)}` });
  });
}

/** Whether a line of text is the title of a programme, not a sentence that speaks of one. */
export function isProgrammeTitle({ text }: Pick<Titled, 'text'>): boolean {
  const folded = fold(text);
  return text.length <= LONGEST && !/^\p{Ll}/u.test(text) && !SENTENCE.test(text) && !ONLY_SPEAKS_OF.test(folded) && PROGRAMME.test(folded);
}

/** How many lines at the top of a document may be its title in plain type. */
const TOP = 12;
/** A letter, minutes, a délibération, a budget: their own title speaks before any programme they mention in plain type. */
const OTHER_PAPER =
  /\b(?:deliberation|extrait du registre|conseil municipal|compte rendu|proces verbal|monsieur le maire|madame la|facture|devis|budget primitif|subventions?)\b/u;

/** Whether the lines before a list call it a programme, the way a clerk would ask: a title of its own, in type that stands out where another paper surrounds it. */
export function titleBefore(lines: readonly Titled[]): boolean {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const isOther = lines.slice(0, TOP).some((line) => OTHER_PAPER.test(fold(line.text)));
  // A title set in two lines is read as one.
  return lines.some((line, at) => {
    const next = lines[at + 1];
    const stands = line.bold || line.size > usual * 1.1;
    if (!stands && (isOther || at >= TOP)) return false;
    const joined =
      next !== undefined && Math.abs(next.size - line.size) < 0.3 && next.bold === line.bold ? `${line.text} ${next.text}` : line.text;
    return isProgrammeTitle({ text: line.text }) || isProgrammeTitle({ text: joined });
  });
}
