import type { DocumentExport } from '../../../model/contract.ts';
import type { Cible, Geste } from '../../../model/correction.ts';
import type { DocumentAnswer } from './answers.ts';
import { correct, get, Refused } from './api.ts';
import { h, toast } from './dom.ts';
import { euros } from './money.ts';

interface Receiver {
  /** Takes over the document as the server has it after a correction, or as somebody else left it. */
  readonly adopt: (document: DocumentExport) => void;
  /** Shows the document again as it was, after a correction that was not taken. */
  readonly restore: () => void;
  readonly undo: () => void;
}

/** Sends the corrections of one document, one after the other, and tells what became of each. */
export class CorrectionSender {
  readonly notice = h('div', { class: 'avis', role: 'alert' });
  readonly motif = h('input', { type: 'text', id: 'motif', maxlength: 500, autocomplete: 'off' });
  #version: number;
  #underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly document: string,
    version: number,
    private readonly receiver: Receiver,
  ) {
    this.#version = version;
  }

  /** What comes back is the document as corrected. Somebody else's change in between is told, and nothing is overwritten. */
  send(cible: Cible, geste: Geste, done: string): Promise<void> {
    // One after the other: each is made on what the one before left.
    this.#underWay = this.#underWay.then(() => this.#sendNow(cible, geste, done));
    return this.#underWay;
  }

  async #sendNow(cible: Cible, geste: Geste, done: string): Promise<void> {
    const motif = this.motif.value.trim() || null;
    try {
      const { document, version } = await correct(this.document, this.#version, cible, geste, motif);
      this.#version = version;
      this.motif.value = '';
      this.notice.replaceChildren();
      this.receiver.adopt(document);
      if (geste.type === 'annuler') toast(done);
      else toast(done, { label: 'Annuler', run: () => this.receiver.undo() });
    } catch (error) {
      if (!(error instanceof Refused)) {
        console.error(error);
        this.#say('Une erreur imprévue a empêché cette correction. Rechargez la page pour voir ce qui est enregistré.');
      } else if (error.status === 409) await this.#conflict(geste).catch(() => this.#say(error.message));
      else {
        this.#say(error.message);
        this.receiver.restore();
      }
    }
  }

  /** Another reader was quicker: their work stands, the reader of this page sees it and decides again. */
  async #conflict(geste: Geste): Promise<void> {
    const { document, version } = await get<DocumentAnswer>(`/api/documents/${this.document}`);
    this.#version = version;
    this.receiver.adopt(document);
    const who = document.corrections.at(-1)?.par ?? 'Un autre lecteur';
    this.#say(
      `${who} a corrigé ce document pendant que vous le lisiez. Votre correction n’a pas été enregistrée ; le document affiché est à jour : vérifiez, puis recommencez s’il y a lieu.${typedIn(geste)}`,
    );
  }

  #say(sentence: string): void {
    this.notice.replaceChildren(h('p', {}, sentence));
  }
}

/** What the reader had typed, so that it need not be remembered. */
function typedIn(geste: Geste): string {
  if (geste.type === 'corriger_montant' || geste.type === 'corriger_total') return ` Vous aviez saisi ${euros(geste.montant)}.`;
  return geste.type === 'corriger_texte' ? ` Vous aviez saisi « ${geste.texte ?? ''} ».` : '';
}
