/** Renders cells anew and puts the focus back on the one that had it, as `find` finds it among the new ones. */
export function keepFocus(render: () => void, find: (id: string, champ: string | undefined) => HTMLElement | null): void {
  const active = document.activeElement;
  const cell = active instanceof HTMLElement ? active.closest<HTMLElement>('[data-cible]') : null;
  const [id, champ] = [cell?.dataset['cible'], cell?.dataset['champ']];
  render();
  if (id === undefined || cell?.isConnected === true) return;
  find(id, champ)?.focus({ preventScroll: true });
}
