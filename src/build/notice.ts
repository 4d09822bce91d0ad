import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Writes NOTICE from package-lock.json: `npm run notice`. A test checks that the file in the repository is the one this writes. */

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() })),
});

/** Packages whose package.json names no licence, and where they say it instead. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { sylvester: 'MIT (LICENSE.txt)' };

const INTRODUCTION = `tfpb
Copyright (c) 2026 Les auteurs de tfpb. Licence MIT (voir LICENSE).

Ce fichier énumère ce que tfpb utilise d'autrui et sous quelle licence. Les paquets sont installés par npm avec leurs propres textes de licence ;
tfpb ne redistribue que le code de kysely et de zod (dist/vendor, avec leur licence en tête).

Données
-------
- Référentiel national d'utilisation de l'abattement de TFPB dans les quartiers prioritaires (juin 2024) : liste des axes et des actions, recopiée dans
  data/ comme fait public ; source citée dans le fichier.
- Communes, départements et intercommunalités : paquet @etalab/decoupage-administratif (licence MIT), d'après le code officiel géographique de l'INSEE et
  la Banatic (Licence Ouverte 2.0 d'Etalab).
- Les documents de samples/ sont composés pour ce projet (licence MIT).

Éléments compris dans des paquets
---------------------------------
- pdfjs-dist contient les polices Foxit (licence BSD, LICENSE_FOXIT), les polices Liberation (SIL Open Font License, LICENSE_LIBERATION)
  et les tables de caractères d'Adobe (licence BSD).
- @hyzyla/pdfium contient PDFium, compilé en WebAssembly (licences BSD à 3 clauses et Apache 2.0).
- better-sqlite3 contient SQLite (domaine public).

Paquets installés avec tfpb
---------------------------
`;

/** The text of NOTICE for what a lock file installs in production. */
export function noticeOf(lockText: string): string {
  const { packages } = lockSchema.parse(JSON.parse(lockText));
  const lines = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version, license }]) => {
      const name = path.replace(/^.*node_modules\//u, '');
      const named = license ?? SAID_ELSEWHERE[name];
      if (named === undefined) throw new Error(`${name} names no licence: read its files and add it to SAID_ELSEWHERE`);
      return `${name} ${version ?? ''} : ${named}`;
    });
  return `${INTRODUCTION}${[...new Set(lines)].sort().join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync('NOTICE', noticeOf(readFileSync('package-lock.json', 'utf8')));
