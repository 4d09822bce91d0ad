import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join('src', 'people', 'relecture', 'page');

/** What the compiler leaves aside of the review page: its HTML, its style, its icon, copied beside its modules. `root`: where the product is built. */
export function copyPage(root = 'dist'): void {
  const to = join(root, PAGE);
  mkdirSync(to, { recursive: true });
  for (const name of ['index.html', 'style.css', 'icone.svg']) copyFileSync(join(PAGE, name), join(to, name));
}
