import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(names: readonly string[]): string | null {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const candidate = join(folder, name);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        continue;
      }
    }
  }
  return null;
}

/** The browser that prints: `CHROMIUM` names one; else the first of the usual names on the PATH. */
export function browserPath(): string | null {
  return process.env['CHROMIUM'] ?? onPath(['chromium', 'chromium-browser', 'google-chrome']);
}

/** The office suite that typesets: `SOFFICE` names one; else `soffice` or `libreoffice` on the PATH. */
export function officePath(): string | null {
  return process.env['SOFFICE'] ?? onPath(['soffice', 'libreoffice']);
}

/** Which producers this machine has, so that a caller can say what it skips. */
export function available(): { browser: boolean; office: boolean } {
  return { browser: browserPath() !== null, office: officePath() !== null };
}
