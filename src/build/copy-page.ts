import { copyFileSync, mkdirSync } from 'node:fs';

/** What the compiler leaves aside of the review page: its HTML, its style, its icon, copied beside its modules. */
export function copyPage(): void {
  const [from, to] = ['src/people/relecture/page', 'dist/src/people/relecture/page'];
  mkdirSync(to, { recursive: true });
  for (const name of ['index.html', 'style.css', 'icone.svg']) copyFileSync(`${from}/${name}`, `${to}/${name}`);
}
