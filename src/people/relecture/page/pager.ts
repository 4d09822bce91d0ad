import { h } from './dom.ts';
import { number } from './french.ts';

/** From one page of a long list to the next: a list of thousands is never on the page at once. */
export function pager(debut: number, size: number, count: number, go: (debut: number) => void): HTMLElement {
  if (count <= size) return h('p', { class: 'note' }, count === 0 ? '' : `${number(count)} au total.`);
  const last = Math.min(count, debut + size);
  const button = (label: string, to: number, isOff: boolean): HTMLElement =>
    h('button', { type: 'button', disabled: isOff, onclick: () => go(to) }, label);
  return h(
    'nav',
    { class: 'pages', 'aria-label': 'Pages de la liste' },
    button('Précédents', Math.max(0, debut - size), debut === 0),
    h('span', {}, `${number(debut + 1)} à ${number(last)} sur ${number(count)}`),
    button('Suivants', debut + size, last >= count),
  );
}
