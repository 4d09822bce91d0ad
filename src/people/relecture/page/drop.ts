import type { ImportState } from '../../../model/review.ts';
import type { UploadAnswer } from './answers.ts';
import { get, post, Refused, upload } from './api.ts';
import { announce, h } from './dom.ts';
import { counted } from './french.ts';
import { setShortcuts } from './shortcuts.ts';

const EVERY_MS = 700;
const ACCEPTED = '.pdf,.zip,.jpg,.jpeg,.png,.tif,.tiff,application/pdf,application/zip,image/jpeg,image/png,image/tiff';

/** One place to drop files: they are kept beside the base, imported as by the command, and the same progress is shown. */
export async function showDrop(place: HTMLElement): Promise<void> {
  const input = h('input', { type: 'file', id: 'fichiers', multiple: true, accept: ACCEPTED });
  const list = h('ul', { class: 'depots' });
  const zone = h(
    'div',
    { class: 'depot' },
    h('p', {}, h('label', { for: 'fichiers', class: 'bouton' }, 'Choisir des fichiers'), input),
    h('p', {}, 'ou faites-les glisser ici : des PDF, des images (JPEG, PNG, TIFF), ou des archives ZIP.'),
  );
  const state = h('div', { class: 'import' });
  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    let taken = 0;
    for (const [index, file] of files.entries()) {
      announce(`Envoi de ${String(index + 1)} sur ${String(files.length)}`);
      const line = h('li', {}, h('strong', {}, file.name), ' : envoi…');
      list.prepend(line);
      try {
        const { nom } = await upload<UploadAnswer>(file);
        taken += 1;
        line.replaceChildren(h('strong', {}, nom), ' : reçu');
      } catch (error) {
        line.replaceChildren(h('strong', {}, file.name), ` : refusé. ${error instanceof Refused ? error.message : ''}`);
        line.classList.add('faute');
      }
    }
    if (taken > 0) await post<ImportState>('/api/import');
    void follow();
  };
  input.addEventListener('change', () => {
    void take([...(input.files ?? [])]).then(() => (input.value = ''));
  });
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('survol');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('survol'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('survol');
    void take([...(event.dataTransfer?.files ?? [])]);
  });

  let isFollowing = false;
  const follow = async (): Promise<void> => {
    if (isFollowing) return;
    isFollowing = true;
    try {
      for (;;) {
        const answer = await get<ImportState>('/api/import');
        show(answer);
        if (answer.etat !== 'en_cours' || !place.contains(state)) return;
        await new Promise((done) => setTimeout(done, EVERY_MS));
      }
    } finally {
      isFollowing = false;
    }
  };
  const show = ({ etat, phrase, total, faits, rejetes, message }: ImportState): void => {
    if (etat === 'aucun') return state.replaceChildren();
    const again = (label: string): HTMLElement =>
      h('button', { type: 'button', onclick: () => void post('/api/import').then(follow) }, label);
    const words = {
      en_cours: 'Import en cours',
      termine: 'Import terminé',
      interrompu: 'Import interrompu',
      refuse: 'L’import n’a pas pu se faire',
    }[etat];
    state.replaceChildren(
      h('h2', {}, words),
      etat === 'en_cours' ? h('progress', { 'aria-label': 'Avancement de l’import', max: Math.max(1, total), value: faits }) : '',
      h('p', { class: 'phrase-import' }, etat === 'en_cours' ? phrase : (message ?? phrase)),
      etat === 'en_cours' ? h('button', { type: 'button', onclick: () => void post('/api/import/arret') }, 'Arrêter') : '',
      etat === 'refuse' || etat === 'interrompu' ? again(etat === 'refuse' ? 'Réessayer' : 'Reprendre') : '',
      etat === 'termine' ? h('p', {}, h('a', { class: 'bouton', href: '#/file' }, 'Voir ce qui est à relire')) : '',
      ...(rejetes.length === 0
        ? []
        : [
            h('h3', {}, counted(rejetes.length, 'fichier rejeté', 'fichiers rejetés')),
            h(
              'ul',
              { class: 'constats' },
              ...rejetes.map(({ nom, explication }) => h('li', { class: 'erreur' }, h('strong', {}, nom), ` : ${explication}`)),
            ),
          ]),
    );
    if (etat !== 'en_cours') announce(`${words}. ${message ?? ''}`);
  };

  place.replaceChildren(
    h(
      'div',
      { class: 'colonne-large' },
      h('h1', {}, 'Déposer des fichiers'),
      h('p', {}, 'Les fichiers sont copiés dans un dossier à côté de la base, puis lus. Rien ne quitte cette machine.'),
      zone,
      list,
      state,
    ),
  );
  setShortcuts([]);
  await follow();
}
